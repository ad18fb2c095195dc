"""Live boards: which election is meant, what was agreed, and what each is to show."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from bot.answers import figures, wording
from bot.answers.live.board import board_reply
from bot.answers.live.night import night
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.board import BoardState
from bot.declarations.boards import Boards
from bot.declarations.newsroom import Newsroom, PollingDay
from bot.declarations.subscription import Address
from bot.elections.contest import ContestKind
from bot.questions.elections import find_election
from bot.questions.understanding import LONGEST, printable

if TYPE_CHECKING:
    from bot.pictures.charts import Chart

_SAID = ReplyKind.ABOUT  # of a reply that refuses nothing
_HERE = "this conversation"
_TO_END = "To end it, use /board stop: True"


@dataclass(frozen=True, slots=True)
class Host:
    """Where a board is to stand, who answers for it, and what people call the place.

    `name` is empty for somebody's direct messages. `advice` is what Teller lacks there.
    """

    address: Address
    owner: int
    name: str = ""
    advice: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        return self.name or _HERE


class BoardOffice:
    """Its boards belong to the thread that the catalogue and the newsroom belong to."""

    def __init__(self, catalogue: Catalogue, newsroom: Newsroom, boards: Boards) -> None:
        self._catalogue = catalogue
        self._newsroom = newsroom
        self._boards = boards

    def post(self, host: Host, election: str | None) -> Reply:
        """What was agreed. Raises TooManyBoards and StateError."""
        polled_on = self._day(election)
        if isinstance(polled_on, Reply):
            return polled_on
        before = self._boards.of_channel(host.address.channel)
        self._boards.put(host.address, host.owner, polled_on)
        was = before.state if before else None
        notes = [
            "The board that was there gives way to it." if was is BoardState.ACTIVE else "",
            "The board there was paused; it goes on now." if was is BoardState.PAUSED else "",
            *host.advice,
            _to_end(host),
        ]
        return Reply(
            kind=_SAID,
            title=f"A board for {host.place}",
            headline=f"It shows {self._named(polled_on)} and is posted now.",
            preface=(self._what_comes(polled_on),),
            notes=tuple(filter(None, notes)),
        )

    def stop(self, host: Host) -> Reply:
        """What came of it. Raises StateError."""
        before = self._boards.of_channel(host.address.channel)
        if before is None or before.state is BoardState.ENDING:
            return Reply(
                ReplyKind.NOTHING, f"No board in {host.place}", "/board without stop posts one."
            )
        self._boards.stop(host.address.channel)
        return Reply(_SAID, f"No more board in {host.place}", "Its message is taken down now.")

    def forget_server(self, server: int) -> None:
        """Teller is in it no longer."""
        self._boards.remove_server(server)

    def forget_channel(self, channel: int) -> None:
        """It is no more."""
        self._boards.remove_channel(channel)

    def edition(self) -> int:
        """Grows with every declaration, correction and withdrawal."""
        return self._newsroom.results_head()

    def is_over(self, polled_on: date) -> bool:
        """Whether nothing more is to be declared."""
        day = self._being_declared().get(polled_on)
        return day is None or day.count.declared >= day.count.total

    def reply(self, polled_on: date) -> Reply:
        """What a board says; equal ones are equal."""
        return board_reply(self._catalogue, self._newsroom, polled_on)

    def chart(self, polled_on: date) -> "Chart | None":
        """What its picture shows; None for by-elections, which have none."""
        if self._kinds().get(polled_on) is not ContestKind.GENERAL:
            return None
        # Loaded when the first board is drawn: whoever asks in a terminal needs none of it.
        drawn = import_module("bot.answers.drawn.night")
        chart: Chart = drawn.board(self._catalogue, polled_on, self._newsroom)
        return chart

    def _being_declared(self) -> dict[date, PollingDay]:
        """Newest first."""
        return {one.polled_on: one for one in self._newsroom.days()}

    def _kinds(self) -> dict[date, ContestKind]:
        """Of every polling day that there is to show."""
        live = {day: one.kind for day, one in self._being_declared().items()}
        return self._catalogue.contests.polling_days() | live

    def _day(self, election: str | None) -> date | Reply:
        typed = printable(election or "")[:LONGEST].strip()
        if not typed:
            return self._current()
        wanted = find_election(typed)[1]
        days = self._kinds()
        fitting = [
            day
            for day, kind in days.items()
            if wanted and wanted.suits(day, is_by_election=kind is ContestKind.BY_ELECTION)
        ]
        if not fitting:
            return Reply(
                kind=ReplyKind.NOTHING,
                title="No such election",
                headline=f"No election Teller knows fits “{typed}”: name a year or a polling day, "
                "or leave election empty.",
            )
        # A general election outranks the by-elections of its year.
        return max(fitting, key=lambda day: (days[day] is ContestKind.GENERAL, day))

    def _current(self) -> date:
        """What is being declared, a general election before all; else the latest one."""
        live = list(self._being_declared().values())
        general = [one for one in live if one.kind is ContestKind.GENERAL]
        current = next(iter([*general, *live]), None)
        return current.polled_on if current else self._catalogue.contests.general_elections()[0]

    def _named(self, polled_on: date) -> str:
        if self._kinds().get(polled_on) is ContestKind.BY_ELECTION:
            seats = night(self._catalogue, self._newsroom, polled_on).seats
            return f"the by-election{'' if seats == 1 else 's'} of {figures.day(polled_on)}"
        return wording.general_election(polled_on)

    def _what_comes(self, polled_on: date) -> str:
        if self.is_over(polled_on):
            return "All is declared: it changes only where a result is corrected."
        return (
            "It is brought up to date as results come, every 10 seconds at most, and posted anew "
            "every hour if there is something new."
        )


def _to_end(host: Host) -> str:
    """In direct messages nobody can delete what Teller wrote."""
    return (
        f"{_TO_END}, or delete its message." if host.address.server is not None else f"{_TO_END}."
    )
