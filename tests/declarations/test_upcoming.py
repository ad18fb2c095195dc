"""What is said of a contest before anything is declared in it."""

from datetime import date
from json import dumps
from sqlite3 import Connection

import pytest

from bot.answers.exported import reply_as_json
from bot.answers.plain import render
from bot.answers.service import Answers
from bot.declarations.declaration import Nominee
from bot.declarations.desk import Desk
from bot.declarations.feed_office import FeedOffice
from bot.declarations.journal import Journal
from bot.declarations.nominations import Nominations
from bot.discord_ui.embeds import build_embed, build_text
from bot.elections.contest import ContestId
from tests.declarations.deciding import Said
from tests.declarations.making import CLACTON, NOW, declared, told

STANDING = [
    Nominee("Ann Able", "ann-able.x", "Labour", "labour"),
    Nominee("Nigel Farage", "nigel-farage", "Reform UK", "reform-uk"),
]


def ask(answers: Answers, question: str) -> str:
    return render(answers.ask(question))


def flat(answers: Answers, question: str) -> str:
    return " ".join(ask(answers, question).split())


@pytest.fixture
def followed(connection: Connection) -> str:
    feed = Said("democracyclub:parl")
    FeedOffice(connection).register([feed], frozenset(), NOW)
    return feed.name


@pytest.fixture
def nominated(desk: Desk, connection: Connection, followed: str) -> None:
    Nominations(connection).keep(followed, CLACTON, STANDING, NOW)


CLACTON_TO_COME = """\
Clacton · by-election, 3 May 2029
Nothing is declared yet. Polling day: Thursday 3 May 2029.
2 candidates stand, by family name:
Ann Able           Labour
Nigel Farage       Reform UK
by-election before: 13 August 2026, Reform UK hold (Nigel Farage)
More: 1 By-election, Aug 2026 · 2 2024 · 3 2019 · 4 2017 · 5 2015 · 6
By-election, Oct 2014 · 7 2010
Source: DEMOCRACYCLUB:PARL; UK Parliament election results"""
NAMED = (
    "Democracy Club names Ann Able (Labour) as the winner; no votes are known yet, "
    "so nothing is declared."
)
ISLINGTON_ANEW = ContestId("E14001305", date(2029, 6, 7))


@pytest.mark.parametrize(
    "question",
    [
        "/result clacton",
        "clacton",
        "claction",
        "CO15",
        "CO15 1AA",
        "frinton-on-sea",
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
    assert ask(answers, "/result clacton") == CLACTON_TO_COME


def test_as_json_it_is_the_contest_with_the_earlier_ones_to_go_on_to(
    answers: Answers, nominated: None
) -> None:
    said = reply_as_json(answers.ask("/result clacton"))
    assert (said["kind"], said["text"]) == ("contest", CLACTON_TO_COME)
    assert said["picture"] is None
    latest = {"label": "Clacton, 13 August 2026", "kind": "contest", "id": "E14001174.2026-08-13"}
    assert dumps(latest) in dumps(said["choices"])
    opened = answers.open("contest", "E14001174.2026-08-13")
    assert opened.headline.startswith("Reform UK hold: Nigel Farage won")


def test_no_candidate_has_votes_or_a_sign_that_looks_like_none(
    answers: Answers,
    nominated: None,
) -> None:
    reply = answers.ask("/result clacton")
    candidates = "\n\n**Ann Able** · Labour\n**Nigel Farage** · Reform UK"
    description = str(build_embed(reply).description)
    assert description.endswith(f"2 candidates stand, by family name:{candidates}")
    assert f"{candidates}\n\n" in build_text(reply)


def test_long_names_have_the_room_that_votes_would_take(
    answers: Answers, connection: Connection, desk: Desk
) -> None:
    party = "The Official Monster Raving Loony Party"
    one = Nominee("Bob Bobbington-Featherstonehaugh", "bob.x", party, "monster-raving-loony")
    Nominations(connection).keep("a", CLACTON, [one], NOW)
    said = ask(answers, "/result clacton").splitlines()
    assert said[2:4] == ["One candidate stands:", f"{one.name}   {party}"]


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


def test_whoever_is_named_the_winner_is_told_with_those_who_stand_and_beside_earlier_results(
    answers: Answers, nominated: None, journal: Journal
) -> None:
    journal.name(CLACTON, STANDING[0], "Democracy Club", NOW)
    said = flat(answers, "/result clacton")
    assert f"Polling day: Thursday 3 May 2029. {NAMED} 2 candidates stand" in said
    assert "Source: DEMOCRACYCLUB:PARL; Democracy Club; UK Parliament" in said
    assert f"By-election of 3 May 2029: {NAMED}" in flat(answers, "clacton 2024")


def test_where_nobody_is_known_to_stand_a_name_is_told_beside_the_last_result(
    answers: Answers, desk: Desk, journal: Journal
) -> None:
    journal.name(CLACTON, STANDING[0], "Democracy Club", NOW)
    said = flat(answers, "/result clacton")
    assert said.startswith("Clacton · by-election, 13 August 2026")
    assert f"By-election of 3 May 2029: {NAMED}" in said


def test_what_is_taken_back_leaves_who_stands(
    answers: Answers, nominated: None, desk: Desk
) -> None:
    told(desk, declared(), declared(withdrawn=True))
    assert ask(answers, "/result clacton") == CLACTON_TO_COME
    chosen = answers.open("contest", str(CLACTON))
    assert render(chosen) == CLACTON_TO_COME


def test_of_a_figure_of_the_last_result_it_is_said_who_stands_now(
    answers: Answers, nominated: None
) -> None:
    said = flat(answers, "clacton majority")
    assert "12,784 votes" in said
    assert "By-election of 3 May 2029: nothing is declared here yet, and 2 candidates" in said


def test_in_a_general_election_each_seat_says_who_stands_and_its_last_result_is_a_choice(
    answers: Answers, desk: Desk, connection: Connection
) -> None:
    desk.open_election(ISLINGTON_ANEW.polled_on, None)
    Nominations(connection).keep("a", ISLINGTON_ANEW, STANDING, NOW)
    reply = answers.ask("/result islingtn nroth")
    assert render(reply).startswith(
        "Islington North · general election, 7 June 2029\nNothing is declared yet."
    )
    assert reply.choices[0].id == "E14001305.2024-07-04"
    assert "Jeremy Corbyn won by 7,247 votes" in ask(answers, "islington north 2024")
    assert "Islington South and Finsbury · general election, 4 July 2024" in ask(
        answers, "/result islington south and finsbury"
    )


def test_the_newest_list_counts(connection: Connection) -> None:
    nominations = Nominations(connection)
    assert nominations.keep("a", CLACTON, STANDING, NOW)
    assert not nominations.keep("a", CLACTON, STANDING, NOW)
    assert nominations.keep("a", CLACTON, STANDING[:1], NOW)
    assert [one.name for one in nominations.of(CLACTON)] == ["Ann Able"]
