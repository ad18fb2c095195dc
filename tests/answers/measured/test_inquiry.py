"""Which contest a figure is told of, and whom: somebody who stood there, or did not."""

from bot.answers.measured.figure_kinds import KINDS
from bot.answers.measured.inquiry import Inquiry
from bot.answers.plain import render
from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question, Topic, WantedElection
from tests.answers.asking import BATH, CHORLEY, CLACTON, ROCHDALE, code_of, figure_of
from tests.answers.reading import flowing
from tests.answers.telling import Announce, facts
from tests.declarations.making import candidate, standing
from tests.elections.making import LABOUR, contest

M = Measure


def test_a_party_that_did_not_stand_gets_no_zero_but_when_it_did(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, CHORLEY, M.VOTES, parties=("conservative",))
    assert reply.headline.startswith("There was no Conservative candidate in Chorley")
    assert reply.title.startswith("Conservative in Chorley")
    assert len(reply.standings) == 5
    assert facts(reply)["General election, 8 June 2017"] == (
        "Caroline Moon (Conservative) came 2nd of 4 with 23,233 votes, 41.8%"
    )


def test_a_person_who_did_not_stand_there_stood_elsewhere(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, BATH, M.VOTES, 2019, persons=("jeremy-corbyn",))
    assert reply.headline.startswith("Jeremy Corbyn did not stand in Bath")
    assert "On 12 December 2019 they stood in Islington North." in reply.notes


def test_without_a_year_a_person_means_the_last_contest_that_they_fought_there(
    catalogue: Catalogue,
) -> None:
    reply = figure_of(catalogue, CLACTON, M.VOTES, persons=("douglas-carswell",))
    assert reply.title == "Douglas Carswell in Clacton · general election, 7 May 2015"
    assert "got 19,642 votes, 44.4%" in reply.headline
    assert "did not stand in Clacton on 13 August 2026" in reply.preface[0]


def test_of_the_two_contests_of_a_year_it_is_the_one_in_which_the_person_stood(
    catalogue: Catalogue,
) -> None:
    assert (
        "2,402 votes"
        in figure_of(catalogue, ROCHDALE, M.VOTES, 2024, persons=("azhar-ali",)).headline
    )
    galloway = figure_of(catalogue, ROCHDALE, M.VOTES, 2024, persons=("george-galloway",))
    assert "general election" in galloway.title


def test_a_person_alone_means_their_last_or_wanted_contest(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, "", M.MAJORITY, persons=("liz-truss",))
    assert "had no majority, but came 2nd of 9, 630 votes (1.4 points) behind" in reply.headline
    assert facts(reply)["Majority before"].startswith("26,195 (50.9 points)")
    assert "26,195" in figure_of(catalogue, "", M.MAJORITY, 2019, persons=("liz-truss",)).headline
    assert figure_of(catalogue, "", M.VOTES, 2013, persons=("liz-truss",)).kind is ReplyKind.NOTHING


def test_an_election_back_from_the_latest_can_be_wanted(catalogue: Catalogue) -> None:
    before = WantedElection("the election before", back=1)
    assert "12 December 2019" in figure_of(catalogue, BATH, M.TURNOUT, election=before).title
    long_ago = WantedElection("nine elections ago", back=9)
    reply = figure_of(catalogue, BATH, M.TURNOUT, election=long_ago)
    assert reply.kind is ReplyKind.NOTHING
    assert "No election Teller knows fits" in flowing(render(reply))


def test_three_candidates_of_one_party_are_all_told(catalogue: Catalogue) -> None:
    told = figure_of(catalogue, CLACTON, M.VOTES, parties=("monster-raving-loony-party",)).headline
    assert told.count("Monster Raving Loony Party") == 3


def test_a_party_is_told_under_the_name_that_it_stood_under(catalogue: Catalogue) -> None:
    hartlepool, glasgow = (code_of(catalogue, one) for one in ("Hartlepool", "Glasgow East"))
    reform = figure_of(catalogue, hartlepool, M.VOTES, 2019, parties=("reform-uk",))
    assert reform.title.startswith("Brexit Party (now Reform UK) in Hartlepool")
    assert reform.headline.startswith("Richard Tice (Brexit Party, now Reform UK) got 10,603 votes")
    now = figure_of(catalogue, hartlepool, M.VOTES, 2024, parties=("reform-uk",))
    assert now.title.startswith("Reform UK in Hartlepool")
    green = figure_of(catalogue, glasgow, M.VOTES, 2024, parties=("green",))
    assert green.title.startswith("Scottish Green in Glasgow East")
    labour = figure_of(catalogue, ROCHDALE, M.VOTES, 2024, parties=("labour",))
    assert labour.title.startswith("Labour in Rochdale")


def test_who_lost_is_told_how_far_behind_they_were_and_no_more(catalogue: Catalogue) -> None:
    told = figure_of(catalogue, CLACTON, M.CLOSENESS, persons=("count-binface",)).headline
    assert told.endswith("26.9%, 12,784 votes (36.4 points) behind Nigel Farage (Reform UK)")


def test_a_tie_is_told_as_won_by_lot(live_catalogue: Catalogue, announced: Announce) -> None:
    able = candidate("Ann Able", "Labour", 900, elected=True)
    announced(standing(able, candidate("Ben Baker", "Conservative", 900, elected=False)))
    for measure in (M.WINNER, M.MAJORITY, M.CLOSENESS):
        assert "won by lot" in figure_of(live_catalogue, CLACTON, measure).headline
    second = figure_of(live_catalogue, CLACTON, M.PLACE, place=2).headline
    assert "came 2nd of 2, level with Ann Able," in second


def test_a_lone_candidate_has_every_figure(catalogue: Catalogue) -> None:
    alone = contest((LABOUR, 900), electorate=2_000)
    for whom in ((), alone.candidacies):
        asked = Question(Topic.FIGURE, parties=("labour",) if whom else (), place=2)
        made = Inquiry(catalogue, asked, ContestResult(alone, None), whom)
        assert all(kind.tell(made).headline for kind in KINDS.values())
