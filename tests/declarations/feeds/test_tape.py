"""Recordings of what feeds were answered."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.declarations.feeds.tape import (
    Exchange,
    HeardWire,
    Recorder,
    Round,
    TapeWire,
    read_recording,
    round_as_text,
)
from bot.declarations.feeds.wire import Answer, Unanswered
from bot.elections.contest import ContestId, ContestKind
from bot.errors import TellerError
from tests.declarations.feeds.fuzzing import fuzz
from tests.declarations.making import CLACTON, NOW

OPENED: Mapping[ContestId, ContestKind] = {CLACTON: ContestKind.BY_ELECTION}
HELLO = Exchange("/a", Answer(200, b"hello", {"content-type": "text/plain"}))


def heard(seconds: int = 0, *exchanges: Exchange, feed: str = "folder:/srv") -> Round:
    return Round(NOW + timedelta(seconds=seconds), feed, exchanges or (HELLO,))


def plain(one: Round) -> list[tuple[object, ...]]:
    """Two errors are never equal, so what they say is compared."""
    return [
        (each.address, str(each.answer), each.answer.wait)
        if isinstance(each.answer, Unanswered)
        else (each.address, each.answer.status, each.answer.body, dict(each.answer.headers))
        for each in one.exchanges
    ]


HEADERS = st.dictionaries(st.sampled_from(["content-type", "date", "retry-after"]), st.text())
ANSWERS = st.builds(Answer, st.integers(100, 599), st.binary(max_size=300), HEADERS) | st.builds(
    Unanswered, st.text(max_size=50), st.none() | st.floats(0, 3600)
)
EXCHANGES = st.lists(st.builds(Exchange, st.text(max_size=30), ANSWERS), min_size=1, max_size=4)


@fuzz
@given(EXCHANGES)
def test_fuzz_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, exchanges: list[Exchange]
) -> None:
    path = tmp_path_factory.mktemp("tape") / "night.jsonl"
    one = Round(NOW, "folder:/srv", tuple(exchanges))
    Recorder(path, OPENED).keep(one)
    [read] = read_recording(path).rounds
    assert (read.at, read.feed, plain(read)) == (one.at, one.feed, plain(one))


def test_a_recording_knows_what_was_open_and_which_feeds_spoke(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "night.jsonl", OPENED)
    recorder.keep(heard(5, feed="pa:/srv/pa"))
    recorder.keep(heard(1))
    read = read_recording(tmp_path / "night.jsonl")
    assert read.opened == OPENED
    assert read.feeds == ["folder:/srv", "pa:/srv/pa"]
    assert read.name.startswith("night-")


def test_a_poll_that_brought_what_the_last_one_did_is_written_in_short(tmp_path: Path) -> None:
    long = Exchange("/a", Answer(200, b"x" * 5000))
    recorder = Recorder(tmp_path / "night.jsonl", {})
    for seconds in range(50):
        recorder.keep(heard(seconds, long))
    recorder.keep(heard(90, Exchange("/a", Answer(200, b"news"))))
    recorder.keep(Round(NOW, "folder:/srv", ()))
    assert (tmp_path / "night.jsonl").stat().st_size < 10_000
    read = read_recording(tmp_path / "night.jsonl").rounds
    assert [plain(one) for one in read[:50]] == [plain(heard(0, long))] * 50
    assert len(read) == 51


def test_a_recording_goes_on_after_whoever_wrote_it_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "night.jsonl"
    Recorder(path, OPENED).keep(heard())
    with path.open("a") as handle:
        handle.write(round_as_text(heard(1))[:40])
    assert len(read_recording(path).rounds) == 1
    Recorder(path, OPENED).keep(heard(2))
    assert [one.at for one in read_recording(path).rounds] == [NOW, NOW + timedelta(seconds=2)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no recording: `teller run --record FILE` makes one"),
        ('{"a": 1}\n', "is no recording"),
        ("[]\n", "is no recording"),
        ('{"recording": 2, "opened": []}\n', "was recorded by another version"),
        ('{"recording": 1, "opened": [["x"]]}\n', "is no recording"),
        ('{"recording": 1, "opened": []}\n{"at": 1}\n{}\n', "line 2, is no round"),
        (
            '{"recording": 1, "opened": []}\n{"at": "2029-05-04", "feed": "", "answers": []}\n\n',
            "line 2, is no round",
        ),
    ],
)
def test_what_is_no_recording_is_said_so(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "night.jsonl"
    path.write_text(text)
    with pytest.raises(TellerError, match=reason):
        read_recording(path)


def test_what_is_something_else_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all,\n")
    with pytest.raises(TellerError, match="is no recording"):
        Recorder(path, {})
    assert path.read_text() == "Dear all,\n"


async def test_a_tape_answers_each_address_in_turn_and_nothing_else() -> None:
    again = Exchange("/a", Answer(200, b"again"))
    tape = TapeWire([HELLO, Exchange("/b", Unanswered("down.", 5)), again])
    assert (await tape.ask("/a", {"page": "1"})).body == b"hello"
    assert (await tape.ask("/a")).body == b"again"
    with pytest.raises(Unanswered, match="down") as silent:
        await tape.ask("/b")
    assert silent.value.wait == 5
    with pytest.raises(Unanswered, match="the recording has no answer for /a"):
        await tape.ask("/a")


async def test_what_is_heard_is_remembered_silence_too() -> None:
    wire = HeardWire(TapeWire([HELLO]))
    await wire.ask("/a")
    with pytest.raises(Unanswered):
        await wire.ask("/b")
    assert [one.address for one in wire.exchanges] == ["/a", "/b"]


def test_times_know_their_zone() -> None:
    assert '"at": "2029-05-04T02:30:00+00:00"' in round_as_text(heard())
    assert datetime(2029, 5, 4, 2, 30, tzinfo=UTC) == NOW
