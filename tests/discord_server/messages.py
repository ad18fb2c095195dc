"""What stands in the channels."""

import json
import time
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.discord_server import refusals, shapes
from tests.discord_server.shapes import Json
from tests.discord_server.snowflakes import Snowflakes

NONCE_SECONDS = 180.0
_FEWEST, _USUAL, _MOST = 1, 50, 100


@dataclass(slots=True)
class Stored:
    """`payload` is what was sent, `shape` what is there now, `body` its JSON without a nonce.

    `resent` counts the times that it was sent again with its nonce, `edits` how often it was
    changed. `received` is in seconds since 1970, `answers` the interaction that it belongs to.
    """

    id: int
    channel: int
    author: int
    received: float
    payload: Json
    shape: Json
    body: bytes
    answers: int | None = None
    resent: int = 0
    edits: int = 0

    def answer(self) -> bytes:
        """The JSON for whoever sent it: only they are told the nonce."""
        nonce = self.payload.get("nonce")
        if nonce is None:
            return self.body
        return b'%b,"nonce":%b}' % (self.body[:-1], json.dumps(nonce).encode())

    def change(self, more: Json) -> None:
        self.shape |= more
        self.body = json.dumps(self.shape).encode()


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a channel's history; the ids bound it where they are given."""

    limit: int = _USUAL
    before: int | None = None
    after: int | None = None
    around: int | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Page":
        """Raises Refused where it is not one that Discord gives."""
        limit = _number(query, "limit")
        if limit is not None and not _FEWEST <= limit <= _MOST:
            told = f"int value should be between {_FEWEST} and {_MOST}."
            raise refusals.invalid_form("limit", "NUMBER_TYPE_RANGE", told)
        bounds = (_number(query, name) for name in ("before", "after", "around"))
        return cls(_USUAL if limit is None else limit, *bounds)

    def slice_of(self, ids: Sequence[int]) -> slice:
        if self.around is not None:
            start = max(0, bisect_left(ids, self.around) - self.limit // 2)
            return slice(start, start + self.limit)
        if self.before is not None:
            end = bisect_left(ids, self.before)
            return slice(max(0, end - self.limit), end)
        if self.after is not None:
            start = bisect_right(ids, self.after)
            return slice(start, start + self.limit)
        return slice(max(0, len(ids) - self.limit), len(ids))


def _number(query: Mapping[str, str], name: str) -> int | None:
    try:
        return int(query[name]) if name in query else None
    except ValueError:
        told = f'Value "{query[name]}" is not int.'
        raise refusals.invalid_form(name, "NUMBER_TYPE_COERCE", told) from None


class Messages:
    def __init__(self, ids: Snowflakes) -> None:
        self.nonce_seconds = NONCE_SECONDS
        self._ids = ids
        self._all: dict[int, Stored] = {}
        self._in_channel: dict[int, list[int]] = defaultdict(list)
        self._by_nonce: dict[tuple[int, str], Stored] = {}

    def post(self, author: Json, channel: int, payload: Json) -> Stored:
        """Adds it, unless its nonce is enforced and its author used it a little while ago.

        https://discord.com/developers/docs/resources/message#create-message (enforce_nonce)
        """
        nonce = payload.get("nonce")
        if nonce is None:
            return self.add(author, channel, payload)
        key = (int(author["id"]), str(nonce))
        first = self._by_nonce.get(key)
        if payload.get("enforce_nonce") and first and self._is_recent(first):
            first.resent += 1
            return first
        self._by_nonce[key] = stored = self.add(author, channel, payload)
        return stored

    def _is_recent(self, stored: Stored) -> bool:
        return time.time() - stored.received < self.nonce_seconds

    def add(
        self, author: Json, channel: int, payload: Json, *, answers: int | None = None
    ) -> Stored:
        stored = self.make(author, channel, payload, answers=answers)
        self._in_channel[channel].append(stored.id)
        return stored

    def make(
        self, author: Json, channel: int, payload: Json, *, answers: int | None = None
    ) -> Stored:
        """One that is not in the channel's history: only one person sees it."""
        id = self._ids.next()
        shape = shapes.message(id, channel, author, payload)
        body = json.dumps(shape).encode()
        stored = Stored(id, channel, int(author["id"]), time.time(), payload, shape, body, answers)
        self._all[id] = stored
        return stored

    def get(self, id: int) -> Stored:
        found = self._all.get(id)
        if found is None:
            raise refusals.unknown_message()
        return found

    def in_channel(self, channel: int, id: int) -> Stored:
        if id not in self._in_channel[channel]:
            raise refusals.unknown_message()
        return self._all[id]

    @staticmethod
    def edit(stored: Stored, payload: Json) -> Stored:
        """What the payload does not name stays."""
        now = shapes.written(payload)
        stored.change({key: now[key] for key in now if key in payload})
        stored.edits += 1
        return stored

    def delete(self, channel: int, id: int) -> None:
        self.in_channel(channel, id)
        self._in_channel[channel].remove(id)

    def history(self, channel: int, page: Page) -> list[Stored]:
        """Newest first, as Discord has it, whichever way the page is bounded."""
        ids = self._in_channel.get(channel, [])
        return [self._all[id] for id in reversed(ids[page.slice_of(ids)])]

    def all(self, channel: int | None = None) -> list[Stored]:
        """In the order in which they came."""
        if channel is not None:
            return [self._all[id] for id in self._in_channel.get(channel, [])]
        shown = (id for ids in self._in_channel.values() for id in ids)
        return [self._all[id] for id in sorted(shown)]
