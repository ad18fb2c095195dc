"""The real `teller run` and `teller declare`, as processes that can be killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 30  # seconds
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz-0123456789"


def environment(home: Path, state_url: str, api: str) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("TELLER_")}
    return {
        **own,
        "TELLER_HOME": str(home),
        "TELLER_STATE_URL": state_url,
        "TELLER_DISCORD_API": api,
        "DISCORD_TOKEN": TOKEN,
    }


class Running:
    """One process; its log goes to a file, since a pipe that nobody reads would stop it."""

    def __init__(self, environment: Mapping[str, str], log: Path, *command: str) -> None:
        self._environment = dict(environment)
        self._log = log
        self._command = command or (sys.executable, "-m", "bot", "run")
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, env=self._environment, stdout=log, stderr=log
            )

    def kill(self) -> None:
        """As a power cut would end it."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """As a service manager would end it; the status it ended with."""
        return self._end(signal.SIGTERM)

    def wait(self, seconds: float = _PATIENCE) -> int:
        assert self._process
        return self._process.wait(seconds)

    def _end(self, how: signal.Signals) -> int:
        assert self._process
        self._process.send_signal(how)
        return self._process.wait(_PATIENCE)
