"""The board of a polling day: seats by party, what changed hands, and what was declared last."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, wording
from bot.answers.live.declared import REPLAYED
from bot.answers.live.night import Night, night
from bot.answers.national import progress
from bot.answers.reply import Choice, Fact, Reply, ReplyKind
from bot.answers.victory import summary
from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import EntryKind
from bot.declarations.newsroom import Newsroom
from bot.elections import house
from bot.elections.result import ContestResult
from bot.elections.tally import PartyTally

_LATEST, _GAINS = 5, 5


@dataclass(frozen=True, slots=True)
class _Latest:
    result: ContestResult
    corrected: bool = False


def board_reply(catalogue: Catalogue, newsroom: Newsroom, polled_on: date) -> Reply:
    """Equal as long as nothing new is declared: no clock is in it."""
    now = night(catalogue, newsroom, polled_on)
    latest = _latest(newsroom, now)
    reply = Reply(
        kind=ReplyKind.DECLARED,
        title=_title(now),
        headline=_progress(now),
        preface=(REPLAYED,) if now.replayed else (),
        facts=(*_seats(now), *_majority(now), *_changed_hands(now), *map(_told, latest)),
        choices=tuple(_choice(catalogue, one) for one in latest),
    )
    results = now.count.results
    return progress.with_sources(catalogue, results, reply) if results else reply


def _title(now: Night) -> str:
    kind = naming.kind(now.kind) if now.is_general or now.seats == 1 else "by-elections"
    board = "board" if now.settled else "live board"
    return f"{wording.capital(kind)}, {figures.day(now.polled_on)} · {board}"


def _progress(now: Night) -> str:
    declared, seats = figures.count(now.declared), figures.count(now.seats)
    if not now.declared:
        return "Nothing declared yet" if now.seats == 1 else f"None of {seats} declared yet"
    if now.declared >= now.seats:
        return "Declared" if now.seats == 1 else f"All {seats} declared"
    return f"{declared} of {seats} declared"


def _seats(now: Night) -> Iterator[Fact]:
    """Also those who have lost all that they held of these seats."""
    tallies = [one for one in now.count.by_party if one.seats or one.before]
    if tallies:
        compared = now.count.compared_with
        told = " · ".join(_tally(one, net=compared is not None) for one in tallies)
        since = f" (change since {compared.year})" if compared else ""
        yield Fact(f"Seats{since}", told)


def _tally(own: PartyTally, *, net: bool) -> str:
    """ "Labour 200 (+150)"."""
    return f"{wording.in_list(own)} {own.seats}{f' ({wording.signed(own.net)})' if net else ''}"


def _majority(now: Night) -> Iterator[Fact]:
    if not now.is_general:
        return
    needed = house.needed(now.seats)
    reached = [one for one in now.count.by_party if one.seats >= needed and one.party.comparable]
    by = f"; reached by {wording.whole(reached[0].party)}" if reached else ""
    told = f"{needed} of {figures.count(now.seats)} seats{by}"
    yield Fact("Needed for an overall majority", told)


def _changed_hands(now: Night) -> Iterator[Fact]:
    if not now.declared or now.count.compared_with is None:
        return
    flows = now.count.gains
    told = [f"{one.gainer.name} {one.seats} from {one.loser.name}" for one in flows[:_GAINS]]
    left = sum(one.seats for one in flows[_GAINS:])
    told += [f"and {figures.count(left)} more"] if left else []
    total = wording.seats(now.count.changed_hands) if flows else "none"
    yield Fact("Changed hands", f"{total}{': ' if told else ''}{' · '.join(told)}")


def _latest(newsroom: Newsroom, now: Night) -> list[_Latest]:
    """Newest first; of a settled day by the times of declaration, where those are known."""
    news = newsroom.latest(now.polled_on, _LATEST)
    if news:
        corrected = EntryKind.CORRECTED
        return [_Latest(one.now, one.entry.kind is corrected) for one in news if one.now]
    timed = [
        (one.contest.declared_at, place)
        for place, one in enumerate(now.count.results)
        if one.contest.declared_at is not None
    ]
    return [_Latest(now.count.results[place]) for _, place in sorted(timed)[: -_LATEST - 1 : -1]]


def _told(latest: _Latest) -> Fact:
    """ "Labour hold: Ann Able by 1,234 · declared about 02:15 · corrected"."""
    contest = latest.result.contest
    times = [f"declared {fact.value}" for fact in contest_answer.declared(contest)]
    corrected = ["corrected"] if latest.corrected else []
    told = " · ".join([summary(latest.result), *times, *corrected])
    return Fact(f"Latest: {contest.constituency.name}", told)


def _choice(catalogue: Catalogue, latest: _Latest) -> Choice:
    contest = latest.result.contest
    choice = contest_answer.contest_choice(catalogue, contest.id, contest.kind)
    return replace(choice, short=contest.constituency.name)
