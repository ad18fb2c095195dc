"""What is known in one poll, and what it finds out."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.declarations.feeds.democracy_club.ballots import Ballot, Election, shown
from bot.declarations.feeds.feed import Bulletin, Memory, Misread
from bot.declarations.reading import Unreadable

_BRITAIN = ZoneInfo("Europe/London")
_CLOSE = time(22)
_MICROSECONDS = 1_000_000


@dataclass(slots=True)
class Notes:
    """`items` is what is told, in order; `changed` what is to be remembered."""

    election: Election
    memory: Memory
    now: datetime
    items: list[Bulletin | Misread] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)

    def recall(self, key: str) -> str:
        """Empty where nothing is known."""
        return self.changed.get(key, self.memory.get(key, ""))

    def remember(self, key: str, value: str) -> None:
        self.changed[key] = value

    def moment(self, key: str) -> datetime | None:
        known = self.recall(key)
        return datetime.fromisoformat(known) if known else None

    def name(self, key: str, person: str, bulletin: Bulletin) -> None:
        """Once for each change of who is named."""
        if self.recall(f"named:{key}") != person:
            self.items.append(bulletin)
            self.remember(f"named:{key}", person)

    def misread(self, plain: object, wrong: Unreadable) -> None:
        self.items.append(Misread(shown(plain), str(wrong)))

    @property
    def fresh(self) -> int:
        """Under a million, and another in each poll, also after one that failed and left nothing
        in the memory: the site gives the same answer to the same question for ten minutes."""
        hundredths = int(self.now.timestamp() * 100)
        return (hundredths + int(self.recall("count") or 0)) % _MICROSECONDS

    @property
    def close_of_poll(self) -> datetime:
        return datetime.combine(self.election.polled_on, _CLOSE, _BRITAIN).astimezone(UTC)

    def put_back(self, ballot: Ballot, tries: int = 0) -> None:
        """To ask for the ballot itself, which the list of results may not bring again."""
        self.remember(f"again:{ballot.key}", f"{ballot.id} {tries}")

    def ballots_put_back(self) -> list[tuple[str, int]]:
        """The numbers of those ballots, with how often each was tried, the least tried first."""
        known = {**self.memory, **self.changed}
        left = [value.split() for key, value in known.items() if key.startswith("again:") and value]
        return sorted(((number, int(tries)) for number, tries in left), key=lambda one: one[::-1])
