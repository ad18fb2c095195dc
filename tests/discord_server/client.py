"""How a test steers the fake, and reads what happened."""

import time
from collections.abc import Iterable, Mapping
from typing import Any

from tests.discord_server.faults import FaultKind
from tests.discord_server.findings import Answer, Counts, GatewayState, Message
from tests.discord_server.process import NotDone, Process
from tests.discord_server.shapes import ROSA, Json

_PAUSE = 0.01
_LOADING = 1 << 7  # the flag of a message that says that the bot is thinking


class DiscordServer(Process):
    """Every method waits for the fake; none for longer than half a minute."""

    def reset(self) -> None:
        """As it was when it started. Connections to the gateway are cut and cannot resume."""
        self._post("/reset")

    def arrange_guilds(
        self, guilds: int = 4, channels: int = 50, shards: int = 1
    ) -> dict[int, tuple[int, ...]]:
        """To be done before the bot connects; returns the channels of each guild."""
        asked = {"guilds": guilds, "channels": channels, "shards": shards}
        return _channels_by_guild(self._post("/guilds", asked))

    def guilds(self) -> dict[int, tuple[int, ...]]:
        return _channels_by_guild(self._get("/guilds"))

    def channels(self) -> tuple[int, ...]:
        return tuple(channel for here in self.guilds().values() for channel in here)

    def direct_channel(self, user: int = ROSA) -> int:
        return int(self._post("/direct", {"user": user})["id"])

    def allow_embeds(self, channel: int, *, allowed: bool) -> None:
        self._post(f"/channels/{channel}", {"embed_links": allowed})

    def fault(
        self, kind: FaultKind | str, channel: int | None = None, **more: float | str | bool | None
    ) -> None:
        """`more` is method ("POST" unless told, None for any), times, probability and seed, code,
        retry_after, everywhere, seconds: see Fault.
        """
        self._post("/faults", {"kind": kind, "channel": channel, **more})

    def faults_hit(self) -> int:
        """How often the faults struck that are still set."""
        return sum(fault["hits"] for fault in self._get("/faults"))

    def clear_faults(self, channel: int | None = None) -> None:
        self.call("DELETE", f"/faults{_of(channel)}")

    def limit(
        self,
        *,
        per_second: int | None = None,
        per_channel: int | None = None,
        **more: float,
    ) -> None:
        """`more` is channel_seconds, nonce_seconds, answer_seconds. What is not named is again as
        it was at the start.
        """
        self._post("/limits", {"per_second": per_second, "per_channel": per_channel, **more})

    def counts(self) -> Counts:
        return Counts(**self._get("/counts"))

    def messages(self, channel: int | None = None) -> list[Message]:
        """In the order in which they came; without the answers that only one person sees."""
        return [Message(**one) for one in self._get(f"/messages{_of(channel)}")]

    def delete(self, channel: int, message: int) -> None:
        """As somebody who manages messages would; the bot is not told."""
        self.call("DELETE", f"/messages/{channel}/{message}")

    def say(self, channel: int, content: str, user: int = ROSA) -> int:
        """A message by somebody else; returns its id."""
        asked = {"channel": channel, "user": user, "content": content}
        return int(self._post("/say", asked)["id"])

    def command(
        self,
        name: str,
        options: Mapping[str, object] | None = None,
        channel: int | None = None,
        **more: int | None,
    ) -> int:
        """The id of the interaction. `name` has its subcommands, as in "subscribe party".

        `more`, here and below, is user, permissions, app_permissions, and guild where the bot is
        not in it: see Ask.
        """
        asked = {"name": name, "options": dict(options or {}), "channel": channel, **more}
        return self._ask("command", asked)

    def complete(
        self,
        name: str,
        focused: str,
        options: Mapping[str, object],
        channel: int | None = None,
        **more: int | None,
    ) -> int:
        """`options` are what was typed so far, that in focus among them."""
        asked = {"name": name, "focused": focused, "options": dict(options), "channel": channel}
        return self._ask("autocomplete", {**asked, **more})

    def press(
        self, message: int, custom_id: str, channel: int | None = None, **more: int | None
    ) -> int:
        asked = {"message": message, "custom_id": custom_id, "channel": channel}
        return self._ask("component", {**asked, **more})

    def choose(
        self,
        message: int,
        custom_id: str,
        values: Iterable[str],
        channel: int | None = None,
        **more: int | None,
    ) -> int:
        asked = {"message": message, "custom_id": custom_id, "values": list(values)}
        return self._ask("component", {**asked, "channel": channel, **more})

    def answer(self, interaction: int, within: float = 10.0) -> Answer | None:
        """The one that follows where it was deferred. None where there is none in that time."""
        end = time.monotonic() + within
        while True:
            told = self._get(f"/interactions/{interaction}")
            if told["response"] and not ((told["message"] or {}).get("flags", 0) & _LOADING):
                edits, follow_ups = tuple(told.pop("edits")), tuple(told.pop("follow_ups"))
                return Answer(**told, edits=edits, follow_ups=follow_ups)
            if time.monotonic() >= end:
                return None
            time.sleep(_PAUSE)

    def commands(self) -> list[Json]:
        """As the bot registered them."""
        return list(self._get("/commands"))

    def gateway(self) -> GatewayState:
        return GatewayState(**self._get("/gateway"))

    def wait_for_bot(self, shards: int = 1, within: float = 30.0) -> None:
        """Until so many sessions were told about all their guilds."""
        end = time.monotonic() + within
        while self.gateway().ready < shards:
            if time.monotonic() >= end:
                raise NotDone("the bot did not come in")
            time.sleep(_PAUSE)

    def disconnect_gateway(self) -> None:
        """Its connections are cut, and may be resumed."""
        self._post("/gateway/disconnect")

    def dispatch(self, name: str, data: Json, guild: int | None = None) -> bool:
        """Any event of the gateway; returns whether the bot was there to hear it."""
        return bool(self._post("/dispatch", {"name": name, "data": data, "guild": guild})["heard"])

    def _ask(self, kind: str, asked: Mapping[str, object]) -> int:
        told = self._post("/interactions", {"kind": kind, **asked})
        if not told["heard"]:
            raise NotDone("the bot is not connected")
        return int(told["id"])

    def _get(self, path: str) -> Any:
        return self.call("GET", path)

    def _post(self, path: str, body: Mapping[str, object] | None = None) -> Any:
        return self.call("POST", path, body or {})


def _of(channel: int | None) -> str:
    return "" if channel is None else f"?channel={channel}"


def _channels_by_guild(told: Mapping[str, list[int]]) -> dict[int, tuple[int, ...]]:
    return {int(guild): tuple(channels) for guild, channels in told.items()}
