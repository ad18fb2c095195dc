"""A person's best and worst, and all their votes; the numbers were worked out from the tables."""

from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Limit, Measure, Order
from tests.answers.asking import career_of
from tests.answers.telling import facts

M = Measure


@pytest.mark.parametrize(
    ("order", "begins", "ends"),
    [
        (
            Order.MOST,
            (
                "In Maidenhead on 7 May 2015 Theresa May (Conservative) came 1st of 7 with "
                "35,453 votes, 65.8%; "
            ),
            "That was the highest share of 4 contests since 2010",
        ),
        (
            Order.LEAST,
            (
                "In Maidenhead on 12 December 2019 Theresa May (Conservative) came 1st of 4 "
                "with 32,620 votes, 57.7%; "
            ),
            "That was the lowest share of 4 contests since 2010",
        ),
    ],
)
def test_a_best_and_a_worst_result_are_so_by_share(
    catalogue: Catalogue, order: Order, begins: str, ends: str
) -> None:
    """There were more votes in 2017 than in 2015, and fewer in 2010 than in 2019."""
    reply = career_of(catalogue, "theresa-may", M.SHARE, order=order)
    assert reply.headline.startswith(begins)
    assert reply.headline.endswith(ends)
    assert reply.listing is not None
    assert len(reply.listing.rows) == 4


def test_all_votes_are_added_up(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "count-binface", M.VOTES)
    assert reply.headline == "Count Binface got 10,117 votes in all, in 5 contests since 2010"
    assert facts(reply)["Most votes"] == "9,455 votes, 26.9%, in Clacton on 13 August 2026"
    assert reply.listing is not None
    assert sum(int(str(row[5])) for row in reply.listing.rows) == 10_117
    fewest = career_of(catalogue, "count-binface", M.VOTES, order=Order.LEAST).headline
    assert "came 7th of 12 with 69 votes, 0.1%, the fewest votes of 5 contests" in fewest


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (Order.MOST, "29,059 votes (54.0 points) over Charles Smith (Labour), the largest of 4"),
        (Order.LEAST, "16,769 votes (31.2 points) over Anthony Hill (Liberal Democrat), the small"),
    ],
)
def test_the_largest_or_the_smallest_majority_and_the_last(
    catalogue: Catalogue, order: Order, told: str
) -> None:
    headline = career_of(catalogue, "theresa-may", M.MAJORITY, order=order).headline
    assert told in headline
    assert headline.endswith("in Maidenhead on 12 December 2019, it was 18,846 (33.4 points)")


@pytest.mark.parametrize(
    ("measure", "limit", "yes"),
    [
        (M.MAJORITY, Limit(29_000, over=True, said="over 29,000"), "Yes"),
        (M.MAJORITY, Limit(29_059, over=True, said="over 29,059"), "No"),
        (M.SHARE, Limit(0.65, over=True, said="over 65%", is_share=True), "Yes"),
        (M.SHARE, Limit(0.5, over=False, said="under half", is_share=True), "No"),
        (M.WINS, Limit(3, over=True, said="more than three times"), "Yes"),
        (M.WINS, Limit(4, over=True, said="more than four times"), "No"),
    ],
)
def test_whether_anything_was_over_or_under_a_limit(
    catalogue: Catalogue, measure: Measure, limit: Limit, yes: str
) -> None:
    more: dict[str, Any] = {"limit": limit, "yes_or_no": True, "seats": ("E14000803",)}
    told = career_of(catalogue, "theresa-may", measure, **more).headline
    assert told.startswith(f"{yes}: ")


def test_without_a_limit_neither_yes_nor_no_is_said(catalogue: Catalogue) -> None:
    for measure in (M.SHARE, M.VOTES, M.MAJORITY):
        told = career_of(catalogue, "theresa-may", measure, yes_or_no=True).headline
        assert not told.startswith(("Yes", "No"))
