"""What is offered while somebody is still typing."""

import pytest

from bot.names.finding import Kind
from bot.names.room import NamesRoom


def suggested(names: NamesRoom, typed: str) -> list[str]:
    return [match.name for match in names.suggest(typed, 25)]


def test_nothing_is_offered_before_anything_was_typed(names: NamesRoom) -> None:
    assert suggested(names, "") == suggested(names, " ") == suggested(names, "🗳️") == []


@pytest.mark.parametrize("typed", ["i", "is", "Is"])
def test_the_first_letters_offer_seats_of_today_first(names: NamesRoom, typed: str) -> None:
    offered = names.suggest(typed, 25)
    kinds = [match.kind is not Kind.CONSTITUENCY for match in offered]
    assert not kinds[0]
    assert kinds == sorted(kinds)
    assert all(match.name.lower().startswith(typed.lower()) for match in offered)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("isli", "Islington North"),
        ("islington n", "Islington North"),
        ("jeremy cor", "Jeremy Corbyn"),
        ("starm", "Keir Starmer"),
        ("ynys", "Ynys Môn"),
        ("totn", "Totnes"),
        ("lib d", "Liberal Democrat"),
        ("N19", "Islington North"),
        ("n1", "Islington South and Finsbury"),
    ],
)
def test_the_more_letters_the_nearer(names: NamesRoom, typed: str, meant: str) -> None:
    assert meant in suggested(names, typed)[:3]
