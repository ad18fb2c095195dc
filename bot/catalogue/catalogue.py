"""The catalogue as one object: everything that can be asked of it."""

import sqlite3
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.catalogue import store
from bot.catalogue.contests import Contests
from bot.catalogue.elections import Elections
from bot.catalogue.gazetteer import Gazetteer
from bot.catalogue.genders import Genders
from bot.catalogue.hexagons import Hexagons
from bot.catalogue.known_names import KnownName, known_names, known_parties
from bot.catalogue.parties import Parties
from bot.catalogue.persons import Persons
from bot.catalogue.seats import Seats
from bot.catalogue.sources import Source, sources


class Catalogue:
    """Read-only and for one thread, like the connection beneath it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.seats = Seats(connection)
        self.parties = Parties(connection)
        self.persons = Persons(connection, self.seats)
        self.contests = Contests(connection, self.seats, self.parties)
        self.elections = Elections(self.contests, self.seats)
        self.gazetteer = Gazetteer(connection, self.seats)
        self.genders = Genders(connection)
        self.hexagons = Hexagons(connection)

    @classmethod
    def open(cls, path: Path) -> "Catalogue":
        return cls(store.connect(path))

    def known_names(self) -> list[KnownName]:
        return list(known_names(self.connection))

    def known_parties(self) -> list[KnownName]:
        return list(known_parties(self.connection))

    def short_forms(self) -> dict[str, list[str]]:
        """What each short form may stand for."""
        forms: dict[str, list[str]] = {}
        for row in self.connection.execute("SELECT form, meaning FROM short_form"):
            forms.setdefault(row["form"], []).append(row["meaning"])
        return forms

    def elsewhere(self) -> frozenset[str]:
        """Folded names of countries and large cities outside the United Kingdom."""
        rows = self.connection.execute("SELECT name FROM elsewhere")
        return frozenset(row["name"] for row in rows)

    def three_letter_codes(self) -> dict[str, str]:
        """Constituencies by the three capitals that some data feeds call them."""
        rows = self.connection.execute(
            "SELECT alias, code FROM constituency_alias WHERE kind = 'three_letter_code'"
        )
        return {row["alias"]: row["code"] for row in rows}

    @cached_property
    def sources(self) -> list[Source]:
        return sources(self.connection)

    @cached_property
    def results(self) -> Source:
        """Where the results themselves come from."""
        return next(source for source in self.sources if source.id == "uk-parliament")

    @cached_property
    def span(self) -> tuple[date, date]:
        """The days of the oldest and the newest contest."""
        first, last = self.connection.execute(
            "SELECT min(polled_on), max(polled_on) FROM contest"
        ).fetchone()
        return date.fromisoformat(first), date.fromisoformat(last)

    def close(self) -> None:
        self.connection.close()
