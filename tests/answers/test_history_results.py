"""A seat's results since 2010, and what its boundaries became. Figures by hand from data/."""

from datetime import date

import pytest

from bot.answers.plain import render
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Span
from tests.answers.reading import choices, flowing
from tests.answers.test_history import ask, rows


def test_results_at_every_election(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Clacton", Measure.RESULTS)
    assert reply.headline == (
        "Clacton had 7 elections from 2010 to 2026; won by Conservative 3, Reform UK 2 and UK "
        "Independence Party 2."
    )
    newest = rows(reply)[0]
    assert newest[:5] == (date(2026, 8, 13), "by-election", "Nigel Farage", "Reform UK", 22_239)
    assert newest[5:8] == pytest.approx((22239 / 35111, 12_784, 35111 / 79785))
    assert newest[8] == "Reform UK hold"


def test_results_of_some_years(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", Measure.RESULTS, span=Span("since 2017", 2017))
    assert [row[0] for row in rows(reply)] == [
        date(2024, 7, 4),
        date(2019, 12, 12),
        date(2017, 6, 8),
    ]


def test_a_party_that_did_not_stand_is_said_not_to_have(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Clacton", Measure.RESULTS, parties=("labour",))
    assert reply.headline == (
        "Labour in Clacton: highest vote 11,203 votes, 25.4%, on 8 June 2017; lowest vote 3,957 "
        "votes, 11.2%, on 9 October 2014. Stood at 6 of 7 elections and did not win; latest: 7,448 "
        "votes, 16.2%, on 4 July 2024."
    )
    assert rows(reply)[0][2:] == ("did not stand", None, None, None, None)


def test_a_persons_votes_each_time(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Islington North", Measure.RESULTS, persons=("jeremy-corbyn",))
    assert [row[3] for row in rows(reply)] == [24_120, 34_603, 40_086, 29_659, 24_276]
    assert "Stood at 5 of 5 elections and won 5 times" in reply.headline


@pytest.mark.parametrize(
    ("name", "asked", "headline"),
    [
        (
            "Clacton",
            {},
            (
                "Clacton has had 2 by-elections since 2010: 13 August 2026 (Reform UK hold, Nigel "
                "Farage) and 9 October 2014 (UK Independence Party gain from Conservative, Douglas "
                "Carswell)."
            ),
        ),
        ("Bath", {}, "Bath has had no by-election since 2010."),
        ("Bath", {"yes_or_no": True}, "No: Bath has had no by-election since 2010."),
    ],
)
def test_its_by_elections(
    catalogue: Catalogue, name: str, asked: dict[str, bool], headline: str
) -> None:
    reply = ask(catalogue, name, Measure.CONTESTED, **asked)
    assert reply.headline == headline
    assert "By-elections before 2010 are not in the data." in reply.notes


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        (
            "Buckingham",
            (
                "Buckingham was abolished in 2024: 39.3% of its people are now in Buckingham and "
                "Bletchley, 37.8% in Mid Buckinghamshire and 23.0% in Aylesbury."
            ),
        ),
        (
            "Hove",
            "Hove still exists as Hove and Portslade: its boundaries did not change in 2024.",
        ),
        (
            "Bath",
            (
                "Bath still exists, with other boundaries since 2024: all of its people are "
                "still in it."
            ),
        ),
        (
            "Islington North",
            "Islington North still exists: its boundaries did not change in 2024.",
        ),
        (
            # One code through the change.
            "Orkney and Shetland",
            "Orkney and Shetland still exists: its boundaries did not change in 2024.",
        ),
        ("Gorton and Denton", "Gorton and Denton was new in 2024 and still exists."),
    ],
)
def test_what_became_of_it(catalogue: Catalogue, name: str, headline: str) -> None:
    assert ask(catalogue, name, Measure.BECAME).headline == headline


@pytest.mark.parametrize(
    ("question", "name", "start"),
    [
        ("was buckingham abolished", "Buckingham", "Yes: Buckingham was abolished"),
        ("was hove abolished", "Hove", "No: Hove still exists as Hove and Portslade"),
        ("was stone split", "Stone", "Stone was abolished in 2024"),
    ],
)
def test_whether_it_is_gone(catalogue: Catalogue, question: str, name: str, start: str) -> None:
    reply = ask(catalogue, name, Measure.BECAME, yes_or_no=True, asked=question)
    assert reply.headline.startswith(start)


def test_successors_come_with_who_won_them_last(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Manchester, Gorton", Measure.BECAME)
    [gorton] = [row for row in rows(reply) if row[0] == "Gorton and Denton"]
    assert gorton[1:3] == pytest.approx((0.55107936, 0.585402957))
    assert gorton[3:] == ("Hannah Spencer", "Green", date(2026, 2, 26))
    assert "Gorton and Denton, 26 February 2026" in choices(reply)


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        (
            "Gorton and Denton",
            (
                "Gorton and Denton was new in 2024: 58.5% of its people came from Manchester, "
                "Gorton (55.1% of that seat), 29.5% from Denton and Reddish (38.4% of that "
                "seat) and 12.0% from Manchester, Withington (13.5% of that seat)."
            ),
        ),
        (
            "Bath",
            (
                "Bath has other boundaries since 2024: 92.8% of its people came from Bath (all "
                "of that seat) and 7.2% from North East Somerset (7.5% of that seat)."
            ),
        ),
        (
            "Hove and Portslade",
            "Hove and Portslade is Hove under another name: its boundaries did not change in 2024.",
        ),
    ],
)
def test_what_it_was_made_of(catalogue: Catalogue, name: str, headline: str) -> None:
    assert ask(catalogue, name, Measure.MADE_OF).headline == headline


@pytest.mark.parametrize(
    ("name", "start"),
    [("Gorton and Denton", "Yes: "), ("Bath", "No: "), ("Orkney and Shetland", "No: ")],
)
def test_whether_it_was_new(catalogue: Catalogue, name: str, start: str) -> None:
    question = f"is {name} a new seat"
    reply = ask(catalogue, name, Measure.MADE_OF, yes_or_no=True, asked=question)
    assert reply.headline.startswith(start)


def test_the_notional_result_is_said_to_be_one(catalogue: Catalogue) -> None:
    text = flowing(render(ask(catalogue, "Gorton and Denton", Measure.MADE_OF)))
    assert "Notional result of 12 December 2019 on these boundaries, an estimate: Labour" in text


def test_what_an_abolished_seat_was_made_of_is_not_known(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Buckingham", Measure.MADE_OF)
    assert "is not in the data" in reply.headline
    assert reply.listing is None
