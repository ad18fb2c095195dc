"""Nights of broken answers, each poll with the memory of the last: no crash, and no nonsense."""

import asyncio
import copy
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Report, Result
from bot.declarations.feeds.democracy_club.feed import DemocracyClub
from bot.declarations.feeds.feed import Bulletin, Haul, Word
from bot.declarations.feeds.tape import Exchange, TapeWire
from bot.declarations.feeds.wire import Answer, Unanswered
from bot.declarations.journal import Journal
from bot.declarations.refusal import Refusal
from bot.declarations.state import open_state
from bot.declarations.validation import Validator
from tests.declarations.feeds.democracy_club.watching import DAY, NIGHT
from tests.declarations.feeds.fuzzing import fuzz
from tests.declarations.feeds.spoiling import as_json, mangled, spoiled
from tests.nights import democracy_club as dc

_POLLS = 4
_DATES = st.sampled_from(["", "Fri, 05 Jul 2024 01:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT"])
_DATES |= st.sampled_from(["Mon, 01 Jan 99999999999 00:00:00 GMT", "Mon, 01 Jan 0100 00:00 -2359"])
_TEXTS = st.sampled_from(["", "0", "1", "-5", "24,120", "9" * 30, "WMC:E14001078", "x" * 900])


@pytest.fixture(scope="module")
def validator(
    catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Validator]:
    url = f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'state.db'}"
    with closing(open_state(url)) as connection:
        yield Validator(catalogue, Journal(connection))


def _change(data: st.DataObject, store: dc.Store) -> None:
    """What a volunteer does in half a minute."""
    ballot = data.draw(st.sampled_from(list(store.ballots.values())))
    match data.draw(st.sampled_from(["all", "all", "all", "some", "name", "retract", "withdraw"])):
        case "all":
            first = data.draw(st.integers(1, 3000))
            store.type(ballot, tuple(range(first, first + len(ballot.people)))[::-1], NIGHT)
        case "some":
            votes = st.none() | st.integers(0, 3000)
            size = len(ballot.people)
            typed = data.draw(st.lists(votes, min_size=size, max_size=size))
            store.type(ballot, tuple(typed), NIGHT)
        case "name":
            store.name(ballot, data.draw(st.sampled_from(ballot.people)), NIGHT)
        case "retract" if ballot.elected is not None:
            store.retract(ballot, NIGHT)
        case "withdraw" if len(ballot.people) > 2:
            gone = ballot.people.pop()
            ballot.elected = None if ballot.elected == gone.id else ballot.elected


def _answers(data: st.DataObject, store: dc.Store) -> list[Exchange]:
    """To every question that could be asked; of some something is wrong."""
    plain: list[tuple[str, Any]] = [
        (dc.BALLOTS, store.nominated()),
        (dc.RESULTS, store.results(NIGHT - timedelta(days=2))),
        (dc.ELECTED, store.elected()),
    ]
    for number, ballot in store.ballots.items():
        plain.append((f"{dc.BALLOTS}{number}/", ballot.nominations()))
        plain.append((f"{dc.RESULTS}{number}/", ballot.result()))
        plain.append((f"{dc.RESULTS}{number}/versions/", ballot.versions))
    broken = data.draw(st.sampled_from([address for address, _ in plain] + [dc.ATOM, ""]))
    headers = {"date": data.draw(_DATES)}
    asked = []
    for address, value in plain:
        body = as_json(value)
        if address == broken:
            body = data.draw(mangled(as_json(data.draw(spoiled(value)))))
        asked.append(Exchange(address, Answer(200, body, headers)))
    atom = _spoiled_atom(data, store.atom()) if broken == dc.ATOM else store.atom().encode()
    return [*asked, Exchange(dc.ATOM, Answer(200, atom)), Exchange(dc.ATOM, Answer(404, b""))]


def _spoiled_atom(data: st.DataObject, body: str) -> bytes:
    parts = body.split(">")
    place = data.draw(st.integers(0, len(parts) - 1))
    text, slash, rest = parts[place].partition("</")
    parts[place] = data.draw(_TEXTS) + slash + rest if slash else text
    return data.draw(mangled(">".join(parts).encode()))


def _check(haul: Haul, validator: Validator) -> None:
    for item in haul.items:
        item.text.encode()
        assert len(item.text) <= 2000
        if isinstance(item, Bulletin) and item.word is Word.RESULT:
            try:
                declaration = validator.check(item.report)
            except Refusal:
                continue
            assert declaration.result
            _check_result(declaration.result, [item.report])


def _check_result(result: Result, sent: Sequence[Report]) -> None:
    votes = [one.votes for one in result.candidates]
    assert votes == sorted(votes, reverse=True)
    assert votes[0] > 0
    assert votes[-1] >= 0
    assert sorted(votes) in [sorted(one.votes or 0 for one in it.candidates) for it in sent]
    assert len({one.person_id for one in result.candidates}) == len(votes)


@fuzz
@given(data=st.data())
def test_fuzz_nights_of_democracy_club(
    data: st.DataObject, untyped: dc.Store, validator: Validator
) -> None:
    store = copy.deepcopy(untyped)
    feed = DemocracyClub(f"parl.{DAY}")
    memory = {"nominated": NIGHT.isoformat(), "polled": NIGHT.isoformat()}
    for one in store.ballots.values():
        memory[f"standing:{dc.slug(one.post)}.{DAY}"] = f"{len(one.people)} x"
    for number in range(_POLLS):
        _change(data, store)
        wire, now = TapeWire(_answers(data, store)), NIGHT + number * timedelta(seconds=30)
        try:
            haul = asyncio.run(feed.poll(wire, memory, now))
        except Unanswered:
            continue
        _check(haul, validator)
        memory = {key: value for key, value in (memory | dict(haul.memory)).items() if value}
