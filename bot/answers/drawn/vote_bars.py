"""A contest's candidates as bars."""

from bot.answers import contest as contest_answer
from bot.answers import naming
from bot.answers.drawn.faces import face, ink_of, source_line
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.contest import Baseline, Candidacy, Contest, ContestId
from bot.elections.result import ContestResult
from bot.pictures.charts import VoteBar, VoteBars


def chart(catalogue: Catalogue, of: str) -> VoteBars | None:
    """`of` is the contest's id."""
    contest_id = ContestId.parse(of)
    contest = catalogue.contests.get(contest_id) if contest_id else None
    if contest is None:
        return None
    return of_result(catalogue, ContestResult(contest, catalogue.contests.baseline(contest)))


def of_result(catalogue: Catalogue, result: ContestResult) -> VoteBars:
    contest, before = result.contest, result.before
    compared = any(
        arithmetic.change(one, contest, before) is not None for one in contest.candidacies
    )
    source = source_line(catalogue, [contest.source], compared=compared)
    return of_contest(contest, before, source)


def of_contest(contest: Contest, before: Baseline | None, source: str) -> VoteBars:
    bars = tuple(_bar(one, contest, before) for one in contest.candidacies)
    compared = any(bar.rise is not None for bar in bars)
    unit = "Votes, share of the valid votes"
    if before and compared:
        unit += f", change in points since {_before(before)}"
    sentences = [
        f"Bar chart of votes: {naming.title(contest)}.",
        f"{contest_answer.headline(contest, before)}.",
        *(_told(bar) for bar in bars),
    ]
    outlines = f"share in {_before(before)}" if before and compared else ""
    return VoteBars(face(naming.title(contest), unit, source, sentences), bars, outlines)


def _bar(candidacy: Candidacy, contest: Contest, before: Baseline | None) -> VoteBar:
    shown = contest_answer.standing(candidacy, contest, before)
    share = arithmetic.share(candidacy.votes, contest.valid_votes)
    rise = arithmetic.change(candidacy, contest, before)
    return VoteBar(
        name=shown.name,
        ink=ink_of(candidacy),
        votes=shown.votes,
        share=share,
        share_text=shown.share,
        before=share - rise if share is not None and rise is not None else None,
        rise=rise,
        rise_text=shown.change,
        won=shown.won,
    )


def _before(before: Baseline) -> str:
    return f"{before.polled_on.year}{' (notional)' if before.notional else ''}"


def _told(bar: VoteBar) -> str:
    told = [f"{bar.votes} {'vote' if bar.votes == '1' else 'votes'}", bar.share_text]
    told += [f"{bar.rise_text} points"] if bar.rise_text else []
    return f"{bar.name}, {bar.ink.short}: {', '.join(filter(None, told))}."
