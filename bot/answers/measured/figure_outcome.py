"""Hold or gain, for whom, from whom."""

from bot.answers import contest as contest_answer
from bot.answers import figures, placing
from bot.answers.lives.incumbency import won_until
from bot.answers.measured.inquiry import Inquiry, Told
from bot.elections.contest import ContestKind
from bot.questions.question import Measure

RULE = (
    "Hold and gain compare with the general election before, not with a by-election in between, "
    "as broadcasters and the House of Commons Library do."
)


def outcome(inquiry: Inquiry) -> Told:
    """Asked yes or no, the measure tells whether it was held, gained or lost; else: whether won.

    Of nobody in particular it is asked whether it was a gain, or whether it was a hold.
    """
    told = contest_answer.headline(inquiry.contest, inquiry.before)
    if not inquiry.names_somebody:
        hold = inquiry.asked.measure is Measure.HELD
        return Told(inquiry.answered(told, yes=inquiry.result.changes_hands is not hold))
    return Told(inquiry.answered(f"{_of_the_named(inquiry)}{told}", yes=_agrees(inquiry)))


def held_before(inquiry: Inquiry) -> bool:
    """Whether the seat was the named party's, or the named person had one until then."""
    if inquiry.asked.persons:
        person, polled_on = inquiry.asked.persons[0], inquiry.contest.polled_on
        return won_until(inquiry.catalogue, person, polled_on) is not None
    before = inquiry.before
    return before is not None and before.held_by.id in inquiry.asked.parties[:1]


def _agrees(inquiry: Inquiry) -> bool:
    """What is asked is so; `parties[1]`, where it is said, is from whom or to whom."""
    won = inquiry.contest.winner in inquiry.whom
    held, changes = held_before(inquiry), inquiry.result.changes_hands
    other = inquiry.asked.parties[1:2]
    match inquiry.asked.measure:
        case Measure.HELD:
            return won and (not changes or (held and bool(inquiry.asked.persons)))
        case Measure.GAINED:
            gained_from = inquiry.result.outcome.gained_from
            return won and gained_from is not None and (not other or gained_from.id == other[0])
        case Measure.LOST:
            lost = not won and (held or bool(inquiry.asked.persons))
            return lost and (not other or inquiry.contest.winner.party.id == other[0])
    return won


def _of_the_named(inquiry: Inquiry) -> str:
    """How they did, which the outcome alone tells only of a winning party."""
    contest, whom = inquiry.contest, inquiry.whom
    if not whom:
        return f"there was no {inquiry.name} candidate to hold the seat. "
    if contest.winner in whom and not inquiry.asked.persons:
        return ""
    showings = "; ".join(placing.showing(one, contest) for one in whom)
    if inquiry.asked.persons or contest.winner in whom:
        return f"{showings}. "
    return f"{showings}; {_held_or_not(inquiry)}. "


def _held_or_not(inquiry: Inquiry) -> str:
    """At the one election that is compared with: what came before that is another question."""
    before, held = inquiry.before, held_before(inquiry)
    if before is None:
        return "there is no earlier result to compare with"
    election = f"the general election before, of {figures.day(before.polled_on)}"
    if before.notional:
        verb = "would have won it" if held else "would not have won it"
        return f"by the notional result the party {verb} at {election}"
    return f"the party {'won' if held else 'did not win'} it at {election}"


def by_election_rule(inquiry: Inquiry) -> tuple[str, ...]:
    """Said where there was one in between, or this is one."""
    before, contest = inquiry.before, inquiry.contest
    if before is None:
        return ()
    codes = inquiry.catalogue.seats.codes_of_name(contest.constituency)
    between = any(
        before.polled_on < one.polled_on < contest.polled_on
        for one, kind in inquiry.catalogue.contests.ids_of_seats(codes)
        if kind is ContestKind.BY_ELECTION
    )
    return (RULE,) if between else ()
