"""By what seats and candidates are ranked, and how that is said."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, victory, wording
from bot.answers.national import seat_columns as column
from bot.answers.national.seat_columns import Field
from bot.elections import arithmetic, scores, tally
from bot.elections.contest import Candidacy, Contest
from bot.elections.result import ContestResult
from bot.questions.question import Measure

_Told = Callable[[ContestResult, Candidacy], str]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """`most` and `least` are what stands first in either order, as one and as several.

    `scores` gives a value for the seat, or one for each candidacy where `of_candidates`; None is
    not known. `told` says the value with what it takes to understand it.
    """

    most: tuple[str, str]
    least: tuple[str, str]
    scores: scores.Scores
    told: _Told
    fields: tuple[Field, ...]
    of_candidates: bool = False


def _victory(result: ContestResult, winner: Candidacy) -> str:
    """ "Ann Able (Labour) won by 1,234 votes (3.1 points)"."""
    name = winner.standing_as
    return f"{_who(winner)}{victory.victory(result.contest).removeprefix(name)}"


def _who(one: Candidacy) -> str:
    return f"{one.standing_as} ({naming.party(one)})"


def _turnout(result: ContestResult, _: Candidacy) -> str:
    """What it is ranked by comes first."""
    valid = arithmetic.turnout_of_valid_votes(result.contest)
    everything = arithmetic.turnout_of_all_ballots(result.contest)
    told = [f"{figures.percent(valid)} of valid votes"] if valid is not None else []
    if everything is not None:
        told.append(f"{figures.percent(everything)} with rejected ballots")
    return ", ".join(told)


def _with_votes(result: ContestResult, one: Candidacy) -> str:
    share = arithmetic.share(one.votes, result.contest.valid_votes)
    part = f" ({figures.percent(share)})" if share is not None else ""
    return f"{_who(one)} with {figures.votes(one.votes)}{part}"


def _with_share(result: ContestResult, one: Candidacy) -> str:
    share = arithmetic.share(one.votes, result.contest.valid_votes)
    return f"{_who(one)} with {figures.percent(share or 0)} ({figures.votes(one.votes)})"


def _with_change(result: ContestResult, one: Candidacy) -> str:
    change = arithmetic.change(one, result.contest, result.before)
    share = arithmetic.share(one.votes, result.contest.valid_votes)
    return f"{_who(one)}, {figures.change(change or 0)} points to {figures.percent(share or 0)}"


def _swing(result: ContestResult, _: Candidacy) -> str:
    return " ".join(fact.value for fact in contest_answer.swing(result.contest, result.before))


def _declared(result: ContestResult, _: Candidacy) -> str:
    return " ".join(fact.value for fact in contest_answer.declared(result.contest))


def _counted(value: Callable[[Contest], int | None], one: str) -> _Told:
    return lambda result, _: wording.number(value(result.contest) or 0, one)


def _number_of(
    what: str, value: Callable[[Contest], int | None], one: str, *fields: Field
) -> Yardstick:
    return Yardstick(
        (f"largest number of {what}", f"Most {what}"),
        (f"smallest number of {what}", f"Fewest {what}"),
        scores.of_seat(value),
        _counted(value, one),
        fields,
    )


_RESULT = (column.SEAT, column.MP, column.PARTY)
_STOOD = (column.SEAT, column.CANDIDATE, column.PARTY)
OF_SEATS: dict[Measure, Yardstick] = {
    Measure.MAJORITY: Yardstick(
        ("largest majority", "Largest majorities"),
        ("smallest majority", "Smallest majorities"),
        scores.of_seat(scores.majority),
        _victory,
        (*_RESULT, column.MAJORITY, column.LEAD),
    ),
    Measure.CLOSENESS: Yardstick(
        ("widest lead", "Widest leads"),
        ("narrowest lead", "Narrowest leads"),
        scores.of_seat(tally.lead),
        _victory,
        (*_RESULT, column.LEAD, column.MAJORITY),
    ),
    Measure.TURNOUT: Yardstick(
        ("highest turnout", "Highest turnouts"),
        ("lowest turnout", "Lowest turnouts"),
        scores.of_seat(arithmetic.turnout_of_valid_votes),
        _turnout,
        (column.SEAT, column.TURNOUT, column.ALL_BALLOTS, column.ELECTORATE, column.WON_BY),
    ),
    Measure.SHARE: Yardstick(
        ("highest winning share", "Highest winning shares"),
        ("lowest winning share", "Lowest winning shares"),
        scores.of_seat(scores.winning_share),
        _with_share,
        (*_RESULT, column.SHARE, column.VOTES),
    ),
    Measure.SWING: Yardstick(
        ("biggest swing", "Biggest swings"),
        ("smallest swing", "Smallest swings"),
        scores.swings,
        _swing,
        (column.SEAT, column.SWING_FROM, column.SWING_TO, column.SWING, column.OUTCOME),
    ),
    Measure.ELECTORATE: Yardstick(
        ("largest electorate", "Largest electorates"),
        ("smallest electorate", "Smallest electorates"),
        scores.of_seat(lambda contest: contest.electorate),
        _counted(lambda contest: contest.electorate, "elector"),
        (column.SEAT, column.ELECTORATE, column.TURNOUT, column.WON_BY),
    ),
    Measure.DECLARED: Yardstick(
        ("last declaration", "Last declarations"),
        ("first declaration", "First declarations"),
        scores.of_seat(scores.after_polling_day),
        _declared,
        (column.SEAT, column.DECLARED, column.CERTAINTY, column.OUTCOME),
    ),
    Measure.CANDIDATES: _number_of(
        "candidates",
        lambda contest: len(contest.candidacies),
        "candidate",
        column.SEAT,
        column.CANDIDATES,
        column.WON_BY,
    ),
    Measure.REJECTED: _number_of(
        "rejected ballots",
        lambda contest: contest.rejected_votes,
        "rejected ballot",
        column.SEAT,
        column.REJECTED,
        column.VALID_VOTES,
    ),
    Measure.BALLOTS: _number_of(
        "ballots cast",
        tally.ballots,
        "ballot",
        column.SEAT,
        column.BALLOTS,
        column.REJECTED,
        column.ELECTORATE,
    ),
    Measure.DEPOSITS: _number_of(
        "lost deposits",
        tally.lost_deposits,
        "lost deposit",
        column.SEAT,
        column.DEPOSITS,
        column.CANDIDATES,
        column.WON_BY,
    ),
}
OF_CANDIDATES: dict[Measure, Yardstick] = {
    Measure.VOTES: Yardstick(
        ("highest vote", "Highest votes"),
        ("lowest vote", "Lowest votes"),
        scores.votes,
        _with_votes,
        (*_STOOD, column.VOTES, column.SHARE),
        of_candidates=True,
    ),
    Measure.SHARE: Yardstick(
        ("highest share", "Highest shares"),
        ("lowest share", "Lowest shares"),
        scores.shares,
        _with_share,
        (*_STOOD, column.SHARE, column.VOTES, column.PLACE),
        of_candidates=True,
    ),
    Measure.CHANGE: Yardstick(
        ("biggest rise in share", "Biggest rises in share"),
        ("biggest fall in share", "Biggest falls in share"),
        scores.changes,
        _with_change,
        (*_STOOD, column.CHANGE, column.SHARE, column.PLACE),
        of_candidates=True,
    ),
}


def yardstick(measure: Measure, *, of_party: bool) -> Yardstick | None:
    """None for what seats cannot be ranked by. A party's own candidates count for its shares."""
    if of_party and measure in OF_CANDIDATES:
        return OF_CANDIDATES[measure]
    return OF_SEATS.get(measure) or OF_CANDIDATES.get(measure)
