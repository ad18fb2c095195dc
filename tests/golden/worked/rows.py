"""One row of the golden table, and the figures in it as Teller writes them."""

from dataclasses import dataclass
from datetime import date

from tests.golden.worked.tables import GENERAL, Candidate, Contest, Tables


@dataclass(frozen=True, slots=True)
class Row:
    question: str
    verdict: str
    expect: tuple[str, ...]
    forbid: str = ""


def ask(question: str, *expect: str, forbid: str = "") -> Row:
    assert expect, question
    return Row(question, "answer", expect, forbid)


def asked(question: str, *choices: str, forbid: str = "") -> Row:
    """An ambiguous name: these choices are offered."""
    return Row(question, "asked", choices, forbid)


def refused(question: str, forbid: str = "") -> Row:
    return Row(question, "refused", (), forbid)


def n(count: int | None) -> str:
    assert count is not None
    return f"{count:,}"


def percent(share: float) -> str:
    return f"{one_decimal(share)}%"


def points(difference: float) -> str:
    return f"{one_decimal(abs(difference))} points"


def one_decimal(share: float) -> str:
    """A figure that lies between two roundings is no test of anything."""
    exact = abs(share) * 1000
    assert abs(exact - int(exact) - 0.5) > 1e-6, share
    return f"{share * 100:.1f}"


def day(of: Contest) -> str:
    polled = date.fromisoformat(of.day)
    return f"{polled.day} {polled:%B %Y}"


def on(year: int) -> str:
    """The day of that year's general election."""
    polled = date.fromisoformat(GENERAL[year])
    return f"{polled.day} {polled:%B %Y}"


def outcome(of: Contest, tables: Tables) -> str:
    winner = tables.party[of.winner.party]
    if of.gained_from is None:
        return f"{winner} hold"
    return f"{winner} gain from {tables.party[of.gained_from]}"


def won(of: Contest) -> tuple[str, ...]:
    """The winner, where and when."""
    return of.winner.name, of.name, day(of)


def place(of: Contest, rank: int) -> tuple[str, ...]:
    return of.candidates[rank - 1].name, of.name, day(of)


def votes(of: Contest, who: str) -> tuple[str, ...]:
    return n(of.of(who).votes), of.name, day(of)


def majority(of: Contest) -> tuple[str, ...]:
    return n(of.majority), of.name, day(of)


def turnout(of: Contest) -> tuple[str, ...]:
    return percent(of.turnout), of.name, day(of)


def ballots(of: Contest) -> tuple[str, ...]:
    assert of.rejected is not None
    return n(of.valid + of.rejected), of.name, day(of)


def names(of: list[Candidate]) -> tuple[str, ...]:
    return tuple(one.name for one in of)


def seats(of: list[Contest]) -> tuple[str, ...]:
    return tuple(one.name for one in of)
