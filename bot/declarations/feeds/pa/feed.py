"""PA Media's folder: which files are new, and what they say."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from hashlib import blake2s

from bot.declarations.declaration import Report, ReportedCandidate
from bot.declarations.feeds.feed import Bulletin, Haul, Memory, Misread, Word
from bot.declarations.feeds.folder_wire import listing
from bot.declarations.feeds.pa.names import official
from bot.declarations.feeds.pa.papers import (
    FileName,
    Kind,
    Paper,
    Unfinished,
    file_name,
    of_party,
    read_paper,
)
from bot.declarations.feeds.wire import Answer, Listed, Wire
from bot.declarations.reading import Unreadable
from bot.text import fold

_OK = 200
_TIMESTAMP = ".timestamp"
_LIST_ANYWAY = timedelta(seconds=60)
_BROKEN_FOR = timedelta(seconds=60)  # as it was, after which nobody is still writing a file
_MOST_FILES = 2000  # in one poll; the rest come in the next
_DIGEST = 8  # bytes
_SHOWN = 2000
_WORDS = {
    Kind.NOMINATIONS: Word.STANDING,
    Kind.RUSH: Word.WINNER,
    Kind.RESULT: Word.RESULT,
    Kind.RECOUNT: Word.RECOUNT,
}

Known = Callable[[str, date], bool]


@dataclass(frozen=True, slots=True)
class PaMedia:
    """`known` says whether there is a constituency of that name on a polling day.

    A rush that names only the winning party tells who won where the nominations have one
    candidate of it. Where they do not, it says nothing, and nothing is lost: the result comes.
    """

    place: str
    known: Known
    source: str = "PA Media"
    interval: float = 2.0

    @property
    def name(self) -> str:
        return f"pa:{self.place}"

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:
        stamp = await _stamp(wire)
        if stamp and stamp == memory.get("stamp") and not _has_to_look(memory, now):
            return Haul()
        room = _Room(self.known, memory, now)
        files = listing(await wire.ask(""))
        for listed, named in room.to_read(files):
            answer = await wire.ask(listed.name)
            if answer.status == _OK:
                room.take(listed, named, answer)
        room.remember("stamp", stamp)
        room.remember("listed", now.isoformat())
        return Haul(tuple(room.items), room.changed)


async def _stamp(wire: Wire) -> str:
    """What the mirror wrote last; empty where it has no such file, or nothing in it."""
    answer = await wire.ask(_TIMESTAMP)
    return answer.body.decode("ascii", "replace").strip()[:40] if answer.status == _OK else ""


def _has_to_look(memory: Memory, now: datetime) -> bool:
    """For files that were half-written or too many, or because nobody has looked for a while."""
    listed = memory.get("listed")
    if listed is None or memory.get("more") or any(key.startswith("broken:") for key in memory):
        return True
    return not timedelta(0) <= now - datetime.fromisoformat(listed) < _LIST_ANYWAY


@dataclass(slots=True)
class _Room:
    """One look at the folder."""

    known: Known
    memory: Memory
    now: datetime
    items: list[Bulletin | Misread] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)

    def to_read(self, files: Iterable[Listed]) -> list[tuple[Listed, FileName]]:
        """Of each contest the newest paper of each kind, unless it was read as it is now."""
        papers = [(one, named) for one in files if (named := file_name(one.name))]
        newest: dict[tuple[Kind, str], int] = {}
        for _, named in papers:
            key = (named.kind, fold(named.seat))
            newest[key] = max(named.revision, newest.get(key, 0))
        due = []
        for listed, named in papers:
            if self._recall(f"file:{_key(listed.name)}") == _mark(listed):
                continue
            if named.revision < newest[named.kind, fold(named.seat)]:
                self._pass_over(listed, named)
            else:
                due.append((listed, named))
        # Nominations first: a rush may need them to tell who won.
        due.sort(key=lambda pair: pair[1].kind is not Kind.NOMINATIONS)
        self.remember("more", "yes" if len(due) > _MOST_FILES else "")
        return due[:_MOST_FILES]

    def _pass_over(self, listed: Listed, named: FileName) -> None:
        """An old revision. It is worth a word only where the newer one was there before it."""
        newer = self.memory.get(f"revision:{named.kind}:{_key(fold(named.seat))}")
        if newer and int(newer) > named.revision and f"file:{_key(listed.name)}" not in self.memory:
            reason = f"{listed.name}: revision {named.revision} came after revision {newer}"
            self.items.append(Misread(listed.name, f"{reason}, which is kept"))
        self.remember(f"file:{_key(listed.name)}", _mark(listed))

    def take(self, listed: Listed, named: FileName, answer: Answer) -> None:
        try:
            paper = read_paper(named.kind, answer.body)
            self._check(named, paper)
        except Unfinished as unfinished:
            if self._is_being_written(listed):
                return
            self._misread(listed, answer, str(unfinished))
        except Unreadable as wrong:
            self._misread(listed, answer, str(wrong))
        else:
            self._tell(named, paper, answer)
        self.remember(f"file:{_key(listed.name)}", _mark(listed))
        self.remember(f"broken:{_key(listed.name)}", "")
        self.remember(f"revision:{named.kind}:{_key(fold(named.seat))}", str(named.revision))

    @staticmethod
    def _check(named: FileName, paper: Paper) -> None:
        """Nothing is believed that the paper itself contradicts."""
        if paper.revision is not None and paper.revision != named.revision:
            raise Unreadable(
                f"its name says revision {named.revision}, and it says revision {paper.revision}"
            )
        votes = sorted((one.votes or 0 for one in paper.candidates), reverse=True)
        lead = votes[0] - votes[1] if len(votes) > 1 else None
        if paper.kind is Kind.RESULT and paper.majority and lead not in (None, paper.majority):
            raise Unreadable(f"its majority is {paper.majority:,}, and the votes make it {lead:,}")

    def _is_being_written(self, listed: Listed) -> bool:
        """It is read again at every poll, until it has been as it is for a while."""
        key, mark = f"broken:{_key(listed.name)}", _mark(listed)
        seen, _, since = self.memory.get(key, "").partition(" ")
        if seen != mark:
            self.remember(key, f"{mark} {self.now.isoformat()}")
            return True
        return self.now - datetime.fromisoformat(since) < _BROKEN_FOR

    def _misread(self, listed: Listed, answer: Answer, reason: str) -> None:
        text = answer.body.decode("utf-8", "replace")[:_SHOWN]
        self.items.append(Misread(text, f"{listed.name}: {reason}"))

    def _tell(self, named: FileName, paper: Paper, answer: Answer) -> None:
        seat = official(paper.constituency, lambda one: self.known(one, paper.polled_on))
        candidates = paper.candidates
        if paper.kind is Kind.NOMINATIONS:
            self.remember(f"standing:{_key(fold(named.seat))}", _as_text(candidates))
        if paper.kind is Kind.RUSH:
            candidates = self._winner(named, paper)
            if not candidates:
                return
        if paper.kind is Kind.RECOUNT:
            candidates = ()
        report = Report(paper.polled_on, seat, candidates, paper.declared_at, paper.electorate)
        text = answer.body.decode("utf-8", "replace")[:_SHOWN]
        order = named.revision if paper.kind is Kind.RESULT else 0
        self.items.append(Bulletin(_WORDS[paper.kind], report, text, order))

    def _winner(self, named: FileName, paper: Paper) -> tuple[ReportedCandidate, ...]:
        """The one candidate that is marked as elected, or that stands for the winning party."""
        marked = [one for one in paper.candidates if one.elected]
        if not marked:
            standing = paper.candidates or _from_text(
                self._recall(f"standing:{_key(fold(named.seat))}")
            )
            marked = of_party(standing, paper.winning_party)
        return (replace(marked[0], elected=True),) if len(marked) == 1 else ()

    def _recall(self, key: str) -> str:
        return self.changed.get(key, self.memory.get(key, ""))

    def remember(self, key: str, value: str) -> None:
        if self.memory.get(key, "") != value:
            self.changed[key] = value


def _mark(listed: Listed) -> str:
    return f"{listed.size}.{listed.changed}"


def _key(name: str) -> str:
    return blake2s(name.encode("utf-8", "surrogateescape"), digest_size=_DIGEST).hexdigest()


def _as_text(candidates: Iterable[ReportedCandidate]) -> str:
    return json.dumps([[one.name, one.party, one.party_code] for one in candidates])


def _from_text(text: str) -> list[ReportedCandidate]:
    return [
        ReportedCandidate(name, party, None, party_code=code)
        for name, party, code in json.loads(text or "[]")
    ]
