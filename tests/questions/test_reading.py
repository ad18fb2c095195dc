"""What is asked, and of whom: the question behind a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.question import Measure, Order, Question, Refusal, Topic
from bot.questions.reading import Reader

BATH, ISLINGTON_NORTH, MAIDENHEAD = "E14001080", "E14001305", "E14001348"


def read(reader: Reader, text: str) -> Question:
    question = reader.read(text)
    assert question is not None, text
    return question


@pytest.mark.parametrize(
    ("text", "topic", "measure"),
    [
        ("who won bath", Topic.RESULT, Measure.RESULT),
        ("which party holds bath", Topic.RESULT, Measure.RESULT),
        ("who is the mp for bath", Topic.FIGURE, Measure.MEMBER),
        ("who came second in bath", Topic.FIGURE, Measure.PLACE),
        ("majority in bath", Topic.FIGURE, Measure.MAJORITY),
        ("by how much did the lib dems win bath", Topic.FIGURE, Measure.MAJORITY),
        ("wat was teh turnowt in bath", Topic.FIGURE, Measure.TURNOUT),
        ("what percentage voted in bath", Topic.FIGURE, Measure.TURNOUT),
        ("how many people could vote in bath", Topic.FIGURE, Measure.ELECTORATE),
        ("how many people voted in bath", Topic.FIGURE, Measure.BALLOTS),
        ("spoilt papers bath", Topic.FIGURE, Measure.REJECTED),
        ("who lost their deposit in bath", Topic.FIGURE, Measure.DEPOSITS),
        ("swing bath", Topic.FIGURE, Measure.SWING),
        ("how much did labour fall in bath", Topic.FIGURE, Measure.CHANGE),
        ("when did bath declare", Topic.FIGURE, Measure.DECLARED),
        ("did the lib dems hold bath", Topic.FIGURE, Measure.HELD),
        ("did the lib dems gain bath", Topic.FIGURE, Measure.GAINED),
        ("did the tories lose bath", Topic.FIGURE, Measure.LOST),
        ("was bath a hold or a gain", Topic.FIGURE, Measure.OUTCOME),
        ("was it close in bath", Topic.FIGURE, Measure.CLOSENESS),
        ("who stood in bath", Topic.FIGURE, Measure.CANDIDATES),
        ("labour in bath", Topic.FIGURE, Measure.VOTES),
        ("has corbyn ever lost", Topic.CAREER, Measure.DEFEATS),
        ("how many times has corbyn won", Topic.CAREER, Measure.WINS),
        ("where did farage stand", Topic.CAREER, Measure.STOOD),
        ("who did corbyn beat", Topic.CAREER, Measure.BEAT),
        ("who beat liz truss", Topic.CAREER, Measure.LOST_TO),
        ("how long has ed davey been an mp", Topic.CAREER, Measure.SINCE),
        ("is corbyn still an mp", Topic.CAREER, Measure.MEMBER),
        ("when did caroline lucas win", Topic.CAREER, Measure.WINS),
        ("who got most votes in 2010", Topic.ELECTION, Measure.SHARE),
        ("who won the popular vote", Topic.ELECTION, Measure.SHARE),
        ("which party had the most candidates", Topic.ELECTION, Measure.CANDIDATES),
        ("seats where labour polled over 60%", Topic.RANKING, Measure.SHARE),
        ("labour net gain 2024", Topic.PARTY, Measure.TALLY),
        ("who has held bath since 2010", Topic.HISTORY, Measure.HELD),
        ("when did labour last win bath", Topic.HISTORY, Measure.HELD),
        ("history of bath", Topic.HISTORY, Measure.RESULTS),
        ("who won bath in 1992", Topic.HISTORY, Measure.GROUPS),
        ("by-elections in clacton", Topic.HISTORY, Measure.CONTESTED),
        ("what happened to totnes", Topic.HISTORY, Measure.BECAME),
        ("what was waveney valley made from", Topic.HISTORY, Measure.MADE_OF),
        ("how many seats did the snp win in 2015", Topic.PARTY, Measure.SEATS),
        ("which seats did labour lose to the tories in 2019", Topic.PARTY, Measure.LOST),
        ("labour gains in scotland", Topic.PARTY, Measure.GAINED),
        ("where did reform come second", Topic.PARTY, Measure.SECONDS),
        ("who won the 2019 election", Topic.ELECTION, Measure.WINNER),
        ("seats by party 2017", Topic.ELECTION, Measure.SCOREBOARD),
        ("how many women were elected", Topic.ELECTION, Measure.WOMEN),
        ("which seat declared first", Topic.ELECTION, Measure.FIRST),
        ("who gained from whom in 2019", Topic.ELECTION, Measure.GAINS),
        ("safest labour seat in wales", Topic.RANKING, Measure.MAJORITY),
        ("lowest turnout in 2019", Topic.RANKING, Measure.TURNOUT),
        ("where did ukip rise most in 2015", Topic.RANKING, Measure.CHANGE),
        ("compare bath and wells", Topic.COMPARISON, Measure.RESULT),
        ("bath 2017 v 2019", Topic.COMPARISON, Measure.RESULT),
        ("which had the higher turnout, bath or wells", Topic.COMPARISON, Measure.TURNOUT),
        ("by-elections in 2023", Topic.BY_ELECTIONS, Measure.LIST),
        ("which by-elections changed hands in 2023", Topic.BY_ELECTIONS, Measure.CHANGES),
        ("what was the last by-election", Topic.BY_ELECTIONS, Measure.LATEST),
    ],
)
def test_what_is_asked_follows_from_the_words(
    reader: Reader, text: str, topic: Topic, measure: Measure
) -> None:
    question = read(reader, text)
    assert (question.topic, question.measure) == (topic, measure)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("who should i vote for", Refusal.OPINION),
        ("is keir starmer any good", Refusal.OPINION),
        ("will labour win clacton", Refusal.FORECAST),
        ("who will win the next election", Refusal.FORECAST),
        ("who won the french election", Refusal.ABROAD),
        ("who is the mayor of london", Refusal.DEVOLVED),
        ("how did bath vote in the referendum", Refusal.DEVOLVED),
        ("who is the prime minister", Refusal.OFFICE),
        ("what is labour's policy on tax", Refusal.POLICY),
        ("how old is the mp for bath", Refusal.POLICY),
        ("turnout in narnia", Refusal.NOT_UNDERSTOOD),
        ("who won the battle of hastings", Refusal.NOT_UNDERSTOOD),
        ("who won the hundred", Refusal.NOT_UNDERSTOOD),
        ("how do i make a sandwich", Refusal.NOT_UNDERSTOOD),
    ],
)
def test_what_has_no_answer_is_refused(reader: Reader, text: str, refusal: Refusal) -> None:
    question = read(reader, text)
    assert (question.topic, question.refusal) == (Topic.REFUSED, refusal)


def test_a_person_a_seat_and_a_year_are_found_in_one_sentence(reader: Reader) -> None:
    question = read(reader, "how many votes did jeremy corbyn get in islington north in 2019?")
    assert question.persons == ("jeremy-corbyn",)
    assert question.seats == (ISLINGTON_NORTH,)
    assert [one.year for one in question.elections] == [2019]


def test_a_month_that_is_a_surname_is_no_month(reader: Reader) -> None:
    question = read(reader, "theresa may majority 2017")
    assert question.persons == ("theresa-may",)
    assert question.election
    assert (question.election.year, question.election.month) == (2017, None)


def test_a_month_beside_that_surname_stays_one(reader: Reader) -> None:
    question = read(reader, "how many votes did theresa may get in may 2015")
    assert question.persons == ("theresa-may",)
    assert question.election
    assert (question.election.year, question.election.month) == (2015, 5)


def test_a_surname_is_settled_by_the_seat_beside_it(reader: Reader) -> None:
    question = read(reader, "may's majority in maidenhead in 2017")
    assert question.persons == ("theresa-may",)
    assert question.seats == (MAIDENHEAD,)


def test_a_seat_of_then_is_meant_where_only_it_was_contested(reader: Reader) -> None:
    question = read(reader, "swing at the 2022 tiverton by-election")
    assert question.seats == ("E14000996",)  # Tiverton and Honiton


def test_an_ambiguous_name_keeps_the_rest_of_the_question(reader: Reader) -> None:
    unclear = read(reader, "majority in newport in 2019").unclear
    assert unclear is not None
    assert (unclear.finding.query, unclear.before, unclear.after) == (
        "newport",
        "majority in",
        "2019",
    )


def test_a_choice_written_into_the_question_is_taken_as_it_is(reader: Reader) -> None:
    question = read(reader, "majority in [constituency:E14001080] 2019")
    assert (question.measure, question.seats) == (Measure.MAJORITY, (BATH,))


@pytest.mark.parametrize(
    "reference", ["constituency:E14009999", "person:zzyzx", "party:xx", "place:zzyzx"]
)
def test_a_choice_that_nobody_was_offered_is_no_name(reader: Reader, reference: str) -> None:
    for text in ("majority in [{}]", "history of [{}]", "compare [{}] with bath", "[{}] in 2016"):
        question = reader.read(text.format(reference))
        assert question is None or question.topic is Topic.REFUSED


def test_who_gains_stands_before_who_loses(reader: Reader) -> None:
    lost = read(reader, "which seats did the tories lose to the lib dems")
    assert lost.parties == ("conservative", "liberal-democrat")
    turned = read(reader, "which tory seats did labour gain")
    assert turned.parties == ("labour", "conservative")


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("turnout in the north east", ("North East",)),
        ("labour seats in southwest england", ("South West",)),
        ("scottish labour seats", ("Scotland",)),
        ("seats by party in the midlands", ("East Midlands", "West Midlands")),
    ],
)
def test_parts_of_the_country_are_no_seats(
    reader: Reader, text: str, areas: tuple[str, ...]
) -> None:
    question = read(reader, text)
    assert (question.areas, question.seats) == (areas, ())


def test_how_many_and_which_end_are_read(reader: Reader) -> None:
    question = read(reader, "the five most marginal seats in scotland in 2017")
    assert (question.number, question.order) == (5, Order.LEAST)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("by-elections in the 2017-19 parliament", (2017, 2019)),
        ("by-elections this parliament", (2024, None)),
        ("by-elections in the last parliament", (2019, 2024)),
        ("labour seats since 2010", (2010, None)),
    ],
)
def test_years_from_and_to_are_read(
    reader: Reader, text: str, years: tuple[int | None, int | None]
) -> None:
    span = read(reader, text).span
    assert span is not None
    assert (span.first, span.last) == years


@pytest.mark.parametrize("text", ["did labour win bath", "has corbyn ever lost"])
def test_a_question_for_yes_or_no_is_one(reader: Reader, text: str) -> None:
    assert read(reader, text).yes_or_no


@pytest.mark.parametrize("text", ["who is my mp", "mp near me", "my constituency"])
def test_a_member_without_a_place_is_a_question_without_a_name(reader: Reader, text: str) -> None:
    question = read(reader, text)
    assert (question.topic, question.name, question.seats) == (Topic.RESULT, "", ())


@pytest.mark.parametrize("text", ["", "???", "hello", "asdf qwer", "12"])
def test_what_asks_for_nothing_is_left_to_the_names(reader: Reader, text: str) -> None:
    assert reader.read(text) is None


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300))
def test_no_text_makes_it_fail(reader: Reader, text: str) -> None:
    reader.read(text)


WORDS = st.sampled_from(
    "who won did labour tories bath wells corbyn 2019 in the majority seats lose gain most largest "
    "by-election since 2010 compare and or second turnout scotland [party:labour] top 5 ' %".split()
)


@settings(deadline=None, max_examples=300)
@given(st.lists(WORDS, max_size=14))
def test_no_heap_of_words_makes_it_fail(reader: Reader, words: list[str]) -> None:
    reader.read(" ".join(words))
