"""Given names that stand for one another."""

from functools import lru_cache

from nicknames import NickNamer

DIRECTLY = 0.95
BY_WAY_OF_ANOTHER = 0.7  # Tommy and Thom are two people more often than one


class Nicknames:
    """Edward and Ed, and Bob and Rob by way of Robert."""

    def __init__(self) -> None:
        self._namer = NickNamer()
        self.equivalents = lru_cache(maxsize=1024)(self._equivalents)

    def _equivalents(self, name: str) -> dict[str, float]:
        """Each name that may be meant, with its likeness."""
        formal = self._namer.canonicals_of(name)
        short = self._namer.nicknames_of(name)
        # The list knows formal and short names only; Bob and Rob meet at Robert.
        siblings = {other for one in formal for other in self._namer.nicknames_of(one)}
        near = dict.fromkeys(siblings, BY_WAY_OF_ANOTHER) | dict.fromkeys(formal | short, DIRECTLY)
        near.pop(name, None)
        return near
