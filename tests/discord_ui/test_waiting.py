"""What waits below messages, and for how many of them."""

import discord

from bot.answers.reply import Choice
from bot.discord_ui.menus import Question
from bot.discord_ui.turning import ListView
from bot.discord_ui.waiting import Waiting
from tests.answers.listings import LISTING, SAFEST


async def _edit(**_changed: object) -> None:
    """The message takes whatever comes."""


def _list() -> ListView:
    return ListView(SAFEST, LISTING, asker=1, page=0)


async def test_what_waits_below_a_message_is_found_again() -> None:
    waiting, view = Waiting(), _list()
    waiting.add(1, view, _edit)

    assert waiting.get(1) is view
    assert waiting.get(2) is None


async def test_the_oldest_of_too_many_waits_no_longer() -> None:
    waiting, views = Waiting(most=3), [_list() for _ in range(5)]
    for message, view in enumerate(views):
        waiting.add(message, view, _edit)

    assert [waiting.get(message) for message in range(5)] == [None, None, *views[2:]]
    assert [view.is_finished() for view in views] == [True, True, False, False, False]


async def test_what_comes_in_its_place_ends_the_waiting() -> None:
    waiting, first, second = Waiting(), _list(), Question([Choice("party", "a", "A")], 1)
    waiting.add(1, first, _edit)
    waiting.add(1, second, _edit)
    assert first.is_finished()
    assert waiting.get(1) is second

    waiting.add(1, discord.ui.View(timeout=None), _edit)
    assert second.is_finished()
    assert waiting.get(1) is None
