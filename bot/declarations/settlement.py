"""What was announced beside what became official."""

from collections.abc import Callable, Iterator
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
            found.append(compared(entry, entry.result, contest))
    return found


def compared(entry: Entry, told: Result, contest: Contest) -> Settled:
    official_of = _matched(told, contest)
    votes = [*_winner(told, contest, official_of), *_votes(told, contest, official_of)]
    figures = [
        *_figure("majority", _lead(told.candidates), _lead(contest.candidacies)),
        *_figure("electorate", told.electorate, contest.electorate),
        *_figure("rejected votes", told.rejected_votes, contest.rejected_votes),
    ]
    return Settled(entry, contest, tuple(votes + figures), bool(votes))


def _matched(told: Result, contest: Contest) -> dict[int, Candidacy]:
    """Who each announced candidate is officially, by place: by id, else by name and party."""
    found: dict[int, Candidacy] = {}
    left = list(contest.candidacies)
    for is_same in (_same_person, _same_name):
        for place, one in enumerate(told.candidates):
            official = _first(left, one, is_same) if place not in found else None
            if official is not None:
                found[place] = official
                left.remove(official)
    return found


def _first(
    left: list[Candidacy],
    one: DeclaredCandidate,
    is_same: Callable[[DeclaredCandidate, Candidacy], bool],
) -> Candidacy | None:
    return next((other for other in left if is_same(one, other)), None)


def _same_person(one: DeclaredCandidate, official: Candidacy) -> bool:
    return one.person_id == official.person.id


def _same_name(one: DeclaredCandidate, official: Candidacy) -> bool:
    """A party that was new that night may have had another id than it has now."""
    names = {alike(official.standing_as), alike(official.person.name)}
    parties = {alike(official.ballot_party), alike(official.party.name)}
    same_party = one.party_id == official.party.id or alike(one.party) in parties
    return alike(one.name) in names and same_party


def _winner(told: Result, contest: Contest, official_of: dict[int, Candidacy]) -> Iterator[str]:
    announced, official = told.candidates[0], contest.winner
    if official_of.get(0) is not official:
        yield (
            f"the winner announced was {announced.name} ({announced.party}), officially it is "
            f"{official.standing_as} ({official.ballot_party})"
        )


def _votes(told: Result, contest: Contest, official_of: dict[int, Candidacy]) -> Iterator[str]:
    for place, one in enumerate(told.candidates):
        official = official_of.get(place)
        if official is None:
            who = f"{one.name} ({one.party})"
            yield f"{who} was announced with {one.votes:,}, officially not at all"
        elif official.votes != one.votes:
            yield f"{one.name} had {one.votes:,} votes as announced, officially {official.votes:,}"
    announced = {id(one) for one in official_of.values()}
    for other in contest.candidacies:
        if id(other) not in announced:
            who = f"{other.standing_as} ({other.ballot_party})"
            yield f"{who} was not announced, officially with {other.votes:,}"


def _lead(candidates: tuple[DeclaredCandidate, ...] | tuple[Candidacy, ...]) -> int:
    first, second, *_ = (*(one.votes for one in candidates), 0)
    return first - second


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
