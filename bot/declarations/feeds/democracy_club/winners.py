"""Winners that are named before their votes are known, and those that are taken back."""

import re
from collections.abc import Iterable
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
from bot.declarations.feeds.feed import Bulletin, Word
from bot.declarations.feeds.wire import Unanswered
from bot.declarations.reading import Unreadable
from bot.text import slug

_LARGEST = 2_000_000  # bytes of one page
_MOST_ENTRIES = 500
_CODE = re.compile(r"(?:gss:)?([ENSW]\d{8})")
_NUMBER = re.compile(r"[0-9]{1,9}")
_SHOWN = 500

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody was named the winner of a ballot, or is not any more. `id` is the entry's own."""

    id: str
    ballot: Ballot
    constituency: str
    winner: ReportedCandidate
    retracted: bool

    def bulletin(self) -> Bulletin:
        word = Word.RETRACTED if self.retracted else Word.WINNER
        candidates = () if self.retracted else (self.winner,)
        report = Report(
            self.ballot.polled_on, self.constituency, candidates, withdrawn=self.retracted
        )
        said = "is not the winner after all" if self.retracted else "is the winner"
        return Bulletin(word, report, f"{self.ballot.id}: {self.winner.name} {said}"[:_SHOWN])


def events(body: bytes, election: Election) -> list[tuple[str, Event | None]]:
    """The entries of a page of the Atom feed, newest first, by their ids; None for those of other
    elections and those that make no sense. Raises Unanswered where it is no Atom feed."""
    root = _root(body)
    entries = [_fields(one) for one in root if _bare(one.tag) == "entry"]
    if _bare(root.tag) != "feed" or len(entries) > _MOST_ENTRIES:
        raise Unanswered("its feed of winners is no Atom feed of a sensible length.")
    return [(one.get("id", "")[:200], _event(one, election)) for one in entries]


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


def _event(entry: Fields, election: Election) -> Event | None:
    """The constituency is meant by its address, or else by its code."""
    post = entry.get("post_id", "")
    code = _CODE.fullmatch(post)
    by = ".by" if ".by." in entry.get("election_slug", "") else ""
    seat = slug(entry.get("post_name", "")) if code else post
    ballot = ballot_of(f"parl.{seat}{by}.{entry.get('election_date', '')}")
    if ballot is None or not election.has(ballot):
        return None
    try:
        winner = candidate_of(_person_and_party(entry), {"elected": True})
    except Unreadable:
        return None
    retracted = entry.get("retraction", "") not in ("", "0", "False", "false")
    return Event(entry.get("id", ""), ballot, code[1] if code else seat, winner, retracted)


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
            found.append(Event(ballot.id, ballot, ballot.seat, winner, retracted=False))
        except Unreadable:
            continue
    return found
