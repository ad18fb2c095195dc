"""Who was elected in somebody's seat after them or before them; worked out from the tables."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure
from tests.answers.asking import CLACTON, career_of, code_of
from tests.answers.telling import Announce, facts, winning
from tests.declarations.making import standing

M = Measure


@pytest.mark.parametrize(
    ("person", "seat", "when", "headline"),
    [
        (
            "jo-cox",
            "",
            None,
            (
                "Tracy Brabin (Labour) was elected in Batley and Spen at the "
                "by-election of 20 October 2016, after Jo Cox"
            ),
        ),
        (
            "jo-cox",
            "",
            2016,
            (
                "Tracy Brabin (Labour) was elected in Batley and Spen at the "
                "by-election of 20 October 2016, after Jo Cox"
            ),
        ),
        (
            "boris-johnson",
            "Uxbridge and South Ruislip",
            None,
            (
                "Steve Tuckwell (Conservative) was elected in Uxbridge and South Ruislip at the "
                "by-election of 20 July 2023, after Boris Johnson"
            ),
        ),
        (
            "ed-balls",
            "",
            None,
            (
                "Andrea Jenkyns (Conservative) was elected in Morley and Outwood "
                "at the general election of 7 May 2015, after Ed Balls"
            ),
        ),
        (
            "charles-clarke",
            "",
            None,
            (
                "Simon Wright (Liberal Democrat) was elected in Norwich "
                "South at the general election of 6 May 2010, after Charles Clarke"
            ),
        ),
        (
            "zac-goldsmith",
            "",
            2016,
            (
                "Sarah Olney (Liberal Democrat) was elected in Richmond Park "
                "at the by-election of 1 December 2016, after Zac Goldsmith"
            ),
        ),
        (
            "count-binface",
            "",
            None,
            "Count Binface won no contest since 2010, so nobody was elected after them there",
        ),
    ],
)
def test_who_came_after(
    catalogue: Catalogue, person: str, seat: str, when: int | None, headline: str
) -> None:
    seats = (code_of(catalogue, seat),) if seat else ()
    reply = career_of(catalogue, person, M.SUCCESSOR, when, seats=seats)
    assert reply.headline == headline


def test_the_title_is_that_of_the_contest_which_they_need_not_have_fought(
    catalogue: Catalogue,
) -> None:
    reply = career_of(catalogue, "jo-cox", M.SUCCESSOR)
    assert reply.title == "Jo Cox · Batley and Spen · by-election, 20 October 2016"
    assert reply.choices[0].id == "E14000548.2016-10-20"


def test_whoever_won_last_was_not_followed_yet(catalogue: Catalogue) -> None:
    assert career_of(catalogue, "nigel-farage", M.SUCCESSOR).headline == (
        "Nobody yet: Nigel Farage (Reform UK) won the latest contest in Clacton, the by-election "
        "of 13 August 2026"
    )


def test_of_a_redrawn_seat_the_namesake_counts(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "guy-opperman", M.SUCCESSOR)
    assert reply.headline.startswith("Joe Morris (Labour) was elected in Hexham at the general")
    assert reply.notes == (
        "There Guy Opperman (Conservative) came 2nd of 6 with 20,275 votes, 39.1%.",
        "The boundaries of Hexham changed in between.",
    )


def test_of_an_abolished_seat_it_is_told_what_it_became(catalogue: Catalogue) -> None:
    richmond = next(one.code for one in catalogue.seats.called("Richmond (Yorks)"))
    told = career_of(catalogue, "rishi-sunak", M.SUCCESSOR, seats=(richmond,)).headline
    assert told.startswith("Richmond (Yorks) was abolished in 2024, with 88% of its people now in")
    nobody = career_of(catalogue, "rishi-sunak", M.SUCCESSOR).headline
    assert nobody.startswith("Nobody yet: Rishi Sunak (Conservative) won the latest contest in")


@pytest.mark.parametrize(
    ("person", "seat", "begins"),
    [
        ("rosena-allin-khan", "Tooting", "Sadiq Khan (Labour) was elected in Tooting at the gene"),
        ("robert-courts", "Witney", "David Cameron (Conservative) was elected in Witney at the"),
        ("joe-morris", "Hexham", "Guy Opperman (Conservative) was elected in Hexham at the gener"),
        ("rishi-sunak", "", "William Hague (Conservative) was elected in Richmond (Yorks) at the"),
        ("george-galloway", "", "Tony Lloyd (Labour) was elected in Rochdale at the general elec"),
        (
            "ed-miliband",
            "",
            (
                "Kevin Hughes (Labour) was elected in Doncaster North at the general "
                "election of 7 June 2001, the last before Ed Miliband in the data"
            ),
        ),
        ("caroline-lucas", "", "David Lepper (Labour) was elected in Brighton Pavilion at the ge"),
        ("jeremy-corbyn", "", "Who was elected in Islington North before Jeremy Corbyn is not in"),
        ("ed-balls", "", "No seat of the name Morley and Outwood is in the data before 2010"),
        ("count-binface", "", "Count Binface won no contest since 2010"),
    ],
)
def test_who_came_before(catalogue: Catalogue, person: str, seat: str, begins: str) -> None:
    seats = tuple(one.code for one in catalogue.seats.called(seat) if not one.abolished)
    reply = career_of(catalogue, person, M.PREDECESSOR, seats=seats)
    assert reply.headline.startswith(begins)


def test_of_a_new_seat_it_is_told_what_it_was_made_of(catalogue: Catalogue) -> None:
    seat = code_of(catalogue, "Spen Valley")
    told = career_of(catalogue, "kim-leadbeater", M.PREDECESSOR, seats=(seat,)).headline
    assert told == (
        "Spen Valley was new in 2024, with 75% of its people from Batley and Spen, which Kim "
        "Leadbeater had won. Tracy Brabin (Labour Co-op) was elected in Batley and Spen at the "
        "general election of 12 December 2019, before Kim Leadbeater"
    )


def test_who_came_before_each_win_is_told(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "zac-goldsmith", M.PREDECESSOR)
    assert reply.headline.startswith("Sarah Olney (Liberal Democrat) was elected in Richmond Park")
    assert facts(reply)["For the win of 2010"].startswith("Susan Kramer (Liberal Democrat) was")


@pytest.mark.parametrize("persons", ["tracy-brabin jo-cox", "jo-cox tracy-brabin"])
def test_of_two_it_does_not_matter_who_is_named_first(catalogue: Catalogue, persons: str) -> None:
    told = career_of(catalogue, persons, M.SUCCESSOR, yes_or_no=True).headline
    assert told.startswith("Tracy Brabin (Labour) was elected in Batley and Spen")


def test_a_live_winner_is_the_successor(live_catalogue: Catalogue, announced: Announce) -> None:
    announced(standing(*winning("Ann Able", "Labour")), source="the press")
    reply = career_of(live_catalogue, "nigel-farage", M.SUCCESSOR, seats=(CLACTON,))
    assert reply.headline.startswith("Ann Able (Labour) was elected in Clacton at the by-election")
    assert "declared live" in reply.preface[0]
    assert reply.sources[-1] == "the press"
