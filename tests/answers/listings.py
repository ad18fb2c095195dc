"""A list of 37 made-up seats, as a ranking gives it."""

from datetime import date

from bot.answers.reply import Cell, Choice, Column, Listing, Reply, ReplyKind, Unit

COLUMNS = (
    Column("Constituency"),
    Column("Party"),
    Column("Majority", Unit.COUNT),
    Column("Lead", Unit.POINTS),
    Column("Turnout", Unit.SHARE),
    Column("Change", Unit.CHANGE),
    Column("Polled on", Unit.DAY),
)


def seat(number: int) -> tuple[Cell, ...]:
    """Of the last nothing is known but its majority."""
    if number == 37:
        return (f"Seat {number}", None, 37, None, None, None, None)
    share = number / 100
    return (
        f"Seat {number}",
        "Labour" if number % 2 else "Conservative",
        30_000 - number,
        share,
        0.5 + share,
        -share,
        date(2024, 7, 4),
    )


LISTING = Listing(
    "safest-seats-2024", COLUMNS, tuple(seat(number) for number in range(1, 38)), numbered=True
)
SAFEST = Reply(
    ReplyKind.RANKING,
    "Safest seats · general election, 4 July 2024",
    headline="Seat 1 was the safest, with a majority of 29,999.",
    listing=LISTING,
    notes=("The majority is over whoever came second.",),
    choices=(
        Choice("constituency", "E14001305", "Islington North"),
        Choice("ranking", "", "The closest seats", question="closest seats in 2024"),
    ),
    as_of=date(2026, 8, 20),
    sources=("UK Parliament election results",),
)
