"""Contests as they load from the real catalogue, and what each is compared with."""

from collections import Counter
from datetime import date

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.contest import Baseline, Contest, ContestId, ContestKind

GENERAL_ELECTIONS = ["2010-05-06", "2015-05-07", "2017-06-08", "2019-12-12", "2024-07-04"]


@pytest.fixture(scope="module")
def contests(catalogue: Catalogue) -> list[Contest]:
    days = catalogue.connection.execute("SELECT code, polled_on FROM contest")
    ids = [ContestId(row["code"], date.fromisoformat(row["polled_on"])) for row in days]
    return [found for one in ids if (found := catalogue.contests.get(one))]


def get(catalogue: Catalogue, name: str) -> Contest:
    contest_id = ContestId.parse(name)
    assert contest_id
    contest = catalogue.contests.get(contest_id)
    assert contest
    return contest


def before(catalogue: Catalogue, name: str) -> Baseline:
    found = catalogue.contests.baseline(get(catalogue, name))
    assert found
    return found


def test_all_contests_load_with_all_their_candidates(contests: list[Contest]) -> None:
    assert len(contests) == 3_315
    assert sum(len(one.candidacies) for one in contests) == 19_928
    general = Counter(str(one.polled_on) for one in contests if one.kind is ContestKind.GENERAL)
    assert general == dict.fromkeys(GENERAL_ELECTIONS, 650)


def test_winners_come_first_and_nobody_has_more_votes_than_who_stands_above(
    contests: list[Contest],
) -> None:
    for contest in contests:
        votes = [one.votes for one in contest.candidacies]
        assert votes == sorted(votes, reverse=True), contest.id
        assert contest.majority > 0, contest.id
        assert len(votes) > 1, contest.id


def test_islington_north_is_as_it_was_declared(catalogue: Catalogue) -> None:
    contest = get(catalogue, "E14001305.2024-07-04")
    assert [(one.standing_as, one.party.name, one.votes) for one in contest.candidacies] == [
        ("Jeremy Corbyn", "Independent", 24_120),
        ("Praful Nargund", "Labour", 16_873),
        ("Sheridan Kates", "Green", 2_660),
        ("Karen Harries", "Conservative", 1_950),
        ("Martyn Nelson", "Reform UK", 1_710),
        ("Vikas Aggarwal", "Liberal Democrat", 1_661),
        ("Paul Josling", "Independent", 32),
    ]
    assert (contest.electorate, contest.rejected_votes, contest.majority) == (72_852, 189, 7_247)
    assert str(contest.declared_at) == "2024-07-05 03:26:00"
    assert before(catalogue, "E14001305.2024-07-04").majority == 26_188


def test_a_mended_vote_is_the_one_that_counts(catalogue: Catalogue) -> None:
    contest = get(catalogue, "E14000921.2016-05-05")
    assert (contest.winner.votes, contest.valid_votes, contest.majority) == (14_087, 22_581, 9_590)
    assert len(contest.notes) == 1


def test_rejected_ballots_that_nobody_published_load_as_unknown(contests: list[Contest]) -> None:
    unknown = [one.constituency.name for one in contests if one.rejected_votes is None]
    assert sorted(unknown) == ["Barnsley Central", "Leicester South"]


def test_a_contest_that_never_was_is_none(catalogue: Catalogue) -> None:
    assert catalogue.contests.get(ContestId("E14001305", date(2024, 7, 5))) is None
    assert catalogue.contests.get(ContestId("'; DROP TABLE contest; --", date(2024, 7, 4))) is None


def test_a_persons_contests_come_newest_first(catalogue: Catalogue) -> None:
    found = [one for one, _ in catalogue.contests.ids_of_person("george-galloway")]
    assert len(found) == 8
    assert found == sorted(found, key=lambda one: one.polled_on, reverse=True)
    assert catalogue.contests.ids_of_person("nobody") == []


def test_general_elections_come_newest_first_and_every_day_is_known(catalogue: Catalogue) -> None:
    found = [str(day) for day in catalogue.contests.general_elections()]
    assert found == GENERAL_ELECTIONS[::-1]
    assert catalogue.span == (date(2010, 5, 6), date(2026, 8, 13))


def test_every_contest_has_something_before_it(
    catalogue: Catalogue, contests: list[Contest]
) -> None:
    for contest in contests:
        found = catalogue.contests.baseline(contest)
        assert found, contest.id
        assert found.polled_on < contest.polled_on
        assert sum(found.votes.values()) <= found.total
        # Several independents' votes are counted together, and nobody's share is taken from them.
        parties = {party: votes for party, votes in found.votes.items() if party.comparable}
        assert (
            not parties
            or not found.held_by.comparable
            or (parties[found.held_by] == max(parties.values()))
        )


def test_between_changes_of_boundaries_the_general_election_before_is_the_baseline(
    catalogue: Catalogue, contests: list[Contest]
) -> None:
    general = [date.fromisoformat(day) for day in GENERAL_ELECTIONS]
    for contest in contests:
        if contest.polled_on in (general[0], general[-1]):
            continue
        found = catalogue.contests.baseline(contest)
        assert found
        assert found.polled_on == max(day for day in general if day < contest.polled_on)
        assert not found.notional, contest.id
        assert found.winner


def test_a_by_election_is_compared_with_the_general_election_and_so_is_what_follows_it(
    catalogue: Catalogue,
) -> None:
    assert str(before(catalogue, "E14000896.2016-12-01").polled_on) == "2015-05-07"
    assert str(before(catalogue, "E14000896.2017-06-08").polled_on) == "2015-05-07"


@pytest.mark.parametrize(
    ("contest", "notional"),
    [
        pytest.param("E14001305.2024-07-04", False, id="islington-north-kept-its-boundaries"),
        pytest.param("W07000112.2024-07-04", False, id="ynys-mon-is-protected"),
        pytest.param("S14000051.2024-07-04", False, id="orkney-kept-its-code"),
        pytest.param("S14000108.2024-07-04", False, id="berwickshire-changed-only-its-code"),
        pytest.param("S14000066.2024-07-04", True, id="arbroath-and-broughty-ferry-is-new"),
        pytest.param("W07000081.2024-07-04", True, id="aberafan-maesteg-is-new"),
        pytest.param("E14001170.2024-07-04", True, id="chorley-lost-people"),
        pytest.param("N05000013.2024-07-04", True, id="north-down-changed"),
        pytest.param("E14000763.2010-05-06", True, id="england-changed-in-2010"),
    ],
)
def test_an_estimate_is_the_baseline_exactly_where_boundaries_changed(
    catalogue: Catalogue, contest: str, *, notional: bool
) -> None:
    assert before(catalogue, contest).notional is notional


@pytest.mark.parametrize(
    ("contest", "labour"),
    [
        # Labour 15,746 / 42,531 − 12,227 / 45,609 = +0.102141, as published.
        pytest.param("E14001066.2024-07-04", 0.102141, id="amber-valley"),
        # Labour 18,316 / 44,910 − 16,140 / 49,328 = +0.080640, as published.
        pytest.param("E14001115.2024-07-04", 0.08064, id="bournemouth-east"),
    ],
)
def test_boundaries_that_moved_past_a_few_dozen_voters_changed_too(
    catalogue: Catalogue, contest: str, labour: float
) -> None:
    found = get(catalogue, contest)
    [stood] = [one for one in found.candidacies if one.party.id == "labour"]
    baseline = before(catalogue, contest)
    assert arithmetic.change(stood, found, baseline) == pytest.approx(labour, abs=2e-6)
    assert baseline.notional


def test_changes_since_2015_are_the_published_ones_to_the_last_figure(
    catalogue: Catalogue, contests: list[Contest]
) -> None:
    """The source gives six decimals at general elections from 2015 on."""
    published = {
        (row["code"], row["polled_on"], row["position"]): row["published_change"]
        for row in catalogue.connection.execute(
            "SELECT * FROM candidacy WHERE published_change IS NOT NULL"
        )
    }
    wrong = set()
    for contest in contests:
        if contest.kind is ContestKind.GENERAL and contest.polled_on.year >= 2015:
            baseline = catalogue.contests.baseline(contest)
            for position, one in enumerate(contest.candidacies, start=1):
                derived = arithmetic.change(one, contest, baseline)
                key = (contest.constituency.code, str(contest.polled_on), position)
                if derived is not None and abs(derived - published.get(key, derived)) > 2e-6:
                    wrong.add((contest.constituency.name, contest.polled_on.year))
    assert wrong == set()


def test_scotland_kept_its_boundaries_in_2010_so_2005_is_no_estimate_there(
    catalogue: Catalogue,
) -> None:
    """Scotland's seats were drawn for 2005; that election's votes are the real ones."""
    [aberdeen] = catalogue.connection.execute(
        "SELECT total_votes FROM historic_contest WHERE id = '2005/aberdeen-south'"
    ).fetchone()
    found = before(catalogue, "S14000002.2010-05-06")
    assert found.total == aberdeen
    assert not found.notional


def test_an_estimates_total_counts_votes_that_it_does_not_tell_apart(catalogue: Catalogue) -> None:
    found = before(catalogue, "E14000763.2010-05-06")
    assert found.notional
    assert found.winner is None
    assert sum(found.votes.values()) <= found.total
