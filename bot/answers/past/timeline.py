"""Who won a seat at every election that is known, and for how long in a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.answers.past.groups_named import Holder, past_holder
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.history import History
from bot.elections.constituency import Constituency
from bot.elections.contest import Contest, ContestKind
from bot.elections.party import Party, PartyKind
from bot.elections.past import PastContest
from bot.elections.person import Person
from bot.text import alike


@dataclass(frozen=True, slots=True)
class Win:
    """An election of the seat. `holder` is None where the data do not settle who won.

    `member` is empty where no name is known. Just one of `contest` and `past` is set.
    """

    polled_on: date
    kind: ContestKind
    holder: Holder | None
    member: str
    contest: Contest | None = None
    past: PastContest | None = None

    @property
    def seat(self) -> str:
        """The seat's name then."""
        if self.past is not None:
            return self.past.name
        return self.contest.constituency.name if self.contest else ""


@dataclass(frozen=True, slots=True)
class Run:
    """Elections in a row with the same holder, newest first; none was missed in between."""

    wins: tuple[Win, ...]

    @property
    def first(self) -> Win:
        return self.wins[-1]

    @property
    def last(self) -> Win:
        return self.wins[0]

    @property
    def holder(self) -> str:
        """Liberals changed their name within a run: "Liberal, then Liberal Democrat"."""
        names = [one.holder.name for one in reversed(self.wins) if one.holder]
        return ", then ".join(dict.fromkeys(names))

    @property
    def members(self) -> dict[str, list[int]]:
        """Whom it elected with the years, oldest first, as far as names are known."""
        elected: dict[str, list[int]] = {}
        for one in reversed(self.wins):
            if one.member:
                elected.setdefault(one.member, []).append(one.polled_on.year)
        return elected

    @property
    def only_member(self) -> str:
        """Whoever won all of its elections; empty where that were several or is not known."""
        names = {one.member for one in self.wins}
        return names.pop() if len(names) == 1 else ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """`seats` is the seat itself and what is the same seat to most people, newest first; none of a
    seat that ended before 2010.

    `days` are all general elections since 1918, on which the seat may not have been there.
    """

    seats: tuple[Constituency, ...]
    wins: tuple[Win, ...]
    runs: tuple[Run, ...]
    days: tuple[date, ...]

    @property
    def contests(self) -> list[Contest]:
        return [one.contest for one in self.wins if one.contest]

    @property
    def past(self) -> list[PastContest]:
        return [one.past for one in self.wins if one.past]


def timeline(catalogue: Catalogue, seat: Constituency) -> Timeline:
    history = History(catalogue.connection)
    seats = same_seat(catalogue, seat)
    codes = [one.code for one in seats]
    ids = [one for one, _ in catalogue.contests.ids_of_seats(codes)]
    contests = [contest for one in ids if (contest := catalogue.contests.get(one))]
    # A seat that only shares its name with one of 2010 has no claim to that one's other names.
    past = history.of_seats(seats, renamed=len(seats) > 1 or is_older(seat))
    wins = (*map(_win, contests), *map(_past_win, past))
    days = sorted({*catalogue.elections.days(), *history.days()})
    return Timeline(seats, wins, tuple(_runs(wins, days)), tuple(days))


def of_past(catalogue: Catalogue, past: Sequence[PastContest]) -> Timeline:
    """Of a seat that ended before 2010, whose contests are given newest first."""
    days = sorted({*catalogue.elections.days(), *History(catalogue.connection).days()})
    wins = tuple(map(_past_win, past))
    return Timeline((), wins, tuple(_runs(wins, days)), tuple(days))


def same_seat(catalogue: Catalogue, seat: Constituency) -> tuple[Constituency, ...]:
    """The seat, its namesake, and what had exactly its boundaries; newest first."""
    codes = dict.fromkeys(catalogue.seats.codes_of_name(seat))
    before = catalogue.seats.unchanged_predecessor(seat.code)
    after = [
        one.new
        for one in (catalogue.seats.successors(seat.code) if seat.abolished else ())
        if catalogue.seats.unchanged_predecessor(one.new.code) == seat
    ]
    codes |= dict.fromkeys(one.code for one in (before, *after) if one)
    seats = [catalogue.seats.by_code[code] for code in codes]
    return tuple(sorted(seats, key=lambda one: one.abolished))


def is_older(seat: Constituency) -> bool:
    """Whether the seat was there before 2024."""
    return seat.abolished or seat.since is not seat.boundaries


def new_in_2024(line: Timeline) -> bool:
    """Whether nothing was the same seat before, though one may have had its name long ago."""
    return bool(line.seats) and not any(is_older(seat) for seat in line.seats)


def holder_of(party: Party, person: Person) -> Holder:
    """Two independents are not one holder; everybody else is, with their party."""
    if party.kind is PartyKind.INDEPENDENT:
        return Holder(f"{party.id}:{alike(person.name)}", party.name)
    return Holder(party.id, party.name)


def _win(contest: Contest) -> Win:
    winner = contest.winner
    holder = holder_of(winner.party, winner.person)
    return Win(contest.polled_on, contest.kind, holder, winner.person.name, contest=contest)


def _past_win(past: PastContest) -> Win:
    member = past.winner.name if past.winner else ""
    return Win(past.polled_on, ContestKind.GENERAL, past_holder(past), member, past=past)


def _runs(wins: tuple[Win, ...], days: list[date]) -> list[Run]:
    """Newest first."""
    if not wins:
        return []
    groups = [[wins[0]]]
    for newer, older in pairwise(wins):
        missed = any(older.polled_on < day < newer.polled_on for day in days)
        if missed or _key(newer) != _key(older):
            groups.append([])
        groups[-1].append(older)
    return [Run(tuple(group)) for group in groups]


def _key(win: Win) -> str | None:
    return win.holder.key if win.holder else None
