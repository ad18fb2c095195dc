"""How far apart the first two were, and how that compares with before."""

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, placing
from bot.answers.measured.figure_votes import changed, why_not_compared
from bot.answers.measured.inquiry import Inquiry, Told
from bot.answers.reply import Fact
from bot.answers.sketch import Sketch, SketchKind
from bot.answers.victory import majority as margin
from bot.answers.victory import victory
from bot.elections import arithmetic
from bot.elections.contest import Candidacy, ContestKind
from bot.questions.question import Order


def majority(inquiry: Inquiry) -> Told:
    """Only the winner has one: nothing that is asked of another's is so."""
    contest = inquiry.contest
    if inquiry.whom and contest.winner not in inquiry.whom:
        told = "; ".join(_without(one, inquiry) for one in inquiry.whom)
        fell = inquiry.asked.compared and inquiry.asked.order is Order.LEAST
        yes = None if fell else False
        return Told(inquiry.answered(told, yes=yes), facts=_last_majority(inquiry))
    points = arithmetic.share(contest.majority, contest.valid_votes)
    return Told(inquiry.answered(lead(inquiry), yes=inquiry.meets(contest.majority, points)))


def lead(inquiry: Inquiry) -> str:
    contest = inquiry.contest
    if contest.runner_up is None or contest.majority == 0:
        return victory(contest)
    return (
        f"{placing.named(contest.winner)} had a majority of {margin(contest, 'votes')} over "
        f"{placing.named(contest.runner_up)}"
    )


def _without(one: Candidacy, inquiry: Inquiry) -> str:
    contest = inquiry.contest
    return (
        f"{placing.named(one)} had no majority, but {placing.came(one, contest)}, "
        f"{placing.behind(one, contest)} behind {placing.named(contest.winner)}, who won"
    )


def _last_majority(inquiry: Inquiry) -> tuple[Fact, ...]:
    """Of a person who lost: the one won before, wherever that was."""
    contests = inquiry.catalogue.contests
    for person in inquiry.asked.persons[:1]:
        for one, _ in contests.ids_of_person(person):
            earlier = contests.get(one) if one.polled_on < inquiry.contest.polled_on else None
            if earlier is not None and earlier.winner.person.id == person:
                return (Fact("Majority before", f"{margin(earlier)}, {naming.title(earlier)}"),)
    return ()


def closeness(inquiry: Inquiry) -> Told:
    """How close it was, in numbers alone: what is close is for the reader to say."""
    contest = inquiry.contest
    loser = next((one for one in inquiry.whom if one is not contest.winner), None)
    if loser and contest.winner not in inquiry.whom:
        told = (
            f"{placing.showing(loser, contest)}, {placing.behind(loser, contest)} behind "
            f"{placing.named(contest.winner)}"
        )
        return Told(told, facts=_rank(inquiry))
    if contest.runner_up is None or contest.majority == 0:
        return Told(victory(contest))
    told = (
        f"{placing.named(contest.winner)} won by {margin(contest, 'votes')}. "
        f"{placing.named(contest.runner_up)} came 2nd"
    )
    return Told(told, facts=_rank(inquiry))


def _rank(inquiry: Inquiry) -> tuple[Fact, ...]:
    """Counted from the nearer end of all majorities in votes at that general election."""
    contest, elections = inquiry.contest, inquiry.catalogue.elections
    if contest.kind is ContestKind.GENERAL:
        others = elections.general(contest.polled_on)
        of = f"{len(others)} majorities at this general election"
    else:
        others = elections.by_elections()
        of = f"{len(others)} majorities at by-elections since 2010"
    smaller = sum(one.contest.majority < contest.majority for one in others)
    larger = sum(one.contest.majority > contest.majority for one in others)
    rank = _counted(smaller, "smallest") if smaller <= larger else _counted(larger, "largest")
    return (Fact("Rank of the majority", f"the {rank} of {of}"),)


def _counted(before_it: int, end: str) -> str:
    return f"{placing.ordinal(before_it + 1)} {end}" if before_it else end


def swing(inquiry: Inquiry) -> Told:
    contest, before = inquiry.contest, inquiry.before
    found = contest_answer.swing(contest, before)
    aside = _not_of_the_first_two(inquiry)
    if not found or before is None:
        return Told(f"No swing is told in {inquiry.seat}: {_why_no_swing(inquiry)}{aside}")
    then = f"the general election of {figures.day(before.polled_on)}"
    since = f"the notional result of {then} on these boundaries" if before.notional else then
    return Told(
        f"The swing in {inquiry.seat} was {found[0].value}, between the first two and since "
        f"{since}{aside}",
        notes=("Swing: half the sum of one party's rise and the other's fall in share (Butler).",),
        sketch=Sketch(SketchKind.SWING, str(contest.id)),
    )


def _not_of_the_first_two(inquiry: Inquiry) -> str:
    """A party further down has no part in the swing, but its share may have changed."""
    if not inquiry.whom or set(inquiry.whom) & set(inquiry.contest.candidacies[:2]):
        return ""
    return f". {changed(inquiry, inquiry.whom[0])}"


def _why_no_swing(inquiry: Inquiry) -> str:
    contest, before = inquiry.contest, inquiry.before
    if contest.runner_up is None:
        return "there was only one candidate"
    first_two = contest.candidacies[:2]
    alone = next(
        (one for one in first_two if arithmetic.change(one, contest, before) is None), None
    )
    if alone is None:
        return "the first two were of one party"
    return (
        f"{placing.named(alone)} was one of the first two, and {why_not_compared(inquiry, alone)}"
    )
