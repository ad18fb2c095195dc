"""What else can be opened, as buttons beside an answer."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.answers.reply import Choice
from bot.discord_ui.errors import answering
from bot.discord_ui.markup import clip
from bot.discord_ui.picking import kept, opened

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

MOST_BUTTONS, LABEL, CUSTOM_ID = 25, 80, 100


class OfferButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"teller:open:(?P<asker>\d+):(?P<what>[a-z]+:.+)",
):
    """Everything it needs is in its custom_id, so it works whichever process is asked."""

    def __init__(self, asker: int, what: str, label: str = "…") -> None:
        custom_id = f"{_prefix(asker)}{what}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id))
        self.asker, self.what = asker, what

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        _item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        return cls(int(match["asker"]), match["what"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: TellerBot = interaction.client
        async with answering(interaction):
            reply = opened(bot.answers, self.what)
            await bot.respond(interaction, reply, in_place=interaction.user.id == self.asker)


def offer(choices: Sequence[Choice], asker: int) -> list[OfferButton]:
    """As many as a message can have."""
    room = CUSTOM_ID - len(_prefix(asker))
    # Discord refuses a message in which two components have the same custom_id.
    distinct = {kept(choice, room): choice for choice in choices}
    return [
        OfferButton(asker, what, clip(choice.short or choice.label, LABEL) or "…")
        for what, choice in distinct.items()
        if len(what) <= room
    ][:MOST_BUTTONS]


def _prefix(asker: int) -> str:
    return f"teller:open:{asker}:"
