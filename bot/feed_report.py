"""How each feed does, for an operator: `teller feeds`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.catalogue.catalogue import Catalogue
from bot.config import Settings
from bot.declarations.claims import Claim, Claims
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
    """`waiting` are claims that a second feed, or some `minutes`, have to bear out."""

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
    rows = tuple(
        _row(one, told, kept, refused.get(one.name, 0)) for one in FeedOffice(connection).healths()
    )
    return FeedReport(
        rows,
        tuple(claims.waiting()),
        settings.wait,
        tuple(one for one in kept if one.settled_at is None),
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
    """A table of the feeds, and lists of what needs an eye."""
    console = Console(highlight=False, soft_wrap=True)
    if not found.rows:
        console.print(
            "No feed was ever followed: name one in TELLER_FEEDS, and start Teller "
            "(.env.example shows how)."
        )
        return
    console.print(_table(found.rows, now))
    for line in (*_waiting(found, now), *_disagreements(found)):
        console.print(Text(printable(line)))
    if any(one.refused for one in found.rows):
        console.print("What was refused, and why: teller refused")


def _table(rows: Iterable[Row], now: datetime) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("feed", "trusted", "state", "last success", "last news", "lag"):
        table.add_column(name, overflow="fold")
    for name in ("results", "refused", "disagrees"):
        table.add_column(name, justify="right")
    for one in rows:
        health = one.health
        table.add_row(
            *map(
                Text, (printable(health.name), _trusted(health), printable(state_of(health, now)))
            ),
            *(_ago(health.succeeded_at, now), _ago(health.changed_at, now), _late(one.lag)),
            *(f"{one.results:,}", f"{one.refused:,}", _disagrees(one)),
        )
    return table


def _trusted(health: Health) -> str:
    if health.place is None:
        return _NONE
    return f"{health.place + 1}" if health.trusted else f"{health.place + 1}, with a second"


def _ago(then: datetime | None, now: datetime) -> str:
    return _NONE if then is None else f"{_span((now - then).total_seconds())} ago"


def _late(lag: Lag | None) -> str:
    if lag is None:
        return _NONE
    return f"{_span(lag.seconds)} {'after' if lag.after_declaration else 'behind the first'}"


def _disagrees(row: Row) -> str:
    return (
        f"{row.disagreements:,} (+{row.settled:,} settled)"
        if row.settled
        else f"{row.disagreements:,}"
    )


def _span(seconds: float) -> str:
    for unit, name in ((_DAY, "d"), (_HOUR, "h"), (_MINUTE, "min")):
        if seconds >= 2 * unit:
            return f"{seconds / unit:.0f} {name}"
    return f"{max(0.0, seconds):.0f} s"


def _waiting(found: FeedReport, now: datetime) -> list[str]:
    wait = timedelta(minutes=found.minutes)
    return [
        f"Waiting: {_contest(found, one.contest)}: {one.feed} says {in_words(one.result)}; told in "
        f"{_span((one.changed_at + wait - now).total_seconds())}, or when a second feed says so."
        for one in found.waiting
        if one.result
    ]


def _disagreements(found: FeedReport) -> list[str]:
    return [
        f"Disagreement: {_contest(found, one.contest)}: {one.feed} says {one.says}; told is, from "
        f"{one.source}, {one.against}."
        for one in found.disagreements
    ]


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
