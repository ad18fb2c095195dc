"""Days on which somebody was elected, and what to say of others."""

from datetime import date

from bot.answers import figures
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestKind
from bot.elections.party import Party
from bot.questions.question import Span, WantedElection

_FIRST_BY_GROUP = 1918
_BY_GROUP = "Before that it knows constituencies one by one, by groups of parties: name one."


def general_election(catalogue: Catalogue, wanted: WantedElection | None) -> date | None:
    """The day of the wanted general election, or of the latest; None where none suits."""
    days = catalogue.elections.days()
    if wanted is None:
        return days[0]
    if wanted.back is not None:
        return days[wanted.back] if wanted.back < len(days) else None
    return next((day for day in days if wanted.suits(day, is_by_election=False)), None)


def spanned(catalogue: Catalogue, span: Span | None) -> list[date]:
    """The general elections of those years, oldest first."""
    first, last = (span.first, span.last) if span else (None, None)
    return [
        day
        for day in reversed(catalogue.elections.days())
        if (first is None or first <= day.year) and (last is None or day.year <= last)
    ]


def unknown(catalogue: Catalogue, wanted: WantedElection) -> list[str]:
    """A sentence where no election in the catalogue is the wanted one, else nothing."""
    days = catalogue.contests.polling_days()
    if any(
        wanted.suits(day, is_by_election=kind is ContestKind.BY_ELECTION)
        for day, kind in days.items()
    ):
        return []
    general = ", ".join(figures.day(one) for one in catalogue.contests.general_elections())
    begin = min(days).year
    sentence = (
        f"No election Teller knows fits “{wanted.said}”. Its results begin in {begin}. "
        f"General elections: {general}."
    )
    earlier = wanted.year is not None and _FIRST_BY_GROUP <= wanted.year < begin
    return [f"{sentence} {_BY_GROUP}"] if earlier else [sentence]


def leading_parties(catalogue: Catalogue) -> list[Party]:
    """Those that won seats at the last general election, most seats first."""
    last = catalogue.contests.general_elections()[0]
    won = [
        (showings[0].seats, party)
        for party in catalogue.parties.by_id.values()
        if (showings := catalogue.parties.showings(party.id))
        and showings[0].polled_on == last
        and showings[0].seats
        and party.comparable
    ]
    return [party for _, party in sorted(won, key=lambda one: (-one[0], one[1].name))]
