"""Teller in a page that looks like Discord: no token, no network, the real answers.

With a polling day behind it, such as 2019-12-12, that night is played at 60 times its speed and
announced there. Works until Ctrl-C, or until the page ends the session.
"""

import asyncio
import contextlib
import signal
import sys
import tempfile
from datetime import date
from pathlib import Path

import simcord
from discord import Permissions

from bot import __version__, config
from bot.answers.live.board_office import Host
from bot.app import (
    Programme,
    Teller,
    album,
    announcer,
    board_office,
    keeper,
    office,
    open_rehearsal,
    open_teller,
)
from bot.declarations.replay import Replay
from bot.declarations.state import url_of
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.discord_ui.client import TellerBot
from bot.discord_ui.keeping import Keeping
from bot.discord_ui.messenger import DiscordMessenger

_WELCOME = (
    "Welcome! Type `/` for Teller's commands: `/result` takes a constituency, a candidate, a town "
    "or a postcode, `/ask` any question. Or mention Teller and ask, as here:"
)
_SPEED = 60.0


async def show(teller: Teller, home: Path, night: Replay | None = None) -> None:
    _stop_on_signals()
    bot = TellerBot(
        teller.answers,
        home,
        __version__,
        office=office(teller),
        album=album(teller),
        shard_count=1,
    )
    async with simcord.run(bot, check_errors=False) as env:
        assert bot.user is not None  # known since the login
        await bot.user.edit(username="Teller")
        server = env.create_guild("Election night")
        channel = server.create_text_channel("results", topic="Ask Teller about any seat")
        editors = server.create_role("Editors", permissions=Permissions(manage_channels=True))
        rosa = server.add_member(env.create_user("Rosa"), roles=[editors])
        idris = server.add_member(env.create_user("Idris"))
        await idris.send(channel, _WELCOME)
        await rosa.send(channel, f"{bot.user.mention} islington north")
        await rosa.send(channel, f"{bot.user.mention} which seats did the lib dems gain in 2024?")
        announcing = announcer(teller, DiscordMessenger(bot))
        tasks = [asyncio.create_task(announcing.run())]
        boards = board_office(teller)
        bot.boards = Keeping(bot, boards, lambda noticeboard: keeper(teller, noticeboard))
        if night:
            boards.post(Host(Address(channel.id, server.id), rosa.id), None)
            tasks.append(asyncio.create_task(night.run()))
            address = Address(channel.id, server.id)
            teller.subscriptions.add(address, rosa.id, Wish(EVERYTHING), teller.clock.now())
        viewers = [rosa, idris]
        async with env.preview(channel, viewers=viewers, layout="channel", locale="en-GB") as page:
            print(f"Teller waits in your browser: {page.url}\nCtrl-C ends it.", flush=True)
            await page.wait_closed()
        await bot.boards.end()
        announcing.stop()
        tasks[-1].cancel()
        await asyncio.wait(tasks)


def _stop_on_signals() -> None:
    shown = asyncio.current_task()
    assert shown is not None
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, shown.cancel)


def main() -> None:
    # A home of its own: this Discord forgets its commands and channels, and so must Teller.
    with tempfile.TemporaryDirectory() as name, contextlib.suppress(asyncio.CancelledError):
        home = Path(name)
        settings = config.load()
        if sys.argv[1:]:
            programme = Programme(date.fromisoformat(sys.argv[1]), _SPEED, True, False)  # noqa: FBT003
            rehearsal = open_rehearsal(settings.model_copy(update={"home": home}), programme)
            asyncio.run(show(rehearsal.teller, home, rehearsal.replay))
        else:
            settings = settings.model_copy(update={"state_url": url_of(home / "state.db")})
            asyncio.run(show(open_teller(settings), home))


if __name__ == "__main__":
    main()
