"""The answer to a name alone, perhaps with an election: the result that is meant."""

from dataclasses import replace

from bot.answers import choosing, polls
from bot.answers import contest as contest_answer
from bot.answers import party as party_answer
from bot.answers import person as person_answer
from bot.answers import seat as seat_answer
from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.gazetteer import Place
from bot.elections.contest import ContestId, ContestKind
from bot.names.finding import Finding, Kind, Match, Verdict
from bot.names.matcher import NAME
from bot.names.room import NamesRoom
from bot.names.words import says_nothing
from bot.questions.question import Question, WantedElection
from bot.questions.reading import is_bare

_MOST_MATCHES = 25


class Named:
    """Opens what a name or a choice stands for."""

    def __init__(self, catalogue: Catalogue, names: NamesRoom) -> None:
        self._catalogue = catalogue
        self._names = names

    def answer(self, question: Question) -> Reply:
        """To a question whose `name` is still to be looked up."""
        other = question.otherwise
        if other and self._is_named(other.name, whole=bool(question.name)):
            question = other
        if not question.name or says_nothing(question.name):
            return choosing.empty(self._catalogue, question.election)
        named = self.then(question.name, question.election)
        if named is not None:
            return named
        finding = self._names.find(question.name, limit=_MOST_MATCHES)
        if question.election and finding.verdict is Verdict.AMBIGUOUS:
            finding = self._narrowed(finding, question.election)
        if finding.verdict is Verdict.AMBIGUOUS:
            return choosing.ambiguous(self._catalogue, finding, question.name, question.election)
        if finding.verdict is Verdict.NONE or finding.best is None:
            return choosing.nothing(self._catalogue, finding, question.name)
        return self._matched(finding, finding.best, question.election)

    def is_only_a_name(self, question: Question) -> bool:
        """Whether there is nothing but a name: in full, or with no word of a question beside it."""
        if question.election or not question.name:
            return False
        finding = self._names.find(question.name, limit=1)
        if finding.verdict is Verdict.NONE or finding.best is None:
            return False
        return finding.best.why == NAME or is_bare(question.name)

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

    def then(self, name: str, wanted: WantedElection | None) -> Reply | None:
        """The contest of a seat that had just this name then: East Lothian until Lothian East."""
        for seat in self._catalogue.seats.called(name) if wanted else ():
            chosen = seat_answer.choose(self._catalogue, seat, wanted)
            contest = self._catalogue.contests.get(chosen) if chosen else None
            if contest is not None:
                return contest_answer.answer(self._catalogue, contest)
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


def _whereabouts(place: Place) -> str:
    seat = place.constituency.name
    if place.near_boundary:
        return f"{place.name} lies in {seat} or, close to the boundary, in a seat beside it."
    return f"{place.name} lies in {seat}."
