"""Asks the REST API as a bot does, but without discord.py in between."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Told:
    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def code(self) -> int:
        return int(self.body["code"])


@dataclass(frozen=True, slots=True)
class Caller:
    """Raises what http.client raises where the connection is cut or times out."""

    api: str
    timeout: float = 10.0

    def ask(self, method: str, path: str, body: object = None) -> Told:
        address = urlsplit(self.api)
        connection = http.client.HTTPConnection(address.netloc, timeout=self.timeout)
        try:
            sent = None if body is None else json.dumps(body)
            headers = {"Content-Type": "application/json"}
            connection.request(method, address.path + path, sent, headers)
            response = connection.getresponse()
            content = response.read()
            told = json.loads(content) if content else None
            return Told(response.status, told, dict(response.getheaders()))
        finally:
            connection.close()

    def post(self, channel: int, content: str = "", **payload: object) -> Told:
        return self.ask("POST", f"/channels/{channel}/messages", {"content": content, **payload})

    def post_once(self, channel: int, content: str, nonce: str | int) -> Told:
        return self.post(channel, content, nonce=nonce, enforce_nonce=True)

    def history(self, channel: int, query: str = "") -> Told:
        return self.ask("GET", f"/channels/{channel}/messages?{query}")

    def contents(self, channel: int, query: str = "") -> list[str]:
        return [message["content"] for message in self.history(channel, query).body]
