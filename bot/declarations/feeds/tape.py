"""A recording of a night: every answer that feeds got, with its time, so that it can be played.

A text of JSON lines. The first says that it is a recording and which contests were open; each
other is a round, which is what one feed asked in one poll and what it was answered.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from bot.declarations.feeds.wire import Answer, Unanswered, Wire
from bot.elections.contest import ContestId, ContestKind
from bot.errors import TellerError
from bot.text import slug

_VERSION = 1
_DIGEST = 12  # letters
_KEPT_HEADERS = frozenset({"content-type", "date", "location", "retry-after", "x-teller-timestamp"})

Opened = Mapping[ContestId, ContestKind]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked, and the answer or why there was none."""

    address: str
    answer: Answer | Unanswered


@dataclass(frozen=True, slots=True)
class Round:
    """One poll of the feed of that name. `at` knows its time zone."""

    at: datetime
    feed: str
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class Recording:
    """Rounds in the order of time. `name` tells it from every other recording."""

    name: str
    opened: Opened
    rounds: tuple[Round, ...]

    @property
    def feeds(self) -> list[str]:
        """In the order of their first words."""
        return list(dict.fromkeys(one.feed for one in self.rounds))


class HeardWire:
    """Asks another wire, and remembers what was said."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.exchanges: list[Exchange] = []

    async def ask(self, address: str, query: Mapping[str, str] | None = None) -> Answer:
        try:
            answer = await self._wire.ask(address, query)
        except Unanswered as silent:
            self.exchanges.append(Exchange(address, silent))
            raise
        self.exchanges.append(Exchange(address, answer))
        return answer


class TapeWire:
    """Answers as a round has it: for each address what was answered there, one after the other."""

    def __init__(self, exchanges: Iterable[Exchange]) -> None:
        self._left = list(exchanges)

    async def ask(self, address: str, query: Mapping[str, str] | None = None) -> Answer:  # noqa: ARG002
        place = next((n for n, one in enumerate(self._left) if one.address == address), None)
        if place is None:
            raise Unanswered(f"the recording has no answer for {address or 'the list of files'}.")
        answer = self._left.pop(place).answer
        if isinstance(answer, Unanswered):
            raise answer
        return answer


class Recorder:
    """Writes a recording on, round by round. One that brought what the last one did is short: that
    nothing has changed is news to some feeds."""

    def __init__(self, path: Path, opened: Opened) -> None:
        """Raises TellerError where the file cannot be written, or is something else."""
        self._path = path
        self._last: dict[str, str] = {}
        if path.exists() and path.stat().st_size:
            next(_lines(path))
            _end_the_last_line(path)
        else:
            self._write(as_text(opened))

    def keep(self, one: Round) -> None:
        said = json.dumps([_plain(each) for each in one.exchanges], ensure_ascii=False)
        if self._last.get(one.feed) == said:
            again = {"at": one.at.isoformat(), "feed": one.feed, "again": True}
            self._write(json.dumps(again, ensure_ascii=False))
        elif one.exchanges:
            self._last[one.feed] = said
            self._write(round_as_text(one))

    def _write(self, line: str) -> None:
        try:
            with self._path.open("a", encoding="utf-8") as handle:
                handle.write(line + "\n")
        except OSError as failed:
            raise TellerError(f"{self._path} cannot be written: {failed.strerror}.") from failed


def _end_the_last_line(path: Path) -> None:
    """Cuts off what somebody who was killed did not write to its end."""
    with path.open("rb+") as handle:
        written = handle.read()
        handle.truncate(written.rfind(b"\n") + 1)


def as_text(opened: Opened) -> str:
    """A recording's first line."""
    rows = [[one.code, one.polled_on.isoformat(), kind] for one, kind in opened.items()]
    return json.dumps({"recording": _VERSION, "opened": rows})


def round_as_text(one: Round) -> str:
    plain = {
        "at": one.at.isoformat(),
        "feed": one.feed,
        "answers": [_plain(each) for each in one.exchanges],
    }
    return json.dumps(plain, ensure_ascii=False)


def read_recording(path: Path) -> Recording:
    """Raises TellerError that names the line where it is none.

    A last line that breaks off is left out: whoever wrote it was killed.
    """
    lines = _lines(path)
    opened = next(lines)
    rounds = tuple(sorted(_rounds(path, lines), key=lambda one: one.at))
    return Recording(f"{slug(path.stem)}-{_digest(path)}", opened, rounds)


def _digest(path: Path) -> str:
    with path.open("rb") as handle:
        return file_digest(handle, "sha256").hexdigest()[:_DIGEST]


def _lines(path: Path) -> Iterator[Any]:
    """First what was open, then the text of each round."""
    try:
        with path.open(encoding="utf-8") as handle:
            yield _opened(path, handle.readline())
            yield from handle
    except (OSError, UnicodeDecodeError) as failed:
        reason = getattr(failed, "strerror", None) or "it is no text in UTF-8"
        raise TellerError(f"{path} cannot be read: {reason}.") from failed


def _opened(path: Path, line: str) -> Opened:
    try:
        plain = json.loads(line)
        if plain["recording"] != _VERSION:
            raise TellerError(f"{path} was recorded by another version of Teller.")
        return {
            ContestId(code, date.fromisoformat(day)): ContestKind(kind)
            for code, day, kind in plain["opened"]
        }
    except (ValueError, TypeError, KeyError) as wrong:
        raise TellerError(
            f"{path} is no recording: `teller run --record FILE` makes one."
        ) from wrong


def _rounds(path: Path, lines: Iterator[str]) -> Iterator[Round]:
    broken = 0
    last: dict[str, tuple[Exchange, ...]] = {}
    for number, line in enumerate(lines, 2):
        if broken:
            raise TellerError(f"{path}, line {broken}, is no round of a recording.")
        try:
            one = _round(json.loads(line), last)
        except (ValueError, TypeError, KeyError):
            broken = number
        else:
            last[one.feed] = one.exchanges
            yield one


def _round(plain: dict[str, Any], last: Mapping[str, tuple[Exchange, ...]]) -> Round:
    """`last` holds what each feed was answered before."""
    at, feed = datetime.fromisoformat(plain["at"]), str(plain["feed"])
    if at.tzinfo is None:
        raise ValueError("a time without its zone")
    if plain.get("again"):
        return Round(at, feed, last[feed])
    return Round(at, feed, tuple(_exchange(one) for one in plain["answers"]))


def _plain(one: Exchange) -> dict[str, Any]:
    if isinstance(one.answer, Unanswered):
        reason = {"unanswered": str(one.answer), "wait": one.answer.wait}
        return {"address": one.address, **reason}
    kept = {name: text for name, text in one.answer.headers.items() if name in _KEPT_HEADERS}
    said = {"address": one.address, "status": one.answer.status, "headers": kept}
    try:
        return {**said, "text": one.answer.body.decode("utf-8")}
    except UnicodeDecodeError:
        return {**said, "base64": base64.b64encode(one.answer.body).decode("ascii")}


def _exchange(plain: dict[str, Any]) -> Exchange:
    address = str(plain["address"])
    if "unanswered" in plain:
        return Exchange(address, Unanswered(str(plain["unanswered"]), plain.get("wait")))
    if "text" in plain:
        body = str(plain["text"]).encode("utf-8")
    else:
        body = base64.b64decode(plain["base64"])
    return Exchange(address, Answer(int(plain["status"]), body, dict(plain.get("headers", {}))))
