"""`teller run` that ends itself with SIGKILL at one point of its second message.

python -m tests.soak.crashing before-send | before-answer | before-commit
"""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from enum import StrEnum
from itertools import count

from bot.cli import run
from bot.declarations.delivery import Letter, Outcome
from bot.declarations.ledger import Ledger
from bot.discord_ui.messenger import DiscordMessenger

_ON_ITS_WAY = 0.5  # seconds; the answer comes later, since the server is told to be slow


class Point(StrEnum):
    BEFORE_SEND = "before-send"
    BEFORE_ANSWER = "before-answer"
    BEFORE_COMMIT = "before-commit"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crash_at(point: Point) -> None:
    sending, settling = DiscordMessenger.send, Ledger.settle
    number = count(1)

    async def send(self: DiscordMessenger, letter: Letter) -> Outcome:
        second = next(number) == 2
        if second and point is Point.BEFORE_SEND:
            die()
        if second and point is Point.BEFORE_ANSWER:
            asyncio.get_running_loop().call_later(_ON_ITS_WAY, die)
        return await sending(self, letter)

    def settle(self: Ledger, outcomes: Sequence[tuple[Letter, Outcome]]) -> set[str]:
        if point is Point.BEFORE_COMMIT and next(number) > 2:
            die()
        return settling(self, outcomes)

    DiscordMessenger.send = send  # type: ignore[method-assign]
    Ledger.settle = settle  # type: ignore[method-assign]


if __name__ == "__main__":
    crash_at(Point(sys.argv[1]))
    run()
