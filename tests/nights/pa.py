"""A night as PA Media would write it: XML files, with its own way of writing names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr
from zoneinfo import ZoneInfo

from bot.elections.constituency import Constituency
from bot.elections.contest import Candidacy, Contest, ContestKind
from tests.nights.changes import Change

_BRITAIN = ZoneInfo("Europe/London")
_POINTS = ("North", "South", "East", "West", "Mid", "Central")
_HULL = "Kingston upon Hull"


@dataclass(frozen=True, slots=True)
class Paper:
    name: str
    body: bytes


def pa_name(name: str) -> str:
    """Points of the compass last, the article last, & for and, no accents, Hull for Hull."""
    if name.startswith("The "):
        return f"{name.removeprefix('The ')}, The"
    if name.startswith("City of "):
        return f"{name.removeprefix('City of ')}, City of"
    plain = name.replace(_HULL, "Hull").replace(",", "")
    for accented, bare in (("ô", "o"), ("ŵ", "w"), ("ŷ", "y"), ("â", "a")):
        plain = plain.replace(accented, bare)
    return " & ".join(_turned(part) for part in plain.split(" and "))


def _turned(part: str) -> str:
    """ "North East Derbyshire" as "Derbyshire North East"."""
    words = part.split()
    place = 0
    while place < len(words) - 1 and words[place] in _POINTS and words[-1] not in _POINTS:
        place += 1
    return " ".join([*words[place:], *words[:place]])


def nominations(polled: Iterable[Contest]) -> list[Paper]:
    return [
        _paper("nominations", one, 1, "FirstPastThePostNominations", "", _people(one, None, None))
        for one in polled
    ]


def told(changes: Iterable[Change]) -> Iterator[tuple[Change, Paper]]:
    """A rush for who has won, and a result with a rising revision for the votes."""
    revisions: Counter[tuple[str, bool]] = Counter()
    for change in changes:
        if change.votes is not None and not change.is_whole:
            continue  # PA gives no partial results
        key = change.contest.constituency.code, change.is_whole
        revisions[key] += 1
        make = result if change.is_whole else rush
        yield change, make(change, revisions[key])


def result(change: Change, revision: int) -> Paper:
    at = change.moment.astimezone(_BRITAIN).isoformat()
    votes = tuple(one or 0 for one in change.votes or ())
    first, second = sorted((*votes, 0), reverse=True)[:2]
    head = f" declarationTime={quoteattr(at)}"
    seat = f" majority={quoteattr(str(first - second))} turnout={quoteattr(str(sum(votes)))}"
    people = _people(change.contest, votes, change.winner)
    return _paper("result", change.contest, revision, "FirstPastThePostResult", head, people, seat)


def rush(change: Change, revision: int) -> Paper:
    party = change.winner.party
    seat = (
        f" winningPartyName={quoteattr(party.name)}"
        f" winningPartyAbbreviation={quoteattr(party.short)}"
    )
    if Counter(one.party for one in change.contest.candidacies)[party] > 1:
        people = _people(change.contest, None, change.winner)
        return _paper("rush", change.contest, revision, "FirstPastThePostRush", "", people, seat)
    return _paper("rush", change.contest, revision, "FirstPastThePostRush", "", "", seat)


def _paper(
    kind: str,
    contest: Contest,
    revision: int,
    root: str,
    head: str,
    people: str,
    seat: str = "",
) -> Paper:
    written = pa_name(contest.constituency.name)
    by = "By_Election" if contest.kind is ContestKind.BY_ELECTION else "General_Election"
    name = f"{by}_{kind}_{written.replace(' ', '_')}_{revision}.xml"
    electorate = quoteattr(str(contest.electorate or 0))
    kind_of_election = "B" if contest.kind is ContestKind.BY_ELECTION else "G"
    body = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root}{head} revision="{revision}">'
        f'<Election name="UK" date="{contest.polled_on}" type="{kind_of_election}"/>'
        f'<Constituency number="1" name={quoteattr(written)} electorate={electorate}{seat}>'
        f"{people}</Constituency></{root}>"
    )
    return Paper(name, body.encode())


def _people(contest: Contest, votes: tuple[int, ...] | None, winner: Candidacy | None) -> str:
    numbers = votes or (0,) * len(contest.candidacies)
    return "".join(
        _person(one, number, elected=one is winner)
        for one, number in zip(contest.candidacies, numbers, strict=True)
    )


def _person(one: Candidacy, votes: int, *, elected: bool) -> str:
    given, _, family = one.standing_as.rpartition(" ")
    mark = "*" if elected else ""
    return (
        f"<Candidate firstName={quoteattr(given)} surname={quoteattr(family)} elected='{mark}'>"
        f"<Party paId='1' name={quoteattr(one.ballot_party)} "
        f"abbreviation={quoteattr(one.party.short)} votes={quoteattr(str(votes))}/></Candidate>"
    )


def seats_written(seats: Iterable[Constituency]) -> dict[str, str]:
    """PA's names by code."""
    return {one.code: pa_name(one.name) for one in seats}
