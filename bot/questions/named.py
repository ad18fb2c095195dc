"""A name in a sentence: which words, and what they name."""

from dataclasses import dataclass

from bot.names.finding import Finding, Kind, Match
from bot.names.matcher import NAME

SEAT, PERSON, PARTY, AREA, UNCLEAR, UNKNOWN = "SEAT", "PERSON", "PARTY", "AREA", "NAME", "?"
HINT = "HINT"  # a whole name, of which the words around it say whose it is
LABEL_OF = {
    Kind.CONSTITUENCY: SEAT,
    Kind.PLACE: SEAT,
    Kind.PERSON: PERSON,
    Kind.PARTY: PARTY,
}


@dataclass(frozen=True, slots=True)
class Named:
    """The words from `start` to before `end`.

    `near` are other seats that they may name too; `finding` is set where they may name several
    things equally well.
    """

    start: int
    end: int
    label: str
    matches: tuple[Match, ...] = ()
    area: tuple[str, ...] = ()
    finding: Finding | None = None
    near: tuple[Match, ...] = ()

    @property
    def score(self) -> float:
        """Of the least sure of its matches; 0 where there is none."""
        return min((match.score for match in self.matches), default=0.0)

    @property
    def in_full(self) -> bool:
        return bool(self.matches) and all(match.why == NAME for match in self.matches)


def labelled(words: list[str], named: list[Named], labels: dict[str, str]) -> str:
    """The words with a label in the place of each name and of each placeholder."""
    told: list[str] = []
    place = 0
    for one in sorted(named, key=lambda one: one.start):
        told += [labels.get(word, word) for word in words[place : one.start]]
        told.append(one.label or UNKNOWN)
        place = one.end
    return " ".join([*told, *(labels.get(word, word) for word in words[place:])])
