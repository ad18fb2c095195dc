import pytest

from bot.answers.reply import Reply, ReplyKind
from bot.answers.service import Answers


@pytest.mark.parametrize("typed", ["banana", "clacton", "<b>", "labour"])
def test_what_is_no_election_is_not_taken_for_a_place(answers: Answers, typed: str) -> None:
    replies = [
        answers.map(election=typed),
        answers.seats(election=typed),
        answers.party("labour", election=typed),
        answers.top("majority", election=typed),
        answers.compare("bath", "cheltenham", typed),
    ]
    assert {reply.kind for reply in replies} == {ReplyKind.NOTHING}
    assert {reply.title for reply in replies} == {f"“{typed}” is no election"}


def test_what_is_no_party_is_said_to_be_none(answers: Answers) -> None:
    reply = answers.map("share", party="zzzz")
    assert reply.title == "I know no party called “zzzz”"


@pytest.mark.parametrize(
    "election", ["2019", "12 December 2019", "latest", "the last election", "ge2017", "july 2024"]
)
def test_every_way_to_name_an_election_is_taken(answers: Answers, election: str) -> None:
    assert is_answered(answers.seats(election=election))
    assert is_answered(answers.map("turnout", election=election))


@pytest.mark.parametrize("party", ["labour", "lib dems", "tories", "party:labour", "snp", "labor"])
def test_every_way_to_name_a_party_is_taken(answers: Answers, party: str) -> None:
    assert is_answered(answers.map("share", party=party))


def is_answered(reply: Reply) -> bool:
    return reply.kind in {ReplyKind.ELECTION, ReplyKind.MAP}
