"""Who or what somebody wants to subscribe to."""

import pytest

from bot.answers.live.targets import Meant, TargetFinder
from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.subscription import TargetKind
from bot.names.index import NameIndex
from bot.names.room import NamesRoom
from tests.answers.reading import choices


@pytest.fixture(scope="module")
def names(catalogue: Catalogue) -> NamesRoom:
    return NamesRoom(catalogue, NameIndex.of(catalogue.known_names()))


@pytest.fixture(scope="module")
def targets(catalogue: Catalogue, names: NamesRoom) -> TargetFinder:
    return TargetFinder(catalogue, names)


@pytest.fixture(scope="module")
def rehearsed(catalogue: Catalogue, names: NamesRoom) -> TargetFinder:
    return TargetFinder(catalogue, names, rehearsing=True)


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("scotland", "Scotland"),
        ("Wales", "Wales"),
        ("ENGLAND", "England"),
        ("london", "London"),
        ("ni", "Northern Ireland"),
        ("N. Ireland", "Northern Ireland"),
        ("the north east", "North East"),
        ("Northeast England", "North East"),
        ("the South West of England", "South West"),
        ("west midlands region", "West Midlands"),
        ("yorkshire", "Yorkshire and The Humber"),
        ("Yorks & Humber", "Yorkshire and The Humber"),
        ("east of england", "East of England"),
        ("East Anglia", "East of England"),
        ("area:East of England", "East of England"),
    ],
)
def test_an_area_is_known_in_the_ways_people_write_it(
    targets: TargetFinder, typed: str, area: str
) -> None:
    meant = targets.find(typed)

    assert isinstance(meant, Meant)
    assert (meant.target.kind, meant.target.key) == (TargetKind.AREA, area)


@pytest.mark.parametrize(
    "typed",
    ["uk", "the U.K.", "all", "Everything", "everywhere!", "every constituency", "everything:"],
)
def test_everything_can_be_meant(targets: TargetFinder, typed: str) -> None:
    meant = targets.find(typed)

    assert isinstance(meant, Meant)
    assert meant.target.kind is TargetKind.EVERYTHING


@pytest.mark.parametrize(
    ("typed", "kind", "key"),
    [
        ("islingtn nroth", TargetKind.CONSTITUENCY, "E14001305"),
        ("e14001305", TargetKind.CONSTITUENCY, "E14001305"),
        ("E99999999", None, ""),
        ("constituency:E14001305", TargetKind.CONSTITUENCY, "E14001305"),
        ("labour", TargetKind.PARTY, "labour"),
        ("English Democrats", TargetKind.PARTY, "english-democrats"),
        ("starmer", TargetKind.PERSON, "keir-starmer"),
        ("salcombe", TargetKind.CONSTITUENCY, "E14001484"),
        ("N19 5QQ", TargetKind.CONSTITUENCY, "E14001305"),
        ("city of durham", TargetKind.CONSTITUENCY, "E14001173"),
        ("asdfghjkl", None, ""),
        ("constituency:E99999999", None, ""),
        ("person:nobody", None, ""),
        ("area:Narnia", None, ""),
        ("", None, ""),
        ("🗳️", None, ""),
        (":", None, ""),
    ],
)
def test_names_are_found_as_in_a_question(
    targets: TargetFinder, typed: str, kind: TargetKind | None, key: str
) -> None:
    meant = targets.find(typed)

    if kind is None:
        assert isinstance(meant, Reply)
        assert render(meant)
    else:
        assert isinstance(meant, Meant)
        assert (meant.target.kind, meant.target.key) == (kind, key)


def test_a_town_or_postcode_says_which_seat_it_lies_in(targets: TargetFinder) -> None:
    for typed, note in (("salcombe", "lies in South Devon"), ("n19 5qq", "of the area of N19")):
        meant = targets.find(typed)
        assert isinstance(meant, Meant)
        assert note in meant.note
        assert "5qq" not in meant.note.lower()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("swindon", ["Swindon North", "Swindon South"]),
        ("midlands", ["East Midlands (47 constituencies)", "West Midlands (57 constituencies)"]),
    ],
)
def test_what_may_mean_several_is_asked_about(
    targets: TargetFinder, typed: str, offered: list[str]
) -> None:
    asked = targets.find(typed)

    assert isinstance(asked, Reply)
    assert asked.asking
    assert choices(asked) == offered


def test_a_near_miss_is_offered(targets: TargetFinder) -> None:
    asked = targets.find("the moon")

    assert isinstance(asked, Reply)
    assert asked.asking
    assert asked.kind is ReplyKind.NOTHING
    assert "Ynys Môn" in choices(asked)


@pytest.mark.parametrize("typed", ["wansbeck", "constituency:E14001014"])
def test_an_abolished_seat_leads_to_what_it_became(targets: TargetFinder, typed: str) -> None:
    asked = targets.find(typed)

    assert isinstance(asked, Reply)
    assert asked.asking
    assert asked.title == "Wansbeck was abolished in 2024"
    assert choices(asked)[0] == "Blyth and Ashington (has 74% of its people)"
    for choice in asked.choices:
        assert isinstance(targets.find(f"{choice.kind}:{choice.id}"), Meant)


def test_every_abolished_seat_became_something(targets: TargetFinder, catalogue: Catalogue) -> None:
    abolished = [one for one in catalogue.seats.by_code.values() if one.abolished]

    for seat in abolished:
        asked = targets.find(f"constituency:{seat.code}")
        assert isinstance(asked, Reply)
        assert asked.choices, seat.name


def test_while_a_past_night_is_played_its_seats_are_there(rehearsed: TargetFinder) -> None:
    meant = rehearsed.find("wansbeck")

    assert isinstance(meant, Meant)
    assert (meant.target.key, meant.target.name) == ("E14001014", "Wansbeck (until 2024)")
    assert "Wansbeck (until 2024)" in [one.label for one in rehearsed.suggest("wansb")]


def test_every_seat_of_today_can_be_subscribed_to_by_name(
    targets: TargetFinder, catalogue: Catalogue
) -> None:
    """By its name alone, but where that is a nation's or region's too."""
    wrong = []
    for seat in catalogue.seats.by_code.values():
        meant = None if seat.abolished else targets.find(seat.name)
        if not seat.abolished and not (isinstance(meant, Meant) and meant.target.key == seat.code):
            wrong.append(seat.name)
    assert wrong == []


@pytest.mark.parametrize("typed", ["", " ", "n", "th", "isl", "labour", "n19", "x" * 4000, "\0"])
def test_suggestions_are_few_enough_and_lead_somewhere(targets: TargetFinder, typed: str) -> None:
    offered = targets.suggest(typed)

    assert len(offered) <= 25
    assert len({(one.kind, one.id) for one in offered}) == len(offered)
    for one in offered:
        assert len(f"{one.kind}:{one.id}") <= 100
        assert isinstance(targets.find(f"{one.kind}:{one.id}"), Meant)


def test_with_nothing_typed_everything_and_the_areas_come_first(targets: TargetFinder) -> None:
    offered = [one.label for one in targets.suggest("")]

    assert offered[0] == "Everything: every constituency"
    assert offered[1] == "England (543 constituencies)"
    assert offered[13] == "Yorkshire and The Humber (54 constituencies)"
    assert offered[14] == "Labour (party)"


@pytest.mark.parametrize("typed", ["王", "Мария", "?"])
def test_nothing_is_suggested_to_letters_that_no_name_has(
    targets: TargetFinder, typed: str
) -> None:
    assert targets.suggest(typed) == ()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sco", "Scotland (57 constituencies)"),
        ("the north w", "North West (73 constituencies)"),
        ("ever", "Everything: every constituency"),
        ("isling", "Islington North"),
        ("wansb", "Wansbeck (until 2024)"),
    ],
)
def test_what_may_be_meant_is_suggested_first(
    targets: TargetFinder, typed: str, first: str
) -> None:
    assert targets.suggest(typed)[0].label == first
