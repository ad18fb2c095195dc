from datetime import date

import pytest

from bot.answers.national import swing, swung
from bot.answers.national.scope import Scope, scope
from bot.answers.reply import ReplyKind
from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.elections.count import Count
from bot.elections.result import ContestResult
from bot.questions.question import Question, Topic

LAST = date(2024, 7, 4)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("swing from con to lab in 2024", "was 10.8 points from the Conservatives to Labour."),
        (
            "what was the swing from labour to the conservatives in 2019",
            "at the general election of 12 December 2019 was 4.6 points from Labour to the Con",
        ),
        ("conservative to labour swing in 2017", "was 2.0 points from the Conservatives to Labour"),
        (
            "swing from conservative to labour in scotland 2024",
            "in Scotland at the general election of 4 July 2024 was 14.6 points from",
        ),
        ("lab con swing london 2019", "in London at the general election of 12 December 2019"),
        ("swing between labour and conservatives 2024", "was 10.8 points"),
        ("snp lab swing scotland 2015", "was 23.9 points from Labour to the Scottish National"),
        ("swing towards labour in the north east", "in the North East at the general election of"),
        ("wat was the swng from con to lab in wales 2024", "was 7.0 points"),
    ],
)
def test_the_swing_between_two_parties_over_an_election_is_told(
    answers: Answers, question: str, told: str
) -> None:
    reply = answers.ask(question)
    assert reply.kind is ReplyKind.ELECTION
    assert told in reply.headline


@pytest.mark.parametrize(
    "question", ["national swing 2024", "swing 2024", "how big was the swing at the last election"]
)
def test_parties_that_nobody_named_are_those_with_most_votes(
    answers: Answers, question: str
) -> None:
    headline = answers.ask(question).headline
    assert "10.8 points from the Conservatives to Labour" in headline
    assert headline.endswith("Labour and the Conservatives had the most votes.")


def test_the_other_of_one_party_is_the_one_with_most_votes_beside_it(answers: Answers) -> None:
    headline = answers.ask("how big was the swing to reform in wales").headline
    assert "7.7 points from Labour to Reform UK." in headline
    assert headline.endswith("Labour had the most votes beside Reform UK.")


def test_the_shares_before_are_notional_where_boundaries_changed(answers: Answers) -> None:
    [since] = [one for one in answers.ask("swing 2024").notes if one.startswith("Shares are")]
    assert since.endswith("in the same seats, notional where boundaries changed.")
    [since] = [one for one in answers.ask("swing 2019").notes if one.startswith("Shares are")]
    assert "notional" not in since


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("swing from snp to labour in 2024", "stood in 57 of 650 seats (57 in 2019, notionally)"),
        ("swing from con to lab in northern ireland", "Labour stood in none of the 18 seats."),
        ("swing from independents to labour 2024", "Independents are no party"),
        ("swing from lab to reform in 2024", "Reform UK stood in 609 of 650 seats (336 in 2019"),
    ],
)
def test_no_figure_is_made_of_parties_that_did_not_fight_the_area(
    answers: Answers, question: str, why: str
) -> None:
    reply = answers.ask(question)
    assert reply.headline.startswith("No swing between ")
    assert why in reply.headline
    assert not reply.facts
    assert reply.sketch is None


def test_seats_that_a_party_left_out_are_counted(answers: Answers) -> None:
    notes = answers.ask("swing in northern ireland 2024").notes
    assert "Sinn Féin stood in 14 of 18 seats (16 in 2019, notionally)." in notes


def test_of_three_parties_one_is_left_out_and_that_is_said(answers: Answers) -> None:
    reply = answers.ask("con lab ld swing 2019")
    assert "A swing is between two parties. Left out: Liberal Democrat." in reply.preface


@pytest.mark.parametrize("text", ["swing con to con", "swing labour to labour in wales 2019"])
def test_from_a_party_to_itself_nobody_swings(answers: Answers, text: str) -> None:
    reply = answers.ask(text)
    assert reply.kind is ReplyKind.NOTHING
    assert reply.headline.startswith("A swing is between two parties: name another beside ")


@pytest.mark.parametrize("between", ["dup sinn fein", "between dup and sinn fein in"])
def test_a_nation_is_known_beside_a_party_s_name(answers: Answers, between: str) -> None:
    reply = answers.ask(f"swing {between} northern ireland 2019")
    assert reply.headline == (
        "The swing in Northern Ireland at the general election of 12 December 2019 was "
        "0.6 points from Sinn Féin to the Democratic Unionist Party."
    )


def test_several_elections_have_a_line_each(answers: Answers) -> None:
    reply = answers.ask("swing con to lab since 2010")
    assert reply.listing
    assert [row[0].year for row in reply.listing.rows if isinstance(row[0], date)] == [
        *(2024, 2019, 2017, 2015, 2010)
    ]
    assert "4.6 points from Labour to Conservative in 2019" in reply.headline


@pytest.mark.parametrize(
    "question",
    [
        "which seats swung from con to lab in 2024",
        "swing voters in 2024",
        "swing seats in 2024",
        "what swing does labour need to win",
        "average swing in 2024",
        "swing from labour to conservative by region 2019",
        "compare swing in england and scotland 2024",
        "was the swing bigger in wales or scotland in 2024",
        "swing",
    ],
)
def test_what_one_swing_does_not_answer_is_refused(answers: Answers, question: str) -> None:
    assert answers.ask(question).kind is ReplyKind.NOTHING


def test_rankings_of_swings_and_a_seat_s_swing_are_what_they_were(answers: Answers) -> None:
    assert answers.ask("biggest swing from lab to con").kind is ReplyKind.RANKING
    assert answers.ask("swing from lab to con in leigh in 2019").kind is ReplyKind.FIGURE


def test_without_an_earlier_result_of_every_seat_there_is_no_figure(catalogue: Catalogue) -> None:
    whole = scope(catalogue, LAST, ("Wales",))
    first, *others = whole.results
    results = (ContestResult(first.contest, None), *others)
    partly = Scope(LAST, ("Wales",), Count(results), len(results))
    reply = swing.answer(catalogue, Question(Topic.ELECTION), partly)
    assert reply.headline.startswith("No swing between Labour and the Conservatives is told")
    assert "Some of these seats have no earlier result to compare with." in reply.headline


def test_on_a_night_only_seats_that_have_declared_are_compared(catalogue: Catalogue) -> None:
    whole = scope(catalogue, LAST, ("Wales",))
    partly = Scope(LAST, ("Wales",), Count(whole.results[:5]), whole.seats)
    reply = swing.answer(catalogue, Question(Topic.ELECTION), partly)
    assert "in the seats declared so far was" in reply.headline
    assert any("5 of 32 declared" in one for one in reply.preface)
    found = swung.between(partly, *swung.largest(partly))
    assert found
    votes = sum(
        own.votes
        for one in partly.results
        for own in one.contest.candidacies
        if own.party == found.gainer.party
    )
    total = sum(one.contest.valid_votes for one in partly.results)
    assert found.gainer.now == pytest.approx(votes / total)
