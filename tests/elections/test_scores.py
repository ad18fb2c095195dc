"""What seats and candidates are ranked by is what is said of each alone."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic, scores
from bot.elections.result import ContestResult
from tests.elections.making import GREEN, INDEPENDENT, LABOUR, baseline, contest


def everything(catalogue: Catalogue) -> list[ContestResult]:
    days = catalogue.elections.days()
    general = [one for day in days for one in catalogue.elections.general(day)]
    return [*general, *catalogue.elections.by_elections()]


def test_every_change_of_share_is_that_of_the_candidate_alone(catalogue: Catalogue) -> None:
    for result in everything(catalogue):
        change = scores.changes(result)
        for one in result.contest.candidacies:
            alone = arithmetic.change(one, result.contest, result.before)
            assert change(one) == (None if alone is None else pytest.approx(alone))


def test_every_swing_is_that_of_the_contest_alone(catalogue: Catalogue) -> None:
    for result in everything(catalogue):
        winner = result.contest.winner
        alone = arithmetic.swing(result.contest, result.before)
        size = None if alone is None else pytest.approx(abs(alone))
        assert scores.swings(result)(winner) == size
        towards = scores.swings_to_winners(result)(winner)
        assert towards == (None if alone is None else pytest.approx(alone))


def test_a_swing_away_from_a_party_is_negative() -> None:
    result = ContestResult(contest((LABOUR, 60), (GREEN, 40)), baseline({LABOUR: 80, GREEN: 20}))
    (to_winner,) = scores.scoring([result], scores.swings_to_winners, of_candidates=False).known
    assert scores.swing_to(GREEN, to_winner).value == pytest.approx(0.2)
    assert scores.swing_to(LABOUR, to_winner).value == pytest.approx(-0.2)


def test_scores_come_lowest_first_and_those_without_one_apart() -> None:
    few, many = contest((LABOUR, 20), (GREEN, 10)), contest((LABOUR, 60), (GREEN, 40))
    results = [ContestResult(one, None) for one in (many, few, contest((LABOUR, 9)))]
    majorities = scores.scoring(results, scores.of_seat(scores.majority), of_candidates=False)
    assert [one.value for one in majorities.known] == [10, 20]
    assert [result.contest.winner.votes for result, _ in majorities.unknown] == [9]
    votes = scores.scoring(results, scores.votes, of_candidates=True)
    assert [one.value for one in votes.known] == [9, 10, 20, 40, 60]


def test_what_cannot_be_compared_has_no_value() -> None:
    new = ContestResult(contest((LABOUR, 60), (INDEPENDENT, 40)), None)
    assert scores.changes(new)(new.contest.winner) is None
    assert scores.swings(new)(new.contest.winner) is None
    compared = ContestResult(new.contest, baseline({LABOUR: 50, INDEPENDENT: 50}))
    changes = [scores.changes(compared)(one) for one in compared.contest.candidacies]
    assert changes == [pytest.approx(0.1), None]
    assert scores.majority(contest((LABOUR, 9))) is None
    assert scores.after_polling_day(new.contest) is None
