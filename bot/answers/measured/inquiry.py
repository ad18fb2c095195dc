"""Which contest a figure is asked of, and whom of its candidates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answers import party_then, polls
from bot.answers import seat as seat_answer
from bot.answers.limits import meets
from bot.answers.reply import Fact
from bot.answers.sketch import Sketch
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Baseline, Candidacy, Contest, ContestId, ContestKind
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question, WantedElection

_NEVER = 0  # a year in which nobody was elected
# These are answered with the limit in mind; of the others a yes would not have it in it.
_LIMITED = {
    Measure.VOTES,
    Measure.SHARE,
    Measure.MAJORITY,
    Measure.TURNOUT,
    Measure.ELECTORATE,
    Measure.BALLOTS,
    Measure.REJECTED,
    Measure.CANDIDATES,
}


@dataclass(frozen=True, slots=True)
class Inquiry:
    """`whom` are the candidates that the question names: several where a party had several.

    None where it names nobody, or somebody who did not stand; `names_somebody` tells which.
    """

    catalogue: Catalogue
    asked: Question
    result: ContestResult
    whom: tuple[Candidacy, ...] = ()

    @property
    def contest(self) -> Contest:
        return self.result.contest

    @property
    def before(self) -> Baseline | None:
        return self.result.before

    @property
    def seat(self) -> str:
        return self.contest.constituency.name

    @property
    def names_somebody(self) -> bool:
        return bool(self.asked.persons or self.asked.parties)

    @property
    def party(self) -> Party | None:
        """Where the question is about a party and not about a person."""
        if self.asked.persons or not self.asked.parties:
            return None
        return self.catalogue.parties.get(self.asked.parties[0])

    @property
    def name(self) -> str:
        """Of the person, or else of the party as it was called then, that the question names."""
        for person_id in self.asked.persons[:1]:
            person = self.catalogue.persons.get(person_id)
            return person.name if person else person_id
        if self.party is None:
            return self.asked.parties[0] if self.asked.parties else ""
        return party_then.in_full(self.party, self._printed(self.party))

    def _printed(self, party: Party) -> str:
        return party_then.printed(self.catalogue, party, self.contest)

    def with_present_name(self, sentence: str) -> str:
        """A party's candidate of before it took its name is told with the name of now."""
        if self.party is None:
            return sentence
        return party_then.with_present_name(sentence, self.party, self._printed(self.party))

    def answered(self, sentence: str, *, yes: bool | None) -> str:
        """The sentence, which may begin in lower case, after a yes or no where it is for one.

        None says that the claim was not worked out, so that neither is said.
        """
        limited = self.asked.limit is not None and self.asked.measure not in _LIMITED
        if not self.asked.yes_or_no or yes is None or limited:
            return sentence[0].upper() + sentence[1:]
        return f"{'Yes' if yes else 'No'}: {sentence}"

    def meets(self, number: float | None, share: float | None = None) -> bool | None:
        """Whether the figure is under or over what is asked about, None where nothing is."""
        return meets(self.asked.limit, number, share)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of an inquiry; `standings` are the candidates to be shown one by one.

    `sketch` is the figure's own picture, where it has another than the whole result.
    """

    headline: str
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    standings: Sequence[Candidacy] = ()
    sketch: Sketch | None = None


def inquire(catalogue: Catalogue, asked: Question, contest: Contest) -> Inquiry:
    result = ContestResult(contest, catalogue.contests.baseline(contest))
    return Inquiry(catalogue, asked, result, named_in(asked, contest))


def named_in(asked: Question, contest: Contest) -> tuple[Candidacy, ...]:
    """The candidates that the question is about: a person's name says more than a party's."""
    if asked.persons:
        return tuple(one for one in contest.candidacies if one.person.id == asked.persons[0])
    return tuple(one for one in contest.candidacies if one.party.id in asked.parties[:1])


def wanted(catalogue: Catalogue, asked: Question) -> WantedElection | None:
    """With the day instead of how many general elections back it was."""
    said = asked.election or next(iter(asked.elections), None)
    if said is None or said.back is None:
        return said
    day = polls.general_election(catalogue, said)
    if day is None:
        return replace(said, back=None, year=_NEVER)
    return replace(said, back=None, day=day, by_election=False)


def choose(catalogue: Catalogue, asked: Question) -> ContestId | None:
    """The wanted contest of the seat, or of the person where no seat is named.

    Where several suit, or none is said, one in which the named person stood.
    """
    election = wanted(catalogue, asked)
    own = [
        (one, kind)
        for person in asked.persons[:1]
        for one, kind in catalogue.contests.ids_of_person(person)
        if _suits(election, one, kind)
    ]
    if not asked.seats:
        return _general_first(own, election)
    seat = catalogue.seats.by_code[asked.seats[0]]
    chosen = seat_answer.choose(catalogue, seat, election)
    codes = catalogue.seats.codes_of_name(seat)
    here = [pair for pair in own if pair[0].code in codes]
    if chosen in {one for one, _ in here}:
        return chosen
    return _general_first(here, election) or chosen


def _suits(election: WantedElection | None, one: ContestId, kind: ContestKind) -> bool:
    is_by_election = kind is ContestKind.BY_ELECTION
    return election is None or election.suits(one.polled_on, is_by_election=is_by_election)


def _general_first(
    found: list[tuple[ContestId, ContestKind]], election: WantedElection | None
) -> ContestId | None:
    """The newest; of those of one year the general election, as for a seat."""
    general = [one for one, kind in found if kind is ContestKind.GENERAL]
    if election is not None and general:
        return general[0]
    return next((one for one, _ in found), None)
