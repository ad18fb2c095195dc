"""Two or more parties at a general election, everywhere or in some areas."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import figures, wording
from bot.answers.compared import choosing_contests, parties_in_seat, weighing
from bot.answers.compared.weighing import Figure, Weighed, weigh
from bot.answers.national import caveats, progress
from bot.answers.national.scope import Scope, scopes
from bot.answers.reply import Cell, Choice, Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic, tally
from bot.elections.party import Party
from bot.elections.tally import PartyTally
from bot.questions.question import Measure, Question

MOST = 4
_SEATS = Figure("number of seats", "larger", weighing.count)
_VOTES = Figure("vote", "larger", weighing.votes)
_SHARE = Figure("share of the vote", "larger", figures.percent)
_COLUMNS = (
    Column("Party"),
    Column("Seats", Unit.COUNT),
    Column("Votes", Unit.COUNT),
    Column("Share", Unit.SHARE),
    Column("Candidates", Unit.COUNT),
    Column("Second places", Unit.COUNT),
    Column("Lost deposits", Unit.COUNT),
)


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    parties = [catalogue.parties.by_id[one] for one in asked.parties[:MOST]]
    if asked.seats:
        return parties_in_seat.answer(catalogue, asked, parties)
    counted = scopes(catalogue, asked)
    if not counted:
        return progress.nothing(catalogue, asked)
    shown = [_shown(one, parties) for one in counted]
    names = wording.listed([party.name for party in parties])
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{names} · {_title(counted)}",
        headline=_headline(asked, shown[-1]),
        preface=tuple(choosing_contests.left_out(_left_out(catalogue, asked))),
        listing=_listing(asked, shown),
        notes=tuple(_notes(parties, counted)),
        choices=tuple(
            Choice("party", party.id, party.name, "every general election", party.name)
            for party in parties
        ),
    )
    return progress.completed(catalogue, asked, counted, reply)


def _left_out(catalogue: Catalogue, asked: Question) -> list[str]:
    return [catalogue.parties.by_id[one].name for one in asked.parties[MOST:]]


def _title(counted: list[Scope]) -> str:
    if len(counted) == 1:
        return counted[0].title
    areas = [wording.listed(counted[0].areas)] if counted[0].areas else []
    days = wording.listed([figures.day(one.day) for one in counted])
    return " · ".join([*areas, f"general elections, {days}"])


@dataclass(frozen=True, slots=True)
class _Shown:
    """One election with the parties in the order in which they were named."""

    scope: Scope
    tallies: tuple[PartyTally, ...]
    valid_votes: int

    def share(self, one: PartyTally) -> float | None:
        return arithmetic.share(one.votes, self.valid_votes)


def _shown(of: Scope, parties: list[Party]) -> _Shown:
    found = {one.party: one for one in of.count.by_party}
    tallies = tuple(found.get(party) or PartyTally(party) for party in parties)
    return _Shown(of, tallies, tally.valid_votes(of.results))


def _headline(asked: Question, of: _Shown) -> str:
    tallies, at = of.tallies, of.scope.at
    figures_asked: dict[Measure, tuple[Figure, Sequence[float | None]]] = {
        Measure.SEATS: (_SEATS, [one.seats for one in tallies]),
        Measure.WON: (_SEATS, [one.seats for one in tallies]),
        Measure.VOTES: (_VOTES, [one.votes for one in tallies]),
        Measure.SHARE: (_SHARE, [of.share(one) for one in tallies]),
        Measure.CANDIDATES: (weighing.CANDIDATES, [one.candidates for one in tallies]),
        Measure.DEPOSITS: (weighing.DEPOSITS, [one.lost_deposits for one in tallies]),
    }
    weighed = figures_asked.get(asked.measure)
    if weighed is None:
        return f"{wording.capital(at)}: {_summary(of)}."
    figure, values = weighed
    things = [
        Weighed(wording.capital(wording.whole(one.party)), f"for {wording.whole(one.party)}", value)
        for one, value in zip(tallies, values, strict=True)
    ]
    sentence = weigh(asked, figure, things).removesuffix(".")
    return f"{sentence}, {at}."


def _summary(of: _Shown) -> str:
    told = []
    for one in of.tallies:
        share = of.share(one)
        portion = f" ({figures.percent(share)})" if share is not None else ""
        seats, votes = wording.seats(one.seats), figures.votes(one.votes)
        name = wording.whole(one.party)
        told.append(
            f"{name} {seats} and {votes}{portion}" if one.candidates else f"{name} did not stand"
        )
    return "; ".join(told)


def _listing(asked: Question, shown: list[_Shown]) -> Listing:
    """A line a party; where several elections are asked about, one for each of them."""
    several = len(shown) > 1
    rows = [
        _row(of, of.tallies[place], several=several)
        for place in range(len(shown[0].tallies))
        for of in reversed(shown)
    ]
    columns = (*_COLUMNS[:1], Column("Election"), *_COLUMNS[1:]) if several else _COLUMNS
    years = [str(of.scope.day.year) for of in shown]
    parties = [one.party.id for one in shown[0].tallies]
    return Listing(wording.file_name(*parties, *asked.areas, *years), columns, tuple(rows))


def _row(of: _Shown, one: PartyTally, *, several: bool) -> tuple[Cell, ...]:
    election = [str(of.scope.day.year)] if several else []
    if not one.candidates:
        return one.party.name, *election, "did not stand", *[None] * 5
    return (
        one.party.name,
        *election,
        one.seats,
        one.votes,
        of.share(one),
        one.candidates,
        one.seconds,
        one.lost_deposits,
    )


def _notes(parties: list[Party], counted: list[Scope]) -> list[str]:
    notes = [line for party in parties for line in caveats.of_party(party, counted)]
    return [*dict.fromkeys(notes), caveats.DEPOSITS]
