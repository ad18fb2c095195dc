"""A seat's shares by party, at every election of it since 2010."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.answers import figures, wording
from bot.answers.drawn.faces import face, source_line
from bot.answers.drawn.lines import NOTABLE, Traced, traced
from bot.answers.drawn.stretches import Stretch, stretches
from bot.answers.past.timeline import same_seat
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.contest import Baseline, Contest, ContestKind
from bot.elections.party import PartyKind
from bot.pictures.charts import Ink, Line, Poll, Showing, Timeline

MOST = 7
"""Lines in a picture."""


def chart(catalogue: Catalogue, of: str) -> Timeline | None:
    """`of` is the seat's code."""
    seat = catalogue.seats.get(of)
    contests = _contests(catalogue, seat) if seat else []
    if seat is None or not contests:
        return None
    source = source_line(catalogue, (one.source for one in contests), compared=False)
    return of_seat(seat, contests, catalogue.contests.baseline, source)


def _contests(catalogue: Catalogue, seat: Constituency) -> list[Contest]:
    """Of what is the same seat to most people, oldest first."""
    codes = [one.code for one in same_seat(catalogue, seat)]
    ids = [one for one, _ in reversed(catalogue.contests.ids_of_seats(codes))]
    return [contest for one in ids if (contest := catalogue.contests.get(one))]


def of_seat(
    seat: Constituency,
    contests: Sequence[Contest],
    baseline: Callable[[Contest], Baseline | None],
    source: str,
) -> Timeline:
    """`contests` come oldest first, and there has to be one."""
    found = stretches(contests, baseline)
    polls = _polls(found)
    every = traced(found)
    lines = [one for one in every if one.highest >= NOTABLE]
    largest = sorted(lines, key=lambda one: -one.highest)[:MOST]
    shown = [one for one in lines if one in largest]
    years = " to ".join(dict.fromkeys(str(one.day.year) for one in (polls[0], polls[-1])))
    sentences = [
        f"Line chart of shares of the vote: {seat.name}, {years}.",
        *_events(polls),
        *(_told(one, polls) for one in shown),
    ]
    made = face(
        f"{seat.name} · {years}", "Share of the valid votes by party, in percent", source, sentences
    )
    remark = " ".join(_remarks(found, every, lines, shown))
    return Timeline(made, polls, tuple(_line(one, polls) for one in shown), remark)


def _polls(found: Sequence[Stretch]) -> tuple[Poll, ...]:
    """Every day once; of one that is known by estimates, too, the contest itself counts."""
    polls: dict[date, Poll] = {}
    for stretch in found:
        for one in stretch.results:
            by_election = one.kind is ContestKind.BY_ELECTION
            label = f"By-election, {one.day:%b %Y}" if by_election else str(one.day.year)
            poll = Poll(one.day, label, by_election, redrawn=one is stretch.first_redrawn)
            polls[one.day] = polls.get(one.day, poll) if one.estimated else poll
    return tuple(polls[day] for day in sorted(polls))


def _line(one: Traced, polls: Sequence[Poll]) -> Line:
    last = one.newest
    current = last.day == polls[-1].day
    text = figures.percent(last.share) if current else _dated(last, polls)
    return Line(Ink(one.name, one.colour), one.runs, text)


def _remarks(
    found: Sequence[Stretch],
    every: Sequence[Traced],
    lines: Sequence[Traced],
    shown: Sequence[Traced],
) -> Iterable[str]:
    redrawn = [str(one.first_redrawn.day.year) for one in found if one.first_redrawn]
    if redrawn:
        yield (
            f"Boundaries were new in {wording.listed(redrawn)}; notional results are estimates "
            "of the election before on the new boundaries."
        )
    if len(shown) < len(lines):
        yield f"The {MOST} with the largest shares are shown."
    elif len(lines) < len(every):
        yield "Whoever never had 5% is left out."
    if any(one.kind is PartyKind.INDEPENDENT for one in shown):
        yield "Independents are no party: each is shown alone."
    if any(one.kind is PartyKind.SPEAKER for one in shown):
        yield "The Speaker stands without opposition from the main parties."


def _events(polls: Sequence[Poll]) -> Iterable[str]:
    """What is marked in the picture, in words."""
    by_elections = [figures.month(one.day) for one in polls if one.by_election]
    if by_elections:
        what = "By-election" if len(by_elections) == 1 else "By-elections"
        yield f"{what} in {wording.listed(by_elections)}."
    redrawn = [str(one.day.year) for one in polls if one.redrawn]
    if redrawn:
        yield f"New boundaries in {wording.listed(redrawn)}."


def _told(one: Traced, polls: Sequence[Poll]) -> str:
    """ "Lab: 44.2% in 2015, 51.0% in 2019, 47.3% in 2019 (notional), …"."""
    told = (_dated(showing, polls) for run in one.runs for showing in run)
    return f"{one.name}: {', '.join(told)}."


def _dated(one: Showing, polls: Sequence[Poll]) -> str:
    """With its month where a general election of the same year might be meant."""
    by_election = any(poll.by_election and poll.day == one.day for poll in polls)
    when = f"{one.day:%b %Y}" if by_election else str(one.day.year)
    estimated = " (notional)" if one.estimated else ""
    return f"{figures.percent(one.share)} in {when}{estimated}"
