"""A person's best and worst: by share, by votes, by majority, over the contests asked about."""

from bot.answers import figures, placing
from bot.answers.limits import meets
from bot.answers.lives import career_rows, opponents
from bot.answers.lives.beginnings import earlier_notes
from bot.answers.lives.showings import Career, Recounted, Showing, contests
from bot.answers.reply import Fact
from bot.answers.victory import majority
from bot.elections import arithmetic
from bot.questions.question import Order


def shares(career: Career) -> Recounted:
    """The highest, or with LEAST the lowest; asked of a limit, whether any was so."""
    ranked = sorted(career.chosen, key=_share, reverse=not _wants_least(career))
    first = ranked[0]
    told = f"{first.told()}; {first.ending()}"
    if len(ranked) == 1:
        return Recounted(career.answered(told, yes=_any_share(career)))
    end = "lowest" if _wants_least(career) else "highest"
    told = f"{told}. That was the {end} share of {contests(len(ranked))} {career.scope}"
    return Recounted(
        career.answered(told, yes=_any_share(career)),
        career_rows.in_order(career, ranked),
        notes=earlier_notes(career),
    )


def _wants_least(career: Career) -> bool:
    return career.asked.order is Order.LEAST


def _share(one: Showing) -> float:
    return arithmetic.share(one.candidacy.votes, one.contest.valid_votes) or 0.0


def _any_share(career: Career) -> bool | None:
    limit = career.asked.limit
    if limit is None:
        return None
    return any(meets(limit, one.candidacy.votes, _share(one)) for one in career.chosen)


def votes(career: Career) -> Recounted:
    """All of them together; with LEAST the fewest at once."""
    chosen = career.chosen
    most = max(chosen, key=lambda one: one.candidacy.votes)
    fewest = min(chosen, key=lambda one: one.candidacy.votes)
    if len(chosen) == 1:
        return Recounted(career.answered(f"{most.told()}; {most.ending()}", yes=None))
    total = sum(one.candidacy.votes for one in chosen)
    told = f"{career.name} got {figures.votes(total)} in all, in {contests(len(chosen))} "
    headline = f"{told}{career.scope}"
    if _wants_least(career):
        headline = f"{fewest.told()}, the fewest votes of {contests(len(chosen))} {career.scope}"
    return Recounted(
        career.answered(headline, yes=meets(career.asked.limit, total)),
        career_rows.newest_first(career, chosen),
        facts=(Fact("Most votes", _got(most)), Fact("Fewest votes", _got(fewest))),
        notes=earlier_notes(career),
    )


def _got(one: Showing) -> str:
    return f"{placing.got(one.candidacy, one.contest)}, {_where(one)}"


def majorities(career: Career) -> Recounted:
    """The largest, or with LEAST the smallest. Whoever lost had none; that is told beside."""
    latest, wins = career.chosen[-1], career.wins
    if not wins:
        told = (
            f"{career.name} won no contest {career.scope}, and so had no majority. "
            f"{latest.told()}; {latest.ending()}"
        )
        return Recounted(career.answered(told, yes=False))
    ranked = sorted(wins, key=lambda one: one.contest.majority, reverse=not _wants_least(career))
    told = _majority(ranked[0])
    if len(wins) > 1:
        end = "smallest" if _wants_least(career) else "largest"
        told = f"{told}, the {end} of {len(wins)} {career.scope}"
    return Recounted(
        career.answered(f"{told}{_latest(latest, ranked[0])}", yes=_any_majority(career)),
        opponents.listing(career, list(reversed(wins)), "majorities") if len(wins) > 1 else None,
    )


def _latest(latest: Showing, told: Showing) -> str:
    if latest is told:
        return ""
    if not latest.won:
        return f". At the last contest there was none: {latest.ending()}"
    return f". At the last contest, {_where(latest)}, it was {majority(latest.contest)}"


def _where(one: Showing) -> str:
    return f"in {one.seat} on {figures.day(one.day)}"


def _majority(one: Showing) -> str:
    contest = one.contest
    over = f" over {placing.named(contest.runner_up)}" if contest.runner_up else ""
    lead = majority(contest, "votes")
    return f"{one.where()} {placing.named(one.candidacy)} had a majority of {lead}{over}"


def _any_majority(career: Career) -> bool | None:
    limit = career.asked.limit
    if limit is None:
        return None
    return any(
        meets(
            limit,
            one.contest.majority,
            arithmetic.share(one.contest.majority, one.contest.valid_votes),
        )
        for one in career.wins
    )
