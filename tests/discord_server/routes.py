"""Which function answers what."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.discord_server.calls import Call, Reply
from tests.discord_server.world import World

Handler = Callable[[World, Call], Reply]
_PARTS = {"{id}": r"(\d+)", "{token}": r"([^/]+)"}


@dataclass(frozen=True, slots=True)
class Route:
    method: str
    template: str
    handler: Handler
    pattern: re.Pattern[str]

    @property
    def name(self) -> str:
        return f"{self.method} {self.template}"


def route(method: str, template: str, handler: Handler) -> Route:
    """`{id}` in the template stands for a number, `{token}` for any name."""
    pattern = re.escape(template).replace(r"\{", "{").replace(r"\}", "}")
    for part, meaning in _PARTS.items():
        pattern = pattern.replace(part, meaning)
    return Route(method, template, handler, re.compile(pattern))


def find(routes: Sequence[Route], method: str, path: str) -> tuple[Route, tuple[str, ...]] | None:
    for one in routes:
        if one.method == method and (match := one.pattern.fullmatch(path)):
            return one, match.groups()
    return None
