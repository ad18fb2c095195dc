"""What `teller ask` says: a reply in words or in JSON, with its picture where one is wanted."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.answers.exported import Shown, reply_as_json
from bot.answers.plain import render
from bot.answers.reply import Reply
from bot.app import Teller, studio
from bot.errors import TellerError

if TYPE_CHECKING:
    from bot.answers.pictured import Portfolio
    from bot.pictures.theme import ThemeName


@dataclass(frozen=True, slots=True)
class Manner:
    """How an answer is wanted: its picture saved in a file, drawn on a light ground, shown in
    `bars` of text."""

    as_json: bool = False
    picture: Path | None = None
    light: bool = False
    bars: bool = False

    def check(self, *, each_line: bool) -> None:
        """Before anything is opened: raises TellerError for what does not go together."""
        if each_line and (self.picture or self.bars):
            raise TellerError("--picture and --bars are for one question, and - is for many.")
        if self.as_json and self.bars:
            raise TellerError("--bars is for people, --json for programs: leave one of them out.")
        if self.light and not (self.picture or self.as_json or each_line):
            raise TellerError("--light is for a picture that is saved: add --picture FILE.")
        if self.picture:
            from bot.answers.pictured import check_ending

            check_ending(self.picture)


def answering(teller: Teller, manner: Manner) -> Callable[[str], dict[str, object]]:
    """Answers a question as a JSON object."""
    portfolio = _portfolio(teller, manner)

    def answer(text: str) -> dict[str, object]:
        reply = teller.answers.ask(text)
        return reply_as_json(reply, portfolio.keep(reply))

    return answer


def tell(teller: Teller, text: str, manner: Manner) -> None:
    """Prints the reply, whatever becomes of its picture. Raises TellerError where that cannot be
    had."""
    reply = teller.answers.ask(text)
    if manner.as_json:
        _tell_in_json(teller, reply, manner)
        return
    typer.echo(render(reply))
    if manner.bars or reply.drawn:
        _show(teller, reply, needed=manner.bars)
    if manner.picture:
        _save(teller, reply, manner.picture, manner)


def _show(teller: Teller, reply: Reply, *, needed: bool) -> None:
    from bot.terminal import NO_PICTURE, show_chart

    chart = teller.answers.chart(reply.sketch) if reply.sketch else None
    if chart:
        typer.echo()
        show_chart(chart)
    elif needed:
        raise TellerError(NO_PICTURE)


def _tell_in_json(teller: Teller, reply: Reply, manner: Manner) -> None:
    shown = None
    try:
        if manner.picture:
            shown = _save(teller, reply, manner.picture, manner)
        elif reply.sketch:
            shown = _portfolio(teller, manner).keep(reply)
    finally:
        typer.echo(json.dumps(reply_as_json(reply, shown), ensure_ascii=False))


def _save(teller: Teller, reply: Reply, file: Path, manner: Manner) -> Shown:
    from bot.answers.pictured import save

    return save(teller.answers, reply, file, _theme(manner))


# What draws is loaded only for a reply that has a picture.
def _portfolio(teller: Teller, manner: Manner) -> "Portfolio":
    from bot.answers.pictured import Portfolio

    return Portfolio(teller.answers, studio(teller.settings), _theme(manner))


def _theme(manner: Manner) -> "ThemeName":
    from bot.pictures.theme import ThemeName

    return ThemeName.LIGHT if manner.light else ThemeName.DARK
