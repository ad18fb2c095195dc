"""Broken answers, thousands of them: no feed crashes, and no nonsense is declared."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Result
from bot.declarations.feeds.democracy_club.feed import DemocracyClub
from bot.declarations.feeds.feed import Bulletin, Feed, Haul, Word
from bot.declarations.feeds.folder_wire import as_listing
from bot.declarations.feeds.pa.feed import PaMedia
from bot.declarations.feeds.push import Push
from bot.declarations.feeds.results_folder import ResultsFolder
from bot.declarations.feeds.tape import Exchange, TapeWire
from bot.declarations.feeds.wire import Answer, Listed, Unanswered
from bot.declarations.journal import Journal
from bot.declarations.refusal import Refusal
from bot.declarations.state import open_state
from bot.declarations.validation import Validator
from bot.elections.contest import ContestKind
from tests.declarations.feeds.fuzzing import fuzz
from tests.declarations.feeds.spoiling import as_json, mangled, spoiled
from tests.declarations.making import CLACTON, NOW, declared
from tests.nights import democracy_club as dc
from tests.nights import pa
from tests.nights.changes import as_declared, contests

DAY = date(2024, 7, 4)
NIGHT = datetime(2024, 7, 5, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def validator(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Validator:
    """Over settled contests and one that is open."""
    journal = Journal(open_state(f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'state.db'}"))
    journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
    return Validator(catalogue, journal)


def heard(feed: Feed, exchanges: Iterable[Exchange], memory: dict[str, str] | None = None) -> Haul:
    """What is said; nothing where the answer made no sense. Nothing else may be raised."""
    try:
        return asyncio.run(feed.poll(TapeWire(exchanges), memory or {}, NIGHT))
    except Unanswered:
        return Haul()


def check(validator: Validator, haul: Haul) -> None:
    """What the desk takes of it is a result that can be."""
    for item in haul.items:
        if not isinstance(item, Bulletin):
            assert item.reason
            continue
        with suppress(Refusal):
            _check(validator, item)


def _check(validator: Validator, item: Bulletin) -> None:
    if item.word is Word.STANDING:
        assert validator.standing(item.report)[1]
    elif item.word is Word.WINNER:
        assert validator.winner(item.report)[1].name
    elif item.word is Word.RESULT:
        result = validator.check(item.report).result
        assert result
        _check_result(result, item)


def _check_result(result: Result, item: Bulletin) -> None:
    votes = [one.votes for one in result.candidates]
    assert votes == sorted(votes, reverse=True)
    assert sorted(votes) == sorted(one.votes or 0 for one in item.report.candidates)
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
    typed: tuple[dict[str, Any], dict[str, str]], validator: Validator
) -> None:
    """Or else nothing would be tried below."""
    page, memory = typed
    haul = heard(DemocracyClub(f"parl.{DAY}"), _asked(as_json(page)), memory)
    results = [one for one in haul.items if isinstance(one, Bulletin) and one.word is Word.RESULT]
    assert [validator.check(one.report).contest.polled_on for one in results] == [DAY, DAY]


def _asked(results: bytes, atom: bytes = b"<feed/>", elected: bytes = b"{}") -> list[Exchange]:
    return [
        Exchange(dc.RESULTS, Answer(200, results)),
        Exchange(dc.ATOM, Answer(200, atom)),
        Exchange(dc.ELECTED, Answer(200, elected)),
    ]


@fuzz
@given(data=st.data())
def test_fuzz_democracy_clubs_results(
    data: st.DataObject, typed: tuple[dict[str, Any], dict[str, str]], validator: Validator
) -> None:
    page, memory = typed
    body = data.draw(mangled(as_json(data.draw(spoiled(page)))))
    check(validator, heard(DemocracyClub(f"parl.{DAY}"), _asked(body), memory))


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
    data: st.DataObject, flagged: dc.Store, validator: Validator
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
    check(validator, heard(DemocracyClub(f"parl.{DAY}"), exchanges))


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
def test_fuzz_pa_media(data: st.DataObject, papers: list[pa.Paper], validator: Validator) -> None:
    spoiled_papers = [(one.name, data.draw(spoiled_xml(one.body))) for one in papers]
    listed = [Listed(name, len(body), place) for place, (name, body) in enumerate(spoiled_papers)]
    exchanges = [
        Exchange(".timestamp", Answer(200, data.draw(mangled(b"17")))),
        Exchange("", Answer(200, as_listing(listed))),
        *(Exchange(name, Answer(200, body)) for name, body in spoiled_papers),
    ]
    check(validator, heard(PaMedia("/srv/pa", lambda name, _: name != "Atlantis"), exchanges))


@fuzz
@given(data=st.data())
def test_fuzz_results_folders(data: st.DataObject, validator: Validator) -> None:
    body = _declarations(data)
    listed = [Listed("a.json", len(body), 1)]
    asked = [Exchange("", Answer(200, as_listing(listed))), Exchange("a.json", Answer(200, body))]
    feed = ResultsFolder("/srv/results")
    first = heard(feed, asked)
    check(validator, first)
    later = {**first.memory}
    for key, value in later.items():
        if key.startswith("seen:"):
            later[key] = f"{value.split()[0]} {(NIGHT - timedelta(minutes=1)).isoformat()}"
    check(validator, heard(feed, asked, later))


@fuzz
@given(data=st.data())
def test_fuzz_pushes(data: st.DataObject, validator: Validator) -> None:
    stamp = data.draw(st.sampled_from(["1751684400", "soon", "", "9" * 12]))
    sent = Answer(200, _declarations(data), {"x-teller-timestamp": stamp})
    check(validator, heard(Push("8080"), [Exchange("post", sent)]))


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
