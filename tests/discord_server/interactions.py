"""What people asked the bot, and what it answered.

https://discord.com/developers/docs/interactions/receiving-and-responding
"""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum

from tests.discord_server import forms, refusals, shapes
from tests.discord_server.messages import Messages, Stored
from tests.discord_server.shapes import Json
from tests.discord_server.snowflakes import Snowflakes

ANSWER_SECONDS, _TOKEN_SECONDS = 3.0, 900.0
_EPHEMERAL, _LOADING = 1 << 6, 1 << 7
_PARTS = ("content", "embeds", "components", "attachments")


class InteractionKind(IntEnum):
    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4


class CallbackKind(IntEnum):
    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(slots=True)
class Interaction:
    """`source` is the message with the button or menu, `original` the one of the first answer.

    `response` is what was sent at first, `edits` what later changed it; `answered_after` is in
    seconds.
    """

    id: int
    kind: InteractionKind
    channel: int
    source: Stored | None
    asked_at: float = field(default_factory=time.monotonic)
    response: Json | None = None
    answered_after: float | None = None
    original: Stored | None = None
    edits: list[Json] = field(default_factory=list)
    follow_ups: list[Stored] = field(default_factory=list)

    @property
    def token(self) -> str:
        return f"token-{self.id}"

    @property
    def age(self) -> float:
        return time.monotonic() - self.asked_at

    def told(self) -> Json:
        return {
            "id": self.id,
            "response": self.response,
            "answered_after": self.answered_after,
            "message": self.original and self.original.shape,
            "edits": self.edits,
            "follow_ups": [stored.shape for stored in self.follow_ups],
        }


class Interactions:
    def __init__(self, ids: Snowflakes, messages: Messages) -> None:
        self.answer_seconds = ANSWER_SECONDS
        self._ids, self._messages = ids, messages
        self._all: dict[int, Interaction] = {}

    def open(self, kind: InteractionKind, channel: int, source: Stored | None) -> Interaction:
        opened = Interaction(self._ids.next(), kind, channel, source)
        self._all[opened.id] = opened
        return opened

    def get(self, id: int) -> Interaction:
        found = self._all.get(id)
        if found is None:
            raise refusals.unknown_interaction()
        return found

    def respond(self, id: int, token: str, payload: Json) -> Interaction:
        """The first answer. Raises Refused where it comes too late, or is not the first."""
        interaction = self.get(id)
        if interaction.token != token or interaction.age > self.answer_seconds:
            raise refusals.unknown_interaction()
        if interaction.response is not None:
            raise refusals.already_answered()
        interaction.original = self._first(interaction, payload)
        interaction.response, interaction.answered_after = payload, interaction.age
        return interaction

    def _first(self, interaction: Interaction, payload: Json) -> Stored | None:
        kind, data = CallbackKind(payload["type"]), payload.get("data") or {}
        if kind is CallbackKind.MESSAGE:
            forms.check_message(data)
            return self._post(interaction, data)
        if kind is CallbackKind.DEFERRED_MESSAGE:
            return self._post(interaction, {"flags": (data.get("flags") or 0) | _LOADING})
        if kind is CallbackKind.UPDATE and interaction.source:
            _change(interaction.source, data)
        elif kind is CallbackKind.CHOICES:
            forms.check_choices(data.get("choices") or [])
        return interaction.source

    def _post(self, interaction: Interaction, payload: Json) -> Stored:
        """Seen by one person alone where it is ephemeral."""
        hidden = (payload.get("flags") or 0) & _EPHEMERAL
        put = self._messages.make if hidden else self._messages.add
        stored = put(shapes.bot(), interaction.channel, payload, answers=interaction.id)
        application = str(shapes.APPLICATION_ID)
        kind = 20 if interaction.kind is InteractionKind.COMMAND else 0
        stored.change({"type": kind, "application_id": application, "webhook_id": application})
        return stored

    def original(self, token: str) -> Stored:
        return _original(self._of_token(token))

    def edit(self, token: str, payload: Json) -> Stored:
        interaction = self._of_token(token)
        stored = _original(interaction)
        _change(stored, payload)
        interaction.edits.append(payload)
        return stored

    def follow_up(self, token: str, payload: Json) -> Stored:
        """The first one after a deferral takes the place of the message that said so."""
        interaction = self._of_token(token)
        original = interaction.original
        if original and original.shape["flags"] & _LOADING:
            return self.edit(token, payload)
        forms.check_message(payload)
        stored = self._post(interaction, payload)
        interaction.follow_ups.append(stored)
        return stored

    def _of_token(self, token: str) -> Interaction:
        id = token.removeprefix("token-")
        interaction = self._all.get(int(id)) if id.isdecimal() else None
        if interaction is None or interaction.age > _TOKEN_SECONDS:
            raise refusals.expired_token()
        return interaction


def _original(interaction: Interaction) -> Stored:
    if interaction.original is None:
        raise refusals.unknown_message()
    return interaction.original


def _change(stored: Stored, payload: Json) -> None:
    sent = {part: payload[part] for part in _PARTS if part in payload}
    now = {part: stored.shape[part] for part in _PARTS} | sent
    forms.check_message(now)
    flags = stored.shape["flags"]
    edited = None if flags & _LOADING else datetime.now(UTC).isoformat()
    changed = {"edited_timestamp": edited, "flags": flags & ~_LOADING}
    stored.change(shapes.written(now) | changed)


def callback(interaction: Interaction) -> Json:
    """https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object"""
    assert interaction.response is not None
    kind = interaction.response["type"]
    told: Json = {"id": str(interaction.id), "type": interaction.kind}
    if kind not in {CallbackKind.MESSAGE, CallbackKind.DEFERRED_MESSAGE, CallbackKind.UPDATE}:
        return {"interaction": told}
    resource: Json = {"type": kind}
    if interaction.original:
        flags = interaction.original.shape["flags"]
        told |= {
            "response_message_id": str(interaction.original.id),
            "response_message_loading": bool(flags & _LOADING),
            "response_message_ephemeral": bool(flags & _EPHEMERAL),
        }
        resource["message"] = interaction.original.shape
    return {"interaction": told, "resource": resource}
