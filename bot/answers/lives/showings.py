"""The contests of one person, and those of them that a question is about."""

from dataclasses import dataclass, replace
from datetime import date

from bot.answers import figures, naming, placing
from bot.answers.measured.inquiry import wanted
from bot.answers.reply import Fact, Listing, Standing
from bot.answers.victory import majority, victory
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Candidacy, Contest, ContestKind
from bot.elections.person import Person
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question, Span, WantedElection

_OF_OTHERS = {Measure.BEAT, Measure.LOST_TO, Measure.UNSEATED}
# These are answered with a limit in mind; of the others a yes would not have it in it.
_LIMITED = {
    Measure.SHARE,
    Measure.VOTES,
    Measure.MAJORITY,
    Measure.STOOD,
    Measure.WINS,
    Measure.DEFEATS,
}


@dataclass(frozen=True, slots=True)
class Showing:
    """A person in one contest."""

    result: ContestResult
    candidacy: Candidacy

    @property
    def contest(self) -> Contest:
        return self.result.contest

    @property
    def day(self) -> date:
        return self.contest.polled_on

    @property
    def seat(self) -> str:
        return self.contest.constituency.name

    @property
    def won(self) -> bool:
        return self.contest.winner is self.candidacy

    def told(self) -> str:
        """ "In Bath on 4 July 2024 Ann Able (Labour) came 2nd of 7 with …"."""
        return f"{self.where()} {placing.showing(self.candidacy, self.contest)}"

    def where(self) -> str:
        return f"In {self.seat} on {figures.day(self.day)}"

    def when(self) -> str:
        """ "2024", or the day of a by-election."""
        if self.contest.kind is ContestKind.GENERAL:
            return str(self.day.year)
        return f"by-election of {figures.day(self.day)}"

    def ending(self) -> str:
        """What came of it: "won by 11,218: Liberal Democrat hold", "lost to … by 630"."""
        contest = self.contest
        if not self.won:
            lead = placing.behind(self.candidacy, contest)
            return f"lost to {placing.named(contest.winner)} by {lead}"
        return f"{naming.outcome(self.result.outcome)}: {_how(contest)}"


def _how(contest: Contest) -> str:
    if contest.runner_up is None or contest.majority == 0:
        return victory(contest)
    return f"won by {majority(contest)}"


@dataclass(frozen=True, slots=True)
class Recounted:
    """What is said of a career.

    `contest` is the one that it is about where the person need not have stood in it; `historic`
    says that it rests on the records of before 2010, too.
    """

    headline: str
    listing: Listing | None = None
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    contest: Contest | None = None
    historic: bool = False


@dataclass(frozen=True, slots=True)
class Career:
    """`every` holds all contests, oldest first, `chosen` those the question is about.

    `scope` says which these are, "since 2010" where nothing narrows them. `against` is the party of
    the others, where the party that is named is not the person's own.
    """

    catalogue: Catalogue
    asked: Question
    person: Person
    every: tuple[Showing, ...]
    chosen: tuple[Showing, ...]
    election: WantedElection | None
    against: str = ""

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def wins(self) -> list[Showing]:
        return [one for one in self.chosen if one.won]

    @property
    def defeats(self) -> list[Showing]:
        return [one for one in self.chosen if not one.won]

    @property
    def scope(self) -> str:
        said = [f"in {self.catalogue.seats.by_code[one].name}" for one in self.asked.seats[:1]]
        party = self.catalogue.parties.get(self.asked.parties[0]) if self.asked.parties else None
        said += [f"for {party.name}"] if party else []
        said += [f"in “{self.election.said}”"] if self.election else []
        said += [f"“{self.asked.span.said}”"] if self.asked.span else []
        return ", ".join(said) or "since 2010"

    def answered(self, sentence: str, *, yes: bool | None) -> str:
        """None says that the claim was not worked out, so that neither is said."""
        limited = self.asked.limit is not None and self.asked.measure not in _LIMITED
        if not self.asked.yes_or_no or yes is None or limited:
            return sentence
        word = "Yes" if yes else "No"
        return f"{word}: in {sentence[3:]}" if sentence.startswith("In ") else f"{word}: {sentence}"


def career_of(catalogue: Catalogue, asked: Question) -> Career | None:
    """None where nobody is named, or somebody of whom no contest is known any more."""
    every = [one for person in asked.persons[:1] for one in showings(catalogue, person)]
    if not every:
        return None
    person = catalogue.persons.get(asked.persons[0]) or every[-1].candidacy.person
    election = wanted(catalogue, asked)
    chosen = [one for one in every if _is_asked(one, catalogue, asked, election)]
    against = ""
    if asked.parties and not chosen and asked.measure in _OF_OTHERS:
        # "Did Corbyn beat Labour": the party is not one that the person stood for then.
        against, asked = asked.parties[0], replace(asked, parties=())
        chosen = [one for one in every if _is_asked(one, catalogue, asked, election)]
    return Career(catalogue, asked, person, tuple(every), tuple(chosen), election, against)


def showings(catalogue: Catalogue, person_id: str) -> list[Showing]:
    """Oldest first."""
    found = []
    for one, _ in reversed(catalogue.contests.ids_of_person(person_id)):
        contest = catalogue.contests.get(one)
        own = placing.of_person(contest, person_id) if contest else None
        if contest is not None and own is not None:
            result = ContestResult(contest, catalogue.contests.baseline(contest))
            found.append(Showing(result, own))
    return found


def _is_asked(
    one: Showing, catalogue: Catalogue, asked: Question, election: WantedElection | None
) -> bool:
    contest = one.contest
    is_by_election = contest.kind is ContestKind.BY_ELECTION
    if election and not election.suits(one.day, is_by_election=is_by_election):
        return False
    codes = [
        code
        for seat in asked.seats
        for code in catalogue.seats.codes_of_name(catalogue.seats.by_code[seat])
    ]
    if codes and contest.constituency.code not in codes:
        return False
    if asked.parties and one.candidacy.party.id not in asked.parties:
        return False
    return asked.span is None or _within(catalogue, asked.span, one.day)


def _within(catalogue: Catalogue, span: Span, day: date) -> bool:
    """A Parliament lasts from its general election to the day before the next.

    Its years may count back: -1 is the latest, -2 the one before.
    """
    if not span.parliament:
        return (span.first or day.year) <= day.year <= (span.last or day.year)
    general = sorted(catalogue.elections.days())
    begun = [one for one in general if one <= day]
    if not begun or span.first is None:
        return False
    if span.first < 0:
        return -span.first <= len(general) and begun[-1] == general[span.first]
    return begun[-1].year == span.first


def contests(number: int) -> str:
    return "1 contest" if number == 1 else f"{number} contests"
