"""Constituencies as PA Media writes them: "Devon Central", "Wrekin, The", "Hull East"."""

from collections.abc import Callable, Iterator
from itertools import product

_POINTS = frozenset({"north", "south", "east", "west", "mid", "central"})
_SHORTENED = {"hull": "Kingston upon Hull"}


def official(written: str, known: Callable[[str], bool]) -> str:
    """The first way to write the name that is `known`; as it was written where none is.

    PA's own order counts first: Glasgow North East is called just that, Derbyshire North East is
    North East Derbyshire.
    """
    plain = " ".join(written.replace("&", " and ").replace("_", " ").split())
    return next((one for one in _ways(plain) if known(one)), plain)


def _ways(plain: str) -> Iterator[str]:
    yield plain
    yield from _turned_at_a_comma(plain)
    parts = plain.split(" and ")
    # "Pembrokeshire Mid and South" is Mid and South Pembrokeshire.
    if len(parts) > 1 and all(_is_point(part) for part in parts[1:]):
        name, point = _split(parts[0])
        if point:
            yield f"{' and '.join([point, *parts[1:]])} {name}"
    for turned in product(*(_turns(part) for part in parts)):
        yield " and ".join(turned)


def _turned_at_a_comma(plain: str) -> Iterator[str]:
    """ "Durham, City of" is City of Durham."""
    name, comma, first = plain.rpartition(", ")
    if comma:
        yield f"{first} {name}"


def _turns(part: str) -> list[str]:
    """The part as it is, and with its points of the compass at the other end."""
    ways = [part]
    name, point = _split(part)
    if point:
        ways.append(f"{point} {name}")
    return [long for way in ways for long in (way, _lengthened(way)) if long]


def _split(part: str) -> tuple[str, str]:
    """ "Derbyshire North East" as ("Derbyshire", "North East"); no point where there is none."""
    words = part.split()
    place = len(words)
    while place > 1 and words[place - 1].lower() in _POINTS:
        place -= 1
    return " ".join(words[:place]), " ".join(words[place:])


def _is_point(part: str) -> bool:
    return all(word.lower() in _POINTS for word in part.split())


def _lengthened(way: str) -> str:
    long = [_SHORTENED.get(word.lower(), word) for word in way.split()]
    return "" if long == way.split() else " ".join(long)
