"""When a party last won a seat, and when it last did not."""

from bot.answers import figures, victory
from bot.answers.past import boundaries
from bot.answers.past.groups_named import group_of
from bot.answers.past.timeline import Win, new_in_2024
from bot.answers.past.told import Told, election, runs_listing, with_member
from bot.answers.reply import Reply
from bot.elections.party import Party, PartyKind
from bot.elections.past import PartyGroup


def answer(told: Told, party: Party) -> Reply:
    wins = [one for one in told.line.wins if _is_of(one, party)]
    sentence = _last(told, party, wins) if wins else _never(told, party)
    yes_or_no = ("Yes: " if wins else "No: ") if told.asked.yes_or_no else ""
    return told.reply(
        f"{party.name} wins, {told.span()}",
        f"{yes_or_no}{sentence}",
        listing=runs_listing(told, f"holders-{party.id}"),
        notes=tuple(_notes(told, party, wins)),
        past=told.line.past,
    )


def _is_of(win: Win, party: Party) -> bool:
    if win.holder is None:
        return False
    if party.kind is PartyKind.INDEPENDENT:
        return win.holder.key.startswith(f"{party.id}:")
    return win.holder.key == party.id


def _last(told: Told, party: Party, wins: list[Win]) -> str:
    win, name = wins[0], told.seat.name
    at = told.line.wins.index(win)
    start = f"{party.name} last won {name} at {election(win)}{_how(win, party)}"
    if at:
        return f"{start}; {_won(told.line.wins[at - 1])}"
    missed = next((one for one in told.line.wins if not _is_of(one, party)), None)
    if missed is None:
        return f"{start}, and at every election in the data since {_first(told)}."
    return f"{start}. The last election that it did not win was {election(missed)}{_lost(missed)}."


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


def _lost(missed: Win) -> str:
    if missed.holder is None:
        return ", whose winner is not certain"
    return f" ({', '.join([missed.holder.name] + [missed.member] * bool(missed.member))})"


def _never(told: Told, party: Party) -> str:
    return (
        f"{party.name} has not won {told.seat.name} at any election in the data whose winner is "
        f"certain, which begin in {_first(told)}."
    )


def _first(told: Told) -> int:
    return told.line.wins[-1].polled_on.year


def _notes(told: Told, party: Party, wins: list[Win]) -> list[str]:
    notes = []
    if wins:
        times = {1: "once", 2: "twice"}.get(len(wins), f"{figures.count(len(wins))} times")
        notes.append(f"{party.name} won it {times} in all, of {len(told.line.wins)} elections.")
    if new_in_2024(told.line):
        notes += boundaries.parts_before(told.catalogue, told.seat)
    if told.line.past and group_of(party.id) is PartyGroup.OTHERS:
        notes.append(
            f"Before 1997 the data count {party.name} among the others, so earlier wins would not "
            "be seen."
        )
    return notes
