"""The whole election by party: seats, votes and shares, and what became of them."""

from bot.answers import figures, wording
from bot.answers.national import board, caveats, progress, victors
from bot.answers.national.board import Line
from bot.answers.national.scope import Scope
from bot.answers.national.showing import Earlier, earlier
from bot.answers.national.victors import Standings
from bot.answers.reply import Choice, Fact, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Order, Question

_MOST_CHOICES = 5
_WHO_WON = {Measure.WINNER, Measure.OVERALL}
_BY_VOTES = {Measure.SHARE, Measure.CHANGE}


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    of_all = victors.standings(scope)
    then = earlier(catalogue, scope)
    lines = board.lines(then)
    if asked.measure in _BY_VOTES:
        lines = sorted(lines, key=lambda one: -one.tally.votes)
    brief = asked.measure in {*_WHO_WON, Measure.PLACE} or asked.yes_or_no
    listed, others = board.short(lines) if brief else (lines, [])
    name = "parties with seats" if brief else "seats by party"
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=wording.capital(scope.title),
        headline=_headline(asked, of_all, lines),
        listing=board.listing(name, scope, listed),
        facts=() if asked.measure in _BY_VOTES else facts(of_all),
        notes=(*others, *_notes(asked, of_all, then)),
        choices=tuple(
            Choice("party", one.tally.party.id, one.tally.party.name)
            for one in lines[:_MOST_CHOICES]
        ),
        colour=of_all.leaders[0].party.colour if of_all.leaders else None,
        sketch=None if asked.measure in _BY_VOTES else scope.house,
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _headline(asked: Question, of_all: Standings, lines: list[Line]) -> str:
    if asked.measure is Measure.OVERALL:
        return _overall(asked, of_all)
    if asked.measure is Measure.SHARE:
        return _most_votes(of_all, lines)
    if asked.measure is Measure.CHANGE:
        return _rises_and_falls(of_all, lines)
    sentence = victors.winner(of_all)
    # Only of who won there is a claim that is decided by somebody's overall majority.
    undecided = not of_all.scope.everywhere or of_all.scope.partial
    if not asked.yes_or_no or undecided or asked.measure is not Measure.WINNER:
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
    if not parties:
        return f"No party won a vote {scope.at}."
    first, *others = parties[:_MOST_CHOICES]
    so_far = " so far" if scope.partial else ""
    name = wording.capital(wording.as_then(first.tally))
    told = [f"{wording.among_others(one.tally)} {board.share_told(one)}" for one in others]
    most = f"{figures.count(first.tally.votes)} ({board.share_told(first)})"
    rest = f" Then {wording.listed(told)}." if told else ""
    return f"{name} won the most votes {scope.at}{so_far}: {most}.{rest}"


def _rises_and_falls(of_all: Standings, lines: list[Line]) -> str:
    found = board.extremes(lines)
    if found is None:
        return f"There is nothing to compare the shares with {of_all.scope.at}."
    rise, fall = found
    return (
        f"The biggest rise in share of the votes {of_all.scope.at} was that of "
        f"{wording.among_others(rise.tally)}, {figures.change(rise.change or 0)} points; the "
        f"biggest fall that of {wording.among_others(fall.tally)}, "
        f"{figures.change(fall.change or 0)} points."
    )


def facts(of_all: Standings) -> tuple[Fact, ...]:
    """What the majority takes, the turnout, and how many seats changed hands."""
    count = of_all.scope.count
    turnout = count.polled.turnout_of_valid_votes
    return (
        *victors.facts(of_all),
        *([Fact("Turnout", f"{figures.percent(turnout)} of valid votes")] if turnout else []),
        Fact("Seats that changed hands", figures.count(count.changed_hands)),
    )


def _notes(asked: Question, of_all: Standings, then: Earlier) -> list[str]:
    scope = of_all.scope
    notes = caveats.against(scope)
    if asked.measure in _WHO_WON and scope.everywhere:
        notes += [victors.OVERALL_NOTE, victors.WORKING_NOTE]
    if asked.measure in _BY_VOTES:
        notes += caveats.of_changes(scope, same_seats=then.same_seats)
    return notes
