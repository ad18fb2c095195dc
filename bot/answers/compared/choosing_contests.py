"""Which contests are compared, and what to say where there is none."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers import polls, wording
from bot.answers import seat as seat_answer
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.contest import ContestId, ContestKind
from bot.elections.result import ContestResult
from bot.questions.question import Question, WantedElection


def result(catalogue: Catalogue, contest_id: ContestId) -> ContestResult | None:
    contest = catalogue.contests.get(contest_id)
    return ContestResult(contest, catalogue.contests.baseline(contest)) if contest else None


def wanted(asked: Question) -> list[WantedElection]:
    return list(asked.elections) or ([asked.election] if asked.election else [])


def chosen(
    catalogue: Catalogue, seat: Constituency, election: WantedElection
) -> ContestResult | None:
    """The seat's contest, or its namesake's, at the election."""
    if election.back is not None:
        day = polls.general_election(catalogue, election)
        election = replace(election, back=None, day=day)
    found = seat_answer.choose(catalogue, seat, election)
    return result(catalogue, found) if found else None


def newest_common(catalogue: Catalogue, seats: list[Constituency]) -> list[ContestResult] | None:
    """All seats at the latest general election at which each has a result."""
    contests = [seat_answer.contests_of_name(catalogue, seat) for seat in seats]
    by_day = [
        {one.polled_on: one for one, kind in ids if kind is ContestKind.GENERAL} for ids in contests
    ]
    common = set(by_day[0]).intersection(*by_day[1:])
    if not common:
        return None
    found = [result(catalogue, ids[max(common)]) for ids in by_day]
    return [one for one in found if one]


def nothing(catalogue: Catalogue, asked: Question, sentence: str) -> Reply:
    unknown = [line for one in wanted(asked) for line in polls.unknown(catalogue, one)]
    return Reply(
        kind=ReplyKind.NOTHING,
        title="Nothing to compare",
        headline=unknown[0] if unknown else sentence,
        preface=asked.notes,
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title,),
    )


def left_out(names: Sequence[str]) -> list[str]:
    """What was named beyond what there is room for, in a sentence."""
    return [f"Left out: {wording.listed(names)}."] if names else []


def told(election: ContestResult) -> str:
    """ "2019", or "2026 by-election"."""
    contest = election.contest
    year = str(contest.polled_on.year)
    return year if contest.kind is ContestKind.GENERAL else f"{year} by-election"
