"""Winners that are named before their votes are known, and those that are taken back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.declarations.declaration import Report, ReportedCandidate
from bot.declarations.feeds.democracy_club.ballots import (
    Ballot,
    Election,
    ballot_of,
    candidate_of,
)
from bot.declarations.feeds.feed import Bulletin, Misread, Word
from bot.declarations.feeds.wire import Unanswered
from bot.declarations.reading import Unreadable
from bot.text import slug

_LARGEST = 2_000_000  # bytes of one page
_MOST_ENTRIES = 500
# Posts are numbered "WMC:E14001305", "gss:E14001305", by the bare code or by a slug.
_CODE = re.compile(r"(?:[A-Za-z]{1,9}:)?([ENSW]\d{8})")
_SLUG = re.compile(r"[a-z][a-z-]{1,100}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_SHOWN = 500

_RETRACTED = {"0": False, "False": False, "1": True, "True": True}

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody was named the winner of a ballot, or is not any more."""

    ballot: Ballot
    constituency: str
    winner: ReportedCandidate
    retracted: bool

    def is_undone_by(self, later: "Event") -> bool:
        same = self.winner.person == later.winner.person
        return same if self.retracted else (same or not later.retracted)

    def bulletin(self) -> Bulletin:
        word = Word.RETRACTED if self.retracted else Word.WINNER
        candidates = () if self.retracted else (self.winner,)
        report = Report(
            self.ballot.polled_on, self.constituency, candidates, withdrawn=self.retracted
        )
        said = "is not the winner after all" if self.retracted else "is the winner"
        return Bulletin(word, report, f"{self.ballot.id}: {self.winner.name} {said}"[:_SHOWN])


Entry = tuple[str, Event | Misread | None]
"""With its own id; None for one of another election."""


def entries(body: bytes, election: Election) -> list[Entry]:
    """Of a page of the Atom feed, the newest first. Raises Unanswered where it is none."""
    root = _root(body)
    found = [_fields(one) for one in root if _bare(one.tag) == "entry"]
    if _bare(root.tag) != "feed" or len(found) > _MOST_ENTRIES:
        raise Unanswered("its feed of winners is no Atom feed of a sensible length.")
    return [(one.get("id", "")[:200], _read(one, election)) for one in found]


def lasting(events: Sequence[Event]) -> list[Event]:
    """Those that no later one of the same ballot takes back or replaces, the oldest first."""
    later: dict[str, list[Event]] = {}
    kept = []
    for one in reversed(events):
        since = later.setdefault(one.ballot.key, [])
        if not any(one.is_undone_by(other) for other in since):
            kept.append(one)
        since.append(one)
    return kept[::-1]


def _fields(entry: Element) -> Fields:
    """What it says, by name; of a name that comes twice the first counts."""
    return {_bare(one.tag): (one.text or "").strip() for one in reversed(entry)}


def _root(body: bytes) -> Element:
    if len(body) > _LARGEST:
        raise Unanswered("its feed of winners is too long.")
    try:
        return fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError, RecursionError) as wrong:
        raise Unanswered("its feed of winners is no safe and whole XML.") from wrong


def _read(entry: Fields, election: Election) -> Event | Misread | None:
    # A ward can have a constituency's name.
    if not entry.get("election_slug", "").startswith("parl."):
        return None
    post = entry.get("post_id", "")
    code = _CODE.fullmatch(post)
    by = ".by" if ".by." in entry.get("election_slug", "") else ""
    seat = post if _SLUG.fullmatch(post) else slug(entry.get("post_name", ""))
    ballot = ballot_of(f"parl.{seat}{by}.{entry.get('election_date', '')}")
    if ballot is None or not election.has(ballot):
        return None
    try:
        return _event(entry, ballot, code[1] if code else seat)
    except Unreadable as wrong:
        return Misread(repr(entry)[:_SHOWN], f"{ballot.id}: {wrong}")


def _event(entry: Fields, ballot: Ballot, constituency: str) -> Event:
    retracted = _RETRACTED.get(entry.get("retraction", ""))
    if retracted is None:
        raise Unreadable("retraction must be 0 or 1")
    winner = candidate_of(_person_and_party(entry), {"elected": True})
    return Event(ballot, constituency, winner, retracted)


def _person_and_party(entry: Fields) -> dict[str, Any]:
    number = entry.get("winner_person_id", "")
    return {
        "person": {
            "id": int(number) if _NUMBER.fullmatch(number) else None,
            "name": entry.get("winner_person_name", ""),
        },
        "party": {
            # Older entries write the number as an address: party:52 is PP52.
            "ec_id": re.sub(r"^party:", "PP", entry.get("winner_party_id", "")),
            "name": entry.get("winner_party_name", ""),
        },
    }


def _bare(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def elected(results: Iterable[Any], election: Election) -> list[Event]:
    """Those of a page of candidates_elected. What makes no sense is passed over: it is only a
    second look at what the Atom feed tells."""
    found = []
    for plain in results:
        if not isinstance(plain, dict) or not isinstance(plain.get("ballot"), dict):
            continue
        ballot = ballot_of(plain["ballot"].get("ballot_paper_id"))
        if ballot is None or not election.has(ballot) or plain.get("elected") is not True:
            continue
        try:
            winner = candidate_of(plain, {"elected": True})
            found.append(Event(ballot, ballot.seat, winner, retracted=False))
        except Unreadable:
            continue
    return found
