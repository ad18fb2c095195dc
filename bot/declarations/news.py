"""An entry of the journal as something to tell, with what was said before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.declarations.declaration import Entry, EntryKind
from bot.declarations.subscription import TargetKind
from bot.elections.contest import ContestKind, Nomination
from bot.elections.result import ContestResult


@dataclass(frozen=True, slots=True)
class Count:
    """How far a polling day was when an entry came: that many contests of so many."""

    declared: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class News:
    """One entry. `now` is None where it takes a declaration back; `said` is what the entry before
    it said, None where there was none or that took one back. Of an entry that only names a winner,
    or takes a name back, both are None, `named` is who is meant, and `named_before` who had been
    named until then, where it names somebody else.

    `between` are by-elections in the seat since the contest that it is compared with, oldest
    first: hold or gain say nothing of them. `superseded` says that a later entry of the contest
    is in the journal already.
    """

    entry: Entry
    seat: str
    kind: ContestKind
    now: ContestResult | None
    said: ContestResult | None
    count: Count
    superseded: bool
    between: tuple[ContestResult, ...] = ()
    named: Nomination | None = None
    named_before: Nomination | None = None

    @property
    def is_new(self) -> bool:
        """Whether it neither corrects nor takes back anything."""
        return self.entry.kind in _NEW and self.named_before is None


_NEW = {EntryKind.DECLARED, EntryKind.NAMED}


def told_together(news: Sequence[News]) -> list[News]:
    """The first of them that one message may tell: a correction or a withdrawal has its own, and
    names are not told among results."""
    first = news[0]
    if not first.is_new:
        return [first]
    kind = first.entry.kind
    return list(takewhile(lambda one: one.is_new and one.entry.kind is kind, news))


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about, in the terms of subscriptions."""

    kind: TargetKind
    key: str
    seq: int
    changes: bool
    named: bool = False


def subjects(news: News, codes: frozenset[str], areas: frozenset[str]) -> Iterator[Subject]:
    """Everything that the entry is about. `codes` are those of the seat and of its namesake.

    Whatever corrects or takes back is also about whatever the entry before it was about.
    """
    versions = [one for one in (news.now, news.said) if one is not None]
    changes = any(one.changes_hands for one in versions)
    keys = [(TargetKind.EVERYTHING, "")]
    keys += [(TargetKind.AREA, area) for area in areas]
    keys += [(TargetKind.CONSTITUENCY, code) for code in codes]
    keys += [(TargetKind.PERSON, person) for one in versions for person in _persons(one)]
    keys += [(TargetKind.PARTY, party) for one in versions for party in _gain_and_loss(one)]
    named = [one for one in (news.named, news.named_before) if one is not None]
    keys += [(TargetKind.PERSON, one.person.id) for one in named]
    for kind, key in dict.fromkeys(keys):
        yield Subject(kind, key, news.entry.seq, changes, news.entry.only_names)


def _persons(told: ContestResult) -> list[str]:
    return [one.person.id for one in told.contest.candidacies]


def _gain_and_loss(told: ContestResult) -> list[str]:
    lost_by = told.outcome.gained_from
    return [told.outcome.winner.id, lost_by.id] if lost_by else []
