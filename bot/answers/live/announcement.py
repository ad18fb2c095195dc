"""What a channel is told about an entry of the journal, before anything decides how it looks."""

from dataclasses import dataclass, replace

from bot.answers import contest as contest_answer
from bot.answers import figures, naming
from bot.answers.live import correction
from bot.answers.reply import Fact, Standing
from bot.answers.victory import in_short, result, summary, victory
from bot.declarations.declaration import EntryKind
from bot.declarations.news import News
from bot.elections.contest import Contest, Nomination
from bot.elections.result import ContestResult

_FIRST = 3  # candidates that are shown; the whole result is a click away
_NO_RESULT = "No votes are known yet, so this is no result."


@dataclass(frozen=True, slots=True)
class Announcement:
    """All text is plain: it may hold anything a feed held.

    `brief` says in one line what happened, for a list; `terse` the same with the parties' short
    names, where a list would be too long. `alone` asks for a message of its own.
    `contest` is the id under which the whole result opens. `colour` is the party's as #RRGGBB.
    `many` is what several of the kind are called.
    """

    seat: str
    title: str
    lines: tuple[str, ...]
    standings: tuple[Standing, ...]
    facts: tuple[Fact, ...]
    footer: str
    brief: str
    contest: str
    alone: bool = False
    colour: str | None = None
    terse: str = ""
    many: str = "declarations"


def announce(news: News) -> Announcement:
    """Where a later entry has overtaken the news, everything that may be false by now says so."""
    if news.entry.only_names:
        return _only_named(news)
    if news.now is None:
        return _taken_back(news)
    if news.entry.kind is EntryKind.CORRECTED and news.said is not None:
        return _corrected(news, news.now, news.said)
    return _declared(news, news.now)


def _declared(news: News, now: ContestResult) -> Announcement:
    lines = [victory(now.contest)]
    title = f"{news.seat}: {naming.outcome(now.outcome)}"
    brief, terse = summary(now), in_short(now)
    if (news.entry.version or 0) > 1:
        lines.insert(0, "An earlier declaration here was taken back; this is the new one.")
    if news.superseded:
        # Whoever is told this is told the next entry too: a correction is about both results.
        lines.insert(0, "This was corrected or taken back since: see below.")
        title, brief = f"{title} (changed since)", f"{brief} (changed since, see below)"
        terse = f"{terse} (changed since)"
    return replace(_with_result(news, now, title, lines, brief), terse=terse)


def _corrected(news: News, now: ContestResult, said: ContestResult) -> Announcement:
    lines = correction.lines(said, now)
    same = summary(said) == summary(now)
    brief = f"corrected, still {summary(now)}" if same else f"corrected to {summary(now)}"
    if news.superseded:
        lines.insert(0, "This was changed again since; /result shows what stands now.")
        brief = f"{brief} (changed again since)"
    return _with_result(news, now, f"Correction: {news.seat}", lines, brief, alone=True)


def _taken_back(news: News) -> Announcement:
    lines, brief = ["The declaration was taken back."], "declaration taken back"
    if news.said is not None:
        lines.append(f"It had said: {result(news.said)}.")
    if news.superseded:
        lines.append("A result was declared here again since; /result shows what stands now.")
        brief = f"{brief} (declared again since)"
    else:
        lines.append("Nothing is declared here now.")
    return Announcement(
        seat=news.seat,
        title=f"Taken back: {news.seat}",
        lines=tuple(lines),
        standings=(),
        facts=(),
        footer=_footer(news),
        brief=brief,
        contest=str(news.entry.contest),
        alone=True,
    )


def _only_named(news: News) -> Announcement:
    """Told as what it is: no word of it may be taken for a result, wherever it is cut off."""
    title, lines = _naming(news)
    if news.superseded:
        title = f"{title} (more has come since)"
        lines[-1] = "More has come since; /result shows what stands now."
    return Announcement(
        seat=news.seat,
        title=f"{news.seat}: {title}",
        lines=tuple(lines),
        standings=(),
        facts=(),
        footer=_footer(news),
        brief=f"{title}: {_who(news.named)}",
        contest=str(news.entry.contest),
        alone=not news.is_new,
        terse=f"{title}: {_who(news.named, short=True)}",
        many="winners named, votes to come",
    )


def _naming(news: News) -> tuple[str, list[str]]:
    source, who = news.entry.source, _who(news.named)
    if news.entry.kind is EntryKind.UNNAMED:
        said = f"{source} no longer names {who} as the winner."
        return "no longer named", [said, "Nothing is declared here."]
    said = f"{source} names {who} as the winner."
    if news.named_before is None:
        return "winner named, votes to come", [said, _NO_RESULT]
    until_now = f"Until now it was {_who(news.named_before)}."
    return "another winner named, votes to come", [said, until_now, _NO_RESULT]


def _who(named: Nomination | None, *, short: bool = False) -> str:
    if named is None:
        return "anybody"
    return f"{named.standing_as} ({named.party.short if short else naming.party(named)})"


def _with_result(
    news: News, now: ContestResult, title: str, lines: list[str], brief: str, *, alone: bool = False
) -> Announcement:
    contest, before = now.contest, now.before
    return Announcement(
        seat=news.seat,
        title=title,
        lines=tuple(lines),
        standings=tuple(
            contest_answer.standing(one, contest, before) for one in contest.candidacies[:_FIRST]
        ),
        facts=(
            *_others(contest),
            *contest_answer.turnout(contest),
            *contest_answer.swing(contest, before),
            *contest_answer.held_before(before),
            *_between(news),
        ),
        footer=_footer(news),
        brief=brief,
        contest=str(news.entry.contest),
        alone=alone,
        colour=contest.winner.party.colour,
    )


def _between(news: News) -> list[Fact]:
    """Whoever remembers the by-election would take "hold" for a mistake."""
    return [
        Fact("By-election in between", contest_answer.by_election(one.contest, one.before))
        for one in news.between
    ]


def _others(contest: Contest) -> list[Fact]:
    others = contest.candidacies[_FIRST:]
    if not others:
        return []
    label = "1 other" if len(others) == 1 else f"{len(others)} others"
    return [Fact(label, figures.votes(sum(one.votes for one in others)))]


def _footer(news: News) -> str:
    """ "412 of 650 declared · general election, 4 July 2024 · Source: the press"."""
    count = news.count
    said = [f"{naming.kind(news.kind)}, {figures.day(news.entry.contest.polled_on)}"]
    if count.total > 1:
        said.insert(0, f"{figures.count(count.declared)} of {figures.count(count.total)} declared")
    if news.entry.source:
        said.append(f"Source: {news.entry.source}")
    return " · ".join(said)
