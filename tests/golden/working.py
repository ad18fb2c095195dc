"""Writes questions.csv: every question with what its answer must hold, counted from data/ alone.

Run it from the project's folder: python -m tests.golden.working
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.golden.worked import (
    by_elections,
    comparisons,
    contest_changes,
    contest_figures,
    contest_hasty,
    contest_results,
    elections,
    parties,
    persons,
    persons_like_words,
    places,
    rankings,
    refusals,
    reworded,
    reworded_contests,
    seat_history,
)
from tests.golden.worked.rows import Row
from tests.golden.worked.tables import Tables

TABLE = Path(__file__).with_name("questions.csv")
TOPICS: tuple[tuple[str, Callable[[Tables], Iterator[Row]]], ...] = (
    ("contest", contest_results.rows),
    ("contest", contest_figures.rows),
    ("contest", contest_changes.rows),
    ("contest", contest_hasty.rows),
    ("contest", reworded_contests.rows),
    ("person", persons.rows),
    ("person", persons_like_words.rows),
    ("person", reworded.persons),
    ("seat-history", seat_history.rows),
    ("seat-history", reworded.seat_history),
    ("party", parties.rows),
    ("party", reworded.parties),
    ("election", elections.rows),
    ("election", reworded.elections),
    ("ranking", rankings.rows),
    ("ranking", reworded.rankings),
    ("comparison", comparisons.rows),
    ("comparison", reworded.comparisons),
    ("by-election", by_elections.rows),
    ("by-election", reworded.by_elections),
    ("place", places.rows),
    ("place", reworded.places),
    ("refusal", refusals.rows),
    ("refusal", reworded.refusals),
)


def lines(tables: Tables) -> list[tuple[str, ...]]:
    made: list[tuple[str, ...]] = [
        (topic, row.question, row.verdict, " | ".join(row.expect), row.forbid)
        for topic, rows in TOPICS
        for row in rows(tables)
    ]
    said = Counter(question for _, question, *_ in made)
    assert not said - Counter(set(said)), said - Counter(set(said))
    return made


def write() -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("topic", "question", "verdict", "expect", "forbid"))
        writer.writerows(lines(Tables()))


if __name__ == "__main__":
    write()
