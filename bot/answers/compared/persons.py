"""Two or more people: their careers, and the contests in which they met."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, placing, wording
from bot.answers.compared import choosing_contests, weighing
from bot.answers.compared.weighing import Figure, Weighed, weigh
from bot.answers.national import progress
from bot.answers.reply import Choice, Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.contest import Candidacy, Contest, ContestKind
from bot.elections.person import Person
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question, WantedElection

MOST = 4
_MOST_CHOICES = 5
_SINCE = "Contests before 2010 are not in the data."
_COLUMNS = (
    Column("Candidate"),
    Column("Stood", Unit.COUNT),
    Column("Won", Unit.COUNT),
    Column("Best share", Unit.SHARE),
    Column("Best result"),
    Column("Latest share", Unit.SHARE),
    Column("Latest result"),
)


@dataclass(frozen=True, slots=True)
class Career:
    """A person's contests, newest first, with their own candidacies."""

    person: Person
    contests: tuple[tuple[Contest, Candidacy], ...]

    @property
    def wins(self) -> int:
        return sum(own is contest.winner for contest, own in self.contests)

    @property
    def best(self) -> tuple[Contest, Candidacy]:
        """By share of the vote."""
        return max(self.contests, key=lambda one: _share(*one) or 0)


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    people = [one for key in asked.persons[:MOST] if (one := catalogue.persons.get(key))]
    wanted = choosing_contests.wanted(asked)
    careers = [_career(catalogue, person, wanted) for person in people]
    if any(not one.contests for one in careers):
        return choosing_contests.nothing(catalogue, asked, _absent(careers, wanted))
    names = wording.listed([one.name for one in people])
    met = _met(careers)
    contests = [contest for one in careers for contest, _ in one.contests]
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{names} · {_years(contests)}",
        headline=_headline(asked, careers, met),
        preface=(
            *asked.notes,
            *choosing_contests.left_out(_names(catalogue, asked.persons[MOST:])),
            *progress.liveness([ContestResult(one, None) for one in contests]),
        ),
        listing=Listing(
            wording.file_name(*(one.name for one in people)),
            _COLUMNS,
            tuple(_row(one) for one in careers),
        ),
        notes=(*(_meeting(contest, careers) for contest in met[1:]), _SINCE),
        choices=_choices(catalogue, careers, met),
    )
    return progress.with_sources(catalogue, [ContestResult(one, None) for one in contests], reply)


def _names(catalogue: Catalogue, keys: Sequence[str]) -> list[str]:
    return [one.name for key in keys if (one := catalogue.persons.get(key))]


def _career(catalogue: Catalogue, person: Person, wanted: list[WantedElection]) -> Career:
    """All contests, or those of the elections that were named."""
    found = [
        (contest, own)
        for one, kind in catalogue.contests.ids_of_person(person.id)
        if _suits(catalogue, wanted, one.polled_on, kind)
        and (contest := catalogue.contests.get(one))
        and (own := placing.of_person(contest, person.id))
    ]
    return Career(person, tuple(found))


def _suits(
    catalogue: Catalogue, wanted: list[WantedElection], day: date, kind: ContestKind
) -> bool:
    days = catalogue.elections.days()
    return not wanted or any(
        day == days[one.back]
        if one.back is not None and one.back < len(days)
        else one.suits(day, is_by_election=kind is ContestKind.BY_ELECTION)
        for one in wanted
    )


def _absent(careers: list[Career], wanted: list[WantedElection]) -> str:
    names = wording.listed([one.person.name for one in careers if not one.contests])
    said = wording.listed([f"“{one.said}”" for one in wanted])
    return f"{names} did not stand in {said}." if said else f"No contest of {names} is known."


def _met(careers: list[Career]) -> list[Contest]:
    """The contests in which all of them stood, newest first."""
    ids = [{contest.id for contest, _ in one.contests} for one in careers]
    common = ids[0].intersection(*ids[1:])
    return [contest for contest, _ in careers[0].contests if contest.id in common]


def _headline(asked: Question, careers: list[Career], met: list[Contest]) -> str:
    weighed = _weighed(asked, careers)
    if weighed and not (met and asked.measure is Measure.WINNER):
        return weighed
    if met:
        times = wording.number(len(met), "contest")
        start = f"They met in {times}; the latest: " if len(met) > 1 else ""
        others = [one for one in careers if one.contests[0][0] != met[0]]
        latest = "".join(f" {_latest(one)}." for one in others)
        return f"{start}{_meeting(met[0], careers)}{latest}"
    told = [f"{_latest(one)}; {_won(one)}" for one in careers]
    when = "there" if choosing_contests.wanted(asked) else "since 2010"
    return f"{'. '.join(told)}. They did not stand against each other {when}."


def _won(career: Career) -> str:
    return f"won {career.wins} of {wording.number(len(career.contests), 'contest')}"


def _latest(career: Career) -> str:
    """ "Ann Able: 12,345 votes, 40.0%, and a majority of 1,234 in Bath, 4 July 2024"."""
    contest, own = career.contests[0]
    if own is contest.winner:
        margin = f"a majority of {figures.count(contest.majority)}"
    else:
        margin = f"{figures.count(contest.winner.votes - own.votes)} behind the winner"
    where = f"{contest.constituency.name}, {figures.day(contest.polled_on)}"
    return f"{career.person.name}: {placing.got(own, contest)}, {margin}, in {where}"


def _weighed(asked: Question, careers: list[Career]) -> str:
    """By the latest contest of each where a figure of contests is asked for."""
    latest = [one.contests[0] for one in careers]
    values: dict[Measure, tuple[Figure, list[float | None]]] = {
        Measure.WINS: (Figure("number of wins", "larger", weighing.count), _counts(careers)),
        Measure.WINNER: (Figure("number of wins", "larger", weighing.count), _counts(careers)),
        Measure.STOOD: (
            Figure("number of contests", "larger", weighing.count),
            [len(one.contests) for one in careers],
        ),
        Measure.VOTES: (
            Figure("vote at the latest contest", "larger", weighing.votes),
            [own.votes for _, own in latest],
        ),
        Measure.SHARE: (
            Figure("share at the latest contest", "larger", figures.percent),
            [_share(contest, own) for contest, own in latest],
        ),
        Measure.MAJORITY: (
            Figure("majority at the latest contest", "larger", weighing.votes),
            [contest.majority if own is contest.winner else None for contest, own in latest],
        ),
    }
    if asked.measure not in values:
        return ""
    figure, found = values[asked.measure]
    things = [
        Weighed(one.person.name, f"for {one.person.name}", value)
        for one, value in zip(careers, found, strict=True)
    ]
    return weigh(asked, figure, things)


def _counts(careers: list[Career]) -> list[float | None]:
    return [one.wins for one in careers]


def _meeting(contest: Contest, careers: list[Career]) -> str:
    """ "Bath, general election, 4 July 2024: Ann Able beat Bob Best, 45.0% to 30.0%."."""
    own = [one for one in contest.candidacies if one.person.id in {c.person.id for c in careers}]
    first, *others = own
    names = wording.listed([one.standing_as for one in others])
    level = all(one.votes == first.votes for one in others)
    verb = "won by lot over" if level and first is contest.winner else "finished ahead of"
    verb = "beat" if not level and first is contest.winner else verb
    told = " to ".join(_got(contest, one) for one in own)
    return f"{naming.title(contest)}: {first.standing_as} {verb} {names}, {told}."


def _got(contest: Contest, own: Candidacy) -> str:
    """ "24,120 (49.2%)"."""
    share = _share(contest, own)
    portion = f" ({figures.percent(share)})" if share is not None else ""
    return f"{figures.count(own.votes)}{portion}"


def _row(career: Career) -> tuple[str | int | float | None, ...]:
    best, latest = career.best, career.contests[0]
    return (
        career.person.name,
        len(career.contests),
        career.wins,
        _share(*best),
        _told(*best),
        _share(*latest),
        _told(*latest),
    )


def _told(contest: Contest, own: Candidacy) -> str:
    """ "1st of 7 for Labour in Bath, 4 July 2024"."""
    return (
        f"{placing.ordinal(placing.place_of(own, contest))} of {len(contest.candidacies)} for "
        f"{naming.party(own)} in {contest.constituency.name}, {figures.day(contest.polled_on)}"
    )


def _share(contest: Contest, own: Candidacy) -> float | None:
    return arithmetic.share(own.votes, contest.valid_votes)


def _years(contests: list[Contest]) -> str:
    years = sorted({one.polled_on.year for one in contests})
    span = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return f"contests, {span}"


def _choices(catalogue: Catalogue, careers: list[Career], met: list[Contest]) -> tuple[Choice, ...]:
    """Where they met, then the latest of each."""
    wanted = {one.id: one for one in (*met, *(career.contests[0][0] for career in careers))}
    return tuple(
        replace(choice, short=choice.label)
        for one in list(wanted.values())[:_MOST_CHOICES]
        for choice in [contest_answer.contest_choice(catalogue, one.id, one.kind)]
    )
