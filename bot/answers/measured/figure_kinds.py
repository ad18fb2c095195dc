"""The kinds of figures of a contest, and what else of it goes with each."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers.measured import (
    figure_ballots,
    figure_compared,
    figure_majority_compared,
    figure_margins,
    figure_outcome,
    figure_rivals,
    figure_votes,
)
from bot.answers.measured.inquiry import Inquiry, Told
from bot.questions.question import Measure

# Facts that the whole result tells in its headline.
RESULT_FACT, OUTCOME_FACT = "Result", "Outcome"
_COUNTED = frozenset({"votes", "party", "day"})
_COMPARED = frozenset({"change", "outcome", "votes", "party", "day"})


@dataclass(frozen=True, slots=True)
class FigureKind:
    """`label` stands in a title, `related` are labels of facts of the whole result.

    `subjects` are those of the contest's notes that concern it; `compared` says that by-elections
    in between do, too.
    """

    tell: Callable[[Inquiry], Told]
    label: str
    related: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset({"day"})
    compared: bool = False


OUTCOME = FigureKind(
    figure_outcome.outcome,
    "Hold or gain",
    ("Before", "Swing", "Turnout"),
    _COMPARED,
    compared=True,
)
_WINNER = FigureKind(
    figure_votes.winner,
    "Winner",
    (OUTCOME_FACT, "Before", "Turnout", "Swing"),
    _COUNTED,
    compared=True,
)
KINDS = {
    Measure.WINNER: _WINNER,
    Measure.WON: _WINNER,
    Measure.BEAT: FigureKind(figure_rivals.beat, "Rivals", ("Majority", "Turnout"), _COUNTED),
    Measure.PLACE: FigureKind(figure_votes.place, "Places", ("Majority", "Turnout"), _COUNTED),
    Measure.VOTES: FigureKind(figure_votes.votes, "Votes", ("Majority", "Turnout"), _COUNTED),
    Measure.SHARE: FigureKind(figure_votes.share, "Shares", ("Majority", "Turnout"), _COUNTED),
    Measure.CHANGE: FigureKind(
        figure_votes.change, "Changes of share", ("Swing", "Before"), _COMPARED, compared=True
    ),
    Measure.MAJORITY: FigureKind(
        figure_margins.majority,
        "Majority",
        ("Before", "Turnout", "Swing"),
        _COUNTED | {"majority"},
        compared=True,
    ),
    Measure.CLOSENESS: FigureKind(
        figure_margins.closeness,
        "The margin",
        ("Before", "Turnout"),
        _COUNTED | {"majority"},
        compared=True,
    ),
    Measure.SWING: FigureKind(
        figure_margins.swing, "Swing", ("Majority", "Before"), _COMPARED, compared=True
    ),
    Measure.OUTCOME: OUTCOME,
    Measure.HELD: OUTCOME,
    Measure.GAINED: OUTCOME,
    Measure.LOST: OUTCOME,
    Measure.TURNOUT: FigureKind(
        figure_ballots.turnout, "Turnout", ("Rejected ballots", RESULT_FACT)
    ),
    Measure.ELECTORATE: FigureKind(
        figure_ballots.electorate, "Electorate", ("Turnout", RESULT_FACT)
    ),
    Measure.BALLOTS: FigureKind(
        figure_ballots.ballots, "People who voted", ("Electorate", "Turnout", RESULT_FACT), _COUNTED
    ),
    Measure.REJECTED: FigureKind(
        figure_ballots.rejected, "Rejected ballots", ("Turnout", RESULT_FACT)
    ),
    Measure.DEPOSITS: FigureKind(figure_ballots.deposits, "Deposits", (RESULT_FACT,), _COUNTED),
    Measure.DECLARED: FigureKind(figure_ballots.declared, "Declaration", (RESULT_FACT,)),
    Measure.CANDIDATES: FigureKind(
        figure_votes.candidates, "Candidates", ("Turnout", "Lost deposits"), _COUNTED
    ),
}
# The same figures, asked how they changed since the election before.
COMPARED = {
    Measure.MAJORITY: FigureKind(
        figure_majority_compared.majority,
        "Majority",
        ("Before", "Turnout", "Swing"),
        _COMPARED | {"majority"},
        compared=True,
    ),
    Measure.VOTES: FigureKind(
        figure_compared.votes, "Votes", ("Majority", "Turnout"), _COMPARED, compared=True
    ),
    Measure.SHARE: FigureKind(
        figure_compared.share, "Shares", ("Swing", "Before"), _COMPARED, compared=True
    ),
    Measure.TURNOUT: FigureKind(figure_compared.turnout, "Turnout", ("Turnout", RESULT_FACT)),
    Measure.ELECTORATE: FigureKind(
        figure_compared.electorate, "Electorate", ("Turnout", RESULT_FACT)
    ),
}
