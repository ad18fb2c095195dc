"""What else can be opened, as buttons beside an answer."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.answers.reply import Choice
from bot.discord_ui.errors import answering
from bot.discord_ui.markup import clip

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

MOST_BUTTONS, LABEL, CUSTOM_ID = 25, 80, 100


class OfferButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"teller:open:(?P<asker>\d+):(?P<kind>[a-z]+):(?P<id>.+)",
):
    """Everything it needs is in its custom_id, so it works whichever process is asked."""

    def __init__(self, asker: int, kind: str, id_: str, label: str = "…") -> None:
        custom_id = f"teller:open:{asker}:{kind}:{id_}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id))
        self.asker, self.kind, self.id_ = asker, kind, id_

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        _item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        return cls(int(match["asker"]), match["kind"], match["id"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: TellerBot = interaction.client
        async with answering(interaction):
            reply = bot.answers.open(self.kind, self.id_)
            await bot.respond(interaction, reply, in_place=interaction.user.id == self.asker)


def offer(choices: Sequence[Choice], asker: int) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for choice in _distinct(choices):
        label = clip(choice.short or choice.label, LABEL) or "…"
        button = OfferButton(asker, choice.kind, choice.id, label)
        if len(button.custom_id) <= CUSTOM_ID and len(view.children) < MOST_BUTTONS:
            view.add_item(button)
    return view


def _distinct(choices: Sequence[Choice]) -> Iterable[Choice]:
    # Discord refuses a message in which two components have the same custom_id.
    return {(choice.kind, choice.id): choice for choice in choices}.values()
