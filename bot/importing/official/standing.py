"""Whose a candidacy is that the tables have: that stays, however the name is spelled by now."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.catalogue.schema import Row
from bot.importing.contests import Poll, name
from bot.importing.facts import Line
from bot.text import alike


@dataclass(frozen=True, slots=True)
class _Pair:
    """A candidate of an export beside a candidacy of the same contest in the tables."""

    line: Line
    row: Row
    party: str
    number: str

    @property
    def names(self) -> tuple[str, str]:
        return alike(name(self.line)), alike(str(self.row["standing_as"]))

    def same_name(self) -> bool:
        return self.names[0] == self.names[1]

    def same_party(self) -> bool:
        return self.row["party_id"] == self.party

    def same_name_and_party(self) -> bool:
        return self.same_party() and self.same_name()

    def same_number(self) -> bool:
        return bool(self.number) and self.number == self.line["mnis_id"]

    def same_party_and_word(self) -> bool:
        ours, theirs = self.names
        known = self.same_party() and self.party != "independent"
        return known and bool(set(ours.split()) & set(theirs.split()))


# The surest first. At last a party that only one of each is left of.
_AGREEMENTS: tuple[Callable[[_Pair], bool], ...] = (
    _Pair.same_name_and_party,
    _Pair.same_number,
    _Pair.same_name,
    _Pair.same_party_and_word,
)


def owners(
    poll: Poll, standing: list[Row], parties: dict[int, str], numbers: dict[str, str]
) -> dict[int, str]:
    """Persons' ids by the identity of each candidate's line, of those who stood there before.

    `parties` are ids by the identity of the line, `numbers` Parliament's by person.
    """
    found: dict[int, str] = {}
    for agree in _AGREEMENTS:
        pairs = [
            _Pair(line, row, parties[id(line)], numbers.get(str(row["person_id"]), ""))
            for line in poll.candidates
            for row in standing
            if id(line) not in found and row["person_id"] not in found.values()
        ]
        found |= _alone([pair for pair in pairs if agree(pair)])
    return found


def _alone(pairs: list[_Pair]) -> dict[int, str]:
    """Those of which each agrees with the other alone."""
    lines = [id(pair.line) for pair in pairs]
    rows = [id(pair.row) for pair in pairs]
    return {
        id(pair.line): str(pair.row["person_id"])
        for pair in pairs
        if lines.count(id(pair.line)) == 1 and rows.count(id(pair.row)) == 1
    }
