"""A contest of which nothing is declared yet: who stands in it, and when polling day is."""

from bot.answers import contest as contest_answer
from bot.answers import figures, naming
from bot.answers.reply import Choice, Fact, Reply, ReplyKind, Standing
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.contest import ContestId, ContestKind, Nominated, Nomination
from bot.questions.question import WantedElection


def wanted(
    catalogue: Catalogue, seat: Constituency, election: WantedElection | None
) -> tuple[ContestId, ContestKind] | None:
    """The contest of the seat that is to come next and of which it is known who stands, if that
    can be meant."""
    suiting = [
        (one, kind)
        for one, kind in reversed(catalogue.contests.to_come([seat.code]))
        if election is None
        or election.suits(one.polled_on, is_by_election=kind is ContestKind.BY_ELECTION)
    ]
    known = (pair for pair in suiting if catalogue.contests.nominated(pair[0]).nominations)
    return next(known, None)


def answer(catalogue: Catalogue, contest_id: ContestId, kind: ContestKind) -> Reply:
    """No votes, and nothing that could be taken for a result."""
    nominated = catalogue.contests.nominated(contest_id)
    seat, day = catalogue.seats.by_code[contest_id.code], figures.day(contest_id.polled_on)
    before = _last_time(catalogue, seat)
    told = (nominated.source, nominated.named_by, catalogue.results.title if before else "")
    return Reply(
        kind=ReplyKind.CONTEST,
        title=f"{seat.name} · {naming.kind(kind)}, {day}",
        headline=f"Nothing is declared yet. Polling day: {figures.weekday(contest_id.polled_on)}.",
        preface=(*_named(nominated), _how_many(len(nominated.nominations))),
        standings=tuple(_standing(one) for one in nominated.nominations),
        facts=tuple(before),
        choices=tuple(_earlier(catalogue, seat)),
        sources=tuple(dict.fromkeys(filter(None, told))),
    )


def _named(nominated: Nominated) -> list[str]:
    winner = nominated.winner
    return [contest_answer.named(winner, nominated.named_by)] if winner else []


def _how_many(number: int) -> str:
    return "One candidate stands:" if number == 1 else f"{number} candidates stand, by family name:"


def _standing(one: Nomination) -> Standing:
    return Standing(
        name=one.standing_as,
        party=naming.party(one),
        party_short=one.party.short,
        votes="",
        share="",
    )


def _last_time(catalogue: Catalogue, seat: Constituency) -> list[Fact]:
    """Who won the seat's last contest."""
    for one, kind in catalogue.contests.ids_of_seats(catalogue.seats.codes_of_name(seat)):
        contest = catalogue.contests.get(one)
        if contest is not None:
            before = catalogue.contests.baseline(contest)
            label = f"{naming.kind(kind).capitalize()} before"
            return [Fact(label, contest_answer.by_election(contest, before))]
    return []


def _earlier(catalogue: Catalogue, seat: Constituency) -> list[Choice]:
    contests = catalogue.contests.ids_of_seats(catalogue.seats.codes_of_name(seat))
    choices = [contest_answer.contest_choice(catalogue, one, kind) for one, kind in contests]
    return choices[: contest_answer.MOST_CHOICES]
