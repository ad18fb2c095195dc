"""How a majority changed, where whoever has it, or their party, had one before."""

from bot.answers import figures
from bot.answers.measured.changed import COUNTED, NOTHING, moved, notional, then, turned, whose
from bot.answers.measured.figure_margins import lead
from bot.answers.measured.figure_margins import majority as told_majority
from bot.answers.measured.inquiry import Inquiry, Told
from bot.answers.measured.own_earlier import OwnEarlier, last_won
from bot.answers.victory import majority as margin
from bot.elections import arithmetic
from bot.elections.contest import Baseline
from bot.elections.party import PartyKind


def majority(inquiry: Inquiry) -> Told:
    """On these boundaries where it is the same party's; of a person who changed it, their own."""
    contest, before = inquiry.contest, inquiry.before
    if inquiry.whom and contest.winner not in inquiry.whom:
        return told_majority(inquiry)
    own = last_won(inquiry)
    if before is not None and _is_same_holder(inquiry, before):
        return _against(inquiry, before, own)
    if own is not None:
        told = f"{_lead(inquiry, own.contest.majority)} {margin(own.contest)}, {own.when()}"
        return Told(turned(inquiry, told, contest.majority - own.contest.majority))
    return _another_holder(inquiry, before)


def _is_same_holder(inquiry: Inquiry, before: Baseline) -> bool:
    """Two independents are not one."""
    winner = inquiry.contest.winner
    if winner.party.kind is PartyKind.INDEPENDENT:
        return before.winner is not None and before.winner.id == winner.person.id
    return winner.party == before.held_by


def _lead(inquiry: Inquiry, ago: int) -> str:
    by = inquiry.contest.majority - ago
    return f"{lead(inquiry)}, {moved(by, figures.votes, COUNTED)}"


def _against(inquiry: Inquiry, before: Baseline, own: OwnEarlier | None) -> Told:
    by = inquiry.contest.majority - before.majority
    told = (
        f"{_lead(inquiry, before.majority)} {notional(before)}{_majority_before(before)} "
        f"{whose(inquiry, before.held_by, before)} {then(before)}"
    )
    is_that = own is not None and own.contest.polled_on == before.polled_on and not own.redrawn
    if own is not None and not is_that:
        name = inquiry.contest.winner.standing_as
        told = f"{told}. {name} had a majority of {margin(own.contest)} {own.when()}"
    # Whoever won there for the first time had none that could have changed, though the party had.
    unknown = bool(inquiry.asked.persons) and own is None
    return Told(turned(inquiry, told, None if unknown else by))


def _majority_before(before: Baseline) -> str:
    points = arithmetic.share(before.majority, before.total)
    number = figures.count(before.majority)
    return f"{number} ({figures.points(points)})" if points is not None else number


def _another_holder(inquiry: Inquiry, before: Baseline | None) -> Told:
    """Asked of nobody the two majorities are compared, whoever had them."""
    if before is None:
        return Told(f"{lead(inquiry)}; {NOTHING}")
    had = f"{before.held_by.name} had {notional(before) or 'a majority of '}"
    if inquiry.names_somebody:
        told = f"{lead(inquiry)}; {then(before)} {had}{_majority_before(before)}"
        return Told(turned(inquiry, told, None))
    told = (
        f"{_lead(inquiry, before.majority)} {notional(before)}{_majority_before(before)} "
        f"{whose(inquiry, before.held_by, before)} {then(before)}"
    )
    return Told(turned(inquiry, told, inquiry.contest.majority - before.majority))
