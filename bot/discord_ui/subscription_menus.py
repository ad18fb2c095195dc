"""Menus that subscribe, and menus that end a subscription."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.answers.live.subscribing import SubscriptionOffice
from bot.answers.reply import Choice, Reply, ReplyKind
from bot.declarations.subscription import Events, Style
from bot.discord_ui import permissions
from bot.discord_ui.embeds import DESCRIPTION, TITLE, WHOLE_MESSAGE
from bot.discord_ui.errors import answering
from bot.discord_ui.markup import clip, escape, join_whole
from bot.discord_ui.menus import MOST_OPTIONS, OPTION, Question, QuestionMenu, may_pick
from bot.discord_ui.presentation import Presentation, may_embed, present
from bot.errors import TellerError

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

NOT_YOURS = "Only the person who asked can pick here. Use /subscribe to get a menu of your own."
NOT_AVAILABLE = "Subscriptions are not available in this Teller."
_MOST_MENUS = 5  # rows of a message
_LINE = 400


@dataclass(frozen=True, slots=True)
class Terms:
    """What was asked for beside the target; `channel` is None for the one somebody is in."""

    events: Events
    style: Style
    channel: int | None
    named: bool = False

    def __str__(self) -> str:
        named = ":named" if self.named else ""
        return f"{self.events}:{self.style:d}:{self.channel or 0}{named}"


class SubscribeMenu(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]],
    template=r"teller:subscribe:(?P<asker>\d+):(?P<until>\d+)"
    r":(?P<events>[a-z]+):(?P<minutes>\d+):(?P<channel>\d+)(?P<named>:named)?",
):
    """Like QuestionMenu; the terms are in its custom_id too."""

    def __init__(
        self, select: discord.ui.Select[discord.ui.View], asker: int, until: int, terms: Terms
    ) -> None:
        select.custom_id = f"teller:subscribe:{asker}:{until}:{terms}"
        super().__init__(select)
        self.asker, self.until, self.terms = asker, until, terms

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        assert isinstance(item, discord.ui.Select)
        terms = Terms(
            Events(match["events"]),
            Style(int(match["minutes"])),
            int(match["channel"]) or None,
            named=match["named"] is not None,
        )
        return cls(item, int(match["asker"]), int(match["until"]), terms)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            if await may_pick(interaction, self.asker, self.until, NOT_YOURS):
                await subscribe(interaction, self.item.values[0], self.terms, picked=True)


class SubscribeQuestion(Question):
    """Waits as every question does, but whatever is picked is subscribed to."""

    def __init__(self, choices: Sequence[Choice], asker: int, terms: Terms) -> None:
        super().__init__(choices, asker)
        [menu] = self.children
        assert isinstance(menu, QuestionMenu)
        self.clear_items()
        self.add_item(SubscribeMenu(menu.item, asker, menu.until, terms))


class UnsubscribeMenu(
    discord.ui.DynamicItem[discord.ui.Select[discord.ui.View]],
    template=r"teller:unsubscribe:(?P<place>\d+)",
):
    """Who may pick is asked when somebody does, so it works as long as its message is there."""

    def __init__(self, select: discord.ui.Select[discord.ui.View]) -> None:
        super().__init__(select)

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
        async with answering(interaction):
            await unsubscribe(interaction, int(self.item.values[0]))


def office_of(interaction: discord.Interaction[Any]) -> SubscriptionOffice:
    """Raises TellerError where there is none."""
    bot: TellerBot = interaction.client
    if bot.office is None:
        raise TellerError(NOT_AVAILABLE)
    return bot.office


async def subscribe(
    interaction: discord.Interaction[Any], to: str, terms: Terms, *, picked: bool = False
) -> None:
    """`picked` in a menu, the answer takes its place; a refusal leaves it as it is."""
    office, who = office_of(interaction), await permissions.subscriber(interaction, terms.channel)
    if isinstance(who, Reply):
        await show(interaction, who)
        return
    reply = office.subscribe(who, to, terms.events, terms.style, named=terms.named)
    view = SubscribeQuestion(reply.choices, interaction.user.id, terms) if reply.asking else None
    said = reply.asking or reply.kind is not ReplyKind.NOTHING
    await show(interaction, reply, view, in_place=picked and said, private=not said)


async def unsubscribe(interaction: discord.Interaction[Any], id_: int) -> None:
    office, here = office_of(interaction), await permissions.home(interaction)
    if isinstance(here, Reply):
        await show(interaction, here)
        return
    reply = office.unsubscribe(id_, here, permissions.naming(interaction))
    await show(interaction, reply, endings(reply.choices), in_place=True)


async def show(
    interaction: discord.Interaction[Any],
    reply: Reply,
    view: discord.ui.View | None = None,
    *,
    in_place: bool = False,
    private: bool = True,
) -> None:
    bot: TellerBot = interaction.client
    shown = _present(reply, interaction.user.id, embeds=may_embed(interaction))
    await bot.show(interaction, replace(shown, view=view), in_place=in_place, private=private)


def _present(reply: Reply, asker: int, *, embeds: bool) -> Presentation:
    # What can be picked is in the view: it does something else here than to open an answer.
    shown = present(replace(reply, choices=()), asker, embeds=embeds)
    if reply.notes:
        return shown
    # A list may be long, and gets all the room there is.
    lines = [escape(line, _LINE) for line in (reply.headline, *reply.preface) if line]
    if shown.embed:
        shown.embed.description = join_whole(lines, DESCRIPTION)
        return shown
    title = f"**{escape(reply.title, TITLE)}**\n"
    return replace(shown, content=title + join_whole(lines, WHOLE_MESSAGE - len(title)))


def endings(choices: Sequence[Choice]) -> discord.ui.View | None:
    """As many menus as it takes, of 25 options each."""
    if not choices:
        return None
    view = discord.ui.View(timeout=None)
    for place, start in enumerate(range(0, len(choices), MOST_OPTIONS)[:_MOST_MENUS]):
        listed = choices[start : start + MOST_OPTIONS]
        select: discord.ui.Select[discord.ui.View] = discord.ui.Select(
            custom_id=f"teller:unsubscribe:{place}",
            placeholder=clip(f"{listed[0].label} … {listed[-1].label}", OPTION),
            options=[_ending(one) for one in listed],
        )
        view.add_item(UnsubscribeMenu(select))
    return view


def _ending(choice: Choice) -> discord.SelectOption:
    label, detail = clip(choice.label, OPTION) or "…", clip(choice.detail, OPTION)
    return discord.SelectOption(label=label, value=choice.id, description=detail or None)
