"""Ballots as Democracy Club numbers them, and the candidates that its answers name."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.declarations.declaration import ReportedCandidate
from bot.declarations.feeds.wire import Answer, Unanswered, body_of
from bot.declarations.reading import Unreadable, checked_count, checked_text

_BALLOT = re.compile(r"parl\.(?P<seat>[a-z0-9-]{1,100})(?P<by>\.by)?\.(?P<day>\d{4}-\d\d-\d\d)")
_PLACE = re.compile(r"parl\.(?:(?P<seat>[a-z0-9-]{1,100})\.by\.)?(?P<day>\d{4}-\d\d-\d\d)")
_MOST_CANDIDATES = 60
_SHOWN = 2000
_SPEAKER, _INDEPENDENT = "ynmp-party:12522", "ynmp-party:2"
_OUR_NAMES = {_SPEAKER: "Speaker", _INDEPENDENT: "Independent"}


@dataclass(frozen=True, slots=True)
class Ballot:
    """One constituency's ballot paper; `seat` as addresses write it: ynys-mon."""

    id: str
    seat: str
    polled_on: date

    @property
    def key(self) -> str:
        """The same for a by-election, however its number is written."""
        return f"{self.seat}.{self.polled_on}"


def ballot_of(number: object) -> Ballot | None:
    """None for a ballot that is no parliamentary one."""
    found = _BALLOT.fullmatch(number) if isinstance(number, str) else None
    try:
        return Ballot(found[0], found["seat"], date.fromisoformat(found["day"])) if found else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Election:
    """What is asked for: all ballots of a polling day, or that of a by-election."""

    polled_on: date
    seat: str | None

    @classmethod
    def of(cls, place: str) -> "Election":
        """`parl.2029-05-03` or `parl.clacton.by.2026-08-13`. Raises ValueError."""
        found = _PLACE.fullmatch(place)
        if not found:
            raise ValueError(f"“{place}” is no election of Democracy Club's")
        return cls(date.fromisoformat(found["day"]), found["seat"])

    @property
    def slug(self) -> str:
        return f"parl.{self.polled_on}"

    def has(self, ballot: Ballot | None) -> bool:
        if ballot is None or ballot.polled_on != self.polled_on:
            return False
        return self.seat is None or ballot.seat == self.seat


def json_of(answer: Answer) -> Any:
    """Raises Unanswered where it is no JSON, which is said as an operator would see it."""
    body = body_of(answer)
    try:
        return json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        kind = answer.headers.get("content-type", "").partition(";")[0][:60] or "something unnamed"
        raise Unanswered(f"it answered with {kind}, which is no whole JSON.") from wrong


def _no_number(text: str) -> None:
    raise ValueError(text)


def shown(plain: object) -> str:
    """What is kept of what came."""
    text = json.dumps(plain, ensure_ascii=False)[:_SHOWN]
    # Half a pair of surrogates is no letter that could be kept, although JSON can hold it.
    return text.encode("utf-8", "replace").decode("utf-8")


def candidate_of(plain: object, votes_in: Mapping[str, Any]) -> ReportedCandidate:
    """Of a candidacy; `votes_in` holds num_ballots and elected. Raises Unreadable."""
    if not isinstance(plain, dict):
        raise Unreadable("a candidate is no object")
    person, party = plain.get("person"), plain.get("party")
    if not isinstance(person, dict) or not isinstance(party, dict):
        raise Unreadable("a candidate has no person or no party")
    name = checked_text(person.get("name"), "a candidate’s name")
    code = checked_text(party.get("ec_id"), f"the party’s number of {name}")
    elected = votes_in.get("elected")
    if elected is not None and not isinstance(elected, bool):
        raise Unreadable(f"elected of {name} must be true or false")
    return ReportedCandidate(
        name=name,
        party=_OUR_NAMES.get(code) or checked_text(party.get("name"), f"the party of {name}"),
        votes=checked_count(votes_in.get("num_ballots"), f"votes of {name}"),
        elected=elected,
        person=f"democracy-club:{_number(person.get('id'), name)}",
        party_code=code,
    )


def _number(value: object, name: str) -> int:
    number = checked_count(value, f"the number of {name}")
    if number is None:
        raise Unreadable(f"the number of {name} is missing")
    return number


def candidates_of(listed: object) -> list[dict[str, Any]]:
    """Raises Unreadable."""
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise Unreadable("its candidates are no list of objects")
    if len(listed) > _MOST_CANDIDATES:
        raise Unreadable(f"it has more than {_MOST_CANDIDATES} candidates")
    return listed
