"""The slash commands, as somebody in a server or a direct message uses them."""

import pytest
from simcord import ChannelHandle, Env, MemberActor

from tests.discord_ui.reading import answer, buttons, title, words


async def test_a_result_names_the_winner_in_the_winners_colour(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    result = await rosa.slash(channel, "result", place="islington north")

    (embed,) = answer(result).embeds
    assert embed.title == "Islington North · general election, 4 July 2024"
    assert "Jeremy Corbyn won by 7,247 votes" in (embed.description or "")
    assert "**Praful Nargund** · Labour\n16,873 · 34.4%" in (embed.description or "")
    assert embed.colour is not None
    assert "20 August 2026" in (embed.footer.text or "")
    assert not result.ephemeral


async def test_a_result_can_be_asked_for_by_what_autocomplete_filled_in(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    result = await rosa.slash(channel, "result", place="constituency:E14001305")

    assert title(answer(result)).startswith("Islington North")


async def test_another_election_can_be_asked_for(channel: ChannelHandle, rosa: MemberActor) -> None:
    result = await rosa.slash(channel, "result", place="islington north", election="2019-12-12")

    assert title(answer(result)) == "Islington North · general election, 12 December 2019"


async def test_a_result_offers_the_seats_other_contests(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    result = await rosa.slash(channel, "result", place="islington north")

    assert len(buttons(answer(result))) >= 1


async def test_nothing_found_is_told_to_the_asker_alone(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    result = await rosa.slash(channel, "result", place="asdfghjkl")

    assert result.ephemeral
    assert words(answer(result))


@pytest.mark.parametrize("name", ["help", "about"])
async def test_help_and_about_answer_everybody(
    channel: ChannelHandle, rosa: MemberActor, name: str
) -> None:
    result = await rosa.slash(channel, name)

    assert words(answer(result))
    assert not result.ephemeral


async def test_commands_work_in_a_direct_message(simcord_env: Env) -> None:
    rosa = simcord_env.create_user("Rosa")

    result = await rosa.slash("result", place="islington north")

    assert title(answer(result)).startswith("Islington North")


async def test_a_server_or_one_person_can_add_the_commands(simcord_env: Env) -> None:
    (sent,) = (entry for entry in simcord_env.http_requests if entry.method == "PUT")

    assert sent.json
    for command in sent.json:
        assert command["integration_types"] == [0, 1], command["name"]
        assert command["contexts"] == [0, 1, 2], command["name"]


@pytest.mark.parametrize(
    "place",
    [
        " ",
        "x" * 4000,
        "🗳️🐝",
        "مرحبا بالعالم",
        "'; drop table contest; --",
        "**bold** [link](https://example.org) @everyone <@123456789012345678>",
        "\0null",
        "12",
        "1999-01-01",
    ],
)
async def test_bad_input_gets_a_sentence_and_no_echo_that_could_harm(
    channel: ChannelHandle, rosa: MemberActor, place: str
) -> None:
    result = await rosa.slash(channel, "result", place=place)

    said = words(answer(result))
    assert any(letter.isalpha() for letter in said)
    for harm in ("**bold**", " [link](", "@everyone", " <@", "\0"):
        assert harm not in said


async def test_without_embed_links_the_answer_is_text(
    bare: ChannelHandle, rosa: MemberActor
) -> None:
    told = answer(await rosa.slash(bare, "result", place="islington north"))
    before = told.content
    await rosa.click(told, label=buttons(told)[0])

    assert "Jeremy Corbyn won by 7,247 votes" in before
    assert told.content != before
    assert told.embeds == []
    assert len(told.content) <= 2000


@pytest.mark.parametrize(
    ("name", "filled", "said"),
    [
        ("ask", {"question": "who won bath"}, "Wera Hobhouse"),
        ("candidate", {"name": "corbyn"}, "Jeremy Corbyn"),
        ("candidate", {"name": "corbyn", "election": "2019-12-12"}, "26,188"),
        ("party", {"party": "party:labour"}, "411 of 650"),
        ("party", {"party": "labour", "area": "Wales", "election": "2019-12-12"}, "22 of 40"),
        ("seats", {}, "Labour"),
        ("seats", {"election": "2019-12-12"}, "365 of 650"),
        ("top", {"measure": "closest"}, "Hendon"),
        ("top", {"measure": "turnout", "order": "lowest", "count": 3}, "Manchester Rusholme"),
        ("history", {"place": "constituency:E14001305"}, "Islington North"),
        ("compare", {"first": "bath", "second": "wells"}, "James Heappey"),
        ("byelections", {"year": "2023"}, "Tamworth"),
    ],
)
async def test_every_form_is_answered_to_everybody(
    channel: ChannelHandle, rosa: MemberActor, name: str, filled: dict[str, str], said: str
) -> None:
    result = await rosa.slash(channel, name, **filled)

    assert said in words(answer(result))
    assert not result.ephemeral
