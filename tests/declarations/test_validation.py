"""What a declaration must be to be believed, and the sentence for what is not."""

from contextlib import suppress
from datetime import date

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Declaration, DeclaredCandidate, Result
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.elections.contest import ContestId
from bot.errors import TellerError
from tests.declarations.making import (
    CLACTON,
    ISLINGTON,
    NOW,
    THREE,
    Plain,
    as_declared,
    candidate,
    declared,
    settled,
    standing,
    told,
)

ACCEPTED = ["accepted: Clacton, 2029-05-03"]


def result(journal: Journal, contest_id: ContestId = CLACTON) -> Result:
    entry = journal.last(contest_id)
    assert entry
    assert entry.result
    return entry.result


def candidates(journal: Journal, contest_id: ContestId = CLACTON) -> tuple[DeclaredCandidate, ...]:
    return result(journal, contest_id).candidates


def islington(catalogue: Catalogue, **changes: object) -> Plain:
    return {**as_declared(settled(catalogue)), **changes}


@pytest.mark.parametrize(
    ("plain", "reason"),
    [
        (declared(constituency="Atlantis"), "Atlantis: there is no constituency 'Atlantis'"),
        (
            declared(constituency="Clactn"),
            "Clactn: there is no constituency 'Clactn'",
        ),
        (
            declared(constituency="E14000642"),
            (
                "E14000642: 'E14000642' is no one constituency on the boundaries of 2029-05-03; "
                "give its code"
            ),
        ),
        (
            declared(polled_on="2029-05-10"),
            (
                "Clacton: no contest in Clacton on 2029-05-10 is known; open it first: "
                "teller open 2029-05-10 (for a by-election with --by)"
            ),
        ),
        (
            declared(constituency="Islington North"),
            (
                "Islington North: no contest in Islington North on 2029-05-03 is known; open it "
                "first: teller open 2029-05-03 (for a by-election with --by)"
            ),
        ),
        (declared(candidates=[]), "Clacton: no candidates are given"),
        (
            standing(candidate("Ann Able", "Labour", 5), candidate("ann  ABLE", "labour", 4)),
            "Clacton: Ann Able (Labour) is given twice",
        ),
        (
            standing(
                candidate("Ann Able", "Labour", 5, elected=True),
                candidate("Ben Baker", "Green", 4, elected=True),
            ),
            "Clacton: more than one candidate is said to be elected",
        ),
        (
            standing(
                candidate("Ann Able", "Labour", 5),
                candidate("Ben Baker", "Green", 4, elected=True),
            ),
            "Clacton: Ben Baker is said to be elected, but Ann Able has more votes",
        ),
        (
            standing(
                candidate("Ann Able", "Labour", 5, elected=False),
                candidate("Ben Baker", "Green", 4),
            ),
            "Clacton: Ann Able has most votes, but is said not to be elected",
        ),
        (
            standing(candidate("Ann Able", "Labour", 5), candidate("Ben Baker", "Green", 5)),
            "Clacton: the first two have as many votes: say who was elected by lot",
        ),
        (
            standing(
                candidate("Ann Able", "Labour", 0, elected=True),
                candidate("Ben Baker", "Green", 0),
            ),
            "Clacton: nobody has any votes yet",
        ),
        (
            declared(electorate=39_999),
            "Clacton: 40,000 votes are more than the electorate of 39,999",
        ),
        (
            declared(declared_at="2029-05-03T21:59"),
            "Clacton: declared_at 2029-05-03 21:59 is not in the days after the poll",
        ),
        (
            declared(declared_at="2029-05-06T00:01"),
            "Clacton: declared_at 2029-05-06 00:01 is not in the days after the poll",
        ),
        (
            declared(withdrawn=True, declared_at="2029-06-06T00:01"),
            "Clacton: declared_at 2029-06-06 00:01 is not in the days after the poll",
        ),
    ],
)
def test_what_cannot_be_true_is_refused_with_its_reason(
    desk: Desk, journal: Journal, plain: Plain, reason: str
) -> None:
    assert told(desk, plain) == [f"refused: {reason}"]
    assert journal.since(0) == []
    [(when, source, kept, received)] = journal.refused()
    assert (when, source, kept) == ("2029-05-04T02:30:00+00:00", "the press", reason)
    assert received.startswith("{")


@pytest.mark.parametrize(
    "changes",
    [
        {"electorate": 40_100},
        {"electorate": None},
        {"rejected_votes": None},
        {"declared_at": "2029-05-03T22:00"},
        {"declared_at": "2029-05-06T00:00"},
        {"constituency": "E14001174"},
        {"constituency": "  CLACTON "},
        {"declared_at": None},
        {"majority": -7, "share": "no number", "gain": "Nobody"},
    ],
)
def test_what_just_holds_is_accepted(desk: Desk, changes: Plain) -> None:
    assert told(desk, declared(**changes)) == ACCEPTED


def test_rejected_ballots_that_are_too_many_are_said_to_be_the_reason(desk: Desk) -> None:
    [said] = told(desk, declared(electorate=40_099))
    assert "40,000 votes are more than the electorate of 40,099" not in said
    assert said.startswith("refused: ")


def test_a_blank_published_as_a_result_has_no_votes_yet(desk: Desk) -> None:
    blank = [{**one, "votes": 0} for one in THREE]
    assert told(desk, declared(candidates=blank)) == ["refused: Clacton: nobody has any votes yet"]


def test_an_electorate_of_nobody_is_refused(desk: Desk) -> None:
    [said] = told(desk, declared(electorate=0))
    assert said.startswith("refused: ")


def test_more_votes_than_any_constituency_has_people_are_refused(desk: Desk) -> None:
    [said] = told(
        desk,
        declared(electorate=None, candidates=[candidate("Ann Able", "Labour", 10**4000)]),
    )
    assert said.startswith("refused: ")


def test_votes_of_thousands_of_digits_are_refused(desk: Desk) -> None:
    many = int("9" * 4300)
    two = [candidate("Ann Able", "Labour", many), candidate("Ben Baker", "Green", many - 1)]
    [said] = told(desk, declared(candidates=two))
    assert said.startswith("refused: ")


def test_an_unknown_electorate_stays_unknown(desk: Desk, journal: Journal) -> None:
    assert told(desk, declared(electorate=None, rejected_votes=None)) == ACCEPTED
    assert result(journal).electorate is None
    assert result(journal).rejected_votes is None


def test_the_winner_comes_first_then_who_has_most_votes(desk: Desk, journal: Journal) -> None:
    told(desk, declared(candidates=[THREE[2], THREE[0], THREE[1]]))
    assert [one.name for one in candidates(journal)] == ["Ann Able", "Ben Baker", "Cat Cole"]


@pytest.mark.parametrize("elected", ["Ann Able", "Ben Baker"])
def test_a_tie_goes_to_who_was_elected_by_lot(desk: Desk, journal: Journal, elected: str) -> None:
    tied = [
        candidate("Ann Able", "Labour", 5_000),
        candidate("Ben Baker", "Green", 5_000),
        candidate("Cat Cole", "Reform UK", 4_000),
    ]
    by_lot = [{**one, "elected": one["name"] == elected} for one in tied]
    assert told(desk, declared(candidates=by_lot)) == ACCEPTED
    assert candidates(journal)[0].name == elected


def test_a_tie_further_down_needs_no_lot(desk: Desk) -> None:
    tied = [THREE[0], candidate("Ben Baker", "Green", 9), candidate("Cat Cole", "Reform UK", 9)]
    assert told(desk, declared(candidates=tied)) == ACCEPTED


def test_new_candidates_of_known_parties_are_new_persons(desk: Desk, journal: Journal) -> None:
    told(desk, standing(candidate("Ann Able", "Lab", 9), candidate("Cat O'Cole", "GREEN", 8)))
    first, second = candidates(journal)
    assert first == DeclaredCandidate(
        "Ann Able", "ann-able.E14001174.2029-05-03", "Labour", "labour", 9
    )
    assert second.person_id == "cat-ocole.E14001174.2029-05-03"
    assert second.party_id == "green"


def test_persons_who_stood_there_or_for_the_party_are_known_again(
    desk: Desk, journal: Journal
) -> None:
    told(
        desk,
        standing(
            candidate("Nigel Farage", "Reform UK", 9),
            candidate("Jeremy Corbyn", "Labour", 8),
            candidate("Giles Watling", "Independent", 7),
            candidate("Keir Starmer", "Monster Raving Loony", 6),
        ),
    )
    assert [one.person_id for one in candidates(journal)] == [
        "nigel-farage",
        "jeremy-corbyn",
        "giles-watling",
        "keir-starmer.E14001174.2029-05-03",
    ]


def test_a_name_that_several_had_is_nobody_known(
    desk: Desk, journal: Journal, catalogue: Catalogue
) -> None:
    assert catalogue.persons.same_person("David Morgan", CLACTON.code, "labour") is None
    told(desk, standing(candidate("David Morgan", "Labour", 9), THREE[2] | {"votes": 1}))
    assert candidates(journal)[0].person_id == "david-morgan.E14001174.2029-05-03"


def test_a_party_nobody_heard_of_keeps_the_name_it_was_given(desk: Desk, journal: Journal) -> None:
    told(desk, standing(candidate("Ann Able", "Łódź Potato Party", 9), THREE[2] | {"votes": 1}))
    stood = candidates(journal)[0]
    assert (stood.party, stood.party_id) == ("Łódź Potato Party", "lodz-potato-party")


def test_one_candidate_alone_is_no_whole_result(desk: Desk) -> None:
    assert told(desk, standing(THREE[0])) == [
        "refused: Clacton: one candidate alone is no whole result"
    ]


def test_a_candidate_given_twice_under_two_names_of_the_party_is_refused(desk: Desk) -> None:
    twice = [candidate("Ann Able", "Labour", 5), candidate("Ann Able", "Lab", 4)]
    assert told(desk, standing(*twice)) == ["refused: Clacton: Ann Able (Labour) is given twice"]


def test_two_candidates_of_one_name_are_two_persons(desk: Desk, journal: Journal) -> None:
    told(desk, standing(candidate("Ann Able", "Labour", 5), candidate("Ann Able", "Green", 4)))
    first, second = candidates(journal)
    assert first.person_id != second.person_id


def test_names_in_other_scripts_are_told_apart(desk: Desk) -> None:
    two = [candidate("王小明", "Independent", 5), candidate("Άννα", "Independent", 4)]
    assert told(desk, standing(*two)) == ACCEPTED


def independents(*names: str) -> Plain:
    """Each with one vote less than the one before."""
    return standing(
        *(candidate(name, "Independent", 900 - place) for place, name in enumerate(names))
    )


def named(journal: Journal) -> dict[str, int]:
    return {one.name: one.votes for one in candidates(journal)}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (["Ann Able", "Κώστας Παπαδόπουλος", "王小明"], ["Ann Able", "Мария Иванова", "김철수"]),
        (["Ann Able", "王小明", "김철수"], ["Ann Able", "김철수", "王小明"]),
        (["Dr 王小明", "Dr 김철수"], ["Dr 김철수", "Dr 王小明"]),
        (["Ann Иванова", "Ben"], ["Ann Петрова", "Ben"]),
        (["किशन", "Ben"], ["कशन", "Ben"]),
    ],
)
def test_a_name_in_any_script_can_be_corrected(
    desk: Desk, journal: Journal, wrong: list[str], right: list[str]
) -> None:
    corrected = ["accepted: Clacton, 2029-05-03", "corrected: Clacton, 2029-05-03"]
    assert told(desk, independents(*wrong), independents(*right)) == corrected
    assert list(named(journal)) == right


def test_nineteen_names_of_other_scripts_keep_to_their_own_votes(
    desk: Desk, journal: Journal
) -> None:
    before = [f"{sign}小明" for sign in "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高"]
    after = [f"{sign}소연" for sign in "김이박최정강조윤장임한오서신권황안송류"]
    told(desk, independents(*before), independents(*after))
    assert named(journal) == {name: 900 - place for place, name in enumerate(after)}
    assert len({one.person_id for one in candidates(journal)}) == 19


@pytest.mark.parametrize(
    ("once", "again"),
    [
        ("Мария Иванова", "МАРИЯ ИВАНОВА"),
        ("نیک\u200cپی", "نیکپی"),
        ("김철수", "\u1100\u1175\u11b7\u110e\u1165\u11af\u1109\u116e"),
        ("José Able", "jose able"),
    ],
)
def test_a_name_in_any_script_that_only_looks_different_stays_as_it_was(
    desk: Desk, journal: Journal, once: str, again: str
) -> None:
    answers = told(desk, independents("Ann", once), independents("Ann", again))
    assert answers == ["accepted: Clacton, 2029-05-03", "unchanged: Clacton, 2029-05-03"]
    assert list(named(journal)) == ["Ann", once]


def test_who_has_no_latin_letter_is_the_same_person_at_any_place(
    desk: Desk, journal: Journal
) -> None:
    told(desk, independents("王小明", "Мария Иванова", "Ann"))
    before = {one.name: one.person_id for one in candidates(journal)}
    told(desk, independents("Ann", "김철수", "Мария Иванова", "王小明"))
    after = {one.name: one.person_id for one in candidates(journal)}
    assert before.items() < after.items()
    assert len(set(after.values())) == 4


def test_who_was_numbered_in_an_older_journal_is_known_by_name(
    desk: Desk, journal: Journal
) -> None:
    numbered = (
        DeclaredCandidate("王小明", f"somebody.{CLACTON}", "Independent", "independent", 900),
        DeclaredCandidate("김철수", f"somebody.{CLACTON}-2", "Independent", "independent", 899),
    )
    journal.record(Declaration(CLACTON, Result(numbered, None, None), None), "the press", NOW)
    plain = independents("王小明", "김철수") | {"electorate": None, "rejected_votes": None}
    assert told(desk, plain) == ["unchanged: Clacton, 2029-05-03"]
    plain = independents("김철수", "Мария Иванова") | {"electorate": None}
    assert told(desk, plain) == ["corrected: Clacton, 2029-05-03"]
    assert named(journal) == {"김철수": 900, "Мария Иванова": 899}
    assert candidates(journal)[0].person_id == f"somebody.{CLACTON}-2"


@pytest.mark.parametrize("party", ["工党", "Партия Labour", "Партия 5", "???"])
def test_a_party_in_other_letters_is_no_other_party(
    desk: Desk, journal: Journal, party: str
) -> None:
    others = [candidate("Ann", "Группа 5", 5), candidate("Ben", "Labour", 4)]
    told(desk, standing(candidate("Ann", party, 9), *others))
    stood = candidates(journal)
    assert stood[0].party == party
    assert len({one.party_id for one in stood}) == 3


def test_another_party_in_other_letters_is_a_correction(desk: Desk, journal: Journal) -> None:
    wrong, right = (
        standing(candidate("Ann", party, 9), THREE[2] | {"votes": 1})
        for party in ("Партия 5", "Группа 5")
    )
    assert told(desk, wrong, right)[1] == "corrected: Clacton, 2029-05-03"
    assert candidates(journal)[0].party == "Группа 5"


def test_a_candidate_given_twice_is_named_in_any_script(desk: Desk) -> None:
    twice = independents("نیک\u200cپی", "Ann", "نیکپی")
    assert told(desk, twice) == ["refused: Clacton: نیک\u200cپی (Independent) is given twice"]


@pytest.mark.parametrize("written", ["2029-05-03T21:30Z", "2029-05-03T17:30-04:00"])
def test_a_time_elsewhere_is_the_time_in_britain(
    desk: Desk, journal: Journal, written: str
) -> None:
    told(desk, declared(declared_at=written))
    entry = journal.last(CLACTON)
    assert entry
    assert str(entry.declared_at) == "2029-05-03 22:30:00"


def test_a_settled_contest_takes_its_own_result(
    desk: Desk, journal: Journal, catalogue: Catalogue
) -> None:
    assert told(desk, islington(catalogue)) == ["accepted: Islington North, 2024-07-04"]
    known = settled(catalogue)
    assert [(one.person_id, one.party_id, one.votes) for one in candidates(journal, ISLINGTON)] == [
        (one.person.id, one.party.id, one.votes) for one in known.candidacies
    ]


@pytest.mark.parametrize("party", ["Independent", "IND", "ynmp-party:2", "Jeremy's Own Party"])
def test_who_stood_is_found_by_name_and_party_however_they_are_written(
    desk: Desk, journal: Journal, catalogue: Catalogue, party: str
) -> None:
    plain = islington(catalogue)
    plain["candidates"][0].update(name="JEREMY  CORBYN", party=party)
    [said] = told(desk, plain)
    assert said == "accepted: Islington North, 2024-07-04"
    assert candidates(journal, ISLINGTON)[0].person_id == "jeremy-corbyn"


@pytest.mark.parametrize(
    ("name", "party"), [("Jeremy Corbyn", "Labour"), ("Ann Able", "Independent")]
)
def test_who_did_not_stand_in_a_settled_contest_is_refused(
    desk: Desk, catalogue: Catalogue, name: str, party: str
) -> None:
    plain = islington(catalogue)
    plain["candidates"][0].update(name=name, party=party)
    assert told(desk, plain) == [
        f"refused: E14001305: {name} ({party}) did not stand in this contest"
    ]


def test_a_partial_result_of_a_settled_contest_is_none(desk: Desk, catalogue: Catalogue) -> None:
    plain = islington(catalogue)
    plain["candidates"] = plain["candidates"][:6]
    assert told(desk, plain) == [
        "refused: E14001305: 6 of 7 candidates have votes: a partial result is none"
    ]


def test_somebody_given_twice_does_not_stand_in_for_somebody_who_lacks(
    desk: Desk, catalogue: Catalogue
) -> None:
    plain = islington(catalogue)
    plain["candidates"][6] = candidate("Jeremy Corbyn", "Jeremy's Own Party", 32)
    [said] = told(desk, plain)
    assert said.startswith("refused: ")


@pytest.mark.parametrize("electorate", [None, 49_000])
def test_a_settled_contests_electorate_bounds_its_votes(
    desk: Desk, catalogue: Catalogue, electorate: int | None
) -> None:
    plain = islington(catalogue, electorate=electorate)
    plain["candidates"][0]["votes"] += 30_000 if electorate is None else 0
    [said] = told(desk, plain)
    assert said.startswith("refused: E14001305: ")
    assert f"more than the electorate of {electorate or 72_852:,}" in said


@pytest.mark.parametrize(
    ("day", "code"), [("2019-12-12", "E14000763"), ("2024-07-04", "E14001305")]
)
def test_a_name_means_the_seat_on_the_boundaries_of_the_day(
    desk: Desk, journal: Journal, catalogue: Catalogue, day: str, code: str
) -> None:
    contest = settled(catalogue, ContestId(code, date.fromisoformat(day)))
    plain = as_declared(contest) | {"constituency": "Islington North"}
    assert told(desk, plain) == [f"accepted: Islington North, {day}"]
    assert journal.last(contest.id)


def test_a_seat_is_found_by_its_welsh_name(desk: Desk, catalogue: Catalogue) -> None:
    contest = settled(catalogue, ContestId("W07000088", date(2024, 7, 4)))
    plain = as_declared(contest) | {"constituency": "caerffili"}
    assert told(desk, plain) == ["accepted: Caerphilly, 2024-07-04"]


def test_the_end_of_all_days_is_a_day_or_cannot_be_opened(desk: Desk) -> None:
    with suppress(TellerError):
        desk.open_election(date.max, "Clacton")
    told(desk, declared(polled_on="9999-12-31", declared_at="9999-12-31T23:00"))
