"""What a correction says was said, and what is right."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.live import correction
from bot.answers.live.announced import render_announcement
from bot.answers.live.announcement import Announcement
from bot.elections.constituency import Boundaries, Constituency
from bot.elections.contest import Candidacy, Contest, ContestKind
from bot.elections.party import Party, PartyKind
from bot.elections.person import Person
from bot.elections.result import ContestResult
from tests.answers.telling import Announce, facts
from tests.declarations.making import THREE, Plain, candidate, declared

STILL = "Still right: Labour gain from Reform UK: Ann Able won by 5,000 votes (12.5 points)."


def corrected(announced: Announce, before: Plain, after: Plain) -> Announcement:
    return announced(before, after)[-1]


def test_a_correction_says_what_was_said_and_what_is_right(announced: Announce) -> None:
    right = [candidate("Ann Able", "Labour", 10_000), *THREE[1:]]
    one = corrected(announced, declared(), declared(candidates=right))
    assert one.title == "Correction: Clacton"
    assert one.alone
    assert one.lines == (
        "Was said: Labour gain from Reform UK: Ann Able won by 5,000 votes (12.5 points).",
        "Right is: Conservative gain from Reform UK: Ben Baker won by 5,000 votes (16.7 points).",
        "Ann Able (Labour): 10,000 votes, not 20,000.",
    )
    assert [standing.name for standing in one.standings] == ["Ben Baker", "Ann Able", "Cat Cole"]
    assert "Turnout" in facts(one)
    assert one.brief == "corrected to Conservative gain from Reform UK: Ben Baker by 5,000"
    assert one.footer == "by-election, 3 May 2029 · Source: the press"


def changed(**changes: object) -> tuple[Plain, Plain]:
    return declared(), declared(**changes)


def instead(*candidates: Plain) -> tuple[Plain, Plain]:
    """Others in the place of the third."""
    return changed(candidates=[*THREE[:2], *candidates])


@pytest.mark.parametrize(
    ("both", "line"),
    [
        (
            instead(candidate("Cat Cole", "Green", 4_000), candidate("Dan Dale", "Potato", 1_000)),
            "Dan Dale (Potato): 1,000 votes, missing before.",
        ),
        (
            instead(candidate("Cat Cole", "Green", 4_999), candidate("Dan Dale", "Potato", 1)),
            "Dan Dale (Potato): 1 vote, missing before.",
        ),
        (
            instead(candidate("Dan Dale", "Potato", 5_000)),
            "Cat Cole (Green): not in the result any more, 5,000 votes before.",
        ),
        (
            instead(candidate("Cat Cole", "Independent", 5_000)),
            "Cat Cole (Independent): not Green.",
        ),
        (
            instead(candidate("Catherine Cole", "Green", 5_000)),
            "Catherine Cole (Green): said to be Cat Cole before.",
        ),
        (changed(electorate=71_000), "Electorate: 71,000, not 70,000."),
        (changed(rejected_votes=0), "Rejected ballots: 0, not 100."),
        (
            (declared(electorate=None, rejected_votes=None), declared(rejected_votes=None)),
            "Electorate: 70,000, not known before.",
        ),
        (
            (declared(rejected_votes=None), declared(rejected_votes=0)),
            "Rejected ballots: 0, not known before.",
        ),
    ],
)
def test_whatever_else_changed_is_told(
    announced: Announce, both: tuple[Plain, Plain], line: str
) -> None:
    one = corrected(announced, *both)
    assert one.lines[0] == STILL
    assert line in one.lines
    assert one.brief == "corrected, still Labour gain from Reform UK: Ann Able by 5,000"


def test_several_changes_of_one_candidate_stand_together(announced: Announce) -> None:
    one = corrected(announced, *instead(candidate("Cat Cole", "Independent", 4_900)))
    assert one.lines == (STILL, "Cat Cole (Independent): not Green; 4,900 votes, not 5,000.")


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        ("02:15", "02:20", "Time of declaration: 02:20, not 02:15."),
        (None, "02:20", "Time of declaration: 02:20, not known before."),
        ("02:15", None, None),
        ("02:15", "02:15", None),
    ],
)
def test_the_time_of_declaration_is_told_where_it_is_another(
    announced: Announce, was: str | None, now: str | None, line: str | None
) -> None:
    one = corrected(
        announced,
        declared(declared_at=f"2029-05-04T{was}" if was else None),
        declared(declared_at=f"2029-05-04T{now}" if now else None, rejected_votes=101),
    )
    times = [said for said in one.lines if said.startswith("Time of declaration")]
    assert times == ([line] if line else [])


def test_figures_that_are_not_said_again_are_not_taken_back(announced: Announce) -> None:
    right = [candidate("Ann Able", "Labour", 20_100), *THREE[1:]]
    later = declared(candidates=right, electorate=None, rejected_votes=None)
    one = corrected(announced, declared(), later)
    assert one.lines[2:] == ("Ann Able (Labour): 20,100 votes, not 20,000.",)


def test_times_of_two_days_are_told_apart(announced: Announce) -> None:
    one = corrected(
        announced,
        declared(declared_at="2029-05-03T23:50"),
        declared(declared_at="2029-05-04T23:50", rejected_votes=101),
    )
    assert one.lines[-1] == "Time of declaration: 23:50 on 4 May, not 23:50 on 3 May."


def test_two_of_one_name_are_not_taken_for_each_other(announced: Announce) -> None:
    def smiths(labour: int, green: int) -> Plain:
        return declared(
            candidates=[
                *THREE[1:2],
                candidate("John Smith", "Labour", labour),
                candidate("John Smith", "Green", green),
            ]
        )

    one = corrected(announced, smiths(900, 800), smiths(700, 800))
    assert one.lines[-1] == "John Smith (Labour): 700 votes, not 900."


def test_names_in_other_scripts_are_told_as_they_are(announced: Announce) -> None:
    def standing(first: str, second: str) -> Plain:
        others = (("Ann Able", 900), (first, 800), (second, 700))
        return declared(candidates=[candidate(one, "Independent", votes) for one, votes in others])

    one = corrected(announced, standing("Κώστας", "王小明"), standing("王小明", "نیک\u200cپی"))
    assert one.lines[1:] == (
        "王小明 (Independent): 800 votes, not 700.",
        "نیک\u200cپی (Independent): 700 votes, missing before.",
        "Κώστας (Independent): not in the result any more, 800 votes before.",
    )


def test_two_who_share_only_their_latin_letters_are_two(announced: Announce) -> None:
    def doctors(wang: int, kim: int) -> Plain:
        both = (("Dr 王小明", wang), ("Dr 김철수", kim))
        return declared(candidates=[candidate(one, "Independent", votes) for one, votes in both])

    one = corrected(announced, doctors(900, 800), doctors(700, 800))
    assert one.lines[-1] == "Dr 王小明 (Independent): 700 votes, not 900."


def test_a_lot_that_fell_the_other_way_is_another_winner(announced: Announce) -> None:
    def tied(winner: str) -> Plain:
        return declared(
            candidates=[
                candidate("Ann Able", "Labour", 50, elected=winner == "Ann Able"),
                candidate("Ben Baker", "Green", 50, elected=winner == "Ben Baker"),
            ]
        )

    one = corrected(announced, tied("Ann Able"), tied("Ben Baker"))
    assert [line.partition(", after a tie with ")[::2] for line in one.lines] == [
        (
            "Was said: Labour gain from Reform UK: Ann Able won by lot",
            "Ben Baker on 50 votes each.",
        ),
        (
            "Right is: Green gain from Reform UK: Ben Baker won by lot",
            "Ann Able on 50 votes each.",
        ),
    ]


def test_all_of_it_reads_from_top_to_bottom(announced: Announce) -> None:
    right = [candidate("Ann Able", "Labour", 20_100), *THREE[1:], candidate("Dan", "Potato", 9)]
    one = corrected(announced, declared(electorate=None), declared(candidates=right))
    assert (
        render_announcement(one)
        == """\
Correction: Clacton
Was said: Labour gain from Reform UK: Ann Able won by 5,000 votes (12.5 points).
Right is: Labour gain from Reform UK: Ann Able won by 5,100 votes (12.7 points).
Ann Able (Labour): 20,100 votes, not 20,000.
Dan (Potato): 9 votes, missing before.
Electorate: 70,000, not known before.
Ann Able           Labour             20,100   50.1%   +33.9
Ben Baker          Conservative       15,000   37.4%    +9.5
Cat Cole           Green               5,000   12.5%    +8.3
1 other: 9 votes · turnout 57.4% (57.3% of valid votes)
swing 12.2 points from Conservative to Labour
before: Reform UK majority 8,405 in 2024
by-election in between: 13 August 2026, Reform UK hold (Nigel Farage)
by-election, 3 May 2029 · Source: the press"""
    )


# Whatever is corrected

SEAT = Constituency("E1", "Somewhere", Boundaries.SINCE_2024, "England", "London", "borough")
PARTIES = [
    Party("labour", "Labour", "Lab", PartyKind.PARTY),
    Party("green", "Green", "Grn", PartyKind.PARTY),
    Party("independent", "Independent", "Ind", PartyKind.INDEPENDENT),
]
CANDIDATES = st.builds(
    lambda name, party, votes: Candidacy(Person(name, name), name, party, "", votes),
    st.sampled_from(["Ann", "Ben", "Cat", "ann", "王"]),
    st.sampled_from(PARTIES),
    st.integers(1, 4),
)
# The journal takes nobody twice, by whichever spelling.
RESULTS = st.lists(
    CANDIDATES,
    min_size=1,
    max_size=6,
    unique_by=(lambda one: (one.standing_as.lower(), one.party), lambda one: one.person.id),
)


def as_told(candidates: list[Candidacy]) -> ContestResult:
    ranked = tuple(sorted(candidates, key=lambda one: -one.votes))
    contest = Contest(SEAT, date(2029, 5, 3), ContestKind.GENERAL, ranked, None, None)
    return ContestResult(contest, None)


def plainly(one: Candidacy) -> str:
    return f"{one.standing_as} ({one.party.name})"


@given(RESULTS, RESULTS)
def test_nobody_who_changed_is_left_out(said: list[Candidacy], now: list[Candidacy]) -> None:
    lines = "\n".join(correction.lines(as_told(said), as_told(now)))
    before = {(one.standing_as, one.party.name, one.votes) for one in said}
    after = {(one.standing_as, one.party.name, one.votes) for one in now}
    for one in now:
        is_told = f"{plainly(one)}: " in lines
        assert is_told == ((one.standing_as, one.party.name, one.votes) not in before)
    for one in said:
        if (one.standing_as, one.party.name, one.votes) not in after:
            assert one.standing_as in lines


@given(RESULTS)
def test_where_nothing_changed_nothing_is_said_to_have(said: list[Candidacy]) -> None:
    first, second = correction.lines(as_told(said), as_told(said))
    assert first.startswith("Still right: ")
    assert second == "No figure has changed, only whom Teller takes a candidate to be."
