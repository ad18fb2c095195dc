"""The answer to a question for the most or the least of something among seats or candidates.

For a majority or a lead, most is the safest seat and least the closest; of declarations the least
is the first.
"""

from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import (
    figures,
    party_ranking,
    progress,
    ranked,
    ranking_notes,
    seat_columns,
    wording,
)
from bot.answers.pool import Pool, pool
from bot.answers.ranked import Ranked, Ranking, Subject
from bot.answers.reply import Choice, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.questions.question import Measure, Question

_MOST_NAMED = 3  # of those level at the place that was asked for
_MOST_CHOICES = 5
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    if asked.measure in party_ranking.MEASURES:
        return party_ranking.answer(catalogue, asked)
    party, other = parties(catalogue, asked)
    subject = ranked.subject(asked, party, other)
    if subject is None:
        return _cannot_rank()
    contests = pool(catalogue, asked)
    if contests is None:
        return progress.nothing(catalogue, asked, of_by_elections=True)
    wanted = max(asked.number or ranked.USUAL, asked.place or 1)
    made = ranked.rank(contests.results, subject, wanted)
    place = min(asked.place or 1, len(made.rows))
    if made.rows:
        reply = _told(catalogue, subject, contests, made, place)
        reply = replace(reply, headline=_answered(catalogue, asked, made, place, reply.headline))
    else:
        reply = _none(subject, contests)
    return progress.completed(catalogue, asked, contests.scopes, reply, contests.results)


def parties(catalogue: Catalogue, asked: Question) -> tuple[Party | None, Party | None]:
    """Whose seats or candidates, and against whom."""
    named = [catalogue.parties.get(one) for one in asked.parties[:2]]
    first, second, *_ = *named, None, None
    return first, second


def _told(
    catalogue: Catalogue, subject: Subject, contests: Pool, made: Ranking, place: int
) -> Reply:
    first = made.rows[0]
    title = subject.several(first.value)
    listing = seat_columns.listing(
        wording.file_name(title, *contests.areas, contests.year),
        [(one.result, one.candidacy) for one in made.rows],
        subject.by.fields,
        dated=contests.several,
        numbered=True,
    )
    return Reply(
        kind=ReplyKind.RANKING,
        title=f"{title} · {contests.title}",
        headline=_headline(subject, contests, made, place),
        listing=listing,
        notes=tuple(ranking_notes.notes(subject, contests, made)),
        choices=_choices(catalogue, contests, made),
        colour=first.candidacy.party.colour,
    )


def _headline(subject: Subject, contests: Pool, made: Ranking, place: int) -> str:
    value = made.rows[place - 1].value
    level = [one for one in made.rows if one.value == value]
    rank = f"{_ORDINALS[place - 2]} " if 1 < place <= len(_ORDINALS) + 1 else ""
    named = [_where(one, contests) for one in level[:_MOST_NAMED]]
    more = len(level) - len(named)
    places = wording.listed([*named, *([wording.number(more, "other")] if more else [])])
    told = "; ".join(dict.fromkeys(_what(one, subject) for one in level[:_MOST_NAMED]))
    equal = " (level)" if len(level) > 1 else ""
    return f"The {rank}{subject.one(value)} {contests.at} was in {places}{equal}: {told}."


def _answered(
    catalogue: Catalogue, asked: Question, made: Ranking, place: int, headline: str
) -> str:
    """Whether it is one of the seats that were named, where that was asked."""
    if not asked.yes_or_no or not asked.seats:
        return headline
    seats = [catalogue.seats.by_code[code] for code in asked.seats]
    named = {code for seat in seats for code in catalogue.seats.codes_of_name(seat)}
    first = [one for one in made.rows if one.value == made.rows[place - 1].value]
    holds = any(one.result.contest.constituency.code in named for one in first)
    return f"{'Yes' if holds else 'No'}: {headline[:1].lower()}{headline[1:]}"


def _what(one: Ranked, subject: Subject) -> str:
    return subject.by.told(one.result, one.candidacy)


def _where(one: Ranked, contests: Pool) -> str:
    """ "Bootle", or "Bootle in 2017" where there are several elections."""
    contest = one.result.contest
    name = contest.constituency.name
    if not contests.several:
        return name
    return f"{name} ({figures.month(contest.polled_on)})"


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
        headline=wording.capital(_nobody(subject, contests)),
    )


def _nobody(subject: Subject, contests: Pool) -> str:
    party, other = subject.party, subject.other
    if party is None:
        return f"nothing is known to rank {contests.at}."
    name = wording.whole(party)
    if subject.measure is Measure.SWING:
        return f"{name} was not among the first two, with a swing to reckon, {contests.at}."
    if subject.by.of_candidates:
        return f"{name} had no candidate to rank {contests.at}."
    over = f" over {wording.whole(other)}" if subject.beats and other else ""
    return f"{name} won no seat{over} {contests.at}."


def _cannot_rank() -> Reply:
    return Reply(
        kind=ReplyKind.NOTHING,
        title="Teller cannot rank seats by that",
        headline=(
            "It ranks them by majority, lead, turnout, share, votes, rise or fall, swing, "
            "candidates, electorate, ballots, lost deposits and time of declaration."
        ),
    )
