"""What is said of a party at one general election, figure by figure."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers import figures, wording
from bot.answers.national import party_seats
from bot.answers.national.showing import Showing
from bot.elections.party import Party
from bot.questions.question import Measure, Order


@dataclass(frozen=True, slots=True)
class Said:
    """`holds` is the answer where it was asked whether there was any; None where it was no such
    question."""

    sentence: str
    holds: bool | None


def headline(measure: Measure, of: Showing, other: Party | None = None) -> Said:
    """`other` is from whom seats were gained, to whom they were lost, or who came first."""
    if measure in _WITH_ANOTHER:
        return _WITH_ANOTHER[measure](of, other)
    return _SENTENCES.get(measure, _everything)(of)


def _seats(of: Showing) -> Said:
    sentence = f"{of.name} won {of_all(of, of.tally.seats)} {of.scope.at}{net(of)}."
    return Said(sentence, of.tally.seats > 0)


def of_all(of: Showing, seats: int) -> str:
    """ "411 of 650 seats", "none of the 57 seats", "200 of the 312 seats declared so far"."""
    total = figures.count(len(of.scope.results))
    counted = f"the {total} seats declared so far" if of.scope.partial else f"{total} seats"
    if seats:
        return f"{figures.count(seats)} of {counted}"
    return f"none of {counted if of.scope.partial else f'the {counted}'}"


def net(of: Showing) -> str:
    """ ", a net gain of 30 on 2015 (232 seats)"; nothing for those who are no party.

    The seats before are those that add up with it: of a notional result, where it is against one.
    """
    own, year = of.tally, _year_before(of)
    nothing = not (own.seats or own.gained or own.lost)
    if not of.party.comparable or year is None or nothing:
        return ""
    verb = "gain" if own.net > 0 else "loss"
    told = f"a net {verb} of {abs(own.net)}" if own.net else "no net change"
    on = f"the notional result of {year}" if of.scope.notional else str(year)
    return f", {told} on {on}{_held_then(of)}"


def _held_then(of: Showing) -> str:
    if of.seats_before is None:
        return ""
    if of.scope.partial:
        return f" ({of.seats_before or 'none'} of these seats)"
    return f" ({seats_or_none(of.seats_before)})"


def seats_or_none(count: int) -> str:
    return wording.seats(count) if count else "no seats"


def _year_before(of: Showing) -> int | None:
    day = of.scope.compared_with
    return day.year if day else None


def _votes(of: Showing) -> Said:
    sentence = f"{of.name} won {figures.votes(of.tally.votes)} {of.scope.at}{_part(of)}."
    return Said(sentence, None)


def _part(of: Showing) -> str:
    """ ", 33.7% of all"."""
    if of.share is None:
        return ""
    there = "" if of.scope.everywhere else " there"
    return f", {figures.percent(of.share)} of all{there}{' so far' if of.scope.partial else ''}"


def _share(of: Showing) -> Said:
    if of.share is None:
        return _votes(of)
    part = f"{figures.percent(of.share)} of the votes"
    then = ""
    if of.change is not None and of.share_before is not None:
        earlier = f"{figures.percent(of.share_before)} in {_year_before(of)}"
        then = f", {figures.change(of.change)} points on {earlier}"
    sentence = f"{of.name} won {part} {of.scope.at}{then} ({figures.votes(of.tally.votes)})."
    return Said(sentence, None)


def _change(of: Showing, order: Order = Order.MOST) -> Said:
    if of.share is None or of.change is None or of.share_before is None:
        sentence = (
            f"There is no earlier share to compare with. {wording.capital(_share(of).sentence)}"
        )
        return Said(sentence, None)
    verb = "rose" if of.change > 0 else "fell"
    sentence = (
        f"{wording.possessive(wording.whole(of.party))} share of the votes {verb} by "
        f"{figures.points(of.change)} ({figures.change(of.change)}) {of.scope.at}: "
        f"{figures.percent(of.share_before)} in {_year_before(of)}, "
        f"{figures.percent(of.share)} in {of.scope.day.year}."
    )
    return Said(sentence, of.change > 0 if order is Order.MOST else of.change < 0)


def did_it_fall(of: Showing) -> Said:
    return _change(of, Order.LEAST)


def _candidates(of: Showing) -> Said:
    number = wording.number(of.tally.candidates, "candidate")
    total = figures.count(len(of.scope.results))
    sentence = f"{of.name} had {number} {of.scope.at}, which has {total} seats."
    if of.scope.everywhere:
        sentence = f"{of.name} had {number} for {total} seats {of.scope.at}."
    return Said(sentence, of.tally.candidates > 0)


def _seconds(of: Showing, winner: Party | None) -> Said:
    if winner is None:
        seats = of.tally.seconds
        return Said(f"{of.name} came second in {of_all(of, seats)} {of.scope.at}.", seats > 0)
    seats = len(party_seats.rows(Measure.SECONDS, of.scope.results, of.party, winner))
    told = f"came second to {wording.whole(winner)} in {seats_or_none(seats)}"
    return Said(f"{of.name} {told} {of.scope.at}{_so_far(of)}.", seats > 0)


def _deposits(of: Showing) -> Said:
    lost, all_of_them = of.tally.lost_deposits, of.tally.candidates
    deposits = wording.number(all_of_them, "deposit")
    told = f"{figures.count(lost)} of {deposits}" if lost else f"none of {deposits}"
    return Said(f"{of.name} lost {told} {of.scope.at}.", lost > 0)


def _held(of: Showing) -> Said:
    """Whether "its seats" were held is told only where it was all of them, or none."""
    seats, lost = len(party_seats.held(of.scope.results, of.party)), of.tally.lost
    sentence = f"{of.name} held {wording.seats(seats)} and lost {lost} {of.scope.at}{_so_far(of)}."
    return Said(sentence, bool(seats) if not (seats and lost) else None)


def _outcome(of: Showing) -> Said:
    own = of.tally
    held = len(party_seats.held(of.scope.results, of.party))
    sentence = (
        f"{of.name} held {held}, gained {own.gained} and lost {wording.seats(own.lost)} "
        f"{of.scope.at}{net(of)}."
    )
    return Said(sentence, own.lost == 0 if held or own.lost else None)


def _everything(of: Showing) -> Said:
    change = f" ({figures.change(of.change)})" if of.change is not None else ""
    sentence = (
        f"{of.name} won {of_all(of, of.tally.seats)} {of.scope.at}{net(of)}, "
        f"with {figures.votes(of.tally.votes)}{_part(of)}{change}."
    )
    return Said(sentence, None)


def _gained(of: Showing, loser: Party | None) -> Said:
    flows = {
        one.loser: one.seats
        for one in of.scope.count.gains
        if one.gainer.id == of.party.id and (loser is None or one.loser.id == loser.id)
    }
    return _moved(of, "gained", "from", flows, loser)


def _lost(of: Showing, winner: Party | None) -> Said:
    flows = {
        one.gainer: one.seats
        for one in of.scope.count.gains
        if one.loser.id == of.party.id and (winner is None or one.gainer.id == winner.id)
    }
    return _moved(of, "lost", "to", flows, winner)


def _moved(
    of: Showing, verb: str, joint: str, flows: dict[Party, int], other: Party | None
) -> Said:
    seats = sum(flows.values())
    number = seats_or_none(seats)
    whom = f" {joint} {wording.whole(other)}" if other else ""
    parts = [f"{count} {joint} {wording.whole(party)}" for party, count in flows.items()]
    told = f": {wording.listed(parts)}" if parts and not other else ""
    sentence = f"{of.name} {verb} {number}{whom} {of.scope.at}{_so_far(of)}{told}."
    return Said(sentence if other else f"{sentence}{_in_all(of, verb)}", seats > 0)


def _in_all(of: Showing, verb: str) -> str:
    """What became of the seats the other way; nothing if none did."""
    own = of.tally
    other, number = ("Lost", own.lost) if verb == "gained" else ("Gained", own.gained)
    return f" {other}: {number}; net change: {wording.signed(own.net)}." if number else ""


def _so_far(of: Showing) -> str:
    return " so far" if of.scope.partial else ""


_SENTENCES: dict[Measure, Callable[[Showing], Said]] = {
    Measure.SEATS: _seats,
    Measure.WON: _seats,
    Measure.VOTES: _votes,
    Measure.SHARE: _share,
    Measure.CHANGE: _change,
    Measure.CANDIDATES: _candidates,
    Measure.DEPOSITS: _deposits,
    Measure.HELD: _held,
    Measure.OUTCOME: _outcome,
}
_WITH_ANOTHER: dict[Measure, Callable[[Showing, Party | None], Said]] = {
    Measure.GAINED: _gained,
    Measure.LOST: _lost,
    Measure.SECONDS: _seconds,
}
