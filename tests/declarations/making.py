"""Declarations, as a feed would write them."""

import json
from datetime import UTC, date, datetime
from typing import Any

from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.elections.contest import Contest, ContestId

DAY = date(2029, 5, 3)
NOW = datetime(2029, 5, 4, 2, 30, tzinfo=UTC)
CLACTON = ContestId("E14001174", DAY)
ISLINGTON = ContestId("E14001305", date(2024, 7, 4))

Plain = dict[str, Any]


def candidate(name: str, party: str, votes: object, **more: object) -> Plain:
    return {"name": name, "party": party, "votes": votes, **more}


THREE = [
    candidate("Ann Able", "Labour", 20_000),
    candidate("Ben Baker", "Conservative", 15_000),
    candidate("Cat Cole", "Green", 5_000),
]


def declared(**changes: object) -> Plain:
    """A result that holds, in Clacton on the day that the tests open."""
    return {
        "polled_on": "2029-05-03",
        "constituency": "Clacton",
        "electorate": 70_000,
        "rejected_votes": 100,
        "candidates": THREE,
        **changes,
    }


def standing(*candidates: Plain) -> Plain:
    return declared(candidates=list(candidates))


def without(plain: Plain, *names: str) -> Plain:
    return {name: value for name, value in plain.items() if name not in names}


def as_declared(contest: Contest) -> Plain:
    """What a settled contest's returning officer would have sent."""
    return {
        "polled_on": contest.polled_on.isoformat(),
        "constituency": contest.constituency.code,
        "electorate": contest.electorate,
        "rejected_votes": contest.rejected_votes,
        "candidates": [
            candidate(one.standing_as, one.ballot_party, one.votes) for one in contest.candidacies
        ],
    }


def settled(catalogue: Catalogue, contest_id: ContestId = ISLINGTON) -> Contest:
    found = catalogue.contests.settled(contest_id)
    assert found
    return found


def told(desk: Desk, *declarations: Plain | str, source: str = "the press") -> list[str]:
    """What is answered to each: "accepted: Clacton, 2029-05-03"."""
    lines = (one if isinstance(one, str) else json.dumps(one) for one in declarations)
    return [f"{one.outcome}: {one.about}" for one in desk.take(lines, source)]


def history(journal: Journal, contest_id: ContestId = CLACTON) -> list[tuple[int | None, str]]:
    """Version and kind of every entry of a contest, in the order of the journal."""
    entries = journal.since(0, 100_000)
    return [(one.version, str(one.kind)) for one in entries if one.contest == contest_id]
