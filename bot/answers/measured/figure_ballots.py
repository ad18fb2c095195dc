"""Who could vote, who did, what was counted and when."""

from bot.answers import contest as contest_answer
from bot.answers import figures, placing
from bot.answers.measured.inquiry import Inquiry, Told
from bot.answers.reply import Fact
from bot.elections import arithmetic
from bot.elections.contest import Candidacy, Contest, ContestKind
from bot.questions.question import Order

_DEPOSIT = "A deposit is lost with no more than one twentieth (5%) of the valid votes."


def turnout(inquiry: Inquiry) -> Told:
    contest = inquiry.contest
    told = _turnout(contest)
    if told is None:
        return Told(f"The electorate of {inquiry.seat} is not known, and so neither is turnout")
    before = earlier_contest(inquiry)
    earlier = _turnout(before) if before else None
    facts = (
        (Fact(f"General election of {figures.day(before.polled_on)}", earlier),)
        if before and earlier
        else ()
    )
    told = f"turnout in {inquiry.seat} was {told}"
    return Told(
        inquiry.answered(told, yes=inquiry.meets(None, usual_turnout(contest))), facts=facts
    )


def usual_turnout(contest: Contest) -> float | None:
    """With rejected ballots, where their number is known."""
    everything = arithmetic.turnout_of_all_ballots(contest)
    return arithmetic.turnout_of_valid_votes(contest) if everything is None else everything


def _turnout(contest: Contest) -> str | None:
    """ "67.5%: 49,205 of 72,852 electors (67.3% counting valid votes only)"."""
    valid = arithmetic.turnout_of_valid_votes(contest)
    if valid is None or contest.electorate is None:
        return None
    everything, ballots = arithmetic.turnout_of_all_ballots(contest), arithmetic.ballots(contest)
    electors = f"{figures.count(contest.electorate)} electors"
    if everything is None or ballots is None:
        counted = f"{figures.percent(valid)} of valid votes"
        return f"{counted}: {figures.count(contest.valid_votes)} of {electors}"
    return (
        f"{figures.percent(everything)}: {figures.count(ballots)} of {electors} "
        f"({figures.percent(valid)} counting valid votes only)"
    )


def earlier_contest(inquiry: Inquiry) -> Contest | None:
    """The general election before, where it was on the same boundaries."""
    before, seat = inquiry.before, inquiry.contest.constituency
    if before is None or before.notional:
        return None
    kept = inquiry.catalogue.seats.unchanged_predecessor(seat.code)
    codes = [seat.code, *([kept.code] if kept else [])]
    found = (
        one
        for one, kind in inquiry.catalogue.contests.ids_of_seats(codes)
        if kind is ContestKind.GENERAL and one.polled_on == before.polled_on
    )
    chosen = next(found, None)
    return inquiry.catalogue.contests.get(chosen) if chosen else None


def electorate(inquiry: Inquiry) -> Told:
    electors = inquiry.contest.electorate
    if electors is None:
        return Told(f"The electorate of {inquiry.seat} is not known")
    told = f"{figures.count(electors)} people were registered to vote in {inquiry.seat}"
    return Told(inquiry.answered(told, yes=inquiry.meets(electors)))


def ballots(inquiry: Inquiry) -> Told:
    contest = inquiry.contest
    voted, valid = arithmetic.ballots(contest), figures.votes(contest.valid_votes)
    if voted is None or contest.rejected_votes is None:
        told = f"{valid} were counted as valid in {inquiry.seat}"
        return Told(f"{told}; how many ballots were rejected was not published")
    rejected = figures.count(contest.rejected_votes)
    told = (
        f"{figures.count(voted)} people voted in {inquiry.seat}: "
        f"{figures.count(contest.valid_votes)} valid votes and {rejected} rejected ballots"
    )
    return Told(inquiry.answered(told, yes=inquiry.meets(voted)))


def rejected(inquiry: Inquiry) -> Told:
    contest = inquiry.contest
    number, voted = contest.rejected_votes, arithmetic.ballots(contest)
    if number is None or voted is None:
        return Told(f"How many ballots were rejected in {inquiry.seat} was not published")
    part = arithmetic.share(number, voted)
    of_all = f", {figures.percent(part)} of the {figures.count(voted)} cast" if part else ""
    were = "ballot was" if number == 1 else "ballots were"
    told = f"{figures.count(number)} {were} rejected in {inquiry.seat}{of_all}"
    yes = inquiry.meets(number, part) if inquiry.asked.limit else number > 0
    return Told(inquiry.answered(told, yes=yes))


def deposits(inquiry: Inquiry) -> Told:
    """Asked yes or no, the question is whether a deposit was lost, or with LEAST: kept.

    Of nobody in particular it is then whether everybody kept it.
    """
    contest = inquiry.contest
    lost = [one for one in contest.candidacies if _loses(one, contest)]
    needed = figures.votes(arithmetic.votes_to_keep_deposit(contest.valid_votes))
    if inquiry.whom:
        told = "; ".join(_deposit(one, contest) for one in inquiry.whom)
        sentence = inquiry.answered(
            f"{told}. It took {needed} to keep one",
            yes=any((one in lost) is not _kept(inquiry) for one in inquiry.whom),
        )
        return Told(sentence, notes=(_DEPOSIT,))
    stood = len(contest.candidacies)
    number = f"{len(lost)} of {stood} candidates" if lost else f"none of {stood} candidates"
    return Told(
        inquiry.answered(
            f"{number} lost a deposit in {inquiry.seat}. It took {needed} to keep one",
            yes=bool(lost) is not _kept(inquiry),
        ),
        notes=(_DEPOSIT,),
        standings=tuple(lost),
    )


def _kept(inquiry: Inquiry) -> bool:
    """Whether it is asked who kept one."""
    return inquiry.asked.order is Order.LEAST


def _loses(one: Candidacy, contest: Contest) -> bool:
    return arithmetic.loses_deposit(one.votes, contest.valid_votes)


def _deposit(one: Candidacy, contest: Contest) -> str:
    verb = "lost" if _loses(one, contest) else "kept"
    return f"{placing.named(one)} {verb} the deposit with {placing.got(one, contest)}"


def declared(inquiry: Inquiry) -> Told:
    """Asked yes or no, whether it has declared: it has, or there would be no contest to tell of."""
    contest = inquiry.contest
    known = contest_answer.declared(contest)
    if known and contest.declared_at is not None:
        # The day is always said here: the night goes past midnight.
        day = figures.day(contest.declared_at.date())
        time = known[0].value.partition(" on ")[0]
        return Told(inquiry.answered(_at(inquiry.seat, time, day), yes=True))
    told = f"{inquiry.seat} declared, at a time that is not in Teller's data"
    return Told(inquiry.answered(told, yes=True), notes=_untimed(contest))


def _untimed(contest: Contest) -> tuple[str, ...]:
    if contest.kind is ContestKind.GENERAL:
        return ()
    return ("Teller has times of declaration for general elections only.",)


def _at(seat: str, time: str, day: str) -> str:
    """ "Bath declared about 03:26, on 5 July 2024 (not sure)"."""
    clock, doubt, _ = time.partition(" (not sure)")
    return f"{seat} declared {clock} on {day}{doubt}"
