"""The desk where declarations come in: read, checked, journalled or kept aside."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.catalogue.catalogue import Catalogue
from bot.declarations import reading
from bot.declarations.declaration import Declaration, Entry, EntryKind, Report
from bot.declarations.journal import Journal
from bot.declarations.refusal import Refusal
from bot.declarations.validation import Validator
from bot.elections.contest import ContestId, ContestKind
from bot.errors import TellerError


class Outcome(StrEnum):
    """Only of what feeds say: WAITING for a second source or for some time, OVERRULED by a source
    that is trusted more."""

    ACCEPTED = "accepted"
    UNCHANGED = "unchanged"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    WAITING = "waiting"
    OVERRULED = "overruled"


OUTCOMES = {
    EntryKind.DECLARED: Outcome.ACCEPTED,
    EntryKind.CORRECTED: Outcome.CORRECTED,
    EntryKind.WITHDRAWN: Outcome.WITHDRAWN,
    EntryKind.NAMED: Outcome.ACCEPTED,
    EntryKind.UNNAMED: Outcome.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one declaration; `about` names the contest, or says why it was refused."""

    outcome: Outcome
    about: str


class Desk:
    """`now` tells the time that entries are recorded with."""

    def __init__(self, catalogue: Catalogue, journal: Journal, now: Callable[[], datetime]) -> None:
        self._catalogue = catalogue
        self._journal = journal
        self._validator = Validator(catalogue, journal)
        self._now = now

    def take(self, lines: Iterator[str], source: str) -> Iterator[Answer]:
        """One answer for every declaration, as soon as it is journalled."""
        for received in reading.read(lines):
            if received.report is None:
                yield self._refuse(received.text, received.reason, source)
            else:
                yield self.receive(received.report, received.text, source)

    def receive(self, report: Report, text: str, source: str) -> Answer:
        """The answer to one report; `text` is what is kept of it where it is refused."""
        try:
            declaration = self._validator.check(report)
        except Refusal as refusal:
            return self._refuse(text, f"{report.constituency}: {refusal}", source)
        return self._record(declaration, source)

    def _refuse(self, text: str, reason: str, source: str) -> Answer:
        self._journal.refuse(text, reason, source, self._now())
        return Answer(Outcome.REFUSED, reason)

    def _record(self, declaration: Declaration, source: str) -> Answer:
        entry: Entry | None = self._journal.record(declaration, source, self._now())
        outcome = OUTCOMES[entry.kind] if entry else Outcome.UNCHANGED
        seat = self._catalogue.seats.by_code[declaration.contest.code]
        return Answer(outcome, f"{seat.name}, {declaration.contest.polled_on}")

    def open_election(self, polled_on: date, by: str | None) -> tuple[int, int]:
        """Open a general election, or a by-election in one seat; how many were opened, of how many.

        Raises TellerError where the day or the seat cannot be meant.
        """
        newest = self._catalogue.span[1]
        if polled_on <= newest:
            raise TellerError(
                f"The results that Teller knows reach to {newest}: only a later day can be opened."
            )
        kind = ContestKind.GENERAL if by is None else ContestKind.BY_ELECTION
        codes = self._todays_seats() if by is None else [self._seat(by)]
        contests = [ContestId(code, polled_on) for code in codes]
        return self._journal.open(contests, kind, self._now()), len(contests)

    def close_election(self, polled_on: date, by: str | None) -> int:
        """Undo `open_election` where nothing is declared yet; how many contests were closed.

        Raises TellerError where the seat cannot be meant.
        """
        return self._journal.close(polled_on, None if by is None else self._seat(by))

    def _todays_seats(self) -> list[str]:
        seats = self._catalogue.seats.by_code.values()
        return [seat.code for seat in seats if not seat.abolished]

    def _seat(self, name: str) -> str:
        seats = [one for one in self._catalogue.seats.named(name) if not one.abolished]
        known = self._catalogue.seats.get(name)
        if known and not known.abolished:
            return known.code
        if len(seats) != 1:
            raise TellerError(
                f"There is no one constituency “{name}” today: write its name in full, or its code."
            )
        return seats[0].code
