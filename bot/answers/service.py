"""Everything Teller answers, as one object that the terminal and Discord share."""

from dataclasses import replace

from bot.answers import choosing, guide, polls
from bot.answers import contest as contest_answer
from bot.answers import declared as declared_answer
from bot.answers import party as party_answer
from bot.answers import person as person_answer
from bot.answers import seat as seat_answer
from bot.answers.reply import Choice, Reply
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.gazetteer import Place
from bot.declarations.newsroom import Newsroom
from bot.elections.contest import Contest, ContestId, ContestKind
from bot.names.finding import Finding, Kind, Match, Verdict
from bot.names.matcher import NAME
from bot.names.room import NamesRoom
from bot.names.words import says_nothing
from bot.questions.elections import find_election
from bot.questions.question import Question, Topic, WantedElection
from bot.questions.understanding import LONGEST, printable, understand

_MOST_MATCHES = 25


class Answers:
    """All methods answer at once, with whatever was typed. Without a newsroom nothing is live."""

    def __init__(
        self,
        catalogue: Catalogue,
        names: NamesRoom,
        version: str,
        newsroom: Newsroom | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._names = names
        self._version = version
        self._newsroom = newsroom

    def ask(self, text: str) -> Reply:
        """The answer to free text: "/result islington north", "corbyn 2019", "n19 5qq"."""
        return self._answer(understand(text))

    def result(self, place: str, election: str | None = None) -> Reply:
        """The answer to a form. `place` may be a choice, written kind:id."""
        election = printable(election)[:LONGEST] if election else None
        wanted = find_election(election)[1] if election else None
        if election and wanted is None:
            wanted = WantedElection(said=choosing.echo(election.strip()), year=0)
        kind, separator, key = place.partition(":")
        if separator and kind in {"contest", *Kind}:
            return self.open(kind, key, wanted)
        question = understand(place)
        return self._answer(replace(question, election=wanted or question.election))

    def open(self, kind: str, key: str, wanted: WantedElection | None = None) -> Reply:
        """The answer for a choice. One that is not known any more is said to be so."""
        if kind == "contest":
            return self._open_contest(key)
        return self._about(kind, key, wanted) or choosing.empty(self._catalogue)

    def _open_contest(self, key: str) -> Reply:
        """A result that was taken back meanwhile leaves the seat, and what is known of it."""
        contest_id = ContestId.parse(key)
        contest = self._catalogue.contests.get(contest_id) if contest_id else None
        if contest is not None:
            return contest_answer.answer(self._catalogue, contest)
        if contest_id is None or contest_id not in self._to_come(contest_id.code):
            return choosing.empty(self._catalogue)
        seat = self._catalogue.seats.by_code[contest_id.code]
        return seat_answer.answer(self._catalogue, seat, None)

    def _to_come(self, code: str) -> list[ContestId]:
        return [one for one, _ in self._catalogue.contests.to_come([code])]

    def suggest(self, typed: str, limit: int = 25) -> tuple[Choice, ...]:
        """What may be meant, best first; with nothing typed the seats contested last."""
        if not typed.strip():
            return self._latest(limit)
        question = understand(typed)
        matches = self._names.suggest(question.name, limit)
        return tuple(choosing.choice(self._catalogue, match, None) for match in matches)

    def suggest_elections(self, place: str, typed: str = "") -> tuple[Choice, ...]:
        """The contests of the seat or person; where it is not clear whose, all general elections.

        The id of each is its day.
        """
        contests = self._contests_of(place)
        choices = [
            Choice("contest", one.polled_on.isoformat(), label, label, label)
            for one, kind in contests
            for label in [_election_label(one, kind)]
        ]
        return tuple(one for one in choices if typed.strip().lower() in one.label.lower())[:25]

    def declared(self) -> Reply:
        """The latest declarations, and how far the count is."""
        return declared_answer.answer(self._catalogue, self._newsroom)

    def help(self) -> Reply:
        return guide.help_reply()

    def about(self) -> Reply:
        return guide.about_reply(self._catalogue, self._version)

    def find(self, text: str, kinds: frozenset[Kind] | None, limit: int) -> Finding:
        """The names room's own finding, for the command line."""
        return self._names.find(text, kinds, limit)

    @property
    def greeting(self) -> str:
        first, last = self._catalogue.span
        return f"Teller · results {first.year} to {last:%B %Y}"

    def _answer(self, question: Question) -> Reply:
        # Looked up, not chained: each is one reply whatever else was asked.
        fixed = {
            Topic.HELP: self.help,
            Topic.ABOUT: self.about,
            Topic.REFUSED: guide.no_opinion,
            Topic.DECLARED: self.declared,
            Topic.SUBSCRIBE: guide.where_to_subscribe,
        }
        if question.topic in fixed:
            return fixed[question.topic]()
        other = question.otherwise
        if other and self._is_named(other.name, whole=bool(question.name)):
            question = other
        if not question.name or says_nothing(question.name):
            return choosing.empty(self._catalogue, question.election)
        named = self._named_then(question)
        if named is not None:
            return contest_answer.answer(self._catalogue, named)
        finding = self._names.find(question.name, limit=_MOST_MATCHES)
        if question.election and finding.verdict is Verdict.AMBIGUOUS:
            finding = self._narrowed(finding, question.election)
        if finding.verdict is Verdict.AMBIGUOUS:
            return choosing.ambiguous(self._catalogue, finding, question.name, question.election)
        if finding.verdict is Verdict.NONE or finding.best is None:
            return choosing.nothing(self._catalogue, finding, question.name)
        return self._matched(finding, finding.best, question.election)

    def _named_then(self, question: Question) -> Contest | None:
        """The contest of a seat that had just this name then: East Lothian until Lothian East."""
        if question.election is None:
            return None
        for seat in self._catalogue.seats.called(question.name):
            chosen = seat_answer.choose(self._catalogue, seat, question.election)
            if chosen is not None:
                return self._catalogue.contests.get(chosen)
        return None

    def _is_named(self, name: str, *, whole: bool) -> bool:
        """Whether that surely names something, with all its words where `whole`."""
        finding = self._names.find(name, limit=1)
        sure = finding.verdict is Verdict.MATCH and finding.best is not None
        return sure and (not whole or (finding.best is not None and finding.best.why == NAME))

    def _matched(self, finding: Finding, best: Match, wanted: WantedElection | None) -> Reply:
        reply = self._about(best.kind, best.id, wanted)
        if reply is None:
            return choosing.empty(self._catalogue)
        if finding.postcode_district:
            note = f"{best.name} {best.why}."
            return contest_answer.with_preface(reply, note)
        return reply

    def _narrowed(self, finding: Finding, wanted: WantedElection) -> Finding:
        """Only those of the rivals that had something to do with the wanted election."""
        # Only what may equally be meant: the rest did not come into question before either.
        likely = finding.matches[: finding.rivals]
        took_part = tuple(match for match in likely if self._took_part(match, wanted))
        if not took_part:
            return finding
        verdict = Verdict.MATCH if len(took_part) == 1 else Verdict.AMBIGUOUS
        return replace(finding, verdict=verdict, matches=took_part, rivals=len(took_part))

    def _took_part(self, match: Match, wanted: WantedElection) -> bool:
        if match.kind is Kind.PERSON:
            return any(
                wanted.suits(one.polled_on, is_by_election=kind is ContestKind.BY_ELECTION)
                for one, kind in self._catalogue.contests.ids_of_person(match.id)
            )
        place = self._catalogue.gazetteer.place(match.id) if match.kind is Kind.PLACE else None
        seat = place.constituency if place else self._catalogue.seats.get(match.id)
        return seat is None or seat_answer.choose(self._catalogue, seat, wanted) is not None

    def _about(self, kind: str, key: str, wanted: WantedElection | None) -> Reply | None:
        catalogue = self._catalogue
        if kind == Kind.PERSON:
            return self._about_person(key, wanted)
        if kind == Kind.PARTY:
            party = catalogue.parties.get(key)
            return party_answer.answer(catalogue, party, wanted) if party else None
        if kind == Kind.PLACE:
            place = catalogue.gazetteer.place(key)
            if place is None:
                return None
            reply = seat_answer.answer(catalogue, place.constituency, wanted)
            return contest_answer.with_preface(reply, _whereabouts(place))
        seat = catalogue.seats.get(key)
        return seat_answer.answer(catalogue, seat, wanted) if seat else None

    def _about_person(self, key: str, wanted: WantedElection | None) -> Reply | None:
        person = self._catalogue.persons.get(key)
        if person is None:
            return None
        stood = self._catalogue.contests.ids_of_person(key)
        suiting = [
            one
            for one, kind in stood
            if wanted is None
            or wanted.suits(one.polled_on, is_by_election=kind is ContestKind.BY_ELECTION)
        ]
        if suiting:
            return person_answer.answer(self._catalogue, person, suiting[0])
        reply = person_answer.answer(self._catalogue, person)
        return contest_answer.with_preface(reply, self._not_then(person.name, wanted))

    def _not_then(self, name: str, wanted: WantedElection | None) -> str:
        """That somebody did not stand, said only of elections that the catalogue has."""
        if wanted is None:
            return ""
        unknown = polls.unknown(self._catalogue, wanted)
        if unknown:
            return f"{unknown[0]} This is the last contest of {name}."
        return f"{name} did not stand in “{wanted.said}”; this is the last contest."

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

    def _latest(self, limit: int) -> tuple[Choice, ...]:
        latest = self._catalogue.contests.latest(limit)
        seats = {one.code: self._catalogue.seats.by_code[one.code] for one in latest}
        return tuple(
            Choice("constituency", seat.code, seat.name, seat.region, seat.name)
            for seat in seats.values()
        )


def _whereabouts(place: Place) -> str:
    seat = place.constituency.name
    if place.near_boundary:
        return f"{place.name} lies in {seat} or, close to the boundary, in a seat beside it."
    return f"{place.name} lies in {seat}."


def _election_label(contest_id: ContestId, kind: ContestKind) -> str:
    day = contest_id.polled_on
    name = "General election" if kind is ContestKind.GENERAL else "By-election"
    return f"{name}, {day.day} {day:%B %Y}"
