"""Who is nominated, ballot by ballot."""

import json
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from bot.declarations.declaration import Report, ReportedCandidate
from bot.declarations.feeds.democracy_club.ballots import Ballot, candidate_of, candidates_of
from bot.declarations.feeds.feed import Bulletin, Word
from bot.declarations.reading import Unreadable

_DIGEST = 8  # bytes
_SHOWN = 2000


@dataclass(frozen=True, slots=True)
class Standing:
    """The candidates of a ballot, without any votes."""

    ballot: Ballot
    candidates: tuple[ReportedCandidate, ...]

    @property
    def mark(self) -> str:
        """How many they are, and a digest of who: "8 1f2e3d4c5b6a7988"."""
        who = sorted((one.person, one.name, one.party) for one in self.candidates)
        digest = blake2s(repr(who).encode(), digest_size=_DIGEST).hexdigest()
        return f"{len(self.candidates)} {digest}"

    def bulletin(self) -> Bulletin:
        names = json.dumps([one.name for one in self.candidates], ensure_ascii=False)
        report = Report(self.ballot.polled_on, self.ballot.seat, self.candidates)
        return Bulletin(Word.STANDING, report, f"{self.ballot.id}: {names}"[:_SHOWN])


def standing_on(ballot: Ballot, plain: dict[str, Any]) -> Standing | None:
    """None for a ballot that is cancelled, or on which nobody stands yet. Raises Unreadable."""
    if plain.get("cancelled"):
        return None
    try:
        listed = candidates_of(plain.get("candidacies"))
        found = tuple(candidate_of(one, {}) for one in listed)
    except Unreadable as wrong:
        raise Unreadable(f"{ballot.id}: {wrong}") from wrong
    return Standing(ballot, found) if found else None


def number_of(mark: str) -> int | None:
    """How many stand, by the mark that was kept; None where none was."""
    return int(mark.partition(" ")[0]) if mark else None
