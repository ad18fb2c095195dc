"""A ballot's result, as volunteers have typed it so far."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s
from typing import Any

from bot.declarations.declaration import Report, ReportedCandidate
from bot.declarations.feeds.democracy_club.ballots import (
    Ballot,
    candidate_of,
    candidates_of,
    shown,
)
from bot.declarations.feeds.feed import Bulletin, Word
from bot.declarations.reading import Unreadable, checked_count

_DIGEST = 8  # bytes


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands on a ballot now. `text` is what came."""

    ballot: Ballot
    candidates: tuple[ReportedCandidate, ...]
    electorate: int | None
    rejected_votes: int | None
    text: str

    @property
    def digest(self) -> str:
        """The same for the same figures."""
        said = [[one.person, one.votes, one.elected] for one in self.candidates]
        figures = json.dumps([sorted(said, key=repr), self.electorate, self.rejected_votes])
        return blake2s(figures.encode(), digest_size=_DIGEST).hexdigest()

    @property
    def votes_digest(self) -> str:
        """The same for the same votes, whoever is said to be elected."""
        return blake2s(repr(sorted(self.votes.items())).encode(), digest_size=_DIGEST).hexdigest()

    @property
    def votes(self) -> dict[str, int]:
        """By person."""
        return {one.person: one.votes for one in self.candidates if one.votes is not None}

    @property
    def winners(self) -> list[ReportedCandidate]:
        return [one for one in self.candidates if one.elected]

    @property
    def first(self) -> ReportedCandidate:
        """Who is said to have won, or else has most votes."""
        if len(self.winners) == 1:
            return self.winners[0]
        return max(self.candidates, key=lambda one: one.votes or 0)

    @property
    def has_all_votes(self) -> bool:
        """Of the candidates that are listed, who need not be all."""
        votes = [one.votes for one in self.candidates]
        return any(votes) and None not in votes

    def word(self, standing: int | None) -> Word | None:
        """What it amounts to, where so many stand; None while volunteers are still typing."""
        if self.has_all_votes and standing is not None and len(self.candidates) >= standing:
            return Word.RESULT
        return Word.WINNER if len(self.winners) == 1 else None

    def bulletin(self, word: Word, declared_at: datetime | None) -> Bulletin:
        report = Report(
            self.ballot.polled_on,
            self.ballot.seat,
            self.candidates,
            declared_at,
            self.electorate,
            self.rejected_votes,
        )
        return Bulletin(word, report, self.text)


def typed_on(ballot: Ballot, plain: dict[str, Any]) -> Typed:
    """Raises Unreadable with the reason, which names the ballot."""
    try:
        listed = candidates_of(plain.get("candidate_results"))
        return Typed(
            ballot,
            tuple(candidate_of(one, one) for one in listed),
            checked_count(plain.get("total_electorate"), "total_electorate") or None,
            checked_count(plain.get("num_spoilt_ballots"), "num_spoilt_ballots"),
            shown(plain),
        )
    except Unreadable as wrong:
        raise Unreadable(f"{ballot.id}: {wrong}") from wrong


def newest_version(plain: object) -> dict[str, int]:
    """The votes by person of the newest version of a result. Raises Unreadable."""
    if not isinstance(plain, list) or not plain or not isinstance(plain[0], dict):
        raise Unreadable("its versions are no list of objects")
    return dict(_votes(candidates_of(plain[0].get("candidate_results"))))


def _votes(listed: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    found = []
    for one in listed:
        votes = checked_count(one.get("num_ballots"), "num_ballots")
        if votes is not None:
            found.append((f"democracy-club:{one.get('person_id')}", votes))
    return found
