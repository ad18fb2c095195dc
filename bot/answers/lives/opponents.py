"""Whom somebody beat, and who beat them."""

from dataclasses import dataclass

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, placing
from bot.answers.lives.showings import Career, Recounted, Showing
from bot.answers.lives.terms import by_seat
from bot.answers.reply import Cell, Column, Listing, Standing, Unit
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
    """Everybody in the latest contest won, and the runner-up of each, newest first."""
    wins = list(reversed(career.wins))
    if not wins:
        told = career.answered(_no_wins(career), yes=False)
        return Recounted(told, standings=_standings(career.chosen[-1]))
    told = career.answered(_beat(wins[0]), yes=True)
    if len(wins) == 1:
        return Recounted(told, standings=_standings(wins[0]))
    told = f"{told}. That was the latest of {len(wins)} contests won {career.scope}"
    return Recounted(told, listing(career, wins, "beaten"), standings=_standings(wins[0]))


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


def _standings(one: Showing) -> tuple[Standing, ...]:
    contest, before = one.contest, one.result.before
    return tuple(contest_answer.standing(each, contest, before) for each in contest.candidacies)


def field(career: Career) -> Recounted:
    """Everybody who stood in the latest of the contests, whoever won."""
    latest = career.chosen[-1]
    number = len(latest.contest.candidacies) - 1
    others = {0: "nobody", 1: "1 other candidate"}.get(number, f"{number} other candidates")
    told = f"{latest.where()} {others} stood against {placing.named(latest.candidacy)}"
    ending = f"{told}, who {placing.came(latest.candidacy, latest.contest)}; {latest.ending()}"
    return Recounted(ending, standings=_standings(latest), contest=latest.contest)


def _no_wins(career: Career) -> str:
    latest = career.chosen[-1]
    return f"{career.name} won no contest {career.scope}. {latest.told()}; {_winner(latest)} won"


def _winner(one: Showing) -> str:
    return placing.named(one.contest.winner)


def lost_to(career: Career) -> Recounted:
    """The winner of each contest that was lost, newest first.

    Asked yes or no, the question is about the latest, or of a year about any of that year.
    """
    defeats, latest = list(reversed(career.defeats)), career.chosen[-1]
    won_last = career.asked.yes_or_no and career.election is None and latest.won
    if not defeats or won_last:
        told = f"{latest.told()}; {latest.ending()}"
        before = f". Lost before: {by_seat(career.defeats)}" if defeats else ""
        never = "" if career.asked.yes_or_no else f"{career.name} lost no contest {career.scope}. "
        return Recounted(career.answered(f"{never}{told}{before}", yes=False))
    newest = defeats[0]
    told = (
        f"{newest.where()} {placing.named(newest.candidacy)} lost to {_winner(newest)} by "
        f"{placing.behind(newest.candidacy, newest.contest)}, and "
        f"{placing.came(newest.candidacy, newest.contest)}"
    )
    told = career.answered(told, yes=True)
    if len(defeats) == 1:
        return Recounted(told)
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
    other = career.catalogue.persons.get(other_id)
    found = [(one, placing.of_person(one.contest, other_id)) for one in reversed(career.chosen)]
    return _compared(career, found, other.name if other else "that candidate")


def met_party(career: Career) -> Recounted:
    """The same of a party and its best candidate."""
    party = career.catalogue.parties.by_id[career.against]
    found = [
        (one, next((each for each in one.contest.candidacies if each.party == party), None))
        for one in reversed(career.chosen)
    ]
    return _compared(career, found, f"a candidate of {party.name}")


def _compared(
    career: Career, found: list[tuple[Showing, Candidacy | None]], other: str
) -> Recounted:
    meetings = [Meeting(one, rival) for one, rival in found if rival is not None]
    if not meetings:
        told = f"{career.name} and {other} stood in no contest together {career.scope}"
        return Recounted(career.answered(told, yes=False))
    lost = career.asked.measure is Measure.LOST_TO
    agreeing = [one for one in meetings if one.ahead is not lost]
    newest = (agreeing or meetings)[0]
    told = career.answered(newest.told(), yes=bool(agreeing))
    rows = tuple(one.row() for one in meetings)
    met_in = Listing(f"{career.person.id}-met", _MEETINGS, rows) if len(rows) > 1 else None
    return Recounted(f"{told}{_tally(career, meetings)}", met_in)


def _tally(career: Career, meetings: list[Meeting]) -> str:
    if len(meetings) == 1:
        return ""
    ahead, rival = sum(one.ahead for one in meetings), meetings[0].rival.standing_as
    if career.against:
        party = career.catalogue.parties.by_id[career.against].name
        number = len(meetings)
        return f". Of {number} contests with {party} {career.name} was ahead in {ahead}"
    return (
        f". They met in {len(meetings)} contests: {career.name} was ahead in {ahead}, "
        f"{rival} in {len(meetings) - ahead}"
    )
