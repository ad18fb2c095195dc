"""The map in words, for who does not see it."""

from datetime import date

import pytest

from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.answers.service import Answers
from bot.answers.sketch import SketchKind
from bot.answers.topics import answer_of
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.questions.question import Measure, Topic
from tests.answers.wanted import asked, facts, rows
from tests.declarations.making import as_declared, told

NIGHT = date(2030, 6, 6)
THERE_ARE = "No map shows that. Maps are of general elections: winners, gains, majorities, turnout"


def of(reply: Reply) -> str:
    assert reply.kind is ReplyKind.MAP
    assert reply.sketch is not None
    assert reply.sketch.kind is SketchKind.MAP
    return reply.sketch.of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("map", "2024-07-04/winner"),
        ("map 2019", "2019-12-12/winner"),
        ("map of the 2019 election", "2019-12-12/winner"),
        ("show me a map of who won in 2010", "2010-05-06/winner"),
        ("hexagon map", "2024-07-04/winner"),
        ("turnout map 2024", "2024-07-04/turnout"),
        ("map of gains 2024", "2024-07-04/gains"),
        ("map of seats that changed hands in 2017", "2017-06-08/gains"),
        ("labour share map 2024", "2024-07-04/share=labour"),
        ("lib dem map 2010", "2010-05-06/share=liberal-democrat"),
        ("map of labour seats in wales", "2024-07-04/winner@Wales"),
        ("map of scotland 2015", "2015-05-07/winner@Scotland"),
        ("map of majorities london", "2024-07-04/majority@London"),
        ("map of marginal seats", "2024-07-04/majority"),
        ("map of the midlands", "2024-07-04/winner@East Midlands+West Midlands"),
        ("map islington north", "2024-07-04/winner@E14001305"),
        ("turnout map islington north 2019", "2019-12-12/turnout@E14000763"),
        ("map totnes", "2019-12-12/winner@E14001001"),
        ("map salcombe", "2024-07-04/winner@E14001484"),
        ("/map", "2024-07-04/winner"),
        ("/map turnout scotland", "2024-07-04/turnout@Scotland"),
        ("/map show: gains election: 2019-12-12", "2019-12-12/gains"),
        ("/map highlight: bath", "2024-07-04/winner@E14001080"),
        ("map labour gains 2024", "2024-07-04/gains=labour"),
        ("snp gains map 2015", "2015-05-07/gains=scottish-national-party"),
        ("map of seats lost to labour 2019", "2019-12-12/gains=labour"),
        ("map of conservative losses 2024", "2024-07-04/losses=conservative"),
        ("map of seats gained from labour 2019", "2019-12-12/losses=labour"),
        ("/map losses labour scotland 2015", "2015-05-07/losses=labour@Scotland"),
        ("map majority 2019 labour", "2019-12-12/majority=labour"),
        ("map of safe labour seats", "2024-07-04/majority=labour"),
        ("map of ukip vote share 2015", "2015-05-07/share=uk-independence-party"),
        ("hex map of constituencies", "2024-07-04/winner"),
        ("show hex map 2019", "2019-12-12/winner"),
        ("can you draw a map of scotland for 2015", "2015-05-07/winner@Scotland"),
        ("draw me a map", "2024-07-04/winner"),
        ("picture of the map", "2024-07-04/winner"),
        ("turnout map of great britain", "2024-07-04/turnout@England+Scotland+Wales"),
        ("electoral map of britain", "2024-07-04/winner@England+Scotland+Wales"),
    ],
)
def test_a_map_can_be_asked_for_in_words(answers: Answers, text: str, expected: str) -> None:
    reply = answers.ask(text)
    assert of(reply) == expected
    assert len(str(reply.sketch)) <= 100
    assert reply.listing
    assert reply.headline
    assert reply.sketch
    assert answers.chart(reply.sketch) is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("share map", "Whose share?"),
        ("map of narnia", "I know no nation, region or constituency called “narnia”."),
        ("map 1997", "No election Teller knows fits “1997”."),
        ("map of totnes in 2024", "Totnes was no constituency at the general election of 4 July"),
        ("losses map 2019", "Whose losses? Name a party"),
        ("map of vote share", "Whose share? Name a party"),
        ("map of women elected", THERE_ARE),
        ("map of turnout over 60%", THERE_ARE),
        ("map corbyn", THERE_ARE),
        ("map of second places", THERE_ARE),
        ("map of runner ups", THERE_ARE),
        ("map of swing 2024", THERE_ARE),
        ("change map", THERE_ARE),
        ("map of labour vote change 2024", THERE_ARE),
        ("/seats map", THERE_ARE),
        ("map of by-elections in 2023", "No map shows by-elections. Maps are of general elections"),
        ("map of labour gains from the snp", "A map is of one party or of all"),
        ("map bath and wells", "A map picks out one constituency, or nations and regions"),
    ],
)
def test_what_no_map_shows_gets_a_sentence(answers: Answers, text: str, said: str) -> None:
    reply = answers.ask(text)
    assert reply.kind is ReplyKind.NOTHING
    assert said in reply.headline
    assert reply.sketch is None


@pytest.mark.parametrize(
    "text", ["map of hartlepool 2021", "map uxbridge 2023", "map clacton by-election"]
)
def test_instead_of_a_map_of_a_by_election_its_result_is_offered(
    answers: Answers, text: str
) -> None:
    reply = answers.ask(text)
    assert reply.headline.startswith("No map shows by-elections.")
    first = reply.choices[0]
    assert "By-election" in first.label
    assert "by-election" in answers.open(first.kind, first.id).title


def test_of_a_party_only_its_own_is_told(answers: Answers) -> None:
    gains = answers.ask("map labour gains 2024")
    assert gains.title == "Map · Labour gains · general election, 4 July 2024"
    assert gains.headline == (
        "Labour gained 218 seats at the general election of 4 July 2024. "
        "From: Conservative 182, Scottish National Party 36."
    )
    assert rows(gains) == (("No Labour gain", 432), ("Labour gain", 218))
    losses = answers.ask("map of conservative losses 2024")
    assert losses.headline == (
        "The Conservatives lost 252 seats at the general election of 4 July 2024. "
        "To: Labour 182, Liberal Democrat 60, Reform UK 5, Green 2, others 3."
    )
    assert rows(losses)[:2] == (("No Conservative loss", 398), ("Labour", 182))
    none = answers.ask("map of green losses 2024")
    assert none.headline.startswith("The Greens lost no seat at ")


def test_majorities_of_a_party_are_those_of_its_seats(answers: Answers) -> None:
    reply = answers.ask("map majority 2019 labour")
    assert "Majorities in Labour seats at the general election" in reply.headline
    assert ("won by others", 448) in rows(reply)


def test_a_share_in_one_seat_only_is_no_range(answers: Answers) -> None:
    reply = answers.ask("map of speaker")
    assert reply.title.startswith("Map · Speaker share · ")
    assert reply.headline.endswith(": 74.3% in Chorley, the only seat with a candidate.")
    nowhere = answers.ask("map of green majorities 2015 in wales")
    assert nowhere.headline.endswith(": there is no such seat.")


def test_only_seats_of_a_name_can_be_on_a_map(answers: Answers) -> None:
    reply = answers.ask("map rutland")
    assert reply.kind is ReplyKind.CHOICES
    assert {one.label for one in reply.choices} == {
        "Rutland and Melton (until 2024)",
        "Rutland and Stamford",
    }


def test_a_name_that_may_be_several_is_asked_about(answers: Answers) -> None:
    reply = answers.ask("turnout map newcastle")
    assert reply.kind is ReplyKind.CHOICES
    picked = next(one for one in reply.choices if one.question)
    assert of(answers.ask(picked.question)).startswith("2024-07-04/turnout@E1")


def test_winners_are_told_as_the_scoreboard_tells_them(answers: Answers) -> None:
    reply = answers.map()
    assert reply.headline == answers.seats().headline
    assert rows(reply)[:3] == (("Labour", 411), ("Conservative", 121), ("Liberal Democrat", 72))
    assert sum(number for _, number in rows(reply) if isinstance(number, int)) == 650


def test_gains_are_told_by_who_gained(answers: Answers) -> None:
    reply = answers.map("gains", election="2024-07-04")
    assert reply.headline.startswith("303 of 650 seats changed hands")
    assert rows(reply)[:2] == (("No change of hands", 347), ("Labour", 218))
    assert any("notional" in note for note in reply.notes)


def test_a_figure_has_its_classes_and_both_ends(answers: Answers) -> None:
    reply = answers.map("turnout", place="Scotland", election="2024-07-04")
    assert "from 47.0% in Glasgow North East to 71.7% in Mid Dunbartonshire" in reply.headline
    assert facts(reply)["Highest"].startswith("Mid Dunbartonshire 71.7%; ")
    assert facts(reply)["Lowest"].startswith("Glasgow North East 47.0%; ")
    assert sum(number for _, number in rows(reply) if isinstance(number, int)) == 57
    assert [name for name, _ in rows(answers.map("majority"))][:2] == [
        "under 5 points",
        "5–10 points",
    ]


def test_where_a_party_did_not_stand_is_not_nought(answers: Answers) -> None:
    reply = answers.map("share", "party:scottish-national-party")
    assert ("did not stand", 593) in rows(reply)
    assert "Scottish National Party" in reply.title
    nowhere = answers.map("share", "party:a-vote-against-mp-expense-abuse")
    assert "0.0%" not in render(nowhere)


def test_a_seat_is_told_first(answers: Answers) -> None:
    reply = answers.map(place="constituency:E14001305")
    assert reply.headline.startswith(
        "Islington North: Independent gain from Labour: Jeremy Corbyn won by 7,247 votes"
    )
    assert reply.choices[0].id == "E14001305.2024-07-04"
    assert answers.map("turnout", place="islington north").headline.startswith(
        "Islington North: 67.3%."
    )


def test_of_a_night_it_is_said_how_far_it_is(live_catalogue: Catalogue, desk: Desk) -> None:
    desk.open_election(NIGHT, None)
    answer = answer_of(Topic.MAP)
    assert answer is not None
    before = answer(live_catalogue, asked(Topic.MAP, Measure.WINNER))
    assert of(before) == "2024-07-04/winner"
    assert "Nothing is declared yet for the general election of 6 June 2030." in before.preface
    first = live_catalogue.elections.general(date(2024, 7, 4))[0].contest
    told(desk, {**as_declared(first), "polled_on": NIGHT.isoformat()})
    reply = answer(live_catalogue, asked(Topic.MAP, Measure.TURNOUT))
    assert of(reply) == "2030-06-06/turnout"
    assert "The general election of 6 June 2030: 1 of 650 declared." in reply.preface
    assert ("Undeclared", 649) in rows(reply)
