"""What a channel is told about an entry of the journal, before anything decides how it looks."""

from dataclasses import dataclass

from bot.answers.reply import Fact, Standing
from bot.declarations.news import News


@dataclass(frozen=True, slots=True)
class Announcement:
    """All text is plain: it may hold anything a feed held.

    `brief` says in one line what happened, for a list; `alone` asks for a message of its own.
    `contest` is the id under which the whole result opens. `colour` is the party's as #RRGGBB.
    """

    seat: str
    title: str
    lines: tuple[str, ...]
    standings: tuple[Standing, ...]
    facts: tuple[Fact, ...]
    footer: str
    brief: str
    contest: str
    alone: bool = False
    colour: str | None = None


def announce(news: News) -> Announcement:
    raise NotImplementedError
