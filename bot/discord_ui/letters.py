"""Announcements as one message for a channel, within Discord's limits."""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import Any

import discord

from bot.answers.live.announcement import Announcement, announce
from bot.answers.reply import Fact
from bot.declarations.news import News, told_together
from bot.discord_ui.embeds import DESCRIPTION, TITLE, WHOLE_EMBED, WHOLE_MESSAGE, candidate
from bot.discord_ui.markup import clip, escape, join_whole
from bot.discord_ui.whole_result import Whole, whole_result

PICTURE = "picture"
"""Where a message, as it is written down, says which entry of the journal it may show drawn."""

MOST_EMBEDS = 10
_SENTENCE, _LABEL, _VALUE, _FOOTER, _LINE = 600, 60, 200, 300, 250
_LIST = WHOLE_EMBED - _FOOTER - 50  # letters of all lines; the title and the footer need the rest
_KEPT = 512


class Composer:
    """A thousand channels are told the same: what was made once is kept.

    `pictures` says that there is somebody to draw them.
    """

    def __init__(self, *, pictures: bool = False) -> None:
        self._pictures = pictures
        self._announced = lru_cache(_KEPT)(announce)
        self._embedded = lru_cache(_KEPT)(lambda news: _embed(self._announced(news)))
        self._composed = lru_cache(_KEPT)(self._compose)

    def compose(self, news: Sequence[News], *, plain: bool) -> tuple[str, int]:
        """The message as Discord takes it, in JSON, and how many of the news are in it."""
        return self._composed(tuple(told_together(news)), plain)

    def _compose(self, news: tuple[News, ...], plain: bool) -> tuple[str, int]:  # noqa: FBT001
        if plain:
            content, taken = _text([self._announced(one) for one in news])
            message: dict[str, Any] = {"content": content}
        elif len(news) <= MOST_EMBEDS:
            embeds, taken = _fitting([self._embedded(one) for one in news])
            message = {"embeds": embeds}
        else:
            embeds, taken = _list([self._announced(one) for one in news])
            message = {"embeds": embeds}
        results = [one for one in news[:taken] if one.now]
        message["components"] = whole_result(
            [_whole(self._announced(one)) for one in results], drawable=self._pictures
        )
        if self._pictures and len(results) == 1:
            message[PICTURE] = results[0].entry.seq
        return json.dumps(message, ensure_ascii=False), taken


def _whole(one: Announcement) -> Whole:
    return Whole(one.contest, one.seat)


def _fitting(embeds: list[discord.Embed]) -> tuple[list[dict[str, Any]], int]:
    """As many of the first as Discord takes in one message; one alone always fits."""
    length, taken = 0, 0
    for embed in embeds:
        length += len(embed)
        if taken and length > WHOLE_EMBED:
            break
        taken += 1
    return [dict(embed.to_dict()) for embed in embeds[:taken]], taken


def _embed(announced: Announcement) -> discord.Embed:
    colour = discord.Colour.from_str(announced.colour) if announced.colour else None
    standings = "\n".join(candidate(one) for one in announced.standings)
    said = join_whole(
        [escape(line, _SENTENCE) for line in announced.lines], DESCRIPTION - len(standings) - 2
    )
    embed = discord.Embed(
        title=escape(announced.title, TITLE),
        description="\n\n".join(filter(None, (said, standings))),
        colour=colour,
    )
    for fact in announced.facts:
        embed.add_field(name=escape(fact.label, _LABEL), value=escape(fact.value, _VALUE))
    return embed.set_footer(text=clip(announced.footer, _FOOTER))


def _list(announced: Sequence[Announcement]) -> tuple[list[dict[str, Any]], int]:
    """A line for each, in as many embeds as it takes; shorter lines where there are many."""
    lines = _lines(announced, _LIST)
    if len(lines) < len(announced):
        lines = _lines([replace(one, brief=one.terse) for one in announced], _LIST)
    first = _lines_within(lines, DESCRIPTION)
    embeds = [
        discord.Embed(title=f"{len(lines)} {announced[0].many}", description="\n".join(first))
    ]
    if len(first) < len(lines):
        embeds.append(discord.Embed(description="\n".join(lines[len(first) :])))
    embeds[-1].set_footer(text=clip(announced[len(lines) - 1].footer, _FOOTER))
    return [dict(embed.to_dict()) for embed in embeds], len(lines)


def _lines(announced: Sequence[Announcement], room: int) -> list[str]:
    """A line for each of the first that fit; the first always does."""
    lines = [f"**{escape(one.seat, TITLE)}**: {escape(one.brief, _LINE)}" for one in announced]
    return _lines_within(lines, room)


def _lines_within(lines: list[str], room: int) -> list[str]:
    ends = list(accumulate(len(line) + 1 for line in lines))
    return lines[: max(1, sum(end <= room for end in ends))]


def _text(announced: Sequence[Announcement]) -> tuple[str, int]:
    """One with all its figures, or several in a line each."""
    if len(announced) == 1:
        return _whole_text(announced[0]), 1
    lines = _lines(announced, WHOLE_MESSAGE - _FOOTER - len("**\n"))
    footer = escape(announced[len(lines) - 1].footer, _FOOTER)
    return "\n".join([*lines, f"*{footer}*"]), len(lines)


def _whole_text(one: Announcement) -> str:
    """What changed may be long; who stands where is said in any case."""
    footer = f"*{escape(one.footer, _FOOTER)}*"
    title = f"**{escape(one.title, TITLE)}**"
    below = [*(candidate(standing) for standing in one.standings), *map(_fact, one.facts), footer]
    room = WHOLE_MESSAGE - len("\n".join([title, *below])) - 1
    said = join_whole([escape(line, _SENTENCE) for line in one.lines], room)
    return "\n".join(filter(None, (title, said, *below)))


def _fact(fact: Fact) -> str:
    return f"{escape(fact.label, _LABEL)}: {escape(fact.value, _VALUE)}"
