"""True of every contest there is, not only of those that somebody thought of."""

import re

import pytest

from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.text import fold
from tests.answers.reading import too_long

CONTESTS = 3315
HALF_A_STEP = 0.05  # by which a share in per cent may be off when it is rounded
UNKNOWN = re.compile(r"\b(?:none|nan|null|inf)\b|  ·|··|\(\)|: \.|&#|&amp;", re.IGNORECASE)
# Candidates whose name or party says such a word of its own.
NAMED = re.compile("none of the", re.IGNORECASE)


@pytest.fixture(scope="module")
def replies(answers: Answers, catalogue: Catalogue) -> dict[str, Reply]:
    rows = catalogue.connection.execute("SELECT code || '.' || polled_on FROM contest")
    return {key: answers.open("contest", key) for (key,) in rows}


def test_there_is_an_answer_for_each(replies: dict[str, Reply]) -> None:
    assert len(replies) == CONTESTS
    assert {reply.kind for reply in replies.values()} == {ReplyKind.CONTEST}


def test_each_fits_a_terminal(replies: dict[str, Reply]) -> None:
    assert {key: long for key, reply in replies.items() if (long := too_long(reply))} == {}


def test_no_answer_shows_what_is_not_known(replies: dict[str, Reply]) -> None:
    shown = {key: UNKNOWN.search(NAMED.sub("", render(reply))) for key, reply in replies.items()}
    assert {key: found.group() for key, found in shown.items() if found} == {}


def test_the_shares_make_100_per_cent(replies: dict[str, Reply]) -> None:
    for key, reply in replies.items():
        # What is not nothing is never shown as 0.0%.
        shares = [float(one.share.strip("<%")) for one in reply.standings]
        assert abs(sum(shares) - 100) <= HALF_A_STEP * len(shares) + 0.001, key


def test_the_winner_leads_by_the_majority(replies: dict[str, Reply]) -> None:
    for key, reply in replies.items():
        votes = [int(one.votes.replace(",", "")) for one in reply.standings]
        assert votes == sorted(votes, reverse=True), key
        assert [one.won for one in reply.standings] == [True] + [False] * (len(votes) - 1), key
        lead = votes[0] - (votes[1] if len(votes) > 1 else 0)
        assert f"{reply.standings[0].name} won by {lead:,} vote" in reply.headline, key


def test_a_change_is_shown_for_parties_only(replies: dict[str, Reply]) -> None:
    for key, reply in replies.items():
        changed = {one.party for one in reply.standings if one.change}
        assert not changed & {"Independent", "Speaker"}, key


def test_no_party_is_named_before_its_time(replies: dict[str, Reply]) -> None:
    """Years of registration or renaming, from the Electoral Commission's register."""
    first = {
        "Reform UK": 2021,
        "Brexit Party": 2019,
        "Alba Party": 2021,
        "Your Party": 2025,
        "Workers Party of Britain": 2019,
        "Reclaim Party": 2020,
        "Yorkshire Party": 2016,
        "Restore Britain": 2025,
    }
    early = {
        (key, one.party)
        for key, reply in replies.items()
        for one in reply.standings
        if int(key.split(".")[1][:4]) < first.get(one.party, 0)
    }
    assert early == set()


def test_only_the_newest_contest_of_a_seat_is_called_the_latest(
    replies: dict[str, Reply], catalogue: Catalogue
) -> None:
    newest: dict[str, str] = {}
    for key, reply in replies.items():
        seat = reply.title.split(" · ", maxsplit=1)[0]
        newest[seat] = max(newest.get(seat, ""), key.split(".")[1])
    called = {
        key
        for key, reply in replies.items()
        if "latest contest" in " ".join(reply.preface)
        and newest[reply.title.split(" · ", maxsplit=1)[0]] != key.split(".")[1]
    }
    assert called == set()


def test_every_choice_that_is_offered_opens(answers: Answers, replies: dict[str, Reply]) -> None:
    offered = {(one.kind, one.id) for reply in replies.values() for one in reply.choices}
    contests = {key for kind, key in offered if kind == "contest"}
    assert contests <= replies.keys()
    others = {(kind, key) for kind, key in offered if kind != "contest"}
    assert {kind for kind, _ in others} == {"constituency"}
    for kind, key in others:
        assert answers.open(kind, key).kind is ReplyKind.CONTEST, key


def test_every_constituency_answers_to_its_own_name(answers: Answers, catalogue: Catalogue) -> None:
    """Or asks which, where the name has others near it."""
    missed = [
        seat.name
        for seat in list(catalogue.seats.by_code.values())[::7]
        if fold(seat.name) not in fold(answers.ask(seat.name).title)
    ]
    assert missed == []
