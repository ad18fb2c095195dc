"""What a map shows, in words: of one seat, and of the whole."""

from bot.answers import naming
from bot.answers.mapped import classes
from bot.answers.mapped.plan import Plan, Shown
from bot.elections.party import Party
from bot.elections.result import ContestResult


def of_seat(plan: Plan, result: ContestResult, party: Party | None) -> str:
    """ "Labour", "Labour gain from Conservative", "62.1%", "did not stand"."""
    if plan.shown is Shown.WINNER:
        return naming.party(result.contest.winner)
    if plan.shown in {Shown.GAINS, Shown.LOSSES}:
        return naming.outcome(result.outcome)
    scale = classes.scale(plan.shown, party)
    value = scale.value(result.contest) if scale else None
    if scale is None or value is None:
        return scale.missing if scale else ""
    return scale.told(value)


def title(plan: Plan, name: str) -> str:
    """ "Winners", "Labour gains"; `name` is what the party of the plan is called."""
    return _TITLES_OF[plan.shown].format(name) if plan.party else _TITLES[plan.shown]


def unit(plan: Plan, name: str) -> str:
    """What is shown, in which unit."""
    return _UNITS_OF[plan.shown].format(name) if plan.party else _UNITS[plan.shown]


_TITLES = {
    Shown.WINNER: "Winners",
    Shown.GAINS: "Gains",
    Shown.MAJORITY: "Majorities",
    Shown.TURNOUT: "Turnout",
}
_TITLES_OF = {
    Shown.GAINS: "{} gains",
    Shown.LOSSES: "{} losses",
    Shown.MAJORITY: "Majorities in {} seats",
    Shown.TURNOUT: "Turnout in {} seats",
    Shown.SHARE: "{} share",
}
_UNITS = {
    Shown.WINNER: "Party that won each constituency",
    Shown.GAINS: "Party that gained a constituency from another",
    Shown.MAJORITY: "Majority in each constituency, in points of the valid votes",
    Shown.TURNOUT: "Turnout in each constituency: valid votes over electorate",
}
_UNITS_OF = {
    Shown.GAINS: "{} gains from other parties",
    Shown.LOSSES: "{} losses: party that gained the seat",
    Shown.MAJORITY: "Majorities in {} seats, in points of the valid votes",
    Shown.TURNOUT: "Turnout in {} seats: valid votes over electorate",
    Shown.SHARE: "{}: share of the valid votes in each constituency",
}
