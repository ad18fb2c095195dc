"""Teller in a page that looks like Discord: no token, no network, the real answers.

Works until Ctrl-C, or until the page ends the session.
"""

import asyncio
import contextlib
import signal
import tempfile
from pathlib import Path

import simcord
from discord import Permissions

from bot import __version__, config
from bot.answers.subscribing import SubscriptionOffice
from bot.app import Teller, open_teller
from bot.declarations.state import open_state, url_of
from bot.declarations.subscriptions import Subscriptions
from bot.discord_ui.client import TellerBot

_WELCOME = (
    "Welcome! Type `/` for Teller's commands: `/result` takes a constituency, a candidate, a town "
    "or a postcode. Or mention Teller and name one of them, as here:"
)


async def show(teller: Teller, home: Path) -> None:
    _stop_on_signals()
    office = _office(teller, home)
    bot = TellerBot(teller.answers, home, __version__, office=office, shard_count=1)
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
        viewers = [rosa, idris]
        async with env.preview(channel, viewers=viewers, layout="channel", locale="en-GB") as page:
            print(f"Teller waits in your browser: {page.url}\nCtrl-C ends it.", flush=True)
            await page.wait_closed()


def _office(teller: Teller, home: Path) -> SubscriptionOffice:
    """Its channels are made up: nothing of them may stay in the state of the real ones."""
    subscriptions = Subscriptions(open_state(url_of(home / "state.db")))
    parts = (teller.catalogue, teller.names, subscriptions, teller.newsroom)
    return SubscriptionOffice(*parts, teller.clock.now)


def _stop_on_signals() -> None:
    shown = asyncio.current_task()
    assert shown is not None
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, shown.cancel)


def main() -> None:
    # A home of its own: this Discord forgets the commands, so Teller must not remember them.
    with tempfile.TemporaryDirectory() as home, contextlib.suppress(asyncio.CancelledError):
        asyncio.run(show(open_teller(config.load()), Path(home)))


if __name__ == "__main__":
    main()
