"""A reply's picture as a file, for whoever asks on the command line."""

import logging
from pathlib import Path

from bot.answers.exported import Shown
from bot.answers.reply import Reply
from bot.answers.service import Answers
from bot.errors import TellerError
from bot.pictures import png
from bot.pictures.charts import Chart
from bot.pictures.drawing.draw import draw
from bot.pictures.studio import Studio
from bot.pictures.theme import ThemeName

_PNG, _SVG = ".png", ".svg"
_log = logging.getLogger(__name__)


def check_ending(file: Path) -> None:
    """Raises TellerError for a file that would be no picture."""
    if file.suffix.lower() not in {_PNG, _SVG}:
        raise TellerError(f"{file} is no picture: let its name end in .png or .svg.")


def save(answers: Answers, reply: Reply, file: Path, theme: ThemeName) -> Shown:
    """Raises TellerError where the reply has no picture or the file cannot be written."""
    chart = _chart(answers, reply)
    if chart is None:
        raise TellerError("That answer has no picture: nothing was saved.")
    drawing = draw(chart, theme)
    data = drawing.svg.encode() if file.suffix.lower() == _SVG else png.render(drawing)
    try:
        file.write_bytes(data)
    except OSError as failed:
        raise TellerError(f"{file} cannot be written: {failed.strerror}.") from failed
    return Shown(chart.face.alt, str(file))


class Portfolio:
    """Where the pictures of replies are kept. One that cannot be is said once, in the log: an
    answer can do without."""

    def __init__(self, answers: Answers, studio: Studio, theme: ThemeName) -> None:
        self._answers = answers
        self._studio = studio
        self._theme = theme
        self._told = False

    def keep(self, reply: Reply) -> Shown | None:
        """Draws what was not drawn before; None also for a reply without a picture."""
        chart = _chart(self._answers, reply)
        if chart is None:
            return None
        try:
            picture = self._studio.draw_here(chart, self._theme)
        except (OSError, ValueError) as failed:
            self._tell(failed)
            return None
        return Shown(picture.alt, str(picture.path))

    def _tell(self, failed: Exception) -> None:
        if not self._told:
            _log.warning("No picture can be kept: %s", failed)
        self._told = True


def _chart(answers: Answers, reply: Reply) -> Chart | None:
    return answers.chart(reply.sketch) if reply.sketch else None
