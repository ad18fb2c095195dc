from datetime import date, datetime

import pytest

from bot.answers import figures


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (figures.count(24120), "24,120"),
        (figures.percent(0.49234), "49.2%"),
        (figures.change(0.0311), "+3.1"),
        (figures.change(-0.2994), "−29.9"),
        (figures.change(-0.0001), "0.0"),
        (figures.change(0.0), "0.0"),
        (figures.points(0.148), "14.8 points"),
        (figures.points(-0.01), "1.0 point"),
        (figures.votes(1), "1 vote"),
        (figures.votes(1234), "1,234 votes"),
        (figures.day(date(2024, 7, 4)), "4 July 2024"),
        (figures.time_of(datetime(2024, 7, 5, 3, 26), date(2024, 7, 4)), "03:26"),  # noqa: DTZ001
        (
            figures.time_of(datetime(2024, 7, 6, 12, 5), date(2024, 7, 4)),  # noqa: DTZ001
            "12:05 on 6 July",
        ),
    ],
)
def test_figures_are_written_as_in_britain(shown: str, expected: str) -> None:
    assert shown == expected
