"""What is kept of how feeds do."""

from datetime import timedelta
from sqlite3 import Connection

import pytest

from bot.declarations.feed_office import FeedOffice, Health
from bot.declarations.state import open_state
from tests.declarations.deciding import Said
from tests.declarations.making import NOW

SECOND = timedelta(seconds=1)


@pytest.fixture
def office(connection: Connection) -> FeedOffice:
    opened = FeedOffice(connection)
    opened.register([Said("a"), Said("b")], frozenset({"b"}), NOW)
    return opened


def health(office: FeedOffice, name: str = "a") -> Health:
    return next(one for one in office.healths() if one.name == name)


def test_feeds_are_told_in_order_of_trust_and_those_of_before_after_them(
    office: FeedOffice,
) -> None:
    office.register([Said("c"), Said("a")], frozenset({"a"}), NOW + SECOND)
    assert [(one.name, one.place, one.trusted) for one in office.healths()] == [
        ("c", 0, True),
        ("a", 1, False),
        ("b", None, False),
    ]
    assert office.sources() == {"A", "B", "C"}
    assert health(office).followed_since == NOW + SECOND
    assert health(office, "b").followed_since == NOW


def test_a_new_start_forgets_troubles_and_no_memory(office: FeedOffice) -> None:
    office.succeeded("a", {"mark": "7"}, "", NOW)
    office.failed("a", "it is down.", NOW + SECOND)
    office.register([Said("a")], frozenset(), NOW + 2 * SECOND)
    assert (health(office).trouble, health(office).failures) == ("", 0)
    assert health(office).succeeded_at == NOW
    assert office.memory("a") == {"mark": "7"}


def test_failures_are_counted_until_a_success(office: FeedOffice) -> None:
    assert [office.failed("a", "it is down.", NOW) for _ in range(3)] == [1, 2, 3]
    assert (health(office).failures, health(office).trouble) == (3, "it is down.")
    assert health(office).succeeded_at is None
    office.succeeded("a", {}, "", NOW + SECOND)
    assert (health(office).failures, health(office).trouble) == (0, "")
    assert health(office).tried_at == NOW + SECOND
    assert office.failed("unknown", "x", NOW) == 1


def test_what_did_not_work_beside_a_success_is_seen_until_it_works(office: FeedOffice) -> None:
    office.succeeded("a", {}, "", NOW)
    office.succeeded("a", {}, "page 3 is missing.", NOW + SECOND)
    assert health(office).trouble == "page 3 is missing."
    office.succeeded("a", {}, "", NOW + 2 * SECOND)
    assert health(office).trouble == ""


def test_nothing_but_success_is_noted_now_and_then(office: FeedOffice) -> None:
    office.succeeded("a", {}, "", NOW)
    office.succeeded("a", {}, "", NOW + 5 * SECOND)
    assert health(office).succeeded_at == NOW
    office.succeeded("a", {"mark": "7"}, "", NOW + 6 * SECOND)
    assert health(office).succeeded_at == NOW + 6 * SECOND
    office.succeeded("a", {}, "", NOW + 20 * SECOND)
    assert health(office).succeeded_at == NOW + 20 * SECOND
    # A clock that was set back.
    office.succeeded("a", {}, "", NOW)
    assert health(office).succeeded_at == NOW


def test_memory_is_each_feeds_own_and_outlives_the_process(
    office: FeedOffice, state_url: str
) -> None:
    office.succeeded("a", {"x": "1", "y": "2"}, "", NOW)
    office.succeeded("b", {"x": "3"}, "", NOW)
    office.succeeded("a", {"x": "", "y": "4", "z": ""}, "", NOW)
    again = open_state(state_url)
    assert FeedOffice(again).memory("a") == {"y": "4"}
    assert FeedOffice(again).memory("b") == {"x": "3"}
    assert FeedOffice(again).memory("c") == {}
    again.close()


def test_half_a_surrogate_pair_is_kept_as_something_that_can_be(office: FeedOffice) -> None:
    office.failed("a", "“\ud83d” is no name.", NOW)
    assert health(office).trouble == "“?” is no name."
    office.succeeded("a", {"\udcff": "\udcfe"}, "\udcfd", NOW)
    assert health(office).trouble == "?"
    assert office.memory("a") == {"?": "?"}
