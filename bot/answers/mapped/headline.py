"""The first sentence of a map: what it shows, in short."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.answers import wording
from bot.answers.mapped import classes, telling
from bot.answers.mapped.classes import Scale
from bot.answers.mapped.groups import Group
from bot.answers.mapped.plan import Plan, Shown
from bot.answers.national import victors
from bot.answers.national.scope import Scope
from bot.elections.party import Party
from bot.elections.result import ContestResult

_MOST_SAID = 4  # parties


def of(plan: Plan, counted: Scope, party: Party | None, groups: Sequence[Group]) -> str:
    """`party` is the plan's, or the one whose winners were asked for."""
    scale = classes.scale(plan.shown, party)
    if scale is not None:
        return _from_to(telling.title(plan, party.name if party else ""), counted, scale)
    if party is not None:
        return _of_party(plan, counted, party)
    if plan.shown is Shown.GAINS:
        return _gains(counted, groups)
    return wording.capital(victors.winner(victors.standings(counted)))


def _gains(counted: Scope, groups: Sequence[Group]) -> str:
    sentence = f"{_of_all(counted.count.changed_hands, counted)} changed hands {_when(counted)}."
    most = [(one.name, len(one.results)) for one in groups[1:] if one.strength >= 1]
    return f"{sentence}{_listed('Gained by', most)}"


def _of_party(plan: Plan, counted: Scope, party: Party) -> str:
    name, when = wording.capital(wording.whole(party)), _when(counted)
    own = [one for one in counted.results if one.contest.winner.party == party]
    if plan.shown is Shown.WINNER:
        return f"{name} won {_of_all(len(own), counted)} {when}."
    if plan.shown is Shown.GAINS:
        gained = [one for one in own if one.changes_hands]
        holders = _counted(one.outcome.gained_from for one in gained)
        return f"{name} gained {_seats(gained)} {when}.{_listed('From', holders)}"
    lost = [one for one in counted.results if one.outcome.gained_from == party]
    winners = _counted(one.contest.winner.party for one in lost)
    return f"{name} lost {_seats(lost)} {when}.{_listed('To', winners)}"


def _seats(results: Sequence[ContestResult]) -> str:
    return wording.seats(len(results)) if results else "no seat"


def _of_all(number: int, counted: Scope) -> str:
    return f"{number} of {wording.seats(len(counted.results))}"


def _when(counted: Scope) -> str:
    return f"{counted.at}{' so far' if counted.partial else ''}"


def _counted(parties: Iterable[Party | None]) -> list[tuple[str, int]]:
    return [(one.name, number) for one, number in Counter(parties).most_common() if one]


def _listed(label: str, parties: Sequence[tuple[str, int]]) -> str:
    """With a blank before it; nothing where there are none."""
    most, rest = parties[:_MOST_SAID], sum(number for _, number in parties[_MOST_SAID:])
    told = [f"{name} {number}" for name, number in most] + ([f"others {rest}"] if rest else [])
    return f" {label}: {', '.join(told)}." if told else ""


def _from_to(subject: str, counted: Scope, scale: Scale) -> str:
    begun = f"{subject} {_when(counted)}"
    told = [(scale.told(value), _name(one)) for value, one in ranked(counted, scale)]
    if not told:
        return f"{begun}: there is no {scale.seat}."
    if len(told) == 1:
        return f"{begun}: {told[0][0]} in {told[0][1]}, the only {scale.seat}."
    (low, lowest), (high, highest) = told[0], told[-1]
    return f"{begun}: from {low} in {lowest} to {high} in {highest}."


def ranked(counted: Scope, scale: Scale) -> list[tuple[float, ContestResult]]:
    """What is known, the lowest first."""
    valued = [(scale.value(one.contest), one) for one in counted.results]
    known = [(value, one) for value, one in valued if value is not None]
    return sorted(known, key=lambda one: (one[0], _name(one[1])))


def _name(result: ContestResult) -> str:
    return result.contest.constituency.name
