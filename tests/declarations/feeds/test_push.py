"""Signed declarations over real sockets."""

import asyncio
import json
import shutil
import subprocess
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import httpx
import pytest

from bot.declarations.desk import Answer, Desk, Outcome
from bot.declarations.feeds.feed import Bulletin, Misread
from bot.declarations.feeds.push import Push, host_and_port, signature
from bot.declarations.feeds.push_server import PushServer
from bot.declarations.feeds.tape import Exchange, TapeWire
from bot.declarations.feeds.wire import Answer as Sent
from bot.errors import StateError, TellerError
from tests.declarations.making import declared, without

NOW = datetime(2029, 5, 4, 2, 30, tzinfo=UTC)
SECRET = b"0123456789abcdef"
JSON = json.dumps(declared()).encode()
CSV = (
    b"polled_on,constituency,name,party,votes\n"
    b"2029-05-03,Clacton,Ann Able,Labour,20000\n2029-05-03,Clacton,Ben Baker,Green,15000\n"
)


@dataclass
class Newsroom:
    """Who sends to a desk in which Clacton is open. `lost` says that nothing can be written."""

    desk: Desk
    server: PushServer | None = None
    lost: bool = False

    async def receive(self, sent: Sent) -> list[Answer]:
        if self.lost:
            raise StateError("The state could not be written, and nothing was: disk full.")
        haul = await Push("0").poll(TapeWire([Exchange("post", sent)]), {}, NOW)
        return [self._taken(one) for one in haul.items]

    def _taken(self, item: Bulletin | Misread) -> Answer:
        if isinstance(item, Misread):
            return Answer(Outcome.REFUSED, item.reason)
        return self.desk.receive(item.report, item.text, "the newsroom")

    async def send(
        self,
        body: bytes = JSON,
        at: datetime = NOW,
        path: str = "/declarations",
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[int, Any]:
        """Signed, but for the headers that are given."""
        stamp = f"{at.timestamp():.3f}"
        signed = {"X-Teller-Timestamp": stamp, "X-Teller-Signature": signature(SECRET, stamp, body)}
        return await self.post(body, {**signed, **headers}, path)

    async def post(
        self, body: bytes, headers: dict[str, str], path: str = "/declarations"
    ) -> tuple[int, Any]:
        assert self.server
        async with httpx.AsyncClient(trust_env=False) as client:
            url = f"http://127.0.0.1:{self.server.port}{path}"
            answer = await client.post(url, content=body, headers=headers)
        return answer.status_code, answer.json()

    async def outcomes(self, body: bytes) -> list[str]:
        status, told = await self.send(body)
        assert status == 200
        return [f"{one['outcome']}: {one['about']}" for one in told["answers"]]


@pytest.fixture
async def newsroom(desk: Desk) -> AsyncIterator[Newsroom]:
    room = Newsroom(desk)
    async with PushServer("127.0.0.1", 0, SECRET, room.receive, lambda: NOW) as server:
        room.server = server
        yield room


@pytest.mark.parametrize("body", [JSON, JSON + b"\n", b"[" + JSON + b"]", CSV])
async def test_a_signed_declaration_is_taken_and_answered(newsroom: Newsroom, body: bytes) -> None:
    assert await newsroom.outcomes(body) == ["accepted: Clacton, 2029-05-03"]


async def test_the_same_message_again_changes_nothing(newsroom: Newsroom) -> None:
    await newsroom.send()
    assert await newsroom.outcomes(JSON) == ["unchanged: Clacton, 2029-05-03"]


async def test_of_several_lines_each_is_answered(newsroom: Newsroom) -> None:
    body = JSON + b"\n" + b"<html>" + b"\n"
    assert await newsroom.outcomes(body) == [
        "accepted: Clacton, 2029-05-03",
        "refused: the line is no JSON object",
    ]


async def test_the_order_is_that_of_the_time_stamps() -> None:
    sent = Sent(200, JSON, {"x-teller-timestamp": "1751684400.123"})
    haul = await Push("0").poll(TapeWire([Exchange("post", sent)]), {}, NOW)
    assert [one.order for one in haul.items if isinstance(one, Bulletin)] == [1_751_684_400_123]


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"X-Teller-Signature": ""}, "The headers X-Teller-Timestamp and X-Teller-Signature"),
        ({"X-Teller-Timestamp": ""}, "The headers X-Teller-Timestamp and X-Teller-Signature"),
        ({"X-Teller-Timestamp": "now"}, "must be seconds since 1970"),
        ({"X-Teller-Timestamp": "1e999"}, "must be seconds since 1970"),
        ({"X-Teller-Signature": "sha256=00"}, "The signature is not that of this message"),
        ({"X-Teller-Timestamp": f"{NOW.timestamp() + 1:.3f}"}, "The signature is not that"),
    ],
)
async def test_without_its_signature_nothing_is_believed(
    newsroom: Newsroom, headers: dict[str, str], reason: str
) -> None:
    status, told = await newsroom.send(headers=headers)
    assert status == 401
    assert reason in told["error"]
    assert SECRET.decode() not in json.dumps(told)


@pytest.mark.parametrize(
    ("minutes", "said"), [(-61, "61 minutes behind"), (61, "61 minutes ahead"), (6, "6 minutes")]
)
async def test_a_clock_that_is_wrong_is_told_so(
    newsroom: Newsroom, minutes: int, said: str
) -> None:
    status, told = await newsroom.send(at=NOW + timedelta(minutes=minutes))
    assert status == 401
    assert f"The message is {said}" in told["error"]


async def test_a_body_that_was_changed_on_its_way_is_not_believed(newsroom: Newsroom) -> None:
    stamp = f"{NOW.timestamp():.3f}"
    headers = {
        "X-Teller-Timestamp": stamp,
        "X-Teller-Signature": signature(SECRET, stamp, JSON),
    }
    status, _ = await newsroom.post(JSON.replace(b"20000", b"20001"), headers)
    assert status == 401


@pytest.mark.parametrize(
    ("body", "path", "headers", "status"),
    [
        (b" \n", "/declarations", {}, 400),
        (JSON, "/elsewhere", {}, 404),
        (b"x" * 2_000_001, "/declarations", {}, 413),
        (JSON, "/declarations", {"Content-Encoding": "gzip"}, 415),
    ],
)
async def test_what_is_no_message_is_turned_away(
    newsroom: Newsroom, body: bytes, path: str, headers: dict[str, str], status: int
) -> None:
    answered, told = await newsroom.send(body, path=path, headers=headers)
    assert answered == status
    assert told["error"].endswith(".")


async def test_who_only_looks_is_told_what_to_do(newsroom: Newsroom) -> None:
    assert newsroom.server
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(f"http://127.0.0.1:{newsroom.server.port}/")
    assert answer.status_code == 405
    assert answer.json() == {"error": "Declarations are sent with POST."}


async def test_what_cannot_be_written_down_is_to_be_sent_again(newsroom: Newsroom) -> None:
    newsroom.lost = True
    status, told = await newsroom.send()
    assert (status, told["error"]) == (
        503,
        "It could not be written down: send it again in a while.",
    )
    newsroom.lost = False
    assert await newsroom.outcomes(JSON) == ["accepted: Clacton, 2029-05-03"]


async def test_a_port_that_is_taken_is_said_so(newsroom: Newsroom) -> None:
    assert newsroom.server
    second = PushServer("127.0.0.1", newsroom.server.port, SECRET, newsroom.receive, lambda: NOW)
    with pytest.raises(TellerError, match=r"The port \d+ on 127\.0\.0\.1 cannot be had"):
        async with second:
            pass


@pytest.mark.parametrize(
    ("plain", "reason"),
    [
        (without(declared(), "candidates"), "no candidates are given"),
        (declared(constituency="Atlantis"), "there is no constituency 'Atlantis'"),
        (
            declared(candidates=[*declared()["candidates"], declared()["candidates"][1]]),
            "given twice",
        ),
        (declared(electorate="70,000"), "electorate must be a whole number"),
        (
            declared(candidates=[{"name": "A B", "party": "X", "votes": 0, "elected": True}]),
            "nobody has any votes yet",
        ),
        (
            declared(candidates=[{**one, "elected": True} for one in declared()["candidates"]]),
            "more than one candidate is said to be elected",
        ),
    ],
)
async def test_what_cannot_be_is_refused_with_the_reason(
    newsroom: Newsroom, plain: dict[str, Any], reason: str
) -> None:
    [said] = await newsroom.outcomes(json.dumps(plain).encode())
    assert said.startswith("refused: ")
    assert reason in said


@pytest.mark.parametrize(
    ("place", "host"),
    [("8080", "127.0.0.1"), ("0.0.0.0:8080", "0.0.0.0"), ("[::1]:8080", "::1")],  # noqa: S104
)
def test_places(place: str, host: str) -> None:
    assert host_and_port(place) == (host, 8080)


@pytest.mark.skipif(
    not (shutil.which("openssl") and shutil.which("curl")), reason="needs openssl and curl"
)
async def test_the_readmes_way_to_sign_works(desk: Desk, tmp_path: Path) -> None:
    room = Newsroom(desk)
    (tmp_path / "results.jsonl").write_bytes(JSON)
    script = """
        sent=$(date +%s)
        signed=$( (printf '%s.' "$sent"; cat results.jsonl) |
            openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
        curl -s --noproxy '*' --data-binary @results.jsonl -H "X-Teller-Timestamp: $sent" \\
            -H "X-Teller-Signature: sha256=$signed" http://127.0.0.1:$PORT/declarations
    """
    async with PushServer(
        "127.0.0.1", 0, SECRET, room.receive, lambda: datetime.now(UTC)
    ) as server:
        environment = {"PATH": "/usr/bin:/bin", "SECRET": SECRET.decode(), "PORT": str(server.port)}
        done = await asyncio.to_thread(
            subprocess.run,
            ["sh", "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
        )
    assert json.loads(done.stdout)["answers"][0]["outcome"] == "accepted"
