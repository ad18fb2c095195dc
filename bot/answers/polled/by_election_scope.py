"""Which by-elections are asked about, and how to say which."""

from dataclasses import dataclass, replace
from datetime import date

from bot.answers import figures, wording
from bot.answers.limits import meets
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question, Span, WantedElection

_WON = {Measure.WON, Measure.LATEST}


@dataclass(frozen=True, slots=True)
class Parliament:
    """By-elections after the one general election and before the other, None where it is open."""

    begun: date | None
    ended: date | None

    def holds(self, day: date) -> bool:
        return (self.begun is None or self.begun < day) and (self.ended is None or day < self.ended)


@dataclass(frozen=True, slots=True)
class Scope:
    """A question's limits. `party` is whom it is about, `other` from whom or to whom.

    `elections` name a time, `codes` are those of the seats and their namesakes.
    """

    catalogue: Catalogue
    asked: Question
    party: Party | None
    other: Party | None
    parliament: Parliament | None
    elections: tuple[WantedElection, ...]
    codes: frozenset[str]

    def covers(self, result: ContestResult) -> bool:
        """Whether it lies in the years, places and limits asked for, whoever won it."""
        asked, contest = self.asked, result.contest
        turnout = arithmetic.turnout_of_valid_votes(contest)
        if asked.limit and not meets(asked.limit, contest.majority, turnout):
            return False
        seat = contest.constituency
        persons = {one.person.id for one in contest.candidacies}
        return (
            self._covers_day(contest.polled_on)
            and (not asked.areas or bool({seat.country, seat.region}.intersection(asked.areas)))
            and (not asked.seats or seat.code in self.codes)
            and (not asked.persons or not persons.isdisjoint(asked.persons))
        )

    def counts(self, result: ContestResult) -> bool:
        """Whether it is one that the measure asks for."""
        winner, loser = result.outcome.winner, result.outcome.gained_from
        gains: dict[Measure, tuple[Party | None, Party | None]] = {
            Measure.GAINED: (self.party, self.other),
            Measure.LOST: (self.other, self.party),
        }
        if self.asked.measure is Measure.CHANGES:
            return loser is not None and self.party in {None, winner, loser}
        if self.asked.measure in gains:
            by, of = gains[self.asked.measure]
            return loser is not None and by in {None, winner} and of in {None, loser}
        if self.party is None:
            return True
        held = result.before.held_by if result.before else None
        defended = self.asked.measure not in _WON and held == self.party
        return winner == self.party or defended

    @property
    def said(self) -> str:
        """ "in the Parliament of 2019 to 2024 in Wales with a turnout under 30%"."""
        parts = (
            self._when() or f"since {self._begun.year}",
            self._where(),
            _limit_said(self.asked),
        )
        return " ".join(part for part in parts if part)

    @property
    def limits(self) -> str:
        """The same, with nothing for all that are known."""
        parts = (self._when(), self._where(), _limit_said(self.asked))
        return " ".join(part for part in parts if part)

    @property
    def _begun(self) -> date:
        """The general election since which by-elections are known."""
        return self.catalogue.span[0]

    @property
    def all_unknown(self) -> bool:
        """Whether only years are asked for of which no by-election is known."""
        begun, span = self.parliament, self.asked.span
        if begun is not None:
            return begun.ended is not None and begun.ended <= self._begun
        if span is not None:
            return span.last is not None and span.last < self._begun.year
        years = [_year(one) for one in self.elections]
        return bool(years) and all(0 < year < self._begun.year for year in years)

    @property
    def partly_unknown(self) -> bool:
        """Whether some such years are among them."""
        span = self.asked.span
        if span is not None:
            first = span.first or self._begun.year
            return 0 < first < self._begun.year and not self.all_unknown
        return any(0 < _year(one) < self._begun.year for one in self.elections)

    def _where(self) -> str:
        people = [one for key in self.asked.persons if (one := self.catalogue.persons.get(key))]
        seats = [self.catalogue.seats.by_code[code].name for code in self.asked.seats]
        parts = (
            wording.within(self.asked.areas),
            f"in {wording.listed(seats)}" if seats else "",
            f"with {wording.listed([one.name for one in people])}" if people else "",
        )
        return " ".join(part for part in parts if part)

    def _covers_day(self, day: date) -> bool:
        begun, span, wanted = self.parliament, self.asked.span, self.elections
        if begun is not None and not begun.holds(day):
            return False
        if begun is None and span and not _within(span, day):
            return False
        return not wanted or any(one.suits(day, is_by_election=True) for one in wanted)

    def _when(self) -> str:
        begun, span, wanted = self.parliament, self.asked.span, self.elections
        if begun is not None:
            return _parliament_said(begun)
        if wanted:
            return wording.listed([_time_said(one) for one in wanted])
        if span is not None and self.partly_unknown:
            span = replace(span, first=self._begun.year)
        return _span_said(span)


def scope_of(catalogue: Catalogue, asked: Question) -> Scope:
    party, other = (_party(catalogue, asked, place) for place in (0, 1))
    # Two years from and to which are named as elections, too.
    named = () if asked.span else (*asked.elections, *([asked.election] if asked.election else []))
    wanted = [
        one for one in named if one.by_election is not False and (one.year or one.day or one.month)
    ]
    codes = [
        code
        for one in asked.seats
        for code in catalogue.seats.codes_of_name(catalogue.seats.by_code[one])
    ]
    return Scope(
        catalogue,
        asked,
        party,
        other,
        parliament(catalogue, asked.span) if asked.span and asked.span.parliament else None,
        tuple(dict.fromkeys(wanted)),
        frozenset(codes),
    )


def _party(catalogue: Catalogue, asked: Question, place: int) -> Party | None:
    named = asked.parties[place : place + 1]
    return catalogue.parties.get(named[0]) if named else None


def parliament(catalogue: Catalogue, span: Span) -> Parliament:
    """`first` is the year of the general election that began it, or -1 for the one that sits.

    It ended with the general election of `last`, or else with the next one there was.
    """
    days = list(reversed(catalogue.elections.days()))
    begun: date | None
    if span.first is not None and span.first < 0:
        begun = days[max(span.first, -len(days))]
    else:
        first = span.first or 0
        started = [day for day in days if day.year <= first]
        begun = started[-1] if started else None
    after = [day for day in days if begun is None or day > begun]
    ended = [day for day in after if span.last is None or span.last <= day.year]
    return Parliament(begun, ended[0] if ended else None)


def _within(span: Span, day: date) -> bool:
    return (span.first or day.year) <= day.year <= (span.last or day.year)


def _parliament_said(which: Parliament) -> str:
    if which.begun is None:
        return f"before the general election of {which.ended.year}" if which.ended else ""
    if which.ended is None:
        return f"since the general election of {figures.day(which.begun)}"
    return f"in the Parliament of {which.begun.year} to {which.ended.year}"


def _time_said(wanted: WantedElection) -> str:
    """ "on 15 November 2012", "in November 2012", "in 2012"."""
    if wanted.day is not None:
        return f"on {figures.day(wanted.day)}"
    if wanted.month and wanted.year:
        return f"in {figures.month(date(wanted.year, wanted.month, 1))}"
    return f"in {wanted.year or wanted.said}"


def _year(wanted: WantedElection) -> int:
    """0 where none is named."""
    return wanted.day.year if wanted.day else wanted.year or 0


def _limit_said(asked: Question) -> str:
    """ "with a turnout under 30%", "with a majority over 10,000"."""
    limit = asked.limit
    if limit is None:
        return ""
    figure = f"{limit.figure * 100:g}%" if limit.is_share else figures.count(int(limit.figure))
    of = "turnout" if limit.is_share else "majority"
    return f"with a {of} {'over' if limit.over else 'under'} {figure}"


def _span_said(span: Span | None) -> str:
    if span is None or (span.first is None and span.last is None):
        return ""
    if span.last is None:
        return f"since {span.first}"
    if span.first is None:
        return f"up to {span.last}"
    return f"from {span.first} to {span.last}" if span.first != span.last else f"in {span.first}"
