"""Where hexagons lie, and which of them touch."""

import math

import pytest

from bot.elections.hexagon import Hexagon, centre, distance, neighbours, pieces


@pytest.mark.parametrize("hexagon", [Hexagon(3, 4), Hexagon(3, 5), Hexagon(0, 0)])
def test_the_six_neighbours_are_those_whose_middles_are_a_hexagon_off(hexagon: Hexagon) -> None:
    around = neighbours(hexagon)
    assert len(set(around)) == 6
    for near in around:
        assert math.dist(centre(hexagon), centre(near)) == pytest.approx(1)
        assert distance(hexagon, near) == 1
        assert hexagon in neighbours(near)


def test_neighbours_come_clockwise_from_the_upper_left() -> None:
    x, y = centre(Hexagon(3, 5))
    turns = [
        math.atan2(there[1] - y, there[0] - x) for there in map(centre, neighbours(Hexagon(3, 5)))
    ]
    assert turns == sorted(turns[:-1]) + turns[-1:]
    assert turns[0] == pytest.approx(-2 / 3 * math.pi)


def test_odd_rows_lie_half_a_hexagon_to_the_right() -> None:
    assert centre(Hexagon(2, 0)) == (2.0, 0.0)
    assert centre(Hexagon(2, 3)) == pytest.approx((2.5, 3 * math.sqrt(3) / 2))


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        (Hexagon(2, 2), Hexagon(2, 2), 0),
        (Hexagon(2, 2), Hexagon(7, 2), 5),
        (Hexagon(2, 2), Hexagon(3, 4), 2),
        (Hexagon(2, 2), Hexagon(2, 6), 4),
        (Hexagon(0, 1), Hexagon(2, 2), 2),
        (Hexagon(0, 0), Hexagon(5, 6), 8),
    ],
)
def test_a_distance_counts_steps_from_neighbour_to_neighbour(
    one: Hexagon, other: Hexagon, steps: int
) -> None:
    assert distance(one, other) == distance(other, one) == steps


def test_pieces_are_what_hangs_together_largest_first() -> None:
    mainland = {Hexagon(0, 0), Hexagon(1, 0), Hexagon(1, 1)}
    island = {Hexagon(4, 4), Hexagon(4, 5)}
    assert pieces(mainland | island) == [mainland, island]
    assert pieces([]) == []
