"""PA Media's files: what their names say, and what stands in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from bot.declarations.declaration import ReportedCandidate
from bot.declarations.reading import Unreadable, checked_text

_LARGEST = 1_000_000  # bytes
_DEEPEST = 20
_MOST_CANDIDATES = 60
_MOST = 1_000_000
_NAME = re.compile(
    r"(?P<test>test_)?(?:\w*?_)?(?:general|by)_?election_"
    r"(?P<kind>nominations|rush|result|recount|sop)_(?P<seat>.+)_(?P<revision>\d{1,6})\.xml",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\d{1,9}|\d{1,3}(?:,\d{3}){1,2}")
_DAYS = (re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{8}"))
_BRITISH_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


class Kind(StrEnum):
    NOMINATIONS = "nominations"
    RUSH = "rush"
    RESULT = "result"
    RECOUNT = "recount"


_ROOTS = {
    Kind.RUSH: "FirstPastThePostRush",
    Kind.RESULT: "FirstPastThePostResult",
    Kind.RECOUNT: "FirstPastThePostRecount",
}


class Unfinished(Exception):
    """The file is no whole XML, perhaps because somebody is still writing it."""


@dataclass(frozen=True, slots=True)
class FileName:
    """`seat` is as the name has it, with underscores."""

    kind: Kind
    seat: str
    revision: int


def file_name(name: str) -> FileName | None:
    """None for what is no paper about a contest, and for tests, which say nothing true."""
    found = _NAME.fullmatch(name)
    if found is None or found["test"] or found["kind"].lower() == "sop":
        return None
    return FileName(Kind(found["kind"].lower()), found["seat"], int(found["revision"]))


@dataclass(frozen=True, slots=True)
class Paper:
    """What a file says. Of a rush `winning_party` may be all that is known of the winner."""

    kind: Kind
    revision: int | None
    polled_on: date
    constituency: str
    electorate: int | None
    majority: int | None
    declared_at: datetime | None
    candidates: tuple[ReportedCandidate, ...]
    winning_party: tuple[str, ...] = ()


def read_paper(kind: Kind, body: bytes) -> Paper:
    """Raises Unfinished where it is no whole XML, and Unreadable with the reason where it is and
    says nothing that makes sense."""
    root = _root(body)
    if kind in _ROOTS and root.tag != _ROOTS[kind]:
        raise Unreadable(f"it is a {root.tag[:40]}, where {_ROOTS[kind]} belongs")
    election, seat = _one(root, "Election"), _one(root, "Constituency")
    kind_of_election = election.get("type", "G").strip().upper()[:1]
    if kind_of_election not in ("G", "B", ""):
        raise Unreadable(f"its election is of type {election.get('type', '')[:20]!r}")
    people = seat.findall("Candidate") or root.findall("Candidate")
    if len(people) > _MOST_CANDIDATES:
        raise Unreadable(f"it has more than {_MOST_CANDIDATES} candidates")
    return Paper(
        kind=kind,
        revision=_number(root.get("revision"), "revision"),
        polled_on=_day(election.get("date", "")),
        constituency=checked_text(seat.get("name"), "the constituency’s name"),
        electorate=_number(seat.get("electorate"), "electorate") or None,
        majority=_number(seat.get("majority"), "majority") or None,
        declared_at=_time(root.get("declarationTime")),
        candidates=tuple(_candidate(one, kind) for one in people),
        winning_party=_winning_party(seat, root),
    )


class _Shallow(TreeBuilder):
    """Gives up where elements lie in one another without end."""

    _depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable("its elements lie too deep in one another")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def _root(body: bytes) -> Element:
    if len(body) > _LARGEST:
        raise Unreadable(f"it is larger than {_LARGEST:,} bytes")
    parser = DefusedXMLParser(target=_Shallow(), forbid_dtd=True)
    try:
        parser.feed(body)
        root = parser.close()
    except ParseError as broken:
        raise Unfinished(f"it is no whole XML ({broken})") from broken
    except DefusedXmlException as unsafe:
        raise Unreadable("it defines entities or a document type, which is not read") from unsafe
    except (LookupError, ValueError) as wrong:
        if isinstance(wrong, Unreadable):
            raise
        raise Unreadable("its letters are in no encoding that is known") from wrong
    if not isinstance(root, Element):
        raise Unfinished("it is empty")
    return root


def _one(root: Element, tag: str) -> Element:
    found = root.findall(tag)
    if len(found) != 1:
        raise Unreadable(f"it has {len(found) or 'no'} {tag}")
    return found[0]


def _candidate(one: Element, kind: Kind) -> ReportedCandidate:
    given, family = (one.get(name, "").strip() for name in ("firstName", "surname"))
    name = checked_text(f"{given} {family}".strip(), "a candidate’s name")
    parties = one.findall("Party")
    if len(parties) != 1:
        raise Unreadable(f"{name} has {len(parties) or 'no'} Party")
    [party] = parties
    short, long = party.get("abbreviation", "").strip(), party.get("name", "").strip()
    return ReportedCandidate(
        name=name,
        party=checked_text(long or short, f"party of {name}"),
        votes=_votes(party, name) if kind is Kind.RESULT else None,
        elected=True if one.get("elected", "").strip() == "*" else None,
        party_code=checked_text(short, f"party of {name}") if short else "",
    )


def _votes(party: Element, name: str) -> int:
    votes = _number(party.get("votes"), f"votes of {name}")
    if votes is None:
        raise Unreadable(f"votes of {name} are missing")
    return votes


def _number(text: str | None, what: str) -> int | None:
    """None where it is not there. 24120 and 24,120; nothing else is a number of votes."""
    if text is None or not text.strip():
        return None
    plain = text.strip()
    if not (plain.isascii() and _VOTES.fullmatch(plain)):
        raise Unreadable(f"{what} must be a whole number, not {plain[:20]!r}")
    number = int(plain.replace(",", ""))
    if number > _MOST:
        raise Unreadable(f"{what} are more than any constituency has people")
    return number


def _day(text: str) -> date:
    plain = text.strip()
    british = _BRITISH_DAY.fullmatch(plain)
    if british:
        plain = "-".join(reversed(british.groups()))
    try:
        if any(form.fullmatch(plain) for form in _DAYS):
            return date.fromisoformat(plain)
    except ValueError:
        pass
    raise Unreadable(f"its election is of the day {text[:20]!r}, which is none")


def _time(text: str | None) -> datetime | None:
    if not text or not text.strip():
        return None
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError as wrong:
        raise Unreadable(f"its declarationTime is {text[:30]!r}, which is no time") from wrong


def _winning_party(*elements: Element) -> tuple[str, ...]:
    names = ("winningPartyAbbreviation", "winningPartyName", "winningParty")
    found = (one.get(name, "").strip() for one in elements for name in names)
    return tuple(dict.fromkeys(filter(None, found)))


def of_party(
    standing: Sequence[ReportedCandidate], party: Sequence[str]
) -> list[ReportedCandidate]:
    """The candidates of a party that is known by its name or short name."""
    named = {one.casefold() for one in party}
    return [one for one in standing if named & {one.party.casefold(), one.party_code.casefold()}]
