"""Everything Teller answers, as one object that the terminal and Discord share."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answers import choosing, guide, topics
from bot.answers import contest as contest_answer
from bot.answers.drawn import gallery
from bot.answers.formed import wrong_option
from bot.answers.live import declared as declared_answer
from bot.answers.looking import looked_at
from bot.answers.named import Named
from bot.answers.offering import MOST, Offers
from bot.answers.reply import Choice, Reply
from bot.answers.sketch import Sketch
from bot.catalogue.catalogue import Catalogue
from bot.declarations.newsroom import Newsroom
from bot.names.finding import Finding, Kind
from bot.names.room import NamesRoom
from bot.questions import forms
from bot.questions.elections import find_election
from bot.questions.looking import question_shown
from bot.questions.question import Question, Topic, WantedElection
from bot.questions.reading import Reader
from bot.questions.understanding import LONGEST, printable, understand

if TYPE_CHECKING:
    from bot.pictures.charts import Chart

# Nothing is asked of these names, so that every rule is tried.
_FIRST_QUESTIONS = tuple(
    f"{name} paper"
    for name in ("bath", "corbyn", "labour", "bath labour corbyn", "by-election", "")
)


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
        self._reader = Reader(catalogue, names)
        self._named = Named(catalogue, names)
        self._offers = Offers(catalogue, names)

    def ask(self, text: str) -> Reply:
        """The answer to free text: "who won bath", "corbyn 2019", "n19 5qq", "/seats 2019"."""
        shown = question_shown(printable(text)[:LONGEST])
        if shown is not None:
            return looked_at(self.ask(shown))
        question = understand(text)
        plain = forms.is_for_a_name(text) or self._named.is_only_a_name(question)
        if question.topic in {Topic.RESULT, Topic.REFUSED} and not plain:
            question = self._reader.read(forms.spoken(printable(text)[:LONGEST])) or question
        return self._answer(question)

    def warm_up(self) -> None:
        """Loads and reads now what would keep the first questions waiting."""
        topics.load()
        for question in _FIRST_QUESTIONS:
            self._reader.read(question)

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

    def candidate(self, name: str, election: str | None = None) -> Reply:
        return self.ask(forms.candidate(name, election))

    def party(self, party: str, area: str | None = None, election: str | None = None) -> Reply:
        wrong = wrong_option(self._names, election=election)
        return wrong or self.ask(forms.party(party, area, election))

    def seats(self, election: str | None = None, area: str | None = None) -> Reply:
        wrong = wrong_option(self._names, election=election)
        return wrong or self.ask(forms.seats(election, area))

    def top(
        self,
        measure: str,
        order: str | None = None,
        party: str | None = None,
        area: str | None = None,
        election: str | None = None,
        count: int | None = None,
    ) -> Reply:
        wrong = wrong_option(self._names, party, election)
        return wrong or self.ask(forms.top(measure, order, party, area, election, count))

    def history(self, place: str) -> Reply:
        return self.ask(forms.history(place))

    def compare(self, first: str, second: str, election: str | None = None) -> Reply:
        wrong = wrong_option(self._names, election=election)
        return wrong or self.ask(forms.compare(first, second, election))

    def by_elections(self, year: str | None = None, party: str | None = None) -> Reply:
        return self.ask(forms.by_elections(year, party))

    def map(
        self,
        measure: str | None = None,
        party: str | None = None,
        place: str | None = None,
        election: str | None = None,
    ) -> Reply:
        """`place` is a nation, a region, a constituency or a choice of one."""
        wrong = wrong_option(self._names, party, election)
        return wrong or self.ask(forms.mapped(measure, party, place, election))

    def open(self, kind: str, key: str, wanted: WantedElection | None = None) -> Reply:
        """The answer for a choice. One that is not known any more is said to be so."""
        return self._named.open(kind, key, wanted)

    def suggest(
        self, typed: str, limit: int = MOST, kinds: frozenset[Kind] | None = None
    ) -> tuple[Choice, ...]:
        return self._offers.names(typed, limit, kinds)

    def suggest_elections(self, place: str, typed: str = "") -> tuple[Choice, ...]:
        return self._offers.elections(place, typed)

    def suggest_areas(self, typed: str) -> tuple[Choice, ...]:
        return self._offers.areas(typed)

    def suggest_places(self, typed: str) -> tuple[Choice, ...]:
        """Nations and regions, then constituencies."""
        return self._offers.places(typed)

    def suggest_parties(self, typed: str) -> tuple[Choice, ...]:
        return self._offers.parties(typed)

    def chart(self, sketch: Sketch) -> "Chart | None":
        """What a picture is to show, None where what it was of is not known any more."""
        return gallery.chart_of(self._catalogue, sketch)

    def declared_chart(self, entry: int) -> "Chart | None":
        """What that entry of the journal says, None where something else is true since."""
        if self._newsroom is None:
            return None
        [news] = self._newsroom.news([entry])
        return gallery.chart_of_news(self._catalogue, news)

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
            Topic.DECLARED: self.declared,
            Topic.SUBSCRIBE: guide.where_to_subscribe,
            Topic.DISCORD: guide.where_to_post,
        }
        if question.topic in fixed:
            return fixed[question.topic]()
        if question.unclear:
            return choosing.unclear(self._catalogue, question)
        answer = topics.answer_of(question.topic)
        if answer is not None:
            return answer(self._catalogue, question)
        return self._result(question)

    def _result(self, question: Question) -> Reply:
        """A whole result; who or where it is of may have been found already."""
        for kind, keys in (
            (Kind.CONSTITUENCY, question.seats),
            (Kind.PERSON, question.persons),
            (Kind.PARTY, question.parties),
        ):
            if keys:
                wanted = question.election
                named = self._named.then(question.name, wanted) if question.seats else None
                reply = named or self._named.open(kind, keys[0], wanted)
                for note in question.notes:
                    reply = contest_answer.with_preface(reply, note)
                return reply
        return self._named.answer(question)
