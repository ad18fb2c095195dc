"""A picture as Discord takes it: a file with its description."""

import io
from dataclasses import dataclass

import discord

from bot.pictures.charts import Chart
from bot.pictures.studio import Picture
from bot.text import slug

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Plate:
    """`name` has only signs that Discord leaves in a file's name; `alt` says what is shown."""

    name: str
    data: bytes
    alt: str

    @property
    def address(self) -> str:
        """Under which an embed of the same message can show it."""
        return f"attachment://{self.name}"

    def file(self) -> discord.File:
        """A new one each time: a file is sent once."""
        return discord.File(io.BytesIO(self.data), self.name, description=self.alt)


def plate_of(chart: Chart, picture: Picture) -> Plate:
    name = slug(chart.face.title)[:_LONGEST_NAME].strip("-") or "picture"
    return Plate(f"{name}.png", picture.data, picture.alt)
