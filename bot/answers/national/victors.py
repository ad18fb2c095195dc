"""Who won an election: the most seats, and whether more than all others together."""

from dataclasses import dataclass

from bot.answers import figures, wording
from bot.answers.national.scope import Scope
from bot.answers.reply import Fact
from bot.elections import house
from bot.elections.house import SINN_FEIN
from bot.elections.party import Party, PartyKind
from bot.elections.tally import PartyTally

OVERALL_NOTE = (
    "An overall majority is more seats than all others together; its size is the party's seats "
    "less theirs. The Speaker counts as one of the others here; where that seat is counted with "
    "the Speaker's former party, that figure is two higher."
)
WORKING_NOTE = (
    "Without Sinn Féin, whose members do not take their seats, and the Speaker, who does not vote, "
    "fewer are needed in practice. Deputy Speakers do not vote either, but are chosen only after "
    "an election."
)


@dataclass(frozen=True, slots=True)
class Standings:
    """The parties of a scope. `leaders` have the most seats: one party, or several level."""

    scope: Scope
    tallies: tuple[PartyTally, ...]

    @property
    def leaders(self) -> tuple[PartyTally, ...]:
        """Independents are no party that could win."""
        parties = [one for one in self.tallies if one.party.kind is PartyKind.PARTY]
        most = max((one.seats for one in parties), default=0)
        return tuple(one for one in parties if one.seats == most) if most else ()

    @property
    def overall(self) -> PartyTally | None:
        """Who surely has an overall majority of the whole House, however the rest declares."""
        if not self.scope.everywhere:
            return None
        needed = house.needed(self.scope.seats)
        return next((one for one in self.leaders if one.seats >= needed), None)

    def of(self, party: Party) -> PartyTally | None:
        return self.scope.count.of(party)


def standings(scope: Scope) -> Standings:
    return Standings(scope, scope.count.by_party)


def winner(of: Standings) -> str:
    """Who won: a sentence without its capital."""
    scope, leaders = of.scope, of.leaders
    if not leaders:
        return f"no party won a seat {scope.at}."
    if of.overall:
        return _with_majority(of, of.overall)
    if scope.partial:
        progress = f"{figures.count(len(scope.results))} of {figures.count(scope.seats)} declared"
        return f"{progress} {scope.at}; not decided yet: {_in_front(of)}."
    if not scope.everywhere:
        return f"{most(of)}, {scope.at}."
    missing = house.needed() - leaders[0].seats
    return (
        f"no party won an overall majority {scope.at}: {most(of)}, "
        f"{missing} fewer than the {house.needed()} needed."
    )


def _with_majority(of: Standings, own: PartyTally) -> str:
    scope, name = of.scope, wording.whole(own.party)
    won = f"{name} won {wording.general_election(scope.day)}"
    if scope.partial:
        return f"{won}: {own.seats} seats already, with {house.needed()} of {house.SEATS} needed."
    seats = f"{own.seats} of {house.SEATS} seats"
    return f"{won}: {seats}, {_majority(own)}, with {house.needed()} needed."


def overall(of: Standings) -> str:
    """Whether anybody has an overall majority: a sentence without its capital."""
    own, scope = of.overall, of.scope
    if own is None:
        return winner(of)
    name = wording.whole(own.party)
    if scope.partial:
        return f"{name} won an overall majority {scope.at}: {own.seats} seats already."
    return (
        f"{name} won {_majority(own)} {scope.at}: {own.seats} of {house.SEATS} seats, "
        f"with {house.needed()} needed."
    )


def _majority(own: PartyTally) -> str:
    return f"an overall majority of {house.overall_majority(own.seats)}"


def most(of: Standings) -> str:
    """ "Labour won the most seats, 27 of 32", "… has the most seats so far, 2 of 3 declared"."""
    return f"{_in_front(of)} of {_counted(of.scope)}"


def _in_front(of: Standings) -> str:
    """ "Labour won the most seats, 27", "the Greens have the most seats so far, 3"."""
    names = wording.listed([wording.whole(one.party) for one in of.leaders])
    each = " each" if len(of.leaders) > 1 else ""
    return f"{names} {_lead(of)}, {of.leaders[0].seats}{each}"


def _lead(of: Standings) -> str:
    """ "won the most seats", or what the leaders have as long as others may overtake them."""
    if not of.scope.partial or of.overall:
        return "won the most seats"
    # "the Greens", but "Labour" and "the Scottish National Party"
    many = len(of.leaders) > 1 or wording.whole(of.leaders[0].party).endswith("s")
    return f"{'have' if many else 'has'} the most seats so far"


def _counted(scope: Scope) -> str:
    total = figures.count(len(scope.results))
    return f"{total} declared" if scope.partial else total


def _name(own: PartyTally | None, party: Party) -> str:
    return wording.as_then(own) if own else wording.whole(party)


def did_win(of: Standings, party: Party) -> str:
    """Whether that party won, with its seats: "Yes: …" or "No: …"."""
    own, scope = of.of(party), of.scope
    seats, name = own.seats if own else 0, _name(own, party)
    leads = [one.party.id for one in of.leaders]
    if leads == [party.id]:
        return f"{_leading(of, name, seats)}."
    undecided = scope.partial and not of.overall
    no = "Not decided yet" if undecided else "No"
    if not leads:
        return f"{no}: no party won a seat {scope.at}."
    if party.id in leads:
        return f"{no}, not alone: {most(of)} {scope.at}."
    tail = f", {_majority(of.overall)}" if of.overall and not scope.partial else ""
    return f"{no}: {most(of)}, {scope.at}{tail}; {name} won {seats}."


def _leading(of: Standings, name: str, seats: int) -> str:
    scope = of.scope
    told = f"{name} {_lead(of)} {scope.at}, {seats} of {_counted(scope)}"
    if not scope.everywhere or scope.partial:
        return f"{'Not decided yet' if scope.partial and not of.overall else 'Yes'}: {told}"
    if of.overall:
        return f"Yes: {told}, {_majority(of.overall)}"
    return f"Yes, but without an overall majority: {told}, with {house.needed()} needed"


def did_win_overall(of: Standings, party: Party) -> str:
    """Whether that party has an overall majority, or in an area more than half of its seats."""
    own, scope = of.of(party), of.scope
    seats, needed = own.seats if own else 0, house.needed(scope.seats)
    told = f"{_name(own, party)} won {seats} of {_counted(scope)} seats {scope.at}"
    if seats < needed:
        return f"{'No, not so far' if scope.partial else 'No'}: {told}; a majority takes {needed}."
    if not scope.everywhere:
        return f"Yes: {told}, more than half."
    return f"Yes: {overall(of)}"


def majority_of(of: Standings, party: Party) -> str:
    """The overall majority of that party, or that it has none, without a capital."""
    own = of.of(party)
    if own is not None and of.overall == own:
        return overall(of)
    seats, so_far = own.seats if own else 0, " so far" if of.scope.partial else ""
    return (
        f"{_name(own, party)} had no overall majority{so_far} {of.scope.at}: "
        f"{seats} of {_counted(of.scope)} seats, with {house.needed()} of {house.SEATS} needed."
    )


def facts(of: Standings) -> tuple[Fact, ...]:
    """What an overall majority takes, with and without those who do not vote."""
    if not of.scope.everywhere or of.scope.partial or not of.leaders:
        return ()
    own = of.leaders[0]
    voting = house.working_house(of.tallies)
    return (
        Fact("Needed for an overall majority", f"{house.needed()} of {house.SEATS} seats"),
        Fact(_label(own), _told(own.seats, house.SEATS)),
        *_absent(of),
        Fact(f"Working majority, of the {voting} who vote", _told(own.seats, voting)),
    )


def _label(own: PartyTally) -> str:
    return f"Overall majority of {wording.whole(own.party)}"


def _told(seats: int, of: int) -> str:
    """ "172 (411 against 239)", or how many are missing."""
    majority, needed = house.overall_majority(seats, of), house.needed(of)
    against = f"{seats} against {of - seats}"
    if majority > 0:
        return f"{majority} ({against}; {needed} needed)"
    return f"none ({against}; {needed - seats} short of {needed})"


def _absent(of: Standings) -> list[Fact]:
    return [
        Fact(f"{one.party.name} ({why})", wording.seats(one.seats))
        for one in of.tallies
        for why in [_why_absent(one.party)]
        if why and one.seats
    ]


def _why_absent(party: Party) -> str:
    if party.id == SINN_FEIN:
        return "do not take their seats"
    return "does not vote" if party.kind is PartyKind.SPEAKER else ""
