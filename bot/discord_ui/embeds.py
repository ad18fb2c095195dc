"""A Reply as an embed, or as a message's text where embeds are not allowed.

The limits are Discord's: https://discord.com/developers/docs/resources/message#embed-object-embed-limits
"""

import discord

from bot.answers.plain import source_line
from bot.answers.reply import Reply, ReplyKind, Standing
from bot.discord_ui.markup import clip, escape, join_whole
from bot.discord_ui.pages import page_text

TITLE, DESCRIPTION, WHOLE_EMBED, WHOLE_MESSAGE = 256, 4096, 6000, 2000
FIELDS, FIELD_NAME, FIELD_VALUE = 25, 256, 1024

_SENTENCE, _SOURCE, _NAME, _NUMBER, _SHORT = 400, 500, 120, 30, 40
# What the fields of one embed may take of its 6,000 characters; the candidates need the rest.
_ALL_FIELDS = 2500
# What facts and notes may take of a message of text, and what beside a list, which needs more.
_FACTS, _FACTS_OF_LIST = 1200, 400


def build_embed(reply: Reply, page: int = 0) -> discord.Embed:
    """`page` is that of the reply's listing, where it has one."""
    embed = discord.Embed(title=escape(reply.title, TITLE), colour=_colour(reply))
    if footer := _footer(reply):
        embed.set_footer(text=footer)
    for label, value in _fields(reply):
        embed.add_field(name=label, value=value, inline=_side_by_side(reply))
    if notes := _notes(reply):
        embed.add_field(name="Notes", value=notes, inline=False)
    embed.description = _description(reply, min(DESCRIPTION, WHOLE_EMBED - len(embed)), page)
    return embed


def build_text(reply: Reply, page: int = 0) -> str:
    """The same answer without an embed, at most 2,000 characters."""
    title = f"**{escape(reply.title, TITLE)}**"
    told = [f"{label}: {value}" for label, value in _fields(reply)]
    room, source_room = (_FACTS_OF_LIST, _SOURCE // 2) if reply.listing else (_FACTS, _SOURCE)
    facts = join_whole([*told, *_notes(reply).splitlines()], room)
    source = f"*{escape(_footer(reply), source_room)}*" if _footer(reply) else ""
    below = "\n".join(part for part in (facts, source) if part)
    description = _description(reply, WHOLE_MESSAGE - len(title) - len(below) - len("\n\n\n"), page)
    parts = (f"{title}\n{description}".rstrip(), below)
    return "\n\n".join(part for part in parts if part)


def _description(reply: Reply, limit: int, page: int) -> str:
    said = [escape(sentence, _SENTENCE) for sentence in (reply.headline, *reply.preface)]
    head = join_whole([sentence for sentence in said if sentence], limit // 3)
    left = limit - len(head) - len("\n\n")
    listed = reply.listing is not None and bool(reply.listing.rows)
    candidates = [candidate(standing) for standing in reply.standings]
    told = join_whole(candidates, left // 2 if listed else left)
    left -= len(told) + len("\n\n")
    rows = page_text(reply.listing, page, left) if reply.listing else ""
    return "\n\n".join(part for part in (head, told, rows) if part)


def candidate(standing: Standing) -> str:
    # Two short lines: a phone shows about 34 characters before it wraps.
    name, party = escape(standing.name, _NAME), escape(standing.party, _NAME)
    numbers = (standing.votes, standing.share, standing.change)
    told = " · ".join(escape(number, _NUMBER) for number in numbers if number)
    return f"**{name}** · {party}\n{told}".rstrip()


def _side_by_side(reply: Reply) -> bool:
    """Whether the facts are short enough for several in a row."""
    if reply.kind in {ReplyKind.CONTEST, ReplyKind.PERSON}:
        return True
    figures = reply.kind in {ReplyKind.ELECTION, ReplyKind.FIGURE, ReplyKind.PARTY}
    return figures and all(len(fact.value) <= _SHORT for fact in reply.facts)


def _fields(reply: Reply) -> list[tuple[str, str]]:
    fields: list[tuple[str, str]] = []
    for fact in reply.facts:
        field = (escape(fact.label, FIELD_NAME) or "…", escape(fact.value, FIELD_VALUE) or "…")
        if len(fields) == FIELDS - 2 or _length([*fields, field]) > _ALL_FIELDS:
            left = len(reply.facts) - len(fields)
            return [*fields, ("…", f"and {left} more")]
        fields.append(field)
    return fields


def _notes(reply: Reply) -> str:
    return join_whole([escape(note, _SENTENCE) for note in reply.notes], FIELD_VALUE)


def _length(fields: list[tuple[str, str]]) -> int:
    return sum(len(label) + len(value) for label, value in fields)


def _footer(reply: Reply) -> str:
    """Shown as it is: Discord reads no Markdown in a footer."""
    return clip(source_line(reply), _SOURCE)


def _colour(reply: Reply) -> discord.Colour | None:
    return discord.Colour.from_str(reply.colour) if reply.colour else None
