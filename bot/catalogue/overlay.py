"""What may be laid over the settled contests: results declared live, and contests opened."""

from datetime import date
from typing import Protocol

from bot.elections.contest import Contest, ContestId, ContestKind, Nominated

Dated = list[tuple[ContestId, ContestKind]]
"""Contests with their kind, newest first."""
Mark = tuple[int, int, str]


class Overlay(Protocol):
    """Asked at every question, so it is never behind whoever writes it."""

    def contest(self, contest_id: ContestId) -> Contest | None:
        """A contest with its live result; None while there is none."""

    def of_seats(self, codes: list[str]) -> Dated:
        """The contests of these seats that have a live result."""

    def of_person(self, person_id: str) -> Dated:
        """The contests with a live result in which somebody stood."""

    def to_come(self, codes: list[str]) -> Dated:
        """The contests of these seats that are open, with nothing declared."""

    def nominated(self, contest_id: ContestId) -> Nominated:
        """What is known of a contest before any votes are."""

    def days(self) -> Dated:
        """One contest for every polling day that was opened."""

    def on(self, polled_on: date) -> list[Contest]:
        """The contests of a day that have a live result."""

    def mark(self) -> Mark:
        """Changes whenever a result does, or what is open."""
