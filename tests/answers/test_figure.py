"""What is said of one figure of one contest; the numbers were worked out from the tables."""

from typing import Any

import pytest

from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, WantedElection
from tests.answers.asking import (
    BATH,
    CHORLEY,
    CLACTON,
    GORTON,
    ISLINGTON,
    SELBY,
    TAMWORTH,
    code_of,
    figure_of,
)
from tests.answers.telling import TWO, Announce, facts
from tests.declarations.making import standing

M = Measure


@pytest.mark.parametrize(
    ("measure", "more", "headline"),
    [
        (
            M.WINNER,
            {},
            (
                "Jeremy Corbyn (Independent) won with 24,120 votes, 49.2%, a majority of 7,247 "
                "(14.8 points) over Praful Nargund (Labour)"
            ),
        ),
        (
            M.PLACE,
            {"place": 3},
            (
                "Sheridan Kates (Green) came 3rd of 7 with 2,660 votes, 5.4%, 21,460 votes (43.8 "
                "points) behind Jeremy Corbyn (Independent)"
            ),
        ),
        (M.PLACE, {"place": -1}, "Paul Josling (Independent) came 7th of 7 with 32 votes, 0.1%"),
        (
            M.VOTES,
            {"parties": ("green",)},
            "Sheridan Kates (Green) got 2,660 votes, 5.4%, and came 3rd of 7",
        ),
        (
            M.SHARE,
            {"persons": ("jeremy-corbyn",)},
            (
                "Jeremy Corbyn (Independent) got 49.2% of the valid votes (24,120 votes), and came "
                "1st of 7"
            ),
        ),
        (
            M.CHANGE,
            {"parties": ("labour",)},
            (
                "Praful Nargund (Labour) got 34.4%, down 29.9 points from 64.3% for Labour at the "
                "general election of 12 December 2019"
            ),
        ),
        (
            M.MAJORITY,
            {},
            (
                "Jeremy Corbyn (Independent) had a majority of 7,247 votes (14.8 points) over "
                "Praful Nargund (Labour)"
            ),
        ),
        (
            M.TURNOUT,
            {},
            (
                "Turnout in Islington North was 67.5%: 49,195 of 72,852 electors (67.3% counting "
                "valid votes only)"
            ),
        ),
        (M.ELECTORATE, {}, "72,852 people were registered to vote in Islington North"),
        (
            M.BALLOTS,
            {},
            ("49,195 people voted in Islington North: 49,006 valid votes and 189 rejected ballots"),
        ),
        (M.REJECTED, {}, "189 ballots were rejected in Islington North, 0.4% of the 49,195 cast"),
        (M.DECLARED, {}, "Islington North declared about 03:26 on 5 July 2024"),
        (
            M.OUTCOME,
            {},
            "Independent gain from Labour: Jeremy Corbyn won by 7,247 votes (14.8 points)",
        ),
        (
            M.CLOSENESS,
            {},
            (
                "Jeremy Corbyn (Independent) won by 7,247 votes (14.8 points). Praful Nargund "
                "(Labour) came 2nd"
            ),
        ),
    ],
)
def test_the_first_sentence_is_the_figure_that_was_asked_for(
    catalogue: Catalogue, measure: Measure, more: dict[str, Any], headline: str
) -> None:
    reply = figure_of(catalogue, ISLINGTON, measure, **more)
    assert reply.kind is ReplyKind.FIGURE
    assert reply.headline == headline
    assert reply.title.endswith("in Islington North · general election, 4 July 2024")
    assert len(reply.facts) <= 4
    assert reply.choices[0].id == "E14001305.2024-07-04"


def test_a_majority_is_ranked_from_the_nearer_end(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, ISLINGTON, M.CLOSENESS, 2024)
    rank = "the 267th largest of 650 majorities at this general election"
    assert facts(reply)["Rank of the majority"] == rank
    poole = figure_of(catalogue, code_of(catalogue, "Poole"), M.CLOSENESS, 2024)
    assert facts(poole)["Rank of the majority"].startswith("the 2nd smallest of 650")


def test_a_two_vote_majority_is_no_tie(catalogue: Catalogue) -> None:
    told = figure_of(catalogue, code_of(catalogue, "North East Fife"), M.CLOSENESS, 2017)
    assert "won by 2 votes (less than 0.1 points)" in told.headline
    assert facts(told)["Rank of the majority"].startswith("the smallest of 650")


def test_a_by_election_that_is_the_latest_contest_is_said_to_be_one(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, GORTON, M.WINNER)
    assert reply.title == "Winner in Gorton and Denton · by-election, 26 February 2026"
    assert "latest contest here, since the general election" in reply.preface[0]
    declared = figure_of(catalogue, GORTON, M.DECLARED)
    assert "not in Teller's data" in declared.headline


def test_a_gain_that_hides_a_by_election_tells_of_it(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, TAMWORTH, M.GAINED, 2024, parties=("labour",), yes_or_no=True)
    assert reply.headline.startswith("Yes: Labour gain from Conservative")
    assert "By-election in between: 19 October 2023, Labour gain" in reply.notes[0]
    assert "not with a by-election in between" in reply.notes[1]


def test_what_cannot_be_compared_says_why(catalogue: Catalogue) -> None:
    assert (
        "independents are no party"
        in figure_of(catalogue, ISLINGTON, M.CHANGE, persons=("jeremy-corbyn",)).headline
    )
    assert "Speaker's share is not compared" in figure_of(catalogue, CHORLEY, M.SWING).headline
    selby = figure_of(catalogue, SELBY, M.CHANGE, parties=("green",)).headline
    assert "up 2.0 points from a notional 3.0%" in selby
    reform = figure_of(catalogue, SELBY, M.CHANGE, parties=("reform-uk",)).headline
    assert "gives Reform UK no share to compare with" in reform


def test_rejected_ballots_that_nobody_published_are_not_none(catalogue: Catalogue) -> None:
    barnsley = code_of(catalogue, "Barnsley Central")
    for measure in (M.REJECTED, M.BALLOTS):
        assert "not published" in figure_of(catalogue, barnsley, measure, 2011).headline
    assert "37.0% of valid votes" in figure_of(catalogue, barnsley, M.TURNOUT, 2011).headline


def test_only_notes_that_concern_the_figure_are_told(catalogue: Catalogue) -> None:
    belfast = code_of(catalogue, "Belfast North")
    assert "another estimate of 2005" in figure_of(catalogue, belfast, M.CHANGE, 2010).notes[0]
    assert figure_of(catalogue, belfast, M.TURNOUT, 2010).notes == ()


def test_what_is_only_declared_says_so_and_by_whom(
    live_catalogue: Catalogue, announced: Announce
) -> None:
    announced(standing(*TWO), source="the press")
    reply = figure_of(live_catalogue, CLACTON, M.MAJORITY)
    assert "5,000 votes" in reply.headline
    assert "Declared live" in " ".join(reply.preface)
    assert reply.sources == ("the press",)
    assert figure_of(live_catalogue, CLACTON, M.CLOSENESS).kind is ReplyKind.FIGURE


def test_the_whole_result_comes_for_what_is_no_figure(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, BATH, M.RESULT, notes=("Bath Spa lies in Bath.",))
    assert reply.kind is ReplyKind.CONTEST
    assert reply.preface[0] == "Bath Spa lies in Bath."


def test_the_latest_contests_have_an_answer_to_every_measure(catalogue: Catalogue) -> None:
    for contest_id in catalogue.contests.latest(30):
        day = WantedElection("then", day=contest_id.polled_on)
        for measure in M:
            assert figure_of(catalogue, contest_id.code, measure, election=day).headline
