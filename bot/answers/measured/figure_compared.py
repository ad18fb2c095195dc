"""How turnout, electorate, votes and shares changed since the general election before."""

from bot.answers import figures, placing
from bot.answers.measured.changed import (
    COUNTED,
    MEASURED,
    NOTHING,
    moved,
    notional,
    then,
    turned,
    whose,
)
from bot.answers.measured.figure_ballots import earlier_contest
from bot.answers.measured.figure_votes import change, changed, why_not_compared
from bot.answers.measured.inquiry import Inquiry, Told
from bot.answers.measured.own_earlier import OwnEarlier, last_fought
from bot.catalogue.estimates import estimated_electorate
from bot.elections import arithmetic
from bot.elections.contest import Contest


def turnout(inquiry: Inquiry) -> Told:
    """Like with like: rejected ballots count only where both numbers are known."""
    before, contest, earlier = inquiry.before, inquiry.contest, earlier_contest(inquiry)
    how, now = "", arithmetic.turnout_of_all_ballots(contest)
    ago = arithmetic.turnout_of_all_ballots(earlier) if earlier else None
    if now is None or ago is None:
        how, now = " counting valid votes only", arithmetic.turnout_of_valid_votes(contest)
        ago = _valid_turnout_before(inquiry, earlier)
    if now is None or ago is None or before is None:
        return Told(f"How turnout in {inquiry.seat} changed is not known: {NOTHING}")
    told = (
        f"turnout in {inquiry.seat} was {figures.percent(now)}{how}, "
        f"{moved(now - ago, figures.points, MEASURED)} "
        f"{notional(before)}{figures.percent(ago)} {then(before)}"
    )
    return Told(turned(inquiry, told, now - ago))


def _valid_turnout_before(inquiry: Inquiry, earlier: Contest | None) -> float | None:
    if earlier is not None:
        return arithmetic.turnout_of_valid_votes(earlier)
    electors = _electorate_before(inquiry)
    return arithmetic.share(inquiry.before.total, electors) if inquiry.before and electors else None


def electorate(inquiry: Inquiry) -> Told:
    before, now, ago = inquiry.before, inquiry.contest.electorate, _electorate_before(inquiry)
    if before is None or now is None or ago is None:
        return Told(f"How the electorate of {inquiry.seat} changed is not known: {NOTHING}")
    told = (
        f"{figures.count(now)} people were registered to vote in {inquiry.seat}, "
        f"{moved(now - ago, figures.count, COUNTED)} "
        f"{notional(before)}{figures.count(ago)} {then(before)}"
    )
    return Told(turned(inquiry, told, now - ago))


def _electorate_before(inquiry: Inquiry) -> int | None:
    earlier, before = earlier_contest(inquiry), inquiry.before
    if earlier is not None:
        return earlier.electorate
    if before is None or not before.notional:
        return None
    code = inquiry.contest.constituency.code
    return estimated_electorate(inquiry.catalogue.connection, code, before.polled_on)


def votes(inquiry: Inquiry) -> Told:
    """A person's with those of their own last contest there, a party's with the party's."""
    own = last_fought(inquiry) if inquiry.whom else None
    if own is not None:
        return _own_votes(inquiry, own)
    before = inquiry.before
    if not inquiry.whom:
        return _all_votes(inquiry)
    party = inquiry.whom[0].party
    ago = before.votes.get(party) if before and party.comparable else None
    if before is None or not ago:
        why = why_not_compared(inquiry, inquiry.whom[0])
        return Told(f"{_got(inquiry)}; {why}")
    by = sum(one.votes for one in inquiry.whom) - ago
    told = (
        f"{_got(inquiry)}, {moved(by, figures.count, COUNTED)} {notional(before)}"
        f"{figures.count(ago)} {whose(inquiry, party, before)} {then(before)}"
    )
    # Whoever stood for the first time has no votes of before, though the party has.
    return Told(turned(inquiry, told, None if inquiry.asked.persons else by))


def _got(inquiry: Inquiry) -> str:
    """Of several candidates of one party all together."""
    first, *others = inquiry.whom
    if not others:
        return f"{placing.named(first)} got {placing.got(first, inquiry.contest)}"
    number = figures.votes(sum(one.votes for one in inquiry.whom))
    return f"the {len(inquiry.whom)} {first.party.name} candidates got {number} together"


def _all_votes(inquiry: Inquiry) -> Told:
    now, before = inquiry.contest.valid_votes, inquiry.before
    counted = f"{figures.votes(now)} were counted in {inquiry.seat}"
    if before is None:
        return Told(f"{counted}; {NOTHING}")
    told = (
        f"{counted}, {moved(now - before.total, figures.count, COUNTED)} "
        f"{notional(before)}{figures.count(before.total)} {then(before)}"
    )
    return Told(turned(inquiry, told, now - before.total))


def _own_votes(inquiry: Inquiry, own: OwnEarlier) -> Told:
    by = inquiry.whom[0].votes - own.candidacy.votes
    told = (
        f"{_got(inquiry)}, {moved(by, figures.count, COUNTED)} "
        f"{placing.got(own.candidacy, own.contest)}, {own.when()}"
    )
    return Told(turned(inquiry, told, by))


def share(inquiry: Inquiry) -> Told:
    own = last_fought(inquiry) if inquiry.whom else None
    if own is None and not inquiry.asked.persons:
        return change(inquiry)
    first = inquiry.whom[0]
    now = arithmetic.share(first.votes, inquiry.contest.valid_votes)
    if own is None or own.share is None or now is None:
        return Told(changed(inquiry, first))
    by = now - own.share
    told = (
        f"{_got(inquiry)}, {moved(by, figures.points, MEASURED)} "
        f"{placing.got(own.candidacy, own.contest)}, {own.when()}"
    )
    return Told(turned(inquiry, told, by))
