"""What is declared, in the answers that everybody gets."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.overlay import Dated
from bot.declarations.declaration import Declaration, DeclaredCandidate, Result
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.state import open_state
from bot.elections.contest import ContestId, ContestKind
from tests.answers.reading import choices, flowing, said
from tests.declarations.making import (
    CLACTON,
    DAY,
    ISLINGTON,
    NOW,
    THREE,
    as_declared,
    candidate,
    declared,
    settled,
    standing,
    told,
)

OPEN = (
    "By-election of 3 May 2029: nothing is declared here yet, and no candidates are known to "
    "Teller."
)
LIVE = "Declared live; not yet among the settled results."
SETTLED_TITLE = "Clacton · by-election, 13 August 2026"
LIVE_TITLE = "Clacton · by-election, 3 May 2029"
WITHDRAWN = {"polled_on": "2029-05-03", "constituency": "Clacton", "withdrawn": True}

THE_WHOLE_ANSWER = """\
Clacton · by-election, 3 May 2029
Labour gain from Reform UK: Ann Able won by 5,000 votes (12.5 points)
Declared live; not yet among the settled results.
This by-election is the latest contest here, since the general election."""


def test_a_contest_that_is_open_is_said_to_be_open(desk: Desk, answers: Answers) -> None:
    reply = answers.ask("clacton")
    assert reply.title == SETTLED_TITLE
    assert OPEN in reply.preface
    assert LIVE not in reply.preface
    assert OPEN not in answers.ask("islington north").preface


def test_asked_for_what_is_only_open_it_says_so(desk: Desk, answers: Answers) -> None:
    reply = answers.ask("clacton 2029")
    assert reply.title == "Clacton: no result for “2029”"
    assert OPEN in reply.notes


def test_a_general_election_is_open_everywhere_but_in_seats_of_the_past(
    desk: Desk, answers: Answers
) -> None:
    desk.open_election(date(2030, 6, 6), None)
    sentence = OPEN.replace("By-election of 3 May 2029", "General election of 6 June 2030")
    for seat in ("islington north", "ynys mon", "north down", "orkney and shetland"):
        assert sentence in answers.ask(seat).preface
    assert [one for one in answers.ask("clacton").preface if "is declared here" in one] == [
        sentence,
        OPEN,
    ]
    assert sentence not in answers.ask("kensington 2010").preface


def test_a_result_is_shown_at_once_and_marked_as_declared_live(
    desk: Desk, answers: Answers
) -> None:
    told(desk, declared(declared_at="2029-05-04T02:15"), source="Tendring District Council")
    for question in ("clacton", "clacton 2029", "/result clacton by-election 2029"):
        reply = answers.ask(question)
        assert reply.title == LIVE_TITLE
        assert reply.headline == (
            "Labour gain from Reform UK: Ann Able won by 5,000 votes (12.5 points)"
        )
        assert LIVE in reply.preface
        assert OPEN not in reply.preface
        assert reply.sources == ("Tendring District Council",)
        assert reply.as_of is None
    text = said(answers, "clacton")
    assert text.startswith(THE_WHOLE_ANSWER)
    assert "Ann Able           Labour             20,000   50.0%" in text
    assert "turnout 57.3% (57.1% of valid votes) · rejected ballots 100" in text
    assert "before: Reform UK majority 8,405 in 2024 · declared about 02:15" in text
    assert text.endswith("Source: Tendring District Council")
    assert "Clacton, 13 August 2026" in choices(answers.ask("clacton"))


def test_what_is_settled_is_not_marked_as_live(
    desk: Desk, answers: Answers, catalogue: Catalogue
) -> None:
    told(desk, declared())
    reply = answers.ask("islington north")
    assert LIVE not in reply.preface
    assert reply.sources == ("UK Parliament election results",)
    told(desk, as_declared(settled(catalogue)), source="a later feed")
    assert answers.ask("islington north") == reply


@pytest.mark.parametrize(
    ("winner", "party", "headline"),
    [
        ("Nigel Farage", "Reform UK", "Reform UK hold: Nigel Farage won by 900 votes"),
        ("Ann Able", "Reform UK", "Reform UK hold: Ann Able won by 900 votes"),
        ("Ann Able", "Labour", "Labour gain from Reform UK: Ann Able won by 900 votes"),
        ("Ann Able", "Independent", "Independent gain from Reform UK: Ann Able won by 900"),
        ("Ann Able", "Potato", "Potato gain from Reform UK: Ann Able won by 900 votes"),
    ],
)
def test_hold_or_gain_is_reckoned_and_not_read(
    desk: Desk, answers: Answers, winner: str, party: str, headline: str
) -> None:
    two = [candidate(winner, party, 1_000), candidate("Cat Cole", "Green", 100)]
    lies = {"gain": "Green gain from Labour", "majority": 7, "candidates": two}
    told(desk, declared(**lies))
    assert answers.ask("clacton").headline.startswith(headline)


def test_what_is_not_known_is_not_shown(desk: Desk, answers: Answers) -> None:
    told(desk, declared(electorate=None, rejected_votes=None))
    labels = [fact.label for fact in answers.ask("clacton").facts]
    assert labels == ["Majority", "Swing", "Before"]


def test_rejected_ballots_that_nobody_told_are_not_none(desk: Desk, answers: Answers) -> None:
    told(desk, declared(rejected_votes=None))
    facts = {fact.label: fact.value for fact in answers.ask("clacton").facts}
    assert facts["Rejected ballots"] == "not published"
    assert facts["Turnout"] == "57.1% of valid votes"


def test_a_correction_is_what_is_answered_from_then_on(desk: Desk, answers: Answers) -> None:
    two = [candidate("Ann Able", "Labour", 90), candidate("Ben Baker", "Conservative", 100)]
    told(desk, declared(), declared(candidates=two))
    assert "Ben Baker won by 10 votes" in answers.ask("clacton").headline


def test_what_is_withdrawn_is_gone_and_what_comes_again_is_there(
    desk: Desk, answers: Answers
) -> None:
    before = answers.ask("clacton")
    told(desk, declared(), WITHDRAWN)
    assert answers.ask("clacton") == before
    assert answers.open("contest", str(CLACTON)).title != LIVE_TITLE
    told(desk, declared())
    assert answers.ask("clacton").title == LIVE_TITLE
    assert answers.open("contest", str(CLACTON)).title == LIVE_TITLE


def test_a_tie_settled_by_lot_has_a_majority_of_none(desk: Desk, answers: Answers) -> None:
    tied = [candidate("Ann Able", "Labour", 50), candidate("Ben Baker", "Green", 50, elected=True)]
    told(desk, declared(candidates=tied))
    reply = answers.ask("clacton")
    assert "Ben Baker won by lot, after a tie with Ann Able on 50 votes each" in reply.headline
    assert [(one.name, one.won) for one in reply.standings] == [
        ("Ben Baker", True),
        ("Ann Able", False),
    ]


def test_a_person_who_stood_is_shown_there(desk: Desk, answers: Answers) -> None:
    assert answers.ask("jeremy corbyn").title.endswith("general election, 4 July 2024")
    two = [candidate("Jeremy Corbyn", "Your Party", 90), candidate("Giles Watling", "Con", 100)]
    told(desk, declared(candidates=two))
    reply = answers.ask("giles watling")
    assert reply.title == f"Giles Watling · {LIVE_TITLE}"
    assert reply.headline.startswith("Giles Watling (Conservative) came 1st of 2 with 100 votes")
    told(desk, WITHDRAWN)
    assert answers.ask("giles watling").title.startswith("Giles Watling · Clacton · ")
    assert "2029" not in answers.ask("giles watling").title


def test_a_win_declared_live_counts_as_a_win(desk: Desk, answers: Answers) -> None:
    assert "(from 2014 to 2024) and won twice." in flowing(said(answers, "giles watling"))
    told(desk, standing(candidate("Giles Watling", "Conservative", 100), THREE[2] | {"votes": 1}))
    assert "(from 2014 to 2029) and won 3 times." in flowing(said(answers, "giles watling"))


def test_elections_that_can_be_chosen_have_the_live_one_first(desk: Desk, answers: Answers) -> None:
    told(desk, declared())
    first, *_ = answers.suggest_elections("constituency:E14001174")
    assert (first.id, first.label) == ("2029-05-03", "By-election, 3 May 2029")


@pytest.fixture
def elsewhere(state_url: str, catalogue_path: Path) -> Iterator[Catalogue]:
    """The same state, as another connection sees it."""
    with closing(open_state(state_url)) as connection:
        opened = Catalogue.open(catalogue_path)
        opened.contests.live = LiveContests(Journal(connection), opened)
        yield opened
        opened.close()


def test_what_one_connection_writes_another_sees_at_once(desk: Desk, elsewhere: Catalogue) -> None:
    seat = [CLACTON.code]
    assert elsewhere.contests.to_come(seat) == [(CLACTON, ContestKind.BY_ELECTION)]
    assert elsewhere.contests.get(CLACTON) is None
    told(desk, declared())
    assert elsewhere.contests.to_come(seat) == []
    assert elsewhere.contests.ids_of_seats(seat)[0] == (CLACTON, ContestKind.BY_ELECTION)
    found = elsewhere.contests.get(CLACTON)
    assert found
    assert (found.winner.standing_as, found.source) == ("Ann Able", "the press")
    told(desk, WITHDRAWN)
    assert elsewhere.contests.get(CLACTON) is None
    assert elsewhere.contests.to_come(seat) == [(CLACTON, ContestKind.BY_ELECTION)]


def test_polling_days_are_those_that_were_opened_too(desk: Desk, elsewhere: Catalogue) -> None:
    assert elsewhere.contests.polling_days()[DAY] is ContestKind.BY_ELECTION
    desk.open_election(date(2030, 6, 6), None)
    days = elsewhere.contests.polling_days()
    assert days[date(2030, 6, 6)] is ContestKind.GENERAL
    assert days[ISLINGTON.polled_on] is ContestKind.GENERAL


def test_a_catalogue_without_a_journal_has_nothing_live(catalogue: Catalogue, desk: Desk) -> None:
    told(desk, declared())
    assert catalogue.contests.get(CLACTON) is None
    assert catalogue.contests.to_come([CLACTON.code]) == []
    assert DAY not in catalogue.contests.polling_days()


def journalled(journal: Journal, contest: ContestId, person_id: str) -> None:
    """A contest opened and declared with one person, whoever that is."""
    journal.open([contest], ContestKind.GENERAL, NOW)
    result = Result((DeclaredCandidate("Some One", person_id, "Labour", "labour", 9),), None, None)
    journal.record(Declaration(contest, result, None), "the press", NOW)


def test_what_has_been_settled_since_is_not_live_any_more(
    journal: Journal, live_catalogue: Catalogue
) -> None:
    before = settled(live_catalogue)
    journalled(journal, ISLINGTON, "jeremy-corbyn")
    contests = live_catalogue.contests
    assert contests.get(ISLINGTON) == before
    assert [one for one, _ in contests.ids_of_seats([ISLINGTON.code])] == [ISLINGTON]
    assert [one for one, _ in contests.ids_of_person("jeremy-corbyn")].count(ISLINGTON) == 1
    journal.record(Declaration(ISLINGTON, None, None), "the press", NOW)
    assert contests.to_come([ISLINGTON.code]) == []


def test_who_was_taken_for_somebody_else_is_let_go_once_the_result_is_settled(
    journal: Journal, answers: Answers
) -> None:
    """The feed's David Miliband in Islington North turned out to be a namesake."""
    journalled(journal, ISLINGTON, "david-miliband")
    assert answers.ask("david miliband").title.startswith("David Miliband · South Shields")


class WithdrawnMeanwhile(LiveContests):
    """The moment between two looks: listed by the first, taken back before the second."""

    def contest(self, contest_id: ContestId) -> None:
        return None

    def to_come(self, codes: list[str]) -> Dated:
        return []


@pytest.mark.parametrize(
    "question",
    [
        "clacton",
        "clacton 2024",
        pytest.param(
            "giles watling",
        ),
    ],
)
def test_a_withdrawal_in_the_middle_of_an_answer_is_no_error(
    desk: Desk, journal: Journal, live_catalogue: Catalogue, answers: Answers, question: str
) -> None:
    told(desk, declared(candidates=[candidate("Giles Watling", "Conservative", 100)]))
    live_catalogue.contests.live = WithdrawnMeanwhile(journal, live_catalogue)
    assert answers.ask(question).title


def test_a_by_election_is_compared_with_a_general_election_that_is_still_live(
    desk: Desk, answers: Answers
) -> None:
    desk.open_election(date(2030, 6, 6), None)
    desk.open_election(date(2031, 2, 6), "Clacton")
    told(desk, declared(polled_on="2030-06-06"))
    told(desk, declared(polled_on="2031-02-06"))
    assert answers.ask("clacton").headline.startswith("Labour hold: ")
