"""What a majority in the House takes."""

import pytest

from bot.elections import house
from bot.elections.party import Party, PartyKind
from bot.elections.tally import PartyTally
from tests.elections.making import LABOUR, SPEAKER

SINN_FEIN = Party("sinn-fein", "Sinn Féin", "SF", PartyKind.PARTY)


@pytest.mark.parametrize(
    ("seats", "majority"), [(411, 172), (365, 80), (330, 10), (326, 2), (325, 0), (317, -16)]
)
def test_an_overall_majority_is_over_all_others_together(seats: int, majority: int) -> None:
    assert house.overall_majority(seats) == majority
    assert (seats >= house.needed()) == (majority > 0)


@pytest.mark.parametrize(("seats", "needed"), [(650, 326), (642, 322), (645, 323), (32, 17)])
def test_more_than_half_is_needed(seats: int, needed: int) -> None:
    assert house.needed(seats) == needed


def test_sinn_fein_and_the_speaker_do_not_vote() -> None:
    tallies = [PartyTally(LABOUR, 411), PartyTally(SINN_FEIN, 7), PartyTally(SPEAKER, 1)]
    assert house.working_house(tallies) == 642
    assert house.overall_majority(411, house.working_house(tallies)) == 180
