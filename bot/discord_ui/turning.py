"""The buttons below a list: another page of it, and all of it as a file."""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.answers.listing import as_csv
from bot.answers.plain import source_line
from bot.answers.reply import Listing, Reply
from bot.discord_ui.buttons import MOST_BUTTONS, offer
from bot.discord_ui.errors import answering
from bot.discord_ui.markup import escape
from bot.discord_ui.menus import has_asked
from bot.discord_ui.pages import page_count
from bot.discord_ui.picture_button import PictureButton
from bot.discord_ui.waiting import WaitingView
from bot.errors import TellerError
from bot.text import slug

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

NOT_YOURS = "Only the person who asked can use this list. Use /ask to get one of your own."
GONE_QUIET = "This list has gone quiet. Please ask again."
NO_FILES = "Teller may not attach files in this channel. Ask it in a direct message for the file."
_TITLE, _SOURCE = 300, 500


class PageButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"teller:page:(?P<asker>\d+):(?P<page>-?\d+)",
):
    """Its custom_id says who may click; the list itself is in this process, and goes with it."""

    def __init__(self, asker: int, page: int, label: str = "…", *, disabled: bool = False) -> None:
        custom_id = f"teller:page:{asker}:{page}"
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id, disabled=disabled))
        self.asker, self.page = asker, page

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        _item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        return cls(int(match["asker"]), int(match["page"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: TellerBot = interaction.client
        async with answering(interaction):
            view = await _list_of(interaction, self.asker)
            if view:
                assert interaction.message is not None
                drawn = bool(interaction.message.attachments)
                await bot.respond(
                    interaction, view.reply, in_place=True, page=self.page, drawn=drawn
                )


class FileButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"teller:file:(?P<asker>\d+)",
):
    def __init__(self, asker: int) -> None:
        super().__init__(discord.ui.Button(label="CSV file", custom_id=f"teller:file:{asker}"))
        self.asker = asker

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        _item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        return cls(int(match["asker"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        async with answering(interaction):
            view = await _list_of(interaction, self.asker)
            if view:
                view.wait_longer()
                await _send_file(interaction, view.reply, view.listing)


class ListView(WaitingView):
    """A page of a list. Its own buttons go quiet; what is offered beside them does not."""

    def __init__(
        self,
        reply: Reply,
        listing: Listing,
        asker: int,
        page: int,
        picture: Sequence[PictureButton] = (),
    ) -> None:
        super().__init__()
        self.reply, self.listing, self.page = reply, listing, page
        last = page_count(listing) - 1
        turning: list[PageButton | FileButton] = [FileButton(asker)]
        if last > 0:
            back = PageButton(asker, page - 1, "◀ Previous", disabled=page <= 0)
            turning = [back, PageButton(asker, page + 1, "Next ▶", disabled=page >= last), *turning]
        self._turning = [one.item for one in turning]
        offered = offer(reply.choices, asker)[: MOST_BUTTONS - len(turning) - len(picture)]
        for one in (*turning, *picture, *offered):
            self.add_item(one)

    def quieten(self) -> None:
        for button in self._turning:
            button.disabled = True


async def _list_of(interaction: discord.Interaction[Any], asker: int) -> ListView | None:
    """The list below which somebody clicked; whoever cannot use it is told why."""
    bot: TellerBot = interaction.client
    if not await has_asked(interaction, asker, NOT_YOURS):
        return None
    view = bot.waiting.get(interaction.message.id) if interaction.message else None
    if isinstance(view, ListView):
        return view
    await interaction.response.send_message(GONE_QUIET, ephemeral=True)
    return None


async def _send_file(interaction: discord.Interaction[Any], reply: Reply, listing: Listing) -> None:
    """To whoever clicked alone. Raises TellerError where no file can be attached."""
    if interaction.guild_id is not None and not interaction.app_permissions.attach_files:
        raise TellerError(NO_FILES)
    about = [escape(reply.title, _TITLE), escape(source_line(reply), _SOURCE)]
    await interaction.response.send_message(
        "\n".join(filter(None, about)),
        file=discord.File(io.BytesIO(as_csv(listing)), f"{slug(listing.name) or 'list'}.csv"),
        ephemeral=True,
    )
