"""How many voted at an election: turnout, electorate, valid votes and rejected ballots."""

from bot.answers import figures, wording
from bot.answers.national import progress
from bot.answers.national.scope import Scope
from bot.answers.reply import Cell, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.elections import inside
from bot.elections.count import Count
from bot.elections.tally import Polled
from bot.questions.question import Measure, Question

MEASURES = frozenset(
    {Measure.TURNOUT, Measure.VOTES, Measure.BALLOTS, Measure.ELECTORATE, Measure.REJECTED}
)
_TITLES = {
    Measure.TURNOUT: "Turnout",
    Measure.VOTES: "Votes",
    Measure.BALLOTS: "Ballots cast",
    Measure.ELECTORATE: "Electorate",
    Measure.REJECTED: "Rejected ballots",
}
_NOTE = (
    "Turnout is valid votes over electorate, as the House of Commons Library counts; returning "
    "officers count rejected ballots too."
)


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    polled = scope.count.polled
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=f"{_TITLES[asked.measure]} · {scope.title}",
        headline=wording.capital(_sentence(asked.measure, polled, scope)),
        facts=tuple(_facts(polled)),
        listing=_by_area(catalogue, scope),
        notes=tuple(_notes(polled)),
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _sentence(measure: Measure, polled: Polled, scope: Scope) -> str:
    so_far = " so far" if scope.partial else ""
    if measure is Measure.TURNOUT:
        return _turnout(polled, scope)
    if measure is Measure.ELECTORATE:
        return _known(polled.electorate, "people were entitled to vote", scope)
    if measure is Measure.REJECTED:
        return _known(polled.rejected, "ballots were rejected", scope)
    if measure is Measure.BALLOTS and not polled.without_rejected:
        ballots = figures.count(polled.valid_votes + (polled.rejected or 0))
        rejected = figures.count(polled.rejected or 0)
        parts = f"{figures.count(polled.valid_votes)} valid votes and {rejected} rejected ballots"
        return f"{ballots} people voted {scope.at}{so_far}: {parts}."
    return f"{figures.count(polled.valid_votes)} valid votes were cast {scope.at}{so_far}."


def _known(number: int | None, what: str, scope: Scope) -> str:
    if number is None:
        return f"how many {what} {scope.at} is not known."
    so_far = " in the seats declared so far" if scope.partial else ""
    return f"{figures.count(number)} {what} {scope.at}{so_far}."


def _turnout(polled: Polled, scope: Scope) -> str:
    if polled.turnout_of_valid_votes is None:
        return f"the turnout {scope.at} is not known."
    so_far = " in the seats declared so far" if scope.partial else ""
    told = f"{figures.percent(polled.turnout_of_valid_votes)} of the electorate by valid votes"
    if polled.turnout_of_all_ballots is not None:
        told += f", {figures.percent(polled.turnout_of_all_ballots)} with rejected ballots"
    return f"turnout {scope.at}{so_far} was {told}."


def _facts(polled: Polled) -> list[Fact]:
    known = (
        ("Valid votes", polled.valid_votes),
        ("Rejected ballots", polled.rejected),
        ("Electorate", polled.electorate),
    )
    facts = [Fact(name, figures.count(number)) for name, number in known if number is not None]
    if polled.turnout_of_valid_votes is not None:
        facts.append(Fact("Turnout of valid votes", figures.percent(polled.turnout_of_valid_votes)))
    if polled.turnout_of_all_ballots is not None:
        turnout = figures.percent(polled.turnout_of_all_ballots)
        facts.append(Fact("Turnout with rejected ballots", turnout))
    return facts


def _notes(polled: Polled) -> list[str]:
    unknown = (
        ("electorate", polled.without_electorate),
        ("number of rejected ballots", polled.without_rejected),
    )
    left_out = [
        f"The {what} of {wording.seats(count)} is not known and not counted."
        for what, count in unknown
        if count
    ]
    return [_NOTE, *left_out]


def _by_area(catalogue: Catalogue, scope: Scope) -> Listing | None:
    """Nations and then the regions within the areas asked about, if there are several."""
    seats = [one.contest.constituency for one in scope.results]
    nations = sorted({one.country for one in seats})
    regions = sorted({one.region for one in seats} - set(nations))
    areas = [*(nations if len(nations) > 1 else []), *regions]
    if len(areas) < 2:  # noqa: PLR2004 (nothing to compare)
        return None
    return Listing(
        wording.file_name("turnout by area", *scope.areas, str(scope.day.year)),
        (
            Column("Area"),
            Column("Turnout", Unit.SHARE),
            Column("With rejected", Unit.SHARE),
            Column("Electorate", Unit.COUNT),
            Column("Valid votes", Unit.COUNT),
            Column("Rejected", Unit.COUNT),
        ),
        tuple(_row(area, _within(catalogue, scope, area).polled) for area in areas),
    )


def _within(catalogue: Catalogue, scope: Scope, area: str) -> Count:
    if scope.everywhere:
        return catalogue.elections.counted(scope.day, (area,))
    return Count(inside(scope.results, [area]))


def _row(area: str, polled: Polled) -> tuple[Cell, ...]:
    return (
        area,
        polled.turnout_of_valid_votes,
        polled.turnout_of_all_ballots,
        polled.electorate,
        polled.valid_votes,
        polled.rejected,
    )
