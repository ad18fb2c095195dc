"""Verdicts: when an answer is given, when it is asked back, when it is refused."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.names.finding import Finding, Kind, Verdict
from bot.names.room import NamesRoom


def rivals(finding: Finding) -> list[str]:
    return [match.name for match in finding.matches[: finding.rivals]]


def match(names: NamesRoom, text: str) -> str:
    finding = names.find(text)
    assert finding.verdict is Verdict.MATCH, f"{finding.verdict}: {rivals(finding)}"
    assert finding.best is not None
    return finding.best.name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("islington north", "Islington North"),
        ("Islington Nroth", "Islington North"),
        ("N Islington", "Islington North"),
        ("Bristol NW", "Bristol North West"),
        ("Hull East", "Kingston upon Hull East"),
        ("mk north", "Milton Keynes North"),
        ("ynys mon", "Ynys Môn"),
        ("Wrecsam", "Wrexham"),
        ("Bro Morgannwg", "Vale of Glamorgan"),
        ("Gogledd Caerdydd", "Cardiff North"),
        ("western isles", "Na h-Eileanan an Iar"),
        ("CORBYN, Jeremy", "Jeremy Corbyn"),
        ("rt hon sir ed davey mp", "Ed Davey"),
        ("edward davey", "Ed Davey"),
        ("Durham, City of", "City of Durham"),
        ("londonderry east", "East Londonderry"),
        ("lib dems", "Liberal Democrat"),
        ("UKIP", "UK Independence Party"),
        ("sinn fein", "Sinn Féin"),
    ],
)
def test_one_thing_is_meant(names: NamesRoom, typed: str, meant: str) -> None:
    assert match(names, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("corbyn", "Jeremy Corbyn"),
        ("farage", "Nigel Farage"),
        ("starmer", "Keir Starmer"),
        ("boris johnson", "Boris Johnson"),
        ("liz truss", "Liz Truss"),
        ("theresa may", "Theresa May"),
        ("may", "Theresa May"),
        ("boris", "Boris Johnson"),
    ],
)
def test_the_famous_come_before_the_obscure(names: NamesRoom, typed: str, meant: str) -> None:
    assert match(names, typed) == meant


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("manchester", {"Manchester Central", "Manchester Rusholme", "Manchester Withington"}),
        ("hackney", {"Hackney North and Stoke Newington", "Hackney South and Shoreditch"}),
        ("milton keynes", {"Milton Keynes North", "Milton Keynes Central"}),
        ("miliband", {"Ed Miliband", "David Miliband"}),
        ("galloway", {"George Galloway", "Dumfries and Galloway"}),
    ],
)
def test_where_several_are_meant_all_are_offered(
    names: NamesRoom, typed: str, among: set[str]
) -> None:
    finding = names.find(typed)
    assert finding.verdict is Verdict.AMBIGUOUS
    assert among <= set(rivals(finding))


def test_the_three_david_joneses_stay_three(names: NamesRoom) -> None:
    finding = names.find("David Jones")
    assert finding.verdict is Verdict.AMBIGUOUS
    assert len({one.id for one in finding.matches if one.name == "David Jones"}) == 3


@pytest.mark.parametrize("typed", ["Rochdale", "clacton", "newark", "chorley"])
def test_a_name_on_both_sets_of_boundaries_is_the_seat_of_today(
    names: NamesRoom, catalogue: Catalogue, typed: str
) -> None:
    finding = names.find(typed)
    assert finding.verdict is Verdict.MATCH
    assert finding.best is not None
    assert finding.best.kind is Kind.CONSTITUENCY
    assert not catalogue.seats.by_code[finding.best.id].abolished
    assert all(
        one.id == finding.best.id
        for one in finding.matches
        if one.name.lower() == typed.lower() and one.kind is Kind.CONSTITUENCY
    )


@pytest.mark.parametrize(
    "typed", ["Totnes", "Bristol West", "Haltemprice and Howden", "Richmond (Yorks)", "Kensington"]
)
def test_an_abolished_seat_is_still_known(names: NamesRoom, typed: str) -> None:
    finding = names.find(typed)
    assert finding.verdict is Verdict.MATCH
    assert finding.best is not None
    assert (finding.best.kind, finding.best.name) == (Kind.CONSTITUENCY, typed)


@pytest.mark.parametrize(
    ("typed", "place"), [("Whitstable", "Whitstable"), ("Caernarfon", "Caernarfon")]
)
def test_a_town_that_is_no_seat_is_a_place(names: NamesRoom, typed: str, place: str) -> None:
    finding = names.find(typed)
    assert finding.verdict is Verdict.MATCH
    assert finding.best is not None
    assert (finding.best.kind, finding.best.name) == (Kind.PLACE, place)


@pytest.mark.parametrize(
    "typed",
    [
        "timbuktu",
        "asdfgh",
        "qwertyuiop",
        "paris",
        "new york",
        "germany",
        "donald trump",
        "hello",
        "thank you",
        "what is the weather",
        "taylor swift",
        "zzz",
        "12",
        "2019",
        "-",
        "&",
    ],
)
def test_what_is_nobody_and_nowhere_here_is_refused(names: NamesRoom, typed: str) -> None:
    assert names.find(typed).verdict is Verdict.NONE


@pytest.mark.parametrize("typed", ["England", "Scotland", "Northern Ireland", "Wales", "UK"])
def test_a_country_is_no_party_and_no_village(names: NamesRoom, typed: str) -> None:
    finding = names.find(typed)
    assert finding.verdict is not Verdict.MATCH, rivals(finding)


@pytest.mark.parametrize("typed", ["June", "my", "england"])
def test_a_common_word_is_not_surely_somebody_hardly_known(names: NamesRoom, typed: str) -> None:
    finding = names.find(typed)
    assert finding.verdict is not Verdict.MATCH, rivals(finding)


@pytest.mark.parametrize("typed", ["islington north", "corbyn", "berwick", "walth", "brum", "may"])
def test_the_best_score_comes_first(names: NamesRoom, typed: str) -> None:
    scores = [match.score for match in names.find(typed).matches]
    assert scores == sorted(scores, reverse=True)
