"""A past night in a terminal: what a channel would be told, as it would be told."""

import asyncio
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from bot.answers.live.announced import render_announcement, render_list
from bot.answers.live.announcement import announce
from bot.declarations.announcer import Announcer
from bot.declarations.delivery import Letter, Outcome, Sent
from bot.declarations.desk import Answer
from bot.declarations.news import News, told_together
from bot.declarations.replay import Played
from bot.declarations.subscription import EVERYTHING, Address, Wish

TERMINAL = Address(0)  # no channel of Discord's has that number
AUDIENCE = Wish(EVERYTHING)
_MOST_IN_FULL = 3
_POLL = 0.05  # seconds


class TerminalMessenger:
    """Messages that are printed. Nothing can be looked up in a terminal, so `find` never finds."""

    def __init__(self, out: TextIO = sys.stdout) -> None:
        self._out = out
        self.closed = False

    def compose(self, news: Sequence[News], *, plain: bool) -> tuple[str, int]:  # noqa: ARG002
        told = [announce(one) for one in told_together(news)]
        if len(told) > _MOST_IN_FULL:
            return render_list(told), len(told)
        return "\n\n".join(render_announcement(one) for one in told), len(told)

    async def send(self, letter: Letter) -> Outcome:
        try:
            print(letter.payload, end="\n\n", file=self._out, flush=True)
        except OSError:
            self.closed = True
            # Nobody read it, so it is to be told the next time.
            await asyncio.Event().wait()
        return Sent(letter.upto)

    async def find(self, letter: Letter) -> Outcome | None:  # noqa: ARG002
        return None

    async def tell_owner(self, owner: int, channel: int, reason: str) -> None:
        """Whoever sits at a terminal sees it."""


async def play(replay: Played, announcer: Announcer, messenger: TerminalMessenger) -> None:
    """Until everything that the night brings is told, Ctrl-C, or nobody reads on."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    became: Counter[str] = Counter()

    def count(_part: object, answer: Answer) -> None:
        became[answer.outcome] += 1

    playing = asyncio.create_task(replay.run(count))
    announcing = asyncio.create_task(announcer.run())
    while not (stop.is_set() or messenger.closed or announcing.done()):
        if playing.done() and (playing.exception() or announcer.is_idle):
            break
        await asyncio.sleep(_POLL)
    playing.cancel()
    announcer.stop()
    if messenger.closed:
        announcing.cancel()
    await asyncio.wait((playing, announcing))
    if not playing.cancelled():
        playing.result()
    if not messenger.closed:
        print(summary(replay, became))  # noqa: T201


def summary(replay: Played, became: Counter[str]) -> str:
    """How far the night is, and what became of what was played now."""
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(became.items()))
    far = "Played to the end" if replay.over else f"Stopped after {replay.position}"
    again = "--fresh begins anew" if replay.over else "the same command goes on from here"
    return f"{far}: {replay.total} {replay.parts}{f' ({told})' if told else ''}; {again}."
