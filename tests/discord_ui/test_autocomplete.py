"""What is offered while somebody is still typing."""

import pytest
from simcord import ChannelHandle, MemberActor

from tests.discord_ui.reading import answer, title

TYPED = ["", "i", "isl", "islington", "corb", "n1", "@everyone", "\0", "x" * 4000, "🗳️", "12"]


@pytest.mark.parametrize("typed", TYPED)
async def test_no_list_is_more_than_discord_takes(
    channel: ChannelHandle, rosa: MemberActor, typed: str
) -> None:
    offered = await rosa.autocomplete(channel, "result", "place", typed)

    assert len(offered) <= 25
    for choice in offered:
        assert 0 < len(choice["name"]) <= 100
        assert 0 < len(choice["value"]) <= 100


async def test_what_is_offered_opens_when_it_is_picked(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    offered = await rosa.autocomplete(channel, "result", "place", "islington n")
    (picked,) = (choice for choice in offered if choice["name"].startswith("Islington North"))

    result = await rosa.slash(channel, "result", place=picked["value"])

    assert title(answer(result)).startswith("Islington North")


async def test_elections_are_those_of_the_place(channel: ChannelHandle, rosa: MemberActor) -> None:
    place = "constituency:E14001305"
    offered = await rosa.autocomplete(channel, "result", "election", "", place=place)

    assert "2024-07-04" in [choice["value"] for choice in offered]
    assert len(offered) <= 25
    result = await rosa.slash(channel, "result", place=place, election=offered[-1]["value"])
    assert "Islington North" in title(answer(result))


async def test_elections_of_no_place_are_none_or_few(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    assert len(await rosa.autocomplete(channel, "result", "election", "2024")) <= 25
