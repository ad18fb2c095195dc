"""What a channel is told."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answers import contest as contest_answer
from bot.answers.live.announced import render_announcement, render_list
from bot.answers.live.announcement import Announcement, announce
from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Entry, EntryKind
from bot.declarations.desk import Desk
from bot.declarations.news import Count, News
from bot.declarations.newsroom import Newsroom
from bot.elections.contest import Contest, ContestId, ContestKind
from bot.elections.result import ContestResult
from tests.answers.telling import TWO, WITHDRAWN, Announce, facts, winning
from tests.declarations.making import (
    DAY,
    ISLINGTON,
    NOW,
    THREE,
    as_declared,
    candidate,
    declared,
    settled,
)

ISLINGTON_NORTH = """\
Islington North: Independent gain from Labour
Jeremy Corbyn won by 7,247 votes (14.8 points)
Jeremy Corbyn      Independent        24,120   49.2%
Praful Nargund     Labour             16,873   34.4%   −29.9
Sheridan Kates     Green               2,660    5.4%    −2.6
4 others: 5,353 votes · turnout 67.5% (67.3% of valid votes)
before: Labour majority 26,188 in 2019
1 of 650 declared · general election, 4 July 2024 · Source: Islington Council"""

CHORLEY = ContestId("E14001170", date(2024, 7, 4))
THE_WREKIN = ContestId("E14001541", date(2024, 7, 4))


def names(announcement: Announcement) -> list[str]:
    return [one.name for one in announcement.standings]


def test_a_gain_reads_from_top_to_bottom(catalogue: Catalogue, announced: Announce) -> None:
    [one] = announced(as_declared(settled(catalogue)), source="Islington Council")
    assert render_announcement(one) == ISLINGTON_NORTH
    assert render_list([one]).splitlines()[0] == (
        "Islington North: Independent gain from Labour: Jeremy Corbyn by 7,247"
    )
    assert (one.seat, one.contest, one.alone) == ("Islington North", str(ISLINGTON), False)


def test_a_hold_and_a_swing(announced: Announce) -> None:
    [one] = announced(declared(candidates=winning("Ann Able", "Reform UK")))
    assert one.title == "Clacton: Reform UK hold"
    assert one.lines == ("Ann Able won by 800 votes (80.0 points)",)
    assert one.brief == "Reform UK hold: Ann Able by 800"
    assert facts(one)["Swing"] == "19.0 points from Green to Reform UK"
    assert facts(one)["Before"] == "Reform UK majority 8,405 in 2024"
    assert one.colour


@pytest.mark.parametrize(
    ("winner", "party", "title"),
    [
        ("Ann Able", "Independent", "Clacton: Independent gain from Reform UK"),
        ("Ann Able", "Potato Party", "Clacton: Potato Party gain from Reform UK"),
        ("Nigel Farage", "Reform UK", "Clacton: Reform UK hold"),
    ],
)
def test_the_title_says_for_whom_and_from_whom(
    announced: Announce, winner: str, party: str, title: str
) -> None:
    [one] = announced(declared(candidates=winning(winner, party)))
    assert one.title == title
    assert one.standings[0].party == party


@pytest.mark.parametrize(
    ("winner", "title"),
    [
        ("Jeremy Corbyn", "Islington North: Independent hold"),
        ("Ann Able", "Islington North: Independent gain from another Independent"),
    ],
)
def test_two_independents_are_not_one_party(
    desk: Desk, announced: Announce, winner: str, title: str
) -> None:
    desk.open_election(DAY, "Islington North")
    result = winning(winner, "Independent")
    [one] = announced(declared(constituency="Islington North", candidates=result))
    assert one.title == title
    assert [standing.change for standing in one.standings] == ["", "+4.6"]
    assert "Swing" not in facts(one)


def test_the_speaker_holds(catalogue: Catalogue, announced: Announce) -> None:
    [one] = announced(as_declared(settled(catalogue, CHORLEY)))
    assert one.title == "Chorley: Speaker hold"
    assert one.brief == "Speaker hold: Lindsay Hoyle by 20,575"
    assert "Swing" not in facts(one)


def test_on_new_boundaries_what_was_before_is_called_notional(
    catalogue: Catalogue, announced: Announce
) -> None:
    [one] = announced(as_declared(settled(catalogue, THE_WREKIN)))
    assert facts(one)["Before"].startswith("Conservative notional majority ")
    assert facts(one)["Before"].endswith(" in 2019, on these boundaries")


def test_where_nobody_held_the_seat_before_it_is_a_win(
    newsroom: Newsroom, announced: Announce
) -> None:
    announced(declared())
    [news] = newsroom.news([1])
    assert news.now
    one = announce(replace(news, now=ContestResult(news.now.contest, None), between=()))
    assert one.title == "Clacton: Labour win"
    assert one.brief == "Labour win: Ann Able by 5,000"
    assert [standing.change for standing in one.standings] == ["", "", ""]
    assert list(facts(one)) == ["Turnout"]


def test_one_candidate_only_has_beaten_nobody(newsroom: Newsroom, announced: Announce) -> None:
    """A live declaration must name two, but a settled contest may have only one."""
    announced(declared())
    [news] = newsroom.news([1])
    assert news.now
    contest = replace(news.now.contest, candidacies=news.now.contest.candidacies[:1])
    one = announce(replace(news, now=replace(news.now, contest=contest)))
    assert one.lines == ("Ann Able won with 20,000 votes, the only candidate reported",)
    assert one.brief == "Labour gain from Reform UK: Ann Able with 20,000 votes"
    assert names(one) == ["Ann Able"]


def test_a_tie_was_decided_by_lot(announced: Announce) -> None:
    tied = [
        candidate("Ann Able", "Labour", 50),
        candidate("Ben Baker", "Green", 50, elected=True),
        candidate("Cat Cole", "Reform UK", 49),
    ]
    [one] = announced(declared(candidates=tied))
    assert one.lines == ("Ben Baker won by lot, after a tie with Ann Able on 50 votes each",)
    assert one.brief == "Green gain from Reform UK: Ben Baker by lot"
    assert "0 votes" not in render_announcement(one).replace("50 votes", "")


def test_a_tie_of_three_names_all_three(announced: Announce) -> None:
    tied = [candidate(one, f"{one} Party", 1) for one in ("Ann", "Ben", "Cat")]
    [one] = announced(declared(candidates=[{**tied[0], "elected": True}, *tied[1:]]))
    assert one.lines == ("Ann won by lot, after a tie with Ben and Cat on 1 vote each",)


def test_a_majority_of_one_is_one_vote(announced: Announce) -> None:
    two = [candidate("Ann Able", "Labour", 20_001), candidate("Ben Baker", "Green", 20_000)]
    [one] = announced(declared(candidates=two))
    assert one.lines == ("Ann Able won by 1 vote (less than 0.1 points)",)


def test_an_unknown_electorate_has_no_turnout(announced: Announce) -> None:
    [one] = announced(declared(electorate=None, rejected_votes=None))
    assert list(facts(one)) == ["Swing", "Before", "By-election in between"]


def test_a_by_election_since_the_contest_compared_with_is_said(announced: Announce) -> None:
    """Hold and gain are against the general election before, whoever won in between."""
    [one] = announced(declared())
    assert facts(one)["By-election in between"] == "13 August 2026, Reform UK hold (Nigel Farage)"


def test_rejected_ballots_that_nobody_told_are_not_none(announced: Announce) -> None:
    [one] = announced(declared(rejected_votes=None))
    assert facts(one)["Turnout"] == "57.1% of valid votes"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([], None),
        ([7], ("1 other", "7 votes")),
        ([1], ("1 other", "1 vote")),
        ([900, 200], ("2 others", "1,100 votes")),
    ],
)
def test_those_after_the_third_are_counted(
    announced: Announce, more: list[int], expected: tuple[str, str] | None
) -> None:
    others = [candidate(f"Other {votes}", f"Party {votes}", votes) for votes in more]
    [one] = announced(declared(candidates=[*THREE, *others]))
    assert names(one) == ["Ann Able", "Ben Baker", "Cat Cole"]
    [*counted] = [(label, value) for label, value in facts(one).items() if "other" in label]
    assert counted == ([expected] if expected else [])


def test_a_by_election_of_its_own_has_no_count(announced: Announce) -> None:
    [one] = announced(declared())
    assert one.footer == "by-election, 3 May 2029 · Source: the press"


def test_by_elections_of_one_day_are_counted_together(desk: Desk, announced: Announce) -> None:
    desk.open_election(DAY, "Islington North")
    first, second = announced(declared(), declared(constituency="Islington North"))
    assert first.footer.startswith("1 of 2 declared · by-election, 3 May 2029 · ")
    assert second.footer.startswith("2 of 2 declared · ")


def test_names_are_left_as_they_were_written(announced: Announce) -> None:
    name, party = "**Bobby** <@123> @everyone [x](http://x.example)", "`Tables` || Party"
    [one] = announced(declared(candidates=winning(name, party)))
    assert one.title == f"Clacton: {party} gain from Reform UK"
    assert one.lines[0].startswith(f"{name} won by ")
    assert (one.standings[0].name, one.standings[0].party) == (name, party)


# Taken back


def test_a_withdrawal_says_what_had_been_said(announced: Announce) -> None:
    one = announced(declared(), WITHDRAWN)[-1]
    assert one.title == "Taken back: Clacton"
    assert one.lines == (
        "The declaration was taken back.",
        "It had said: Labour gain from Reform UK: Ann Able won by 5,000 votes (12.5 points).",
        "Nothing is declared here now.",
    )
    assert (one.standings, one.facts, one.colour, one.alone) == ((), (), None, True)
    assert one.brief == "declaration taken back"


def test_what_is_withdrawn_does_not_count(catalogue: Catalogue, announced: Announce) -> None:
    back = {"polled_on": "2024-07-04", "constituency": "Islington North", "withdrawn": True}
    results = [as_declared(settled(catalogue, one)) for one in (ISLINGTON, CHORLEY)]
    footers = [one.footer.partition(" · ")[0] for one in announced(*results, back)]
    assert footers == ["1 of 650 declared", "2 of 650 declared", "1 of 650 declared"]


def test_what_is_declared_again_says_so(announced: Announce) -> None:
    one = announced(declared(), WITHDRAWN, declared(candidates=TWO))[-1]
    assert one.title == "Clacton: Labour gain from Reform UK"
    assert one.lines[0] == "An earlier declaration here was taken back; this is the new one."
    assert not one.alone


# Overtaken by a later entry


def test_what_was_corrected_meanwhile_says_so_before_anything_else(announced: Announce) -> None:
    first, second = announced(declared(), declared(candidates=TWO))
    assert first.title == "Clacton: Labour gain from Reform UK (changed since)"
    assert first.lines[0] == "This was corrected or taken back since: see below."
    assert first.brief.endswith(" by 5,000 (changed since, see below)")
    assert "since" not in render_announcement(second)


def test_what_was_taken_back_meanwhile_says_so(announced: Announce) -> None:
    first, second = announced(declared(), WITHDRAWN)
    assert first.title.endswith("(changed since)")
    assert first.lines[0] == "This was corrected or taken back since: see below."
    assert "since" not in render_announcement(second)


def test_a_correction_that_was_corrected_says_so(announced: Announce) -> None:
    _, middle, last = announced(declared(), declared(candidates=TWO), declared())
    assert middle.lines[0] == "This was changed again since; /result shows what stands now."
    assert middle.brief.endswith(" (changed again since)")
    assert "since" not in render_announcement(last)


def test_nothing_is_said_to_be_undeclared_that_was_declared_again(announced: Announce) -> None:
    _, back, _ = announced(declared(), WITHDRAWN, declared())
    assert "Nothing is declared" not in render_announcement(back)
    assert back.lines[-1].startswith("A result was declared here again since;")
    assert back.brief == "declaration taken back (declared again since)"


# All of them


def made_news(contest: Contest, catalogue: Catalogue) -> News:
    entry = Entry(1, contest.id, 1, EntryKind.DECLARED, None, "a source", None, NOW)
    now = ContestResult(contest, catalogue.contests.baseline(contest))
    count = Count(1, 650)
    return News(entry, contest.constituency.name, contest.kind, now, None, count, superseded=False)


def test_every_result_is_announced_as_it_is_answered(catalogue: Catalogue) -> None:
    for contest_id in catalogue.contests.latest(700):
        news = made_news(settled(catalogue, contest_id), catalogue)
        assert news.now
        one, text = announce(news), render_announcement(announce(news))
        headline = contest_answer.headline(news.now.contest, news.now.before)
        assert f"{one.title}: {one.lines[0]}" == f"{one.seat}: {headline}"
        assert not [line for line in text.splitlines() if len(line) > 80], text
        assert one.standings[0].won
        assert all(standing.party for standing in one.standings)
        assert one.footer == f"1 of 650 declared · {_day(contest_id, news)} · Source: a source"


def _day(contest: ContestId, news: News) -> str:
    kind = "general election" if news.kind is ContestKind.GENERAL else "by-election"
    return f"{kind}, {contest.polled_on.day} {contest.polled_on:%B %Y}"


def test_a_list_ends_with_how_far_it_is_by_then(catalogue: Catalogue, announced: Announce) -> None:
    results = [as_declared(settled(catalogue, one)) for one in (ISLINGTON, CHORLEY)]
    *lines, last = render_list(announced(*results)).splitlines()
    assert lines == [
        "Islington North: Independent gain from Labour: Jeremy Corbyn by 7,247",
        "Chorley: Speaker hold: Lindsay Hoyle by 20,575",
    ]
    assert last == "2 of 650 declared · general election, 4 July 2024 · Source: the press"
    assert render_list([]) == ""
