"""The slash command for a map."""

import pytest
from simcord import ChannelHandle, MemberActor

from tests.discord_ui.reading import answer, title, words


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({}, "411 of 650"),
        ({"show": "gains", "election": "2019-12-12"}, "changed hands"),
        ({"show": "turnout", "place": "Scotland"}, "Glasgow North East"),
        ({"show": "majority", "place": "constituency:E14001305"}, "14.8 points"),
        ({"show": "share", "party": "party:labour", "election": "2024-07-04"}, "Liverpool Walton"),
        ({"party": "labour", "place": "wales"}, "in Wales"),
    ],
)
async def test_a_map_is_told_in_words_to_everybody(
    channel: ChannelHandle, rosa: MemberActor, filled: dict[str, str], said: str
) -> None:
    result = await rosa.slash(channel, "map", **filled)

    assert title(answer(result)).startswith("Map · ")
    assert said in words(answer(result))
    assert not result.ephemeral


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"show": "share"}, "Whose share?"),
        ({"place": "narnia"}, "I know no nation, region or constituency called “narnia”"),
        ({"place": "[bold](https://example.org)"}, ""),
    ],
)
async def test_what_is_unclear_is_told_to_the_asker_alone(
    channel: ChannelHandle, rosa: MemberActor, filled: dict[str, str], said: str
) -> None:
    result = await rosa.slash(channel, "map", **filled)

    assert result.ephemeral
    assert said in words(answer(result))


async def test_places_are_areas_and_seats_that_open_when_picked(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    nothing = await rosa.autocomplete(channel, "map", "place", "")
    assert {"Scotland", "London"} <= {choice["value"] for choice in nothing}
    offered = await rosa.autocomplete(channel, "map", "place", "london")
    assert offered[0]["value"] == "London"
    seats = [choice for choice in offered if choice["value"].startswith("constituency:")]
    assert seats
    assert len(offered) <= 25
    for picked in (offered[0], seats[0]):
        result = await rosa.slash(channel, "map", place=picked["value"])
        assert picked["name"].split(" (")[0] in words(answer(result))
