"""Teller in a page that looks like Discord: no token, no network, real answers.

Works until Ctrl-C, or until the page ends the session.
"""

import asyncio
import contextlib
import sys
import tempfile
from pathlib import Path

import simcord

from bot import __version__, config
from bot.answers.service import Answers
from bot.app import open_teller
from bot.discord_ui.client import TellerBot

_WELCOME = (
    "Welcome! Type `/` below for Teller's commands, for example `/result` with a constituency, "
    "a candidate, a town or a postcode. Or mention it: {mention} corbyn"
)


async def show(answers: Answers, home: Path) -> None:
    bot = TellerBot(answers, home, __version__, shard_count=1)
    async with simcord.run(bot, check_errors=False) as env:
        assert bot.user is not None
        await bot.user.edit(username="Teller")
        server = env.create_guild("Election night")
        channel = server.create_text_channel("results", topic="Ask Teller about any seat")
        people = [server.add_member(env.create_user(name)) for name in ("Rosa", "Idris")]
        await people[1].send(channel, _WELCOME.format(mention=bot.user.mention))
        async with env.preview(channel, viewers=people, layout="channel", locale="en-GB") as page:
            sys.stdout.write(f"Teller is waiting in your browser: {page.url}\nCtrl-C ends it.\n")
            sys.stdout.flush()
            await page.wait_closed()


def main() -> None:
    with tempfile.TemporaryDirectory() as home, contextlib.suppress(KeyboardInterrupt):
        asyncio.run(show(open_teller(config.load()).answers, Path(home)))


if __name__ == "__main__":
    main()
