"""Who a report's candidates are: the persons and parties that are known, or newcomers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s
from typing import TypeVar

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import NAMELESS, DeclaredCandidate, Nominee, ReportedCandidate
from bot.declarations.refusal import Refusal
from bot.elections.contest import Candidacy, Contest, ContestId
from bot.elections.party import Party
from bot.text import alike, fold, slug

_DIGEST = 6  # bytes, of the few names in one contest

_Entry = TypeVar("_Entry", DeclaredCandidate, Nominee)


@dataclass(frozen=True, slots=True)
class Roll:
    """Of one contest. Where it is `settled`, nobody else stood in it; `nominated` may be stale."""

    catalogue: Catalogue
    contest: ContestId
    settled: Contest | None
    nominated: Sequence[Nominee] = ()

    def entry(self, reported: ReportedCandidate) -> Nominee:
        """Who that is: by number, by name and party in the contest, else as somebody who stands
        anew. Raises Refusal where it is settled that no such person stood."""
        party = self._party(reported)
        person = self._person(reported)
        if self.settled is not None:
            known = self._stood(reported, person, party, self.settled)
            return Nominee(reported.name, known.person.id, known.ballot_party, known.party.id)
        party_id = party.id if party else _new_party_id(reported.party)
        if person is None:
            person = self._nominated(reported.name, party_id) or self._by_name(reported.name, party)
        return Nominee(reported.name, person, party.name if party else reported.party, party_id)

    def _party(self, reported: ReportedCandidate) -> Party | None:
        """By its number at the Electoral Commission, its name, or at last a short form, which
        several may share."""
        named, code = self.catalogue.parties.named, reported.party_code
        is_number = any(sign.isdigit() for sign in code)
        by_number = named(code) if is_number else None
        return by_number or named(reported.party) or (named(code) if code else None)

    def _person(self, reported: ReportedCandidate) -> str | None:
        scheme, _, identifier = reported.person.partition(":")
        return self.catalogue.persons.identified(scheme, identifier) if identifier else None

    @staticmethod
    def _stood(
        reported: ReportedCandidate, person: str | None, party: Party | None, settled: Contest
    ) -> Candidacy:
        for known in settled.candidacies:
            if known.person.id == person:
                return known
        for known in settled.candidacies:
            same_name = alike(reported.name) in {alike(known.standing_as), alike(known.person.name)}
            if same_name and party in (None, known.party):
                return known
        raise Refusal(f"{reported.name} ({reported.party}) did not stand in this contest")

    def _nominated(self, name: str, party_id: str) -> str | None:
        found = [
            one.person_id
            for one in self.nominated
            if alike(one.name) == alike(name) and one.party_id == party_id
        ]
        return found[0] if len(found) == 1 else None

    def _by_name(self, name: str, party: Party | None) -> str:
        """A person of that very name who stood for the party or here; else somebody new."""
        party_id = party.id if party else ""
        known = self.catalogue.persons.same_person(name, self.contest.code, party_id)
        return known or f"{slug(name) or _nameless(name)}.{self.contest}"


def told_apart(entries: list[_Entry]) -> list[_Entry]:
    """With a number behind the id of each further one of the same name."""
    seen: Counter[str] = Counter()
    apart = []
    for one in entries:
        seen[one.person_id] += 1
        number = seen[one.person_id]
        # The catalogue has a peter-smith-2 as well as a peter-smith, but no dot in any id.
        numbered = f"{one.person_id}{'-' if '.' in one.person_id else '.'}{number}"
        apart.append(one if number == 1 else replace(one, person_id=numbered))
    return apart


def _nameless(name: str) -> str:
    """The same for every spelling of a name without Latin letters, wherever it stands."""
    return f"{NAMELESS}-{blake2s(alike(name).encode(), digest_size=_DIGEST).hexdigest()}"


def _new_party_id(written: str) -> str:
    """A slug only where that is the whole name, or it might be another party's."""
    whole = alike(written)
    return slug(written) if whole == fold(written) else whole
