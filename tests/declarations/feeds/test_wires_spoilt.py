"""Answers over real sockets that nobody should send, and folders with more than files in them."""

import asyncio
import gzip
import os
import socket
import threading
import zlib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from aiolimiter import AsyncLimiter

from bot.declarations.feeds.folder_wire import FolderWire, listing
from bot.declarations.feeds.web_wire import WebWire
from bot.declarations.feeds.wire import Answer, Unanswered, body_of

OK = b"HTTP/1.1 200 OK\r\n"
PACKED = OK + b"Content-Encoding: gzip\r\n\r\n"
MOVED = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
HELLO = gzip.compress(b"hello", mtime=0)  # the same in every process


def bomb() -> bytes:
    """A thousand million zeros."""
    packer, zeros = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS | 16), bytes(10_000_000)
    million = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush the same zeros are packed into the same bytes.
    again = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
    return million + 99 * again


@asynccontextmanager
async def answering(
    answer: bytes, more: bytes = b"", seconds: float = 5.0
) -> AsyncIterator[WebWire]:
    """A wire to a server that answers just that, and then `more` without end."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer)
            await writer.drain()
            while more:
                writer.write(more)
                await writer.drain()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with WebWire(address, AsyncLimiter(100, 1), {}, seconds) as wire:
            yield wire


async def unanswered(answer: bytes, more: bytes = b"", address: str = "/") -> str:
    """What is said of it, also where it is only its body that is no good."""
    async with answering(answer, more) as wire:
        with pytest.raises(Unanswered) as silent:
            body_of(await wire.ask(address))
    assert str(silent.value).endswith(".")
    assert not str(silent.value).endswith("..")
    return str(silent.value)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        OK + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nhello",
        OK + b"Content-Length: -4\r\n\r\nhello",
        OK + b"Content-Length: 50\r\n\r\nhello",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
        OK + b"A: " + b"x" * 200_000,
        OK,
    ],
)
async def test_an_answer_that_is_no_http_is_unanswered(answer: bytes) -> None:
    assert "could not be reached: " in await unanswered(answer)


async def test_a_body_that_is_longer_than_it_should_be_is_cut_where_it_ends() -> None:
    async with answering(OK + b"Content-Length: 5\r\n\r\nhello and more") as wire:
        assert body_of(await wire.ask("/")) == b"hello"


async def test_a_bomb_of_a_thousand_million_zeros_is_not_unpacked() -> None:
    packed = bomb()
    assert len(packed) < 10_000_000
    assert await unanswered(PACKED + packed) == "the answer is longer than 20,000,000 bytes."


@pytest.mark.parametrize(
    ("answer", "more", "reason"),
    [
        (PACKED + HELLO + HELLO, b"", "the answer goes on after its end."),
        (PACKED + HELLO, bytes(65_536), "the answer goes on after its end."),
        (PACKED + HELLO[:-3], b"", "the answer breaks off."),
        (PACKED, b"", "the answer breaks off."),
        (PACKED + HELLO[:-8] + bytes(8), b"", "the answer is packed and cannot be unpacked."),
        (OK + b"\r\n", bytes(65_536), "the answer is longer than 20,000,000 bytes."),
    ],
    ids=["twice", "and more", "cut off", "nothing", "another sum", "without end"],
)
async def test_what_is_packed_ends_once_and_as_a_whole(
    answer: bytes, more: bytes, reason: str
) -> None:
    assert await unanswered(answer, more) == reason


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (b"https://elsewhere.example/x", "https://elsewhere.example/x"),
        (b"/a\xa0b\x9bc", "/abc"),
        (b"", "nowhere"),
        (b"/" + b"x" * 300, "/" + "x" * 79),
    ],
)
async def test_where_it_leads_is_said_in_letters(location: bytes, shown: str) -> None:
    said = await unanswered(MOVED + location + b"\r\n\r\n")
    assert said == f"it leads elsewhere ({shown}), which is not followed."


@pytest.mark.parametrize(
    "location",
    [
        *(b"//[::1", b"http://[zz]/", b"javascript:alert(1)", b"http://xn--/", b"http://a:99999/"),
        *(b"\xff\xfe", b"/" + b"x" * 70_000, b"http://..", b"http:///x"),
    ],
)
async def test_whatever_it_leads_to_is_a_sentence(location: bytes) -> None:
    said = await unanswered(MOVED + location + b"\r\n\r\n")
    assert "it leads elsewhere" in said or "could not be reached" in said


@pytest.mark.parametrize("address", ["@127.0.0.1/", ".example", ":1/", "", "/\x00", "/\ud800"])
async def test_no_address_leads_to_another_site(address: str) -> None:
    said = await unanswered(OK + b"Content-Length: 0\r\n\r\n", address=address)
    assert "has no address" in said or "could not be reached" in said


@pytest.mark.parametrize(
    ("status", "headers", "reason", "wait"),
    [
        (503, {"retry-after": "86400"}, "it is out of order (503).", 3600),
        (503, {"retry-after": "9" * 400}, "it is out of order (503).", 3600),
        (429, {"retry-after": "-5"}, "it was asked too often (429).", None),
        (429, {"retry-after": "1.5"}, "it was asked too often (429).", None),
        (429, {"retry-after": "٣"}, "it was asked too often (429).", None),
        (418, {"retry-after": " 60 "}, "it refuses our User-Agent (418): set TELLER_CONTACT.", 60),
        (304, {}, "it leads elsewhere (nowhere), which is not followed.", None),
        (204, {}, "it refuses the question (204).", None),
    ],
)
def test_a_source_is_left_alone_for_an_hour_at_most(
    status: int, headers: Mapping[str, str], reason: str, wait: float | None
) -> None:
    with pytest.raises(Unanswered) as silent:
        body_of(Answer(status, b"", headers))
    assert (str(silent.value), silent.value.wait) == (reason, wait)


def fifo(path: Path) -> None:
    os.mkfifo(path)


def link(path: Path) -> None:
    secret = path.parent.parent / "secret.json"
    secret.write_text("secret")
    path.symlink_to(secret)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def sock(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(path))


@pytest.mark.parametrize("make", [fifo, link, dangling, sock, Path.mkdir])
async def test_what_is_no_file_is_neither_listed_nor_read(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    make(folder / "x.json")
    async with FolderWire(folder) as wire:
        assert listing(await wire.ask("")) == []
        answer = await asyncio.wait_for(wire.ask("x.json"), 5)
    assert (answer.status, answer.body) == (404, b"")


@pytest.mark.parametrize(
    "name", ["/etc/hostname", "a/../x.json", ".", "..", "x.json/", "./x.json", "x\0", "\0"]
)
async def test_names_that_lead_anywhere_else_are_of_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.json").write_text("x")
    assert (await FolderWire(tmp_path).ask(name)).status == 404


async def test_a_name_that_no_file_can_have_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unanswered, match=r"cannot be read: File name too long\."):
        await FolderWire(tmp_path).ask("x" * 300)


async def test_a_file_alone_answers_to_its_own_name_only(tmp_path: Path) -> None:
    (tmp_path / "night.json").write_text("x")
    (tmp_path / "link.json").symlink_to(tmp_path / "night.json")
    async with FolderWire(tmp_path / "night.json") as wire:
        assert (await wire.ask(".timestamp")).status == 404
        assert (await wire.ask("night.json")).body == b"x"
    # Whoever names a link himself means what it leads to.
    async with FolderWire(tmp_path / "link.json") as wire:
        assert [one.name for one in listing(await wire.ask(""))] == ["link.json"]
        assert (await wire.ask("link.json")).body == b"x"


async def test_a_folder_that_is_something_else_is_a_sentence(tmp_path: Path) -> None:
    fifo(tmp_path / "pipe")
    with pytest.raises(Unanswered, match=r"cannot be read: Not a directory\."):
        await FolderWire(tmp_path / "pipe").ask("")
    with pytest.raises(Unanswered, match="is not there"):
        await FolderWire(tmp_path / "nowhere").ask("")


async def test_a_folder_that_never_answers_holds_up_no_other(tmp_path: Path) -> None:
    """As one on a disk in a network that is down: nothing ends the wait of whoever reads it."""
    let_go = threading.Event()

    class Stuck(FolderWire):
        def _answer(self, name: str) -> Answer:
            let_go.wait(30)
            return super()._answer(name)

    (tmp_path / "x.json").write_text("x")
    async with Stuck(tmp_path) as stuck, FolderWire(tmp_path) as good:
        for _ in range(40):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(stuck.ask("x.json"), 0.005)
        assert (await asyncio.wait_for(good.ask("x.json"), 5)).body == b"x"
        assert await asyncio.wait_for(asyncio.to_thread(str, 7), 5) == "7"
        let_go.set()
