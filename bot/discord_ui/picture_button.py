"""The button that shows an answer as a picture."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.answers.sketch import Sketch
from bot.discord_ui.errors import answering

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

LABEL = "Picture"
_CUSTOM_ID = 100
_PREFIX = "teller:picture:"


class PictureButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"teller:picture:(?P<asker>\d+):(?P<sketch>.+)",
):
    """What is to be drawn is in its custom_id, so it works whichever process is asked."""

    def __init__(self, asker: int, sketch: str) -> None:
        custom_id = _custom_id(asker, sketch)
        super().__init__(discord.ui.Button(label=LABEL, custom_id=custom_id))
        self.asker, self.sketch = asker, sketch

    @classmethod
    async def from_custom_id(
        cls,
        _interaction: discord.Interaction[Any],
        _item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        return cls(int(match["asker"]), match["sketch"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: TellerBot = interaction.client
        async with answering(interaction):
            if interaction.user.id == self.asker:
                await bot.developing.open_in_place(interaction, self.sketch, self._others())
            else:
                await bot.developing.open_alone(interaction, self.sketch)

    def _others(self) -> discord.ui.View | None:
        """What else can be clicked below the message."""
        view = self.view
        assert isinstance(view, discord.ui.View)
        view.remove_item(self)
        # A stopped view is sent as any other, but not kept: its items answer without it.
        view.stop()
        return view if view.children else None


def picture_button(sketch: Sketch | None, asker: int) -> list[PictureButton]:
    """None where there is no picture, or no room for what it is of."""
    if sketch is None or len(_custom_id(asker, str(sketch))) > _CUSTOM_ID:
        return []
    return [PictureButton(asker, str(sketch))]


def opens_picture(component: Mapping[str, Any]) -> bool:
    """Whether a component, as Discord takes it, is such a button."""
    return str(component.get("custom_id", "")).startswith(_PREFIX)


def _custom_id(asker: int, sketch: str) -> str:
    return f"{_PREFIX}{asker}:{sketch}"
