"""Who held a seat in a certain year, with the votes by group where no more is known."""

from calendar import monthrange
from datetime import date

from bot.answers import figures, victory, wording
from bot.answers.past import before_2010
from bot.answers.past.groups_named import group_holder, group_of, holds
from bot.answers.past.timeline import Win
from bot.answers.past.told import Told, election, why_unsettled, with_member
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestKind
from bot.elections.past import PartyGroup, PastContest
from bot.questions.question import Measure, Question, WantedElection

_FIRST = date(1918, 12, 14)
_DECEMBER = 12
_BESIDE = 2  # elections before and after that are shown with one


def wanted_year(asked: Question) -> WantedElection | None:
    named = (*asked.elections, *([asked.election] if asked.election else []))
    return next((one for one in named if one.year or one.day), None)


def sentence(told: Told) -> str | None:
    """None where no year was named, or one that is still to come."""
    wanted = wanted_year(told.asked)
    if wanted is None:
        return None
    until = until_end_of(wanted)
    if until.year > _newest_year(told.catalogue):
        return None
    in_year = _in_year(told, wanted)
    if in_year:
        return _judged(told, in_year, " ".join(_won(told, one) for one in in_year))
    if until < _FIRST:
        return f"{told.name} in {until.year} is not in the data, which begin in 1918."
    return _without(told, wanted, until)


def _without(told: Told, wanted: WantedElection, until: date) -> str:
    """What is known of a year in which nobody was elected, or nobody whom the data know."""
    before = next((one for one in told.line.wins if one.polled_on <= until), None)
    if before is None or any(before.polled_on < day <= until for day in told.line.days):
        return f"{before_2010.remark(told, wanted)}{_absent(told, until)}"
    if before_2010.unknown(told, wanted):
        return f"{before_2010.remark(told, wanted)}{before_2010.beside(told, wanted)}"
    held = f"{told.name} in {until.year}: {with_member(before)}, elected at {election(before)}."
    if wanted.by_election:
        return f"There was no by-election in {told.name} {before_2010.when(wanted)}. {held}"
    # Whoever asks who won in a year without an election is told who held it.
    return _judged(told, [before], held) if told.asked.measure is Measure.HELD else held


def about(told: Told, otherwise: str) -> str:
    """What a title says beside the seat: the election or the year that was asked for."""
    wanted = wanted_year(told.asked)
    if wanted is None or sentence(told) is None:
        return otherwise
    in_year = _in_year(told, wanted)
    if in_year:
        return wording.listed([election(one).replace("the ", "", 1) for one in in_year])
    return before_2010.when(wanted).partition(" ")[2]


def around(told: Told) -> tuple[Win, ...]:
    """The wins of the year that was asked for with those beside them, or else all; newest first."""
    wanted, wins = wanted_year(told.asked), told.line.wins
    if wanted is None or sentence(told) is None:
        return wins
    in_year = [wins.index(one) for one in _in_year(told, wanted)]
    later = sum(one.polled_on > until_end_of(wanted) for one in wins)
    first, end = (min(in_year), max(in_year) + 1) if in_year else (later, later)
    return wins[max(0, first - _BESIDE) : end + _BESIDE]


def until_end_of(wanted: WantedElection) -> date:
    if wanted.day is not None:
        return wanted.day
    year, month = wanted.year or 0, wanted.month or _DECEMBER
    return date(year, month, monthrange(year, month)[1]) if year else date.min


def _newest_year(catalogue: Catalogue) -> int:
    return max(catalogue.contests.polling_days()).year


def _in_year(told: Told, wanted: WantedElection) -> list[Win]:
    """Oldest first."""
    return [
        one
        for one in reversed(told.line.wins)
        if wanted.suits(one.polled_on, is_by_election=one.kind is ContestKind.BY_ELECTION)
    ]


def _absent(told: Told, until: date) -> str:
    wins = told.line.wins
    if told.seat and told.seat.abolished and until > wins[0].polled_on:
        return f"{told.seat.name} was abolished in 2024; before, {_last(told)}."
    before = [f"last contested before at {election(one)}" for one in wins if one.polled_on < until]
    after = [f"first contested after at {election(one)}" for one in wins if one.polled_on > until]
    beside = wording.listed([*before[:1], *after[-1:]])
    return f"No seat of the name {told.name} is in the data for {until.year}; it was {beside}."


def _judged(told: Told, wins: list[Win], text: str) -> str:
    """With yes or no, where a party is asked about and who won is certain, and each time alike."""
    if not told.asked.yes_or_no or not told.asked.parties:
        return text
    party = told.catalogue.parties.by_id[told.asked.parties[0]]
    verdicts = {one.holder is not None and holds(one.holder, party) for one in wins}
    if len(verdicts) > 1 or any(one.holder is None for one in wins):
        return text
    return f"{'Yes' if verdicts.pop() else 'No'}: {text}"


def _won(told: Told, win: Win) -> str:
    """ "Bath, general election of …: Liberal Democrat (Don Foster) won; …"."""
    seat = win.seat if told.name not in {one.name for one in told.line.seats} else told.name
    about = f"{seat}, {election(win).removeprefix('the ')}"
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
