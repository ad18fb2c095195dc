"""Whom to believe where feeds disagree, and for how long to wait where only one speaks."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.declarations.claims import Claim, Waits
from bot.declarations.feeds.feed import Word


@dataclass(frozen=True, slots=True)
class Trust:
    """`order` holds the feeds' names, the most trusted first. What only feeds in `unsure` say has
    to be said by a second feed, or to stand for the time `wait`."""

    order: tuple[str, ...]
    unsure: frozenset[str] = frozenset()
    wait: timedelta = timedelta(0)

    def ranked(self, claims: Mapping[str, Claim]) -> list[Claim]:
        """The claims of the feeds that are followed, the most trusted first."""
        return [claims[name] for name in self.order if name in claims]

    def result(
        self, claims: Mapping[str, Claim], now: datetime, doubted: Collection[str] = ()
    ) -> Claim | None:
        """The result that counts; None where none does, yet. Of feeds that are `doubted` the time
        bears out nothing."""
        told = self._results(claims)
        return next((one for one in told if not self._waits(one, told, now, doubted)), None)

    def put_off(
        self, claims: Mapping[str, Claim], now: datetime, doubted: Collection[str] = ()
    ) -> dict[str, Waits]:
        """The feeds whose result does not count yet, and what it waits for."""
        told = self._results(claims)
        found = {one.feed: self._waits(one, told, now, doubted) for one in told}
        return {feed: waits for feed, waits in found.items() if waits}

    def winner(self, claims: Mapping[str, Claim]) -> Claim | None:
        """Whoever is named the winner before the votes are known, unless a feed that is trusted
        more says that they are counted again."""
        return next(_until_a_recount(self.ranked(claims)), None)

    def _results(self, claims: Mapping[str, Claim]) -> list[Claim]:
        return [one for one in self.ranked(claims) if one.word is Word.RESULT]

    def _waits(
        self, claim: Claim, told: Collection[Claim], now: datetime, doubted: Collection[str]
    ) -> Waits:
        if claim.feed not in self.unsure:
            return Waits.NO
        if any(_says_the_same(claim, other) for other in told if other.feed != claim.feed):
            return Waits.NO
        if claim.feed in doubted:
            return Waits.FOR_A_SECOND
        return Waits.NO if now - claim.changed_at >= self.wait else Waits.FOR_TIME


def _until_a_recount(ranked: list[Claim]) -> Iterator[Claim]:
    for one in ranked:
        if one.word is Word.RECOUNT:
            return
        if one.word is Word.WINNER:
            yield one


def _says_the_same(one: Claim, other: Claim) -> bool:
    return bool(one.result and other.result and one.result.says_the_same(other.result))
