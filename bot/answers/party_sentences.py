"""What is said of a party at one general election, figure by figure."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers import figures, party_seats, wording
from bot.answers.showing import Showing
from bot.elections.party import Party
from bot.questions.question import Measure, Order


@dataclass(frozen=True, slots=True)
class Said:
    """`holds` is the answer where it was asked whether there was any; None where it was no such
    question."""

    sentence: str
    holds: bool | None


def headline(measure: Measure, of: Showing, other: Party | None = None) -> Said:
    """`other` is from whom seats were gained or to whom they were lost."""
    if measure in _WITH_ANOTHER:
        return _WITH_ANOTHER[measure](of, other)
    return _SENTENCES.get(measure, _everything)(of)


def _name(of: Showing) -> str:
    return wording.whole(of.party)


def _seats(of: Showing) -> Said:
    sentence = f"{_name(of)} won {_of_all(of, of.tally.seats)} {of.scope.at}{net(of)}."
    return Said(sentence, of.tally.seats > 0)


def _of_all(of: Showing, seats: int) -> str:
    """ "411 of 650 seats", "none of the 57 seats", "200 of the 312 seats declared so far"."""
    total = figures.count(len(of.scope.results))
    counted = f"the {total} seats declared so far" if of.scope.partial else f"{total} seats"
    if seats:
        return f"{figures.count(seats)} of {counted}"
    return f"none of {counted if of.scope.partial else f'the {counted}'}"


def net(of: Showing) -> str:
    """ ", a net gain of 30 on 2015 (232 then)"; nothing for those who are no party.

    Against a notional result the seats that were won then do not add up, so it is named.
    """
    own, year = of.tally, _year_before(of)
    nothing = not (own.seats or own.gained or own.lost)
    if not of.party.comparable or year is None or nothing:
        return ""
    verb = "gain" if own.net > 0 else "loss"
    told = f"a net {verb} of {abs(own.net)}" if own.net else "no net change"
    on = f"the notional result of {year}" if of.scope.notional else str(year)
    then = "" if of.seats_before is None else f" ({of.seats_before} won then)"
    return f", {told} on {on}{then}"


def _year_before(of: Showing) -> int | None:
    day = of.scope.compared_with
    return day.year if day else None


def _votes(of: Showing) -> Said:
    sentence = f"{_name(of)} won {figures.votes(of.tally.votes)} {of.scope.at}{_part(of)}."
    return Said(sentence, of.tally.votes > 0)


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
    sentence = f"{_name(of)} won {part} {of.scope.at}{then} ({figures.votes(of.tally.votes)})."
    return Said(sentence, of.tally.votes > 0)


def _change(of: Showing, order: Order = Order.MOST) -> Said:
    if of.share is None or of.change is None or of.share_before is None:
        sentence = (
            f"There is no earlier share to compare with. {wording.capital(_share(of).sentence)}"
        )
        return Said(sentence, None)
    verb = "rose" if of.change > 0 else "fell"
    sentence = (
        f"{wording.possessive(_name(of))} share of the votes {verb} by "
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
    sentence = f"{_name(of)} had {number} {of.scope.at}, which has {total} seats."
    if of.scope.everywhere:
        sentence = f"{_name(of)} had {number} for {total} seats {of.scope.at}."
    return Said(sentence, of.tally.candidates > 0)


def _seconds(of: Showing) -> Said:
    seats = of.tally.seconds
    told = f"came second in {_of_all(of, seats)}"
    return Said(f"{_name(of)} {told} {of.scope.at}.", seats > 0)


def _deposits(of: Showing) -> Said:
    lost, all_of_them = of.tally.lost_deposits, of.tally.candidates
    deposits = wording.number(all_of_them, "deposit")
    told = f"{figures.count(lost)} of {deposits}" if lost else f"none of {deposits}"
    return Said(f"{_name(of)} lost {told} {of.scope.at}.", lost > 0)


def _held(of: Showing) -> Said:
    seats = len(party_seats.held(of.scope.results, of.party))
    return Said(f"{_name(of)} held {wording.seats(seats)} {of.scope.at}.", seats > 0)


def _outcome(of: Showing) -> Said:
    own = of.tally
    held = len(party_seats.held(of.scope.results, of.party))
    sentence = (
        f"{_name(of)} held {held}, gained {own.gained} and lost {wording.seats(own.lost)} "
        f"{of.scope.at}{net(of)}."
    )
    return Said(sentence, own.lost == 0)


def _everything(of: Showing) -> Said:
    change = f" ({figures.change(of.change)})" if of.change is not None else ""
    sentence = (
        f"{_name(of)} won {_of_all(of, of.tally.seats)} {of.scope.at}{net(of)}, "
        f"with {figures.votes(of.tally.votes)}{_part(of)}{change}."
    )
    return Said(sentence, of.tally.seats > 0)


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
    number = wording.seats(seats) if seats else "no seats"
    whom = f" {joint} {wording.whole(other)}" if other else ""
    parts = [f"{count} {joint} {wording.whole(party)}" for party, count in flows.items()]
    told = f": {wording.listed(parts)}" if parts and not other else ""
    so_far = " so far" if of.scope.partial else ""
    return Said(f"{_name(of)} {verb} {number}{whom} {of.scope.at}{so_far}{told}.", seats > 0)


_SENTENCES: dict[Measure, Callable[[Showing], Said]] = {
    Measure.SEATS: _seats,
    Measure.WON: _seats,
    Measure.VOTES: _votes,
    Measure.SHARE: _share,
    Measure.CHANGE: _change,
    Measure.CANDIDATES: _candidates,
    Measure.SECONDS: _seconds,
    Measure.DEPOSITS: _deposits,
    Measure.HELD: _held,
    Measure.OUTCOME: _outcome,
}
_WITH_ANOTHER: dict[Measure, Callable[[Showing, Party | None], Said]] = {
    Measure.GAINED: _gained,
    Measure.LOST: _lost,
}
