"""The slash commands that the bot registered, and how Discord sends one of them."""

from collections.abc import Sequence

from tests.discord_server import shapes
from tests.discord_server.guilds import Guilds
from tests.discord_server.shapes import Json
from tests.discord_server.snowflakes import Snowflakes

# https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type
_SUBCOMMAND, _GROUP, _STRING, _CHANNEL = 1, 2, 3, 7
_TYPES = {bool: 5, int: 4, float: 10}


class Commands:
    def __init__(self, ids: Snowflakes) -> None:
        self._ids = ids
        self._all: dict[str, Json] = {}

    def register(self, definitions: Sequence[Json]) -> list[Json]:
        """Those that were there keep their ids."""
        self._all = {one["name"]: shapes.command(one, self._id(one)) for one in definitions}
        return self.all()

    def all(self) -> list[Json]:
        return list(self._all.values())

    def _id(self, definition: Json) -> int:
        known = self._all.get(definition["name"])
        return int(known["id"]) if known else self._ids.next()

    def data(self, name: str, values: Json, focused: str | None, guilds: Guilds) -> Json:
        """`name` is all that stands after the slash, with its subcommands."""
        words = name.split()
        types = self._types(words)
        options = [
            _option(key, value, types.get(key), focused=key == focused)
            for key, value in values.items()
        ]
        data: Json = {
            "id": str(self._all[words[0]]["id"] if words[0] in self._all else self._ids.next()),
            "type": 1,
            "name": words[0],
            "resolved": _resolved(options, guilds),
            "options": options,
        }
        for depth, word in reversed(list(enumerate(words[1:]))):
            kind = _SUBCOMMAND if depth == len(words) - 2 else _GROUP
            data["options"] = [{"type": kind, "name": word, "options": data["options"]}]
        return data

    def _types(self, words: Sequence[str]) -> dict[str, int]:
        """The types of its options by their names; none where it was never registered."""
        level = self.all()
        for word in words:
            level = next((one.get("options", []) for one in level if one["name"] == word), [])
        return {option["name"]: option["type"] for option in level}


def _option(name: str, value: object, kind: int | None, *, focused: bool) -> Json:
    kind = kind or _TYPES.get(type(value), _STRING)
    sent = str(value) if kind == _CHANNEL else value
    option: Json = {"name": name, "type": kind, "value": sent}
    return option | {"focused": True} if focused else option


def _resolved(options: Sequence[Json], guilds: Guilds) -> Json:
    named = [int(one["value"]) for one in options if one["type"] == _CHANNEL]
    channels = {str(id): _resolved_channel(id, guilds) for id in named}
    return {"channels": channels} if channels else {}


def _resolved_channel(id: int, guilds: Guilds) -> Json:
    channel = guilds.channel(id)
    return shapes.channel(channel) | {"permissions": str(shapes.bot_permissions(channel))}
