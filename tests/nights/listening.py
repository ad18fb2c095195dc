"""What a channel was told in a night, read from the fake Discord's messages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.discord_server.findings import Message

# The title of a list; what does not fit is in an embed without one.
_LIST = re.compile(r"(\d+ (declarations|winners named, votes to come))?")
_LINE = re.compile(r"^\*\*(?P<seat>.+?)\*\*: (?P<said>.+)$", re.MULTILINE)
_CORRECTION, _TAKEN_BACK = "Correction: ", "Taken back: "
_ONLY_NAMED = (
    "winner named, votes to come",
    "another winner named, votes to come",
    "no longer named",
)


@dataclass(frozen=True, slots=True)
class Telling:
    """`said` is all that was said of the seat. `kind` is "result", "correction", "taken back" or
    "named"."""

    seat: str
    kind: str
    said: str
    received: float


def tellings(messages: Iterable[Message]) -> list[Telling]:
    """In the order in which they came."""
    return [
        one
        for message in messages
        for embed in message.payload.get("embeds", ())
        for one in _tellings(embed, message.received)
    ]


def _tellings(embed: dict[str, str], received: float) -> Iterator[Telling]:
    title, text = _plain(embed.get("title", "")), _plain(embed.get("description", ""))
    if _LIST.fullmatch(title):
        for line in _LINE.finditer(embed["description"]):
            said = _plain(line["said"])
            kind = "named" if said.startswith(_ONLY_NAMED) else "result"
            yield Telling(_plain(line["seat"]), kind, said, received)
        return
    for beginning, kind in ((_CORRECTION, "correction"), (_TAKEN_BACK, "taken back")):
        if title.startswith(beginning):
            yield Telling(title.removeprefix(beginning), kind, text, received)
            return
    seat, _, rest = title.partition(": ")
    kind = "named" if rest.startswith(_ONLY_NAMED) else "result"
    yield Telling(seat, kind, f"{rest}: {text}", received)


def _plain(escaped: str) -> str:
    return escaped.replace("\\", "")
