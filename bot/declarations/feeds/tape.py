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
from typing import Any, Literal

from bot.declarations.feeds.wire import Answer, Unanswered, Wire
from bot.elections.contest import ContestId, ContestKind
from bot.errors import TellerError
from bot.text import slug

_VERSION = 1
_DIGEST = 12  # letters
_BEGINNING = b'{"recording": '
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
        if _is_barely_begun(path):
            self._write(as_text(opened), "w")
        else:
            next(_lines(path))
            _end_the_last_line(path)

    def keep(self, one: Round) -> None:
        said = json.dumps([_plain(each) for each in one.exchanges])
        if self._last.get(one.feed) == said:
            again = {"at": one.at.isoformat(), "feed": one.feed, "again": True}
            self._write(json.dumps(again))
        elif one.exchanges:
            self._last[one.feed] = said
            self._write(round_as_text(one))

    def _write(self, line: str, mode: Literal["a", "w"] = "a") -> None:
        try:
            with self._path.open(mode, encoding="ascii") as handle:
                handle.write(line + "\n")
        except OSError as failed:
            raise TellerError(f"{self._path} cannot be written: {failed.strerror}.") from failed


def _is_barely_begun(path: Path) -> bool:
    """Whether it holds nothing, or a part of its first line by somebody who was killed."""
    try:
        with path.open("rb") as handle:
            first = handle.readline()
    except FileNotFoundError:
        return True
    except OSError as failed:
        raise TellerError(f"{path} cannot be read: {failed.strerror}.") from failed
    ours = first.startswith(_BEGINNING) or _BEGINNING.startswith(first)
    return ours and not first.endswith(b"\n")


def _end_the_last_line(path: Path) -> None:
    """Cuts off what somebody who was killed did not write to its end."""
    try:
        with path.open("rb+") as handle:
            written = handle.read()
            handle.truncate(written.rfind(b"\n") + 1)
    except OSError as failed:
        raise TellerError(f"{path} cannot be written: {failed.strerror}.") from failed


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
    # In plain letters: a name of a file can hold what is no text, and no letter is cut in two.
    return json.dumps(plain)


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
        with path.open("rb") as handle:
            yield _opened(path, handle.readline())
            yield from handle
    except OSError as failed:
        raise TellerError(f"{path} cannot be read: {failed.strerror}.") from failed


def _opened(path: Path, line: bytes) -> Opened:
    try:
        plain = json.loads(line)
        if plain["recording"] != _VERSION:
            raise TellerError(f"{path} was recorded by another version of Teller.")
        return {
            ContestId(code, date.fromisoformat(day)): ContestKind(kind)
            for code, day, kind in plain["opened"]
        }
    except (ValueError, TypeError, KeyError, RecursionError) as wrong:
        raise TellerError(
            f"{path} is no recording: `teller run --record FILE` makes one."
        ) from wrong


def _rounds(path: Path, lines: Iterator[bytes]) -> Iterator[Round]:
    broken = 0
    last: dict[str, tuple[Exchange, ...]] = {}
    for number, line in enumerate(lines, 2):
        if broken:
            raise TellerError(f"{path}, line {broken}, is no round of a recording.")
        try:
            one = _round(json.loads(line), last)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
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
        wait = plain.get("wait")
        seconds = None if wait is None else float(wait)
        return Exchange(address, Unanswered(str(plain["unanswered"]), seconds))
    if "text" in plain:
        body = str(plain["text"]).encode("utf-8")
    else:
        body = base64.b64decode(plain["base64"])
    headers = {str(name): str(text) for name, text in plain.get("headers", {}).items()}
    return Exchange(address, Answer(int(plain["status"]), body, headers))
