"""When a party last won a seat, and when it last did not."""

from bot.answers import figures, victory, wording
from bot.answers.past import boundaries
from bot.answers.past.groups_named import LIBERALS, OTHERS, group_of, holds
from bot.answers.past.then import about, around, sentence
from bot.answers.past.timeline import Run, Win, new_in_2024
from bot.answers.past.told import Told, election, runs_listing, with_member
from bot.answers.reply import Reply
from bot.elections.party import Party
from bot.elections.past import PartyGroup
from bot.questions.question import Span
from bot.text import fold

_LIBERALS = (
    "Liberals, the Liberal–SDP Alliance of 1983 and 1987 and Liberal Democrats count as one here."
)
_SDP = "social-democratic-party"
_ALLIANCE = "In 1983 and 1987 the SDP counts with the Liberals, as the Liberal–SDP Alliance."
_ALWAYS = {"been", "continuously", "had", "held", "represented", "remained", "stayed"}
_EVER = {"ever", "elected", "win", "won"}
# A yes to these would be about something else than a win.
_OTHERWISE = set(
    "never not without lose lost loses losing gain gained change changed stop stopped until last "
    "first only".split()
)
_MOST_RUNS = 10


def answer(told: Told, party: Party) -> Reply:
    wins = [one for one in told.line.wins if one.holder and holds(one.holder, party)]
    return told.reply(
        about(told, f"{party.name} wins, {told.span()}"),
        sentence(told) or _headline(told, party, wins),
        listing=runs_listing(told, f"holders-{party.id}", shown(told)),
        notes=tuple(notes(told, party, wins)),
        past=told.line.past,
    )


def shown(told: Told) -> list[Run]:
    """The newest runs, or those around the year that was asked for."""
    days = {one.polled_on for one in around(told)}
    runs = [run for run in told.line.runs if days.intersection(one.polled_on for one in run.wins)]
    return runs[:_MOST_RUNS]


def _headline(told: Told, party: Party, wins: list[Win]) -> str:
    verdict = _verdict(told, party, wins)
    start = "" if verdict is None else ("Yes: " if verdict else "No: ")
    if not wins:
        text = never(told, party)
    else:
        text = f"{_last(told, party, wins)}{_first_won(told, party, wins)}"
    return f"{start}{text}" if start else wording.capital(text)


def _verdict(told: Told, party: Party, wins: list[Win]) -> bool | None:
    """Whether the party ever or always won it, in the years that were named if any were.

    None where neither was asked, or where somebody won of whom the data are not certain.
    """
    words, span = set(fold(told.asked.asked).split()), told.asked.span
    if not told.asked.yes_or_no or words & _OTHERWISE:
        return None
    inside = [one for one in told.line.wins if span is None or _lies_in(span, one)]
    own = [one for one in inside if one in wins]
    certain = not any(may_be(one, party) for one in inside)
    if "ever" not in words and ("always" in words or (span is not None and words & _ALWAYS)):
        return len(own) == len(inside) if certain or len(own) < len(inside) else None
    if not words & (_EVER | {"been"}) and span is not None:
        return None
    return bool(own) if own or certain else None


def may_be(win: Win, party: Party) -> bool:
    """Whether the data do not tell if that party won: small ones are others before 1997."""
    if win.holder is None:
        return True
    return win.holder.key == OTHERS and group_of(party.id) is PartyGroup.OTHERS


def _lies_in(span: Span, win: Win) -> bool:
    year = win.polled_on.year
    return (span.first or year) <= year <= (span.last or year)


def _last(told: Told, party: Party, wins: list[Win]) -> str:
    win = wins[0]
    at = told.line.wins.index(win)
    run = next(one for one in told.line.runs if win in one.wins)
    several = len(run.wins) > 1
    start = f"{wording.whole(party)} last won {told.name} at {election(win)}{how(win, party)}"
    if at:
        began = f", having won {told.every(run)}" if several else ""
        return f"{start}{began}; {_won(told.line.wins[at - 1])}"
    older = next((one for one in told.line.wins if one.polled_on < run.first.polled_on), None)
    began = f", and won {told.every(run)}" if several else ""
    return f"{start}{began}{f'; before that {_won(older)}' if older else '.'}"


def _first_won(told: Told, party: Party, wins: list[Win]) -> str:
    """The oldest win, where the sentence does not have it already."""
    run = next(one for one in told.line.runs if wins[0] in one.wins)
    if wins[-1] in run.wins:
        return ""
    then = how(wins[-1], party) if wins[-1].past else ""
    return f" First win in the data: {election(wins[-1])}{then}."


def how(win: Win, party: Party) -> str:
    """ " (Ann Able, by 1,234 votes)", or the name that the party's group had then."""
    contest = win.contest
    if contest is not None:
        told = f", by {victory.majority(contest, 'votes')}" if contest.majority else ""
        return f" ({win.member}{told})"
    then = win.holder.name if win.holder else party.name
    told = ", ".join([win.member] * bool(win.member) + [f"as {then}"] * (then != party.name))
    return f" ({told})" if told else ""


def _won(newer: Win) -> str:
    if newer.holder is None:
        return f"who won {election(newer)} is not certain in the data."
    return f"{with_member(newer)} won {election(newer)}."


def never(told: Told, party: Party) -> str:
    return (
        f"{wording.whole(party)} did not win {told.name} at any election in the data whose "
        f"winner is certain, since {_first(told)}."
    )


def _first(told: Told) -> int:
    return told.line.wins[-1].polled_on.year


def notes(told: Told, party: Party, wins: list[Win]) -> list[str]:
    told_of = []
    if wins:
        times = {1: "once", 2: "twice"}.get(len(wins), f"{figures.count(len(wins))} times")
        name = wording.capital(wording.whole(party))
        told_of.append(f"{name} won it {times} in all, of {len(told.line.wins)} elections.")
    if new_in_2024(told.line):
        told_of += boundaries.parts_before(told)
    if told.line.past and party.id == LIBERALS:
        told_of.append(_LIBERALS)
    if told.line.past and party.id == _SDP:
        told_of.append(_ALLIANCE)
    elif group_of(party.id) is PartyGroup.OTHERS and any(
        may_be(one, party) for one in told.line.wins
    ):
        counted = f"Before 1997 the data count {wording.whole(party)} among the others"
        told_of.append(f"{counted}, so earlier wins would not be seen.")
    return told_of
