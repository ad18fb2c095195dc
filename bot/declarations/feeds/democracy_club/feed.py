"""Democracy Club as a feed: results, winners named before the votes, and nominations."""

from dataclasses import dataclass
from datetime import datetime

from bot.declarations.feeds.democracy_club.ballots import Election
from bot.declarations.feeds.democracy_club.naming import Naming
from bot.declarations.feeds.democracy_club.nominations import Nominations
from bot.declarations.feeds.democracy_club.notes import Notes
from bot.declarations.feeds.democracy_club.tallies import Tallies
from bot.declarations.feeds.feed import Haul, Memory
from bot.declarations.feeds.wire import Unanswered, Wire

# Seconds: a poll asks three questions, and six a minute are polite.
_WITHOUT_KEY, _WITH_KEY = 30.0, 10.0


@dataclass(frozen=True, slots=True)
class DemocracyClub:
    """`place` is an election as Democracy Club numbers it; a key allows to ask more often.

    There is no time in its results: they are stamped when they are first seen, unless nobody
    looked for a while before that.
    """

    place: str
    keyed: bool = False
    source: str = "Democracy Club"

    @property
    def name(self) -> str:
        return f"democracyclub:{self.place}"

    @property
    def interval(self) -> float:
        return _WITH_KEY if self.keyed else _WITHOUT_KEY

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:
        notes = Notes(Election.of(self.place), memory, now)
        nominations, tallies = Nominations(wire, notes), Tallies(wire, notes)
        silent = await _nominated(nominations)
        await tallies.modified()
        naming = Naming(wire, notes)
        for ask in (naming.events, naming.elected, tallies.again):
            # Whoever wants to be left alone is not asked the rest.
            if silent and silent[-1].wait is not None:
                break
            try:
                await ask()
            except Unanswered as one:
                silent.append(one)
        notes.remember("count", str((int(notes.recall("count") or 0) + 1) % 1_000_000))
        notes.remember("polled", now.isoformat())
        wait = max((one.wait for one in silent if one.wait is not None), default=None)
        trouble = " ".join(dict.fromkeys(map(str, silent)))
        return Haul(tuple(notes.items), notes.changed, trouble, wait)


async def _nominated(nominations: Nominations) -> list[Unanswered]:
    """Who stands tells which ballots are whole, so results wait for it, the first time."""
    try:
        if nominations.are_due:
            await nominations.ask()
    except Unanswered as silent:
        if silent.wait is not None or not nominations.are_known:
            raise
        return [silent]
    return []
