"""What a map shows, in words: of one seat, and of the whole."""

from bot.answers import naming, wording
from bot.answers.mapped import classes
from bot.answers.mapped.plan import Plan, Shown
from bot.elections.party import Party
from bot.elections.result import ContestResult


def of_seat(plan: Plan, result: ContestResult, party: Party | None) -> str:
    """ "Labour", "Labour gain from Conservative", "62.1%", "did not stand"."""
    if plan.shown is Shown.WINNER:
        return naming.party(result.contest.winner)
    if plan.shown is Shown.GAINS:
        return naming.outcome(result.outcome)
    scale = classes.scale(plan.shown, party)
    value = scale.value(result.contest) if scale else None
    if scale is None or value is None:
        return scale.missing if scale else ""
    return scale.told(value)


def title(plan: Plan, name: str) -> str:
    """ "Winners", "Labour's share"; `name` is what the party of the share is called."""
    if plan.shown is Shown.SHARE:
        return f"{wording.possessive(name)} share"
    return _TITLES[plan.shown]


def unit(plan: Plan, name: str) -> str:
    """What is shown, in which unit."""
    if plan.shown is Shown.SHARE:
        return f"{name}: share of the valid votes in each constituency"
    return _UNITS[plan.shown]


_TITLES = {
    Shown.WINNER: "Winners",
    Shown.GAINS: "Gains",
    Shown.MAJORITY: "Majorities",
    Shown.TURNOUT: "Turnout",
}
_UNITS = {
    Shown.WINNER: "Party that won each constituency",
    Shown.GAINS: "Party that gained a constituency from another",
    Shown.MAJORITY: "Majority in each constituency, in points of the valid votes",
    Shown.TURNOUT: "Turnout in each constituency: valid votes over electorate",
}
