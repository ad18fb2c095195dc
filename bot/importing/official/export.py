"""The candidacies export of electionresults.parliament.uk, in the shape of the raw facts."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.errors import DataError
from bot.importing.contests import Poll
from bot.importing.facts import Line
from bot.importing.official.cells import Faulty, count, day, flag, is_true, local_time, share
from bot.importing.official.table import read_table

COLUMNS_NEEDED = (
    "Candidate family name,Candidate given name,Candidate MNIS ID,Candidate is sitting MP,"
    "Candidate is former MP,Main party name,Main party abbreviation,"
    "Candidate is standing as Commons Speaker,Candidate is standing as independent,"
    "Candidate vote count,Candidate result position"
).split(",")
_OF_CONTEST = (
    "Constituency geographic code,Election polling date,Election is by-election,Electorate,"
    "Election valid vote count,Election invalid vote count,Election result summary"
).split(",")
_MAJORITY = "Majority"  # in the winner's line alone
_SPEAKER, _INDEPENDENT = ("Speaker", "Spk"), ("Independent", "Ind")
_AGGREGATES = (
    "General election is notional",
    "Election is notional",
    "Candidate is notional political party aggregate",
)
_POLLS_CLOSE = timedelta(hours=22)
_LATEST = timedelta(days=3)
_THOUSANDTH = 3  # decimals to which shares of by-elections have been published


@dataclass
class Export:
    """`polls` were read; `faults` says of which contests that cannot be, and why, `doubts` what
    was left open. `estimates` counts lines of notional results, which are none."""

    polls: list[Poll] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    estimates: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list of one contest's candidates does not say itself."""

    code: str
    constituency: str
    polled_on: date

    @property
    def label(self) -> str:
        return f"{self.constituency or self.code}, {self.polled_on}"


def read_export(text: str, heading: Heading | None = None) -> Export:
    """All contests of an export; of the candidates of one by-election alone with its `heading`.

    Raises DataError where it is no such export.
    """
    needed = COLUMNS_NEEDED if heading else [*COLUMNS_NEEDED, *_OF_CONTEST, _MAJORITY]
    rows = [_told(row, heading) for row in read_table(text, needed)]
    if not rows:
        raise DataError("There is no candidacy in it.")
    real = [row for row in rows if not any(is_true(row.get(one, "")) for one in _AGGREGATES)]
    export = Export(estimates=len(rows) - len(real))
    for _, together in groupby(sorted(real, key=_key), _key):
        _add(export, list(together))
    return export


def _told(row: Line, heading: Heading | None) -> Line:
    if heading is None:
        return row
    known = {
        "Constituency geographic code": heading.code,
        "Constituency name": heading.constituency,
        "Election polling date": heading.polled_on.isoformat(),
        "Election is by-election": "true",
    }
    return {**dict.fromkeys((*_OF_CONTEST, _MAJORITY), ""), **row, **known}


def _key(row: Line) -> tuple[str, str]:
    return row["Constituency geographic code"], row["Election polling date"]


def _add(export: Export, rows: list[Line]) -> None:
    """The contest of these rows, or why it is none."""
    code, polled_on = _key(rows[0])
    label = f"{rows[0].get('Constituency name') or code}, {polled_on}"[:100]
    try:
        poll = _poll(rows)
        declared_at = local_time(rows[0].get("Declaration time", ""))
    except Faulty as fault:
        export.faults.append(f"{label}: {fault}; the contest is left out.")
        return
    if declared_at and _is_of_the_night(declared_at, poll.line["polled_on"]):
        poll.line |= {
            "declared_at": declared_at.isoformat(timespec="minutes"),
            "declared_source": "official",
        }
    elif declared_at:
        export.doubts.append(
            f"{label}: {declared_at:%Y-%m-%d %H:%M} is not in the days after the poll; when it "
            "was declared is left open."
        )
    export.polls.append(poll)


def _is_of_the_night(declared_at: datetime, polled_on: str) -> bool:
    return _POLLS_CLOSE <= declared_at - datetime.fromisoformat(polled_on) <= _LATEST


def _poll(rows: list[Line]) -> Poll:
    """The candidates with most votes first. Raises Faulty."""
    candidates = [_candidate(row) for row in _with_votes(rows)]
    candidates.sort(key=lambda one: (-int(one["votes"]), int(one["position"])))
    votes = [int(one["votes"]) for one in candidates]
    return Poll(_contest(rows, votes), candidates, votes)


def _with_votes(rows: list[Line]) -> list[Line]:
    """The same rows. Lists of candidates are published before anybody has votes."""
    if not any(row["Candidate vote count"] for row in rows):
        raise Faulty("no votes are published yet")
    return rows


def _contest(rows: list[Line], votes: list[int]) -> Line:
    first = {column: _agreed(rows, column) for column in (*_OF_CONTEST, "Constituency name")}
    by_election = flag(first["Election is by-election"], "whether it is a by-election")
    if by_election is None:
        raise Faulty("it is not said whether it is a by-election")
    total = count(first["Election valid vote count"], "the number of valid votes")
    if not total:
        _check_shares(rows, sum(votes))
    majority = count(_agreed(rows, _MAJORITY, said=True), "the majority")
    return {
        "polled_on": day(first["Election polling date"]),
        "kind": "by" if by_election else "general",
        "code": first["Constituency geographic code"],
        "constituency": first["Constituency name"],
        "declared_at": "",
        "declared_source": "",
        "result": first["Election result summary"],
        "electorate": count(first["Electorate"], "the electorate"),
        "valid_votes": total or str(sum(votes)),
        "rejected_votes": count(first["Election invalid vote count"], "invalid votes"),
        "majority_as_published": majority or str(_lead(votes)),
    }


def _agreed(rows: list[Line], column: str, *, said: bool = False) -> str:
    """What all rows say, or with `said` all that say anything."""
    told = {row.get(column, "") for row in rows} - ({""} if said else set())
    if len(told) > 1:
        raise Faulty(f"its lines disagree about “{column}”")
    return next(iter(told), "")


def _lead(votes: list[int]) -> int:
    first, second, *_ = (*votes, 0)
    return first - second


def _check_shares(rows: list[Line], total: int) -> None:
    """Without a published total, the shares alone tell that a candidate is missing."""
    told = [row.get("Candidate vote share", "") for row in rows]
    decimals = min(_THOUSANDTH, max(len(text.partition(".")[2]) for text in told))
    rounding = 0.6 * 10**-decimals
    for row, text in zip(rows, told, strict=True):
        published = share(text, "a share of the votes")
        votes = int(count(row["Candidate vote count"], "votes") or 0)
        if published is not None and total and abs(published - votes / total) > rounding:
            raise Faulty("the candidates' shares do not go with their votes: one may be missing")


def _candidate(row: Line) -> Line:
    votes = count(row["Candidate vote count"], "votes")
    position = count(row["Candidate result position"], "a position")
    who = f"{row['Candidate given name']} {row['Candidate family name']}".strip()[:60]
    if not who:
        raise Faulty("a candidate has no name")
    if not votes or not position:
        raise Faulty(f"{'position' if votes else 'votes'} of {who} are missing")
    party, short = _party(row)
    change = share(row.get("Candidate vote change", ""), "a change of the share")
    return {
        "polled_on": row["Election polling date"],
        "code": row["Constituency geographic code"],
        "given_name": row["Candidate given name"],
        "family_name": row["Candidate family name"],
        "gender": "",
        "party": party,
        "party_abbr": short,
        "party_ec_id": row.get("Main party Electoral Commission ID", ""),
        "votes": votes,
        "position": position,
        "share_change_as_published": "" if change is None else str(change),
        "sitting_mp": _yes_or_no(flag(row["Candidate is sitting MP"], "whether one is an MP")),
        "former_mp": _yes_or_no(flag(row["Candidate is former MP"], "whether one was an MP")),
        "mnis_id": row["Candidate MNIS ID"],
        "democracy_club_id": "",
    }


def _party(row: Line) -> tuple[str, str]:
    """Name and abbreviation. Who stands for no party stands as an independent."""
    if flag(row["Candidate is standing as Commons Speaker"], "whether one is the Speaker"):
        return _SPEAKER
    name, short = row["Main party name"], row["Main party abbreviation"]
    if flag(row["Candidate is standing as independent"], "whether one is independent") or not name:
        return _INDEPENDENT
    labour = name.lower().startswith("labour")
    if labour and "co-operative" in row.get("Adjunct party name", "").lower():
        name = "Labour and Co-operative"
    return name, short


def _yes_or_no(told: bool | None) -> str:  # noqa: FBT001
    return "" if told is None else "Yes" if told else "No"
