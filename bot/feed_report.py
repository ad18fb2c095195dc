"""How each feed does, for an operator: `teller feeds`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.text import Text

from bot.answers.lines import SEPARATOR
from bot.catalogue.catalogue import Catalogue
from bot.config import Settings
from bot.declarations.claims import Claim, Claims, Waits
from bot.declarations.disagreements import Disagreement, Disagreements
from bot.declarations.feed_office import FeedOffice, Health
from bot.declarations.feeds.feed import Word
from bot.declarations.journal import Journal
from bot.declarations.wording import in_words
from bot.elections.contest import ContestId
from bot.questions.understanding import printable

_BRITAIN = ZoneInfo("Europe/London")
_QUIET = 60.0  # seconds, and some polls, without a sign after which nobody follows a feed
_POLLS = 5
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Lag:
    """The median of how late a feed was: after the time of the declaration as it tells it, or
    behind the feed that had the result first."""

    seconds: float
    after_declaration: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One feed. `refused` counts what of it was not accepted, `results` what it has said."""

    health: Health
    lag: Lag | None
    results: int
    refused: int
    disagreements: int
    settled: int


@dataclass(frozen=True, slots=True)
class FeedReport:
    """`waiting` are claims that a second feed, or some `minutes`, have to bear out. They and
    `disagreements` are of feeds that are followed."""

    rows: tuple[Row, ...]
    waiting: tuple[Claim, ...]
    minutes: float
    disagreements: tuple[Disagreement, ...]
    seats: Mapping[str, str]


def report(settings: Settings, catalogue: Catalogue, journal: Journal) -> FeedReport:
    """From what the state says; feeds are followed by another process."""
    connection = journal.connection
    claims, refused = Claims(connection), journal.refused_by_source()
    told, kept = claims.all(), Disagreements(connection).all()
    healths = FeedOffice(connection).healths()
    followed = {one.name for one in healths if one.place is not None}
    return FeedReport(
        tuple(_row(one, told, kept, refused.get(one.name, 0)) for one in healths),
        tuple(one for one in claims.waiting() if one.feed in followed),
        settings.wait,
        tuple(one for one in kept if one.settled_at is None and one.feed in followed),
        {code: seat.name for code, seat in catalogue.seats.by_code.items()},
    )


def _row(health: Health, told: Sequence[Claim], kept: Sequence[Disagreement], refused: int) -> Row:
    own = [one for one in kept if one.feed == health.name]
    settled = sum(one.settled_at is not None for one in own)
    results = [one for one in told if one.feed == health.name and one.word is Word.RESULT]
    return Row(health, _lag(results, told), len(results), refused, len(own) - settled, settled)


def _lag(results: Sequence[Claim], told: Sequence[Claim]) -> Lag | None:
    after = [
        (one.heard_at - _utc(one.declared_at)).total_seconds() for one in results if one.declared_at
    ]
    # A source that tells no times is given the time at which it was heard.
    if any(seconds >= _MINUTE for seconds in after):
        return Lag(median(after), after_declaration=True)
    first: dict[ContestId, datetime] = {}
    shared: set[ContestId] = set()
    for one in told:
        if one.word is Word.RESULT:
            shared |= {one.contest} & first.keys()
            first[one.contest] = min(one.heard_at, first.get(one.contest, one.heard_at))
    behind = [
        (one.heard_at - first[one.contest]).total_seconds()
        for one in results
        if one.contest in shared
    ]
    return Lag(median(behind), after_declaration=False) if behind else None


def _utc(local: datetime) -> datetime:
    return local.replace(tzinfo=_BRITAIN).astimezone(UTC)


def state_of(health: Health, now: datetime) -> str:
    """In a few words, as of now."""
    if health.place is None:
        return "not followed any more"
    if health.tried_at is None:
        return "listening" if not health.interval else "not asked yet"
    if health.failures:
        times = "once" if health.failures == 1 else f"{health.failures} times in a row"
        return f"failing, {times}: {health.trouble}"
    quiet = (now - health.tried_at).total_seconds()
    if health.interval and quiet > max(_QUIET, _POLLS * health.interval):
        return "not followed now: is Teller running?"
    return f"working, but {health.trouble}" if health.trouble else "working"


def show(found: FeedReport, now: datetime) -> None:
    """A paragraph for each feed, and lists of what needs an eye."""
    console = Console(highlight=False, soft_wrap=True)
    for line in _lines(found, now):
        console.print(Text(printable(line)))


def _lines(found: FeedReport, now: datetime) -> Iterator[str]:
    if not found.rows:
        yield "No feed was ever followed: name one in TELLER_FEEDS, and start Teller."
        yield ".env.example shows how."
        return
    for one in found.rows:
        yield from _told(one, now)
    yield from _waiting(found, now)
    yield from _disagreements(found)
    if any(one.refused for one in found.rows):
        yield "What was refused, and why: teller refused"


def _told(row: Row, now: datetime) -> Iterator[str]:
    health = row.health
    yield f"{health.name} ({health.source}{_trusted(health)})"
    yield f"   {state_of(health, now)}"
    times = (
        f"last success {_ago(health.succeeded_at, now)}",
        f"last news {_ago(health.changed_at, now)}",
        f"lag {_late(row.lag)}",
    )
    yield f"   {SEPARATOR.join(times)}"
    settled = f" now, {row.settled:,} settled" if row.settled else ""
    numbers = (
        f"{row.results:,} results",
        f"{row.refused:,} refused",
        f"{row.disagreements:,} disagreements{settled}",
    )
    yield f"   {SEPARATOR.join(numbers)}"


def _trusted(health: Health) -> str:
    if health.place is None:
        return ""
    alone = "" if health.trusted else ", needs a second source or time"
    return f"; number {health.place + 1} in trust{alone}"


def _ago(then: datetime | None, now: datetime) -> str:
    return _NONE if then is None else f"{_span((now - then).total_seconds())} ago"


def _late(lag: Lag | None) -> str:
    if lag is None:
        return _NONE
    return f"{_span(lag.seconds)} {'after' if lag.after_declaration else 'behind the first'}"


def _span(seconds: float) -> str:
    for unit, name in ((_DAY, "d"), (_HOUR, "h"), (_MINUTE, "min")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {name}"
    return f"{max(0.0, seconds):.0f} s"


def _waiting(found: FeedReport, now: datetime) -> Iterator[str]:
    for one in found.waiting:
        if one.result:
            said = f"{_contest(found, one.contest)}: {one.feed} says {in_words(one.result)}"
            yield f"Waiting: {said}; {_until(one, found, now)}."


def _until(claim: Claim, found: FeedReport, now: datetime) -> str:
    if claim.waits is Waits.FOR_A_SECOND:
        return "unlikely, so it is told when a second feed says so, or teller declare does"
    left = claim.changed_at + timedelta(minutes=found.minutes) - now
    return f"told in {_span(left.total_seconds())}, or when a second feed says so"


def _disagreements(found: FeedReport) -> Iterator[str]:
    for one in found.disagreements:
        stands = f"{one.source} says, and that is told, {one.against}"
        yield f"Disagreement: {_contest(found, one.contest)}: {one.feed} says {one.says}; {stands}."


def _contest(found: FeedReport, contest: ContestId) -> str:
    return f"{found.seats.get(contest.code, contest.code)}, {contest.polled_on}"


def as_plain(found: FeedReport) -> dict[str, object]:
    """For programs; times in UTC."""
    return {
        "feeds": [
            {
                **_jsonable(asdict(one.health)),
                "lag_seconds": one.lag.seconds if one.lag else None,
                "results": one.results,
                "refused": one.refused,
                "disagreements": one.disagreements,
                "disagreements_settled": one.settled,
            }
            for one in found.rows
        ],
        "waiting": [
            {
                "feed": one.feed,
                "contest": str(one.contest),
                "says": in_words(one.result),
                "since": one.changed_at.isoformat(),
            }
            for one in found.waiting
            if one.result
        ],
        "disagreements": [
            {**_jsonable(asdict(one)), "contest": str(one.contest)} for one in found.disagreements
        ],
    }


def _jsonable(plain: dict[str, object]) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in plain.items()
    }
