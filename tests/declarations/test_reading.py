"""Lines of a feed, whatever is in them."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.declarations import reading
from bot.declarations.declaration import Report, ReportedCandidate
from bot.declarations.reading import LONGEST_LINE, Received
from tests.declarations.making import candidate, declared, standing, without

HEADER = "polled_on,constituency,name,party,votes\n"
FULL_HEADER = (
    "polled_on,constituency,declared_at,electorate,rejected_votes,withdrawn,name,party,votes,"
    "elected\n"
)


def received(*lines: str) -> list[Received]:
    return list(reading.read(iter(lines)))


def report(*lines: str) -> Report:
    [one] = received(*lines)
    assert one.report, one.reason
    return one.report


def reason(*lines: str) -> str:
    [one] = received(*lines)
    assert one.report is None
    return one.reason


def test_a_json_line_is_read_whole() -> None:
    plain = declared(
        declared_at="2029-05-04T02:15",
        candidates=[
            candidate("  Ann   Able ", "Labour", 20_000, elected=True),
            candidate("Ben Baker", "Conservative", 15_000, elected=False),
            candidate("Cat Cole", "Green", 0),
        ],
    )
    assert report(json.dumps(plain)) == Report(
        polled_on=date(2029, 5, 3),
        constituency="Clacton",
        candidates=(
            ReportedCandidate("Ann Able", "Labour", 20_000, elected=True),
            ReportedCandidate("Ben Baker", "Conservative", 15_000, elected=False),
            ReportedCandidate("Cat Cole", "Green", 0),
        ),
        declared_at=datetime(2029, 5, 4, 2, 15),  # noqa: DTZ001 (local time, as declared)
        electorate=70_000,
        rejected_votes=100,
    )


def test_what_is_not_given_is_not_known() -> None:
    bare = without(declared(), "electorate", "rejected_votes", "candidates")
    one = report(json.dumps(bare))
    assert (one.electorate, one.rejected_votes, one.declared_at) == (None, None, None)
    assert one.candidates == ()
    assert not one.withdrawn


def test_a_withdrawal_needs_only_its_contest() -> None:
    one = report('{"polled_on": "2029-05-03", "constituency": "Clacton", "withdrawn": true}')
    assert one.withdrawn
    assert one.candidates == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_a_byte_order_mark_blank_lines_and_any_line_ending_are_no_matter(ending: str) -> None:
    line = json.dumps(declared())
    found = received("\n", f"\ufeff{line}{ending}", ending, "   \t \r\n", f"  {line}{ending}")
    assert [one.report for one in found] == [report(line)] * 2


@pytest.mark.parametrize("lines", [[], ["\n"], ["", " \r\n", "\t\n"]])
def test_nothing_is_read_from_nothing(lines: list[str]) -> None:
    assert received(*lines) == []


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "{}}",
        '{"polled_on": "2029-05-03",}',
        "{'polled_on': '2029-05-03'}",
        '{"electorate": NaN}',
        '{"electorate": Infinity}',
        '{"electorate": -Infinity}',
        f'{{"electorate": {"9" * 5000}}}',
        '{"a":' * 15_000,
        "{\x00}",
        '{"constituency": "Isl\ufffd',
    ],
    ids=lambda line: line[:20],
)
def test_what_is_no_json_is_said_to_be_none(line: str) -> None:
    [one] = received(line)
    assert one.reason == "the line is no JSON object"
    assert one.text == line[:LONGEST_LINE]


@pytest.mark.parametrize("line", ["[]", "17", '"Clacton"', "null", "true", "[[[[]]]]"])
def test_json_that_is_no_object_is_refused_beside_others_that_are(line: str) -> None:
    found = received(json.dumps(declared()), line, json.dumps(declared()))
    assert [one.reason for one in found] == ["", "the line is no JSON object", ""]


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        (without(declared(), "polled_on"), "polled_on must be a day such as 2029-05-03"),
        (declared(polled_on=20290503), "polled_on must be a day such as 2029-05-03"),
        (declared(polled_on="3 May 2029"), "polled_on must be a day such as 2029-05-03"),
        (declared(polled_on="2029-02-30"), "polled_on must be a day such as 2029-05-03"),
        (declared(polled_on="2029-05-03T00:00"), "polled_on must be a day such as 2029-05-03"),
        (
            declared(candidates={}),
            "candidates must be a list of objects with name, party and votes",
        ),
        (
            declared(candidates="Ann"),
            "candidates must be a list of objects with name, party and votes",
        ),
        (
            declared(candidates=None),
            "candidates must be a list of objects with name, party and votes",
        ),
        (
            declared(candidates=["Ann Able"]),
            "candidates must be a list of objects with name, party and votes",
        ),
        (declared(candidates=[{}]), "the name of candidate 1 is missing"),
        (
            standing(candidate("Ann", "Labour", 1), candidate(" ", "Green", 0)),
            "the name of candidate 2 is missing",
        ),
        (
            standing(candidate("\u200c\u200d", "Labour", 1)),
            "the name of candidate 1 is missing",
        ),
        (
            standing(candidate("Ann", "Labour", 1), candidate(f"Ben {'x' * 197}", "Green", 0)),
            f"the name of candidate 2, “Ben {'x' * 36}…”, is longer than 200 letters",
        ),
        (
            standing(candidate("Ann", "Labour", 1), candidate("B\u202ene\x07", "Green", 0)),
            (
                "the name of candidate 2, “B ne”, holds a control sign or another that no name "
                "has: U+202E"
            ),
        ),
        (
            standing(candidate("Ann", "Lab\nour", 1)),
            "party of Ann, “Lab our”, holds a control sign or another that no name has: U+000A",
        ),
        (standing({"name": "Ann", "votes": 1}), "party of Ann is missing"),
        (standing(candidate("Ann", ["Labour"], 1)), "party of Ann is missing"),  # type: ignore[arg-type]
        (standing({"name": "Ann", "party": "Labour"}), "votes of Ann are missing"),
        (standing(candidate("Ann", "Labour", None)), "votes of Ann are missing"),
        (
            standing(candidate("Ann", "Labour", "12")),
            "votes of Ann must be a whole number, not '12'",
        ),
        (
            standing(candidate("Ann", "Labour", 12.0)),
            "votes of Ann must be a whole number, not '12.0'",
        ),
        (
            standing(candidate("Ann", "Labour", 1e300)),
            "votes of Ann must be a whole number, not '1e+300'",
        ),
        (
            standing(candidate("Ann", "Labour", True)),  # noqa: FBT003
            "votes of Ann must be a whole number, not 'True'",
        ),
        (
            standing(candidate("Ann", "Labour", {"a": ["b"] * 90})),
            "votes of Ann must be a whole number, not \"{'a': ['b', 'b', 'b'\"",
        ),
        (standing(candidate("Ann", "Labour", -1)), "votes of Ann cannot be negative"),
        (
            standing(candidate("Ann", "Labour", 1, elected="yes")),
            "elected of Ann must be true or false",
        ),
        (
            standing(candidate("Ann", "Labour", 1, elected=1)),
            "elected of Ann must be true or false",
        ),
        (declared(electorate="70,000"), "electorate must be a whole number, not '70,000'"),
        (declared(electorate=-1), "electorate cannot be negative"),
        (declared(rejected_votes=1.5), "rejected_votes must be a whole number, not '1.5'"),
        (declared(rejected_votes=-3), "rejected_votes cannot be negative"),
        (declared(withdrawn="yes"), "withdrawn must be true or false"),
        (declared(withdrawn=None), "withdrawn must be true or false"),
        (
            declared(declared_at="half past two"),
            "declared_at must be a time such as 2029-05-04T02:15",
        ),
        (
            declared(declared_at=1_872_000_000),
            "declared_at must be a time such as 2029-05-04T02:15",
        ),
        (declared(declared_at=""), "declared_at must be a time such as 2029-05-04T02:15"),
    ],
)
def test_every_wrong_field_is_named_and_its_seat(plain: dict[str, Any], said: str) -> None:
    assert reason(json.dumps(plain)) == f"Clacton: {said}"


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        (without(declared(), "constituency"), "constituency is missing"),
        (declared(constituency=" "), "constituency is missing"),
        (declared(constituency=14), "constituency is missing"),
        (
            declared(constituency="x" * 201),
            f"constituency, “{'x' * 40}…”, is longer than 200 letters",
        ),
        (
            declared(constituency="Clac\x1b[2Jton"),
            "constituency, “Clac [2Jton”, holds a control sign or another that no name has: U+001B",
        ),
        (
            declared(constituency="Clac\ud800ton"),
            "constituency, “Clac ton”, holds a control sign or another that no name has: U+D800",
        ),
    ],
)
def test_a_constituency_that_is_no_name_is_told(plain: dict[str, Any], said: str) -> None:
    assert reason(json.dumps(plain)) == said


@pytest.mark.parametrize(
    "name",
    [
        "نیک\u200cپی",
        "ක්\u200dරිස්ටිනා",
        "അവന്\u200d",
        "नीलम राणा",
        "Κώστας Παπαδόπουλος",
        "王小明",
    ],
)
def test_a_name_is_taken_in_every_script_as_it_is_written(name: str) -> None:
    [stood] = report(json.dumps(standing(candidate(name, "Labour", 5)))).candidates
    assert stood.name == name
    [stood] = report(HEADER, f"2029-05-03,Clacton,{name},Labour,5\n").candidates
    assert stood.name == name


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u061c"])
def test_no_sign_that_turns_text_around_is_taken(sign: str) -> None:
    said = reason(json.dumps(standing(candidate(f"نیک{sign}پی", "Labour", 5))))
    assert said.startswith("Clacton: the name of candidate 1, “نیک پی”, holds ")


def test_a_space_that_does_not_break_is_a_space() -> None:
    [stood] = report(json.dumps(standing(candidate("Ann\u00a0Able", "Labour", 5)))).candidates
    assert stood.name == "Ann Able"


def test_names_may_have_as_many_letters_as_names_have() -> None:
    assert report(json.dumps(declared(constituency="x" * 200))).constituency == "x" * 200


def test_a_line_of_a_hundred_thousand_letters_is_read_and_a_longer_one_is_kept_in_part() -> None:
    line = json.dumps(declared(more="x"))
    longest = line[:-2] + "x" * (LONGEST_LINE - len(line)) + line[-2:]
    assert len(longest) == LONGEST_LINE
    assert report(longest).constituency == "Clacton"
    [one] = received(longest + " " * 50 + "}")
    assert one.reason == "the line is longer than 100,000 letters"
    assert len(one.text) == LONGEST_LINE


@pytest.mark.parametrize("place", ["electorate", "candidates", "withdrawn", "nothing"])
def test_junk_nested_ever_deeper_is_refused_or_left_aside(place: str) -> None:
    for depth in range(2, 1200, 13):
        junk = "[" * depth + "]" * depth
        line = f'{{"polled_on": "2029-05-03", "constituency": "Clacton", "{place}": {junk}}}'
        [one] = received(line)
        assert one.report is None or place == "nothing"


def test_votes_nested_ever_deeper_are_refused() -> None:
    for depth in range(1, 1200, 13):
        junk = "[" * depth + "]" * depth
        line = json.dumps(standing(candidate("Ann", "Labour", "JUNK"))).replace('"JUNK"', junk)
        assert reason(line)


def test_csv_lines_of_one_contest_make_one_declaration() -> None:
    one, other = received(
        FULL_HEADER,
        "2029-05-03,Clacton,2029-05-04T02:15,70000,100,,Ann Able,Labour,20000,yes\n",
        "2029-05-03,Clacton,2029-05-04T02:15,70000,100,,Ben Baker,Conservative,15000,no\n",
        "2029-05-03,Islington North,,,,,Cat Cole,Green,5000,\n",
    )
    assert one.report == Report(
        polled_on=date(2029, 5, 3),
        constituency="Clacton",
        candidates=(
            ReportedCandidate("Ann Able", "Labour", 20_000, elected=True),
            ReportedCandidate("Ben Baker", "Conservative", 15_000, elected=False),
        ),
        declared_at=datetime(2029, 5, 4, 2, 15),  # noqa: DTZ001 (local time, as declared)
        electorate=70_000,
        rejected_votes=100,
    )
    assert other.report == Report(
        polled_on=date(2029, 5, 3),
        constituency="Islington North",
        candidates=(ReportedCandidate("Cat Cole", "Green", 5_000),),
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_csv_as_spreadsheets_write_it(ending: str) -> None:
    """Byte order mark, quotes, thousands with commas, columns in another order, blank lines."""
    lines = (
        '\ufeff"votes","party",name,constituency,polled_on,remark',
        '"24,120",Labour,"Able, Ann",Clacton,2029-05-03,',
        "",
        ' 1 ,"Green",Cat Cole,Clacton,2029-05-03,x,y,z',
    )
    assert report(*(line + ending for line in lines)).candidates == (
        ReportedCandidate("Able, Ann", "Labour", 24_120),
        ReportedCandidate("Cat Cole", "Green", 1),
    )


@pytest.mark.parametrize("yes", ["1", "true", "TRUE", "Yes", "y", "*", " yes "])
def test_a_withdrawn_row_and_an_elected_one(yes: str) -> None:
    one = report(FULL_HEADER, f"2029-05-03,Clacton,,,,{yes},,,,\n")
    assert one.withdrawn
    assert one.candidates == ()
    [stood] = report(FULL_HEADER, f"2029-05-03,Clacton,,,,no,Ann,Labour,5,{yes}\n").candidates
    assert stood.elected is True


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2029-05-03,Clacton,,,,maybe,Ann,Labour,5,", "withdrawn must be true or false"),
        ("2029-05-03,Clacton,,,,,Ann,Labour,5,perhaps", "elected of Ann must be true or false"),
        ("2029-05-03,Clacton,,,,,Ann,Labour,,", "votes of Ann are missing"),
        ("2029-05-03,Clacton,,,,,Ann,Labour", "votes of Ann are missing"),
        (
            "2029-05-03,Clacton,,,,,Ann,Labour,5.0,",
            "votes of Ann must be a whole number, not '5.0'",
        ),
        (
            "2029-05-03,Clacton,,,,,Ann,Labour,\u0665,",
            "votes of Ann must be a whole number, not '\u0665'",
        ),
        ("2029-05-03,Clacton,,,,,Ann,Labour,-5,", "votes of Ann cannot be negative"),
        (
            "2029-05-03,Clacton,,NaN,,,Ann,Labour,5,",
            "electorate must be a whole number, not 'NaN'",
        ),
        ("2029-05-03,Clacton", "the name of candidate 1 is missing"),
        ("03/05/2029,Clacton,,,,,Ann,Labour,5,", "polled_on must be a day such as 2029-05-03"),
        (",,,,,,,,,", "polled_on must be a day such as 2029-05-03"),
        ("2029-05-03,,,,,,Ann,Labour,5,", "constituency is missing"),
    ],
)
def test_every_wrong_field_of_a_csv_is_named(row: str, said: str) -> None:
    [one] = received(FULL_HEADER, row + "\n")
    assert one.reason in {said, f"Clacton: {said}"}
    assert one.reason.startswith("Clacton: ") == (",Clacton" in row)
    assert "2029" in one.text or "polled_on" in one.text


def test_columns_that_lack_are_named_once() -> None:
    assert reason("polled_on,name,votes\n", "2029-05-03,Ann,5\n", "2029-05-03,Ben,4\n") == (
        "the CSV lacks the columns constituency, party"
    )
    assert received(HEADER) == []


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [f"2029-05-03,Clacton,Ann,Labour,{'9' * 5000}\n"],
            id="more-digits-than-python-reads",
        ),
        pytest.param(
            [f"2029-05-03,{'x' * 140_000},Ann,Labour,5\n"],
            id="a-very-long-field",
        ),
        pytest.param(
            ['2029-05-03,"Clacton,Ann,Labour,5\n', *["2029-05-03,Clacton,Ben,Green,4\n"] * 6000],
            id="a-quote-that-is-never-closed",
        ),
        pytest.param(
            ["2029-05-03,Clac\rton,Ann,Labour,5\n"],
            id="a-carriage-return-in-a-line",
        ),
    ],
)
def test_csv_that_cannot_be_read_is_refused(rows: list[str]) -> None:
    assert all(one.report is None and one.reason for one in received(HEADER, *rows))


@pytest.mark.parametrize("first", ["garbage", "[]", '"Clacton"', "\ufeff"])
def test_a_first_line_that_is_broken_does_not_cost_the_others(first: str) -> None:
    line = json.dumps(declared())
    assert len([one for one in received(first, line, line) if one.report]) == 2


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
LIKELY: dict[str, list[Any]] = {
    "polled_on": ["2029-05-03", "2024-07-04"],
    "constituency": ["Clacton", "E14001174"],
    "candidates": [[], [candidate("Ann", "Labour", 5)]],
    "electorate": [0, 5, 70_000],
    "rejected_votes": [0, 5],
    "declared_at": ["2029-05-04T02:15", "0001-01-01T00:00Z"],
    "withdrawn": [True, False],
}
FIELDS = st.fixed_dictionaries(
    {},
    optional={name: JSON_VALUES | st.sampled_from(values) for name, values in LIKELY.items()},
)


@settings(max_examples=300, deadline=None)
@given(JSON_VALUES | FIELDS)
def test_any_json_value_is_a_report_or_has_a_reason(value: object) -> None:
    first = json.dumps(declared())
    *_, one = received(first, json.dumps(value))
    assert (one.report is None) == bool(one.reason)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(max_size=80).map(lambda text: " ".join(text.splitlines())), max_size=4))
def test_any_text_is_a_report_or_has_a_reason(lines: list[str]) -> None:
    for begun in ([], ["{\n"], [HEADER], [FULL_HEADER]):
        for one in received(*begun, *lines):
            assert (one.report is None) == bool(one.reason)
