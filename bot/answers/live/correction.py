"""What a correction changes: what was said, and what is right."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

from bot.answers import figures, naming
from bot.answers.victory import result
from bot.elections.contest import Candidacy, Contest
from bot.elections.result import ContestResult
from bot.text import alike

Mark = tuple[str, ...]


def lines(said: ContestResult, now: ContestResult) -> list[str]:
    """Plain sentences: the result, then every figure that is another."""
    was, right = result(said), result(now)
    changes = [
        *_candidates(said.contest, now.contest),
        *_number("Electorate", said.contest.electorate, now.contest.electorate),
        *_number("Rejected ballots", said.contest.rejected_votes, now.contest.rejected_votes),
        *_time(said.contest.declared_at, now.contest.declared_at),
    ]
    if was != right:
        return [f"Was said: {was}.", f"Right is: {right}.", *changes]
    unseen = "No figure has changed, only whom Teller takes a candidate to be."
    return [f"Still right: {right}.", *(changes or [unseen])]


def _candidates(said: Contest, now: Contest) -> list[str]:
    earlier, gone = _matched(said.candidacies, now.candidacies)
    told = [_candidate(one, earlier.get(one)) for one in now.candidacies]
    removed = [
        f"{_named(one)}: not in the result any more, {figures.votes(one.votes)} before."
        for one in gone
    ]
    return [*(line for line in told if line), *removed]


def _candidate(one: Candidacy, was: Candidacy | None) -> str:
    """Empty where nothing about the candidate has changed."""
    if was is None:
        return f"{_named(one)}: {figures.votes(one.votes)}, missing before."
    changes = []
    if one.standing_as != was.standing_as:
        changes.append(f"said to be {was.standing_as} before")
    if naming.party(one) != naming.party(was):
        changes.append(f"not {naming.party(was)}")
    if one.votes != was.votes:
        changes.append(f"{figures.votes(one.votes)}, not {figures.count(was.votes)}")
    return f"{_named(one)}: {'; '.join(changes)}." if changes else ""


def _named(one: Candidacy) -> str:
    return f"{one.standing_as} ({naming.party(one)})"


def _number(label: str, was: int | None, now: int | None) -> list[str]:
    if was == now:
        return []
    before = figures.count(was) if was is not None else None
    return [_told(label, before, figures.count(now) if now is not None else None)]


def _time(was: datetime | None, now: datetime | None) -> list[str]:
    if was == now:
        return []
    # The day only where the times alone might read the same.
    dated = was is not None and now is not None and was.date() != now.date()
    before, right = (
        f"{one:%H:%M}{f' on {one.day} {one:%B}' if dated else ''}" if one is not None else None
        for one in (was, now)
    )
    return [_told("Time of declaration", before, right)] if before != right else []


def _told(label: str, was: str | None, now: str | None) -> str:
    # What a correction leaves out need not be false: it is only not given any more.
    if now is None:
        return f"{label}: no longer given, {was} before."
    return f"{label}: {now}, {f'not {was}' if was is not None else 'not known before'}."


def _matched(
    said: Iterable[Candidacy], now: Iterable[Candidacy]
) -> tuple[dict[Candidacy, Candidacy], list[Candidacy]]:
    """Whom each candidate was before, and those who are nobody now.

    Feeds have no numbers for people: whoever is spelled anew is somebody new to the journal, so
    the surest likeness is tried first, and the party alone last.
    """
    before, after = list(said), list(now)
    found: dict[Candidacy, Candidacy] = {}
    for likeness in _LIKENESSES:
        marked = _unmistakable(before, likeness)
        for mark, one in _unmistakable(after, likeness).items():
            if mark in marked:
                found[one] = marked[mark]
                before.remove(marked[mark])
                after.remove(one)
    return found, before


def _unmistakable(
    candidates: list[Candidacy], likeness: Callable[[Candidacy], Mark]
) -> dict[Mark, Candidacy]:
    """Those whom no other shares the mark with; an empty mark is none."""
    marks = [likeness(one) for one in candidates]
    times = Counter(marks)
    pairs = zip(marks, candidates, strict=True)
    return {mark: one for mark, one in pairs if mark and times[mark] == 1}


_LIKENESSES: tuple[Callable[[Candidacy], Mark], ...] = (
    lambda one: (alike(one.standing_as), one.party.id),
    lambda one: (one.person.id, one.party.id),
    lambda one: (one.person.id,),
    lambda one: (alike(one.standing_as),),
    lambda one: (one.party.id,) if one.party.comparable else (),
)
