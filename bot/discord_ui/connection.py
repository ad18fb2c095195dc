"""From the token to the end of the process."""

import asyncio
import contextlib
import signal

import aiohttp
import discord
from discord.http import Route

from bot.discord_ui.client import TellerBot
from bot.errors import DiscordUnavailable

_NOT_ACCEPTED = (
    "Discord does not accept the token in DISCORD_TOKEN; copy it anew from its Bot page."
)
_NO_NETWORK = "Discord could not be reached; check the network and try again ({reason})."
_REFUSED = "Discord refused to let Teller in; try again in a while ({reason})."
_INTENTS = "Discord wants a privileged intent switched on that Teller does not need; report this."


def run(bot: TellerBot, token: str, api: str | None = None) -> None:
    """Returns after Ctrl-C or SIGTERM.

    `api` stands in for Discord's own REST base, as in https://discord.com/api/v10; the gateway is
    the one it names. Raises `DiscordUnavailable` where there is nothing to wait for.
    """
    if api:
        Route.BASE = api.rstrip("/")
    asyncio.run(_serve(bot, token))


async def _serve(bot: TellerBot, token: str) -> None:
    stop = _stop_on_signals()
    try:
        async with bot:
            serving = asyncio.create_task(bot.start(token))
            waiting = asyncio.create_task(stop.wait())
            await asyncio.wait((serving, waiting), return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            await _end(bot, serving)
    except discord.LoginFailure:
        raise DiscordUnavailable(_NOT_ACCEPTED) from None
    except discord.PrivilegedIntentsRequired:
        raise DiscordUnavailable(_INTENTS) from None
    except (aiohttp.ClientError, OSError) as error:
        raise DiscordUnavailable(_NO_NETWORK.format(reason=_reason(error))) from error
    except (discord.HTTPException, discord.GatewayNotFound, discord.ConnectionClosed) as error:
        raise DiscordUnavailable(_REFUSED.format(reason=_reason(error))) from error


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no such handlers; there Ctrl-C ends asyncio.run by itself.
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _end(bot: TellerBot, serving: asyncio.Task[None]) -> None:
    """Raises what went wrong in it, if it ended by itself."""
    while not serving.done():
        # Again and again: wait_for in Python 3.11 can lose a cancellation. A bot that closes
        # already is let go on: a cancellation would leave its connections open.
        if not bot.is_closed():
            serving.cancel()
        await asyncio.wait((serving,), timeout=1)
    if not serving.cancelled():
        serving.result()


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
