"""One party's or one person's part in a seat's elections since 2010."""

from collections.abc import Callable, Sequence

from bot.answers import figures
from bot.answers.past.told import Told
from bot.answers.placing import got, ordinal, place_of
from bot.answers.reply import Cell, Column, Listing, Reply, Unit
from bot.elections import arithmetic
from bot.elections.contest import Candidacy, Contest, ContestKind
from bot.questions.question import Order
from bot.text import slug

_COLUMNS = (
    Column("Day", Unit.DAY),
    Column("Election"),
    Column("Candidate"),
    Column("Votes", Unit.COUNT),
    Column("Share", Unit.SHARE),
    Column("Change", Unit.CHANGE),
    Column("Place"),
)
_TIMES = {0: "did not win", 1: "won once", 2: "won twice"}

Counts = Callable[[Candidacy], bool]
Stood = tuple[Contest, Candidacy]


def of_one(told: Told, contests: list[Contest], name: str, counts: Counts) -> Reply:
    """With its best and its worst result, which of them was asked for first."""
    found = [(one, _best(one, counts)) for one in contests]
    stood = [(contest, best) for contest, best in found if best]
    return told.reply(
        f"{name}, {years(contests)}",
        _headline(told, name, stood, len(contests)),
        listing=Listing(
            told.named(f"{slug(name)}-results"),
            _COLUMNS,
            tuple(_row(told, contest, best) for contest, best in found),
        ),
    )


def elections(number: int) -> str:
    return "1 election" if number == 1 else f"{number} elections"


def years(contests: list[Contest]) -> str:
    if not contests:
        return "since 2010"
    first, last = contests[-1].polled_on.year, contests[0].polled_on.year
    return str(first) if first == last else f"{first} to {last}"


def kind(contest: Contest) -> str:
    return "by-election" if contest.kind is ContestKind.BY_ELECTION else "general"


def _best(contest: Contest, counts: Counts) -> Candidacy | None:
    return next((one for one in contest.candidacies if counts(one)), None)


def _row(told: Told, contest: Contest, best: Candidacy | None) -> tuple[Cell, ...]:
    if best is None:
        return contest.polled_on, kind(contest), "did not stand", *[None] * 4
    before = told.catalogue.contests.baseline(contest)
    return (
        contest.polled_on,
        kind(contest),
        best.standing_as,
        best.votes,
        arithmetic.share(best.votes, contest.valid_votes),
        arithmetic.change(best, contest, before),
        ordinal(place_of(best, contest)),
    )


def _headline(told: Told, name: str, stood: Sequence[Stood], number: int) -> str:
    if not stood:
        return f"{name} did not stand in {told.name} at any of {elections(number)} here."
    won = sum(best is contest.winner for contest, best in stood)
    of = f"stood at {len(stood)} of {elections(number)}"
    often = f"{of} and {_TIMES.get(won, f'won {won} times')}"
    latest = _said(stood[0])
    if len(stood) == 1:
        return f"{name} {often.replace(' and', f' in {told.name} and', 1)}: {latest}."
    ends = "; ".join(f"{which} {what} {_said(one)}" for which, what, one in _ends(told, stood))
    return f"{name} in {told.name}: {ends}. {often.capitalize()}; latest: {latest}."


def _ends(told: Told, stood: Sequence[Stood]) -> list[tuple[str, str, Stood]]:
    """The highest and the lowest by votes, and by share where that is another election."""
    least = told.asked.order is Order.LEAST
    by_votes = sorted(stood, key=lambda one: one[1].votes, reverse=not least)
    by_share = sorted(stood, key=_share, reverse=not least)
    ends = []
    for place, which in (
        (0, "lowest" if least else "highest"),
        (-1, "highest" if least else "lowest"),
    ):
        ends.append((which, "vote", by_votes[place]))
        if by_share[place] != by_votes[place]:
            ends.append((which, "share", by_share[place]))
    return ends


def _said(one: Stood) -> str:
    """ "3,251 votes, 6.9%, on 6 May 2010"."""
    contest, own = one
    return f"{got(own, contest)}, on {figures.day(contest.polled_on)}"


def _share(one: Stood) -> float:
    contest, own = one
    return arithmetic.share(own.votes, contest.valid_votes) or 0
