"""Parties, areas and numbers as parts of a sentence."""

from collections.abc import Sequence
from datetime import date

from bot.answers import figures, naming, party_then
from bot.elections.party import Party
from bot.elections.tally import PartyTally
from bot.text import slug

_IN_SENTENCES = {
    "conservative": "the Conservatives",
    "green": "the Greens",
    "independent": "independents",
    "liberal-democrat": "the Liberal Democrats",
    "speaker": "the Speaker",
}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
)  # fmt: skip
_WITH_ARTICLE = (" East", " West", " Midlands", "East of England")


def whole(party: Party) -> str:
    """The party as a whole: "Labour", "the Conservatives", "the Alba Party"."""
    if party.id in _IN_SENTENCES:
        return _IN_SENTENCES[party.id]
    return _with_article(party.name)


def _with_article(name: str) -> str:
    article = name.endswith(" Party") and not name.startswith("The ")
    return f"the {name}" if article else name


def as_then(of: PartyTally) -> str:
    """The same before a verb, of one that had another name: "the Brexit Party, now Reform UK,"."""
    then = _then(of)
    return f"{_with_article(then)}, now {whole(of.party)}," if then else whole(of.party)


def among_others(of: PartyTally) -> str:
    """The same in a list: "the Brexit Party (now Reform UK)"."""
    then = _then(of)
    return f"{_with_article(then)} (now {whole(of.party)})" if then else whole(of.party)


def in_list(of: PartyTally) -> str:
    """The party's name alone, or "Brexit Party (now Reform UK)"."""
    then = _then(of)
    return f"{then} (now {of.party.name})" if then else of.party.name


def _then(of: PartyTally) -> str:
    """The name it had, where that was another."""
    then = naming.party_as_printed(of.party, of.printed) if of.printed else of.party.name
    return then if party_then.is_renamed(of.party, then) else ""


def possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 (one, or none)
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def within(areas: Sequence[str]) -> str:
    """ "in Wales", "in the East Midlands and the West Midlands"; nothing for the whole country."""
    named = [f"the {one}" if one.endswith(_WITH_ARTICLE) else one for one in areas]
    return f"in {listed(named)}" if named else ""


def general_election(day: date) -> str:
    return f"the general election of {figures.day(day)}"


def number(count: int, one: str, many: str = "") -> str:
    """ "1 seat", "2 seats", "1,234 seats"."""
    return f"{figures.count(count)} {one if count == 1 else many or f'{one}s'}"


def seats(count: int) -> str:
    return number(count, "seat")


def ordinal(place: int) -> str:
    """ "third", "eleventh place" as "11th"."""
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{'th' if place // 10 % 10 == 1 else ending}"


def signed(count: int) -> str:
    """ "+211", "−251", "0"."""
    if count == 0:
        return "0"
    return f"{figures.MINUS if count < 0 else '+'}{abs(count):,}"


def file_name(*parts: str) -> str:
    """ "labour-seats-won-wales-2024"."""
    return "-".join(slug(part) for part in parts if part)
