"""How feeds ask, over real sockets and of real folders."""

import asyncio
import gzip
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from aiolimiter import AsyncLimiter

from bot.declarations.feeds.folder_wire import FolderWire, listing
from bot.declarations.feeds.web_wire import WebWire
from bot.declarations.feeds.wire import Answer, Unanswered, body_of

Handler = Callable[[web.Request], web.Response]


class Server:
    """Answers with whatever it is given."""

    def __init__(self) -> None:
        self.handler: Handler = lambda _: web.Response(text="hello")
        self.seen: list[web.Request] = []
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self.server = TestServer(app)

    async def _answer(self, request: web.Request) -> web.Response:
        self.seen.append(request)
        return self.handler(request)

    @property
    def address(self) -> str:
        return str(self.server.make_url("")).rstrip("/")


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    opened = Server()
    async with opened.server:
        yield opened


@pytest.fixture
async def wire(server: Server) -> AsyncIterator[WebWire]:
    async with WebWire(server.address, AsyncLimiter(100, 1), {"User-Agent": "Teller/0"}) as opened:
        yield opened


async def test_an_answer_is_given_whatever_its_status(server: Server, wire: WebWire) -> None:
    server.handler = lambda _: web.Response(status=503, text="no", headers={"Retry-After": "9"})
    answer = await wire.ask("/results", {"page": "2"})
    assert (answer.status, answer.body, answer.headers["retry-after"]) == (503, b"no", "9")
    [seen] = server.seen
    assert (seen.path_qs, seen.headers["User-Agent"]) == ("/results?page=2", "Teller/0")


async def test_what_is_packed_is_unpacked(server: Server, wire: WebWire) -> None:
    packed = gzip.compress(b"hello " * 1000)
    server.handler = lambda _: web.Response(body=packed, headers={"Content-Encoding": "gzip"})
    assert (await wire.ask("/")).body == b"hello " * 1000


BODIES: dict[str, Callable[[], bytes]] = {
    "bomb": lambda: gzip.compress(b"0" * 100_000_000, 9),
    "packed twice": lambda: gzip.compress(gzip.compress(b"0")),
    "plain": lambda: b"hello",
    "cut off": lambda: gzip.compress(b"hello" * 100)[:-10],
    "long": lambda: b"0" * 20_000_001,
}


@pytest.mark.parametrize(
    ("body", "packing", "reason"),
    [
        ("bomb", "gzip", "is longer than 20,000,000 bytes"),
        ("packed twice", "gzip, gzip", "answered packed as “gzip, gzip”"),
        ("plain", "br", "answered packed as “br”"),
        ("cut off", "gzip", "the answer breaks off"),
        ("plain", "gzip", "cannot be unpacked"),
        ("long", "identity", "is longer than 20,000,000 bytes"),
    ],
)
async def test_bombs_and_other_packings_are_not_swallowed(
    server: Server, wire: WebWire, body: str, packing: str, reason: str
) -> None:
    packed = BODIES[body]()
    server.handler = lambda _: web.Response(body=packed, headers={"Content-Encoding": packing})
    with pytest.raises(Unanswered, match=reason):
        await wire.ask("/")


async def test_nobody_is_followed_elsewhere(server: Server, wire: WebWire) -> None:
    server.handler = lambda _: web.Response(status=302, headers={"Location": "/elsewhere"})
    answer = await wire.ask("/")
    assert len(server.seen) == 1
    with pytest.raises(Unanswered, match=r"it leads elsewhere \(/elsewhere\)"):
        body_of(answer)


async def test_who_is_not_there_or_breaks_off_is_unanswered(server: Server) -> None:
    async with WebWire("http://127.0.0.1:1", AsyncLimiter(100, 1), {}) as nowhere:
        with pytest.raises(Unanswered, match="could not be reached"):
            await nowhere.ask("/")

    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello")
        writer.close()
        await writer.wait_closed()

    rude = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    async with rude:
        port = rude.sockets[0].getsockname()[1]
        async with WebWire(f"http://127.0.0.1:{port}", AsyncLimiter(100, 1), {}) as wire:
            with pytest.raises(Unanswered, match="could not be reached"):
                await wire.ask("/")


async def test_an_answer_that_drips_is_not_waited_for_for_ever() -> None:
    async def drip(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        with suppress(ConnectionError):
            while True:
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(0.05)
        writer.close()
        ended.set()

    ended = asyncio.Event()
    slow = await asyncio.start_server(drip, "127.0.0.1", 0)
    async with slow:
        address = f"http://127.0.0.1:{slow.sockets[0].getsockname()[1]}"
        async with WebWire(address, AsyncLimiter(100, 1), {}, seconds=0.5) as wire:
            with pytest.raises(Unanswered, match="did not answer within"):
                await wire.ask("/")
        await asyncio.wait_for(ended.wait(), 5)


async def test_the_pace_is_kept(server: Server) -> None:
    async with WebWire(server.address, AsyncLimiter(1, 0.2), {}) as wire:
        began = time.monotonic()
        for _ in range(4):
            await wire.ask("/")
        assert time.monotonic() - began >= 0.55


@pytest.mark.parametrize(
    ("status", "headers", "reason", "wait"),
    [
        (403, {}, "it refuses the question (403).", None),
        (404, {}, "it refuses the question (404).", None),
        (418, {}, "it refuses our User-Agent (418): set TELLER_CONTACT.", None),
        (429, {"retry-after": "30"}, "it was asked too often (429).", 30),
        (429, {}, "it was asked too often (429).", None),
        (429, {"retry-after": "soon"}, "it was asked too often (429).", None),
        (429, {"retry-after": "99999999999"}, "it was asked too often (429).", 3600),
        (429, {"retry-after": "9999"}, "it was asked too often (429).", 3600),
        (500, {}, "it is out of order (500).", None),
    ],
)
def test_what_a_site_does_instead_of_answering(
    status: int, headers: dict[str, str], reason: str, wait: float | None
) -> None:
    with pytest.raises(Unanswered) as silent:
        body_of(Answer(status, b"", headers))
    assert (str(silent.value), silent.value.wait) == (reason, wait)


async def test_a_folder_lists_its_files_and_gives_them(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_bytes(b"later")
    (tmp_path / "a.xml").write_bytes(b"earlier")
    os.utime(tmp_path / "a.xml", (1, 1))
    (tmp_path / "deeper").mkdir()
    (tmp_path / "link.xml").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe.xml")
    wire = FolderWire(tmp_path)
    assert [(one.name, one.size) for one in listing(await wire.ask(""))] == [
        ("a.xml", 7),
        ("b.xml", 5),
    ]
    assert (await wire.ask("b.xml")).body == b"later"


@pytest.mark.parametrize("name", ["gone.xml", "../secret", "deeper/x", "..", "pipe", "deeper"])
async def test_nothing_else_can_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret").write_text("x")
    (tmp_path / "deeper").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert (await asyncio.wait_for(FolderWire(tmp_path).ask(name), 5)).status == 404


async def test_a_folder_that_is_not_there_is_unanswered(tmp_path: Path) -> None:
    with pytest.raises(Unanswered, match="is not there"):
        await FolderWire(tmp_path / "missing").ask("")


async def test_a_file_alone_is_a_list_of_one(tmp_path: Path) -> None:
    (tmp_path / "night").write_text("x")
    wire = FolderWire(tmp_path / "night")
    assert [one.name for one in listing(await wire.ask(""))] == ["night"]
    assert (await wire.ask("night")).body == b"x"


async def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as handle:
        handle.truncate(20_000_001)
    with pytest.raises(Unanswered, match="is larger than"):
        await FolderWire(tmp_path).ask("large")
