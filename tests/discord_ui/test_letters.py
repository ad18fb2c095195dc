"""What a channel gets to read, as Discord takes it."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from bot.declarations.desk import Desk
from bot.declarations.news import News
from bot.declarations.newsroom import Newsroom
from bot.declarations.night import as_declared
from tests.declarations.making import NOW, THREE, Plain, candidate, declared
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
    opened,
    shown,
    words,
)

NIGHTS = (date(2019, 12, 12), date(2024, 7, 4))
CLACTON_BACK = {"polled_on": "2029-05-03", "constituency": "Clacton", "withdrawn": True}


@pytest.fixture(scope="module")
def nights(
    catalogue_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sequence[News]]:
    """Two general elections, one after the other."""
    with opened(catalogue_path, tmp_path_factory.mktemp("nights")) as (catalogue, journal):
        desk = Desk(catalogue, journal, lambda: NOW)
        for night in NIGHTS:
            for event in as_declared(catalogue, night).events:
                desk.receive(event.report, event.text, "the press")
        newsroom = Newsroom(catalogue, journal)
        yield newsroom.news(range(1, newsroom.head() + 1))


@pytest.fixture
def press(catalogue_path: Path, tmp_path: Path) -> Iterator[Press]:
    with at_work(catalogue_path, tmp_path) as press:
        yield press


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("size", [1, 2, 10, 11, 30, 125])
def test_however_a_night_is_cut_all_is_told_once_and_in_order(
    nights: Sequence[News], size: int, *, plain: bool
) -> None:
    messages = letters(nights, size, plain=plain)

    for message in messages:
        check_message(message)
    assert len(nights) == 1300
    assert [seat for one in messages for seat in heard(one)] == [one.seat for one in nights]
    contests = [str(one.entry.contest) for one in nights]
    assert [contest for one in messages for contest in offered(one)] == contests


def test_one_declaration_is_told_with_its_figures(nights: Sequence[News]) -> None:
    [islington] = [one for one in nights if str(one.entry.contest) == "E14001305.2024-07-04"]

    message, _ = letter([islington])

    [embed] = message["embeds"]
    assert embed["title"] == "Islington North: Independent gain from Labour"
    assert embed["description"].startswith(
        "Jeremy Corbyn won by 7,247 votes (14.8 points)\n\n"
        "**Jeremy Corbyn** · Independent\n24,120 · 49.2%\n"
    )
    assert {one["name"]: one["value"] for one in embed["fields"]}["4 others"] == "5,353 votes"
    assert "of 650 declared · general election, 4 July 2024" in embed["footer"]["text"]
    [button] = message["components"][0]["components"]
    assert button["label"] == "Whole result"


def test_without_embeds_one_declaration_has_its_figures_too(nights: Sequence[News]) -> None:
    [islington] = [one for one in nights if str(one.entry.contest) == "E14001305.2024-07-04"]

    message, _ = letter([islington], plain=True)

    title, victory, corbyn, *_, footer = message["content"].splitlines()
    assert title == "**Islington North: Independent gain from Labour**"
    assert victory == "Jeremy Corbyn won by 7,247 votes (14.8 points)"
    assert corbyn == "**Jeremy Corbyn** · Independent"
    assert "4 others: 5,353 votes" in message["content"]
    assert "of 650 declared · general election, 4 July 2024" in footer


def test_ten_have_an_embed_each(nights: Sequence[News]) -> None:
    message, taken = letter(nights[:10])

    assert taken == 10
    assert len(message["embeds"]) == 10


@pytest.mark.parametrize("number", [11, 30, 70])
def test_more_than_ten_become_a_list_with_every_seat_in_it(
    nights: Sequence[News], number: int
) -> None:
    message, taken = letter(nights[:number])

    assert taken == number
    assert message["embeds"][0]["title"] == f"{number} declarations"
    assert heard(message) == [one.seat for one in nights[:number]]
    assert len(offered(message)) == number
    footer = message["embeds"][-1]["footer"]["text"]
    assert footer.startswith(f"{number} of 650 declared · general election")


def test_a_hundred_are_told_at_once_with_the_parties_short_names(nights: Sequence[News]) -> None:
    message, taken = letter(nights[:125])

    assert taken >= 80
    assert message["embeds"][0]["title"] == f"{taken} declarations"
    assert "**Newcastle upon Tyne Central**: Lab hold: Chi Onwurah by 12,278" in words(message)


@pytest.fixture
def hostile(press: Press) -> Sequence[News]:
    """A winner of each of these names, for a party of the same name."""
    results = [
        declared(
            constituency=seat,
            candidates=[candidate(name, name, 900), candidate("Ann Able", "Labour", 100)],
        )
        for seat, name in zip(press.seats, HOSTILE, strict=False)
    ]
    return press.reports(*results)


@pytest.mark.parametrize("plain", [False, True])
def test_every_name_looks_as_it_was_written_and_does_nothing(
    hostile: Sequence[News], *, plain: bool
) -> None:
    for news, name in zip(hostile, HOSTILE, strict=True):
        text = words(letter([news], plain=plain)[0])
        assert name.strip()[:30] in shown(text)
        assert mischief(text) == []


@pytest.mark.parametrize("plain", [False, True])
def test_a_list_of_such_names_does_nothing_either(hostile: Sequence[News], *, plain: bool) -> None:
    messages = letters(hostile, 30, plain=plain)

    for message in messages:
        check_message(message)
        assert mischief(words(message)) == []
    assert [seat for one in messages for seat in heard(one)] == [one.seat for one in hostile]


def test_a_correction_is_a_message_of_its_own(press: Press) -> None:
    other = declared(constituency=press.seats[1])
    right = declared(candidates=[candidate("Ann Able", "Labour", 20_001), *THREE[1:]])
    news = press.reports(other, declared(), right, declared(constituency=press.seats[2]))

    messages = letters(news, 125, plain=False)

    assert [len(one["embeds"]) for one in messages] == [2, 1, 1]
    [correction] = messages[1]["embeds"]
    assert correction["title"] == "Correction: Clacton"
    assert "Ann Able (Labour): 20,001 votes, not 20,000." in correction["description"]
    assert len(offered(messages[1])) == 1


def test_a_withdrawal_is_a_message_of_its_own_with_nothing_to_open(press: Press) -> None:
    news = press.reports(
        declared(constituency=press.seats[1]), declared(), CLACTON_BACK, declared()
    )

    for plain in (False, True):
        first, withdrawal, again = letters(news, 125, plain=plain)
        assert len(heard(first)) == 2
        assert "Taken back: Clacton" in words(withdrawal)
        assert "It had said: Labour gain from Reform UK: Ann Able won" in words(withdrawal)
        assert offered(withdrawal) == []
        assert "An earlier declaration here was taken back" in words(again)


def test_what_is_not_true_any_more_says_so(press: Press) -> None:
    others = [declared(constituency=seat) for seat in press.seats[1:12]]
    first, *rest, withdrawal = press.reports(declared(), *others, CLACTON_BACK)

    for plain in (False, True):
        alone, _ = letter([first, withdrawal], plain=plain)
        assert "Clacton: Labour gain from Reform UK (changed since)" in words(alone)
        assert "This was corrected or taken back since: see below." in words(alone)
    for plain in (False, True):
        listed, _ = letter([first, *rest, withdrawal], plain=plain)
        [line] = [one for one in words(listed).splitlines() if one.startswith("**Clacton**")]
        assert line.endswith("(changed since, see below)")


def crowd(votes: int, letter: str) -> list[Plain]:
    """More candidates than ever stood anywhere, with names as long as a feed may send them."""
    names = [f"{letter * 190} {place}" for place in range(30)]
    return [candidate(name, name, votes - place) for place, name in enumerate(names)]


@pytest.mark.parametrize("letter", ["x", "*", "選"])
@pytest.mark.parametrize("plain", [False, True])
def test_the_longest_that_can_be_still_fits(press: Press, letter: str, *, plain: bool) -> None:
    whole = [declared(constituency=seat, candidates=crowd(900, letter)) for seat in press.seats]
    news = press.reports(*whole, declared(candidates=crowd(901, letter)), CLACTON_BACK)

    for size in (1, 10, 30):
        messages = letters(news, size, plain=plain)
        for message in messages:
            check_message(message)
        *declarations, correction, withdrawal = messages
        assert [seat for one in declarations for seat in heard(one)] == list(press.seats)
        assert "Correction: Clacton" in words(correction)
        assert "Taken back: Clacton" in words(withdrawal)
