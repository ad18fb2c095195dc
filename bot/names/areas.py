"""Nations, regions and the like, which are no answer to the question for one seat."""

from bot.text import fold

_INITIALS = 3  # letters of UK, GB and NI, at most
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
        "The Midlands",
        "Midlands",
        "East Anglia",
        "Cymru",
        "Greater London",
        "The North",
        "The South",
    )
)


# Historic and present counties that are no constituency.
COUNTIES = frozenset(
    (
        "bedfordshire berkshire buckinghamshire cambridgeshire cheshire cornwall cumbria "
        "derbyshire devon dorset essex gloucestershire hampshire herefordshire hertfordshire "
        "kent lancashire "
        "leicestershire lincolnshire merseyside middlesex norfolk northamptonshire northumberland "
        "nottinghamshire oxfordshire shropshire somerset staffordshire suffolk surrey sussex "
        "warwickshire wiltshire worcestershire yorkshire aberdeenshire ayrshire dunbartonshire "
        "lanarkshire perthshire renfrewshire glamorgan gwent gwynedd powys dyfed pembrokeshire"
    ).split()
)


class Areas:
    def __init__(self, seats_by_area: dict[str, int], short_forms: dict[str, list[str]]) -> None:
        self._short_forms = short_forms
        self._named = {fold(name): (name, seats) for name, seats in seats_by_area.items()}

    def find(self, text: str) -> str | None:
        """What the area is called, with its number of seats where it is one of ours."""
        folded = fold(text).removeprefix("the ")
        if folded in self._named:
            name, seats = self._named[folded]
            return f"{name} has {seats} constituencies"
        called = text.strip()
        if fold(text) in _ALSO:
            return _no_seat(called)
        return None

    def county(self, text: str) -> str | None:
        """The sentence for a county, also if it is shortened."""
        folded = fold(text).removeprefix("county ")
        named = {folded, *self._short_forms.get(folded, ())} & COUNTIES
        return _no_seat(named.pop()) if named else None


def _no_seat(name: str) -> str:
    written = name.upper() if len(name) <= _INITIALS else f"{name[:1].upper()}{name[1:]}"
    return f"{written} is no single constituency"
