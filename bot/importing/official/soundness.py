"""Whether a contest of an export can be believed. Whatever speaks against it leaves it out."""

from datetime import date

from bot.importing import contests
from bot.importing.contests import Poll, name
from bot.importing.official.cells import Faulty, check_name
from bot.importing.report import Report
from bot.text import alike


def check(poll: Poll, today: date) -> None:
    """Raises Faulty."""
    if poll.line["polled_on"] > today.isoformat():
        raise Faulty("its polling day is still to come")
    check_name(poll.line["result"], "the summary of the result")
    _check_candidates(poll)
    _check_positions(poll)
    _check_ballots(poll)


def _check_candidates(poll: Poll) -> None:
    for one in poll.candidates:
        check_name(name(one), "a candidate's name")
        for column in ("party", "party_abbr"):
            check_name(one[column], "a party's name")
        if one["mnis_id"] and not (one["mnis_id"].isascii() and one["mnis_id"].isdecimal()):
            raise Faulty(f"{name(one)} has {one['mnis_id'][:20]!r} for a Parliament number")
    if len(poll.candidates) == 1:
        # Nobody has been elected unopposed since 1951, and then nobody would have votes.
        raise Faulty("one candidate alone is no whole result")
    names = [(alike(name(one)), alike(one["party"])) for one in poll.candidates]
    numbers = [one["mnis_id"] for one in poll.candidates if one["mnis_id"]]
    for one, key in zip(poll.candidates, names, strict=True):
        if names.count(key) > 1 or numbers.count(one["mnis_id"]) > 1:
            raise Faulty(f"{name(one)} ({one['party']}) is given twice")


def _check_positions(poll: Poll) -> None:
    """From 1 to the last without a gap, as the votes have it; equal votes may share one."""
    if not poll.votes[0]:
        raise Faulty("nobody has any votes")
    positions = [int(one["position"]) for one in poll.candidates]
    if positions[0] != 1 or positions.count(1) > 1:
        raise Faulty("no one candidate is at position 1")
    for place in range(1, len(positions)):
        here, before = positions[place], positions[place - 1]
        tied = poll.votes[place] == poll.votes[place - 1]
        if here not in {place + 1, before + 1} and not (tied and here == before):
            raise Faulty("the candidates' positions contradict their votes, or one is missing")


def _check_ballots(poll: Poll) -> None:
    electorate, rejected = poll.line["electorate"], poll.line["rejected_votes"]
    ballots = int(poll.line["valid_votes"]) + int(rejected or 0)
    if electorate and ballots > int(electorate):
        raise Faulty(f"{ballots:,} ballots are more than the electorate of {int(electorate):,}")


def mend(poll: Poll, report: Report) -> None:
    """Put right what two published figures settle. Raises Faulty where nothing does: a candidate
    may be missing, and part of a result is none."""
    found = Report()
    contests.mend([poll], found)
    unsettled = [sentence for about, sentence in poll.notes if about == "unsettled"]
    if unsettled:
        raise Faulty(unsettled[0][0].lower() + unsettled[0][1:].rstrip("."))
    report.mended += found.mended
