"""Nights as the feeds would have heard them: recordings in each feed's own format."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from itertools import groupby
from pathlib import Path

from bot.catalogue.catalogue import Catalogue
from bot.declarations.feeds.folder_wire import as_listing
from bot.declarations.feeds.tape import Exchange, Round, as_text, round_as_text
from bot.declarations.feeds.wire import Answer, Listed
from tests.nights import democracy_club as dc
from tests.nights import pa
from tests.nights.changes import Change, close_of_poll, contests

_POLL = timedelta(seconds=30)
_XML, _JSON = {"content-type": "application/atom+xml"}, {"content-type": "application/json"}


def write_recording(path: Path, rounds: Iterable[Round]) -> Path:
    ordered = sorted(rounds, key=lambda one: one.at)
    lines = [as_text({}), *(round_as_text(one) for one in ordered)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def of_democracy_club(
    catalogue: Catalogue, day: date, changes: Sequence[Change]
) -> Iterator[Round]:
    """A poll before the polls close, and then one after every half minute with a change."""
    store, ballots = dc.store_of(catalogue, contests(catalogue, day))
    feed = f"democracyclub:parl.{day}"
    began = close_of_poll(day) - timedelta(minutes=5)
    yield Round(began, feed, tuple(_nominations(store, began) + _asked(store, began, began)))
    last = began
    for at, together in groupby(changes, lambda one: _next_poll(began, one.moment)):
        # Nobody had looked for a while where nothing had changed, or so it would seem.
        yield Round(at - _POLL, feed, tuple(_asked(store, at, at)))
        for change in together:
            dc.happen(store, ballots[change.contest.constituency.code], change)
        yield Round(at, feed, tuple(_asked(store, last, at)))
        last = at


def _next_poll(began: datetime, moment: datetime) -> datetime:
    return began + _POLL * (-(-(moment - began) // _POLL))


def _nominations(store: dc.Store, at: datetime) -> list[Exchange]:
    pages = -(-len(store.ballots) // 200)
    return [
        _exchange(dc.BALLOTS, dc.as_body(store.nominated(number=number)), at)
        for number in range(1, pages + 1)
    ]


def _asked(store: dc.Store, since: datetime, at: datetime) -> list[Exchange]:
    """What has changed after a moment. The Atom feed goes as far back as it has to."""
    changed = sum(one.at > since for one in store.events)
    pages = range(1, min(5, 2 + changed // dc.ATOM_SIZE) + 1)
    return [
        _exchange(dc.RESULTS, dc.as_body(store.results(since)), at),
        *(_exchange(dc.ATOM, store.atom(number).encode(), at) for number in pages),
        _exchange(dc.ELECTED, dc.as_body({"count": 0, "next": None, "results": []}), at),
    ]


def _exchange(address: str, body: bytes, at: datetime) -> Exchange:
    headers = _XML if address == dc.ATOM else _JSON
    return Exchange(address, Answer(200, body, {**headers, "date": format_datetime(at)}))


def of_pa(catalogue: Catalogue, day: date, changes: Sequence[Change]) -> Iterator[Round]:
    """The nominations before the polls close, and then every file as it comes."""
    feed = "pa:/srv/pa"
    papers = [(close_of_poll(day) - timedelta(minutes=5), pa.nominations(contests(catalogue, day)))]
    papers += [(change.moment, [paper]) for change, paper in pa.told(changes)]
    for number, (at, together) in enumerate(papers, 1):
        files = [
            Listed(paper.name, len(paper.body), number * 1000 + place)
            for place, paper in enumerate(together)
        ]
        # What was read before need not be listed: nobody asks for it again.
        yield Round(
            at,
            feed,
            (
                Exchange(".timestamp", Answer(200, str(number).encode())),
                Exchange("", Answer(200, as_listing(files))),
                *(Exchange(paper.name, Answer(200, paper.body)) for paper in together),
            ),
        )


def of_folder(changes: Sequence[Change]) -> Iterator[Round]:
    """A file for each contest, of which the second look shows that it is whole."""
    feed = "folder:/srv/results"
    for number, change in enumerate(changes, 1):
        name, body = f"{number:04}.json", json.dumps(plain(change), ensure_ascii=False).encode()
        listed = Exchange("", Answer(200, as_listing([Listed(name, len(body), number)])))
        content = Exchange(name, Answer(200, body))
        yield Round(change.moment - timedelta(seconds=3), feed, (listed, content))
        yield Round(change.moment, feed, (listed, content))


def of_push(changes: Sequence[Change]) -> Iterator[Round]:
    for change in changes:
        body = json.dumps(plain(change), ensure_ascii=False).encode()
        headers = {"x-teller-timestamp": str(change.moment.timestamp())}
        yield Round(change.moment, "push:8080", (Exchange("post", Answer(200, body, headers)),))


def plain(change: Change) -> dict[str, object]:
    """As `teller declare` reads it."""
    contest, votes = change.contest, change.votes or ()
    tied = len(votes) > 1 and votes[0] == votes[1]
    return {
        "polled_on": contest.polled_on.isoformat(),
        "constituency": contest.constituency.name,
        "declared_at": contest.declared_at.isoformat() if contest.declared_at else None,
        "electorate": contest.electorate,
        "rejected_votes": contest.rejected_votes,
        "candidates": [
            {
                "name": one.standing_as,
                "party": one.ballot_party,
                "votes": number,
                **({"elected": one is change.winner} if tied else {}),
            }
            for one, number in zip(contest.candidacies, votes, strict=True)
        ],
    }
