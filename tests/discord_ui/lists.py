"""Answers of which some are a list or a question, for tests of what can be clicked below them."""

from dataclasses import replace
from typing import Any

from bot.answers.reply import Choice, Reply, ReplyKind
from bot.answers.service import Answers
from tests.answers.listings import LISTING, SAFEST


class AnswersWithLists:
    """Whatever is asked about safe seats has the list for an answer; other questions are told."""

    def __init__(self, real: Answers) -> None:
        self._real = real

    def ask(self, text: str) -> Reply:
        if "twelve" in text:
            return replace(SAFEST, listing=replace(LISTING, rows=LISTING.rows[:12]))
        if "safe" in text:
            return SAFEST
        return Reply(ReplyKind.FIGURE, "Asked", headline=text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


class AsksBack:
    """Asks which Newport is meant, and for the rest of the question if it is not too long."""

    def __init__(self, real: Answers) -> None:
        self._real = real

    def ask(self, text: str) -> Reply:
        if text.endswith(("east", "west")):
            return Reply(ReplyKind.FIGURE, "Asked", headline=text)
        choices = (
            Choice("constituency", "W07000081", "Newport East", question=f"{text} east"),
            Choice("constituency", "W07000055", "Newport West", question=f"{text * 10} west"),
        )
        return Reply(ReplyKind.CHOICES, "Which Newport?", choices=choices, asking=True)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)
