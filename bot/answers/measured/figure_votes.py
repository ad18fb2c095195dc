"""Who won, who came where, votes, shares and their changes, and who stood."""

from bot.answers import contest as contest_answer
from bot.answers import figures, party_then, placing
from bot.answers.measured.inquiry import Inquiry, Told
from bot.answers.victory import majority, victory
from bot.elections import arithmetic
from bot.elections.contest import Candidacy, Contest
from bot.elections.party import PartyKind
from bot.questions.question import Order


def winner(inquiry: Inquiry) -> Told:
    """Asked yes or no, whether whoever is named won; of two parties it is asked which."""
    contest, whom = inquiry.contest, inquiry.whom
    claimed = bool(whom) and (inquiry.party is None or len(inquiry.asked.parties) == 1)
    if not whom or contest.winner in whom:
        return Told(inquiry.answered(won(contest), yes=True if claimed else None))
    told = f"{_showings(inquiry)}. {won(contest)}"
    if inquiry.party is not None:
        told = f"{contest_answer.headline(contest, inquiry.before)}. {_showings(inquiry)}"
    return Told(inquiry.answered(told, yes=False if claimed else None))


def won(contest: Contest) -> str:
    """With votes, share and majority; a tie and who stood alone have words of their own."""
    if contest.runner_up is None or contest.majority == 0:
        return victory(contest)
    return (
        f"{placing.named(contest.winner)} won with "
        f"{placing.got(contest.winner, contest)}, a majority of {majority(contest)} over "
        f"{placing.named(contest.runner_up)}"
    )


def place(inquiry: Inquiry) -> Told:
    """Who came where; -1 is the last. Without a place, where the named candidate came."""
    contest, number = inquiry.contest, inquiry.asked.place
    if not number:
        return Told(_showings(inquiry)) if inquiry.whom else candidates(inquiry)
    stood = len(contest.candidacies)
    index = number - 1 if number > 0 else stood + number
    if not 0 <= index < stood:
        few = f"{_number(stood)} stood in {inquiry.seat}, so nobody came {_wanted_place(number)}"
        return Told(inquiry.answered(few, yes=False))
    there = contest.candidacies[index]
    told = _at(there, contest, last=number < 0)
    if not inquiry.whom:
        return Told(inquiry.answered(told, yes=None))
    if there in inquiry.whom:
        return Told(inquiry.answered(placing.showing(there, contest), yes=True))
    return Told(inquiry.answered(f"{_showings(inquiry)}. {told}", yes=False))


def _at(there: Candidacy, contest: Contest, *, last: bool) -> str:
    """How far behind, too: whoever asks who came second asks by how much."""
    told = placing.showing(there, contest)
    if there is contest.winner or last:
        return told
    return f"{told}, {placing.behind(there, contest)} behind {placing.named(contest.winner)}"


def _wanted_place(number: int) -> str:
    return placing.ordinal(number) if number > 0 else f"{placing.ordinal(-number)} from last"


def votes(inquiry: Inquiry) -> Told:
    contest = inquiry.contest
    if inquiry.whom:
        told = "; ".join(
            f"{placing.named(one)} got {placing.got(one, contest)}, and "
            f"{placing.came(one, contest)}"
            for one in inquiry.whom
        )
        return Told(inquiry.answered(told, yes=_got_as_asked(inquiry)))
    counted = f"{figures.votes(contest.valid_votes)} were counted. {won(contest)}"
    yes = inquiry.meets(contest.valid_votes)
    return Told(inquiry.answered(counted, yes=yes), standings=contest.candidacies)


def _got_as_asked(inquiry: Inquiry) -> bool | None:
    """Of several candidates of one party all together."""
    number = sum(one.votes for one in inquiry.whom)
    return inquiry.meets(number, arithmetic.share(number, inquiry.contest.valid_votes))


def share(inquiry: Inquiry) -> Told:
    contest = inquiry.contest
    if not inquiry.whom:
        return Told(won(contest), standings=contest.candidacies)
    told = "; ".join(
        f"{placing.named(one)} got {_share(one, contest)} ({figures.votes(one.votes)}), and "
        f"{placing.came(one, contest)}"
        for one in inquiry.whom
    )
    return Told(inquiry.answered(told, yes=_got_as_asked(inquiry)))


def _share(one: Candidacy, contest: Contest) -> str:
    part = arithmetic.share(one.votes, contest.valid_votes)
    return f"{figures.percent(part)} of the valid votes" if part is not None else "no votes"


def change(inquiry: Inquiry) -> Told:
    """Of share. Asked yes or no, the question is whether it rose, or with LEAST: fell."""
    if not inquiry.whom:
        return _changes(inquiry)
    told = "; ".join(changed(inquiry, one) for one in inquiry.whom)
    by = arithmetic.change(inquiry.whom[0], inquiry.contest, inquiry.before)
    if by is None:
        return Told(told)
    yes = by < 0 if inquiry.asked.order is Order.LEAST else by > 0
    return Told(inquiry.answered(told, yes=yes))


def changed(inquiry: Inquiry, one: Candidacy) -> str:
    """ "Paul Waugh (Labour Co-op) got 32.8%, down 18.0 points from a notional 50.8% …"."""
    contest, before = inquiry.contest, inquiry.before
    now = arithmetic.share(one.votes, contest.valid_votes)
    then = arithmetic.share_before(one.party, before)
    by = arithmetic.change(one, contest, before)
    said = f"{placing.named(one)} got {figures.percent(now)}" if now is not None else ""
    if by is None or then is None or before is None:
        return f"{said or placing.named(one)}; {why_not_compared(inquiry, one)}"
    notional = "a notional " if before.notional else ""
    boundaries = " on these boundaries" if before.notional else ""
    return (
        f"{said}, {_moved(by)} {notional}{figures.percent(then)} for "
        f"{party_then.of_then(inquiry.catalogue, one.party, before.polled_on)} at the "
        f"general election of {figures.day(before.polled_on)}{boundaries}"
    )


def _moved(by: float) -> str:
    if by == 0:
        return "just as much as"
    return f"{'up' if by > 0 else 'down'} {figures.points(by)} from"


def why_not_compared(inquiry: Inquiry, one: Candidacy) -> str:
    before = inquiry.before
    if one.party.kind is PartyKind.SPEAKER:
        return "a Speaker's share is not compared, since the main parties do not oppose the Speaker"
    if one.party.kind is PartyKind.INDEPENDENT:
        return "independents are no party, so there is no earlier share to compare with"
    if before is None:
        return "there is no earlier result to compare with"
    if before.notional:
        return (
            f"the notional result of {before.polled_on.year} on these boundaries gives "
            f"{one.party.name} no share to compare with"
        )
    return f"{one.party.name} did not stand here in {before.polled_on.year}"


def _changes(inquiry: Inquiry) -> Told:
    """The largest rise and the largest fall, with all the others below."""
    contest = inquiry.contest
    found = [
        (by, one)
        for one in contest.candidacies
        if (by := arithmetic.change(one, contest, inquiry.before)) is not None
    ]
    if not found:
        nothing = f"Nothing can be compared in {inquiry.seat}"
        return Told(
            f"{nothing}: {why_not_compared(inquiry, contest.winner)}",
            standings=contest.candidacies,
        )
    most = max(found, key=lambda pair: pair[0])
    least = min(found, key=lambda pair: pair[0])
    parts = [
        f"The largest {word}: {changed(inquiry, one)}"
        for word, (by, one) in (("rise", most), ("fall", least))
        if (by > 0) == (word == "rise") and by
    ]
    return Told(". ".join(parts) or "No share changed", standings=contest.candidacies)


def candidates(inquiry: Inquiry) -> Told:
    contest = inquiry.contest
    if inquiry.whom:
        told = "; ".join(_stood(one, inquiry) for one in inquiry.whom)
        yes = inquiry.meets(len(inquiry.whom)) if inquiry.asked.limit else True
        return Told(inquiry.answered(told, yes=yes))
    number = len(contest.candidacies)
    stood = f"{_number(number)} stood in {inquiry.seat}. {won(contest)}"
    return Told(inquiry.answered(stood, yes=inquiry.meets(number)), standings=contest.candidacies)


def _stood(one: Candidacy, inquiry: Inquiry) -> str:
    contest = inquiry.contest
    return (
        f"{placing.named(one)} stood in {inquiry.seat} and {placing.came(one, contest)} with "
        f"{placing.got(one, contest)}"
    )


def _showings(inquiry: Inquiry) -> str:
    return "; ".join(placing.showing(one, inquiry.contest) for one in inquiry.whom)


def _number(of: int) -> str:
    return "1 candidate" if of == 1 else f"{of} candidates"
