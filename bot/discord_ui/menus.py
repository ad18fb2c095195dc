"""A question back to whoever asked, as a menu that waits a while and then goes quiet."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord
from discord.utils import utcnow

from bot.answers.reply import Choice
from bot.discord_ui.errors import answering
from bot.discord_ui.markup import clip
from bot.discord_ui.picking import kept, opened
from bot.discord_ui.waiting import PATIENCE, WaitingView

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

MOST_OPTIONS, OPTION = 25, 100
NOT_YOURS = "Only the person who asked can pick here. Ask with /result to get a menu of your own."
GONE_QUIET = "This menu has gone quiet. Please ask again."


class QuestionMenu(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]],
    template=r"teller:ask:(?P<asker>\d+):(?P<until>\d+)",
):
    """Who may pick, and until when, is in its custom_id, so a restart changes neither."""

    def __init__(self, select: discord.ui.Select[discord.ui.View], asker: int, until: int) -> None:
        super().__init__(select)
        self.asker, self.until = asker, until

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        assert isinstance(item, discord.ui.Select)
        return cls(item, int(match["asker"]), int(match["until"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            if await may_pick(interaction, self.asker, self.until, NOT_YOURS):
                await self._open_picked(interaction)

    async def _open_picked(self, interaction: discord.Interaction[Any]) -> None:
        bot: TellerBot = interaction.client
        reply = opened(bot.answers, self.item.values[0])
        await bot.respond(interaction, reply, in_place=True)


async def may_pick(
    interaction: discord.Interaction[Any], asker: int, until: int, not_yours: str
) -> bool:
    """Whoever may not is told why: it is somebody else's menu, or too late."""
    if not await has_asked(interaction, asker, not_yours):
        return False
    if utcnow().timestamp() >= until:
        await interaction.response.send_message(GONE_QUIET, ephemeral=True)
        return False
    return True


async def has_asked(interaction: discord.Interaction[Any], asker: int, not_yours: str) -> bool:
    """Whether it is the asker who clicked; anybody else is told that it is not theirs."""
    if interaction.user.id == asker:
        return True
    await interaction.response.send_message(not_yours, ephemeral=True)
    return False


class Question(WaitingView):
    """One menu, disabled when nobody picked in time."""

    def __init__(self, choices: Sequence[Choice], asker: int) -> None:
        super().__init__()
        until = int((utcnow() + PATIENCE).timestamp())
        self._select: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            custom_id=f"teller:ask:{asker}:{until}",
            placeholder="Which one do you mean?",
            options=_options(choices),
        )
        self.add_item(QuestionMenu(self._select, asker, until))

    def quieten(self) -> None:
        self._select.disabled = True
        self._select.placeholder = GONE_QUIET


def _options(choices: Sequence[Choice]) -> list[discord.SelectOption]:
    options = {kept(choice, OPTION): choice for choice in choices}
    return [
        discord.SelectOption(
            label=clip(choice.short or choice.label, OPTION) or "…",
            value=value,
            description=clip(choice.detail, OPTION) or None,
        )
        for value, choice in options.items()
        if len(value) <= OPTION
    ][:MOST_OPTIONS]
