"""Runs and wins of a timeline in words, and what has to be said beside every one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import contest as contest_answer
from bot.answers import figures, provenance
from bot.answers.past.timeline import Run, Timeline, Win
from bot.answers.reply import Choice, Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.contest import ContestKind
from bot.elections.past import PastContest
from bot.questions.question import Question
from bot.text import slug

MOST_CHOICES = 5
NOT_CERTAIN = "Not certain"
_SEVERAL = 4  # elections from which on only the first and last are named
_BY_GROUP = (
    "Elections of 1918 to 2005 are known by group of parties (winners by name from 1997), under "
    "the constituency's name: boundaries were others. By-elections before 2010 are not in the data."
)
_UNIONISTS = "Until 1970 Ulster Unionists count among the Conservatives."


@dataclass(frozen=True, slots=True)
class Told:
    """A question about one seat's past, with all that its answers need.

    Of a seat that ended before 2010 the name and the region are all there is.
    """

    catalogue: Catalogue
    name: str
    region: str
    line: Timeline
    asked: Question

    @property
    def seat(self) -> Constituency | None:
        """The newest of the name."""
        return next(iter(self.line.seats), None)

    @property
    def known_since(self) -> date:
        """From this general election on, by-elections are known too."""
        return self.catalogue.span[0]

    def reply(
        self,
        about: str,
        headline: str,
        *,
        listing: Listing | None = None,
        notes: tuple[str, ...] = (),
        past: Sequence[PastContest] = (),
    ) -> Reply:
        """`past` are the contests before 2010 that the reply rests on."""
        contests, newest = self.line.contests, next(iter(self.line.wins), None)
        holder = newest.contest.winner.party if newest and newest.contest else None
        return Reply(
            kind=ReplyKind.HISTORY,
            title=f"{self.name} · {about}",
            headline=headline,
            preface=(*self.asked.notes, *provenance.not_settled(contests)),
            listing=listing,
            notes=(*notes, *_beside(self, past)),
            choices=self._choices(),
            colour=holder.colour if holder else None,
            as_of=self.catalogue.results.as_of if self.line.seats else None,
            sources=provenance.sources(
                self.catalogue, contests, historic=bool(past), settled=bool(self.line.seats)
            ),
        )

    def named(self, ending: str) -> str:
        """A file's name."""
        return f"{slug(self.name)}-{ending}"

    def every(self, run: Run) -> str:
        """ "every general election since 5 July 1945"."""
        # By-elections before 2010 are not known, so nothing is said of them.
        what = "general election" if run.first.polled_on < self.known_since else "election"
        return f"every {what} since {figures.day(run.first.polled_on)}"

    def spell(self, run: Run, *, now: bool) -> str:
        """How long: "since 4 July 2024", "at every general election from … to …"."""
        first, last = run.first.polled_on, run.last.polled_on
        if now and first > self.known_since:
            return f"since {figures.day(first)}"
        if now:
            return f"at {self.every(run)}"
        if len(run.wins) == 1:
            return f"at {election(run.first)}"
        return f"at {self.every(run).replace('since', 'from')} to {figures.day(last)}"

    def span(self) -> str:
        """ "elections since 1918"."""
        first = self.line.wins[-1].polled_on.year
        return f"elections since {first}"

    def _choices(self) -> tuple[Choice, ...]:
        kinds = [(one.contest.id, one.kind) for one in self.line.wins if one.contest]
        return tuple(
            contest_answer.contest_choice(self.catalogue, contest_id, kind)
            for contest_id, kind in kinds[:MOST_CHOICES]
        )


def election(win: Win) -> str:
    kind = "by-election" if win.kind is ContestKind.BY_ELECTION else "general election"
    return f"the {kind} of {figures.day(win.polled_on)}"


def with_member(win: Win) -> str:
    """ "Labour (Jeremy Corbyn)"."""
    if win.holder is None:
        return win.member or "somebody whom the data do not name"
    return f"{win.holder.name} ({win.member})" if win.member else win.holder.name


def why_unsettled(past: PastContest) -> str:
    if past.members > 1:
        return f"{figures.count(past.members)} members were elected, and votes are known by group"
    if past.pooled:
        return "the parties and independents counted as others had most votes together"
    return "nobody was opposed, and the data do not say who stood"


def runs_listing(told: Told, name: str, runs: Sequence[Run]) -> Listing:
    """Newest first."""
    rows = [
        (
            run.holder or NOT_CERTAIN,
            ", ".join(_elected(name, years) for name, years in run.members.items()) or None,
            run.first.polled_on,
            run.last.polled_on,
            len(run.wins),
        )
        for run in runs
    ]
    return Listing(
        told.named(name),
        (
            Column("Held by"),
            Column("Members"),
            Column("First won", Unit.DAY),
            Column("Last won", Unit.DAY),
            Column("Times", Unit.COUNT),
        ),
        tuple(rows),
    )


def _beside(told: Told, past: Sequence[PastContest]) -> list[str]:
    if not past:
        return []
    unionists = [_UNIONISTS] if any("Ireland" in one.region for one in past) else []
    return [_BY_GROUP, *unionists, *_unsettled(past), *_other_names(told, past)]


def _elected(name: str, years: list[int]) -> str:
    """ "Jeremy Corbyn 1997–2019": the years of the elections, not of the seat's end."""
    return f"{name} {years[0]}–{years[-1]}" if len(years) > 1 else f"{name} {years[0]}"


def _unsettled(past: Sequence[PastContest]) -> list[str]:
    """Which elections have no certain winner, by reason."""
    years: dict[str, list[str]] = {}
    for one in reversed(past):
        if one.won_by is None and one.winner is None:
            years.setdefault(why_unsettled(one), []).append(figures.month(one.polled_on))
    return [f"Who won is not certain in {_some(told)}: {why}." for why, told in years.items()]


def _other_names(told: Told, past: Sequence[PastContest]) -> list[str]:
    """Names under which the seat is looked for, other than its own."""
    own = {slug(told.name), *(slug(seat.name) for seat in told.line.seats)}
    years: dict[str, list[int]] = {}
    for one in reversed(past):
        if not _alike(slug(one.name), own):
            years.setdefault(one.name, []).append(one.polled_on.year)
    others = [
        f"{name} ({min(on)} to {max(on)})" if len(on) > 1 else f"{name} ({on[0]})"
        for name, on in years.items()
    ]
    return [f"Also under the name of {', '.join(others)}."] if others else []


def _alike(name: str, own: set[str]) -> bool:
    """Whether the words of a name are in the listed one: counties stood before divisions."""
    words = set(name.split("-"))
    return any(set(one.split("-")) - {"and", "the", "of"} <= words for one in own)


def _some(told: list[str]) -> str:
    return (
        ", ".join(told)
        if len(told) < _SEVERAL
        else f"{len(told)} elections, {told[0]} to {told[-1]}"
    )
