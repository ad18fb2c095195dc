"""Contests with their candidacies, and what each is compared with."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

from bot.catalogue.overlay import Dated, Overlay
from bot.catalogue.parties import Parties
from bot.catalogue.seats import Seats
from bot.elections.contest import (
    Baseline,
    Candidacy,
    Certainty,
    Contest,
    ContestId,
    ContestKind,
    Nominated,
)
from bot.elections.party import Party
from bot.elections.person import Person

_NOTES = "SELECT code, polled_on, note FROM contest_note"
_CANDIDACIES = (
    "SELECT code, polled_on, person_id, standing_as, party_id, ballot_party, votes, person.name, "
    "person.mnis_id FROM candidacy JOIN person ON person.id = person_id"
)


class Contests:
    def __init__(self, connection: sqlite3.Connection, seats: Seats, parties: Parties) -> None:
        self._connection = connection
        self._seats = seats
        self._parties = parties
        self.live: Overlay | None = None

    def get(self, contest_id: ContestId) -> Contest | None:
        """The settled result, or else the live one."""
        settled = self.settled(contest_id)
        return settled or (self.live.contest(contest_id) if self.live else None)

    def settled(self, contest_id: ContestId) -> Contest | None:
        key = (contest_id.code, contest_id.polled_on.isoformat())
        row = self._connection.execute(
            "SELECT * FROM contest WHERE code = ? AND polled_on = ?", key
        ).fetchone()
        return self._contest(row) if row else None

    def ids_of_seats(self, codes: list[str]) -> list[tuple[ContestId, ContestKind]]:
        """The contests of these seats, newest first."""
        marks = ", ".join("?" * len(codes))
        rows = self._connection.execute(
            f"SELECT code, polled_on, kind FROM contest WHERE code IN ({marks}) "  # noqa: S608 (only question marks)
            "ORDER BY polled_on DESC",
            codes,
        )
        settled = [(_contest_id(row), ContestKind(row["kind"])) for row in rows]
        return _laid_over(settled, self.live.of_seats(codes) if self.live else [])

    def to_come(self, codes: list[str]) -> Dated:
        """The contests of these seats that are open, with nothing declared."""
        if self.live is None:
            return []
        return [pair for pair in self.live.to_come(codes) if self.settled(pair[0]) is None]

    def nominated(self, contest_id: ContestId) -> Nominated:
        """Who stands in a contest that is to come, as far as that is known."""
        return self.live.nominated(contest_id) if self.live else Nominated()

    def ids_of_person(self, person_id: str) -> list[tuple[ContestId, ContestKind]]:
        """The contests a person stood in, newest first."""
        rows = self._connection.execute(
            "SELECT code, polled_on, kind FROM candidacy JOIN contest USING (code, polled_on) "
            "WHERE person_id = ? ORDER BY polled_on DESC",
            (person_id,),
        )
        settled = [(_contest_id(row), ContestKind(row["kind"])) for row in rows]
        return _laid_over(settled, self._live_of_person(person_id))

    def latest(self, most: int) -> list[ContestId]:
        """The newest contests, newest first."""
        rows = self._connection.execute(
            "SELECT code, polled_on FROM contest ORDER BY polled_on DESC, code LIMIT ?", (most,)
        )
        return [_contest_id(row) for row in rows]

    def wins_of_person(self, person_id: str) -> int:
        [wins] = self._connection.execute(
            "SELECT count(*) FROM candidacy WHERE person_id = ? AND position = 1", (person_id,)
        ).fetchone()
        live = [self.get(one) for one, _ in self._live_of_person(person_id)]
        return int(wins) + sum(
            one is not None and one.winner.person.id == person_id for one in live
        )

    def _live_of_person(self, person_id: str) -> Dated:
        """Less what is settled by now, perhaps with another person, or just taken back."""
        if self.live is None:
            return []
        return [
            (one, kind)
            for one, kind in self.live.of_person(person_id)
            if self.settled(one) is None and self.live.contest(one) is not None
        ]

    def general_elections(self) -> list[date]:
        """Newest first."""
        rows = self._connection.execute(
            "SELECT DISTINCT polled_on FROM contest WHERE kind = 'general' ORDER BY 1 DESC"
        )
        return [date.fromisoformat(row["polled_on"]) for row in rows]

    def number_on(self, polled_on: date) -> int:
        """How many settled contests were polled on that day."""
        [number] = self._connection.execute(
            "SELECT count(*) FROM contest WHERE polled_on = ?", (polled_on.isoformat(),)
        ).fetchone()
        return int(number)

    def polling_days(self) -> dict[date, ContestKind]:
        """Every day since 2010 on which somebody was elected; a general election outranks."""
        rows = self._connection.execute("SELECT DISTINCT polled_on, kind FROM contest ORDER BY 2")
        opened = {one.polled_on: kind for one, kind in self.live.days()} if self.live else {}
        return opened | {
            date.fromisoformat(row["polled_on"]): ContestKind(row["kind"]) for row in rows
        }

    def baseline(self, contest: Contest) -> Baseline | None:
        """The general election before: on the same boundaries, or else the notional result."""
        code = contest.constituency.code
        earlier = [
            one
            for one, kind in self.ids_of_seats([code])
            if kind is ContestKind.GENERAL and one.polled_on < contest.polled_on
        ]
        found = self.get(earlier[0]) if earlier else None
        if found is not None:
            return baseline_of(found)
        estimate = self.notional(code, contest.polled_on)
        return self._counted(code, estimate) or estimate

    def _counted(self, code: str, estimate: Baseline | None) -> Baseline | None:
        """The last general election itself, where it was on these very boundaries.

        Shares of population are not enough: two seats kept all their people as far as a census
        can tell, and yet the estimate of their votes differs.
        """
        kept = self._seats.unchanged_predecessor(code)
        contests = self.ids_of_seats([kept.code]) if kept else []
        general = [one for one, kind in contests if kind is ContestKind.GENERAL]
        found = self.get(general[0]) if general else None
        if found is None or (estimate and estimate.total != found.valid_votes):
            return None
        return baseline_of(found)

    def notional(self, code: str, before: date) -> Baseline | None:
        """The estimate of the last election before that day on the boundaries of a new seat."""
        head = self._connection.execute(
            "SELECT * FROM notional_contest WHERE code = ? AND polled_on < ? "
            "ORDER BY polled_on DESC LIMIT 1",
            (code, before.isoformat()),
        ).fetchone()
        if head is None:
            return None
        rows = self._connection.execute(
            "SELECT party_id, votes FROM notional_vote WHERE code = ? AND polled_on = ? "
            "ORDER BY votes DESC",
            (code, head["polled_on"]),
        ).fetchall()
        return self._estimate(head, rows)

    def estimates(self) -> dict[tuple[str, date], Baseline]:
        """All notional results by the code of the new seat and the day, read at once."""
        votes = self._connection.execute(
            "SELECT code, polled_on, party_id, votes FROM notional_vote "
            "ORDER BY code, polled_on, votes DESC"
        ).fetchall()
        voted = _by_contest(votes)
        heads = self._connection.execute("SELECT * FROM notional_contest")
        made = [(head["code"], self._estimate(head, voted[head[0], head[1]])) for head in heads]
        return {(code, one.polled_on): one for code, one in made}

    def _estimate(self, head: sqlite3.Row, rows: list[sqlite3.Row]) -> Baseline:
        votes: dict[Party, int] = {}
        for row in rows:
            party = self._parties.by_id[row["party_id"]]
            votes[party] = votes.get(party, 0) + row["votes"]
        lead = rows[0]["votes"] - (rows[1]["votes"] if len(rows) > 1 else 0)
        return Baseline(
            polled_on=date.fromisoformat(head["polled_on"]),
            votes=votes,
            total=head["valid_votes"],
            held_by=self._parties.by_id[rows[0]["party_id"]],
            majority=lead,
            notional=bool(head["estimated"]),
        )

    def all_of(self, kind: ContestKind, polled_on: date | None = None) -> list[Contest]:
        """All settled contests of a kind, or those of one day, read at once; by day and code."""
        day = polled_on.isoformat() if polled_on else None
        of_kind = "kind = ? AND (? IS NULL OR polled_on = ?)"
        notes, candidacies = (
            self._connection.execute(
                f"{selected} JOIN contest USING (code, polled_on) WHERE {of_kind} "
                f"ORDER BY code, polled_on, {order}",
                (kind, day, day),
            ).fetchall()
            for selected, order in ((_NOTES, "number"), (_CANDIDACIES, "position"))
        )
        noted, stood = _by_contest(notes), _by_contest(candidacies)
        rows = self._connection.execute(
            f"SELECT * FROM contest WHERE {of_kind} ORDER BY polled_on, code",  # noqa: S608
            (kind, day, day),
        )
        keyed = [((row["code"], row["polled_on"]), row) for row in rows]
        return [self._made(row, stood.get(key, ()), noted.get(key, ())) for key, row in keyed]

    def _contest(self, row: sqlite3.Row) -> Contest:
        of_contest = "WHERE code = ? AND polled_on = ? ORDER BY"
        key = (row["code"], row["polled_on"])
        notes = self._connection.execute(f"{_NOTES} {of_contest} number", key).fetchall()
        candidacies = self._connection.execute(f"{_CANDIDACIES} {of_contest} position", key)
        return self._made(row, candidacies.fetchall(), notes)

    def _made(
        self, row: sqlite3.Row, candidacies: Iterable[sqlite3.Row], notes: Iterable[sqlite3.Row]
    ) -> Contest:
        return Contest(
            constituency=self._seats.by_code[row["code"]],
            polled_on=date.fromisoformat(row["polled_on"]),
            kind=ContestKind(row["kind"]),
            candidacies=tuple(self._candidacy(one) for one in candidacies),
            electorate=row["electorate"],
            rejected_votes=row["rejected_votes"],
            declared_at=datetime.fromisoformat(row["declared_at"]) if row["declared_at"] else None,
            certainty=Certainty(row["certainty"]) if row["certainty"] else None,
            notes=tuple(one["note"] for one in notes),
        )

    def _candidacy(self, row: sqlite3.Row) -> Candidacy:
        return Candidacy(
            person=Person(row["person_id"], row["name"], row["mnis_id"]),
            standing_as=row["standing_as"],
            party=self._parties.by_id[row["party_id"]],
            ballot_party=row["ballot_party"],
            votes=row["votes"],
        )


def _laid_over(settled: Dated, live: Dated) -> Dated:
    """Live contests beside the settled ones; what is settled is not live any more."""
    known = {one for one, _ in settled}
    merged = [*settled, *(pair for pair in live if pair[0] not in known)]
    return sorted(merged, key=lambda pair: pair[0].polled_on, reverse=True)


def _by_contest(rows: list[sqlite3.Row]) -> dict[tuple[str, str], list[sqlite3.Row]]:
    grouped: dict[tuple[str, str], list[sqlite3.Row]] = {}
    for row in rows:
        grouped.setdefault((row["code"], row["polled_on"]), []).append(row)
    return grouped


def _contest_id(row: sqlite3.Row) -> ContestId:
    return ContestId(row["code"], date.fromisoformat(row["polled_on"]))


def baseline_of(contest: Contest) -> Baseline:
    """The contest as what a later one is compared with."""
    votes: dict[Party, int] = {}
    for candidacy in contest.candidacies:
        votes[candidacy.party] = votes.get(candidacy.party, 0) + candidacy.votes
    return Baseline(
        polled_on=contest.polled_on,
        votes=votes,
        total=contest.valid_votes,
        held_by=contest.winner.party,
        majority=contest.majority,
        notional=False,
        winner=contest.winner.person,
    )
