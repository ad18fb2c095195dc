"""The seats of a map in groups that look alike: what the legend and the list say."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answers.mapped import classes
from bot.answers.mapped.classes import Scale
from bot.answers.mapped.marks import marks
from bot.answers.mapped.plan import Plan, Shown
from bot.catalogue.elections import inside
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.pictures.theme import UNKNOWN
from bot.text import fold

_MISSING, _ABSENT = "?", "×"
_FAINT = 0.3
_OTHERS = "Other seats"
_LONGEST = 16  # letters that a legend has room for


@dataclass(frozen=True, slots=True)
class Group:
    """`name` is for a list, `short` for a legend, where there is less room; `mark` and `strength`
    are those of a chart's Key. A group may be empty: a class that no seat falls into."""

    name: str
    short: str
    colour: str
    results: tuple[ContestResult, ...]
    mark: str = ""
    strength: float = 1.0


def grouped(plan: Plan, results: Sequence[ContestResult], party: Party | None) -> tuple[Group, ...]:
    """Parties with the most seats in what is highlighted first, classes from the lowest.

    Every seat is in one group. `party` is that of the plan.
    """
    scale = classes.scale(plan.shown, party)
    if scale is not None:
        return _by_class(scale, results, party)
    if plan.shown is Shown.WINNER:
        return _by_winner(plan, results)
    if party is None:
        return _by_gainer(plan, results)
    return _gains(results, party) if plan.shown is Shown.GAINS else _losses(plan, results, party)


def _by_winner(plan: Plan, results: Sequence[ContestResult]) -> tuple[Group, ...]:
    won = _by_party(plan, results)
    # The largest is what remains without a letter; no other has the one that it would have.
    letters = ["", *marks([party for party, _ in won])[1:]]
    return tuple(
        _of_party(party, seats, letter)
        for (party, seats), letter in zip(won, letters, strict=False)
    )


def _by_gainer(plan: Plan, results: Sequence[ContestResult]) -> tuple[Group, ...]:
    """What stayed as it was comes first, faint and without a letter."""
    held = tuple(one for one in results if one.outcome.known and not one.changes_hands)
    new = tuple(one for one in results if not one.outcome.known)
    return (
        Group("No change of hands", "No change", UNKNOWN, held, strength=_FAINT),
        *_with_letters(_by_party(plan, (one for one in results if one.changes_hands))),
        *_unknown(new),
    )


def _gains(results: Sequence[ContestResult], party: Party) -> tuple[Group, ...]:
    own: list[ContestResult] = []
    others: list[ContestResult] = []
    for one in results:
        gained = one.changes_hands and one.contest.winner.party == party
        (own if gained else others).append(one)
    name = f"{party.name} gain"
    return (
        Group(f"No {name}", _OTHERS, UNKNOWN, tuple(others), strength=_FAINT),
        Group(name, f"{_short(party)} gain", party.colour or UNKNOWN, tuple(own)),
    )


def _losses(plan: Plan, results: Sequence[ContestResult], party: Party) -> tuple[Group, ...]:
    """By who has them now."""
    others = tuple(one for one in results if one.outcome.gained_from != party)
    lost = (one for one in results if one.outcome.gained_from == party)
    return (
        Group(f"No {party.name} loss", _OTHERS, UNKNOWN, others, strength=_FAINT),
        *_with_letters(_by_party(plan, lost)),
    )


def _unknown(results: tuple[ContestResult, ...]) -> tuple[Group, ...]:
    group = Group("Nobody held it before", "New seat", UNKNOWN, results, _MISSING, 0.0)
    return (group,) if results else ()


def _with_letters(gained: list[tuple[Party, tuple[ContestResult, ...]]]) -> tuple[Group, ...]:
    letters = marks([party for party, _ in gained])
    return tuple(
        _of_party(party, seats, letter)
        for (party, seats), letter in zip(gained, letters, strict=True)
    )


def _by_party(
    plan: Plan, results: Iterable[ContestResult]
) -> list[tuple[Party, tuple[ContestResult, ...]]]:
    """By seats in what is highlighted, the most first."""
    won: dict[Party, list[ContestResult]] = defaultdict(list)
    for one in results:
        won[one.contest.winner.party].append(one)
    ordered = sorted(
        won.items(),
        key=lambda one: (-len(inside(one[1], plan.areas)), -len(one[1]), one[0].name),
    )
    return [(party, tuple(seats)) for party, seats in ordered]


def _of_party(party: Party, results: tuple[ContestResult, ...], mark: str) -> Group:
    return Group(party.name, _short(party), party.colour or UNKNOWN, results, mark)


def _short(party: Party) -> str:
    """Its name where there is room, with the short one where nobody would guess that from it:
    "Sinn Féin", but "Alliance (APNI)"."""
    if len(party.name) > _LONGEST:
        return party.short
    letters = iter(fold(party.name))
    told = all(one in letters for one in fold(party.short))
    return party.name if told else f"{party.name} ({party.short})"


def _by_class(
    scale: Scale, results: Sequence[ContestResult], party: Party | None
) -> tuple[Group, ...]:
    labels, colour = scale.labels(scale.unit), (party.colour if party else None) or UNKNOWN
    members: list[list[ContestResult]] = [[] for _ in labels]
    missing: list[ContestResult] = []
    for one in results:
        value = scale.value(one.contest)
        (missing if value is None else members[scale.place(value)]).append(one)
    steps = len(labels) + 1
    made = [
        Group(label, short, colour, tuple(seats), strength=place / steps)
        for place, (label, short, seats) in enumerate(
            zip(labels, scale.labels(scale.short), members, strict=True), start=1
        )
    ]
    absent = _ABSENT if party else _MISSING
    name = scale.missing
    left = [Group(name, name, colour, tuple(missing), absent, 0.0)] if missing else []
    return (*made, *left)
