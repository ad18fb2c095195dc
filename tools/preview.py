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

from stage import ASKED, Stage, staged

from bot import config
from bot.answers.live.board_office import Host
from bot.app import (
    Programme,
    Teller,
    announcer,
    board_office,
    keeper,
    open_rehearsal,
    open_teller,
)
from bot.declarations.replay import Played
from bot.declarations.state import url_of
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.discord_ui.keeping import Keeping
from bot.discord_ui.messenger import DiscordMessenger

_WELCOME = (
    "Welcome! Type `/` for Teller's commands: `/result` takes a constituency, a candidate, a town "
    "or a postcode, `/ask` any question. Or mention Teller and ask, as here:"
)
_SPEED = 60.0


async def show(teller: Teller, home: Path, night: Played | None = None) -> None:
    _stop_on_signals()
    async with staged(teller, home) as stage:
        await stage.idris.send(stage.channel, _WELCOME)
        # During a night the declarations are what is to be seen.
        for question in [ASKED["bars"]] if night else ASKED.values():
            await stage.see(question, stage.channel)
        announcing = announcer(teller, DiscordMessenger(stage.bot))
        tasks = [asyncio.create_task(announcing.run())]
        boards = board_office(teller)
        stage.bot.boards = Keeping(stage.bot, boards, lambda board: keeper(teller, board))
        address = Address(stage.channel.id, stage.server.id)
        boards.post(Host(address, stage.rosa.id), None)
        if night:
            tasks.append(asyncio.create_task(night.run()))
            teller.subscriptions.add(address, stage.rosa.id, Wish(EVERYTHING), teller.clock.now())
        await _look_at(stage)
        await stage.bot.boards.end()
        announcing.stop()
        tasks[-1].cancel()
        await asyncio.wait(tasks)


async def _look_at(stage: Stage) -> None:
    viewers = [stage.rosa, stage.idris]
    async with stage.env.preview(
        stage.channel, viewers=viewers, layout="channel", locale="en-GB"
    ) as page:
        print(f"Teller waits in your browser: {page.url}\nCtrl-C ends it.", flush=True)
        await page.wait_closed()


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
