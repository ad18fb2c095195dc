"""Whom somebody beat, and who beat them."""

from dataclasses import dataclass

from bot.answers import figures, naming, placing
from bot.answers.reply import Cell, Column, Listing, Unit
from bot.answers.showings import Career, Recounted, Showing
from bot.answers.victory import majority, victory
from bot.elections import arithmetic
from bot.elections.contest import Candidacy
from bot.questions.question import Measure

_COLUMNS = (
    Column("Constituency"),
    Column("Day", Unit.DAY),
    Column("Opponent"),
    Column("Party"),
    Column("By", Unit.COUNT),
    Column("Points", Unit.POINTS),
)
_MEETINGS = (
    Column("Constituency"),
    Column("Day", Unit.DAY),
    Column("Ahead"),
    Column("Behind"),
    Column("By", Unit.COUNT),
    Column("Points", Unit.POINTS),
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A contest in which two persons stood."""

    own: Showing
    rival: Candidacy

    @property
    def ahead(self) -> bool:
        contest = self.own.contest
        return placing.place_of(self.own.candidacy, contest) < placing.place_of(self.rival, contest)

    @property
    def in_order(self) -> tuple[Candidacy, Candidacy]:
        own, rival = self.own.candidacy, self.rival
        return (own, rival) if self.ahead else (rival, own)

    def told(self) -> str:
        contest = self.own.contest
        first, second = self.in_order
        apart = figures.votes(first.votes - second.votes)
        told = (
            f"{self.own.where()} {placing.showing(first, contest)}, {apart} ahead of "
            f"{placing.named(second)}, who {placing.came(second, contest)}"
        )
        if first is contest.winner:
            return told
        return f"{told}; {placing.named(contest.winner)} won"

    def row(self) -> tuple[Cell, ...]:
        first, second = self.in_order
        apart = first.votes - second.votes
        points = arithmetic.share(apart, self.own.contest.valid_votes)
        return (
            self.own.seat,
            self.own.day,
            first.standing_as,
            second.standing_as,
            apart,
            points,
        )


def beaten(career: Career) -> Recounted:
    """The runner-up of each contest that was won, newest first."""
    wins = list(reversed(career.wins))
    if not wins:
        return Recounted(career.answered(_no_wins(career), yes=False))
    told = career.answered(_beat(wins[0]), yes=True)
    if len(wins) > 1:
        told = f"{told}. That was the latest of {len(wins)} contests won {career.scope}"
    return Recounted(told, listing(career, wins, "beaten"))


def _beat(one: Showing) -> str:
    contest = one.contest
    if contest.runner_up is None or contest.majority == 0:
        return f"{one.where()} {victory(contest)}"
    others = len(contest.candidacies) - 2
    more = {0: "", 1: ", and one other"}.get(others, f", and {others} others")
    return (
        f"{one.where()} {placing.named(one.candidacy)} beat {placing.named(contest.runner_up)} "
        f"by {majority(contest, 'votes')}{more}"
    )


def _no_wins(career: Career) -> str:
    latest = career.chosen[-1]
    return f"{career.name} won no contest {career.scope}. {latest.told()}; {_winner(latest)} won"


def _winner(one: Showing) -> str:
    return placing.named(one.contest.winner)


def lost_to(career: Career) -> Recounted:
    """The winner of each contest that was lost, newest first."""
    defeats = list(reversed(career.defeats))
    if not defeats:
        latest = career.chosen[-1]
        told = f"{career.name} lost no contest {career.scope}. {latest.told()}"
        return Recounted(career.answered(told, yes=False))
    newest = defeats[0]
    told = (
        f"{newest.where()} {placing.named(newest.candidacy)} lost to {_winner(newest)} by "
        f"{placing.behind(newest.candidacy, newest.contest)}, and "
        f"{placing.came(newest.candidacy, newest.contest)}"
    )
    told = career.answered(told, yes=True)
    if len(defeats) > 1:
        told = f"{told}. That was the latest of {len(defeats)} contests lost {career.scope}"
    return Recounted(told, listing(career, defeats, "defeats"))


def listing(career: Career, of: list[Showing], name: str) -> Listing:
    return Listing(f"{career.person.id}-{name}", _COLUMNS, tuple(_row(one) for one in of))


def _row(one: Showing) -> tuple[Cell, ...]:
    """The runner-up where the contest was won, else the winner."""
    contest = one.contest
    other = contest.runner_up if one.won else contest.winner
    by = contest.majority if one.won else contest.winner.votes - one.candidacy.votes
    return (
        one.seat,
        one.day,
        other.standing_as if other else None,
        naming.party(other) if other else None,
        by,
        arithmetic.share(by, contest.valid_votes),
    )


def met(career: Career, other_id: str) -> Recounted:
    """Who came ahead in the contests in which both stood: that one of them won need not be."""
    meetings = [
        Meeting(one, rival)
        for one in reversed(career.chosen)
        if (rival := placing.of_person(one.contest, other_id)) is not None
    ]
    if not meetings:
        other = career.catalogue.persons.get(other_id)
        name = other.name if other else "that candidate"
        told = f"{career.name} and {name} stood in no contest together {career.scope}"
        return Recounted(career.answered(told, yes=False))
    lost = career.asked.measure is Measure.LOST_TO
    agreeing = [one for one in meetings if one.ahead is not lost]
    newest = (agreeing or meetings)[0]
    told = career.answered(newest.told(), yes=bool(agreeing))
    rows = tuple(one.row() for one in meetings)
    met_in = Listing(f"{career.person.id}-{other_id}", _MEETINGS, rows)
    return Recounted(f"{told}{_tally(career, meetings)}", met_in)


def _tally(career: Career, meetings: list[Meeting]) -> str:
    if len(meetings) == 1:
        return ""
    ahead = sum(one.ahead for one in meetings)
    rival = meetings[0].rival.standing_as
    return (
        f". They met in {len(meetings)} contests: {career.name} was ahead in {ahead}, "
        f"{rival} in {len(meetings) - ahead}"
    )
