"""Past nights: what comes in, when, and that all of it holds."""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.nights import slips
from bot.declarations import reading
from bot.declarations.declaration import Entry
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.night import Event, Night, as_declared, as_entered
from bot.declarations.slips import votes_typed
from bot.declarations.validation import Validator
from bot.elections.contest import Contest, ContestId, ContestKind
from bot.errors import TellerError
from tests.declarations.making import ISLINGTON, NOW, settled

GENERAL = [
    date(2010, 5, 6),
    date(2015, 5, 7),
    date(2017, 6, 8),
    date(2019, 12, 12),
    date(2024, 7, 4),
]
THREE_BY_ELECTIONS = date(2023, 7, 20)
LAST = GENERAL[-1]


@pytest.fixture(scope="module")
def entered(catalogue: Catalogue) -> Night:
    return as_entered(catalogue, LAST)


@pytest.fixture
def desk(catalogue: Catalogue, journal: Journal) -> Desk:
    return Desk(catalogue, journal, lambda: NOW)


def played(desk: Desk, night: Night) -> list[tuple[Event, str]]:
    return [
        (event, str(desk.receive(event.report, event.text, "rehearsal").outcome))
        for event in night.events
    ]


def votes(result: Entry | Contest) -> dict[str, int]:
    if isinstance(result, Contest):
        return {one.person.id: one.votes for one in result.candidacies}
    assert result.result
    return {one.person_id: one.votes for one in result.result.candidates}


@pytest.mark.parametrize("day", GENERAL, ids=str)
def test_all_650_results_of_a_general_election_are_accepted_in_the_order_of_time(
    catalogue: Catalogue, desk: Desk, journal: Journal, day: date
) -> None:
    night = as_declared(catalogue, day)
    assert night.name == str(day)
    assert all(one.moment <= next_.moment for one, next_ in pairwise(night.events))
    assert {one.moment.tzinfo for one in night.events} == {UTC}
    assert Counter(outcome for _, outcome in played(desk, night)) == {"accepted": 650}
    for entry in journal.since(0):
        contest = settled(catalogue, entry.contest)
        assert entry.result
        assert votes(entry) == votes(contest)
        assert entry.result.candidates[0].person_id == contest.winner.person.id
        assert entry.result.electorate == contest.electorate
        assert entry.result.rejected_votes == contest.rejected_votes
        assert entry.declared_at == contest.declared_at


def test_every_by_election_is_accepted(catalogue: Catalogue, journal: Journal) -> None:
    validator = Validator(catalogue, journal)
    days = catalogue.contests.polling_days()
    checked = [
        validator.check(event.report)
        for day, kind in days.items()
        if kind is ContestKind.BY_ELECTION
        for event in as_declared(catalogue, day).events
    ]
    assert len(checked) == 65
    assert {one.declared_at for one in checked} == {None}


def test_by_elections_come_by_name_when_the_poll_closes(catalogue: Catalogue) -> None:
    night = as_declared(catalogue, THREE_BY_ELECTIONS)
    names = [catalogue.seats.by_code[one.report.constituency].name for one in night.events]
    assert names == ["Selby and Ainsty", "Somerton and Frome", "Uxbridge and South Ruislip"]
    # Ten in the evening of summer time.
    assert {one.moment for one in night.events} == {datetime(2023, 7, 20, 21, tzinfo=UTC)}


def test_a_time_that_is_not_known_comes_last_and_is_not_made_up(catalogue: Catalogue) -> None:
    """Thirsk and Malton polled three weeks after the others."""
    *others, last = as_declared(catalogue, date(2010, 5, 6)).events
    assert catalogue.seats.by_code[last.report.constituency].name == "Thirsk and Malton"
    assert last.report.declared_at is None
    assert last.moment == others[-1].moment
    assert all(one.report.declared_at for one in others)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2019, 12, 12), datetime(2019, 12, 12, 23, 27, tzinfo=UTC)),
        (date(2024, 7, 4), datetime(2024, 7, 4, 22, 17, tzinfo=UTC)),
    ],
)
def test_times_are_those_of_the_country_in_winter_and_in_summer(
    catalogue: Catalogue, day: date, first: datetime
) -> None:
    event = as_declared(catalogue, day).events[0]
    assert event.moment == first
    local = first.astimezone(ZoneInfo("Europe/London")).replace(tzinfo=None)
    assert event.report.declared_at == local


def test_what_is_kept_of_a_result_could_be_declared(catalogue: Catalogue) -> None:
    event = as_declared(catalogue, LAST).events[0]
    [received] = reading.read(iter([event.text]))
    assert received.report == event.report


def test_only_a_tie_says_who_was_elected(catalogue: Catalogue) -> None:
    reports = [one.report for day in GENERAL for one in as_declared(catalogue, day).events]
    assert {one.elected for report in reports for one in report.candidates} == {None}


@pytest.fixture
def tied(catalogue_path: Path, tmp_path: Path) -> Iterator[Catalogue]:
    """Islington North, decided by lot."""
    path = tmp_path / "tied.db"
    shutil.copy(catalogue_path, path)
    with sqlite3.connect(path) as changed:
        changed.execute(
            "UPDATE candidacy SET votes = 20000 "
            "WHERE code = ? AND polled_on = '2024-07-04' AND position < 3",
            (ISLINGTON.code,),
        )
    changed.close()
    opened = Catalogue.open(path)
    yield opened
    opened.close()


def test_a_tie_says_who_was_elected(tied: Catalogue, journal: Journal) -> None:
    [event] = [
        one for one in as_declared(tied, LAST).events if one.report.constituency == ISLINGTON.code
    ]
    assert [one.elected for one in event.report.candidates[:3]] == [True, None, None]
    desk = Desk(tied, journal, lambda: NOW)
    assert desk.receive(event.report, event.text, "rehearsal").outcome == "accepted"


@pytest.mark.parametrize("day", [date(2018, 1, 1), date(2029, 5, 3), date.min])
def test_a_night_that_never_was_is_answered_with_those_that_were(
    catalogue: Catalogue, day: date
) -> None:
    with pytest.raises(TellerError) as refused:
        as_declared(catalogue, day)
    assert str(refused.value) == (
        f"Teller has no result of {day} to replay: it has the general elections of 2010-05-06, "
        "2015-05-07, 2017-06-08, 2019-12-12 and 2024-07-04, and the days of by-elections since."
    )


@pytest.mark.parametrize("day", [date(2019, 12, 12), THREE_BY_ELECTIONS, date(2018, 1, 1)])
def test_only_one_night_was_recorded_as_it_was_entered(catalogue: Catalogue, day: date) -> None:
    with pytest.raises(TellerError, match="only that of 2024-07-04 can be replayed as it was"):
        as_entered(catalogue, day)


def test_every_slip_comes_when_it_was_seen(catalogue: Catalogue, entered: Night) -> None:
    assert entered.name == "2024-07-04-as-entered"
    typed = slips(catalogue.connection, LAST)
    assert len(entered.events) == len(typed) == 1_248
    assert [one.moment for one in entered.events] == [one.observed_at for one in typed]
    assert all(one.moment <= next_.moment for one, next_ in pairwise(entered.events))
    assert {one.report.declared_at for one in entered.events} == {None}


def test_slips_are_of_four_kinds(catalogue: Catalogue) -> None:
    kinds: Counter[str] = Counter()
    for slip in slips(catalogue.connection, LAST):
        contest = settled(catalogue, slip.contest)
        typed = votes_typed(slip, contest)
        if not slip.complete:
            kinds["votes to come"] += 1
        elif typed is None:
            kinds["cannot be told"] += 1
        elif list(typed) == [one.votes for one in contest.candidacies]:
            kinds["as settled"] += 1
        else:
            kinds["one candidate's slip"] += 1
    assert kinds == {
        "votes to come": 599,
        "as settled": 623,
        "one candidate's slip": 8,
        "cannot be told": 18,
    }


def test_nothing_partial_is_journalled(
    catalogue: Catalogue, desk: Desk, journal: Journal, entered: Night
) -> None:
    outcomes = played(desk, entered)
    assert Counter(outcome for _, outcome in outcomes) == {
        "accepted": 629,
        "corrected": 2,
        "refused": 617,
    }
    reasons = [reason for _, _, reason, _ in journal.refused(1_000)]
    assert [one for one in reasons if not one.endswith("a partial result is none")] == []
    for entry in journal.since(0):
        assert votes(entry).keys() == votes(settled(catalogue, entry.contest)).keys()


def test_at_the_end_stands_what_is_settled_wherever_the_last_slip_was_right(
    catalogue: Catalogue, desk: Desk, journal: Journal, entered: Night
) -> None:
    played(desk, entered)
    standing = {one.contest: votes(one) for one in journal.standing()}
    last = {slip.contest: slip for slip in slips(catalogue.connection, LAST) if slip.complete}
    right = {
        contest_id
        for contest_id, slip in last.items()
        if slip.leader_votes == settled(catalogue, contest_id).winner.votes
        and slip.total_votes == settled(catalogue, contest_id).valid_votes
    }
    assert len(last) == 647
    assert len(right) == 623
    assert all(standing[one] == votes(settled(catalogue, one)) for one in right)
    assert len(standing.keys() - right) == 6  # a slip that nobody corrected


@pytest.mark.parametrize(
    ("seat", "typed"),
    [
        pytest.param(("E14001529", "simon-opher"), (25_630, 25_607), id="the-leaders-own"),
        pytest.param(("E14001360", "greg-smith"), (2_942, 20_150), id="so-that-another-led"),
    ],
)
def test_a_slip_is_told_and_then_corrected(
    catalogue: Catalogue,
    desk: Desk,
    journal: Journal,
    entered: Night,
    seat: tuple[str, str],
    typed: tuple[int, int],
) -> None:
    code, person = seat
    own = tuple(one for one in entered.events if one.report.constituency == code)
    played(desk, Night("one seat", own))
    first, second = journal.since(0)
    assert (first.kind, second.kind) == ("declared", "corrected")
    assert (votes(first)[person], votes(second)[person]) == typed
    assert votes(second) == votes(settled(catalogue, ContestId(code, LAST)))


def test_what_was_refused_is_kept_as_it_was_typed(
    desk: Desk, journal: Journal, entered: Night
) -> None:
    event = entered.events[1]
    desk.receive(event.report, event.text, "rehearsal")
    [(_, source, reason, text)] = journal.refused()
    assert source == "rehearsal"
    assert reason == "E14001107: 1 of 5 candidates have votes: a partial result is none"
    typed = json.loads(text)
    assert (typed["constituency"], typed["leader"]) == ("Blyth and Ashington", "Ian Lavery")
    assert (typed["leader_votes"], typed["total_votes"]) == (1, 1)
    assert (typed["candidates_with_votes"], typed["candidates"]) == (1, 5)
    assert datetime.fromisoformat(typed["observed_at"]) == event.moment
    assert event.moment.utcoffset() == timedelta(0)
