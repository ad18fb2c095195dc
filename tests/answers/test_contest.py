"""What is said about one contest."""

import pytest

from bot.answers.reply import Reply
from bot.answers.service import Answers
from tests.answers.reading import choices, flowing, said

ISLINGTON_NORTH = """\
Islington North · general election, 4 July 2024
Independent gain from Labour: Jeremy Corbyn won by 7,247 votes (14.8 points)
Jeremy Corbyn      Independent        24,120   49.2%
Praful Nargund     Labour             16,873   34.4%   −29.9
Sheridan Kates     Green               2,660    5.4%    −2.6
Karen Harries      Conservative        1,950    4.0%    −6.2
Martyn Nelson      Reform UK           1,710    3.5%    +2.1
Vikas Aggarwal     Liberal Democrat    1,661    3.4%   −12.3
Paul Josling       Independent            32    0.1%
majority 7,247 (14.8 points) · electorate 72,852
turnout 67.5% (67.3% of valid votes) · rejected ballots 189
before: Labour majority 26,188 in 2019 · declared about 03:26
lost deposits 4 (under 5%)
More: 1 2019 · 2 2017 · 3 2015 · 4 2010
Source: UK Parliament election results, as of 20 August 2026"""


def standing(reply: Reply, name: str) -> tuple[str, str, str]:
    """Party, share and change of one candidate."""
    (found,) = (one for one in reply.standings if one.name == name)
    return found.party, found.share, found.change


def facts(reply: Reply) -> dict[str, str]:
    return {fact.label: fact.value for fact in reply.facts}


def test_the_whole_answer_for_islington_north(answers: Answers) -> None:
    assert said(answers, "/result islington north") == ISLINGTON_NORTH


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        (
            "islington north 2019",
            "Labour hold: Jeremy Corbyn won by 26,188 votes (48.7 points)",
        ),
        (
            "clacton 2024",
            "Reform UK gain from Conservative: Nigel Farage won by 8,405 votes (18.3 points)",
        ),
        (
            "north down 2024",
            "Independent gain from Alliance: Alex Easton won by 7,305 votes (16.9 points)",
        ),
        (
            "rochdale by-election 2024",
            (
                "Workers Party of Britain gain from Labour: George Galloway won by 5,697 votes "
                "(18.3 points)"
            ),
        ),
        ("chorley", "Speaker hold: Lindsay Hoyle won by 20,575 votes (60.6 points)"),
        (
            "kensington 2017",
            "Labour gain from Conservative: Emma Dent Coad won by 20 votes (0.1 points)",
        ),
        ("north down 2015", "Independent hold: Sylvia Hermon won by 9,202 votes (25.6 points)"),
    ],
)
def test_the_first_line_says_who_won_for_whom_hold_or_gain_and_by_how_much(
    answers: Answers, question: str, headline: str
) -> None:
    assert answers.ask(question).headline == headline


def test_a_majority_of_a_few_votes_is_not_called_no_points(answers: Answers) -> None:
    headline = answers.ask("runcorn and helsby by-election").headline
    assert "won by 6 votes" in headline
    assert "(0.0 points)" not in headline


def test_a_by_election_since_comes_first_and_says_so(answers: Answers) -> None:
    reply = answers.ask("gorton and denton")
    assert reply.title == "Gorton and Denton · by-election, 26 February 2026"
    assert reply.headline == (
        "Green gain from Labour: Hannah Spencer won by 4,402 votes (12.0 points)"
    )
    assert "latest contest here, since the general election" in " ".join(reply.preface)


def test_the_general_election_before_it_tells_of_the_by_election(answers: Answers) -> None:
    reply = answers.ask("gorton and denton 2024")
    assert reply.title == "Gorton and Denton · general election, 4 July 2024"
    assert reply.preface == (
        "By-election since: 26 February 2026, Green gain from Labour (Hannah Spencer).",
    )


@pytest.mark.parametrize(
    "question", ["rochdale by-election", "hartlepool 2021", "newark by-election", "clacton 2014"]
)
def test_a_by_election_that_was_followed_by_general_elections_is_not_called_the_latest(
    answers: Answers, question: str
) -> None:
    reply = answers.ask(question)
    assert "by-election" in reply.title
    assert "latest contest" not in " ".join(reply.preface)


def test_a_by_election_of_another_parliament_is_not_news_of_an_old_contest(
    answers: Answers,
) -> None:
    """Between the contest of 2014 and the by-election of 2026 there were four general elections."""
    assert "2026" not in " ".join(answers.ask("clacton 2014").preface)


def test_a_by_election_in_between_is_told(answers: Answers) -> None:
    text = flowing(said(answers, "uxbridge and south ruislip"))
    assert "By-election in between: 20 July 2023, Conservative hold (Steve Tuckwell)." in text
    assert "Labour gain from Conservative: Danny Beales won" in text


def test_an_abolished_seat_says_what_became_of_it_and_who_won_there(answers: Answers) -> None:
    reply = answers.ask("totnes")
    assert reply.title == "Totnes · general election, 12 December 2019"
    told = " ".join(reply.preface)
    assert "Totnes was abolished in 2024." in told
    assert (
        "South Devon: Caroline Voaden (Liberal Democrat) won the general election of 4 July 2024."
    ) in told
    assert choices(reply)[0] == "South Devon"


def test_all_that_a_seat_was_split_into_is_named(answers: Answers) -> None:
    told = " ".join(answers.ask("haltemprice and howden").preface)
    for successor in ("Goole and Pocklington", "Kingston upon Hull West and Haltemprice"):
        assert successor in told


def test_where_boundaries_changed_what_was_before_is_called_notional(answers: Answers) -> None:
    before = facts(answers.ask("selby"))["Before"]
    assert before == "Conservative notional majority 14,838 in 2019, on these boundaries"


def test_where_they_did_not_it_is_not(answers: Answers) -> None:
    assert facts(answers.ask("islington north"))["Before"] == "Labour majority 26,188 in 2019"


def test_an_unknown_number_of_rejected_ballots_is_said_to_be_unknown(answers: Answers) -> None:
    for question in ("barnsley central by-election 2011", "leicester south by-election 2011"):
        told = facts(answers.ask(question))
        assert told["Rejected ballots"] == "not published"
        assert told["Turnout"].endswith("% of valid votes")
        assert "(" not in told["Turnout"]


@pytest.mark.parametrize(
    "question",
    ["islington north", "chorley", "north down 2024", "rochdale by-election", "buckingham 2010"],
)
def test_a_swing_to_or_from_an_independent_or_the_speaker_means_nothing(
    answers: Answers, question: str
) -> None:
    assert "swing" not in said(answers, question)


def test_a_swing_goes_from_the_loser_to_the_winner(answers: Answers) -> None:
    assert facts(answers.ask("selby"))["Swing"] == "24.4 points from Conservative to Labour"


def test_a_swing_to_the_second_party_is_told_as_that(answers: Answers) -> None:
    told = facts(answers.ask("the wrekin"))["Swing"]
    assert told == "19.3 points from Conservative to Labour"


@pytest.mark.parametrize(
    ("question", "name", "expected"),
    [
        ("islington north", "Jeremy Corbyn", ("Independent", "49.2%", "")),
        ("chorley", "Lindsay Hoyle", ("Speaker", "74.3%", "")),
        ("hartlepool 2019", "Richard Tice", ("Brexit Party", "25.8%", "")),
        ("hartlepool by-election", "John Prescott", ("Reform UK", "1.2%", "−24.6")),
        ("boston and skegness", "Richard Tice", ("Reform UK", "38.4%", "")),
        ("rochdale 2024", "Paul Waugh", ("Labour Co-op", "32.8%", "−18.0")),
        ("clacton 2014", "Douglas Carswell", ("UK Independence Party", "59.7%", "")),
        ("gorton and denton", "Angeliki Stogia", ("Labour", "25.4%", "−25.3")),
        ("thirsk and malton 2010", "John Clark", ("Liberal", "3.7%", "")),
    ],
)
def test_a_party_bears_the_name_of_its_day_and_a_change_only_where_one_can_be_told(
    answers: Answers, question: str, name: str, expected: tuple[str, str, str]
) -> None:
    assert standing(answers.ask(question), name) == expected


def test_nobody_stood_for_a_party_before_it_had_its_name(answers: Answers) -> None:
    """Yorkshire First took the name Yorkshire Party in 2016."""
    parties = {one.party for one in answers.ask("hemsworth 2015").standings}
    assert "Yorkshire First" in parties
    assert "Yorkshire Party" not in parties


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("sheffield brightside and hillsborough by-election", "14,087 is used here"),
        ("arbroath and broughty ferry", "it should be 5,278"),
        ("thirsk and malton 2010", "Polling here was put off to 27 May 2010"),
        ("blaenau gwent 2010", "Blaenau Gwent People's Voice"),
    ],
)
def test_a_contest_that_was_mended_says_what_was_mended(
    answers: Answers, question: str, words: str
) -> None:
    assert words in flowing(said(answers, question))


def test_an_unsure_time_of_declaration_is_called_so(answers: Answers) -> None:
    assert facts(answers.ask("islington north"))["Declared"] == "about 03:26"
    assert facts(answers.ask("islington north 2017"))["Declared"] == "at 03:07"
    assert facts(answers.open("contest", "E14001118.2024-07-04"))["Declared"].endswith("(not sure)")


def test_a_result_offers_the_seats_other_contests(answers: Answers) -> None:
    reply = answers.ask("rochdale")
    assert [choice.short for choice in reply.choices] == [
        "By-election, Feb 2024",
        "2019",
        "2017",
        "2015",
        "2010",
    ]


def test_the_winners_colour_goes_with_the_words(answers: Answers) -> None:
    assert answers.ask("hartlepool 2019").colour
    assert answers.ask("gorton and denton").colour != answers.ask("clacton").colour
