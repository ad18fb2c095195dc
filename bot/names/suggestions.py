"""What somebody may be about to type."""

from functools import cached_property
from math import inf

from bot.catalogue.known_names import KnownName
from bot.names.finding import Kind, Match
from bot.names.matcher import Matcher
from bot.names.ranking import MEMBER
from bot.text import fold

SHORT = 2  # letters that say too little to score by


class Suggestions:
    """Seats of today, parties and members by their first letters; more letters are matched."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    @cached_property
    def _well_known(self) -> list[tuple[str, Match]]:
        return sorted(
            (
                (fold(name.called), Match(Kind(name.known.kind), name.known.id, name.called, 0, ""))
                for name in self._matcher.index.names
                if _is_well_known(name.known)
            ),
            key=lambda item: (item[1].kind is not Kind.CONSTITUENCY, item[0]),
        )

    def complete(self, typed: str, limit: int) -> list[Match]:
        start = fold(typed)
        if len(start) > SHORT:
            return self._matcher.matches(self._matcher.fits(typed)[:limit])
        beginning = [match for name, match in self._well_known if name.startswith(start)]
        return beginning[:limit] if start else []


_LEAST_RENOWN = {Kind.CONSTITUENCY: 1.0, Kind.PERSON: MEMBER, Kind.PARTY: 0.0, Kind.PLACE: inf}


def _is_well_known(name: KnownName) -> bool:
    return name.official and name.renown >= _LEAST_RENOWN[Kind(name.kind)]
