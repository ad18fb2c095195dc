"""A general election as a map of hexagons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import figures, party_then, wording
from bot.answers.drawn.faces import face, source_line
from bot.answers.drawn.roll import first_declared
from bot.answers.mapped import telling
from bot.answers.mapped.groups import Group, grouped
from bot.answers.mapped.plan import Plan, Shown
from bot.answers.national.scope import titled
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.elections import Results, boundaries_on, lies_in
from bot.elections.hexagon import Hexagon as Place
from bot.elections.party import Party
from bot.pictures.charts import Face, Hexagon, HexMap, Key, Spot

_LONGEST = 50  # letters of a title


@dataclass(frozen=True, slots=True)
class _Map:
    """Everything that a map is made of; `places` are those of the day, by codes of seats."""

    catalogue: Catalogue
    plan: Plan
    results: Results
    places: Mapping[str, Place]

    @property
    def party(self) -> Party | None:
        return self.catalogue.parties.get(self.plan.party) if self.plan.party else None

    @property
    def party_name(self) -> str:
        party = self.party
        return party_then.of_then(self.catalogue, party, self.plan.day) if party else ""

    def is_bright(self, code: str) -> bool:
        return lies_in(self.catalogue.seats.by_code[code], self.plan.areas)


def chart(catalogue: Catalogue, of: str) -> HexMap | None:
    """`of` is a Plan as it is written."""
    plan = Plan.parse(of)
    if plan is None or not _is_known(catalogue, plan):
        return None
    return _drawn(catalogue, plan, catalogue.elections.general(plan.day))


def winners(catalogue: Catalogue, polled_on: date, results: Results | None = None) -> HexMap:
    """As far as the election is declared, which may be not at all; or by other `results`."""
    if results is None:
        results = catalogue.elections.general(polled_on)
    return _drawn(catalogue, Plan(polled_on), results)


def _is_known(catalogue: Catalogue, plan: Plan) -> bool:
    known = (
        plan.day in catalogue.elections.days(),
        not plan.party or catalogue.parties.get(plan.party) is not None,
        all(catalogue.elections.seats_at(plan.day, (area,)) for area in plan.areas),
        not plan.seat or plan.seat in catalogue.hexagons.of(boundaries_on(plan.day)),
    )
    return all(known)


def _drawn(catalogue: Catalogue, plan: Plan, results: Results) -> HexMap:
    shown = _Map(catalogue, plan, results, catalogue.hexagons.of(boundaries_on(plan.day)))
    groups = grouped(plan, results, shown.party)
    hexagons = _hexagons(shown, groups)
    keys = tuple(_key(shown, group) for group in groups)
    undeclared = sum(one.key is None and not one.faint for one in hexagons)
    told = [f"{one.name} {key.count:,}" for one, key in zip(groups, keys, strict=True) if key.count]
    told += [f"undeclared {undeclared:,}"] if undeclared else []
    spot = _spot(shown)
    return HexMap(_face(shown, told, spot), hexagons, keys, undeclared, spot)


def _hexagons(shown: _Map, groups: Sequence[Group]) -> tuple[Hexagon, ...]:
    declared = {
        one.contest.constituency.code: number
        for number, group in enumerate(groups)
        for one in group.results
    }
    return tuple(
        Hexagon(at.column, at.row, declared.get(code), faint=not shown.is_bright(code))
        for code, at in sorted(shown.places.items())
    )


def _key(shown: _Map, group: Group) -> Key:
    count = sum(shown.is_bright(one.contest.constituency.code) for one in group.results)
    return Key(group.short, group.colour, count, group.mark, group.strength)


def _spot(shown: _Map) -> Spot | None:
    code = shown.plan.seat
    if not code:
        return None
    own = next((one for one in shown.results if one.contest.constituency.code == code), None)
    told = telling.of_seat(shown.plan, own, shown.party) if own else "undeclared"
    name, at = shown.catalogue.seats.by_code[code].name, shown.places[code]
    return Spot(at.column, at.row, f"{name}: {told}")


def _face(shown: _Map, told: Sequence[str], spot: Spot | None) -> Face:
    areas, about = shown.plan.areas, telling.unit(shown.plan, shown.party_name)
    election = f"general election, {figures.day(shown.plan.day)}"
    title, unit = titled(areas, election), about
    if len(title) > _LONGEST:
        # Several areas take more than a line; the election is what has to be read.
        title, unit = election, f"{about} · {wording.listed(areas)}"
    sentences = [
        f"Map of {len(shown.places)} hexagons, one a constituency: {election}.",
        f"{about}.",
        *([f"Highlighted: {wording.listed(areas)}."] if areas else []),
        *([f"Outlined: {spot.label}."] if spot else []),
        f"{', '.join(told)}.",
        *first_declared(shown.results, len(shown.places)),
    ]
    sources = (one.contest.source for one in shown.results)
    moved = shown.plan.shown in {Shown.GAINS, Shown.LOSSES}
    source = source_line(shown.catalogue, sources, compared=moved)
    return face(wording.capital(title), unit, source, sentences)
