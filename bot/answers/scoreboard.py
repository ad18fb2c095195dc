"""The whole election by party: seats, votes and shares, and what became of them."""

from dataclasses import dataclass

from bot.answers import caveats, figures, progress, victors, wording
from bot.answers.reply import Cell, Choice, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.answers.scope import Scope
from bot.answers.showing import Earlier, earlier
from bot.answers.victors import Standings
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic, tally
from bot.elections.tally import PartyTally
from bot.questions.question import Measure, Order, Question

_MOST_CHOICES = 5
_WHO_WON = {Measure.WINNER, Measure.OVERALL}
_BY_VOTES = {Measure.SHARE, Measure.CHANGE, Measure.SWING}


@dataclass(frozen=True, slots=True)
class Line:
    """A party on the board. None where there is nothing to compare with."""

    tally: PartyTally
    seats_before: int | None
    share: float | None
    change: float | None


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    of_all = victors.standings(scope)
    then = earlier(catalogue, scope)
    lines = board(of_all, then)
    if asked.measure in _BY_VOTES:
        lines = sorted(lines, key=lambda one: -one.tally.votes)
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=wording.capital(scope.title),
        headline=_headline(asked, of_all, lines),
        listing=_listing(asked, scope, lines),
        facts=() if asked.measure in _BY_VOTES else facts(of_all),
        notes=tuple(_notes(asked, of_all, then)),
        choices=tuple(
            Choice("party", one.tally.party.id, one.tally.party.name)
            for one in lines[:_MOST_CHOICES]
        ),
        colour=of_all.leaders[0].party.colour if of_all.leaders else None,
    )
    return progress.completed(catalogue, asked, [scope], reply)


def board(of_all: Standings, then: Earlier) -> list[Line]:
    """Most seats first, then most votes, as the standings are."""
    total = tally.valid_votes(of_all.scope.results)
    return [_line(one, then, total) for one in of_all.tallies]


def _line(one: PartyTally, then: Earlier, total: int) -> Line:
    share, last = arithmetic.share(one.votes, total), then.share(one.party)
    compared = share is not None and last is not None and one.candidates
    change = share - last if compared and share is not None and last is not None else None
    return Line(one, then.seats.get(one.party.id), share, change)


def _listing(asked: Question, scope: Scope, lines: list[Line]) -> Listing:
    """Asked who won, only parties with a seat, now or before, come into question."""
    day, name = scope.compared_with, "seats by party"
    if asked.measure in _WHO_WON:
        lines = [one for one in lines if one.tally.seats or one.tally.lost]
        name = "parties with seats"
    return Listing(
        wording.file_name(name, *scope.areas, str(scope.day.year)),
        (
            Column("Party"),
            Column("Seats", Unit.COUNT),
            Column("Net", Unit.COUNT),
            Column(f"In {day.year}" if day else "Before", Unit.COUNT),
            Column("Votes", Unit.COUNT),
            Column("Share", Unit.SHARE),
            Column("Change", Unit.CHANGE),
            Column("Candidates", Unit.COUNT),
        ),
        tuple(_row(one, scope) for one in lines),
    )


def _row(one: Line, scope: Scope) -> tuple[Cell, ...]:
    own = one.tally
    return (
        own.party.name,
        own.seats,
        own.net if scope.compared_with else None,
        one.seats_before,
        own.votes,
        one.share,
        one.change,
        own.candidates,
    )


def _headline(asked: Question, of_all: Standings, lines: list[Line]) -> str:
    if asked.measure is Measure.OVERALL:
        return _overall(asked, of_all)
    if asked.measure is Measure.SHARE:
        return _most_votes(of_all, lines)
    if asked.measure is Measure.CHANGE:
        return _rises_and_falls(of_all, lines)
    if asked.measure is Measure.SWING:
        return _swing(of_all, lines)
    sentence = victors.winner(of_all)
    if not asked.yes_or_no or not of_all.scope.everywhere or of_all.scope.partial:
        return wording.capital(sentence)
    return f"{'Yes' if of_all.overall else 'No'}: {sentence}"


def _overall(asked: Question, of_all: Standings) -> str:
    """Asked for the least of a majority, it is asked whether there was none: a hung parliament."""
    sentence = victors.overall(of_all)
    if not asked.yes_or_no or not of_all.scope.everywhere:
        return wording.capital(sentence)
    if of_all.scope.partial and of_all.overall is None:
        return wording.capital(sentence)
    anybody = of_all.overall is not None
    yes = anybody if asked.order is Order.MOST else not anybody
    return f"{'Yes' if yes else 'No'}: {sentence}"


def _most_votes(of_all: Standings, lines: list[Line]) -> str:
    scope = of_all.scope
    parties = [one for one in lines if one.tally.party.comparable and one.share is not None]
    told = [
        f"{wording.whole(one.tally.party)} {figures.percent(one.share or 0)}"
        for one in parties[:_MOST_CHOICES]
    ]
    so_far = " so far" if scope.partial else ""
    return f"Shares of the votes {scope.at}{so_far}: {wording.listed(told)}."


def _rises_and_falls(of_all: Standings, lines: list[Line]) -> str:
    changed = [(one.change, one.tally.party) for one in lines if one.change is not None]
    if not changed:
        return f"There is nothing to compare the shares with {of_all.scope.at}."
    rise, rose = max(changed, key=lambda pair: pair[0])
    fall, fell = min(changed, key=lambda pair: pair[0])
    return (
        f"The biggest rise in share of the votes {of_all.scope.at} was that of "
        f"{wording.whole(rose)}, {figures.change(rise)} points; the biggest fall that of "
        f"{wording.whole(fell)}, {figures.change(fall)} points."
    )


def _swing(of_all: Standings, lines: list[Line]) -> str:
    """Between the two parties with the most votes."""
    parties = [one for one in lines if one.tally.party.comparable][:2]
    changes = [one.change for one in parties if one.change is not None]
    if len(changes) < 2:  # noqa: PLR2004 (it takes two)
        return f"There is nothing to reckon a swing from {of_all.scope.at}."
    size = tally.swing_between(*changes)
    to, away = parties if size >= 0 else reversed(parties)
    return (
        f"The swing {of_all.scope.at} was {figures.points(size)} from "
        f"{wording.whole(away.tally.party)} to {wording.whole(to.tally.party)}, "
        "the two parties with the most votes."
    )


def facts(of_all: Standings) -> tuple[Fact, ...]:
    """What the majority takes, the turnout, and how many seats changed hands."""
    results = of_all.scope.results
    turnout = tally.polled(results).turnout_of_valid_votes
    moved = sum(one.changes_hands for one in results)
    return (
        *victors.facts(of_all),
        *([Fact("Turnout", f"{figures.percent(turnout)} of valid votes")] if turnout else []),
        Fact("Seats that changed hands", figures.count(moved)),
    )


def _notes(asked: Question, of_all: Standings, then: Earlier) -> list[str]:
    scope = of_all.scope
    notes = caveats.against(scope)
    if asked.measure in _WHO_WON and scope.everywhere:
        notes += [victors.OVERALL_NOTE, victors.WORKING_NOTE]
    if asked.measure in _BY_VOTES:
        notes += caveats.of_changes(scope, same_seats=then.same_seats)
    return notes
