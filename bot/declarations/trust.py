"""Whom to believe where feeds disagree, and for how long to wait where only one speaks."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

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
        self,
        claims: Mapping[str, Claim],
        now: datetime,
        doubted: Collection[str] = (),
        telling: Collection[str] = (),
    ) -> Claim | None:
        """The result that counts; None where none does, yet. Of feeds that are `doubted` the time
        bears out nothing. What a feed in `telling` told stands while its correction waits, whatever
        feeds say that are trusted less."""
        found = self._in_question(claims, now, doubted, telling)
        return next((one for one, waits in found if not waits), None)

    def put_off(
        self,
        claims: Mapping[str, Claim],
        now: datetime,
        doubted: Collection[str] = (),
        telling: Collection[str] = (),
    ) -> dict[str, Waits]:
        """The feeds whose result does not count yet, and what it waits for. One that is overruled
        waits for nothing."""
        found = self._in_question(claims, now, doubted, telling)
        return {one.feed: waits for one, waits in found if waits}

    def winner(self, claims: Mapping[str, Claim]) -> Claim | None:
        """Whoever is named the winner before the votes are known, unless a feed that is trusted
        more says that they are counted again."""
        named = (one for one in self.before_a_recount(claims) if one.word is Word.WINNER)
        return next(named, None)

    def before_a_recount(self, claims: Mapping[str, Claim]) -> list[Claim]:
        """The claims, the most trusted first, down to one that says that votes are recounted."""
        return list(takewhile(lambda one: one.word is not Word.RECOUNT, self.ranked(claims)))

    def _in_question(
        self,
        claims: Mapping[str, Claim],
        now: datetime,
        doubted: Collection[str],
        telling: Collection[str],
    ) -> Iterator[tuple[Claim, Waits]]:
        """The results that no other overrules, with what each waits for: down to one that counts,
        or that corrects what its own feed told."""
        told = [one for one in self.ranked(claims) if one.word is Word.RESULT]
        for one in told:
            waits = self._waits(one, told, now, doubted)
            yield one, waits
            if not waits or one.feed in telling:
                return

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


def _says_the_same(one: Claim, other: Claim) -> bool:
    return bool(one.result and other.result and one.result.says_the_same(other.result))
