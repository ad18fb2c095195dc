"""Every figure that can be derived, derived again and laid beside the published one."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.hexagon_faults import faults
from bot.catalogue.rules import RULES
from bot.elections import arithmetic
from bot.elections.constituency import Boundaries
from bot.elections.contest import Contest, ContestId, ContestKind
from bot.elections.outcome import outcome

# House of Commons Library, CBP-8749 and CBP-10009: seats won.
_SEATS = {
    "2019-12-12": {"conservative": 365, "labour": 202, "liberal-democrat": 11}
    | {"scottish-national-party": 48, "sinn-fein": 7, "democratic-unionist-party": 8}
    | {"plaid-cymru": 4, "green": 1, "alliance": 1, "speaker": 1}
    | {"social-democratic-and-labour-party": 2},
    "2024-07-04": {"labour": 411, "conservative": 121, "liberal-democrat": 72}
    | {"scottish-national-party": 9, "sinn-fein": 7, "independent": 6, "reform-uk": 5}
    | {"democratic-unionist-party": 5, "green": 4, "plaid-cymru": 4, "alliance": 1, "speaker": 1}
    | {"social-democratic-and-labour-party": 2, "traditional-unionist-voice": 1}
    | {"ulster-unionist-party": 1},
}
_VOTES_2024 = {
    "labour": 9_708_716,
    "conservative": 6_828_925,
    "reform-uk": 4_117_610,
    "liberal-democrat": 3_519_143,
    "green": 1_944_501,
}
_ALL_VOTES_2024 = 28_809_340
# By-elections' changes, and those of 2010, are differences of shares rounded to a thousandth.
_COARSE_ROUNDING = 0.0016
_COARSE = 2010
_FINE_ROUNDING = 2e-6
_MOST_LISTED = 12
_SEATS_IN_ALL = 650


@dataclass(frozen=True, slots=True)
class Check:
    """`explained` are differences that a note accounts for, `failures` those that nothing does."""

    name: str
    examined: int
    explained: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def differ(self) -> int:
        return len(self.explained) + len(self.failures)


def run_checks(catalogue: Catalogue) -> list[Check]:
    """All of them, in a few seconds."""
    connection = catalogue.connection
    contests = [found for one in _ids(connection) if (found := catalogue.contests.get(one))]
    return [
        _sizes(connection),
        _seats(connection),
        _votes(connection),
        _totals(connection),
        _votes_used(connection),
        _majorities(connection),
        _outcomes(catalogue, contests),
        _changes(catalogue, contests),
        _map(catalogue),
        *(_query(connection, *rule) for rule in RULES),
    ]


def _ids(connection: sqlite3.Connection) -> Iterator[ContestId]:
    for row in connection.execute("SELECT code || '.' || polled_on AS id FROM contest"):
        found = ContestId.parse(row["id"])
        if found:
            yield found


def _sizes(connection: sqlite3.Connection) -> Check:
    rows = connection.execute("SELECT * FROM general_election").fetchall()
    wrong = tuple(
        f"{row['polled_on']} has {row['contests']} contests, not {_SEATS_IN_ALL}"
        for row in rows
        if row["contests"] != _SEATS_IN_ALL
    )
    return Check("650 contests at every general election", len(rows), failures=wrong)


def _seats(connection: sqlite3.Connection) -> Check:
    wrong = []
    for polled_on, expected in _SEATS.items():
        rows = connection.execute(
            "SELECT party_id, seats FROM general_election_party WHERE polled_on = ? AND seats",
            (polled_on,),
        )
        found = {row["party_id"]: row["seats"] for row in rows}
        wrong += [
            f"{polled_on}: {party} has {found.get(party, 0)} seats, not {expected.get(party, 0)}"
            for party in sorted(set(found) | set(expected))
            if found.get(party) != expected.get(party)
        ]
    return Check(
        "Seats by party, 2019 and 2024", sum(map(len, _SEATS.values())), failures=tuple(wrong)
    )


def _votes(connection: sqlite3.Connection) -> Check:
    rows = connection.execute(
        "SELECT party_id, votes FROM general_election_party WHERE polled_on = '2024-07-04'"
    )
    found = {row["party_id"]: row["votes"] for row in rows}
    wrong = [
        f"{party} has {found.get(party, 0):,} votes, not {votes:,}"
        for party, votes in _VOTES_2024.items()
        if found.get(party) != votes
    ]
    if sum(found.values()) != _ALL_VOTES_2024:
        wrong.append(f"all have {sum(found.values()):,} votes, not {_ALL_VOTES_2024:,}")
    return Check("Votes by party, 2024", len(_VOTES_2024) + 1, failures=tuple(wrong))


def _totals(connection: sqlite3.Connection) -> Check:
    return _published(
        connection,
        "Candidates' votes make the published total",
        "sum(one.published_votes) AS derived, contest.published_valid_votes AS published",
        ("total", "votes"),
    )


def _majorities(connection: sqlite3.Connection) -> Check:
    return _published(
        connection,
        "Majority as published",
        "max(iif(one.position = 1, one.published_votes, NULL))"
        " - coalesce(max(iif(one.position = 2, one.published_votes, NULL)), 0) AS derived,"
        " contest.published_majority AS published",
        ("majority", "votes"),
    )


def _votes_used(connection: sqlite3.Connection) -> Check:
    """The votes that people see: as published, or mended with a note."""
    return _published(
        connection,
        "Votes shown are those published",
        "sum(one.votes) AS derived,"
        " iif(sum(one.votes <> one.published_votes), sum(one.published_votes), sum(one.votes))"
        " AS published",
        ("votes",),
    )


def _published(
    connection: sqlite3.Connection, name: str, columns: str, about: tuple[str, ...]
) -> Check:
    """A difference is explained by a note about just that on that very contest."""
    marks = ", ".join("?" * len(about))
    rows = connection.execute(
        f"SELECT constituency.name, contest.polled_on, {columns}, "  # noqa: S608 (our own columns)
        "EXISTS (SELECT 1 FROM contest_note AS note WHERE note.code = contest.code "
        f"AND note.polled_on = contest.polled_on AND note.about IN ({marks})) AS noted "
        "FROM contest JOIN candidacy AS one USING (code, polled_on) "
        "JOIN constituency USING (code) GROUP BY contest.code, contest.polled_on",
        about,
    ).fetchall()
    explained: list[str] = []
    failures: list[str] = []
    for row in rows:
        if row["derived"] != row["published"]:
            told = explained if row["noted"] else failures
            told.append(
                f"{row['name']}, {row['polled_on']}: published {row['published']:,}, "
                f"derived {row['derived']:,}"
            )
    return Check(name, len(rows), tuple(explained), tuple(failures))


def _map(catalogue: Catalogue) -> Check:
    wrong = tuple(found for one in Boundaries for found in faults(catalogue, one))
    [examined] = catalogue.connection.execute("SELECT count(*) FROM hexagon").fetchone()
    return Check(
        "The map: a hexagon for every seat, regions in one piece",
        examined,
        failures=wrong[:_MOST_LISTED],
    )


def _noted(connection: sqlite3.Connection, *about: str) -> set[tuple[str, str]]:
    """The contests with a note about that."""
    rows = connection.execute("SELECT * FROM contest_note")
    return {(row["code"], row["polled_on"]) for row in rows if row["about"] in about}


def _outcomes(catalogue: Catalogue, contests: list[Contest]) -> Check:
    """Hold or gain; a note explains where the source looks further back than an election."""
    published = {
        (row["code"], row["polled_on"]): row["published_outcome"]
        for row in catalogue.connection.execute("SELECT * FROM contest")
    }
    explained: list[str] = []
    failures: list[str] = []
    noted = _noted(catalogue.connection, "outcome")
    for contest in contests:
        key = (contest.constituency.code, contest.polled_on.isoformat())
        if published[key] is None:
            continue
        derived = outcome(contest.winner, catalogue.contests.baseline(contest))
        gained_from = derived.gained_from.short if derived.gained_from else None
        if _agrees(published[key], derived.winner.short, gained_from):
            continue
        gained = derived.gained_from.name if derived.gained_from else "nobody"
        told = explained if key in noted else failures
        told.append(f"{contest.constituency.name}, {key[1]}: {published[key]}, not from {gained}")
    examined = sum(one is not None for one in published.values())
    return Check("Hold or gain as published", examined, tuple(explained), tuple(failures))


def _agrees(published: str, winner: str, gained_from: str | None) -> bool:
    """Sources write "Con gain from Lab Coop" and "Lab hold"."""
    held_by, gain, party = published.removesuffix(" hold").partition(" gain from ")
    if held_by.removesuffix(" Coop") != winner:
        return False
    return gained_from == party.removesuffix(" Coop") if gain else gained_from is None


def _changes(catalogue: Catalogue, contests: list[Contest]) -> Check:
    """Changes of share; a note explains those that rest on another estimate or a slip."""
    published = {
        (row["code"], row["polled_on"], row["position"]): row["published_change"]
        for row in catalogue.connection.execute(
            "SELECT * FROM candidacy WHERE published_change IS NOT NULL"
        )
    }
    examined = 0
    explained: list[str] = []
    failures: list[str] = []
    noted = _noted(catalogue.connection, "change", "votes")
    for contest in contests:
        derived = _derived_changes(catalogue, contest)
        examined += len(derived.keys() & published.keys())
        wrong = [
            f"{contest.constituency.name}, {key[1]}, candidate {key[2]}: published "
            f"{published[key]:+.3f}, derived {derived[key]:+.3f}"
            for key in sorted(derived.keys() & published.keys())
            if abs(derived[key] - published[key]) > _rounding(contest)
        ]
        key = (contest.constituency.code, contest.polled_on.isoformat())
        (explained if key in noted else failures).extend(wrong)
    return Check(
        "Change of share as published", examined, tuple(explained), tuple(failures[:_MOST_LISTED])
    )


def _rounding(contest: Contest) -> float:
    to_a_millionth = contest.kind is ContestKind.GENERAL and contest.polled_on.year > _COARSE
    return _FINE_ROUNDING if to_a_millionth else _COARSE_ROUNDING


def _derived_changes(catalogue: Catalogue, contest: Contest) -> dict[tuple[str, str, int], float]:
    before = catalogue.contests.baseline(contest)
    code, polled_on = contest.constituency.code, contest.polled_on.isoformat()
    changes = {
        (code, polled_on, position): arithmetic.change(one, contest, before)
        for position, one in enumerate(contest.candidacies, start=1)
    }
    return {key: change for key, change in changes.items() if change is not None}


def _query(connection: sqlite3.Connection, name: str, count: str, wrong: str) -> Check:
    [examined] = connection.execute(count).fetchone()
    found = tuple(str(row[0]) for row in connection.execute(wrong))
    return Check(name, examined, failures=found[:_MOST_LISTED])
