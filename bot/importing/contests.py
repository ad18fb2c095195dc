"""Contests and candidacies: figures that disagree are mended where two of them settle it."""

from collections import defaultdict
from dataclasses import dataclass, field

from bot.catalogue.schema import Row
from bot.errors import DataError
from bot.importing.facts import Line
from bot.importing.report import Report

ContestKey = tuple[str, str]
_NIGHT = 2  # days after the poll
_CERTAINTY = {
    "official": "official",
    "observed:high": "high",
    "observed:medium": "medium",
    "observed:low": "low",
}


Note = tuple[str, str]
"""What a note is about (votes, total, majority, party, outcome, change, day) and what it says."""


@dataclass
class Poll:
    """One contest as its source has it, candidates with most votes first."""

    line: Line
    candidates: list[Line]
    votes: list[int]
    notes: list[Note] = field(default_factory=list)

    @property
    def key(self) -> ContestKey:
        return self.line["code"], self.line["polled_on"]

    @property
    def label(self) -> str:
        return f"{self.line['constituency']}, {self.line['polled_on']}"

    @property
    def lead(self) -> int:
        return _lead(self.votes)


def gather(contests: list[Line], candidacies: list[Line]) -> list[Poll]:
    standing: dict[ContestKey, list[Line]] = defaultdict(list)
    for line in candidacies:
        standing[line["code"], line["polled_on"]].append(line)
    polls = []
    for line in contests:
        ranked = sorted(
            standing[line["code"], line["polled_on"]], key=lambda one: -int(one["votes"])
        )
        if not ranked:
            label = f"{line['constituency']}, {line['polled_on']}"
            raise DataError(f"Nobody stands in {label}: candidacies.csv has no line for it.")
        polls.append(Poll(line, ranked, [int(one["votes"]) for one in ranked]))
    return polls


def mend(polls: list[Poll], report: Report) -> None:
    """Put right what two published figures against one settle; report the rest and leave it."""
    for poll in polls:
        total = int(poll.line["valid_votes"])
        lead = int(poll.line["majority_as_published"])
        if sum(poll.votes) == total and poll.lead != lead:
            sentence = (
                f"The published majority ({lead:,}) disagrees with the candidates' votes, which "
                f"agree with the published total: it should be {poll.lead:,}."
            )
            _note(poll, "majority", sentence, report)
        elif sum(poll.votes) != total:
            _mend_a_candidate(poll, total, lead, report)


def _note(poll: Poll, about: str, sentence: str, report: Report) -> None:
    poll.notes.append((about, sentence))
    report.mended.append(f"{poll.label}: {sentence}")


def _mend_a_candidate(poll: Poll, total: int, lead: int, report: Report) -> None:
    """Correct the one candidate whose votes explain both the published total and majority.

    Where the lead agrees already the slip is not among the first two, and anybody's, or the
    total's: nothing settles it.
    """
    missing = total - sum(poll.votes)
    fits = [
        number
        for number, votes in enumerate(poll.votes)
        if votes + missing >= 0 and _lead(_changed(poll.votes, number, missing)) == lead
    ]
    if len(fits) != 1 or poll.lead == lead:
        sentence = (
            f"The candidates' votes make {sum(poll.votes):,}, the published total is {total:,}; "
            "nothing published settles which is right."
        )
        poll.notes.append(("unsettled", sentence))
        report.doubtful.append(f"{poll.label}: {sentence}")
        return
    [number] = fits
    wrong, right = poll.votes[number], poll.votes[number] + missing
    sentence = (
        f"The candidates' votes as published make {sum(poll.votes):,} and a lead of "
        f"{poll.lead:,}. The published total ({total:,}) and majority ({lead:,}) agree with each "
        f"other and with {right:,} votes for {name(poll.candidates[number])}, not {wrong:,}; "
        f"{right:,} is used here."
    )
    poll.votes[number] = right
    _note(poll, "votes", sentence, report)


def _changed(votes: list[int], number: int, missing: int) -> list[int]:
    return [*votes[:number], votes[number] + missing, *votes[number + 1 :]]


def _lead(votes: list[int]) -> int:
    """Between the first two; the whole of the votes where one stands alone."""
    first, *others = sorted(votes, reverse=True)
    return first - (others[0] if others else 0)


def name(candidate: Line) -> str:
    return f"{candidate['given_name']} {candidate['family_name']}".strip()


def contest_row(poll: Poll) -> Row:
    line = poll.line
    return {
        "code": line["code"],
        "polled_on": line["polled_on"],
        "kind": line["kind"],
        "electorate": _number(line["electorate"]),
        "rejected_votes": _number(line["rejected_votes"]),
        "declared_at": _time(line),
        "certainty": _CERTAINTY.get(line["declared_source"]),
        "published_valid_votes": int(line["valid_votes"]),
        "published_majority": int(line["majority_as_published"]),
        "published_outcome": line["result"],
    }


def _time(line: Line) -> str | None:
    """When it was declared. Midnight weeks after the poll is a day without a time."""
    text = line["declared_at"]
    if text.endswith("T00:00") and text[:7] == line["polled_on"][:7]:
        days = int(text[8:10]) - int(line["polled_on"][8:])
        return None if days > _NIGHT else text
    return text or None


def note_rows(poll: Poll) -> list[Row]:
    code, polled_on = poll.key
    return [
        {"code": code, "polled_on": polled_on, "number": number, "about": about, "note": note}
        for number, (about, note) in enumerate(poll.notes, start=1)
    ]


def candidacy_rows(poll: Poll, persons: dict[int, str], parties: dict[int, str]) -> list[Row]:
    """Rows in order of votes. `persons` and `parties` are ids by the identity of the line."""
    code, polled_on = poll.key
    order = sorted(range(len(poll.votes)), key=lambda number: -poll.votes[number])
    return [
        {
            "code": code,
            "polled_on": polled_on,
            "position": position,
            "person_id": persons[id(poll.candidates[number])],
            "standing_as": name(poll.candidates[number]),
            "party_id": parties[id(poll.candidates[number])],
            "ballot_party": poll.candidates[number]["party"],
            "votes": poll.votes[number],
            "published_votes": int(poll.candidates[number]["votes"]),
            "published_change": _fraction(poll.candidates[number]["share_change_as_published"]),
            "sitting": {"Yes": 1, "No": 0}.get(poll.candidates[number]["sitting_mp"]),
        }
        for position, number in enumerate(order, start=1)
    ]


def _number(text: str) -> int | None:
    return int(text) if text else None


def _fraction(text: str) -> float | None:
    return float(text) if text else None
