"""The names room as the rest of Teller meets it."""

import gc
import logging
import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.names.finding import Finding, Kind, Verdict
from bot.names.room import NamesRoom

SLOWEST = 0.1  # seconds of the processor's time

MESSY = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="abcdeinorst '-.&,", max_size=80),
    st.text(alphabet="\0\u202e\u200b\N{ZERO WIDTH JOINER}🗳️🐝אبש@<>#*_`|\\\"';%()[]", max_size=60),
    st.lists(
        st.sampled_from("north st islington the of corbyn and n 19 e boro mp sir n19 5qq".split()),
        max_size=30,
    ).map(" ".join),
)


@pytest.fixture(scope="module", autouse=True)
def nothing_else_is_looked_through() -> Iterator[None]:
    """As in a running Teller, where what was built at the start is no garbage to look for: here
    it is all that the tests before have left, which takes longer than any name."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def holds(finding: Finding, text: str) -> None:
    """What is true of every finding, whatever was typed."""
    assert finding.query == text
    assert all(0 <= match.score <= 100 for match in finding.matches)
    assert all(match.name and match.id and match.why for match in finding.matches)
    keys = [(match.kind, match.id) for match in finding.matches]
    assert len(keys) == len(set(keys))
    if finding.verdict is not Verdict.NONE:
        assert finding.best is not None
    if finding.verdict is Verdict.AMBIGUOUS:
        assert finding.rivals >= 1


@settings(max_examples=150, deadline=None)
@given(text=MESSY)
@example("x" * 4000)
@example("a " * 2000)
@example("north " * 700)
@example("\0" * 4000)
@example("🗳️" * 1000)
@example("'; DROP TABLE contest; --")
@example("n19\x005qq")
@example("\ud800")
def test_anything_can_be_typed_and_is_answered_at_once(names: NamesRoom, text: str) -> None:
    before = time.thread_time()
    finding = names.find(text)
    assert time.thread_time() - before < SLOWEST
    holds(finding, text)


@settings(max_examples=60, deadline=None)
@given(text=MESSY, kind=st.sampled_from(Kind), limit=st.integers(1, 30))
def test_only_what_was_asked_for_is_found_and_no_more_of_it(
    names: NamesRoom, text: str, kind: Kind, limit: int
) -> None:
    finding = names.find(text, frozenset({kind}), limit)
    assert len(finding.matches) <= limit
    assert {match.kind for match in finding.matches} <= {kind}


@settings(max_examples=60, deadline=None)
@given(text=MESSY, limit=st.integers(1, 25))
def test_whatever_is_half_typed_suggestions_keep_to_their_limit(
    names: NamesRoom, text: str, limit: int
) -> None:
    assert len(names.suggest(text, limit)) <= limit


def test_a_district_that_lies_nearly_whole_in_one_seat_is_that_seat(names: NamesRoom) -> None:
    finding = names.find("N19 5QQ")
    assert finding.verdict is Verdict.MATCH
    assert finding.best is not None
    assert finding.best.name == "Islington North"
    assert finding.best.why == "has 92% of the area of N19"


def test_a_district_shared_by_seats_is_a_choice_with_the_largest_part_first(
    names: NamesRoom,
) -> None:
    finding = names.find("n1")
    assert finding.verdict is Verdict.AMBIGUOUS
    assert finding.best is not None
    assert finding.best.name == "Islington South and Finsbury"
    scores = [match.score for match in finding.matches]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("typed", ["ZZ9", "BT1 1AA", "IM1", "zz99 9zz"])
def test_a_district_that_is_not_known_is_refused(names: NamesRoom, typed: str) -> None:
    finding = names.find(typed)
    assert finding.verdict is Verdict.NONE
    assert finding.matches == ()


def test_a_postcode_is_no_person_and_no_party(names: NamesRoom) -> None:
    for kind in (Kind.PERSON, Kind.PARTY):
        assert names.find("N19 5QQ", frozenset({kind})).verdict is Verdict.NONE


def test_a_postcode_is_not_logged(names: NamesRoom, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        names.find("N19 5QQ")
        names.suggest("N19 5QQ", 5)
    assert "5QQ" not in caplog.text


@pytest.mark.parametrize(
    ("code", "name"), [("ASH", "Ashford"), ("WAL", "Westmorland and Lonsdale")]
)
def test_three_capitals_are_a_seats_code(names: NamesRoom, code: str, name: str) -> None:
    finding = names.find(code)
    assert finding.verdict is Verdict.MATCH
    assert finding.best is not None
    assert (finding.best.name, finding.best.why) == (name, "three-letter code")


def test_in_small_letters_three_letters_are_a_word(names: NamesRoom) -> None:
    assert all(match.why != "three-letter code" for match in names.find("wal").matches)


@pytest.mark.parametrize("abbreviation", ["SNP", "DUP", "UUP", "BNP", "TUV"])
def test_a_partys_three_letters_are_the_party(names: NamesRoom, abbreviation: str) -> None:
    finding = names.find(abbreviation)
    assert finding.verdict is Verdict.MATCH
    assert finding.best is not None
    assert finding.best.kind is Kind.PARTY


@pytest.mark.parametrize("typed", ["Paris", "berlin", "New York", "FRANCE", "dublin", "Sydney"])
def test_a_foreign_place_is_refused(names: NamesRoom, typed: str) -> None:
    assert names.find(typed).verdict is Verdict.NONE


@pytest.mark.parametrize("typed", ["Boston", "Washington", "Perth", "Richmond"])
def test_a_place_here_that_has_a_namesake_abroad_is_found(names: NamesRoom, typed: str) -> None:
    assert names.find(typed).verdict is not Verdict.NONE


def test_why_is_written_in_letters(names: NamesRoom) -> None:
    why = " ".join(match.why for match in names.find("ynys mon").matches)
    assert "&#" not in why
