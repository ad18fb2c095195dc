"""Democracy Club's site over real sockets: paging, throttling, its cache, and its bad days."""

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from types import TracebackType
from typing import Self

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.nights import democracy_club as dc

_UNWELCOME = ("aiohttp", "httpx", "python-requests", "curl")
_MOST, _USUAL = 200, 10
_CACHED, _MINUTE = 600, 60  # seconds


@dataclass
class Site:
    """`per_minute` is how many questions are answered to whoever has no key, `fault` what is done
    instead of answering, by the path's beginning. `asked` are the questions that came."""

    store: dc.Store
    now: Callable[[], datetime]
    per_minute: int = 1000
    fault: dict[str, Callable[[web.BaseRequest], web.Response]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    _served: list[datetime] = field(default_factory=list)
    _cache: dict[str, tuple[datetime, bytes]] = field(default_factory=dict)
    _server: TestServer | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self._server = TestServer(app)
        await self._server.start_server()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._server:
            await self._server.close()

    @property
    def address(self) -> str:
        assert self._server
        return str(self._server.make_url("")).rstrip("/")

    async def _answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path_qs)
        agent = request.headers.get("User-Agent", "")
        self.agents.append(agent)
        if any(one in agent.lower() for one in _UNWELCOME):
            return web.Response(status=418, text="I'm a teapot")
        if "Authorization" not in request.headers and self._is_asked_too_often():
            return web.json_response({}, status=429, headers={"Retry-After": "7"})
        for beginning, fail in self.fault.items():
            if request.path.startswith(beginning):
                return fail(request)
        return self._cached(request)

    def _is_asked_too_often(self) -> bool:
        now = self.now()
        self._served = [one for one in self._served if (now - one).total_seconds() < _MINUTE]
        if len(self._served) >= self.per_minute:
            return True
        self._served.append(now)
        return False

    def _cached(self, request: web.Request) -> web.Response:
        """For ten minutes the same question has the same answer."""
        kept = self._cache.get(request.path_qs)
        if kept is None or (self.now() - kept[0]).total_seconds() > _CACHED:
            kept = self._cache[request.path_qs] = (self.now(), self._body(request))
        kind = "application/atom+xml" if request.path == dc.ATOM else "application/json"
        headers = {"Date": format_datetime(kept[0].astimezone(UTC), usegmt=True)}
        return web.Response(body=kept[1], content_type=kind, headers=headers)

    def _body(self, request: web.Request) -> bytes:
        query = request.query
        number, size = int(query.get("page", "1")), int(query.get("page_size", _USUAL))
        if request.path == dc.ATOM:
            last = max(1, -(-len(self.store.events) // dc.ATOM_SIZE))
            return self.store.atom(min(number, last)).encode()
        if request.path == dc.ELECTED:
            return dc.as_body(self.store.elected(number))
        if request.path == dc.BALLOTS:
            return dc.as_body(self.store.nominated(min(size, _MOST), number))
        if request.path.endswith("/versions/"):
            ballot = self.store.ballots[request.path.split("/")[-3]]
            return json.dumps(ballot.versions).encode()
        if request.path != dc.RESULTS:
            return self._one_ballot(request.path)
        since = datetime.fromisoformat(query.get("last_updated", "1970-01-01T00:00:00+00:00"))
        return dc.as_body(self.store.results(since, min(size, _MOST), number))

    def _one_ballot(self, path: str) -> bytes:
        ballot = self.store.ballots.get(path.split("/")[-2])
        if ballot and path.startswith(dc.BALLOTS):
            return dc.as_body(ballot.nominations())
        if ballot and ballot.modified and path.startswith(dc.RESULTS):
            return dc.as_body(ballot.result())
        raise web.HTTPNotFound


def page_of_html(_request: web.BaseRequest) -> web.Response:
    return web.Response(text="<html>Down for maintenance</html>", content_type="text/html")


def redirect(_request: web.BaseRequest) -> web.Response:
    return web.Response(status=302, headers={"Location": "https://elsewhere.example/api"})


def bomb(_request: web.BaseRequest) -> web.Response:
    return web.Response(
        body=gzip.compress(b"0" * 200_000_000, 9), headers={"Content-Encoding": "gzip"}
    )


def cut_off(_request: web.BaseRequest) -> web.Response:
    return web.Response(body=b'{"count": 1, "next": null, "results": [{"ball')


def endless(request: web.BaseRequest) -> web.Response:
    following = f"https://candidates.democracyclub.org.uk{request.path}?page=9"
    return web.json_response({"count": 9, "next": following, "results": []})


def broken(_request: web.BaseRequest) -> web.Response:
    return web.Response(status=503)
