"""What every picture says of itself, and the signs of parties in it."""

from collections.abc import Iterable

from bot.answers import figures, naming, wording
from bot.answers.party_then import is_renamed
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Candidacy
from bot.elections.party import Party
from bot.pictures.charts import Face, Ink

LONGEST_ALT = 1024
"""Letters that Discord takes as the description of an attachment."""


def ink(party: Party) -> Ink:
    return Ink(party.short, party.colour)


def ink_of(candidacy: Candidacy) -> Ink:
    """With the name of that ballot paper where the party has another one now: Brexit Party."""
    party, then = candidacy.party, naming.party(candidacy)
    return Ink(then if is_renamed(party, then) else party.short, party.colour)


def face(title: str, unit: str, source: str, sentences: Iterable[str]) -> Face:
    """`sentences` are the alt text, of which as many are said as there is room for."""
    return Face(title, unit, source, said(sentences))


def said(sentences: Iterable[str], most: int = LONGEST_ALT) -> str:
    """What there is no room for is counted: "And 12 more."."""
    told = list(sentences)
    left, text = 0, " ".join(told)
    while len(text) > most and len(told) > 1:
        told.pop()
        left += 1
        text = " ".join([*told, f"And {left} more."])
    return text if len(text) <= most else text[: most - 1] + "…"


def settled_source(catalogue: Catalogue) -> str:
    as_of = catalogue.results.as_of
    fresh = f", as of {figures.day(as_of)}" if as_of else ""
    return f"Source: {catalogue.results.title}{fresh}"


def source_line(catalogue: Catalogue, sources: Iterable[str], *, compared: bool) -> str:
    """`sources` are those of what is shown, an empty one where it is settled; `compared` says
    that settled results of before are shown, too. Empty where nothing is shown.

    "Source: as declared (the press); before: UK Parliament election results".
    """
    told = dict.fromkeys(sources)
    live = [one for one in told if one]
    if not live:
        return settled_source(catalogue) if told else ""
    declared = f"as declared ({wording.listed(live)})"
    if "" in told:
        return f"{settled_source(catalogue)}; {declared}"
    before = f"; before: {catalogue.results.title}" if compared else ""
    return f"Source: {declared}{before}"
