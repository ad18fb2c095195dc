"""Hold or gain, by the rule and as it was at real contests."""

from dataclasses import replace

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestId
from bot.elections.outcome import Outcome, outcome
from tests.elections.making import (
    CONSERVATIVE,
    INDEPENDENT,
    LABOUR,
    REFORM,
    SPEAKER,
    baseline,
    candidacy,
)


def of_contest(catalogue: Catalogue, name: str) -> Outcome:
    contest_id = ContestId.parse(name)
    assert contest_id
    contest = catalogue.contests.get(contest_id)
    assert contest
    return outcome(contest.winner, catalogue.contests.baseline(contest))


def test_the_party_that_held_the_seat_before_holds_it() -> None:
    found = outcome(candidacy(LABOUR, 9), baseline({LABOUR: 5, CONSERVATIVE: 4}))
    assert found == Outcome(LABOUR, None)


def test_another_party_gains_it_from_the_one_that_held_it() -> None:
    found = outcome(candidacy(REFORM, 9), baseline({CONSERVATIVE: 5, REFORM: 4}))
    assert found == Outcome(REFORM, CONSERVATIVE)


def test_a_holds_person_may_be_another() -> None:
    found = outcome(candidacy(LABOUR, 9, "a-newcomer"), baseline({LABOUR: 5}))
    assert found.gained_from is None


def test_an_independent_holds_only_what_was_their_own() -> None:
    before = baseline({INDEPENDENT: 5})
    own = candidacy(INDEPENDENT, 9)
    assert outcome(own, before) == Outcome(INDEPENDENT, None)
    another = candidacy(INDEPENDENT, 9, "another-independent")
    assert outcome(another, before) == Outcome(INDEPENDENT, INDEPENDENT)


def test_a_speaker_follows_another_as_a_hold() -> None:
    found = outcome(candidacy(SPEAKER, 9, "another-speaker"), baseline({SPEAKER: 5}))
    assert found.gained_from is None


def test_an_estimate_names_no_winner_so_its_independent_may_be_the_same() -> None:
    before = replace(baseline({INDEPENDENT: 5}), winner=None, notional=True)
    assert outcome(candidacy(INDEPENDENT, 9), before).gained_from is None


def test_where_nobody_held_the_seat_before_neither_hold_nor_gain_is_known() -> None:
    assert not outcome(candidacy(LABOUR, 9), None).known


@pytest.mark.parametrize(
    ("contest", "winner", "gained_from"),
    [
        # UKIP had won Rochester and Strood in November 2014, the Conservatives in 2010.
        pytest.param("E14000898.2015-05-07", "conservative", None, id="rochester-2015"),
        # The Liberal Democrats had won Richmond Park in December 2016, the Conservatives in 2015.
        pytest.param("E14000896.2017-06-08", "conservative", None, id="richmond-park-2017"),
        # UKIP had won Clacton in October 2014: still a gain since 2010.
        pytest.param(
            "E14000642.2015-05-07", "uk-independence-party", "conservative", id="clacton-2015"
        ),
        pytest.param(
            "E14000642.2014-10-09", "uk-independence-party", "conservative", id="clacton-2014"
        ),
        # Sylvia Hermon's own in 2010, 2015 and 2017, the Alliance's in 2019.
        pytest.param("N06000013.2015-05-07", "independent", None, id="north-down-2015"),
        pytest.param("N06000013.2017-06-08", "independent", None, id="north-down-2017"),
        pytest.param("N06000013.2019-12-12", "alliance", "independent", id="north-down-2019"),
        # Another independent's than Sylvia Hermon, and not after her but after the Alliance.
        pytest.param("N05000013.2024-07-04", "independent", "alliance", id="north-down-2024"),
        pytest.param("E14001305.2024-07-04", "independent", "labour", id="islington-north-2024"),
        pytest.param("E14000608.2010-05-06", "speaker", "conservative", id="buckingham-2010"),
        pytest.param("E14000608.2019-12-12", "conservative", "speaker", id="buckingham-2019"),
        pytest.param("E14001170.2024-07-04", "speaker", None, id="chorley-2024"),
        # Luke Pollard stood as Labour and Co-operative, which is Labour.
        pytest.param("E14001427.2024-07-04", "labour", None, id="labour-and-cooperative"),
        # Lee Anderson had left the Conservatives: compared with the election, not with the man.
        pytest.param("E14001068.2024-07-04", "reform-uk", "conservative", id="ashfield-2024"),
    ],
)
def test_a_real_contest_is_compared_with_the_general_election_before(
    catalogue: Catalogue, contest: str, winner: str, gained_from: str | None
) -> None:
    found = of_contest(catalogue, contest)
    assert found.known
    assert found.winner.id == winner
    assert (found.gained_from.id if found.gained_from else None) == gained_from
