"""Democracy Club's site as data: ballots that volunteers type on, as JSON and Atom."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape

from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Candidacy, Contest, ContestKind
from tests.nights.changes import Change, Votes

SITE = "https://candidates.democracyclub.org.uk"
RESULTS, BALLOTS = "/api/next/results/", "/api/next/ballots/"
ATOM, ELECTED = "/results/all.atom", "/api/next/candidates_elected/"
ATOM_SIZE = 20

Json = dict[str, Any]


def slug(name: str) -> str:
    """ASCII, lower case, punctuation dropped, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    ec_id: str
    party: str

    def plain(self) -> Json:
        url = f"{SITE}/api/next/people/{self.id}/"
        party = {
            "url": f"{SITE}/api/next/parties/{self.ec_id}/",
            "ec_id": self.ec_id,
            "name": self.party,
            "legacy_slug": self.ec_id.replace("PP", "party:"),
            "created": "2019-03-15T14:00:00Z",
            "modified": "2024-05-01T10:00:00Z",
        }
        return {"person": {"id": self.id, "url": url, "name": self.name}, "party": party}


@dataclass(slots=True)
class Ballot:
    id: str
    post: str
    polled_on: date
    people: list[Person]
    electorate: int | None = None
    spoilt: int | None = None
    votes: dict[int, int] = field(default_factory=dict)
    elected: int | None = None
    modified: datetime | None = None
    versions: list[Json] = field(default_factory=list)

    def named(self) -> Json:
        return {"url": f"{SITE}{BALLOTS}{self.id}/", "ballot_paper_id": self.id}

    def _is_elected(self, person: Person) -> bool | None:
        return None if self.elected is None else person.id == self.elected

    def result(self) -> Json:
        return {
            "url": f"{SITE}{RESULTS}{self.id}/",
            "num_turnout_reported": sum(self.votes.values()) or None,
            "turnout_percentage": None,
            "num_spoilt_ballots": self.spoilt,
            "source": "https://example.org/declaration",
            "total_electorate": self.electorate,
            "ballot": self.named(),
            "candidate_results": [
                {
                    **one.plain(),
                    "party_list_position": None,
                    "num_ballots": self.votes.get(one.id),
                    "elected": self._is_elected(one),
                }
                for one in self.people
            ],
        }

    def version(self) -> Json:
        return {
            "created": self.modified.isoformat() if self.modified else None,
            "ballot_paper_id": self.id,
            "turnout": None,
            "spoilt_ballots": self.spoilt,
            "total_electorate": self.electorate,
            "source": "https://example.org/declaration",
            "user": "volunteer",
            "candidate_results": [
                {
                    "num_ballots": self.votes.get(one.id),
                    "elected": self._is_elected(one),
                    "person_id": one.id,
                    "person_name": one.name,
                }
                for one in self.people
            ],
        }

    def nominations(self) -> Json:
        candidacies = [{**one.plain(), "elected": None, "result": None} for one in self.people]
        return {**self.named(), "cancelled": False, "candidacies": candidacies}


@dataclass(frozen=True, slots=True)
class Event:
    number: int
    at: datetime
    ballot: Ballot
    person: Person
    retraction: bool

    def entry(self) -> str:
        fields = {
            "retraction": int(self.retraction),
            "election_slug": f"parl.{self.ballot.polled_on}",
            "election_name": "UK general election",
            "election_date": self.ballot.polled_on,
            "post_id": slug(self.ballot.post),
            "winner_person_id": self.person.id,
            "winner_person_name": self.person.name,
            "winner_party_id": self.person.ec_id,
            "winner_party_name": self.person.party,
            "post_name": self.ballot.post,
        }
        said = "".join(f"<{name}>{escape(str(text))}</{name}>" for name, text in fields.items())
        title = f"{self.person.name} ({self.person.party}) won in {self.ballot.post}"
        return (
            f"<entry><title>{escape(title)}</title><id>{SITE}/#{self.number}</id>"
            f"<updated>{self.at.isoformat()}</updated>{said}</entry>"
        )


@dataclass(slots=True)
class Store:
    """All that the site knows, and what volunteers do."""

    ballots: dict[str, Ballot] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def name(self, ballot: Ballot, person: Person, at: datetime) -> None:
        """The winner is flagged; whoever was flagged before is taken back."""
        if ballot.elected == person.id:
            return
        if ballot.elected is not None:
            self.retract(ballot, at)
        ballot.elected = person.id
        self._tell(ballot, person, at, retraction=False)

    def retract(self, ballot: Ballot, at: datetime) -> None:
        [flagged] = [one for one in ballot.people if one.id == ballot.elected]
        ballot.elected = None
        self._tell(ballot, flagged, at, retraction=True)

    def _tell(self, ballot: Ballot, person: Person, at: datetime, *, retraction: bool) -> None:
        self.events.append(Event(len(self.events) + 1, at, ballot, person, retraction))
        if ballot.votes:
            ballot.modified = at

    def type(self, ballot: Ballot, votes: Votes, at: datetime) -> None:
        """The votes as far as they are known, in the order of the people."""
        typed = zip(ballot.people, votes, strict=True)
        ballot.votes = {one.id: number for one, number in typed if number is not None}
        ballot.modified = at
        ballot.versions.insert(0, ballot.version())

    def results(self, since: datetime, size: int = 200, number: int = 1) -> Json:
        """Ordered by ballot, not by time."""
        typed = [one for one in self.ballots.values() if one.modified and one.modified > since]
        ordered = sorted(typed, key=lambda one: one.id)
        return _page(RESULTS, [one.result() for one in ordered], size, number)

    def nominated(self, size: int = 200, number: int = 1) -> Json:
        ordered = sorted(self.ballots.values(), key=lambda one: one.id)
        return _page(BALLOTS, [one.nominations() for one in ordered], size, number)

    def elected(self, number: int = 1) -> Json:
        flagged = [
            {"elected": True, **one.plain(), "ballot": ballot.named()}
            for ballot in self.ballots.values()
            for one in ballot.people
            if one.id == ballot.elected
        ]
        return _page(ELECTED, flagged, 10, number)

    def atom(self, number: int = 1) -> str:
        newest = list(reversed(self.events))[(number - 1) * ATOM_SIZE : number * ATOM_SIZE]
        entries = "".join(one.entry() for one in newest)
        return (
            '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
            f"<title>Election results</title><id>{SITE}/</id>{entries}</feed>"
        )


def _page(address: str, found: Sequence[Json], size: int, number: int) -> Json:
    begin = (number - 1) * size
    more = begin + size < len(found)
    return {
        "count": len(found),
        "next": f"{SITE}{address}?page={number + 1}" if more else None,
        "previous": f"{SITE}{address}?page={number - 1}" if number > 1 else None,
        "results": list(found[begin : begin + size]),
    }


class Numbers:
    """Democracy Club's ids of persons and parties, as far as they are known here."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = dict(
            catalogue.connection.execute(
                "SELECT person_id, identifier FROM person_identifier "
                "WHERE scheme = 'democracy-club'"
            ).fetchall()
        )
        self._parties: dict[str, str] = {}
        for row in catalogue.connection.execute(
            "SELECT party_id, ec_id FROM party_registration WHERE ec_id LIKE 'PP%'"
        ):
            self._parties.setdefault(row["party_id"], row["ec_id"])
        self._parties |= {"independent": "ynmp-party:2", "speaker": "ynmp-party:12522"}
        self._next = 900_000

    def person(self, one: Candidacy) -> Person:
        number = self._known.get(one.person.id)
        if number is None:
            self._next += 1
            number = str(self._next)
        ec_id = self._parties.get(one.party.id, "PP99999")
        return Person(int(number), one.standing_as, ec_id, one.ballot_party)


def store_of(catalogue: Catalogue, polled: Iterable[Contest]) -> tuple[Store, dict[str, Ballot]]:
    """With a ballot for every contest, also by the seats' codes; nothing is known of it yet."""
    store, numbers, by_code = Store(), Numbers(catalogue), {}
    for contest in polled:
        seat = contest.constituency
        by = ".by" if contest.kind is ContestKind.BY_ELECTION else ""
        ballot = Ballot(
            f"parl.{slug(seat.name)}{by}.{contest.polled_on}",
            seat.name,
            contest.polled_on,
            [numbers.person(one) for one in contest.candidacies],
            contest.electorate,
            contest.rejected_votes,
        )
        store.ballots[ballot.id] = by_code[seat.code] = ballot
    return store, by_code


def happen(store: Store, ballot: Ballot, change: Change) -> None:
    """A change of a night, as volunteers enter it: whoever has most votes is flagged with them."""
    if change.votes is not None:
        store.type(ballot, change.votes, change.moment)
    winner = change.contest.candidacies.index(change.winner)
    store.name(ballot, ballot.people[winner], change.moment)


def as_body(plain: Json) -> bytes:
    return json.dumps(plain, ensure_ascii=False).encode()
