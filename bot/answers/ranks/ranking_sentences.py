"""What is said of a ranking: its first, its place that was asked for, or what a limit leaves."""

from bot.answers import figures, wording
from bot.answers.ranks import limited
from bot.answers.ranks.pool import Pool
from bot.answers.ranks.ranked import Ranking, Subject
from bot.elections.scores import Scored
from bot.questions.question import Limit, Measure, Question

_MOST_NAMED = 3  # of those level at the place that was asked for


def headline(subject: Subject, contests: Pool, made: Ranking, place: int) -> str:
    return f"The {_first(subject, contests, made, place, contests.at)}"


def _first(subject: Subject, contests: Pool, made: Ranking, place: int, at: str) -> str:
    value = made.rows[place - 1].value
    level = [one for one in made.rows if one.value == value]
    rank = f"{wording.ordinal(place)} " if place > 1 else ""
    named = [_where(one, contests) for one in level[:_MOST_NAMED]]
    more = len(level) - len(named)
    places = wording.listed([*named, *([wording.number(more, "other")] if more else [])])
    told = "; ".join(
        dict.fromkeys(subject.by.told(one.result, one.candidacy) for one in level[:_MOST_NAMED])
    )
    equal = " (level)" if len(level) > 1 else ""
    return " ".join(f"{rank}{subject.one(value)} {at} was in {places}{equal}: {told}.".split())


def _where(one: Scored, contests: Pool) -> str:
    """ "Bootle", or "Bootle in 2017" where there are several elections."""
    contest = one.result.contest
    name = contest.constituency.name
    if not contests.several:
        return name
    return f"{name} ({figures.month(contest.polled_on)})"


def within(
    asked: Question, limit: Limit, ranking: tuple[Subject, Pool, Ranking], found: Ranking
) -> str:
    """ "11 of 650 majorities were under 100 votes at …; the smallest …".

    The ranking is that without the limit: its first comes nearest where none is `found`.
    """
    subject, contests, extreme = ranking
    whose = subject.whose("seats")
    number = limited.how_many(asked, limit, len(found.rows), found.total, whose)
    so_far = " so far" if any(one.partial for one in contests.scopes) else ""
    first = _first(subject, contests, extreme, 1, "")
    return f"{number} {contests.at}{so_far}; the {first}"


def title(asked: Question, limit: Limit, subject: Subject) -> str:
    """ "Majorities under 100 votes in seats won by Labour"."""
    whose = subject.whose("seats")
    those = limited.several(subject.measure, whose)
    return wording.capital(f"{those} {limited.said(asked, limit)}{whose}")


def nobody(subject: Subject, contests: Pool) -> str:
    """There was nobody to rank, or nothing is known of them: without a capital."""
    party, other = subject.party, subject.other
    if party is None:
        return f"nothing is known to rank {contests.at}."
    name = subject.name or wording.whole(party)
    if subject.measure is Measure.SWING:
        return f"{name} was not among the first two, with a swing to reckon, {contests.at}."
    if subject.by.of_candidates:
        return f"{name} had no candidate to rank {contests.at}."
    over = f" over {wording.whole(other)}" if subject.beats and other else ""
    return f"{name} won no seat{over} {contests.at}."
