"""Forms put into words, so that a form and a sentence are one question with one answer."""

import re

_COMMAND = re.compile(r"^\s*/(?P<command>[a-z-]+)\b[:,]?\s*", re.IGNORECASE)
_OPTION = re.compile(
    r"\b(?:question|name|party|area|measure|order|count|first|second|place|show|year|election"
    r"|highlight):\s*",
    re.IGNORECASE,
)
_FOR_A_NAME = re.compile(r"^\s*/results?\b", re.IGNORECASE)
_CHOSEN = re.compile(r"(?:constituency|person|party|place):\S+")
# What each command says before whatever was typed after it.
_SPOKEN = {
    "ask": "{}",
    "candidate": "{}",
    "party": "{}",
    "seats": "scoreboard {}",
    "top": "top {}",
    "history": "history of {}",
    "compare": "compare {}",
    "byelections": "by-elections {}",
    "by-elections": "by-elections {}",
    "map": "map {}",
}
MEASURES = {
    "majority": "{} majority",
    "closest": "closest majority",
    "turnout": "{} turnout",
    "share": "{} share of the vote",
    "votes": "{} votes",
    "swing": "{} swing",
    "rise": "biggest rise in share",
    "fall": "biggest fall in share",
    "candidates": "{} candidates",
    "electorate": "{} electorate",
}
MAPS = {
    "winner": "map of winners",
    "gains": "map of gains",
    "losses": "map of losses",
    "majority": "map of majorities",
    "turnout": "map of turnout",
    "share": "map of the share",
}
_HIGHEST, _LOWEST = "highest", "lowest"


def is_for_a_name(text: str) -> bool:
    """Whether it is the form that takes nothing but a name and an election."""
    return _FOR_A_NAME.match(text) is not None


def spoken(text: str) -> str:
    """A typed command as a sentence; any other text as it is."""
    command = _COMMAND.match(text)
    pattern = _SPOKEN.get(command["command"].lower()) if command else None
    if command is None or pattern is None:
        return _OPTION.sub(" ", text)
    return pattern.format(_OPTION.sub(" ", text[command.end() :]))


def candidate(name: str, election: str | None) -> str:
    return _joined(_thing(name), _when(election))


def party(party: str, area: str | None, election: str | None) -> str:
    return _joined("how did", _thing(party), "do", _in(area), _when(election))


def seats(election: str | None, area: str | None) -> str:
    return _joined("scoreboard", _in(area), _when(election))


def top(
    measure: str,
    order: str | None,
    party: str | None,
    area: str | None,
    election: str | None,
    count: int | None,
) -> str:
    asked = MEASURES.get(measure, f"{{}} {measure}").format(
        _LOWEST if order == _LOWEST else _HIGHEST
    )
    number = f"top {count}" if count else ""
    return _joined(number, asked, _thing(party or ""), _in(area), _when(election))


def history(place: str) -> str:
    return _joined("history of", _thing(place))


def compare(first: str, second: str, election: str | None) -> str:
    return _joined("compare", _thing(first), "with", _thing(second), _when(election))


def by_elections(year: str | None, party: str | None) -> str:
    won = f"won by {_thing(party)}" if party else ""
    return _joined("list by-elections", won, _when(year))


def mapped(shown: str | None, party: str | None, place: str | None, election: str | None) -> str:
    """`place` is an area, a seat or a choice of one."""
    asked = MAPS.get(shown, f"map of {shown}") if shown else "map"
    where = f"in {_thing(place)}" if place else ""
    return _joined(asked, _thing(party or ""), where, _when(election))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _thing(chosen: str) -> str:
    """A choice, written kind:id, as a reference; what was typed as it is."""
    chosen = chosen.strip()
    return f"[{chosen}]" if _CHOSEN.fullmatch(chosen) else chosen


def _in(area: str | None) -> str:
    return f"in {area.partition(':')[2] or area}" if area else ""


def _when(election: str | None) -> str:
    return f"in {election}" if election else ""
