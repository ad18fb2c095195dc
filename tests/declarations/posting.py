"""A place where messages are posted, in memory: it keeps nonces as Discord does."""

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.declarations.announcer import Announcer
from bot.declarations.delivery import Letter, Outcome, Sent
from bot.declarations.news import News, told_together

MOST = 10  # news in one message
PATIENCE = 20  # seconds

Answer = Callable[[Letter], Outcome | None]


def as_it_should(_letter: Letter) -> None:
    """Nothing goes wrong."""


@dataclass
class Board:
    """What is posted in which channel: the numbers of the entries in each message.

    `before` and `after` may answer instead of the board, before it stores or after it did.
    """

    posted: dict[int, list[list[int]]] = field(default_factory=lambda: defaultdict(list))
    nonces: dict[str, int] = field(default_factory=dict)
    tried: list[Letter] = field(default_factory=list)
    looked: list[Letter] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)
    forgetful: bool = False
    before: Answer = as_it_should
    after: Answer = as_it_should
    gate: asyncio.Event | None = None

    def compose(self, news: Sequence[News], *, plain: bool) -> tuple[str, int]:
        taken = [one.entry.seq for one in told_together(news)[: 2 if plain else MOST]]
        return json.dumps({"plain": plain, "seqs": taken}), len(taken)

    async def send(self, letter: Letter) -> Outcome:
        self.tried.append(letter)
        if self.gate:
            await self.gate.wait()
        return self.before(letter) or self._store(letter)

    def _store(self, letter: Letter) -> Outcome:
        known = self.nonces.get(letter.nonce)
        if known is None or self.forgetful:
            self.posted[letter.channel].append(json.loads(letter.payload)["seqs"])
            known = self.nonces[letter.nonce] = sum(map(len, self.posted.values()))
        return self.after(letter) or Sent(known)

    async def find(self, letter: Letter) -> Outcome | None:
        self.looked.append(letter)
        known = self.nonces.get(letter.nonce)
        return Sent(known) if known is not None else None

    async def tell_owner(self, owner: int, channel: int, reason: str) -> None:
        self.told.append((owner, channel))

    def heard(self, channel: int) -> list[int]:
        """Every entry that the channel was told, in order."""
        return [seq for message in self.posted[channel] for seq in message]


@asynccontextmanager
async def running(announcer: Announcer) -> AsyncIterator[None]:
    task = asyncio.create_task(announcer.run())
    try:
        yield
    finally:
        announcer.stop()
        await task


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 (nobody tells when it is so)
            await asyncio.sleep(0.01)
