"""Pictures drawn within the test's own process, as quickly as the test says."""

import asyncio
from pathlib import Path

from bot.pictures.charts import Chart
from bot.pictures.studio import Picture, Studio
from bot.pictures.theme import ThemeName


class Atelier(Studio):
    """`seconds` is what a picture takes; `broken` draws none."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.seconds = 0.0
        self.broken = False

    async def draw(self, chart: Chart, theme: ThemeName) -> Picture | None:
        if self.seconds:
            await asyncio.sleep(self.seconds)
        return None if self.broken else self.draw_here(chart, theme)
