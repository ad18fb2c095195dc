"""What is said of several by-elections in one sentence, and above them."""

from collections import Counter
from collections.abc import Callable

from bot.answers import wording
from bot.answers.polled.by_election_scope import Scope
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Measure
from bot.text import fold

Results = list[ContestResult]

_ALL = {"all", "every", "each", "both"}
# Yes or no to these would be about another number than any, and more than one could be meant.
_UNCLEAR = {"most", "more", "half", "majority", "only", "never", "no", "not", "without"}


def headline(scope: Scope, covered: Results, found: Results) -> str:
    said = _SAID.get(scope.asked.measure, _all)
    start, sentence = _start(scope, covered, found), said(scope, covered, found)
    if start and sentence.startswith("no "):
        return f"{start}there was {sentence}."
    return f"{start}{sentence if start else wording.capital(sentence)}."


def title(scope: Scope) -> str:
    party = scope.party.name if scope.party else ""
    what = {
        Measure.CHANGES: "Changes of hands",
        Measure.GAINED: f"{party} gains" if party else "Changes of hands",
        Measure.LOST: f"{party} losses" if party else "Changes of hands",
        Measure.WON: f"{party} wins" if party else "",
    }.get(scope.asked.measure, "")
    return f"{what} at by-elections {scope.said}" if what else f"By-elections {scope.said}"


def _start(scope: Scope, covered: Results, found: Results) -> str:
    """Whether there was any, or whether it was all of them."""
    words = set(fold(scope.asked.asked).split())
    # "Did they gain 4?" may be meant as any or as just so many: the figure alone answers it.
    if not scope.asked.yes_or_no or scope.asked.number is not None or words & _UNCLEAR:
        return ""
    if not found and scope.partly_unknown:
        return ""
    yes = bool(found) and (not words & _ALL or len(found) == len(covered))
    return "Yes: " if yes else "No: "


def _all(scope: Scope, _covered: Results, found: Results) -> str:
    which = f" that {wording.whole(scope.party)} won or defended" if scope.party else ""
    changed = sum(one.changes_hands for one in found)
    hands = f"; {_changed(len(found), changed)}" if found else ""
    winners = "" if scope.party else _tally("; won by", [one.outcome.winner for one in found])
    latest = "the latest " if found and scope.asked.number else ""
    return f"{latest}{_number(found)}{which} {scope.said}{hands}{winners}"


def _changed(of: int, number: int) -> str:
    if of == 1:
        return "it changed hands" if number else "it did not change hands"
    return f"{number or 'none'} changed hands"


def _changes(scope: Scope, covered: Results, found: Results) -> str:
    if not covered:
        return f"no by-election {scope.said}"
    involving = f" to or from {wording.whole(scope.party)}" if scope.party else ""
    start = f"{len(found) or 'none'} of {_number(covered)} {scope.said} changed hands{involving}"
    return f"{start}{_tally('; gained by', [one.outcome.winner for one in found])}"


def _won(scope: Scope, covered: Results, found: Results) -> str:
    if scope.party is None or not covered:
        return _all(scope, covered, found) if covered else f"no by-election {scope.said}"
    gains = sum(one.changes_hands for one in found)
    held = f"; {gains} of them gained from others" if found else ""
    party = wording.whole(scope.party)
    return f"{party} won {len(found) or 'none'} of {_number(covered)} {scope.said}{held}"


def _gained(scope: Scope, covered: Results, found: Results) -> str:
    if scope.party is None:
        return _changes(scope, covered, found)
    other = f" from {wording.whole(scope.other)}" if scope.other else ""
    lost = [one.outcome.gained_from for one in found if one.outcome.gained_from]
    whom = "" if scope.other else _tally(", from", lost)
    party = wording.whole(scope.party)
    return f"{party} gained {_seats(found)}{other} at by-elections {scope.said}{whom}"


def _lost(scope: Scope, covered: Results, found: Results) -> str:
    if scope.party is None:
        return _changes(scope, covered, found)
    other = f" to {wording.whole(scope.other)}" if scope.other else ""
    whom = "" if scope.other else _tally(", to", [one.outcome.winner for one in found])
    party = wording.whole(scope.party)
    return f"{party} lost {_seats(found)}{other} at by-elections {scope.said}{whom}"


_SAID: dict[Measure, Callable[[Scope, Results, Results], str]] = {
    Measure.CHANGES: _changes,
    Measure.WON: _won,
    Measure.GAINED: _gained,
    Measure.LOST: _lost,
}


def _tally(words: str, parties: list[Party]) -> str:
    """Nothing where there is nothing to count, and no numbers where there is only one name."""
    counted = Counter(parties)
    if len(counted) == 1:
        return f"{words} {wording.whole(parties[0])}"
    names = [f"{wording.whole(one)} ({number})" for one, number in counted.most_common()]
    return f"{words} {wording.listed(names)}" if names else ""


def _number(found: Results) -> str:
    return wording.number(len(found), "by-election") if found else "no by-election"


def _seats(found: Results) -> str:
    return wording.seats(len(found)) if found else "no seat"
