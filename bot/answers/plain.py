"""A reply as plain text, for a terminal and wherever nothing richer can be shown."""

from dataclasses import replace

from rich.cells import cell_len

from bot.answers import figures
from bot.answers.lines import SEPARATOR, WIDTH, fitted, flowed, wrapped
from bot.answers.listing import table
from bot.answers.reply import Fact, Reply, ReplyKind, Standing

_NARROWEST = 16  # of the columns for name and party
_GAP = 3
# Votes of six figures with their comma, a share such as 49.2%, a change such as −29.9.
_FIGURES = 6 + _GAP + 6 + _GAP + 5


def render(reply: Reply, width: int = WIDTH) -> str:
    """The whole reply, no line longer than `width` unless one word is."""
    blocks = [
        wrapped(reply.title, width),
        wrapped(reply.headline, width),
        *(wrapped(sentence, width) for sentence in reply.preface),
        *columns(reply.standings, width),
        *(table(reply.listing, width) if reply.listing else ()),
        *_facts(reply, width),
        *(wrapped(note, width) for note in reply.notes),
        *_choices(reply, width),
        wrapped_source(reply, width),
    ]
    return "\n".join(block for block in blocks if block)


def wrapped_source(reply: Reply, width: int) -> str:
    """The last lines of the whole reply."""
    return wrapped(source_line(reply), width)


def source_line(reply: Reply) -> str:
    """In one line, for where it is broken by others."""
    if not reply.sources:
        return ""
    fresh = f", as of {figures.day(reply.as_of)}" if reply.as_of else ""
    return f"Source: {'; '.join(reply.sources)}{fresh}"


def columns(standings: tuple[Standing, ...], width: int) -> list[str]:
    """The candidates one below the other, their figures in line."""
    if not standings:
        return []
    counted = any(one.votes for one in standings)
    room = width - (_FIGURES + 2 * _GAP if counted else _GAP)
    names = max(_NARROWEST, *(cell_len(one.name) for one in standings))
    parties = max(_NARROWEST, *(cell_len(one.party) for one in standings))
    if names + parties > room:
        names = min(names, max(room // 2, room - parties))
        parties = room - names
        standings = tuple(_shortened(one, parties) for one in standings)
    return [_standing(one, names, parties) for one in standings]


def _shortened(one: Standing, room: int) -> Standing:
    if cell_len(one.party) <= room or not one.party_short:
        return one
    return replace(one, party=one.party_short)


def _standing(one: Standing, names: int, parties: int) -> str:
    """One line; a name that is too long for its column has a line of its own before the rest."""
    gap = " " * _GAP
    above = f"{one.name}\n" if cell_len(one.name) > names else ""
    name = fitted("" if above else one.name, names)
    row = f"{name}{gap}{fitted(one.party, parties)}{gap}{one.votes:>6}{gap}"
    return above + f"{row}{one.share:>5}{gap}{one.change:>5}".rstrip()


def _facts(reply: Reply, width: int) -> list[str]:
    """A contest's facts flow on; lists keep a line each."""
    if reply.kind in {ReplyKind.CONTEST, ReplyKind.PERSON}:
        return flowing(reply.facts, width)
    return [wrapped(f"{fact.label}: {fact.value}", width) for fact in reply.facts]


def flowing(facts: tuple[Fact, ...], width: int) -> list[str]:
    return flowed(map(_said, facts), width)


def _said(fact: Fact) -> str:
    label = fact.label.lower()
    # Without a colon "4 others 8,013 votes" would be one thing and not two.
    colon = ":" if label.endswith(("before", "between", "other", "others")) else ""
    return f"{label}{colon} {fact.value}"


def _choices(reply: Reply, width: int) -> list[str]:
    if reply.asking:
        return [f"{number:>2}. {one.label}" for number, one in enumerate(reply.choices, start=1)]
    if not reply.choices:
        return []
    listed = SEPARATOR.join(
        f"{number} {one.short or one.label}" for number, one in enumerate(reply.choices, start=1)
    )
    return [wrapped(f"More: {listed}", width)]
