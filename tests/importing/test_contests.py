"""Figures that disagree, in contests made up to disagree."""

import pytest

from bot.importing.contests import Poll, contest_row, gather, mend
from bot.importing.facts import Line
from bot.importing.report import Report


def poll(votes: list[int], total: int, majority: int) -> Poll:
    contest = {
        "code": "E1",
        "polled_on": "2031-05-01",
        "constituency": "Barchester",
        "valid_votes": str(total),
        "majority_as_published": str(majority),
    }
    candidates: list[Line] = [
        {
            "code": "E1",
            "polled_on": "2031-05-01",
            "given_name": "Candidate",
            "family_name": str(number),
            "votes": str(one),
        }
        for number, one in enumerate(votes, start=1)
    ]
    [found] = gather([contest], candidates)
    return found


def mended(found: Poll) -> Report:
    report = Report()
    mend([found], report)
    return report


def test_figures_that_agree_are_left_without_a_word() -> None:
    found = poll([500, 300, 200], total=1_000, majority=200)
    report = mended(found)
    assert (found.votes, found.notes) == ([500, 300, 200], [])
    assert (report.mended, report.doubtful) == ([], [])


def test_a_winners_slip_is_mended_from_total_and_majority() -> None:
    found = poll([590, 300, 200], total=1_000, majority=200)
    report = mended(found)
    assert found.votes == [500, 300, 200]
    [(about, note)] = found.notes
    assert about == "votes"
    assert "500 votes for Candidate 1, not 590" in note
    assert report.mended == [f"Barchester, 2031-05-01: {note}"]
    assert report.doubtful == []


def test_a_runner_ups_slip_is_mended_even_where_it_changes_the_order() -> None:
    found = poll([500, 390, 200], total=1_000, majority=200)
    mended(found)
    assert sorted(found.votes, reverse=True) == [500, 300, 200]


def test_a_majority_that_stands_alone_is_noted_and_the_votes_kept() -> None:
    found = poll([500, 300, 200], total=1_000, majority=100)
    report = mended(found)
    assert found.votes == [500, 300, 200]
    [(about, note)] = found.notes
    assert about == "majority"
    assert "(100)" in note
    assert "should be 200" in note
    assert len(report.mended) == 1


@pytest.mark.parametrize(
    ("votes", "total", "majority"),
    [
        pytest.param([500, 300, 200], 1_007, 150, id="total-and-majority-both-alone"),
        pytest.param([500, 300, 200, 100], 1_107, 200, id="majority-agrees-with-the-votes"),
        # The votes and the majority agree against the total, which has the slip.
        pytest.param([500, 300, 200], 1_007, 200, id="of-three-only-the-third-could-be-wrong"),
        pytest.param([500, 300], 807, 200, id="of-two-neither-could-be-wrong-alone"),
    ],
)
def test_what_nothing_settles_is_left_alone_and_told(
    votes: list[int], total: int, majority: int
) -> None:
    found = poll(votes, total, majority)
    report = mended(found)
    assert found.votes == votes
    assert report.mended == []
    assert len(found.notes) == len(report.doubtful) == 1
    assert report.doubtful[0].startswith("Barchester, 2031-05-01: ")


def test_nobody_is_mended_to_fewer_than_no_votes() -> None:
    found = poll([500, 300, 20], total=500, majority=200)
    mended(found)
    assert min(found.votes) >= 0


def test_candidates_are_gathered_with_most_votes_first() -> None:
    assert poll([200, 500, 300], total=1_000, majority=200).votes == [500, 300, 200]


def test_a_seat_where_one_person_stood_can_be_imported() -> None:
    found = poll([500], total=500, majority=500)
    mended(found)
    assert found.votes == [500]


def test_empty_cells_are_unknown_and_not_nought() -> None:
    found = poll([500, 300], total=800, majority=200)
    found.line.update(
        kind="by", electorate="", rejected_votes="", declared_at="", declared_source="", result="x"
    )
    row = contest_row(found)
    unknown = ("electorate", "rejected_votes", "declared_at", "certainty")
    assert [row[column] for column in unknown] == [None] * 4
    found.line["rejected_votes"] = "0"
    assert contest_row(found)["rejected_votes"] == 0
