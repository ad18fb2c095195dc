"""What a run of words names that are no part of the question: one thing, or several."""

from itertools import pairwise

from bot.catalogue.catalogue import Catalogue
from bot.names.finding import Finding, Kind, Match, Verdict
from bot.names.matcher import NAME
from bot.names.room import NamesRoom
from bot.questions.named import LABEL_OF, PERSON, SEAT, UNCLEAR, Named

_JOINS = frozenset("and or in of at for to with by v vs versus than from against on".split())
_BETWEEN_TWO = frozenset("and or v vs versus with than against to from".split())
_BEFORE_PLACES = frozenset("in at for".split())
_SEATS_AND_PLACES = frozenset({Kind.CONSTITUENCY, Kind.PLACE})
_MANY = 60
_MOST_WORDS = 7  # of a run that is taken apart
_SURE = 76.0
# In a sentence a word may be anything: what is only like a village's name is none.
_SURE_OF_A_PLACE = 86.0
_SURE_OF_A_PART = 90.0  # of a run of words that is taken apart
_NEAR = 60.0


class Runs:
    def __init__(self, catalogue: Catalogue, names: NamesRoom) -> None:
        self._catalogue = catalogue
        self._names = names

    def resolve(self, words: list[str], run: Named, hints: list[Named]) -> list[Named]:
        """A part that names nothing has no label."""
        whole = self._found(words, run.start, run.end)
        if whole and whole.finding is None:
            return [whole]
        inside = [one for one in hints if run.start <= one.start and one.end <= run.end]
        parts = self._around(words, run, inside) or self._parted(words, run.start, run.end)
        # Of two readings the one that leaves nothing to ask.
        if parts and (whole is None or all(part.finding is None for part in parts)):
            return parts
        return [whole or Named(run.start, run.end, "")]

    def _around(self, words: list[str], run: Named, hints: list[Named]) -> list[Named]:
        """With the whole names in it for what they are, and the rest looked up by itself."""
        if not hints or (hints[0].start, hints[0].end) == (run.start, run.end):
            return []
        named: list[Named] = []
        place = run.start
        for hint in sorted(hints, key=lambda one: one.start):
            named += self._between(words, place, hint.start)
            named += [self._found(words, hint.start, hint.end) or Named(hint.start, hint.end, "")]
            place = hint.end
        named += self._between(words, place, run.end)
        if len(named) < 2 or not all(one.label for one in named):  # noqa: PLR2004 (one is the run)
            return []
        stands = all(
            _may_stand_together(one, other, words[one.end : other.start])
            for one, other in pairwise(named)
        )
        return named if stands else []

    def _between(self, words: list[str], start: int, end: int) -> list[Named]:
        while start < end and words[start] in _JOINS:
            start += 1
        while end > start and words[end - 1] in _JOINS:
            end -= 1
        return self.resolve(words, Named(start, end, ""), []) if start < end else []

    def _found(self, words: list[str], start: int, end: int) -> Named | None:
        said = " ".join(words[start:end])
        named = self._called(said)
        if named:
            match = Match(Kind.CONSTITUENCY, named, said, 100.0, NAME)
            return Named(start, end, SEAT, (match,))
        finding = self._names.find(said, limit=_MANY)
        if start and words[start - 1] in _BEFORE_PLACES and finding.verdict is not Verdict.MATCH:
            # Nobody is the member for a person, nor was the turnout high in one.
            places = self._names.find(said, _SEATS_AND_PLACES, limit=_MANY)
            finding = places if places.verdict is Verdict.MATCH else finding
        best = finding.best
        if finding.verdict is Verdict.NONE or best is None:
            return None
        if finding.verdict is Verdict.AMBIGUOUS and (finding.postcode_district or _is_sure(best)):
            return Named(start, end, UNCLEAR, finding=finding)
        if finding.verdict is Verdict.MATCH and _is_sure(best):
            return Named(start, end, LABEL_OF[best.kind], (best,), near=_near(finding, best.id))
        return None

    def _called(self, said: str) -> str | None:
        """The code of the seat of just that name, the one of today first."""
        seats = self._catalogue.seats
        named = seats.called(said) or seats.called(said.removeprefix("the "))
        return min(named, key=lambda one: one.abolished).code if named else None

    def _parted(self, words: list[str], start: int, end: int) -> list[Named]:
        """The run as two or three names, cut where they are surest; none where they are not."""
        if end - start > _MOST_WORDS:
            return []
        found = [
            parts
            for cut in range(start + 1, end)
            for parts in [self._cut(words, start, cut, end)]
            if parts
        ]
        return max(found, key=_sureness, default=[])

    def _cut(self, words: list[str], start: int, cut: int, end: int) -> list[Named]:
        begin = cut + (words[cut] in _JOINS)
        left = self._found(words, start, cut) if begin < end else None
        if left is None:
            return []
        right = self._found(words, begin, end)
        rest = [right] if right else self._parted(words, begin, end)
        if not rest or not _may_stand_together(left, rest[0], words[cut:begin]):
            return []
        return [left, *rest]


def _near(finding: Finding, code: str) -> tuple[Match, ...]:
    """The other seats that the words may name."""
    return tuple(
        one
        for one in finding.matches
        if one.kind is Kind.CONSTITUENCY and one.id != code and one.score >= _NEAR
    )


def _sureness(parts: list[Named]) -> tuple[int, int, float]:
    """Fewest that are unclear, then fewest parts, then the surest."""
    unclear = sum(one.finding is not None for one in parts)
    return -unclear, -len(parts), min(one.score for one in parts)


def _may_stand_together(left: Named, right: Named, between: list[str]) -> bool:
    """Two seats are compared, "bath and wells"; there is none of another: "battle of hastings"."""
    both = (left, right)
    if any(one.matches and not one.in_full and one.score < _SURE_OF_A_PART for one in both):
        return False
    if left.label != right.label or left.label not in {SEAT, PERSON}:
        return True
    joined = bool(between) and set(between) <= _BETWEEN_TWO
    return joined or (not between and left.in_full and right.in_full)


def _is_sure(match: Match) -> bool:
    return match.score >= (_SURE_OF_A_PLACE if match.kind is Kind.PLACE else _SURE)
