"""Recordings of what feeds were answered."""

import json
import os
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


HEADER = '{"recording": 1, "opened": []}\n'


def spoilt(**answer: object) -> str:
    """A round with an answer that cannot be."""
    if "status" not in answer:
        answer["unanswered"] = "down."
    said = [{"address": "/a", **answer}]
    return json.dumps({"at": NOW.isoformat(), "feed": "a", "answers": said}) + "\n"


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
BODIES = st.binary(max_size=300) | st.text(max_size=100).map(str.encode)
ANSWERS = st.builds(Answer, st.integers(100, 599), BODIES, HEADERS) | st.builds(
    Unanswered, st.text(max_size=50), st.none() | st.floats(0, 3600)
)
# A name of a file that is no text has halves of surrogate pairs.
ADDRESSES = st.text(max_size=30) | st.binary(max_size=9).map(os.fsdecode)
EXCHANGES = st.lists(st.builds(Exchange, ADDRESSES, ANSWERS), min_size=1, max_size=4)


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


def test_a_recording_goes_on_wherever_in_a_line_its_writer_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "night.jsonl"
    Recorder(path, OPENED).keep(heard(1, Exchange("/Ynys Môn", Answer(200, "“ŷ”".encode()))))
    whole = path.read_bytes()
    header = whole.index(b"\n") + 1
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        Recorder(path, OPENED).keep(heard(2))
        read = read_recording(path)
        assert read.opened == OPENED
        # A round that only lacks the end of its line is heard again, and so are its words.
        assert [one.at for one in read.rounds] == [NOW + timedelta(seconds=2)]
        assert length < header or path.read_bytes().startswith(whole[:header])


def test_a_last_line_that_is_cut_in_the_middle_of_a_letter_is_left_out(tmp_path: Path) -> None:
    """As somebody else may have written it."""
    path = tmp_path / "night.jsonl"
    Recorder(path, OPENED).keep(heard())
    whole = path.read_bytes()
    path.write_bytes(whole + '{"at": "Môn"}'.encode()[:9])
    assert len(read_recording(path).rounds) == 1
    Recorder(path, OPENED).keep(heard(1))
    assert len(read_recording(path).rounds) == 2
    path.write_bytes(whole + '{"at": "Môn"}'.encode()[:9] + b"\n" + whole.splitlines()[1])
    with pytest.raises(TellerError, match="line 3, is no round"):
        read_recording(path)


def test_what_cannot_be_written_or_read_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing" / "night.jsonl"):
        with pytest.raises(TellerError, match=r"cannot be (read|written): [A-Z].*\."):
            Recorder(path, {})
        with pytest.raises(TellerError, match="cannot be read"):
            read_recording(path)


def test_a_text_that_only_begins_like_a_recording_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    for text in ('{"recording": "of a song"}\n', '{"records": [', "{\n"):
        path.write_text(text)
        with pytest.raises(TellerError, match=r"recording|version"):
            Recorder(path, {})
        assert path.read_text() == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no recording: `teller run --record FILE` makes one"),
        ('{"a": 1}\n', "is no recording"),
        ("[]\n", "is no recording"),
        ('{"recording": 2, "opened": []}\n', "was recorded by another version"),
        ('{"recording": 1, "opened": [["x"]]}\n', "is no recording"),
        ('{"recording": 1, "opened": []}\n{"at": 1}\n{}\n', "line 2, is no round"),
        ("\x00\x01\n", "is no recording"),
        ("[" * 100_000, "is no recording"),
        (HEADER + "[" * 100_000 + "\n{}\n", "line 2, is no round"),
        (HEADER + spoilt(wait="soon") + "{}\n", "line 2, is no round"),
        (HEADER + spoilt(status="fine", text="") + "{}\n", "line 2, is no round"),
        (HEADER + spoilt(status=200, text="", headers=[1]) + "{}\n", "line 2, is no round"),
        (HEADER + spoilt(status=200, base64="Ä") + "{}\n", "line 2, is no round"),
        (
            HEADER + '{"at": "2029-05-04T02:30:00Z", "feed": "a", "again": true}\n{}',
            "line 2, is no",
        ),
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
