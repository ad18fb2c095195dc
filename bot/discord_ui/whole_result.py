"""What can be clicked below an announcement: the whole result of each contest in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.answers.sketch import Sketch, SketchKind
from bot.discord_ui.buttons import OfferButton
from bot.discord_ui.errors import answering
from bot.discord_ui.markup import clip
from bot.discord_ui.menus import MOST_OPTIONS, OPTION
from bot.discord_ui.picture_button import opens_picture, picture_button

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

_NOBODY = 0  # asked for an announcement, so whoever clicks gets an answer of their own
_MOST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Whole:
    contest: str
    seat: str


class WholeResultMenu(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]],
    template=r"teller:whole:(?P<row>\d)",
):
    """Works for as long as the message is there, whichever process is asked."""

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        _match: re.Match[str],
    ) -> Self:
        assert isinstance(item, discord.ui.Select)
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: TellerBot = interaction.client
        async with answering(interaction):
            await bot.respond(interaction, bot.answers.open("contest", self.item.values[0]))


def whole_result(contests: Sequence[Whole], *, drawable: bool = False) -> list[dict[str, Any]]:
    """The components: a button for one contest, and one for its picture; menus for several."""
    if len(contests) == 1:
        contest = contests[0].contest
        bars = Sketch(SketchKind.BARS, contest) if drawable else None
        buttons = (
            OfferButton(_NOBODY, f"contest:{contest}", "Whole result"),
            *picture_button(bars, _NOBODY),
        )
        return [_row(*(one.item.to_component_dict() for one in buttons))]
    options = [
        discord.SelectOption(label=clip(one.seat, OPTION) or "…", value=one.contest)
        for one in contests
    ]
    return [
        _row(_menu(row, options[first : first + MOST_OPTIONS]))
        for row, first in enumerate(range(0, len(options), MOST_OPTIONS))
        if row < _MOST_ROWS
    ]


def _menu(row: int, options: list[discord.SelectOption]) -> dict[str, Any]:
    select: discord.ui.Select[discord.ui.View] = discord.ui.Select(
        custom_id=f"teller:whole:{row}",
        placeholder=f"Whole result: {options[0].label} to {options[-1].label}"[:150],
        options=options,
    )
    return dict(select.to_component_dict())


def without_picture_button(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same components for a message that shows the picture."""
    return [_row(*(one for one in row["components"] if not opens_picture(one))) for row in rows]


def _row(*components: Any) -> dict[str, Any]:
    return {"type": discord.ComponentType.action_row.value, "components": list(components)}
