"""A night's declarations as a feed would send them, slips and their corrections among them."""

import json
from collections.abc import Iterator
from datetime import date

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Report
from bot.declarations.night import as_declared
from tests.declarations.making import Plain, candidate

NIGHT = date(2019, 12, 12)
_SLIP_EVERY, _TAKEN_BACK_EVERY = 29, 67


def lines(catalogue: Catalogue, contests: int) -> list[str]:
    """In the order of the night; the first so many contests."""
    events = as_declared(catalogue, NIGHT).events[:contests]
    return [
        json.dumps(said)
        for number, event in enumerate(events)
        for said in _said(number, event.report)
    ]


def _said(number: int, report: Report) -> Iterator[Plain]:
    """Every so often the winner is given a vote too few first, or all is taken back for a while."""
    right = _plain(report)
    if number % _SLIP_EVERY == _SLIP_EVERY - 1:
        first, *others = right["candidates"]
        yield {**right, "candidates": [{**first, "votes": first["votes"] - 1}, *others]}
    yield right
    if number % _TAKEN_BACK_EVERY == _TAKEN_BACK_EVERY - 1:
        yield {**right, "withdrawn": True}
        yield right


def _plain(report: Report) -> Plain:
    return {
        "polled_on": report.polled_on.isoformat(),
        "constituency": report.constituency,
        "electorate": report.electorate,
        "rejected_votes": report.rejected_votes,
        "candidates": [candidate(one.name, one.party, one.votes) for one in report.candidates],
    }
