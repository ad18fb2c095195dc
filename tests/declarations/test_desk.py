"""Declarations that come in: what is journalled, and what is answered."""

import json
import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.elections.contest import ContestId
from tests.declarations.making import (
    CLACTON,
    DAY,
    ISLINGTON,
    NOW,
    THREE,
    Plain,
    as_declared,
    candidate,
    declared,
    history,
    settled,
    told,
    without,
)

WITHDRAWN = {"polled_on": "2029-05-03", "constituency": "Clacton", "withdrawn": True}


def words(desk: Desk, *declarations: Plain | str) -> list[str]:
    return [said.partition(":")[0] for said in told(desk, *declarations)]


def test_an_entry_says_what_was_declared_when_and_by_whom(desk: Desk, journal: Journal) -> None:
    told(desk, declared(declared_at="2029-05-04T02:15:30"), source="a town hall")
    [entry] = journal.since(0)
    assert entry.contest == CLACTON
    assert (entry.seq, entry.version, entry.kind, entry.source) == (1, 1, "declared", "a town hall")
    assert str(entry.declared_at) == "2029-05-04 02:15:30"
    assert entry.recorded_at == NOW
    assert entry.result
    assert (entry.result.electorate, entry.result.rejected_votes) == (70_000, 100)
    assert entry == journal.last(CLACTON)


def test_the_same_again_adds_nothing(desk: Desk, journal: Journal) -> None:
    assert words(desk, declared(), declared()) == ["accepted", "unchanged"]
    assert words(desk, declared(declared_at="2029-05-04T02:20")) == ["unchanged"]
    assert told(desk, declared(), source="another paper") == ["unchanged: Clacton, 2029-05-03"]
    reordered = {name: declared()[name] for name in reversed(declared())}
    assert words(desk, reordered | {"constituency": CLACTON.code}) == ["unchanged"]
    assert history(journal) == [(1, "declared")]


@pytest.mark.parametrize("seed", range(5))
def test_candidates_in_another_order_are_the_same(desk: Desk, journal: Journal, seed: int) -> None:
    shuffled = random.Random(seed).sample(THREE, k=3)  # noqa: S311 (an order, not a secret)
    winner = [{**one, "elected": one["votes"] == 20_000} for one in shuffled]
    assert words(desk, declared(), declared(candidates=shuffled), declared(candidates=winner)) == [
        "accepted",
        "unchanged",
        "unchanged",
    ]
    assert history(journal) == [(1, "declared")]


def test_losers_with_as_many_votes_have_no_order(desk: Desk) -> None:
    level = [candidate("Ben Baker", "Green", 9), candidate("Cat Cole", "Reform UK", 9)]
    assert words(
        desk,
        declared(candidates=[THREE[0], *level]),
        declared(candidates=[*reversed(level), THREE[0]]),
    ) == ["accepted", "unchanged"]


@pytest.mark.parametrize(
    "changes",
    [
        {"electorate": 70_001},
        {"rejected_votes": 0},
        {"candidates": THREE[:2]},
        {"candidates": [THREE[0], THREE[1], {**THREE[2], "votes": 5_001}]},
        {"candidates": [THREE[0], THREE[1], {**THREE[2], "party": "Reform UK"}]},
    ],
)
def test_any_other_figure_is_a_correction(desk: Desk, journal: Journal, changes: Plain) -> None:
    other = declared(**changes)
    assert words(desk, declared(), other, other, declared()) == [
        "accepted",
        "corrected",
        "unchanged",
        "corrected",
    ]
    assert history(journal) == [(1, "declared"), (2, "corrected"), (3, "corrected")]


@pytest.mark.parametrize(
    "changes",
    [
        {"electorate": None},
        {"rejected_votes": None},
        {"candidates": [THREE[0] | {"name": "ANN ABLE"}, *THREE[1:]]},
    ],
)
def test_what_says_less_or_only_looks_different_is_no_correction(
    desk: Desk, changes: Plain
) -> None:
    assert words(desk, declared(), declared(**changes), declared()) == [
        "accepted",
        "unchanged",
        "unchanged",
    ]


def test_a_correction_that_leaves_out_the_electorate_does_not_take_it_back(
    desk: Desk, journal: Journal
) -> None:
    right = [THREE[0], THREE[1], THREE[2] | {"votes": 5_001}]
    assert words(desk, declared(), declared(candidates=right, electorate=None))[1] == "corrected"
    entry = journal.last(CLACTON)
    assert entry
    assert entry.result
    assert entry.result.electorate == 70_000


def test_what_was_withdrawn_can_be_declared_again(desk: Desk, journal: Journal) -> None:
    assert words(desk, WITHDRAWN, declared(), WITHDRAWN, WITHDRAWN, declared(), declared()) == [
        "unchanged",
        "accepted",
        "withdrawn",
        "unchanged",
        "accepted",
        "unchanged",
    ]
    assert history(journal) == [(1, "declared"), (2, "withdrawn"), (3, "declared")]
    [_, taken_back, _] = journal.since(0)
    assert taken_back.result is None


def test_each_line_is_answered_in_its_order_and_no_bad_one_stops_the_next(
    desk: Desk, journal: Journal
) -> None:
    assert words(desk, declared(), "{", "[]", "", declared(constituency="Atlantis"), WITHDRAWN) == [
        "accepted",
        "refused",
        "refused",
        "refused",
        "withdrawn",
    ]
    assert [entry.seq for entry in journal.since(0)] == [1, 2]
    assert [received[:1] for *_, received in reversed(journal.refused())] == ["{", "[", "{"]


def test_an_answer_comes_as_soon_as_it_is_journalled(desk: Desk, journal: Journal) -> None:
    answers = desk.take(iter([json.dumps(declared()), json.dumps(WITHDRAWN)]), "the press")
    assert next(answers).outcome == "accepted"
    assert history(journal) == [(1, "declared")]
    assert next(answers).outcome == "withdrawn"


def test_csv_is_taken_like_json(desk: Desk, journal: Journal) -> None:
    rows = [
        "polled_on,constituency,electorate,rejected_votes,name,party,votes,withdrawn\n",
        *(
            f'2029-05-03,Clacton,"70,000",100,{one["name"]},{one["party"]},"{one["votes"]:,}",\n'
            for one in THREE
        ),
        "2029-05-03,E14001174,,,,,,yes\n",
    ]
    assert words(desk, *rows) == ["accepted", "withdrawn"]
    assert words(desk, declared()) == ["accepted"]
    first, _, again = journal.since(0)
    assert first.result == again.result


def test_half_a_surrogate_is_refused_like_any_other_sign(desk: Desk) -> None:
    assert words(desk, "{\ud800") == ["refused"]


def night(catalogue: Catalogue, polled_on: str) -> list[Plain]:
    rows = catalogue.connection.execute(
        "SELECT code FROM contest WHERE polled_on = ? AND kind = 'general'", (polled_on,)
    ).fetchall()
    day = date.fromisoformat(polled_on)
    return [as_declared(settled(catalogue, ContestId(row["code"], day))) for row in rows]


@pytest.mark.timeout(30)
def test_a_whole_night_is_accepted_once(desk: Desk, journal: Journal, catalogue: Catalogue) -> None:
    lines = night(catalogue, "2019-12-12")
    assert Counter(words(desk, *lines)) == {"accepted": 650}
    assert Counter(words(desk, *lines)) == {"unchanged": 650}
    entries = journal.since(0, 1000)
    assert [one.seq for one in entries] == list(range(1, 651))
    assert {one.version for one in entries} == {1}
    for entry in entries:
        contest = settled(catalogue, entry.contest)
        assert entry.result
        assert [one.person_id for one in entry.result.candidates] == [
            one.person.id for one in contest.candidacies
        ]


@pytest.mark.timeout(30)
def test_a_whole_night_of_an_opened_election_is_accepted_with_most_candidates_known(
    desk: Desk, journal: Journal, catalogue: Catalogue
) -> None:
    desk.open_election(date(2030, 6, 6), None)
    lines = [one | {"polled_on": "2030-06-06"} for one in night(catalogue, "2024-07-04")]
    assert Counter(words(desk, *lines)) == {"accepted": 650}
    assert Counter(words(desk, *lines)) == {"unchanged": 650}
    stood = [one for entry in journal.standing() if entry.result for one in entry.result.candidates]
    known = [one for one in stood if catalogue.persons.get(one.person_id)]
    assert len(known) > 0.98 * len(stood)


VOTES = st.integers(-3, 60) | st.sampled_from([0, 10**6, 10**30, 2.5, "7", None, True])
CANDIDATES = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(["Ann Able", "Ben Baker", "Cat Cole", "Jeremy Corbyn"]),
            "party": st.sampled_from(["Labour", "Green", "Independent", "Potato"]),
            "votes": VOTES,
        },
        optional={"elected": st.booleans() | st.none()},
    ),
    max_size=4,
)
DECLARATIONS = st.fixed_dictionaries(
    {
        "polled_on": st.sampled_from(["2029-05-03", "2024-07-04", "2020-01-01"]),
        "constituency": st.sampled_from(["Clacton", "E14001174", "Islington North", "Nowhere"]),
        "candidates": CANDIDATES,
    },
    optional={
        "electorate": st.integers(1, 200) | st.none(),
        "rejected_votes": st.integers(0, 50) | st.none(),
        "declared_at": st.sampled_from(["2029-05-04T02:15", "2029-05-04", "0001-01-01", "soon"]),
        "withdrawn": st.booleans(),
    },
)
LINES = DECLARATIONS.map(json.dumps) | st.text(max_size=40)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(LINES, max_size=6))
def test_whatever_comes_only_what_can_be_true_is_journalled(
    desk: Desk, journal: Journal, lines: list[str]
) -> None:
    before = journal.since(0, 10**6)
    said = words(desk, "{", *lines)
    entries = journal.since(0, 10**6)
    assert entries[: len(before)] == before
    new = entries[len(before) :]
    assert len(new) == sum(word in {"accepted", "corrected", "withdrawn"} for word in said)
    for entry in new:
        if entry.result:
            votes = [one.votes for one in entry.result.candidates]
            assert all(type(one) is int and one >= 0 for one in votes)
            assert votes == sorted(votes, reverse=True)
            assert votes[0] > 0
            assert sum(votes) + (entry.result.rejected_votes or 0) <= (
                entry.result.electorate or sum(votes) + 10**9
            )


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(CANDIDATES)
def test_who_is_said_to_be_elected_is_first_or_nothing_is_journalled(
    desk: Desk, journal: Journal, candidates: list[Plain]
) -> None:
    told(desk, WITHDRAWN)
    [word] = words(desk, declared(electorate=None, rejected_votes=None, candidates=candidates))
    if word == "accepted":
        entry = journal.last(CLACTON)
        assert entry
        assert entry.result
        elected = [one["name"] for one in candidates if one.get("elected")]
        assert elected in ([], [entry.result.candidates[0].name])
        top = [one for one in candidates if one["votes"] == entry.result.candidates[0].votes]
        assert len(top) == 1 or elected


def test_what_is_not_given_and_what_is_null_are_the_same(desk: Desk) -> None:
    nothing = without(declared(), "electorate", "rejected_votes")
    assert words(desk, nothing, declared(electorate=None, rejected_votes=None)) == [
        "accepted",
        "unchanged",
    ]


def test_a_settled_contest_can_be_declared_and_withdrawn(
    desk: Desk, journal: Journal, catalogue: Catalogue
) -> None:
    plain = as_declared(settled(catalogue))
    gone = {"polled_on": "2024-07-04", "constituency": "Islington North", "withdrawn": True}
    assert words(desk, gone, plain, gone, plain) == [
        "unchanged",
        "accepted",
        "withdrawn",
        "accepted",
    ]
    assert history(journal, ISLINGTON) == [(1, "declared"), (2, "withdrawn"), (3, "declared")]


def test_a_contest_of_another_day_is_another_contest(desk: Desk, journal: Journal) -> None:
    later = DAY.replace(year=2030)
    desk.open_election(later, "Clacton")
    assert words(desk, declared(), declared(polled_on=later.isoformat())) == ["accepted"] * 2
    assert history(journal) == [(1, "declared")]
    assert history(journal, ContestId(CLACTON.code, later)) == [(1, "declared")]
