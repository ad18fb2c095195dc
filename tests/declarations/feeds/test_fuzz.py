"""Broken answers, thousands of them: no feed crashes, and no nonsense is declared."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from sqlite3 import Connection
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.catalogue import Catalogue
from bot.declarations.claims import Claims
from bot.declarations.decision import Books, DecisionDesk
from bot.declarations.declaration import Report, Result
from bot.declarations.desk import Outcome
from bot.declarations.disagreements import Disagreements
from bot.declarations.feeds.democracy_club.feed import DemocracyClub
from bot.declarations.feeds.feed import Bulletin, Feed, Haul
from bot.declarations.feeds.folder_wire import as_listing
from bot.declarations.feeds.pa.feed import PaMedia
from bot.declarations.feeds.push import Push
from bot.declarations.feeds.results_folder import ResultsFolder
from bot.declarations.feeds.tape import Exchange, TapeWire
from bot.declarations.feeds.wire import Answer, Listed, Unanswered
from bot.declarations.journal import Journal
from bot.declarations.nominations import Nominations
from bot.declarations.state import open_state
from bot.declarations.trust import Trust
from bot.elections.contest import ContestKind
from tests.declarations.feeds.fuzzing import fuzz
from tests.declarations.feeds.spoiling import as_json, mangled, spoiled
from tests.declarations.making import CLACTON, NOW, declared
from tests.nights import democracy_club as dc
from tests.nights import pa
from tests.nights.changes import as_declared, contests

DAY = date(2024, 7, 4)
NIGHT = datetime(2024, 7, 5, 2, tzinfo=UTC)


class Checked:
    """A decision desk over settled contests and one that is open, and what it makes of a haul."""

    def __init__(self, catalogue: Catalogue, connection: Connection) -> None:
        connection.execute("PRAGMA synchronous = OFF")
        self.journal = Journal(connection)
        self.journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
        books = Books(
            self.journal, Claims(connection), Nominations(connection), Disagreements(connection)
        )
        self._desk = DecisionDesk(
            catalogue, books, Trust(("feed",)), {"feed": "Feed"}, set(), rehearsing=True
        )

    def check(self, haul: Haul) -> int:
        """What the desk takes is a result that can be; how many it took."""
        before = self.journal.head()
        for item in haul.items:
            answer = self._desk.hear("feed", item, NIGHT)
            assert answer.about
            assert answer.outcome is Outcome.REFUSED or isinstance(item, Bulletin)
        entries = self.journal.since(before)
        sent = [one.report for one in haul.items if isinstance(one, Bulletin)]
        for entry in entries:
            if entry.result:
                _check_result(entry.result, sent)
            elif entry.named:
                assert entry.named.name in {one.name for it in sent for one in it.candidates}
        return len(entries)


@pytest.fixture(scope="module")
def checked(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checked]:
    url = f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'state.db'}"
    with closing(open_state(url)) as connection:
        yield Checked(catalogue, connection)


def heard(feed: Feed, exchanges: Iterable[Exchange], memory: dict[str, str] | None = None) -> Haul:
    """What is said; nothing where the answer made no sense. Nothing else may be raised."""
    try:
        return asyncio.run(feed.poll(TapeWire(exchanges), memory or {}, NIGHT))
    except Unanswered:
        return Haul()


def _check_result(result: Result, sent: Sequence[Report]) -> None:
    votes = [one.votes for one in result.candidates]
    assert votes == sorted(votes, reverse=True)
    assert sorted(votes) in [sorted(one.votes or 0 for one in it.candidates) for it in sent]
    assert all(0 <= one <= 1_000_000 for one in votes)
    assert votes[0] > 0
    assert len({one.person_id for one in result.candidates}) == len(votes)
    assert all(one.name.isprintable() for one in result.candidates)
    if result.electorate is not None:
        assert sum(votes) <= result.electorate


@pytest.fixture(scope="module")
def typed(catalogue: Catalogue) -> tuple[dict[str, Any], dict[str, str]]:
    """A sound page of Democracy Club's results, and a memory that knows who stands."""
    polled = contests(catalogue, DAY)[:2]
    store, ballots = dc.store_of(catalogue, polled)
    night = {one.contest.id: one for one in as_declared(catalogue, DAY)}
    for one in polled:
        dc.happen(store, ballots[one.constituency.code], night[one.id])
    memory = {"nominated": NIGHT.isoformat(), "polled": NIGHT.isoformat()}
    for ballot in store.ballots.values():
        memory[f"standing:{dc.slug(ballot.post)}.{DAY}"] = f"{len(ballot.people)} x"
    return store.results(NIGHT - timedelta(days=2)), memory


def test_the_sound_page_is_believed(
    typed: tuple[dict[str, Any], dict[str, str]], checked: Checked
) -> None:
    """Or else nothing would be tried below."""
    page, memory = typed
    assert checked.check(heard(DemocracyClub(f"parl.{DAY}"), _asked(as_json(page)), memory)) == 2


def _asked(results: bytes, atom: bytes = b"<feed/>", elected: bytes = b"{}") -> list[Exchange]:
    return [
        Exchange(dc.RESULTS, Answer(200, results)),
        Exchange(dc.ATOM, Answer(200, atom)),
        Exchange(dc.ELECTED, Answer(200, elected)),
    ]


@fuzz
@given(data=st.data())
def test_fuzz_democracy_clubs_results(
    data: st.DataObject, typed: tuple[dict[str, Any], dict[str, str]], checked: Checked
) -> None:
    page, memory = typed
    body = data.draw(mangled(as_json(data.draw(spoiled(page)))))
    checked.check(heard(DemocracyClub(f"parl.{DAY}"), _asked(body), memory))


@pytest.fixture(scope="module")
def flagged(catalogue: Catalogue) -> dc.Store:
    """Two ballots of which only the winners are known."""
    store, ballots = dc.store_of(catalogue, contests(catalogue, DAY)[:2])
    for ballot in ballots.values():
        store.name(ballot, ballot.people[0], NIGHT)
    return store


@fuzz
@given(data=st.data())
def test_fuzz_democracy_clubs_winners_and_nominations(
    data: st.DataObject, flagged: dc.Store, checked: Checked
) -> None:
    store = flagged
    nominated = data.draw(mangled(as_json(data.draw(spoiled(store.nominated())))))
    exchanges = [
        Exchange(dc.BALLOTS, Answer(200, nominated)),
        *_asked(
            as_json({"results": [], "next": None}),
            data.draw(mangled(store.atom().encode())),
            data.draw(mangled(as_json(data.draw(spoiled(store.elected()))))),
        ),
    ]
    checked.check(heard(DemocracyClub(f"parl.{DAY}"), exchanges))


@pytest.fixture(scope="module")
def papers(catalogue: Catalogue) -> list[pa.Paper]:
    night = as_declared(catalogue, DAY)[:1]
    return [
        *pa.nominations([night[0].contest]),
        pa.rush(night[0], 1),
        pa.result(night[0], 1),
    ]


@st.composite
def spoiled_xml(draw: st.DrawFn, body: bytes) -> bytes:
    """With an attribute or two that say something else, or elements that come twice."""
    text = body.decode()
    parts = text.split('"')
    for _ in range(draw(st.integers(0, 3))):
        place = 2 * draw(st.integers(0, len(parts) // 2 - 1)) + 1
        parts[place] = draw(
            st.sampled_from(["", "-5", "24,120", "2,4", "999999999999", "*", "Atlantis", "x" * 900])
            | st.text("<>&abc 019*\u202e", max_size=6)
        )
    text = '"'.join(parts)
    if draw(st.booleans()):
        begin, end = text.find("<Candidate"), text.find("</Candidate>")
        again = text[begin:end] + "</Candidate>" if begin >= 0 else ""
        text = text[:begin] + again + text[begin:]
    return draw(mangled(text.encode("utf-8", "replace")))


@fuzz
@given(data=st.data())
def test_fuzz_pa_media(data: st.DataObject, papers: list[pa.Paper], checked: Checked) -> None:
    spoiled_papers = [(one.name, data.draw(spoiled_xml(one.body))) for one in papers]
    listed = [Listed(name, len(body), place) for place, (name, body) in enumerate(spoiled_papers)]
    exchanges = [
        Exchange(".timestamp", Answer(200, data.draw(mangled(b"17")))),
        Exchange("", Answer(200, as_listing(listed))),
        *(Exchange(name, Answer(200, body)) for name, body in spoiled_papers),
    ]
    checked.check(heard(PaMedia("/srv/pa", lambda name, _: name != "Atlantis"), exchanges))


@fuzz
@given(data=st.data())
def test_fuzz_results_folders(data: st.DataObject, checked: Checked) -> None:
    body = _declarations(data)
    listed = [Listed("a.json", len(body), 1)]
    asked = [Exchange("", Answer(200, as_listing(listed))), Exchange("a.json", Answer(200, body))]
    feed = ResultsFolder("/srv/results")
    first = heard(feed, asked)
    checked.check(first)
    later = {**first.memory}
    for key, value in later.items():
        if key.startswith("seen:"):
            later[key] = f"{value.split()[0]} {(NIGHT - timedelta(minutes=1)).isoformat()}"
    checked.check(heard(feed, asked, later))


@fuzz
@given(data=st.data())
def test_fuzz_pushes(data: st.DataObject, checked: Checked) -> None:
    stamp = data.draw(st.sampled_from(["1751684400", "soon", "", "9" * 12]))
    sent = Answer(200, _declarations(data), {"x-teller-timestamp": stamp})
    checked.check(heard(Push("8080"), [Exchange("post", sent)]))


def _declarations(data: st.DataObject) -> bytes:
    """JSON lines, or CSV, of which something is wrong."""
    if data.draw(st.booleans()):
        lines = [as_json(data.draw(spoiled(declared()))) for _ in range(2)]
        return data.draw(mangled(b"\n".join(lines) + b"\n"))
    header = "polled_on,constituency,electorate,name,party,votes,elected\n"
    rows = "".join(
        f"2029-05-03,Clacton,70000,{name},Labour,{votes},\n"
        for name, votes in (("Ann Able", "20,000"), ("Ben Baker", 15_000))
    )
    return data.draw(mangled((header + rows).encode()))
