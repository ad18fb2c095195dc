"""A picture that comes while its message turns into something else."""

import asyncio

from bot.discord_ui.developing import Coming


class Screen:
    """A message that takes its time to change."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.begun, self.let = asyncio.Event(), asyncio.Event()

    async def put(self) -> None:
        self.begun.set()
        await self.let.wait()
        self.shown.append("picture")


async def test_what_was_overtaken_is_not_put_in() -> None:
    coming, screen = Coming(), Screen()

    await coming.overtake()
    await coming.put(screen.put)

    assert screen.shown == []


async def test_what_is_being_put_in_is_waited_for() -> None:
    coming, screen = Coming(), Screen()
    putting = asyncio.create_task(coming.put(screen.put))
    await screen.begun.wait()

    overtaking = asyncio.create_task(coming.overtake())
    await asyncio.sleep(0)
    screen.let.set()
    await overtaking
    screen.shown.append("what is next")

    await putting
    assert screen.shown == ["picture", "what is next"]


async def test_but_not_for_ever() -> None:
    coming, screen = Coming(), Screen()
    putting = asyncio.create_task(coming.put(screen.put))
    await screen.begun.wait()

    await asyncio.wait_for(coming.overtake(), 3.0)

    assert screen.shown == []
    screen.let.set()
    await putting
