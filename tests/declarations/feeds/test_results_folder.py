"""A folder of declarations, with real files."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.feeds.feed import Bulletin, Misread
from bot.declarations.feeds.folder_wire import FolderWire
from bot.declarations.feeds.results_folder import ResultsFolder
from bot.declarations.feeds.tape import TapeWire
from bot.declarations.journal import Journal
from bot.declarations.validation import Validator
from tests.declarations.making import declared, without
from tests.nights import rounds
from tests.nights.changes import as_declared

START = datetime(2029, 5, 4, 2, 0, tzinfo=UTC)
CSV = (
    "polled_on,constituency,name,party,votes\n"
    "2029-05-03,Clacton,Ann Able,Labour,20000\n"
    "2029-05-03,Clacton,Ben Baker,Conservative,15000\n"
)


def line(seat: str = "Clacton", **changes: object) -> str:
    return json.dumps(declared(constituency=seat, **changes)) + "\n"


@dataclass
class Desk:
    """The folder, or the file, and what is read from it poll by poll."""

    path: Path
    memory: dict[str, str] = field(default_factory=dict)
    now: datetime = START

    async def poll(self, seconds: float = 1) -> list[str]:
        """ "result Clacton 20000", or why something is none."""
        self.now += timedelta(seconds=seconds)
        haul = await ResultsFolder(str(self.path)).poll(
            FolderWire(self.path), self.memory, self.now
        )
        self.memory = {k: v for k, v in (self.memory | dict(haul.memory)).items() if v}
        return [_said(one) for one in haul.items]

    async def settle(self) -> list[str]:
        """Until nobody writes any more."""
        return [*await self.poll(), *await self.poll(3)]


def _said(item: Bulletin | Misread) -> str:
    if isinstance(item, Misread):
        return item.reason
    votes = [one.votes for one in item.report.candidates[:1]]
    return " ".join(map(str, (item.word, item.report.constituency, *votes)))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


async def test_a_file_is_picked_up_once(desk: Desk) -> None:
    (desk.path / "a.jsonl").write_text(line() + line("Bath"))
    assert await desk.settle() == ["result Clacton 20000", "result Bath 20000"]
    assert await desk.settle() == []


async def test_whole_lines_are_read_at_once_and_the_rest_when_it_is_written(desk: Desk) -> None:
    whole = line() + line("Bath")
    (desk.path / "a.jsonl").write_text(whole[:-30])
    assert await desk.settle() == ["result Clacton 20000", "Bath: the line is no JSON object"[6:]]
    (desk.path / "a.jsonl").write_text(whole)
    assert await desk.poll() == ["result Bath 20000"]


async def test_a_file_that_grows_tells_only_what_is_new(desk: Desk) -> None:
    file = desk.path / "night.jsonl"
    file.write_text(line())
    assert await desk.poll() == ["result Clacton 20000"]
    with file.open("a") as handle:
        handle.write(line("Bath"))
    assert await desk.poll() == ["result Bath 20000"]
    assert await desk.settle() == []


async def test_of_a_result_and_its_correction_in_one_file_only_the_last_is_told(
    desk: Desk,
) -> None:
    other = [{"name": "Ann Able", "party": "Labour", "votes": 7}]
    (desk.path / "a.jsonl").write_text(line(candidates=other) + line())
    assert await desk.settle() == ["result Clacton 20000"]


async def test_what_another_file_has_corrected_stays_so_when_the_first_one_grows(
    desk: Desk,
) -> None:
    first, second = desk.path / "first.jsonl", desk.path / "second.jsonl"
    first.write_text(line())
    await desk.settle()
    second.write_text(line(candidates=[{"name": "Ann Able", "party": "Labour", "votes": 7}]))
    assert await desk.settle() == ["result Clacton 7"]
    with first.open("a") as handle:
        handle.write(line("Bath"))
    assert await desk.settle() == ["result Bath 20000"]


async def test_a_csv_is_read_when_nobody_writes_it_any_more(desk: Desk) -> None:
    """A number that breaks off is a number, too."""
    (desk.path / "a.csv").write_text(CSV[:-4])
    assert await desk.poll() == []
    (desk.path / "a.csv").write_text(CSV)
    assert await desk.poll() == []
    assert await desk.poll(1) == []
    assert await desk.poll(1) == ["result Clacton 20000"]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([declared(), declared(constituency="Bath")]),
        json.dumps([declared(), declared(constituency="Bath")], indent=2),
    ],
)
async def test_a_list_of_objects_is_read_too(desk: Desk, text: str) -> None:
    (desk.path / "a.json").write_text(text)
    assert await desk.settle() == ["result Clacton 20000", "result Bath 20000"]


async def test_one_object_over_several_lines_is_read_too(desk: Desk) -> None:
    (desk.path / "a.json").write_text(json.dumps(declared(), indent=4))
    assert await desk.settle() == ["result Clacton 20000"]


async def test_a_withdrawal(desk: Desk) -> None:
    (desk.path / "a.jsonl").write_text(line(withdrawn=True, candidates=[]))
    assert await desk.settle() == ["retracted Clacton"]


async def test_other_files_are_left_alone(desk: Desk) -> None:
    for name in (".a.jsonl", "a.jsonl.part", "a.jsonl~", "a.jsonl.tmp", "photo.png"):
        (desk.path / name).write_text(line())
    (desk.path / "folder.jsonl").mkdir()
    (desk.path / "link.jsonl").symlink_to(desk.path / ".a.jsonl")
    assert await desk.settle() == []


async def test_a_file_alone_may_be_called_anything(tmp_path: Path) -> None:
    path = tmp_path / "the-night"
    path.write_text(line())
    assert await Desk(path).settle() == ["result Clacton 20000"]


async def test_a_name_that_was_deleted_may_come_again(desk: Desk) -> None:
    file = desk.path / "a.jsonl"
    file.write_text(line())
    await desk.settle()
    file.unlink()
    assert await desk.poll() == []
    file.write_text(line())
    assert await desk.settle() == ["result Clacton 20000"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<html>Sign in</html>", "the line is no JSON object"),
        ('{"polled_on": "2029-05-03"', "the line is no JSON object"),
        ("[[[[" * 20_000, "the line is no JSON object"),
        (json.dumps(without(declared(), "polled_on")), "polled_on must be a day"),
        (json.dumps(declared(candidates="many")), "candidates must be a list of objects"),
        (line(candidates=[{"name": "A B", "party": "X", "votes": "1,200"}]), "not '1,200'"),
        (line(candidates=[{"name": "A B", "party": "X", "votes": -1}]), "cannot be negative"),
        (line(candidates=[{"name": "A B", "party": "X", "votes": 10**9}]), "more than any"),
        (line(candidates=[{"name": "A B", "party": "X"}]), "votes of A B are missing"),
        ("x" * 200_000, "the line is longer than"),
    ],
)
async def test_what_makes_no_sense_is_refused_with_the_reason(
    desk: Desk, text: str, reason: str
) -> None:
    (desk.path / "a.json").write_text(text)
    assert reason in " ".join(await desk.settle())


async def test_letters_in_no_encoding_are_refused_and_break_nothing(desk: Desk) -> None:
    (desk.path / "a.jsonl").write_bytes(b"\xff\xfe\x00\x81\n" + line("Bath").encode())
    assert (await desk.settle())[-1] == "result Bath 20000"


async def test_a_whole_night_is_read_right(catalogue: Catalogue, connection: Connection) -> None:
    validator = Validator(catalogue, Journal(connection))
    night = as_declared(catalogue, date(2019, 12, 12))
    memory: dict[str, str] = {}
    found = {}
    for one in rounds.of_folder(night):
        haul = await ResultsFolder("/srv/results").poll(TapeWire(one.exchanges), memory, one.at)
        memory = {k: v for k, v in (memory | dict(haul.memory)).items() if v}
        for item in haul.items:
            assert isinstance(item, Bulletin)
            told = validator.check(item.report)
            assert told.result
            found[told.contest] = told.result.candidates[0].person_id
    assert found == {one.contest.id: one.winner.person.id for one in night}
