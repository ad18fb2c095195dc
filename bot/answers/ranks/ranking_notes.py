"""What explains a ranking: by what it was made, what is level, and what was left out."""

from bot.answers import figures, wording
from bot.answers.national import caveats
from bot.answers.ranks import ranked
from bot.answers.ranks.pool import Pool
from bot.answers.ranks.ranked import Ranking, Subject
from bot.answers.ranks.yardsticks import OF_SEATS
from bot.elections.contest import Certainty
from bot.elections.party import PartyKind
from bot.questions.question import Measure

_BY = {
    Measure.MAJORITY: "Ranked by the majority in votes.",
    Measure.CLOSENESS: "Ranked by the lead in points, the majority as a share of the valid votes.",
    Measure.TURNOUT: (
        "Ranked by valid votes over electorate; with rejected ballots a turnout is a little higher."
    ),
    Measure.SWING: (
        "Swing is between the first two: half of one party's rise plus the other's fall in share."
    ),
    Measure.DEPOSITS: caveats.DEPOSITS,
}
_OTHER_WAY = {Measure.MAJORITY: Measure.CLOSENESS, Measure.CLOSENESS: Measure.MAJORITY}
_WHY_UNKNOWN = {
    Measure.MAJORITY: "with only one candidate",
    Measure.CLOSENESS: "with only one candidate",
    Measure.TURNOUT: "without a published electorate",
    Measure.ELECTORATE: "without a published electorate",
    Measure.REJECTED: "without a published number of rejected ballots",
    Measure.BALLOTS: "without a published number of rejected ballots",
    Measure.DECLARED: "without a known time",
    Measure.SWING: "where the first two were not both there to compare with last time",
    Measure.CHANGE: "whose party did not stand there last time, or which is no party",
}
_UNSURE = {Certainty.MEDIUM, Certainty.LOW}


def notes(of: Subject, contests: Pool, made: Ranking) -> list[str]:
    return [
        *([_BY[of.measure]] if of.measure in _BY else []),
        *_the_other_way(of, contests, made),
        *_level(made),
        *of_rows(of, made),
    ]


def of_rows(of: Subject, made: Ranking) -> list[str]:
    """What has to be known of all that is listed, whatever it was listed for."""
    return [*_left_out(of, made), *_compared(of, made), *_about_rows(of, made)]


def _the_other_way(of: Subject, contests: Pool, made: Ranking) -> list[str]:
    """Both votes and points are called a majority: named where they disagree on the first."""
    if of.measure not in _OTHER_WAY:
        return []
    measure = _OTHER_WAY[of.measure]
    other = Subject(measure, OF_SEATS[measure], of.most, of.party, of.other)
    first = ranked.rank(contests.counts, other, 1).rows
    if not first or first[0].result is made.rows[0].result:
        return []
    row = first[0]
    unit = "points" if measure is Measure.CLOSENESS else "votes"
    told = other.by.told(row.result, row.candidacy)
    return [f"By {unit} the first is {row.result.contest.constituency.name}: {told}."]


def _level(made: Ranking) -> list[str]:
    if len(made.rows) <= made.wanted:
        return []
    last = made.rows[-1].value
    level = sum(one.value == last for one in made.rows)
    return [f"{figures.count(level)} are level at the last place; all of them are listed."]


def _left_out(of: Subject, made: Ranking) -> list[str]:
    if not made.unknown or of.measure not in _WHY_UNKNOWN:
        return []
    what = "candidate" if of.by.of_candidates else "seat"
    return [f"Left out: {wording.number(made.unknown, what)} {_WHY_UNKNOWN[of.measure]}."]


def _compared(of: Subject, made: Ranking) -> list[str]:
    if of.measure not in {Measure.CHANGE, Measure.SWING}:
        return []
    befores = [one.result.before for one in made.rows]
    if not any(before is not None and before.notional for before in befores):
        return []
    return ["Where boundaries changed, shares are compared with a notional result."]


def _about_rows(of: Subject, made: Ranking) -> list[str]:
    told = []
    if any(one.candidacy.party.kind is PartyKind.SPEAKER for one in made.rows):
        told.append(caveats.SPEAKER)
    certainties = {one.result.contest.certainty for one in made.rows}
    if of.measure is Measure.DECLARED and certainties & _UNSURE:
        told.append(caveats.UNSURE_TIMES)
    return told
