"""When a digest is due."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.declarations.subscription import Style, next_digest

DIGESTS = [one for one in Style if one is not Style.EACH]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("recorded", "style", "due"),
    [
        ("2029-05-04 02:31:07", Style.FIVE, "2029-05-04 02:35"),
        ("2029-05-04 02:31:07", Style.QUARTER, "2029-05-04 02:45"),
        ("2029-05-04 02:31:07", Style.HOUR, "2029-05-04 03:00"),
        ("2029-05-04 02:59:59.999999", Style.FIVE, "2029-05-04 03:00"),
        ("2029-05-04 02:59:59.999999", Style.HOUR, "2029-05-04 03:00"),
        ("2029-05-03 23:58", Style.FIVE, "2029-05-04 00:00"),
        ("2029-05-03 23:46", Style.QUARTER, "2029-05-04 00:00"),
        ("2029-12-31 23:00:00.000001", Style.HOUR, "2030-01-01 00:00"),
        ("2028-02-28 23:59", Style.QUARTER, "2028-02-29 00:00"),
    ],
)
def test_a_digest_is_due_when_the_clock_next_reaches_its_minutes(
    recorded: str, style: Style, due: str
) -> None:
    assert next_digest(at(recorded), style) == at(due)


@pytest.mark.parametrize("style", DIGESTS)
def test_what_comes_exactly_then_is_for_the_next_one(style: Style) -> None:
    """The digest of that minute may be on its way already."""
    hour = at("2029-05-04 03:00")
    assert next_digest(hour, style) == hour + timedelta(minutes=style)
    assert next_digest(hour - timedelta(microseconds=1), style) == hour


@pytest.mark.parametrize(
    "change", [at("2029-03-25 01:00"), at("2029-10-28 01:00")], ids=["to summer", "to winter"]
)
@pytest.mark.parametrize("style", DIGESTS)
def test_no_digest_is_left_out_or_doubled_when_britain_changes_its_clocks(
    change: datetime, style: Style
) -> None:
    """The digests of those four hours, one after the other."""
    due, times = change - timedelta(hours=2), []
    while due < change + timedelta(hours=2):
        due = next_digest(due, style)
        times.append(due)
    assert len(times) == 240 // style
    assert {later - one for one, later in pairwise(times)} == {timedelta(minutes=style)}


@given(
    st.datetimes(datetime(2010, 5, 6), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(DIGESTS),
)
def test_a_digest_is_never_more_than_its_minutes_away_and_never_in_the_past(
    recorded: datetime, style: Style
) -> None:
    due = next_digest(recorded, style)
    assert recorded < due <= recorded + timedelta(minutes=style)
    assert (due - EPOCH) % timedelta(minutes=style) == timedelta()
    assert due.utcoffset() == timedelta()
