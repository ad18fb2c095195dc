"""What Teller says, before anything decides how it looks."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.answers.sketch import Sketch


class ReplyKind(StrEnum):
    CONTEST = "contest"
    PERSON = "person"
    PARTY = "party"
    DECLARED = "declared"
    FIGURE = "figure"
    CAREER = "career"
    HISTORY = "history"
    ELECTION = "election"
    RANKING = "ranking"
    COMPARISON = "comparison"
    BY_ELECTIONS = "by-elections"
    MAP = "map"
    CHOICES = "choices"
    NOTHING = "nothing"
    HELP = "help"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a person can pick next. `kind` and `id` together open it.

    `kind` is constituency, person, party, place or contest. `short` is a label for a button beside
    the reply, where the name need not be said again; `detail` helps to tell choices apart.
    `question`, where there is one, is to be asked instead: the question that named the choice.
    """

    kind: str
    id: str
    label: str
    detail: str = ""
    short: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of a result. `change` is empty where nothing can be compared.

    `party_short` is for where the party's name would have to be cut.
    """

    name: str
    party: str
    votes: str
    share: str
    change: str = ""
    won: bool = False
    party_short: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


class Unit(StrEnum):
    """What the cells of a column are: text, a whole number, one with its sign, a share from 0 to
    1, a difference of shares with its sign, one without (a lead), a date, a time."""

    TEXT = "text"
    COUNT = "count"
    NET = "net"
    SHARE = "share"
    CHANGE = "change"
    POINTS = "points"
    DAY = "day"
    TIME = "time"


Cell = str | int | float | date | datetime | None
"""None is shown as an empty cell: not known, or nothing to compare with."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    unit: Unit = Unit.TEXT


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under headings, of any length; the first column is what a row is about.

    `name` is that of its file, without an ending: "safest-seats-2024". `numbered` says that the
    rows are ranks.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. All text is plain: it may hold anything a feed or a ballot paper held.

    `preface` is what has to be known before the figures are read, `notes` what explains them.
    `asking` says that the choices are a question to whoever asked; otherwise they are offers.
    `colour` is the winner's party colour as #RRGGBB. `sketch` is the picture that shows the same,
    and `drawn` says that whoever asked wants to look at it.
    """

    kind: ReplyKind
    title: str
    headline: str = ""
    preface: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    listing: Listing | None = None
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    asking: bool = False
    colour: str | None = None
    as_of: date | None = None
    sources: tuple[str, ...] = ()
    sketch: Sketch | None = None
    drawn: bool = False
