"""What is asked often is found by an index: read from SQLite's own plan of each query."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Contest, ContestId

Ask = Callable[[Catalogue], object]


@pytest.fixture
def opened(catalogue_path: Path) -> Iterator[Catalogue]:
    """With the seats and parties in memory, where they are kept."""
    opened = Catalogue.open(catalogue_path)
    assert opened.seats.by_code
    assert opened.parties.by_id
    yield opened
    opened.close()


def contest(catalogue: Catalogue, name: str = "E14001305.2024-07-04") -> Contest:
    contest_id = ContestId.parse(name)
    assert contest_id
    found = catalogue.contests.get(contest_id)
    assert found
    return found


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(contest, id="contest"),
        pytest.param(lambda c: c.contests.baseline(contest(c)), id="baseline"),
        pytest.param(
            lambda c: c.contests.baseline(contest(c, "W07000081.2024-07-04")), id="notional"
        ),
        pytest.param(
            lambda c: c.contests.ids_of_seats(["E14001305", "E14000763"]), id="contests-of-seats"
        ),
        pytest.param(
            lambda c: c.contests.ids_of_person("jeremy-corbyn"), id="candidacies-of-a-person"
        ),
        pytest.param(lambda c: c.contests.wins_of_person("jeremy-corbyn"), id="wins-of-a-person"),
        pytest.param(lambda c: c.persons.get("jeremy-corbyn"), id="person"),
        pytest.param(lambda c: c.persons.last_stood("jeremy-corbyn"), id="last-stood"),
        pytest.param(lambda c: c.seats.successors("E14000763"), id="successors"),
        pytest.param(lambda c: c.seats.predecessors("E14001305"), id="predecessors"),
        pytest.param(lambda c: c.gazetteer.district("N19"), id="postcode-district"),
        pytest.param(lambda c: c.gazetteer.place("abberton.E14001273"), id="place"),
    ],
)
def test_a_look_up_searches_by_an_index_and_scans_nothing(opened: Catalogue, ask: Ask) -> None:
    queries: list[str] = []
    opened.connection.set_trace_callback(queries.append)
    answer = ask(opened)
    opened.connection.set_trace_callback(None)
    assert answer
    assert queries
    for query in queries:
        steps = [row["detail"] for row in opened.connection.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert [step for step in steps if step.startswith("SCAN")] == [], query
        assert any(" USING " in step and "INDEX" in step for step in steps), query


def test_a_partys_record_reads_no_candidacies_but_its_own(opened: Catalogue) -> None:
    queries: list[str] = []
    opened.connection.set_trace_callback(queries.append)
    assert len(opened.parties.showings("labour")) == 5
    opened.connection.set_trace_callback(None)
    for query in queries:
        steps = [row["detail"] for row in opened.connection.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert [step for step in steps if step.startswith("SCAN candidacy")] == []
