"""The answer to a question for the most or the least of something among seats or candidates.

For a majority or a lead, most is the safest seat and least the closest; of declarations the least
is the first.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import wording
from bot.answers.national import progress, seat_columns
from bot.answers.ranks import limited, party_ranking, ranked, ranking_notes
from bot.answers.ranks import ranking_sentences as sentences
from bot.answers.ranks.pool import Pool, pool
from bot.answers.ranks.ranked import Ranking, Subject
from bot.answers.reply import Choice, Listing, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.elections.scores import Scored
from bot.questions.question import Limit, Question

_MOST_CHOICES = 5


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    if asked.measure in party_ranking.MEASURES:
        return party_ranking.answer(catalogue, asked)
    fitted = limited.fitted(asked)
    party, other = parties(catalogue, asked)
    subject = ranked.subject(fitted, party, other) if fitted else None
    if subject is None or fitted is None:
        return _cannot_rank()
    contests = pool(catalogue, fitted)
    if contests is None:
        return progress.nothing(catalogue, asked, of_by_elections=True)
    subject = replace(subject, name=_name(party, contests))
    reply = _reply(catalogue, fitted, subject, contests)
    return progress.completed(catalogue, asked, contests.scopes, reply, contests.results)


def _name(party: Party | None, contests: Pool) -> str:
    """As it was called at the election, if it is only one."""
    own = contests.counts[0].of(party) if party and len(contests.counts) == 1 else None
    return wording.among_others(own) if own else ""


def _reply(catalogue: Catalogue, asked: Question, subject: Subject, contests: Pool) -> Reply:
    wanted = max(asked.number or ranked.USUAL, asked.place or 1)
    made = ranked.rank(contests.counts, subject, wanted)
    if not made.rows:
        return _none(subject, contests)
    if asked.limit is not None:
        return _limited(catalogue, asked, asked.limit, (subject, contests, made))
    place = min(asked.place or 1, len(made.rows))
    headline = sentences.headline(subject, contests, made, place)
    level = [one for one in made.rows if one.value == made.rows[place - 1].value]
    return Reply(
        kind=ReplyKind.RANKING,
        title=f"{subject.several(made.rows[0].value)} · {contests.title}",
        headline=_answered(catalogue, asked, level, headline),
        listing=_listing(subject.several(made.rows[0].value), subject, contests, made.rows),
        notes=tuple(ranking_notes.notes(subject, contests, made)),
        choices=_choices(catalogue, contests, made),
        colour=made.rows[0].candidacy.party.colour,
    )


def _limited(
    catalogue: Catalogue, asked: Question, limit: Limit, ranking: tuple[Subject, Pool, Ranking]
) -> Reply:
    """All that is under or over the limit; to a yes or no only some of it."""
    subject, contests, extreme = ranking
    within = limited.bounds(limit, subject.measure, most=subject.most)
    found = ranked.rank(contests.counts, subject, 0, within)
    title = sentences.title(asked, limit, subject)
    headline = sentences.within(asked, limit, ranking, found)
    if asked.yes_or_no and not asked.seats:
        headline = f"{'Yes' if found.rows else 'No'}: {headline[:1].lower()}{headline[1:]}"
    rows = found.rows[: seat_columns.BRIEF] if asked.yes_or_no else found.rows
    return Reply(
        kind=ReplyKind.RANKING,
        title=f"{title} · {contests.title}",
        headline=_answered(catalogue, asked, found.rows, headline),
        listing=_listing(title, subject, contests, rows) if rows else None,
        notes=(
            *seat_columns.cut(len(rows), len(found.rows)),
            *ranking_notes.of_rows(subject, found),
        ),
        choices=_choices(catalogue, contests, found),
        colour=extreme.rows[0].candidacy.party.colour,
    )


def parties(catalogue: Catalogue, asked: Question) -> tuple[Party | None, Party | None]:
    """Whose seats or candidates, and against whom."""
    named = [catalogue.parties.get(one) for one in asked.parties[:2]]
    first, second, *_ = *named, None, None
    return first, second


def _listing(title: str, subject: Subject, contests: Pool, rows: Sequence[Scored]) -> Listing:
    return seat_columns.listing(
        wording.file_name(title, *contests.areas, contests.year),
        [(one.result, one.candidacy) for one in rows],
        subject.by.fields,
        dated=contests.several,
        numbered=True,
    )


def _answered(catalogue: Catalogue, asked: Question, first: Sequence[Scored], headline: str) -> str:
    """Whether one of the seats that were named is among them, where that was asked."""
    if not asked.yes_or_no or not asked.seats:
        return headline
    seats = [catalogue.seats.by_code[code] for code in asked.seats]
    named = {code for seat in seats for code in catalogue.seats.codes_of_name(seat)}
    holds = any(one.result.contest.constituency.code in named for one in first)
    return f"{'Yes' if holds else 'No'}: {headline[:1].lower()}{headline[1:]}"


def _choices(catalogue: Catalogue, contests: Pool, made: Ranking) -> tuple[Choice, ...]:
    found = list(dict.fromkeys(one.result.contest.id for one in made.rows))[:_MOST_CHOICES]
    kinds = {one.result.contest.id: one.result.contest.kind for one in made.rows}
    choices = [contest_answer.contest_choice(catalogue, one, kinds[one]) for one in found]
    if contests.several:
        return tuple(replace(one, short=one.label) for one in choices)
    names = [catalogue.seats.by_code[one.code].name for one in found]
    return tuple(replace(one, short=name) for one, name in zip(choices, names, strict=True))


def _none(subject: Subject, contests: Pool) -> Reply:
    """There was nobody to rank, or nothing is known of them."""
    return Reply(
        kind=ReplyKind.RANKING,
        title=f"{subject.several(0)} · {contests.title}",
        headline=wording.capital(sentences.nobody(subject, contests)),
    )


def _cannot_rank() -> Reply:
    return Reply(
        kind=ReplyKind.NOTHING,
        title="Teller cannot rank seats by that",
        headline=(
            "It ranks them by majority, lead, turnout, share, votes, rise or fall, swing, "
            "candidates, electorate, ballots, lost deposits and time of declaration; a limit has "
            "to be a figure of the same kind."
        ),
    )
