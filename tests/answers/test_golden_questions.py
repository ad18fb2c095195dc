"""Questions as people write them, and what a right answer must say: tests/golden/questions.csv."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.answers.listing import shown
from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.answers.service import Answers
from tests.golden import working
from tests.golden.worked.tables import Tables

TABLE = Path(__file__).parents[1] / "golden" / "questions.csv"
ENOUGH, REFUSED, A_TOPIC, RIGHT = 400, 60, 15, 0.97


@dataclass(frozen=True)
class Row:
    topic: str
    question: str
    verdict: str
    expect: tuple[str, ...]
    forbid: tuple[str, ...]


@dataclass(frozen=True)
class Tried:
    row: Row
    reply: Reply

    @property
    def verdict(self) -> str:
        if self.reply.asking:
            return "asked"
        return "refused" if self.reply.kind is ReplyKind.NOTHING else "answer"

    @property
    def says_so(self) -> bool:
        told = told_by(self.reply)
        said = all(self._says(one, told) for one in self.row.expect)
        return said and not any(self._says(one, told) for one in self.row.forbid)

    def _says(self, fragment: str, told: str) -> bool:
        if fragment in {"Yes", "No"}:
            return self.reply.headline.startswith((f"{fragment}:", f"{fragment},"))
        # A figure is not part of a longer one: 57 is not in 1,457.
        start = r"(?<![\d.,])" if fragment[0].isdigit() else ""
        end = r"(?!\d|[.,]\d)" if fragment[-1].isdigit() else ""
        return re.search(f"{start}{re.escape(fragment.casefold())}{end}", told) is not None

    @property
    def right(self) -> bool:
        if self.row.verdict == "refused":
            # Whoever is asked "did you mean one of these?" has been told nothing false.
            return self.verdict in {"refused", "asked"}
        return self.verdict == self.row.verdict and self.says_so

    @property
    def confidently_wrong(self) -> bool:
        return self.verdict == "answer" and not self.right

    def __str__(self) -> str:
        told = " / ".join(render(self.reply).splitlines()[:3])
        return f"{self.row.question!r}: {self.verdict}, {told} (expected {self.row.expect})"


def told_by(reply: Reply) -> str:
    """Everything a reply says, uncut by the width of a terminal."""
    listing = reply.listing
    cells = [
        shown(cell, column.unit)
        for row in (listing.rows if listing else ())
        for cell, column in zip(row, listing.columns if listing else (), strict=True)
    ]
    standings = [f"{one.name} {one.party} {one.votes} {one.share}" for one in reply.standings]
    facts = [f"{one.label} {one.value}" for one in reply.facts]
    choices = [one.label for one in reply.choices]
    whole = (reply.title, reply.headline, *reply.preface, *standings, *cells, *facts)
    return " ".join(" ".join([*whole, *reply.notes, *choices]).casefold().split())


def fragments(cell: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in cell.split(" | ") if one.strip())


@pytest.fixture(scope="session")
def rows() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as handle:
        return [
            Row(
                row["topic"],
                row["question"],
                row["verdict"],
                fragments(row["expect"]),
                fragments(row["forbid"]),
            )
            for row in csv.DictReader(handle)
        ]


@pytest.fixture(scope="session")
def tried(answers: Answers, rows: list[Row]) -> list[Tried]:
    return [Tried(row, answers.ask(row.question)) for row in rows]


def test_the_table_is_large_and_broad(rows: list[Row]) -> None:
    topics = Counter(row.topic for row in rows)
    assert len(rows) >= ENOUGH
    assert sum(row.verdict != "answer" for row in rows) >= REFUSED
    assert min(topics.values()) >= A_TOPIC, topics
    assert len({row.question for row in rows}) == len(rows)


def test_the_table_is_what_its_workings_give() -> None:
    """Nobody writes an expected figure by hand."""
    with TABLE.open(encoding="utf-8", newline="") as handle:
        _, *written = csv.reader(handle)
    assert [tuple(row) for row in written] == working.lines(Tables())


def test_nearly_all_answers_are_right(tried: list[Tried]) -> None:
    wrong = [str(one) for one in tried if not one.right]
    assert len(wrong) <= (1 - RIGHT) * len(tried), "\n".join(wrong)


def test_no_answer_is_confidently_wrong(tried: list[Tried]) -> None:
    assert [str(one) for one in tried if one.confidently_wrong] == []
