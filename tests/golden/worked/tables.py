"""The tables of data/, read with nothing but the csv module, and what is counted from them."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

DATA = Path(__file__).parents[3] / "data"
GENERAL = {
    2010: "2010-05-06",
    2015: "2015-05-07",
    2017: "2017-06-08",
    2019: "2019-12-12",
    2024: "2024-07-04",
}
DEPOSIT = 20  # one vote in so many, or fewer: the deposit is lost


@dataclass(frozen=True, slots=True)
class Candidate:
    """`name` is what every way of writing it has in common: the surname, if there are several."""

    person: str
    name: str
    party: str
    votes: int
    gender: str


@dataclass(frozen=True, slots=True)
class Seat:
    code: str
    name: str
    country: str
    region: str
    first: int


@dataclass(frozen=True)
class Before:
    """The general election before: who held the seat, and the votes of each party."""

    held_by: str
    holder: str | None
    votes: Counter[str]
    total: int


@dataclass(frozen=True)
class Contest:
    """Candidates stand most votes first. `electorate` and `rejected` are None where unknown."""

    seat: Seat
    day: str
    kind: str
    electorate: int | None
    rejected: int | None
    declared: str
    candidates: list[Candidate] = field(default_factory=list)
    before: Before | None = None

    @property
    def name(self) -> str:
        return self.seat.name

    @property
    def year(self) -> str:
        return self.day[:4]

    @property
    def winner(self) -> Candidate:
        return self.candidates[0]

    @property
    def second(self) -> Candidate:
        return self.candidates[1]

    @cached_property
    def valid(self) -> int:
        return sum(one.votes for one in self.candidates)

    @property
    def majority(self) -> int:
        return self.winner.votes - self.second.votes

    @property
    def turnout(self) -> float:
        """Of valid votes."""
        assert self.electorate
        return self.valid / self.electorate

    def of(self, name_or_party: str) -> Candidate:
        """The only candidate of a party, or the one of that surname."""
        found = [
            one
            for one in self.candidates
            if name_or_party == one.party or one.name.endswith(name_or_party)
        ]
        assert len(found) == 1, (self.name, self.day, name_or_party, found)
        return found[0]

    def share(self, name_or_party: str) -> float:
        return self.of(name_or_party).votes / self.valid

    def lost_deposits(self) -> list[Candidate]:
        return [one for one in self.candidates if one.votes * DEPOSIT <= self.valid]

    def change(self, party: str) -> float:
        assert self.before is not None
        assert self.before.votes[party], (self.name, self.day, party)
        return self.share(party) - self.before.votes[party] / self.before.total

    def rise(self, party: str) -> float | None:
        """The change, or None where the party did not stand on either side of it."""
        stood = [one for one in self.candidates if one.party == party]
        if self.before is None or not self.before.votes[party] or len(stood) != 1:
            return None
        return stood[0].votes / self.valid - self.before.votes[party] / self.before.total

    @property
    def swing(self) -> float:
        """Butler's: half of the winner's rise and the runner-up's fall."""
        return (self.change(self.winner.party) - self.change(self.second.party)) / 2

    @property
    def gained_from(self) -> str | None:
        """The party that lost the seat; None where it was held."""
        if self.before is None:
            return None
        if self.winner.party != self.before.held_by:
            return self.before.held_by
        same = self.before.holder in {None, self.winner.person}
        return None if self.winner.party != "independent" or same else "independent"


def read(table: str) -> Iterator[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def number(text: str) -> int | None:
    return int(text) if text else None


class Tables:
    """Everything, in memory. Years are those of general elections."""

    def __init__(self) -> None:
        self.seats = {
            row["code"]: Seat(
                row["code"],
                row["name"],
                row["country"],
                row["region"],
                int(row["first_boundaries"]),
            )
            for row in read("constituency")
        }
        self.party = {row["id"]: row["name"] for row in read("party")}
        self.persons = {row["id"]: row for row in read("person")}
        self.notional = self._notional()
        self.contests = self._contests()

    def _notional(self) -> dict[tuple[str, str], Before]:
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        largest: dict[tuple[str, str], tuple[int, str]] = {}
        for row in read("notional_vote"):
            key, part = (row["code"], row["polled_on"][:4]), int(row["votes"])
            votes[key][row["party_id"]] += part
            largest[key] = max(largest.get(key, (0, "")), (part, row["party_id"]))
        return {
            key: Before(largest[key][1], None, votes[key], int(row["valid_votes"]))
            for row in read("notional_contest")
            for key in [(row["code"], row["polled_on"][:4])]
        }

    def _contests(self) -> list[Contest]:
        """Oldest first, each with its general election before."""
        stood: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for row in read("candidacy"):
            person = self.persons[row["person_id"]]
            one = Candidate(
                person["id"],
                common(row["standing_as"], person),
                row["party_id"],
                int(row["votes"]),
                person["gender"],
            )
            stood[row["code"], row["polled_on"]].append(one)
        made: list[Contest] = []
        latest: dict[str, Contest] = {}
        for row in sorted(read("contest"), key=lambda row: row["polled_on"]):
            code, day = row["code"], row["polled_on"]
            order = sorted(stood[code, day], key=lambda one: -one.votes)
            contest = Contest(
                self.seats[code],
                day,
                row["kind"],
                number(row["electorate"]),
                number(row["rejected_votes"]),
                row["declared_at"],
                order,
                self._before(code, day, latest.get(code)),
            )
            made.append(contest)
            if contest.kind == "general":
                latest[code] = contest
        return made

    def _before(self, code: str, day: str, earlier: Contest | None) -> Before | None:
        if earlier is None:
            return self.notional.get((code, "2005" if day < "2015" else "2019"))
        votes: Counter[str] = Counter()
        for one in earlier.candidates:
            votes[one.party] += one.votes
        return Before(earlier.winner.party, earlier.winner.person, votes, earlier.valid)

    def general(self, year: int) -> list[Contest]:
        return [one for one in self.contests if one.day == GENERAL[year]]

    def by_elections(self) -> list[Contest]:
        """Oldest first."""
        return [one for one in self.contests if one.kind != "general"]

    def at(self, name: str, year: int = 2024) -> Contest:
        """The seat's contest at a general election, by the seat's full name."""
        [found] = [one for one in self.general(year) if one.name == name]
        return found

    def by(self, name: str, year: int) -> Contest:
        """The seat's by-election of that year."""
        day = str(year)
        [found] = [one for one in self.by_elections() if one.name == name and one.year == day]
        return found

    def of_person(self, person: str) -> list[Contest]:
        """Oldest first."""
        return [one for one in self.contests if any(c.person == person for c in one.candidates)]

    def won_by(self, party: str, year: int, where: str = "") -> list[Contest]:
        """The seats of a party, in the whole country, a nation or a region."""
        return [one for one in within(self.general(year), where) if one.winner.party == party]

    def votes_of(self, party: str, year: int, where: str = "") -> int:
        return sum(
            one.votes
            for contest in within(self.general(year), where)
            for one in contest.candidates
            if one.party == party
        )

    def candidates_of(self, party: str, year: int, where: str = "") -> list[Candidate]:
        return [
            one
            for contest in within(self.general(year), where)
            for one in contest.candidates
            if one.party == party
        ]


def common(standing_as: str, person: dict[str, str]) -> str:
    """The name on the ballot paper, or so much of it as the person's usual name has too."""
    if standing_as == person["name"]:
        return standing_as
    family = person["family_name"]
    return family if family in standing_as else standing_as.rsplit(maxsplit=1)[-1]


def within(contests: Iterable[Contest], where: str) -> list[Contest]:
    return [one for one in contests if where in {"", one.seat.country, one.seat.region}]
