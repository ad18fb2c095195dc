"""PA Media's folder, with real files."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.feeds.feed import Bulletin, Haul, Misread, Word
from bot.declarations.feeds.folder_wire import FolderWire
from bot.declarations.feeds.pa.feed import PaMedia
from bot.declarations.feeds.pa.names import official
from bot.declarations.feeds.pa.papers import Kind, file_name, read_paper
from bot.declarations.journal import Journal
from bot.declarations.validation import Validator, fitting_seats
from bot.elections.contest import ContestId
from tests.nights import pa
from tests.nights.changes import Change, as_declared, contests
from tests.nights.pa import pa_name

OF_2019, OF_2024 = date(2019, 12, 12), date(2024, 7, 4)
ISLINGTON = ContestId("E14001305", OF_2024)
START = datetime(2024, 7, 5, 2, 30, tzinfo=UTC)
RESULT = "General_Election_result_Islington_North_{}.xml"


@dataclass
class Mirror:
    """A folder that a mirror fills, and the feed that reads it."""

    folder: Path
    feed: PaMedia
    memory: dict[str, str] = field(default_factory=dict)
    now: datetime = START
    stamp: int = 0

    def put(self, name: str, body: bytes) -> None:
        (self.folder / name).write_bytes(body)
        self.stamp += 1
        (self.folder / ".timestamp").write_text(str(self.stamp))

    async def poll(self, seconds: float = 2) -> Haul:
        self.now += timedelta(seconds=seconds)
        haul = await self.feed.poll(FolderWire(self.folder), self.memory, self.now)
        self.memory = {k: v for k, v in (self.memory | dict(haul.memory)).items() if v}
        return haul

    async def words(self, seconds: float = 2) -> list[str]:
        """What is said, or why not: "result Islington North"."""
        haul = await self.poll(seconds)
        return [_word(one) for one in haul.items]


def _word(item: Bulletin | Misread) -> str:
    if isinstance(item, Misread):
        return item.reason
    return f"{item.word} {item.report.constituency}"


@pytest.fixture
def mirror(tmp_path: Path, catalogue: Catalogue) -> Mirror:
    def known(name: str, day: date) -> bool:
        return len(fitting_seats(catalogue.seats, name, day)) == 1

    return Mirror(tmp_path, PaMedia(str(tmp_path), known))


@pytest.fixture(scope="module")
def change(catalogue: Catalogue) -> Change:
    """Islington North in 2024."""
    [found] = [one for one in as_declared(catalogue, OF_2024) if one.contest.id == ISLINGTON]
    return found


def in_bath(catalogue: Catalogue) -> Change:
    night = as_declared(catalogue, OF_2024)
    return next(one for one in night if one.contest.constituency.name == "Bath")


def edited(change: Change, *pairs: tuple[str, str]) -> bytes:
    text = pa.result(change, 1).body.decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text.encode()


async def test_a_result_is_read_once_with_everything_that_it_says(
    mirror: Mirror, change: Change
) -> None:
    mirror.put(RESULT.format(1), pa.result(change, 1).body)
    [item] = (await mirror.poll()).items
    assert isinstance(item, Bulletin)
    report = item.report
    assert (item.word, item.order) == (Word.RESULT, 1)
    assert (report.polled_on, report.constituency) == (OF_2024, "Islington North")
    assert (report.electorate, report.rejected_votes) == (72_852, None)
    first = report.candidates[0]
    assert (first.name, first.party, first.votes, first.elected) == (
        "Jeremy Corbyn",
        "Independent",
        24_120,
        True,
    )
    assert report.declared_at == change.moment
    assert (await mirror.poll()).items == ()


async def test_nothing_is_listed_until_the_timestamp_rises_but_once_a_minute(
    mirror: Mirror, change: Change
) -> None:
    mirror.put("readme.txt", b"")
    await mirror.poll()
    (mirror.folder / RESULT.format(1)).write_bytes(pa.result(change, 1).body)
    assert await mirror.words() == []
    assert await mirror.words(60) == ["result Islington North"]


async def test_without_a_timestamp_file_the_folder_is_listed_every_time(
    mirror: Mirror, change: Change
) -> None:
    await mirror.poll()
    (mirror.folder / RESULT.format(1)).write_bytes(pa.result(change, 1).body)
    assert await mirror.words() == ["result Islington North"]


async def test_of_several_revisions_the_highest_counts(mirror: Mirror, change: Change) -> None:
    for revision in (1, 3, 2):
        mirror.put(RESULT.format(revision), pa.result(change, revision).body)
    haul = await mirror.poll()
    assert [one.order for one in haul.items if isinstance(one, Bulletin)] == [3]
    assert len(haul.items) == 1


async def test_an_old_revision_that_turns_up_later_is_refused_once(
    mirror: Mirror, change: Change
) -> None:
    mirror.put(RESULT.format(3), pa.result(change, 3).body)
    await mirror.poll()
    mirror.put(RESULT.format(2), pa.result(change, 2).body)
    [reason] = await mirror.words()
    assert reason == f"{RESULT.format(2)}: revision 2 came after revision 3, which is kept"
    mirror.put("other.txt", b"")
    assert await mirror.words() == []


@pytest.mark.parametrize("part", [0.0, 0.3, 0.99])
async def test_a_half_written_file_is_read_again_until_it_is_whole(
    mirror: Mirror, change: Change, part: float
) -> None:
    whole = pa.result(change, 1).body
    mirror.put(RESULT.format(1), whole[: int(len(whole) * part)])
    assert await mirror.words() == []
    assert await mirror.words(30) == []
    # The mirror finishes the file without a word in the timestamp.
    (mirror.folder / RESULT.format(1)).write_bytes(whole)
    assert await mirror.words() == ["result Islington North"]


async def test_a_file_that_stays_broken_is_refused_once_and_read_when_it_changes(
    mirror: Mirror, change: Change
) -> None:
    mirror.put(RESULT.format(1), pa.result(change, 1).body[:200])
    assert await mirror.words() == []
    [reason] = await mirror.words(61)
    assert "it is no whole XML" in reason
    assert await mirror.words(61) == []
    mirror.put(RESULT.format(1), pa.result(change, 1).body)
    assert await mirror.words() == ["result Islington North"]


async def test_a_rush_names_the_winner_by_the_nominations_of_the_party(
    mirror: Mirror, catalogue: Catalogue
) -> None:
    bath = in_bath(catalogue)
    [nominated] = pa.nominations([bath.contest])
    mirror.put(pa.rush(bath, 1).name, pa.rush(bath, 1).body)
    mirror.put(nominated.name, nominated.body)
    haul = await mirror.poll()
    standing, rush = haul.items
    assert isinstance(standing, Bulletin)
    assert isinstance(rush, Bulletin)
    assert (standing.word, len(standing.report.candidates)) == (Word.STANDING, 9)
    assert rush.word is Word.WINNER
    [winner] = rush.report.candidates
    assert (winner.name, winner.votes, winner.elected) == ("Wera Hobhouse", None, True)


async def test_a_rush_of_which_nobody_can_be_told_says_nothing(
    mirror: Mirror, catalogue: Catalogue
) -> None:
    bath = in_bath(catalogue)
    mirror.put(pa.rush(bath, 1).name, pa.rush(bath, 1).body)
    assert await mirror.words() == []


async def test_a_recount_and_what_is_no_paper(mirror: Mirror, change: Change) -> None:
    body = pa.result(change, 1).body.replace(b"FirstPastThePostResult", b"FirstPastThePostRecount")
    mirror.put("General_Election_recount_Islington_North_1.xml", body)
    mirror.put("Test_General_Election_result_Islington_North_1.xml", pa.result(change, 1).body)
    mirror.put("General_Election_SOP_UK_12.xml", b"<FirstPastThePostStateOfParties/>")
    haul = await mirror.poll()
    [item] = haul.items
    assert isinstance(item, Bulletin)
    assert (item.word, item.report.candidates) == (Word.RECOUNT, ())


@pytest.mark.parametrize(
    ("name", "seat"),
    [
        ("General_Election_result_Hull_East_2.xml", "Hull_East"),
        ("Snap_General_Election_result_Wrekin,_The_1.xml", "Wrekin,_The"),
        ("general_election_RESULT_Bath_1.XML", "Bath"),
        ("By_Election_result_Clacton_1.xml", "Clacton"),
        ("Test_Snap_General_Election_result_Bath_1.xml", None),
        ("General_Election_SOP_UK_1.xml", None),
        ("General_Election_result_Bath_1.xml.tmp", None),
        ("notes.xml", None),
    ],
)
def test_names_of_files(name: str, seat: str | None) -> None:
    found = file_name(name)
    assert (found.seat if found else None) == seat


@pytest.mark.parametrize("day", [OF_2019, OF_2024])
def test_every_constituency_is_known_as_pa_media_writes_it(catalogue: Catalogue, day: date) -> None:
    seats = [one.constituency for one in contests(catalogue, day)]

    def known(name: str) -> bool:
        return len(fitting_seats(catalogue.seats, name, day)) == 1

    def read(name: str) -> list[str]:
        found = fitting_seats(catalogue.seats, official(pa_name(name), known), day)
        return [one.code for one in found]

    found = {seat.code: read(seat.name) for seat in seats}
    assert found == {seat.code: [seat.code] for seat in seats}
    assert len(found) == 650


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Devon Central", "Central Devon"),
        ("Wrekin, The", "The Wrekin"),
        ("Durham, City of", "City of Durham"),
        ("Worthing East & Shoreham", "East Worthing and Shoreham"),
        ("Pembrokeshire Mid & South", "Mid and South Pembrokeshire"),
        ("Dorset Mid & Poole North", "Mid Dorset and North Poole"),
        ("Hull East", "Kingston upon Hull East"),
        ("Ynys Mon", "Ynys Môn"),
        ("Glasgow North East", "Glasgow North East"),
    ],
)
def test_spellings(catalogue: Catalogue, written: str, name: str) -> None:
    found = official(written, lambda one: bool(catalogue.seats.named(one)))
    assert name in [seat.name for seat in catalogue.seats.named(found)]


def test_a_name_that_nobody_knows_stays_as_it_is() -> None:
    assert official("Atlantis North & Mu", lambda _: False) == "Atlantis North and Mu"


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("pairs", "reason"),
    [
        ((('votes="24120"', 'votes="24,12O"'),), "votes of Jeremy Corbyn must be a whole number"),
        ((('votes="24120"', 'votes="2,4120"'),), "must be a whole number"),
        ((('votes="24120"', 'votes="-5"'),), "must be a whole number, not '-5'"),
        ((('votes="24120"', 'votes="99999999"'),), "more than any constituency has people"),
        ((('votes="24120"', ""),), "votes of Jeremy Corbyn are missing"),
        (
            (('majority="7247"', 'majority="7248"'),),
            "majority is 7,248, and the votes make it 7,247",
        ),
        ((('revision="1"', 'revision="2"'),), "its name says revision 1, and it says revision 2"),
        ((('type="G"', 'type="L"'),), "its election is of type 'L'"),
        ((('date="2024-07-04"', 'date="soon"'),), "is of the day 'soon', which is none"),
        ((("<Election ", "<Elektion "),), "it has no Election"),
        ((('surname="Corbyn"', 'surname="&#x202e;"'),), "a control sign"),
        ((('declarationTime="', 'declarationTime="x'),), "which is no time"),
    ],
)
async def test_what_makes_no_sense_is_refused_with_the_reason(
    mirror: Mirror, change: Change, pairs: tuple[tuple[str, str], ...], reason: str
) -> None:
    mirror.put(RESULT.format(1), edited(change, *pairs))
    [said] = await mirror.words()
    assert reason in said
    assert said.startswith(RESULT.format(1))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (ENTITIES + b"<x>&b;</x>", "it defines entities or a document type"),
        (OUTSIDE + b"<x>&a;</x>", "it defines entities or a document type"),
        (b"<a>" * 50 + b"</a>" * 50, "its elements lie too deep in one another"),
        (b"<FirstPastThePostResult>" + b"<x/>" * 300_000, "it is larger than 1,000,000 bytes"),
        (b'<?xml version="1.0" encoding="klingon"?><x/>', "in no encoding that is known"),
    ],
)
async def test_unsafe_files_are_refused(mirror: Mirror, body: bytes, reason: str) -> None:
    mirror.put(RESULT.format(1), body)
    [said] = await mirror.words()
    assert reason in said


async def test_html_is_no_paper(mirror: Mirror) -> None:
    mirror.put(RESULT.format(1), b"<html><body>Sign in</body></html>")
    [said] = await mirror.words()
    assert "it is a html, where FirstPastThePostResult belongs" in said


def test_votes_with_commas_in_their_place_are_read(mirror: Mirror, change: Change) -> None:
    read = read_paper(Kind.RESULT, edited(change, ('votes="24120"', 'votes="24,120"')))
    assert read.candidates[0].votes == 24_120


@pytest.mark.parametrize("day", [OF_2019, OF_2024])
async def test_a_whole_night_is_read_right(
    mirror: Mirror, catalogue: Catalogue, connection: Connection, day: date
) -> None:
    validator = Validator(catalogue, Journal(connection))
    night = as_declared(catalogue, day)
    for _, one in pa.told(night):
        (mirror.folder / one.name).write_bytes(one.body)
    haul = await mirror.poll()
    found = {}
    for item in haul.items:
        assert isinstance(item, Bulletin)
        told = validator.check(item.report)
        assert told.result
        found[told.contest] = [(one.person_id, one.votes) for one in told.result.candidates]
    right = {
        one.contest.id: [(who.person.id, who.votes) for who in one.contest.candidacies]
        for one in night
    }
    assert {key: sorted(one) for key, one in found.items()} == {
        key: sorted(one) for key, one in right.items()
    }
