"""What is said of a contest before anything is declared in it."""

from datetime import date
from sqlite3 import Connection

import pytest

from bot.answers.plain import render
from bot.answers.service import Answers
from bot.declarations.declaration import Nominee
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.nominations import Nominations
from bot.discord_ui.embeds import build_embed
from bot.elections.contest import ContestId, ContestKind
from tests.declarations.making import CLACTON, NOW, declared, told

STANDING = [
    Nominee("Ann Able", "ann-able.x", "Labour", "labour"),
    Nominee("Nigel Farage", "nigel-farage", "Reform UK", "reform-uk"),
]


def ask(answers: Answers, question: str) -> str:
    return render(answers.ask(question))


@pytest.fixture
def nominated(desk: Desk, connection: Connection) -> None:
    Nominations(connection).keep("democracyclub:parl.2029-05-03", CLACTON, STANDING, NOW)


CLACTON_TO_COME = """\
Clacton · by-election, 3 May 2029
Nothing is declared yet. Polling day: Thursday 3 May 2029.
2 candidates stand, here by family name:
Ann Able           Labour
Nigel Farage       Reform UK
by-election before: 13 August 2026, Reform UK hold (Nigel Farage)
"""


@pytest.mark.parametrize(
    "question",
    [
        "/result clacton",
        "clacton",
        "claction",
        "CO15",
        "who is standing in clacton",
        "candidates in clacton",
        "clacton 2029",
    ],
)
def test_who_is_standing_when_polling_day_is_and_that_nothing_is_declared(
    answers: Answers,
    nominated: None,
    question: str,
) -> None:
    said = ask(answers, question)
    assert "Nothing is declared yet. Polling day: Thursday 3 May 2029." in said
    assert "Nigel Farage       Reform UK\n" in said


def test_it_reads_so_from_top_to_bottom(answers: Answers, nominated: None) -> None:
    assert ask(answers, "/result clacton").startswith(CLACTON_TO_COME)


def test_no_candidate_has_votes_or_a_sign_that_looks_like_none(
    answers: Answers,
    nominated: None,
) -> None:
    embed = build_embed(answers.ask("/result clacton"))
    assert "**Ann Able** · Labour\n**Nigel Farage** · Reform UK" in str(embed.description)


def test_an_earlier_contest_is_a_choice_or_a_year_away(
    answers: Answers,
    nominated: None,
) -> None:
    reply = answers.ask("/result clacton")
    assert "2024" in [one.short for one in reply.choices]
    earlier = ask(answers, "clacton 2024")
    assert "Nigel Farage won by 8,405 votes" in earlier
    assert "nothing is declared here yet, and 2 candidates stand." in earlier


def test_once_it_is_declared_the_result_is_the_answer(
    answers: Answers,
    nominated: None,
    desk: Desk,
) -> None:
    told(desk, declared())
    assert "Ann Able won by 5,000 votes" in ask(answers, "/result clacton")


def test_without_nominations_it_is_as_it_was(answers: Answers, desk: Desk) -> None:
    said = ask(answers, "/result clacton")
    assert said.startswith("Clacton · by-election, 13 August 2026")
    note = "nothing is declared here yet, and no candidates are known to Teller."
    assert note in " ".join(said.split())


def test_a_general_election_is_answered_seat_by_seat(
    answers: Answers,
    connection: Connection,
    journal: Journal,
) -> None:
    islington = ContestId("E14001305", date(2029, 6, 7))
    journal.open([islington], ContestKind.GENERAL, NOW)
    Nominations(connection).keep("democracyclub:parl.2029-06-07", islington, STANDING, NOW)
    assert ask(answers, "/result islingtn nroth").startswith(
        "Islington North · general election, 7 June 2029\nNothing is declared yet."
    )


def test_the_newest_list_counts(connection: Connection) -> None:
    nominations = Nominations(connection)
    assert nominations.keep("a", CLACTON, STANDING, NOW)
    assert not nominations.keep("a", CLACTON, STANDING, NOW)
    assert nominations.keep("a", CLACTON, STANDING[:1], NOW)
    assert [one.name for one in nominations.of(CLACTON)] == ["Ann Able"]
