"""What is answered to /declared."""

from datetime import date

import pytest

from bot.answers.plain import render
from bot.answers.reply import ReplyKind
from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Declaration, DeclaredCandidate, Result
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.newsroom import Newsroom
from bot.elections.contest import ContestId, ContestKind
from bot.names.index import NameIndex
from bot.names.room import NamesRoom
from tests.answers.reading import choices
from tests.answers.telling import TWO, WITHDRAWN, facts, winning
from tests.declarations.making import (
    DAY,
    NOW,
    as_declared,
    candidate,
    declared,
    settled,
    told,
)

GENERAL = date(2030, 6, 6)
NOTHING = "Nothing is being declared at the moment."


@pytest.fixture
def ask(live_catalogue: Catalogue, newsroom: Newsroom) -> Answers:
    index = NameIndex.of(())
    return Answers(live_catalogue, NamesRoom(live_catalogue, index), "0.0", newsroom)


def seats(catalogue: Catalogue, number: int) -> list[str]:
    return [one.code for one in catalogue.seats.by_code.values() if not one.abolished][:number]


def elected(code: str, votes: int, day: date = GENERAL) -> dict[str, object]:
    two = [candidate("Ann Able", "Labour", votes), candidate("Cat Cole", "Green", 1)]
    return declared(polled_on=day.isoformat(), constituency=code, candidates=two)


def test_one_by_election(desk: Desk, ask: Answers) -> None:
    desk.open_election(DAY, "Clacton")
    told(desk, declared(declared_at="2029-05-04T02:15"), source="the council")
    reply = ask.declared()
    assert reply.kind is ReplyKind.DECLARED
    assert (
        render(reply)
        == """\
Declarations · by-election, 3 May 2029
Declared
Clacton: Labour gain from Reform UK: Ann Able by 5,000 · declared about 02:15
More: 1 Clacton
Source: the council"""
    )


def test_before_anything_is_declared_it_says_what_is_to_come(desk: Desk, ask: Answers) -> None:
    desk.open_election(DAY, "Clacton")
    reply = ask.declared()
    assert reply.title == "Declarations · by-election, 3 May 2029"
    assert reply.headline == "Nothing declared yet, 1 still to come: Clacton"
    assert (reply.facts, reply.choices, reply.sources) == ((), (), ())
    desk.open_election(DAY, None)
    assert ask.declared().title == "Declarations · general election, 3 May 2029"
    assert ask.declared().headline == "Nothing declared yet, 650 still to come"


def test_the_latest_ten_come_newest_first(desk: Desk, ask: Answers, catalogue: Catalogue) -> None:
    desk.open_election(GENERAL, None)
    codes = seats(catalogue, 12)
    told(desk, *(elected(code, 1_000 + n) for n, code in enumerate(codes)))
    reply = ask.declared()
    assert reply.headline == "12 of 650 declared, 638 still to come"
    assert reply.preface == ("The latest 10, newest first:",)
    names = [catalogue.seats.by_code[code].name for code in reversed(codes[2:])]
    assert [fact.label for fact in reply.facts] == names
    assert [choice.id for choice in reply.choices] == [f"{one}.{GENERAL}" for one in codes[:1:-1]]
    assert [choice.short for choice in reply.choices] == names


def test_each_opens_the_whole_result(desk: Desk, ask: Answers) -> None:
    desk.open_election(DAY, "Clacton")
    told(desk, declared())
    [choice] = ask.declared().choices
    assert ask.open(choice.kind, choice.id).title == "Clacton · by-election, 3 May 2029"


def test_what_was_corrected_is_right_and_marked(desk: Desk, ask: Answers) -> None:
    desk.open_election(DAY, "Clacton")
    right = [candidate("Ann Able", "Labour", 90), candidate("Ben Baker", "Conservative", 100)]
    told(desk, declared(), declared(candidates=right))
    assert facts(ask.declared()) == {
        "Clacton": "Conservative gain from Reform UK: Ben Baker by 10 · corrected"
    }


def test_what_was_taken_back_is_left_out(desk: Desk, ask: Answers) -> None:
    desk.open_election(DAY, "Clacton")
    desk.open_election(DAY, "Islington North")
    told(desk, declared(), declared(constituency="Islington North"), WITHDRAWN)
    reply = ask.declared()
    assert list(facts(reply)) == ["Islington North"]
    assert reply.headline == "1 of 2 declared, 1 still to come: Clacton"
    told(desk, declared(candidates=TWO))
    assert list(facts(ask.declared())) == ["Clacton", "Islington North"]
    assert ask.declared().headline == "All 2 declared"
    assert "corrected" not in render(ask.declared())


def test_only_the_last_few_to_come_are_named(desk: Desk, ask: Answers) -> None:
    names = ["Clacton", "Islington North", "Chorley", "The Wrekin", "Selby"]
    for name in names:
        desk.open_election(DAY, name)
    told(desk, declared())
    assert ask.declared().headline == "1 of 5 declared, 4 still to come"
    told(desk, declared(constituency="Selby"))
    assert ask.declared().headline == (
        "2 of 5 declared, 3 still to come: Chorley, Islington North, The Wrekin"
    )


def test_two_polling_days_stand_one_after_the_other(
    desk: Desk, ask: Answers, catalogue: Catalogue
) -> None:
    desk.open_election(DAY, "Clacton")
    desk.open_election(GENERAL, None)
    told(desk, declared())
    told(desk, *(elected(code, 100) for code in seats(catalogue, 12)))
    reply = ask.declared()
    labels = [fact.label for fact in reply.facts]
    assert reply.title == "Declarations"
    assert labels[0] == "General election, 6 June 2030"
    assert labels[-2:] == ["By-election, 3 May 2029", "Clacton"]
    assert len(labels) == 12
    assert facts(reply)["General election, 6 June 2030"] == "12 of 650 declared, 638 still to come"
    assert "Clacton, 3 May 2029" in choices(reply)
    assert "By-election, 3 May 2029: declared" in render(reply)


def test_a_tie_was_decided_by_lot(desk: Desk, ask: Answers) -> None:
    desk.open_election(DAY, "Clacton")
    tied = [candidate("Ann", "Labour", 5), candidate("Ben", "Green", 5, elected=True)]
    told(desk, declared(candidates=tied))
    assert facts(ask.declared())["Clacton"] == "Green gain from Reform UK: Ben by lot"


def test_a_night_that_is_replayed_says_that_it_is(
    desk: Desk, ask: Answers, catalogue: Catalogue
) -> None:
    told(desk, as_declared(settled(catalogue)), source="rehearsal")
    reply = ask.declared()
    assert reply.title == "Declarations · general election, 4 July 2024"
    assert reply.headline == "1 of 650 declared, 649 still to come"
    assert reply.preface[0].startswith("This is a past night, declared over again.")
    assert facts(reply) == {
        "Islington North": "Independent gain from Labour: Jeremy Corbyn by 7,247"
    }


def test_where_a_contest_is_open_no_past_night_is_shown(
    desk: Desk, ask: Answers, catalogue: Catalogue
) -> None:
    told(desk, as_declared(settled(catalogue)))
    desk.open_election(DAY, "Clacton")
    assert ask.declared().headline == "Nothing declared yet, 1 still to come: Clacton"


def test_what_is_settled_is_not_being_declared_any_more(journal: Journal, ask: Answers) -> None:
    day = ContestId("E14001174", date(2026, 8, 13))
    journal.open([day], ContestKind.BY_ELECTION, NOW)
    result = Result((DeclaredCandidate("Some One", "some-one", "Labour", "labour", 9),), None, None)
    journal.record(Declaration(day, result, None), "the press", NOW)
    assert ask.declared().headline == NOTHING


def test_where_nothing_is_declared_the_newest_results_are_offered(ask: Answers) -> None:
    reply = ask.declared()
    assert reply.headline == NOTHING
    assert facts(reply)["Clacton · by-election, 13 August 2026"] == (
        "Reform UK hold: Nigel Farage by 12,784"
    )
    assert choices(reply)[0] == "Clacton, 13 August 2026"
    assert reply.sources == ("UK Parliament election results",)


def test_without_a_newsroom_nothing_is_declared(answers: Answers, ask: Answers) -> None:
    assert answers.declared() == ask.declared()


@pytest.mark.parametrize("typed", ["/declared", "declared", "what has been declared?"])
def test_it_can_be_typed(answers: Answers, typed: str) -> None:
    assert answers.ask(typed).headline == NOTHING


@pytest.mark.parametrize("typed", ["/subscribe islington north", "/subscriptions", "/unsubscribe"])
def test_subscriptions_cannot_be_typed_and_it_says_where_they_are_made(
    answers: Answers, typed: str
) -> None:
    reply = answers.ask(typed)
    assert reply.title == "Subscriptions"
    assert reply.headline.startswith(
        "Subscriptions are made with the slash command /subscribe in Discord, in a server or in a "
        "direct message to Teller"
    )


def test_the_help_names_both(answers: Answers) -> None:
    assert {"/declared", "/subscribe"} <= set(facts(answers.help()))


def test_hostile_names_stay_as_they_are(desk: Desk, ask: Answers) -> None:
    desk.open_election(DAY, "Clacton")
    told(desk, declared(candidates=winning("**x** <@1>", "`y`")))
    assert facts(ask.declared())["Clacton"] == "`y` gain from Reform UK: **x** <@1> by 800"
