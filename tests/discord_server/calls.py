"""What comes in over HTTP, and what goes back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.discord_server import refusals
from tests.discord_server.shapes import Json

# Discord's own bodies name no charset, and discord.py reads JSON only under exactly this type.
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    size: int
    content_type: str


@dataclass(frozen=True, slots=True)
class Call:
    query: Mapping[str, str]
    payload: Any
    ids: tuple[str, ...] = ()
    uploads: tuple[Upload, ...] = ()

    @property
    def json(self) -> Json:
        if not isinstance(self.payload, dict):
            raise refusals.invalid_json()
        return self.payload


@dataclass(frozen=True, slots=True)
class Reply:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> web.Response:
        headers = dict(self.headers)
        if self.body:
            headers["Content-Type"] = _JSON
        return web.Response(body=self.body, status=self.status, headers=headers)


def reply(body: object, status: int = 200) -> Reply:
    return Reply(json.dumps(body).encode(), status)


def refuse(refused: refusals.Refused) -> Reply:
    return Reply(json.dumps(refused.body).encode(), refused.status, refused.headers)


async def body_of(request: web.BaseRequest) -> tuple[Any, tuple[Upload, ...]]:
    """The JSON and the files that came with it. Raises Refused where it is no JSON."""
    if request.content_type == "multipart/form-data":
        return await _multipart(request)
    sent = await request.read()
    return (_loads(sent) if sent else {}), ()


async def _multipart(request: web.BaseRequest) -> tuple[Any, tuple[Upload, ...]]:
    form = await request.post()
    files = [part for part in form.values() if isinstance(part, web.FileField)]
    payload = form.get("payload_json", "{}")
    if not isinstance(payload, str):
        raise refusals.invalid_json()
    return _loads(payload), tuple(map(_upload, files))


def _upload(part: web.FileField) -> Upload:
    return Upload(part.filename, part.file.seek(0, 2), part.content_type)


def _loads(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise refusals.invalid_json() from None
