"""Which picture goes with a reply: enough to draw it anew, whenever somebody wants to look."""

from dataclasses import dataclass
from enum import StrEnum


class SketchKind(StrEnum):
    BARS = "bars"
    TIMELINE = "timeline"
    HOUSE = "house"
    MAP = "map"
    SWING = "swing"


@dataclass(frozen=True, slots=True)
class Sketch:
    """Written `bars:E14001305.2024-07-04`; what `of` says is its kind's own matter."""

    kind: SketchKind
    of: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.of}"

    @classmethod
    def parse(cls, text: str) -> "Sketch | None":
        kind, colon, of = text.partition(":")
        known = colon and kind in set(SketchKind)
        return cls(SketchKind(kind), of) if known else None
