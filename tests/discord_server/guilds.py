"""The servers that the bot is in, their channels, and its direct messages.

Their ids can be read: guild 2 is 1100002000000000000 and its channel 7 is 1100002000000000007.
"""

from dataclasses import dataclass

from tests.discord_server import refusals

_GUILD_BASE, _GUILD_STEP = 1_100_000_000_000_000_000, 1_000_000_000_000
_DIRECT_BASE = 1_200_000_000_000_000_000

# https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
_ADD_REACTIONS, _VIEW, _SEND, _EMBED, _ATTACH, _HISTORY = (
    1 << bit for bit in (6, 10, 11, 14, 15, 16)
)
_USE_COMMANDS, _SEND_IN_THREADS = 1 << 31, 1 << 38
EVERYONE = (
    _ADD_REACTIONS | _VIEW | _SEND | _EMBED | _ATTACH | _HISTORY | _USE_COMMANDS | _SEND_IN_THREADS
)


@dataclass(slots=True)
class Channel:
    """`guild` is None for direct messages, which have a recipient."""

    id: int
    name: str = ""
    position: int = 0
    guild: int | None = None
    recipient: int | None = None
    embed_links: bool = True


@dataclass(frozen=True, slots=True)
class Guild:
    id: int
    name: str
    channels: tuple[int, ...]


class Guilds:
    def __init__(self) -> None:
        self.channels: dict[int, Channel] = {}
        self._direct: dict[int, Channel] = {}
        self.arrange()

    def arrange(self, guilds: int = 4, channels: int = 50, shards: int = 1) -> None:
        """So many guilds of so many channels. `shards` is the number that Discord recommends."""
        self.shards = shards
        self.channels.clear()
        self._direct.clear()
        self.all = tuple(self._guild(number, channels) for number in range(1, guilds + 1))

    def _guild(self, number: int, channels: int) -> Guild:
        id = _GUILD_BASE + number * _GUILD_STEP
        here = [Channel(id + n, f"results-{n}", n, guild=id) for n in range(1, channels + 1)]
        self.channels.update((channel.id, channel) for channel in here)
        return Guild(id, f"Guild {number}", tuple(channel.id for channel in here))

    def channel(self, id: int) -> Channel:
        found = self.channels.get(id)
        if found is None:
            raise refusals.unknown_channel()
        return found

    def direct(self, recipient: int) -> Channel:
        """The same one each time."""
        if recipient not in self._direct:
            id = _DIRECT_BASE + len(self._direct) + 1
            channel = Channel(id, recipient=recipient)
            self._direct[recipient] = self.channels[id] = channel
        return self._direct[recipient]

    def channels_of(self, guild: Guild) -> list[Channel]:
        return [self.channels[id] for id in guild.channels]
