"""What a picture shows, before anything decides how it looks.

Figures that are read come as text, ready to be shown; those that are drawn as numbers.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Face:
    """What every picture says of itself.

    `title` names the election or the seat, `unit` what is shown and in which unit, `source` where
    it is from. `alt` says the whole picture in words, from the same figures.
    """

    title: str
    unit: str
    source: str
    alt: str


@dataclass(frozen=True, slots=True)
class Ink:
    """A party as it is drawn: always its short name beside its colour, #RRGGBB, None where no
    convention is known."""

    short: str
    colour: str | None


@dataclass(frozen=True, slots=True)
class VoteBar:
    """One candidate. `share` and `before` run from 0 to 1; None where that is not known.

    `before` is the party's share last time, `rise` the difference, with its sign.
    """

    name: str
    ink: Ink
    votes: str
    share: float | None
    share_text: str
    before: float | None = None
    rise: float | None = None
    rise_text: str = ""
    won: bool = False


@dataclass(frozen=True, slots=True)
class VoteBars:
    """`before` says what the outlines are: "share in 2019 (notional)"; empty without any."""

    face: Face
    bars: tuple[VoteBar, ...]
    before: str = ""


@dataclass(frozen=True, slots=True)
class Poll:
    """A day in a seat's history. `redrawn` says that its boundaries were new then."""

    day: date
    label: str
    by_election: bool = False
    redrawn: bool = False


@dataclass(frozen=True, slots=True)
class Showing:
    """A party's share, from 0 to 1, at the poll of that day; `estimated` where it is notional."""

    day: date
    share: float
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A party through time: each run of showings is joined, and runs are not joined to each
    other: between them the boundaries changed or it did not stand. `last_text` is the newest
    share as text."""

    ink: Ink
    runs: tuple[tuple[Showing, ...], ...]
    last_text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A seat's history: `polls` oldest first, `lines` in order of the newest share. `remark` says
    what is left out or changed: "Parties that never had 5% are left out."""

    face: Face
    polls: tuple[Poll, ...]
    lines: tuple[Line, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """A party's seats; `net` is the difference from before, with its sign, as text, empty where
    nothing can be compared."""

    ink: Ink
    name: str
    seats: int
    net: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """Seats by party, most first. `undeclared` are yet to come. `needed` is the line of a
    majority, None where a part of the country is shown. `before` are the same seats as they were
    last time, and `before_label` says when that was."""

    face: Face
    benches: tuple[Bench, ...]
    undeclared: int = 0
    needed: int | None = None
    before: tuple[Bench, ...] = ()
    before_label: str = ""


@dataclass(frozen=True, slots=True)
class Hexagon:
    """One constituency: `column` and `row` on the grid (odd rows lie half a hexagon further
    right, row 0 is the northernmost). `key` is the place in the legend of what it is, None where
    nothing is declared. `faint` is outside what is highlighted."""

    column: int
    row: int
    key: int | None
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of a legend, and how many hexagons are so; one with none is left out of it.

    `mark` is a letter that stands in each of them, so that nobody needs to tell colours apart.
    `strength` is a step of a scale, between 0, which is an outline only, and 1, the colour itself.
    """

    label: str
    colour: str
    count: int
    mark: str = ""
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Spot:
    """One hexagon that is picked out, and what is said of it: the seat that was asked for."""

    column: int
    row: int
    label: str


@dataclass(frozen=True, slots=True)
class HexMap:
    face: Face
    hexagons: tuple[Hexagon, ...]
    keys: tuple[Key, ...]
    undeclared: int = 0
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Swingometer:
    """`swing` runs from -1 to 1: above 0 towards `right`, below 0 towards `left`. `text` says it:
    "8.8 points from Liberal Democrat to Labour". Shares are (before, now) of each, as text."""

    face: Face
    left: Ink
    right: Ink
    swing: float
    text: str
    left_shares: tuple[str, str]
    right_shares: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Board:
    """A night at a glance: how the House stands above the map."""

    face: Face
    house: House
    map: HexMap


Chart = VoteBars | Timeline | House | HexMap | Swingometer | Board
