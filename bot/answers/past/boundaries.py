"""What became of a seat in 2024, and what a seat of 2024 was made of."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import figures, naming
from bot.answers.past.timeline import is_older, new_in_2024
from bot.answers.past.told import MOST_CHOICES, Told
from bot.answers.placing import listed
from bot.answers.reply import Column, Listing, Reply, Unit
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.seats import UNCHANGED
from bot.elections.constituency import Constituency, Succession
from bot.elections.contest import Baseline, Contest, ContestKind
from bot.text import fold

_CHANGED = 2024
_CHANGES = {"change", "changed", "changes", "redrawn", "altered", "different"}
_SIZEABLE = 0.05  # share of a seat's people from which a part is named in a sentence
_SHARES = "Shares are of the population, by the boundaries before and since the change of 2024."


def became(told: Told, *, verdict: bool | None) -> Reply:
    """Where the people of a seat are now; the verdict is on what was asked yes or no."""
    seat = told.line.seats[-1]
    parts = told.catalogue.seats.successors(seat.code) if is_older(seat) else []
    latest = [(one, _newest(told.catalogue, one.new)) for one in parts]
    rows = [
        (
            one.new.name,
            one.share_of_old,
            one.share_of_new,
            contest.winner.standing_as if contest else None,
            naming.party(contest.winner) if contest else None,
            contest.polled_on if contest else None,
        )
        for one, contest in latest
    ]
    columns = (
        Column("Seat since 2024"),
        Column("Of the old seat's people", Unit.SHARE),
        Column("Of its own people", Unit.SHARE),
        Column("Won last by"),
        Column("Party"),
        Column("On", Unit.DAY),
    )
    reply = told.reply(
        "what became of it, boundaries of 2024",
        f"{_start(told, verdict=verdict)}{_what_became(told, seat, parts)}",
        listing=Listing(told.named("became"), columns, tuple(rows)) if rows else None,
        notes=(_SHARES,) if rows else (),
    )
    return _leading_to(told, reply, [contest for _, contest in latest])


def made_of(told: Told) -> Reply:
    """Where the people of a seat of 2024 were before, and who won it by estimate."""
    seat = told.line.seats[0]
    parts = [] if seat.abolished else told.catalogue.seats.predecessors(seat.code)
    last = [(one, _last_before_2024(told.catalogue, one.old)) for one in parts]
    rows = [
        (
            one.old.name,
            one.share_of_new,
            one.share_of_old,
            contest.winner.standing_as if contest else None,
            naming.party(contest.winner) if contest else None,
        )
        for one, contest in last
    ]
    columns = (
        Column("Seat until 2024"),
        Column("Of the new seat's people", Unit.SHARE),
        Column("Of its own people", Unit.SHARE),
        Column("Won in 2019 by"),
        Column("Party"),
    )
    reply = told.reply(
        "what it was made of, boundaries of 2024",
        _what_of(told, seat, parts),
        listing=Listing(told.named("made-of"), columns, tuple(rows)) if rows else None,
        notes=(*_estimate(told.catalogue, seat), *((_SHARES,) if rows else ())),
    )
    return _leading_to(told, reply, [contest for _, contest in last])


def parts_before(told: Told) -> list[str]:
    """What a seat of 2024 was made of, with who had won the parts, in a sentence."""
    catalogue, seat = told.catalogue, told.line.seats[0]
    parts = [
        (one, _last_before_2024(catalogue, one.old))
        for one in catalogue.seats.predecessors(seat.code)
        if one.share_of_new >= _SIZEABLE
    ]
    named = [
        f"{one.old.name} ({_share(one.share_of_new)} of its people"
        f"{f'; {contest.winner.party.name} in {contest.polled_on.year}' if contest else ''})"
        for one, contest in parts
    ]
    return [f"{seat.name} was new in 2024: before, its area was in {listed(named)}."]


def _start(told: Told, *, verdict: bool | None) -> str:
    if verdict is None or not told.asked.yes_or_no:
        return ""
    return "Yes: " if verdict else "No: "


def _what_became(told: Told, seat: Constituency, parts: list[Succession]) -> str:
    now = told.line.seats[0]
    if not is_older(seat):
        return f"{seat.name} was new in 2024 and still exists."
    kept = next((one for one in parts if one.new == now), None)
    if not now.abolished and (kept is None or _whole(kept)):
        other = "" if now.name == seat.name else f" as {now.name}"
        return f"{seat.name} still exists{other}: {_stayed(told.catalogue, now)}."
    if kept is None:
        return f"{seat.name} was abolished in 2024: {_where(parts)}."
    return f"{seat.name} still exists, with other boundaries since 2024: {_where(parts)}."


def _where(parts: list[Succession]) -> str:
    first, *others = [one for one in parts if one.share_of_old >= _SIZEABLE]
    where = "still in it" if first.new.name == first.old.name else f"now in {first.new.name}"
    places = [f"{_share(first.share_of_old)} of its people are {where}"]
    return listed([*places, *(f"{_share(one.share_of_old)} in {one.new.name}" for one in others)])


def _what_of(told: Told, seat: Constituency, parts: list[Succession]) -> str:
    new = new_in_2024(told.line)
    start = _start(told, verdict=_verdict(told, parts))
    if seat.abolished:
        return (
            f"{start}{seat.name} was abolished in 2024. What it was made of when it was new is not "
            "in the data, which know the change of boundaries of 2024 only."
        )
    if not parts or _whole(parts[0]):
        old = parts[0].old.name if parts else seat.name
        what = "the seat that it was" if old == seat.name else f"{old} under another name"
        return f"{start}{seat.name} is {what}: {_stayed(told.catalogue, seat)}."
    named = [one for one in parts if one.share_of_new >= _SIZEABLE]
    came = " of its people came"
    shares = [
        f"{_share(one.share_of_new)}{came if one is named[0] else ''} from {one.old.name} "
        f"({_share(one.share_of_old)} of that seat)"
        for one in named
    ]
    what = "was new in 2024" if new else "has other boundaries since 2024"
    return f"{start}{seat.name} {what}: {listed(shares)}."


def _verdict(told: Told, parts: list[Succession]) -> bool | None:
    """On whether the seat is new, whether it is made of another one, or has other boundaries."""
    words = set(fold(told.asked.asked).split())
    if len(told.asked.seats) > 1:
        other = told.asked.seats[1]
        return any(one.old.code == other for one in parts) if parts else None
    if "new" in words:
        return new_in_2024(told.line)
    if words & _CHANGES and not told.line.seats[0].abolished:
        return bool(parts) and not _whole(parts[0])
    return None


def _stayed(catalogue: Catalogue, seat: Constituency) -> str:
    """The votes are known of the very boundaries, or else a census alone tells who stayed."""
    before = _before_2024(catalogue, seat)
    if before is not None and before.notional:
        return "it kept all of its people in 2024"
    return "its boundaries did not change in 2024"


def _estimate(catalogue: Catalogue, seat: Constituency) -> list[str]:
    """How the last general election before would have gone on the seat's boundaries."""
    before = _before_2024(catalogue, seat)
    if seat.abolished or before is None or not before.notional:
        return []
    held = f"{before.held_by.name}, majority {figures.count(before.majority)}"
    day = figures.day(before.polled_on)
    return [f"Notional result of {day} on these boundaries, an estimate: {held}."]


def _before_2024(catalogue: Catalogue, seat: Constituency) -> Baseline | None:
    """What the general election of 2024 is compared with."""
    contests = catalogue.contests.ids_of_seats([seat.code])
    found = [one for one, kind in contests if kind is ContestKind.GENERAL]
    first = next((one for one in reversed(found) if one.polled_on.year >= _CHANGED), None)
    contest = catalogue.contests.get(first) if first else None
    return catalogue.contests.baseline(contest) if contest else None


def _newest(catalogue: Catalogue, seat: Constituency) -> Contest | None:
    contests = catalogue.contests.ids_of_seats([seat.code])
    return catalogue.contests.get(contests[0][0]) if contests else None


def _last_before_2024(catalogue: Catalogue, seat: Constituency) -> Contest | None:
    """The seat's last general election on the old boundaries."""
    contests = catalogue.contests.ids_of_seats([seat.code])
    general = [
        one
        for one, kind in contests
        if kind is ContestKind.GENERAL and one.polled_on.year < _CHANGED
    ]
    return catalogue.contests.get(general[0]) if general else None


def _whole(one: Succession) -> bool:
    return min(one.share_of_old, one.share_of_new) >= UNCHANGED


def _share(share: float) -> str:
    """All is only said of all: the source rounds, and 99.6% are not everybody."""
    return "all" if share >= UNCHANGED else figures.percent(share)


def _leading_to(told: Told, reply: Reply, contests: Sequence[Contest | None]) -> Reply:
    """The results of the parts are what somebody will want next."""
    choices = tuple(
        contest_answer.contest_choice(told.catalogue, one.id, one.kind) for one in contests if one
    )
    choices = tuple(replace(one, short=one.label) for one in choices)
    return replace(reply, choices=choices[:MOST_CHOICES] or reply.choices)
