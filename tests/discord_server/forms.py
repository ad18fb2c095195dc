"""What Discord takes as a message.

https://discord.com/developers/docs/resources/message#create-message
https://discord.com/developers/docs/resources/message#embed-object-embed-limits
https://discord.com/developers/docs/components/reference
"""

from collections.abc import Iterator, Sequence

from tests.discord_server import refusals
from tests.discord_server.shapes import Json

_CONTENT, _NONCE = 2_000, 25
_EMBEDS, _FIELDS, _ALL_EMBEDS = 10, 25, 6_000
_TITLE, _DESCRIPTION, _FOOTER, _AUTHOR, _FIELD_NAME, _FIELD_VALUE = (
    256,
    4_096,
    2_048,
    256,
    256,
    1_024,
)
_ROWS, _BUTTONS, _OPTIONS, _CHOICES = 5, 5, 25, 25
_CUSTOM_ID, _BUTTON_LABEL, _OPTION_TEXT, _PLACEHOLDER = 100, 80, 100, 150
_ROW, _BUTTON, _LINK = 1, 2, 5


def check_message(payload: Json) -> None:
    """Raises Refused. Components of the second version are let through as they are."""
    _check_text(payload, "content", _CONTENT)
    _check_nonce(payload.get("nonce"))
    _check_embeds(payload.get("embeds") or [])
    _check_components(payload.get("components") or [])
    if not (
        (payload.get("content") or "").strip()
        or payload.get("embeds")
        or payload.get("attachments")
    ):
        raise refusals.empty_message()


def check_choices(choices: Sequence[Json]) -> None:
    _check_number(choices, _CHOICES, "data.choices")
    for place, choice in enumerate(choices):
        path = f"data.choices.{place}"
        _check_text(choice, "name", _OPTION_TEXT, path, needed=True)
        if isinstance(choice.get("value"), str):
            _check_text(choice, "value", _OPTION_TEXT, path, needed=True)


def _check_text(of: Json, key: str, most: int, inside: str = "", *, needed: bool = False) -> None:
    text, path = of.get(key), f"{inside}.{key}" if inside else key
    if text is not None and not isinstance(text, str):
        raise refusals.invalid_form(path, "STRING_TYPE_CONVERT", "Could not interpret as string.")
    if needed and not text:
        raise refusals.required(path)
    if text and len(text) > most:
        raise refusals.too_long(path, most)


def _check_number(of: Sequence[object], most: int, path: str, fewest: int = 0) -> None:
    if not fewest <= len(of) <= most:
        told = f"Must be between {fewest} and {most} in length."
        raise refusals.invalid_form(path, "BASE_TYPE_BAD_LENGTH", told)


def _check_nonce(nonce: object) -> None:
    if nonce is None:
        return
    if isinstance(nonce, bool) or not isinstance(nonce, int | str):
        raise refusals.invalid_form("nonce", "NONCE_TYPE_INVALID", "Nonce type is invalid.")
    if len(str(nonce)) > _NONCE:
        raise refusals.too_long("nonce", _NONCE)


def _check_embeds(embeds: Sequence[Json]) -> None:
    if not embeds:
        return
    _check_number(embeds, _EMBEDS, "embeds")
    for place, embed in enumerate(embeds):
        _check_embed(embed, f"embeds.{place}")
    if sum(len(text) for embed in embeds for text in _texts(embed)) > _ALL_EMBEDS:
        told = f"Embed size exceeds maximum size of {_ALL_EMBEDS}"
        raise refusals.invalid_form("embeds", "MAX_EMBED_SIZE_EXCEEDED", told)


def _check_embed(embed: Json, path: str) -> None:
    _check_text(embed, "title", _TITLE, path)
    _check_text(embed, "description", _DESCRIPTION, path)
    _check_text(embed.get("footer") or {}, "text", _FOOTER, f"{path}.footer")
    _check_text(embed.get("author") or {}, "name", _AUTHOR, f"{path}.author")
    fields = embed.get("fields") or []
    _check_number(fields, _FIELDS, f"{path}.fields")
    for place, field in enumerate(fields):
        _check_text(field, "name", _FIELD_NAME, f"{path}.fields.{place}", needed=True)
        _check_text(field, "value", _FIELD_VALUE, f"{path}.fields.{place}", needed=True)


def _texts(embed: Json) -> Iterator[str]:
    """What counts towards the size of all embeds together."""
    yield embed.get("title") or ""
    yield embed.get("description") or ""
    yield (embed.get("footer") or {}).get("text") or ""
    yield (embed.get("author") or {}).get("name") or ""
    for field in embed.get("fields") or ():
        yield field["name"]
        yield field["value"]


def _check_components(rows: Sequence[Json]) -> None:
    if not rows or any(row.get("type") != _ROW for row in rows):
        return
    _check_number(rows, _ROWS, "components")
    seen: set[str] = set()
    for row_place, row in enumerate(rows):
        inside = row.get("components") or []
        _check_number(inside, _BUTTONS, f"components.{row_place}.components", fewest=1)
        for place, component in enumerate(inside):
            path = f"components.{row_place}.components.{place}"
            _check_component(component, path)
            _check_unique(component.get("custom_id"), seen, path)


def _check_component(component: Json, path: str) -> None:
    link = component.get("style") == _LINK
    _check_text(component, "custom_id", _CUSTOM_ID, path, needed=not link)
    if component.get("type") == _BUTTON:
        _check_text(component, "label", _BUTTON_LABEL, path)
        return
    _check_text(component, "placeholder", _PLACEHOLDER, path)
    if "options" in component:
        _check_options(component["options"], f"{path}.options")


def _check_options(options: Sequence[Json], path: str) -> None:
    _check_number(options, _OPTIONS, path, fewest=1)
    for place, option in enumerate(options):
        _check_text(option, "label", _OPTION_TEXT, f"{path}.{place}", needed=True)
        _check_text(option, "value", _OPTION_TEXT, f"{path}.{place}", needed=True)
        _check_text(option, "description", _OPTION_TEXT, f"{path}.{place}")


def _check_unique(custom_id: str | None, seen: set[str], path: str) -> None:
    if custom_id is None:
        return
    if custom_id in seen:
        told = "Component custom id cannot be duplicated"
        raise refusals.invalid_form(f"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", told)
    seen.add(custom_id)
