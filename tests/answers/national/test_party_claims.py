"""Yes and no about a party at a general election; the figures were counted from data/ apart."""

import pytest

from bot.answers import party_tally
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Limit, Measure, Order, Topic
from tests.answers.wanted import SINCE_2010, Ask, asking, rows

M = Measure
IN_2024 = "at the general election of 4 July 2024"


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    return asking(party_tally.answer, catalogue, Topic.PARTY)


def under(figure: float, *, is_share: bool = False) -> Limit:
    return Limit(figure, over=False, said="", is_share=is_share)


def over(figure: float, *, is_share: bool = False) -> Limit:
    return Limit(figure, over=True, said="", is_share=is_share)


@pytest.mark.parametrize(
    ("measure", "party", "limit", "told"),
    [
        (M.SEATS, "labour", over(400), "Yes: Labour won 411 of 650 seats"),
        (M.SEATS, "labour", over(411), "No: Labour won 411 of 650 seats"),
        (M.SEATS, "labour", under(400), "No: Labour won 411 of 650 seats"),
        (M.WON, "green", under(5), "Yes: the Greens won 4 of 650 seats"),
        (M.SEATS, "labour", over(0.5, is_share=True), "Yes: Labour won 411 of 650 seats"),
        (M.VOTES, "labour", over(10_000_000), "No: Labour won 9,708,716 votes"),
        (M.VOTES, "labour", over(0.3, is_share=True), "Yes: Labour won 9,708,716 votes"),
        (M.SHARE, "labour", over(40), "No: Labour won 33.7% of the votes"),
        (M.SHARE, "labour", under(0.34, is_share=True), "Yes: Labour won 33.7% of the votes"),
        (M.SECONDS, "reform-uk", over(100), "No: Reform UK came second in 98 of 650 seats"),
        (M.DEPOSITS, "green", over(0.4, is_share=True), "Yes: the Greens lost 258 of 629"),
        (M.CANDIDATES, "reform-uk", over(600), "Yes: Reform UK had 609 candidates"),
        (M.GAINED, "labour", over(200), "Yes: Labour gained 218 seats"),
    ],
)
def test_whether_a_figure_is_over_or_under_a_limit(
    ask: Ask, measure: Measure, party: str, limit: Limit, told: str
) -> None:
    assert ask(measure, party, limit=limit, yes_or_no=True).headline.startswith(told)


def test_whether_a_share_fell_by_more_than_so_much(ask: Ask) -> None:
    def fell(points: float) -> str:
        limit = over(points, is_share=True)
        more = {"limit": limit, "order": Order.LEAST, "yes_or_no": True}
        return ask(M.CHANGE, "conservative", **more).headline

    assert fell(0.15).startswith("Yes: the Conservatives' share of the votes fell by 19.9 points")
    assert fell(0.20).startswith("No: the Conservatives' share")


def test_a_limit_may_have_been_passed_at_any_election_of_several(ask: Ask) -> None:
    several = {"span": SINCE_2010, "yes_or_no": True}
    assert ask(M.SEATS, "labour", limit=over(400), **several).headline.startswith("Yes: Labour,")
    assert ask(M.SEATS, "labour", limit=over(411), **several).headline.startswith("No: Labour,")
    share = ask(M.VOTES, "labour", limit=over(0.4, is_share=True), **several)
    assert share.headline.startswith("No: Labour, share: 29.0% in 2010")  # 39.99% in 2017


@pytest.mark.parametrize("measure", [M.VOTES, M.SHARE, M.TALLY, M.RESULT])
def test_what_was_not_reckoned_gets_no_yes(ask: Ask, measure: Measure) -> None:
    assert not ask(measure, "labour", yes_or_no=True).headline.startswith(("Yes", "No:"))
    over_time = ask(measure, "labour", yes_or_no=True, span=SINCE_2010).headline
    assert measure in {M.TALLY, M.RESULT} or not over_time.startswith(("Yes", "No:"))


@pytest.mark.parametrize(
    ("measure", "party", "year", "told"),
    [
        (M.SEATS, "labour", 2024, "Yes: Labour won 411 of 650 seats"),
        (M.SEATS, "labour", 2019, "No: Labour won 202 of 650 seats"),
        (M.VOTES, "labour", 2024, "No: Labour had 9,708,716 votes"),
        (M.SHARE, "labour", 2024, "Yes: Labour's share of the votes rose by 1.6 points"),
        (M.CANDIDATES, "labour", 2024, "No: Labour had 631 candidates"),
        (M.DEPOSITS, "green", 2024, "No: the Greens had 258 lost deposits"),
        (M.SECONDS, "reform-uk", 2024, "Yes: Reform UK had 98 second places"),
        (M.WOMEN, "labour", 2024, "Yes: 190 of the 411 elected for Labour"),
    ],
)
def test_whether_a_figure_rose_since_the_election_before(
    ask: Ask, measure: Measure, party: str, year: int, told: str
) -> None:
    rose = {"year": year, "compared": True, "yes_or_no": True}
    assert ask(measure, party, **rose).headline.startswith(told)
    fell = ask(measure, party, order=Order.LEAST, **rose).headline
    same = measure is M.CANDIDATES
    assert fell.startswith("No" if same or told.startswith("Yes") else "Yes")


def test_the_figure_then_is_told_beside_that_now(ask: Ask) -> None:
    assert ask(M.VOTES, "labour", compared=True).headline == (
        f"Labour had 9,708,716 votes {IN_2024}, against 10,269,051 in 2019 (−560,335)."
    )
    assert ask(M.SEATS, "labour", compared=True).headline == (
        f"Labour won 411 of 650 seats {IN_2024}, against 202 in 2019 "
        "(notionally 200 on the new boundaries: +211)."
    )
    assert ask(M.SEATS, "plaid-cymru", compared=True, yes_or_no=True).headline == (
        f"No: Plaid Cymru won 4 of 650 seats {IN_2024}, as in 2019 "
        "(notionally 2 on the new boundaries: +2)."
    )
    assert "against a notional 348 in 2005 (−90)" in (
        ask(M.SEATS, "labour", compared=True, year=2010).headline
    )


def test_without_anything_earlier_there_is_neither_yes_nor_no(ask: Ask) -> None:
    rose = {"compared": True, "yes_or_no": True}
    assert ask(M.VOTES, "alba-party", **rose).headline == (
        f"The Alba Party had 11,784 votes {IN_2024}; there is nothing earlier to compare with."
    )
    share = ask(M.SHARE, "reform-uk", year=2019, **rose).headline
    assert share.startswith("There is no earlier share to compare with.")


def test_over_several_elections_the_last_is_compared_with_the_first(ask: Ask) -> None:
    risen = {"span": SINCE_2010, "compared": True, "yes_or_no": True}
    assert ask(M.SHARE, "labour", **risen).headline.startswith("Yes: Labour, share: 29.0% in 2010")
    assert ask(M.SHARE, "conservative", **risen).headline.startswith("No: the Conservatives,")


def test_who_won_most_seats_in_a_nation(ask: Ask) -> None:
    scotland = {"areas": ("Scotland",), "yes_or_no": True}
    assert ask(M.WINNER, "scottish-national-party", **scotland).headline == (
        f"No: Labour won the most seats, 37 of 57, in Scotland {IN_2024}; "
        "the Scottish National Party won 9."
    )
    then = ask(M.WINNER, "scottish-national-party", year=2019, **scotland).headline
    assert then.startswith("Yes: the Scottish National Party won the most seats in Scotland")


def test_whether_seats_were_held_is_told_only_of_all_or_none(ask: Ask) -> None:
    some = ask(M.HELD, "labour", yes_or_no=True).headline
    assert some == f"Labour held 193 seats and lost 7 {IN_2024}."
    assert ask(M.HELD, "sinn-fein", yes_or_no=True).headline.startswith("Yes: Sinn Féin held 7")
    assert ask(M.HELD, "reform-uk", yes_or_no=True).headline.startswith("No: Reform UK held 0")


def test_gains_are_told_with_the_losses_beside_them(ask: Ask) -> None:
    assert ask(M.GAINED, "conservative", yes_or_no=True).headline == (
        f"Yes: the Conservatives gained 1 seat {IN_2024}: 1 from Labour. "
        "Lost: 252; net change: −251."
    )


def test_to_a_yes_or_no_only_ten_seats_are_listed(ask: Ask) -> None:
    reply = ask(M.WON, "labour", yes_or_no=True)
    assert len(rows(reply)) == 10
    assert "The first 10 of 411 are listed." in reply.notes
    assert len(rows(ask(M.WON, "labour"))) == 411
    assert ask(M.SEATS, "labour").listing is None
    assert ask(M.CANDIDATES, "labour").listing is None


def test_it_is_called_what_it_was_called_then(ask: Ask) -> None:
    reply = ask(M.SEATS, "reform-uk", year=2019)
    assert reply.title.startswith("Brexit Party (now Reform UK) · ")
    assert reply.headline.startswith("The Brexit Party, now Reform UK, won none of the 650 seats")
    won = ask(M.WINNER, "reform-uk", year=2019, yes_or_no=True).headline
    assert won.endswith("; the Brexit Party, now Reform UK, won 0.")
    assert "called it" not in " ".join(reply.notes)
    over_time = ask(M.SEATS, "reform-uk", span=SINCE_2010).notes
    assert "In 2019 most of its ballot papers called it Brexit Party." in over_time
    assert ask(M.SEATS, "reform-uk").headline.startswith("Reform UK won 5")


@pytest.mark.parametrize(
    ("measure", "parties", "year", "told"),
    [
        (M.WINNER, "labour", 2024, "Yes: Labour won the most seats at"),
        (M.WINNER, "labour", 2019, "No: the Conservatives won the most seats, 365 of 650, at"),
        (M.WINNER, "conservative", 2017, "Yes, but without an overall majority: the"),
        (M.OVERALL, "conservative", 2017, "No: the Conservatives won 317 of 650 seats"),
        (M.MAJORITY, "conservative", 2015, "Yes: the Conservatives won an overall majority of 10"),
        (M.SEATS, "reform-uk", 2019, "No: the Brexit Party, now Reform UK, won none of the 650"),
        (M.GAINED, "green labour", 2024, "Yes: the Greens gained 1 seat from Labour"),
        (M.CHANGE, "labour", 2019, "No: Labour's share of the votes fell by 7.9 points"),
    ],
)
def test_yes_or_no_comes_first(
    ask: Ask, measure: Measure, parties: str, year: int, told: str
) -> None:
    reply = ask(measure, *parties.split(), year=year, yes_or_no=True)
    assert reply.headline.startswith(told)


def test_whether_a_share_fell_is_another_question(ask: Ask) -> None:
    fell = ask(M.CHANGE, "labour", year=2019, yes_or_no=True, order=Order.LEAST)
    assert fell.headline.startswith("Yes: Labour's share of the votes fell by 7.9 points (−7.9)")


def test_whether_they_won_so_many_gets_the_figure_alone(ask: Ask) -> None:
    reply = ask(M.SEATS, "labour", yes_or_no=True, number=500)
    assert reply.headline.startswith("Labour won 411 of 650 seats")


def test_in_a_nation_most_seats_win_and_half_of_them_is_a_majority(ask: Ask) -> None:
    wales = {"areas": ("Wales",), "yes_or_no": True}
    assert ask(M.WINNER, "labour", **wales).headline == (
        f"Yes: Labour won the most seats in Wales {IN_2024}, 27 of 32."
    )
    assert "27 of 32 seats" in ask(M.OVERALL, "labour", **wales).headline
    assert ask(M.OVERALL, "plaid-cymru", **wales).headline.startswith("No: Plaid Cymru won 4")
