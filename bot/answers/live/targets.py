"""What somebody wants to subscribe to: everything, an area, a seat, a party or a person."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers import choosing, polls
from bot.answers.areas import Areas
from bot.answers.reply import Choice, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.gazetteer import Place
from bot.declarations.subscription import EVERYTHING, Target, TargetKind
from bot.elections.constituency import Constituency, Succession
from bot.names.finding import Finding, Kind, Match, Verdict
from bot.names.room import NamesRoom
from bot.names.words import says_nothing
from bot.questions.understanding import LONGEST, printable, understand

MOST = 25
_ALL, _LEAST = 0.995, 0.01


@dataclass(frozen=True, slots=True)
class Meant:
    """`note` says how the target follows from what was typed, where that is not plain."""

    target: Target
    note: str = ""


class TargetFinder:
    """`rehearsing` says that a night of the past is played, when seats of then can be meant."""

    def __init__(self, catalogue: Catalogue, names: NamesRoom, *, rehearsing: bool = False) -> None:
        self._catalogue = catalogue
        self._names = names
        self._areas = Areas(catalogue.seats)
        self._rehearsing = rehearsing

    def find(self, text: str) -> Meant | Reply:
        """What is meant by a choice, written kind:id, or by free text; or a question back."""
        kind, separator, key = text.partition(":")
        chosen = self._chosen(kind, key) if separator else None
        return chosen or self._named(printable(text)[:LONGEST])

    def suggest(self, typed: str) -> tuple[Choice, ...]:
        """Everything, areas, seats, parties and people, best first; at most 25."""
        areas = [self._area_choice(one) for one in self._areas.beginning(typed)]
        if not typed.strip():
            return tuple([*areas, *self._leading_parties()][:MOST])
        matches = self._names.suggest(understand(typed).name, MOST)
        # An abolished seat is only offered where nothing else is: it leads to what it became.
        open_ones = [one for one in matches if self._is_open(one)] or matches
        names = [choosing.choice(self._catalogue, one, None) for one in open_ones]
        return tuple([*areas, *names][:MOST])

    def _chosen(self, kind: str, key: str) -> Meant | Reply | None:
        choosers: dict[str, Callable[[str], Meant | Reply | None]] = {
            TargetKind.EVERYTHING: self._everything,
            TargetKind.AREA: self._area,
            Kind.CONSTITUENCY: self._seat_of,
            Kind.PLACE: self._place,
            Kind.PARTY: self._party,
            Kind.PERSON: self._person,
        }
        choose = choosers.get(kind)
        return choose(key) if choose else None

    def _named(self, text: str) -> Meant | Reply:
        # Before names: there is a village called Wales, and a party of England.
        name = understand(text).name
        areas = self._areas.find(text) or self._areas.find(name)
        if areas:
            return Meant(areas[0]) if len(areas) == 1 else self._which_area(areas, text)
        if not name or says_nothing(name):
            return choosing.empty(self._catalogue)
        coded = self._seat_of(name.upper())
        if coded:
            return coded
        finding = self._names.find(name, limit=MOST)
        if finding.verdict is Verdict.MATCH and finding.best:
            return self._matched(finding, finding.best)
        finding = self._open_ones(finding)
        if finding.verdict is Verdict.AMBIGUOUS:
            return choosing.ambiguous(self._catalogue, finding, name, None)
        return choosing.nothing(self._catalogue, finding, name)

    def _matched(self, finding: Finding, best: Match) -> Meant | Reply:
        meant = self._chosen(best.kind, best.id) or choosing.empty(self._catalogue)
        if finding.postcode_district and isinstance(meant, Meant):
            return replace(meant, note=f"{best.name} {best.why}.")
        return meant

    def _everything(self, _key: str) -> Meant:
        return Meant(EVERYTHING)

    def _area(self, name: str) -> Meant | None:
        target = self._areas.get(name)
        return Meant(target) if target else None

    def _seat_of(self, code: str) -> Meant | Reply | None:
        seat = self._catalogue.seats.get(code)
        return self._seat(seat) if seat else None

    def _place(self, key: str) -> Meant | Reply | None:
        place = self._catalogue.gazetteer.place(key)
        return self._seat(place.constituency, _whereabouts(place)) if place else None

    def _party(self, key: str) -> Meant | None:
        party = self._catalogue.parties.get(key)
        return Meant(Target(TargetKind.PARTY, party.id, party.name)) if party else None

    def _person(self, key: str) -> Meant | None:
        person = self._catalogue.persons.get(key)
        return Meant(Target(TargetKind.PERSON, person.id, person.name)) if person else None

    def _seat(self, seat: Constituency, note: str = "") -> Meant | Reply:
        if seat.abolished and not self._rehearsing:
            return _what_became_of(seat, self._catalogue.seats.successors(seat.code))
        name = f"{seat.name} (until 2024)" if seat.abolished else seat.name
        return Meant(Target(TargetKind.CONSTITUENCY, seat.code, name), note)

    def _which_area(self, areas: tuple[Target, ...], text: str) -> Reply:
        return Reply(
            kind=ReplyKind.CHOICES,
            title=f"Which “{choosing.echo(text)}”?",
            headline="Choose one:",
            choices=tuple(self._area_choice(one) for one in areas),
            asking=True,
        )

    def _open_ones(self, finding: Finding) -> Finding:
        """Without the abolished seats, unless nothing else may be meant."""
        matches = tuple(one for one in finding.matches if self._is_open(one))
        rivals = sum(self._is_open(one) for one in finding.matches[: finding.rivals])
        if finding.rivals and not rivals:
            return finding
        return replace(finding, matches=matches, rivals=rivals)

    def _is_open(self, match: Match) -> bool:
        seat = self._catalogue.seats.get(match.id) if match.kind is Kind.CONSTITUENCY else None
        return self._rehearsing or seat is None or not seat.abolished

    def _area_choice(self, target: Target) -> Choice:
        if target == EVERYTHING:
            return Choice(target.kind, "", "Everything: every constituency", "", "Everything")
        seats = f"{self._areas.seats(target)} constituencies"
        return Choice(target.kind, target.key, f"{target.name} ({seats})", seats, target.name)

    def _leading_parties(self) -> list[Choice]:
        """Those that won seats at the last general election, most seats first."""
        return [
            Choice(Kind.PARTY, party.id, f"{party.name} (party)", "party", party.name)
            for party in polls.leading_parties(self._catalogue)
        ]


def _whereabouts(place: Place) -> str:
    seat = place.constituency.name
    if place.near_boundary:
        return f"{place.name} lies in {seat} or, close to the boundary, in a seat beside it."
    return f"{place.name} lies in {seat}."


def _what_became_of(seat: Constituency, successions: list[Succession]) -> Reply:
    return Reply(
        kind=ReplyKind.CHOICES,
        title=f"{seat.name} was abolished in 2024",
        headline="Nothing is declared there any more. Choose what it became:",
        choices=tuple(_successor(one) for one in successions[:MOST]),
        asking=bool(successions),
    )


def _successor(one: Succession) -> Choice:
    share = one.share_of_old
    told = "all" if share >= _ALL else f"{share:.0%}" if share >= _LEAST else "under 1%"
    detail = f"has {told} of its people"
    return Choice(
        Kind.CONSTITUENCY, one.new.code, f"{one.new.name} ({detail})", detail, one.new.name
    )
