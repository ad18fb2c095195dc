"""The journal as the catalogue's readers see it."""

from dataclasses import replace
from datetime import date

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.overlay import Dated, Mark
from bot.declarations.declaration import DeclaredCandidate, Entry, Nominee, Result
from bot.declarations.journal import Journal
from bot.declarations.nominations import Nominations
from bot.elections.contest import (
    Candidacy,
    Certainty,
    Contest,
    ContestId,
    ContestKind,
    Nominated,
    Nomination,
)
from bot.elections.party import Party, PartyKind
from bot.elections.person import Person


class LiveContests:
    """Results of the journal for contests that the settled tables do not have yet."""

    def __init__(self, journal: Journal, catalogue: Catalogue) -> None:
        self._journal = journal
        self._catalogue = catalogue
        self._nominations = Nominations(journal.connection)

    def contest(self, contest_id: ContestId) -> Contest | None:
        # What was never opened is settled, or rehearsed in a state of its own.
        kind = self._journal.opened(contest_id.code).get(contest_id)
        entry = self._journal.last(contest_id) if kind else None
        return contest_of(entry, kind, self._catalogue) if entry and kind else None

    def of_seats(self, codes: list[str]) -> Dated:
        return [(one, kind) for one, kind in self._opened(codes) if self._is_declared(one)]

    def to_come(self, codes: list[str]) -> Dated:
        return [(one, kind) for one, kind in self._opened(codes) if not self._is_declared(one)]

    def nominated(self, contest_id: ContestId) -> Nominated:
        nominees, source = self._nominations.told(contest_id)
        entry = self._journal.named(contest_id)
        winner = nomination_of(entry.named, self._catalogue) if entry and entry.named else None
        return Nominated(
            tuple(nomination_of(one, self._catalogue) for one in nominees),
            source,
            winner,
            entry.source if entry and winner else "",
        )

    def of_person(self, person_id: str) -> Dated:
        found = []
        for contest in self._journal.naming(person_id):
            kind = self._journal.opened(contest.code).get(contest)
            if kind and self._names(self._journal.last(contest), person_id):
                found.append((contest, kind))
        return found

    @staticmethod
    def _names(entry: Entry | None, person_id: str) -> bool:
        """A correction may have taken the person out again."""
        candidates = entry.result.candidates if entry and entry.result else ()
        return any(one.person_id == person_id for one in candidates)

    def days(self) -> Dated:
        once = {one.polled_on: (one, kind) for one, kind in self._journal.opened().items()}
        return list(once.values())

    def on(self, polled_on: date) -> list[Contest]:
        kinds = self._journal.opened()
        told = (
            contest_of(entry, kinds[entry.contest], self._catalogue)
            for entry in self._journal.standing(polled_on)
            if entry.contest in kinds
        )
        return [contest for contest in told if contest is not None]

    def mark(self) -> Mark:
        return self._journal.results_head(), *self._journal.openings()

    def _opened(self, codes: list[str]) -> Dated:
        found = [pair for code in codes for pair in self._journal.opened(code).items()]
        return sorted(found, key=lambda pair: pair[0].polled_on, reverse=True)

    def _is_declared(self, contest_id: ContestId) -> bool:
        entry = self._journal.last(contest_id)
        return entry is not None and entry.result is not None


def contest_of(entry: Entry, kind: ContestKind, catalogue: Catalogue) -> Contest | None:
    """What an entry says, as a contest; None where it takes a declaration back."""
    if entry.result is None:
        return None
    return replace(
        result_as_contest(entry.contest, entry.result, kind, catalogue),
        declared_at=entry.declared_at,
        certainty=Certainty.HIGH if entry.declared_at else None,
        source=entry.source,
    )


def result_as_contest(
    contest: ContestId, result: Result, kind: ContestKind, catalogue: Catalogue
) -> Contest:
    return Contest(
        constituency=catalogue.seats.by_code[contest.code],
        polled_on=contest.polled_on,
        kind=kind,
        candidacies=tuple(_candidacy(one, catalogue) for one in result.candidates),
        electorate=result.electorate,
        rejected_votes=result.rejected_votes,
    )


def _candidacy(one: DeclaredCandidate, catalogue: Catalogue) -> Candidacy:
    return Candidacy(
        _person(one, catalogue), one.name, _party(one, catalogue), one.party, one.votes
    )


def nomination_of(one: Nominee, catalogue: Catalogue) -> Nomination:
    return Nomination(_person(one, catalogue), one.name, _party(one, catalogue), one.party)


def _person(one: DeclaredCandidate | Nominee, catalogue: Catalogue) -> Person:
    return catalogue.persons.get(one.person_id) or Person(one.person_id, one.name)


def _party(one: DeclaredCandidate | Nominee, catalogue: Catalogue) -> Party:
    known = catalogue.parties.get(one.party_id)
    return known or Party(one.party_id, one.party, one.party, PartyKind.PARTY)
