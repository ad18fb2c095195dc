"""What is offered while somebody is still typing."""

from bot.answers import choosing, polls
from bot.answers import seat as seat_answer
from bot.answers.areas import Areas
from bot.answers.reply import Choice
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestId, ContestKind
from bot.names.finding import Kind
from bot.names.room import NamesRoom
from bot.questions.understanding import understand

_PEOPLE = frozenset({Kind.PERSON})
MOST = 25  # of Discord's choices


class Offers:
    def __init__(self, catalogue: Catalogue, names: NamesRoom) -> None:
        self._catalogue = catalogue
        self._names = names
        self._areas = Areas(catalogue.seats)

    def names(
        self, typed: str, limit: int = MOST, kinds: frozenset[Kind] | None = None
    ) -> tuple[Choice, ...]:
        """What may be meant, best first; with nothing typed the seats contested last."""
        if not typed.strip():
            return self._elected(limit) if kinds == _PEOPLE else self._latest(limit)
        matches = self._names.suggest(understand(typed).name, limit, kinds)
        return tuple(choosing.choice(self._catalogue, match, None) for match in matches)

    def parties(self, typed: str) -> tuple[Choice, ...]:
        """With nothing typed, those that won seats at the last general election."""
        if typed.strip():
            return self.names(typed, kinds=frozenset({Kind.PARTY}))
        return tuple(
            Choice(Kind.PARTY, party.id, party.name, "party", party.name)
            for party in polls.leading_parties(self._catalogue)
        )[:MOST]

    def areas(self, typed: str) -> tuple[Choice, ...]:
        """Nations and regions; the id of each is its name."""
        found = [target for target in self._areas.beginning(typed) if target.key]
        return tuple(Choice(one.kind, one.key, one.name, "", one.name) for one in found)[:MOST]

    def places(self, typed: str) -> tuple[Choice, ...]:
        """Areas, and then seats; with nothing typed areas alone."""
        seats = self.names(typed, kinds=frozenset({Kind.CONSTITUENCY})) if typed.strip() else ()
        return (*self.areas(typed), *seats)[:MOST]

    def elections(self, place: str, typed: str = "") -> tuple[Choice, ...]:
        """The contests of the seat or person; where it is not clear whose, all general elections.

        The id of each is its day.
        """
        choices = [
            Choice("contest", one.polled_on.isoformat(), label, label, label)
            for one, kind in self._contests_of(place)
            for label in [_election_label(one, kind)]
        ]
        return tuple(one for one in choices if typed.strip().lower() in one.label.lower())[:MOST]

    def _contests_of(self, place: str) -> list[tuple[ContestId, ContestKind]]:
        kind, _, key = place.partition(":")
        if kind not in set(Kind):
            best = self._names.find(understand(place).name, limit=1).best if place.strip() else None
            kind, key = (best.kind, best.id) if best else ("", "")
        contests = self._catalogue.contests
        if kind == Kind.PERSON:
            return contests.ids_of_person(key)
        seat = self._catalogue.seats.get(key)
        if seat is None and kind == Kind.PLACE:
            found = self._catalogue.gazetteer.place(key)
            seat = found.constituency if found else None
        if seat is not None:
            return seat_answer.contests_of_name(self._catalogue, seat)
        return [(ContestId("", day), ContestKind.GENERAL) for day in contests.general_elections()]

    def _elected(self, limit: int) -> tuple[Choice, ...]:
        """Who won the latest contests."""
        contests = (
            self._catalogue.contests.get(one) for one in self._catalogue.contests.latest(limit)
        )
        winners = [(one.winner, one.constituency) for one in contests if one]
        return tuple(
            Choice(Kind.PERSON, who.person.id, f"{who.person.name} ({seat.name})", seat.name)
            for who, seat in winners
        )

    def _latest(self, limit: int) -> tuple[Choice, ...]:
        latest = self._catalogue.contests.latest(limit)
        seats = {one.code: self._catalogue.seats.by_code[one.code] for one in latest}
        return tuple(
            Choice("constituency", seat.code, seat.name, seat.region, seat.name)
            for seat in seats.values()
        )


def _election_label(contest_id: ContestId, kind: ContestKind) -> str:
    day = contest_id.polled_on
    name = "General election" if kind is ContestKind.GENERAL else "By-election"
    return f"{name}, {day.day} {day:%B %Y}"
