"""What was announced beside what became official."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Declaration, DeclaredCandidate, Entry, Result
from bot.declarations.journal import Journal
from bot.elections.contest import Candidacy, Contest
from bot.text import alike

OFFICIAL = "UK Parliament, official result"


@dataclass(frozen=True, slots=True)
class Settled:
    """A contest that was declared live and is settled now. `differences` are parts of a sentence,
    none where all figures agree; `votes_differ` where one is about votes or candidates."""

    entry: Entry
    contest: Contest
    differences: tuple[str, ...]
    votes_differ: bool


def settlements(journal: Journal, catalogue: Catalogue) -> list[Settled]:
    """Of every contest that stands declared and is settled, oldest declaration first."""
    found = []
    for entry in reversed(journal.standing()):
        contest = catalogue.contests.settled(entry.contest)
        if contest is not None and entry.result is not None:
            found.append(_compared(entry, entry.result, contest))
    return found


def _compared(entry: Entry, told: Result, contest: Contest) -> Settled:
    votes = [*_winner(told, contest), *_votes(told, contest)]
    figures = [
        *_figure("electorate", told.electorate, contest.electorate),
        *_figure("rejected votes", told.rejected_votes, contest.rejected_votes),
    ]
    return Settled(entry, contest, tuple(votes + figures), bool(votes))


def _winner(told: Result, contest: Contest) -> Iterator[str]:
    announced, official = told.candidates[0], contest.winner
    if not _is_same(announced, official):
        yield (
            f"the winner announced was {announced.name} ({announced.party}), officially it is "
            f"{official.standing_as} ({official.ballot_party})"
        )


def _votes(told: Result, contest: Contest) -> Iterator[str]:
    left = list(contest.candidacies)
    for one in told.candidates:
        official = next((other for other in left if _is_same(one, other)), None)
        if official is None:
            who = f"{one.name} ({one.party})"
            yield f"{who} was announced with {one.votes:,}, officially not at all"
            continue
        left.remove(official)
        if official.votes != one.votes:
            yield f"{one.name} had {one.votes:,} as announced, officially {official.votes:,}"
    for other in left:
        who = f"{other.standing_as} ({other.ballot_party})"
        yield f"{who} was not announced, officially with {other.votes:,}"


def _is_same(one: DeclaredCandidate, official: Candidacy) -> bool:
    if one.person_id == official.person.id:
        return True
    names = {alike(official.standing_as), alike(official.person.name)}
    return alike(one.name) in names and one.party_id == official.party.id


def _figure(what: str, told: int | None, official: int | None) -> Iterator[str]:
    """A figure that only one of them has is no difference."""
    if told is not None and official is not None and told != official:
        yield f"{what} {told:,} as announced, officially {official:,}"


def official_declaration(contest: Contest) -> Declaration:
    """The official result as a declaration, for those who were told something else."""
    candidates = tuple(
        DeclaredCandidate(one.standing_as, one.person.id, one.ballot_party, one.party.id, one.votes)
        for one in contest.candidacies
    )
    result = Result(candidates, contest.electorate, contest.rejected_votes)
    return Declaration(contest.id, result, contest.declared_at)
