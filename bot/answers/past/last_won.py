"""When a party last won a seat, and when it last did not."""

from bot.answers import figures, victory, wording
from bot.answers.past import boundaries
from bot.answers.past.groups_named import group_of, holds
from bot.answers.past.then import sentence
from bot.answers.past.timeline import Win, new_in_2024
from bot.answers.past.told import Told, election, runs_listing, with_member
from bot.answers.reply import Reply
from bot.elections.party import Party
from bot.elections.past import PartyGroup
from bot.text import fold


def answer(told: Told, party: Party) -> Reply:
    wins = [one for one in told.line.wins if one.holder and holds(one.holder, party)]
    return told.reply(
        f"{party.name} wins, {told.span()}",
        sentence(told) or _headline(told, party, wins),
        listing=runs_listing(told, f"holders-{party.id}"),
        notes=tuple(_notes(told, party, wins)),
        past=told.line.past,
    )


def _headline(told: Told, party: Party, wins: list[Win]) -> str:
    words = fold(told.asked.asked).split()
    judged = told.asked.yes_or_no and "never" not in words
    if not wins:
        never = _never(told, party)
        return f"No: {never}" if judged else wording.capital(never)
    sentences = f"{_last(told, party, wins)}{_first_won(told, party, wins)}"
    if not judged:
        return wording.capital(sentences)
    # "Has it always been Labour" and "has it ever been" name the same things.
    always = "always" in words
    return f"{'No' if always and len(wins) < len(told.line.wins) else 'Yes'}: {sentences}"


def _last(told: Told, party: Party, wins: list[Win]) -> str:
    win = wins[0]
    at = told.line.wins.index(win)
    run = next(one for one in told.line.runs if win in one.wins)
    several = len(run.wins) > 1
    start = f"{wording.whole(party)} last won {told.name} at {election(win)}{_how(win, party)}"
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
    then = _how(wins[-1], party) if wins[-1].past else ""
    return f" First win in the data: {election(wins[-1])}{then}."


def _how(win: Win, party: Party) -> str:
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


def _never(told: Told, party: Party) -> str:
    return (
        f"{wording.whole(party)} did not win {told.name} at any election in the data whose "
        f"winner is certain, since {_first(told)}."
    )


def _first(told: Told) -> int:
    return told.line.wins[-1].polled_on.year


def _notes(told: Told, party: Party, wins: list[Win]) -> list[str]:
    notes = []
    if wins:
        times = {1: "once", 2: "twice"}.get(len(wins), f"{figures.count(len(wins))} times")
        name = wording.capital(wording.whole(party))
        notes.append(f"{name} won it {times} in all, of {len(told.line.wins)} elections.")
    if new_in_2024(told.line):
        notes += boundaries.parts_before(told)
    if told.line.past and group_of(party.id) is PartyGroup.OTHERS:
        counted = f"Before 1997 the data count {wording.whole(party)} among the others"
        notes.append(f"{counted}, so earlier wins would not be seen.")
    return notes
