"""Who held a seat in a certain year, with the votes by group where no more is known."""

from datetime import date

from bot.answers import figures, victory, wording
from bot.answers.past.groups_named import group_holder, group_of, holds
from bot.answers.past.timeline import Win
from bot.answers.past.told import Told, election, why_unsettled, with_member
from bot.catalogue.catalogue import Catalogue
from bot.elections.past import PartyGroup, PastContest
from bot.questions.question import Question, WantedElection

_FIRST = date(1918, 12, 14)
_LAST_OF_YEAR = (12, 31)


def wanted_year(asked: Question) -> WantedElection | None:
    named = (*asked.elections, *([asked.election] if asked.election else []))
    return next((one for one in named if one.year or one.day), None)


def sentence(told: Told) -> str | None:
    """None where no year was named, or one that is still to come."""
    wanted = wanted_year(told.asked)
    if wanted is None:
        return None
    until = _until(wanted)
    if until.year > _newest_year(told.catalogue):
        return None
    in_year = [one for one in reversed(told.line.wins) if _fits(wanted, one)]
    if in_year:
        return _judged(told, in_year[-1], " ".join(_won(told, one) for one in in_year))
    before = next((one for one in told.line.wins if one.polled_on <= until), None)
    if before is None or any(before.polled_on < day <= until for day in told.line.days):
        return _absent(told, until)
    if before.past is not None and before.holder is None and not before.member:
        why = f"at {election(before)} {why_unsettled(before.past)}"
        return f"Who held {told.seat.name} in {until.year} is not certain: {why}."
    held = f"{told.seat.name} in {until.year}: {with_member(before)}, elected at {election(before)}"
    return _judged(told, before, f"{held}.")


def _until(wanted: WantedElection) -> date:
    return wanted.day or date(wanted.year or 0, *_LAST_OF_YEAR)


def _newest_year(catalogue: Catalogue) -> int:
    return max(catalogue.contests.polling_days()).year


def _fits(wanted: WantedElection, win: Win) -> bool:
    return wanted.suits(win.polled_on, is_by_election=win.kind != "general")


def _absent(told: Told, until: date) -> str:
    first, name = told.line.wins[-1].polled_on, told.line.seats[0].name
    if told.line.seats[0].abolished and until > told.line.wins[0].polled_on:
        return f"{name} was abolished in 2024; before, {_last(told)}."
    if until < _FIRST:
        return f"{told.seat.name} in {until.year} is not in the data, which begin in 1918."
    return (
        f"No seat of the name {told.seat.name} is in the data for {until.year}; its elections "
        f"there begin on {figures.day(first)}."
    )


def _judged(told: Told, win: Win, text: str) -> str:
    """With yes or no, where a party is asked about and the winner is certain."""
    if not told.asked.yes_or_no or not told.asked.parties or win.holder is None:
        return text
    party = told.catalogue.parties.by_id[told.asked.parties[0]]
    return f"{'Yes' if holds(win.holder, party) else 'No'}: {text}"


def _won(told: Told, win: Win) -> str:
    """ "Bath, general election of …: Liberal Democrat (Don Foster) won; …"."""
    about = f"{told.seat.name}, {election(win).removeprefix('the ')}"
    if win.contest is not None:
        return f"{about}: {win.holder.name if win.holder else ''}, {victory.victory(win.contest)}."
    if win.past is None:
        return f"{about}."
    if win.holder is None:
        return (
            f"{about}: who won is not certain, since {why_unsettled(win.past)}{_votes(win.past)}."
        )
    unopposed = " unopposed" if win.past.unopposed else ""
    return (
        f"{about}: {with_member(win)} won{unopposed}{_votes(win.past)}{_of_party(told, win.past)}."
    )


def _last(told: Told) -> str:
    """ "Conservative (Greg Smith) won the general election of 12 December 2019"."""
    win = told.line.wins[0]
    return f"{with_member(win)} won {election(win)}"


def _votes(past: PastContest) -> str:
    """ "; votes by group: Liberal 26,169 (48.5%), …", nothing where nobody was opposed."""
    told = []
    for group, votes in past.votes:
        share = past.share(group)
        portion = f" ({figures.percent(share)})" if share is not None else ""
        told.append(f"{_name(group, past)} {figures.count(votes)}{portion}")
    return f"; votes by group: {wording.listed(told)}" if told else ""


def _name(group: PartyGroup, past: PastContest) -> str:
    return "others" if group is PartyGroup.OTHERS else group_holder(group, past).name


def _of_party(told: Told, past: PastContest) -> str:
    """That a party which was asked about is not told apart."""
    parties = told.asked.parties
    if not parties or group_of(parties[0]) is not PartyGroup.OTHERS:
        return ""
    name = told.catalogue.parties.by_id[parties[0]].name
    return f"; {name} would be among the others" if past.votes else ""
