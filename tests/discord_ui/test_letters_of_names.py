"""Winners who are only named, as a channel gets to read of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.declarations.declaration import Nominee
from bot.discord_ui.letters import PICTURE, Composer
from tests.declarations.making import declared
from tests.discord_server.forms import check_message
from tests.discord_ui.lettering import (
    HOSTILE,
    Press,
    at_work,
    heard,
    letter,
    letters,
    mischief,
    offered,
    shown,
    words,
)

MANY = 12  # more than have an embed each


@pytest.fixture
def press(catalogue_path: Path, tmp_path: Path) -> Iterator[Press]:
    with at_work(catalogue_path, tmp_path) as press:
        yield press


def nominee(name: str, party: str = "Labour") -> Nominee:
    return Nominee(name, f"{name} of the tests", party, "labour" if party == "Labour" else party)


@pytest.mark.parametrize("plain", [False, True])
def test_a_winner_who_is_only_named_has_no_figures_and_nothing_to_open(
    press: Press, *, plain: bool
) -> None:
    press.names(nominee("Ann Able"))

    payload, _ = Composer(pictures=True).compose(press.reports(), plain=plain)
    message, _ = letter(press.reports(), plain=plain)

    assert "Clacton: winner named, votes to come" in words(message)
    assert "Democracy Club names Ann Able (Labour) as the winner." in shown(words(message))
    assert "No votes are known yet, so this is no result." in words(message)
    assert message["components"] == []
    assert PICTURE not in payload


def test_names_are_listed_with_names_and_results_with_results(press: Press) -> None:
    press.names(*[nominee(f"Ann {place}") for place in range(MANY)])
    news = press.reports(*[declared(constituency=seat) for seat in press.seats[MANY : 2 * MANY]])

    names, declarations = letters(news, 125, plain=False)

    assert names["embeds"][0]["title"] == "12 winners named, votes to come"
    assert declarations["embeds"][0]["title"] == "12 declarations"
    assert heard(names) == list(press.seats[:MANY])
    assert heard(declarations) == list(press.seats[MANY : 2 * MANY])
    assert (offered(names), len(offered(declarations))) == ([], MANY)
    assert names["embeds"][0]["description"].startswith(
        "**Clacton**: winner named, votes to come: Ann 0 (Labour)"
    )


@pytest.mark.parametrize("plain", [False, True])
def test_however_long_a_name_is_it_is_said_that_votes_are_to_come(
    press: Press, *, plain: bool
) -> None:
    press.names(*[nominee(name, name) for name in HOSTILE])
    news = press.reports()

    for message in letters(news, 30, plain=plain):
        check_message(message)
        assert mischief(words(message)) == []
        assert words(message).count("winner named, votes to come") == len(heard(message))
    for one in news:
        alone, _ = letter([one], plain=plain)
        assert mischief(words(alone)) == []
        assert "this is no result" in words(alone)
