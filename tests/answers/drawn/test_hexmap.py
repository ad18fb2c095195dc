"""The map says what the scoreboard says, seat by seat."""

from collections import Counter, defaultdict
from datetime import date
from itertools import product

import pytest

from bot.answers.drawn import hexmap
from bot.answers.mapped.plan import OF_A_PARTY, Plan, Shown
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.elections import arithmetic, tally
from bot.elections.contest import Contest
from bot.elections.party import Party
from bot.pictures.charts import HexMap
from tests.declarations.making import as_declared, told

DAYS = [
    date.fromisoformat(f"20{day}") for day in "10-05-06 15-05-07 17-06-08 19-12-12 24-07-04".split()
]
LATEST = DAYS[-1]
NIGHT = date(2030, 6, 6)
PARTIES = (
    "",
    "labour",
    "scottish-national-party",
    "independent",
    "a-vote-against-mp-expense-abuse",
)


def plans() -> list[Plan]:
    return [
        Plan(day, shown, party)
        for day, shown, party in product(DAYS, Shown, PARTIES)
        if shown is not Shown.WINNER or not party
        if shown not in OF_A_PARTY or party
    ]


def chart_of(catalogue: Catalogue, of: str) -> HexMap:
    chart = hexmap.chart(catalogue, of)
    assert chart is not None, of
    return chart


def legend(chart: HexMap) -> dict[str, int]:
    return {key.label: key.count for key in chart.keys}


def test_of_every_election_and_measure_each_seat_has_a_hexagon_and_a_place_in_the_legend(
    catalogue: Catalogue,
) -> None:
    for plan in plans():
        chart = chart_of(catalogue, str(plan))
        places = {(one.column, one.row) for one in chart.hexagons}
        assert len(chart.hexagons) == len(places) == 650, plan
        counted = Counter(one.key for one in chart.hexagons)
        assert [counted[place] for place in range(len(chart.keys))] == [
            key.count for key in chart.keys
        ], plan
        assert sum(key.count for key in chart.keys) == 650, plan
        assert chart.undeclared == 0
        assert chart.face.alt.count("Map") == 1
        assert len(chart.face.alt) <= 1024


@pytest.mark.parametrize("day", DAYS)
def test_winners_and_gains_are_those_of_the_scoreboard(catalogue: Catalogue, day: date) -> None:
    tallies = catalogue.elections.counted(day).by_party
    winners = chart_of(catalogue, f"{day}/winner")
    assert sorted(key.count for key in winners.keys) == sorted(
        one.seats for one in tallies if one.seats
    )
    gains = chart_of(catalogue, f"{day}/gains")
    same, *gainers = gains.keys
    assert same.label == "No change"
    assert same.count == 650 - catalogue.elections.counted(day).changed_hands
    assert sorted(key.count for key in gainers) == sorted(
        one.gained for one in tallies if one.gained
    )


def test_the_winner_of_a_seat_is_at_its_place(catalogue: Catalogue) -> None:
    chart = chart_of(catalogue, f"{LATEST}/winner")
    known = {(one.column, one.row): one.key for one in chart.hexagons}
    for code, label in (("E14001305", "Independent"), ("E14001170", "Speaker")):
        at = catalogue.hexagons.of(catalogue.seats.by_code[code].boundaries)[code]
        key = known[at.column, at.row]
        assert key is not None
        assert chart.keys[key].label == label


def between(low: float, high: float, values: list[float | None]) -> int:
    return sum(value is not None and low <= value < high for value in values)


@pytest.mark.parametrize("day", DAYS)
def test_classes_count_what_falls_between_their_figures(catalogue: Catalogue, day: date) -> None:
    contests = [one.contest for one in catalogue.elections.general(day)]
    labour = catalogue.parties.by_id["labour"]
    turnouts = [arithmetic.turnout_of_valid_votes(one) for one in contests]
    leads = [tally.lead(one) for one in contests]
    shares = [share_of(labour, one) for one in contests]
    for of, values, low, high, label in (
        ("turnout", turnouts, 0.5, 0.55, "50–55%"),
        ("turnout", turnouts, 0.7, 2, "70% or more"),
        ("majority", leads, 0, 0.05, "under 5"),
        ("majority", leads, 0.4, 2, "40 or more"),
        ("share=labour", shares, 0.3, 0.4, "30–40%"),
    ):
        counted = legend(chart_of(catalogue, f"{day}/{of}"))[label]
        assert counted == between(low, high, values), (of, label)
    absent = legend(chart_of(catalogue, f"{day}/share=labour"))["did not stand"]
    assert absent == shares.count(None)


def share_of(party: Party, contest: Contest) -> float | None:
    votes = [one.votes for one in contest.candidacies if one.party == party]
    return votes[0] / contest.valid_votes if votes else None


def test_a_party_that_stood_nowhere_is_said_to_have_stood_nowhere(catalogue: Catalogue) -> None:
    chart = chart_of(catalogue, "2024-07-04/share=a-vote-against-mp-expense-abuse")
    assert {label: count for label, count in legend(chart).items() if count} == {
        "did not stand": 650
    }


def test_letters_tell_all_parties_but_the_largest_apart(catalogue: Catalogue) -> None:
    for day in DAYS:
        first, *others = chart_of(catalogue, f"{day}/winner").keys
        marks = [key.mark for key in others]
        assert first.mark == ""
        assert len(set(marks)) == len(marks)
        assert all(len(mark) == 1 for mark in marks)


def test_a_party_has_the_same_letter_on_every_map(catalogue: Catalogue) -> None:
    seen = defaultdict(set)
    for day, of in product(DAYS, ("winner", "winner@Scotland", "gains", "losses=labour")):
        for key in chart_of(catalogue, f"{day}/{of}").keys:
            seen[key.label].add(key.mark)
    letters = {label: marks - {""} for label, marks in seen.items()}
    assert letters["Sinn Féin"] == {"F"}
    assert letters["Liberal Democrat"] == {"D"}
    assert letters["Alliance (APNI)"] == {"A"}
    assert all(len(marks) <= 1 for marks in letters.values())


def test_of_a_party_its_gains_are_coloured_and_all_else_is_faint(catalogue: Catalogue) -> None:
    others, own = chart_of(catalogue, "2024-07-04/gains=labour").keys
    assert (own.label, own.count, own.strength) == ("Labour gain", 218, 1)
    assert (others.label, others.count, others.mark) == ("Other seats", 432, "")
    assert others.strength < 1
    losses = chart_of(catalogue, "2024-07-04/losses=conservative")
    assert [(key.label, key.count, key.mark) for key in losses.keys[:3]] == [
        ("Other seats", 398, ""),
        ("Labour", 182, "L"),
        ("Liberal Democrat", 60, "D"),
    ]
    assert losses.face.unit == "Conservative losses: party that gained the seat"


def test_what_is_not_highlighted_is_faint_and_not_counted(catalogue: Catalogue) -> None:
    chart = chart_of(catalogue, "2015-05-07/winner@Scotland")
    assert sum(not one.faint for one in chart.hexagons) == 59
    assert {key.label: key.count for key in chart.keys if key.count} == {
        "SNP": 56,
        "Labour": 1,
        "Liberal Democrat": 1,
        "Conservative": 1,
    }
    assert chart.keys[0].label == "SNP"
    assert "Highlighted: Scotland." in chart.face.alt
    both = chart_of(catalogue, "2024-07-04/turnout@Wales+London")
    assert sum(key.count for key in both.keys) == 32 + 75


def test_the_seat_that_is_picked_out_is_named_with_its_value(catalogue: Catalogue) -> None:
    for of, said in (
        ("winner", "Islington North: Independent"),
        ("gains", "Islington North: Independent gain from Labour"),
        ("majority", "Islington North: 14.8 points"),
        ("turnout", "Islington North: 67.3%"),
        ("losses=labour", "Islington North: Independent gain from Labour"),
        ("majority=labour", "Islington North: won by others"),
        ("share=labour", "Islington North: 34.4%"),
        ("share=plaid-cymru", "Islington North: did not stand"),
    ):
        chart = chart_of(catalogue, f"2024-07-04/{of}@E14001305")
        assert chart.spot is not None
        assert chart.spot.label == said
        assert said in chart.face.alt
        at = catalogue.hexagons.of(catalogue.seats.by_code["E14001305"].boundaries)["E14001305"]
        assert (chart.spot.column, chart.spot.row) == (at.column, at.row)


@pytest.mark.parametrize(
    "of",
    [
        "",
        "2024-07-04",
        "2024-07-04/",
        "2024-07-04/women",
        "2024-07-04/share",
        "2024-07-04/losses",
        "2024-07-04/winner=labour",
        "2024-07-04/share=nobody",
        "2024-13-04/winner",
        "2023-07-04/winner",
        "2024-07-04/winner@Narnia",
        "2024-07-04/winner@E14000763",
        "2019-12-12/winner@E14001305",
        "2024-07-04/winner@E99999999",
    ],
)
def test_what_no_map_can_be_of_has_none(catalogue: Catalogue, of: str) -> None:
    assert hexmap.chart(catalogue, of) is None


def test_a_plan_is_read_as_it_was_written() -> None:
    for plan in (
        Plan(LATEST),
        Plan(LATEST, Shown.SHARE, "labour", ("Yorkshire and The Humber", "Wales")),
        Plan(LATEST, Shown.TURNOUT, seat="E14001305"),
    ):
        assert Plan.parse(str(plan)) == plan


def test_during_a_night_what_is_not_declared_is_not_known(
    live_catalogue: Catalogue, desk: Desk
) -> None:
    desk.open_election(NIGHT, None)
    nothing = hexmap.winners(live_catalogue, NIGHT)
    assert (nothing.undeclared, nothing.keys) == (650, ())
    assert {one.key for one in nothing.hexagons} == {None}
    settled = live_catalogue.elections.general(LATEST)[:40]
    sent = [{**as_declared(one.contest), "polled_on": NIGHT.isoformat()} for one in settled]
    told(desk, *sent)
    chart = hexmap.winners(live_catalogue, NIGHT)
    assert sum(key.count for key in chart.keys) == 40
    assert chart.undeclared == 610
    assert sum(one.key is None for one in chart.hexagons) == 610
    assert "undeclared 610" in chart.face.alt
    assert chart.face.source == "Source: as declared (the press)"
    gains = hexmap.chart(live_catalogue, f"{NIGHT}/gains")
    assert gains is not None
    assert gains.face.source == (
        "Source: as declared (the press); before: UK Parliament election results"
    )
    labour = hexmap.chart(live_catalogue, f"{NIGHT}/share=labour@E14001305")
    assert labour is not None
    assert labour.spot is not None
    assert labour.spot.label == "Islington North: undeclared"
    assert labour.undeclared == 610
