"""Nations and regions, however people write them."""

import re
from collections.abc import Iterable

from bot.text import fold

WHOLE = (
    "everything; everywhere; all; every constituency; all constituencies; every seat; all seats; "
    "uk; u k; united kingdom; whole uk; whole country; britain; great britain; gb; nationwide; "
    "general election"
)
# Beside the catalogue's own names. Where the words may mean several, all of them are named.
_WAYS = {
    "ni; n i; n ireland; ulster": ("Northern Ireland",),
    "cymru": ("Wales",),
    "greater london": ("London",),
    "east anglia; east; eastern": ("East of England",),
    "yorkshire; yorks; yorks and humber; yorks and the humber; yorkshire and humber; "
    "yorkshire and humberside; yorkshire humber; humber; humberside": ("Yorkshire and The Humber",),
    "midlands": ("East Midlands", "West Midlands"),
    "north; northern": ("North East", "North West", "Yorkshire and The Humber"),
    "south; southern": ("South East", "South West"),
}
# What belongs to a nation or people, and what a slip makes of it.
_ADJECTIVES = {
    "scottish; scots": ("Scotland",),
    "welsh": ("Wales",),
    "english": ("England",),
    "northern irish; n irish": ("Northern Ireland",),
}
# Too short to stand for an area inside a sentence without "the" before them.
VAGUE = frozenset("east eastern north northern south southern".split())
POINTS = VAGUE | frozenset("northeast northwest southeast southwest west western".split())
_COMPASS = re.compile(r"\b(north|south)(east|west)(ern)?\b")
_AROUND = re.compile(r"^the | (of )?england$| region$")
_LONGEST = 5  # words


class Regions:
    def __init__(self, names: Iterable[str]) -> None:
        self._ways: dict[str, tuple[str, ...]] = {fold(name): (name,) for name in names}
        for ways, meant in (*_WAYS.items(), *_ADJECTIVES.items()):
            self._ways |= dict.fromkeys(ways.split("; "), meant)

    @property
    def words(self) -> set[str]:
        return {word for way in self._ways for word in way.split()}

    def find(self, text: str) -> tuple[str, ...]:
        """The names that may be meant: none, one, or several."""
        said = fold(text)
        # The name in full first: the East of England is no east of something.
        return self._ways.get(said) or self._ways.get(_bare(said), ())

    def beginning(self, typed: str) -> tuple[str, ...]:
        """Those that somebody may be about to type."""
        starts = (fold(typed), _bare(fold(typed)))
        found = [
            name for way, names in self._ways.items() if way.startswith(starts) for name in names
        ]
        return tuple(dict.fromkeys(found))

    def within(self, words: list[str]) -> list[tuple[int, int, tuple[str, ...]]]:
        """Where areas are named among the words: from, to and what is meant, longest first."""
        found = []
        for length in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                said = " ".join(words[start : start + length])
                meant = self.find(said) or self.find(said.removesuffix("s"))  # Scotland's seats
                if meant:
                    found.append((start, start + length, meant))
        return found


def _bare(said: str) -> str:
    """ "the southeast of england" as "south east"."""
    bare = _COMPASS.sub(r"\1 \2", said)
    while (shorter := _AROUND.sub("", bare)) != bare:
        bare = shorter
    return bare
