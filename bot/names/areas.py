"""Nations, regions and the like, which are no answer to the question for one seat."""

from bot.text import fold

# Beside the nations and regions of the catalogue.
_ALSO = frozenset(
    fold(name)
    for name in (
        "UK",
        "U.K.",
        "GB",
        "Britain",
        "Great Britain",
        "United Kingdom",
        "British Isles",
        "NI",
        "N Ireland",
        "Ulster",
        "Yorkshire",
        "The Midlands",
        "Midlands",
        "East Anglia",
        "Cymru",
        "Greater London",
        "The North",
        "The South",
    )
)


class Areas:
    def __init__(self, seats_by_area: dict[str, int]) -> None:
        self._named = {fold(name): (name, seats) for name, seats in seats_by_area.items()}

    def find(self, text: str) -> str | None:
        """What the area is called, with its number of seats where it is one of ours."""
        folded = fold(text).removeprefix("the ")
        if folded in self._named:
            name, seats = self._named[folded]
            return f"{name} has {seats} constituencies"
        called = text.strip()
        if fold(text) in _ALSO:
            return f"{called[:1].upper()}{called[1:]} is no single constituency"
        return None
