"""The fake in a process of its own, for as long as a test needs it."""

import http.client
import json
import select
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

_ROOT = Path(__file__).parents[2]
_START_SECONDS, _STOP_SECONDS, _CALL_SECONDS = 30, 5, 30


class NotDone(Exception):
    """What was asked of the fake cannot be done, or did not happen in time."""


class Process:
    """`api` is the base of the REST API, as in https://discord.com/api/v10."""

    def __init__(self, port: int = 0) -> None:
        self.api = ""
        self._port = port
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.discord_server.server", "--port", str(self._port)],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            self.api = self._first_line(self._process)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @staticmethod
    def _first_line(process: "subprocess.Popen[str]") -> str:
        assert process.stdout
        ready, _, _ = select.select([process.stdout], [], [], _START_SECONDS)
        line = process.stdout.readline().strip() if ready else ""
        if not line:
            raise NotDone("the fake did not start")
        return line

    def stop(self) -> int | None:
        """The status that it ended with."""
        process, self._process = self._process, None
        if process is None:
            return None
        with process:
            if process.stdin:
                process.stdin.close()
            try:
                return process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                return process.wait()

    def call(self, method: str, path: str, body: Mapping[str, object] | None = None) -> Any:
        sent = None if body is None else json.dumps(body)
        connection = http.client.HTTPConnection(urlsplit(self.api).netloc, timeout=_CALL_SECONDS)
        try:
            connection.request(method, f"/control{path}", sent)
            response = connection.getresponse()
            told = json.loads(response.read())
        finally:
            connection.close()
        if response.status != http.client.OK:
            raise NotDone(f"{method} {path}: {told.get('message')}")
        return told
