"""What was declared last, and how far the count is."""

from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import figures, naming
from bot.answers.reply import Choice, Fact, Reply, ReplyKind
from bot.answers.victory import summary
from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import EntryKind
from bot.declarations.news import News
from bot.declarations.newsroom import Newsroom, PollingDay
from bot.elections.contest import Contest, ContestKind
from bot.elections.result import ContestResult

MOST = 10
_MOST_DAYS = 5
_MOST_TO_COME = 3  # seats that are named
_MOST_SETTLED = 5
REPLAYED = (
    "This is a past night, declared over again. The figures are as they came in; "
    "/result shows the settled ones."
)


def answer(catalogue: Catalogue, newsroom: Newsroom | None) -> Reply:
    """By polling day where several are being declared, the newest first."""
    days = newsroom.days()[:_MOST_DAYS] if newsroom else []
    if newsroom is None or not days:
        return _nothing(catalogue)
    latest = _latest(newsroom, days)
    shown = [one for day in latest for one in day]
    return Reply(
        kind=ReplyKind.DECLARED,
        title=_title(days),
        headline=_capital(_progress(days[0])) if len(days) == 1 else "By polling day:",
        preface=_preface(days, len(shown)),
        facts=tuple(_facts(days, latest)),
        choices=tuple(_choice(catalogue, one, alone=len(days) == 1) for one in shown),
        sources=tuple(dict.fromkeys(one.entry.source for one in shown if one.entry.source)),
    )


def _latest(newsroom: Newsroom, days: list[PollingDay]) -> list[list[News]]:
    """At most ten in all; a busy day leaves room for one of every other."""
    latest: list[list[News]] = []
    for place, day in enumerate(days, start=1):
        room = MOST - sum(map(len, latest)) - (len(days) - place)
        latest.append(newsroom.latest(day.polled_on, room))
    return latest


def _title(days: list[PollingDay]) -> str:
    return f"Declarations · {_name(days[0])}" if len(days) == 1 else "Declarations"


def _name(day: PollingDay) -> str:
    return f"{naming.kind(day.kind)}, {figures.day(day.polled_on)}"


def _progress(day: PollingDay) -> str:
    """ "412 of 650 declared, 238 still to come"; the last few are named."""
    count = day.count
    left = count.total - count.declared
    if left <= 0:
        return "declared" if count.total == 1 else f"all {figures.count(count.total)} declared"
    declared = f"{figures.count(count.declared)} of {figures.count(count.total)} declared"
    few = 0 < len(day.to_come) <= _MOST_TO_COME
    names = f": {', '.join(sorted(day.to_come))}" if few else ""
    begun = declared if count.declared else "nothing declared yet"
    return f"{begun}, {figures.count(left)} still to come{names}"


def _preface(days: list[PollingDay], shown: int) -> tuple[str, ...]:
    told = []
    if any(day.replayed for day in days):
        told.append(REPLAYED)
    if shown < sum(day.count.declared for day in days):
        told.append(f"The latest {shown}, newest first:")
    return tuple(told)


def _facts(days: list[PollingDay], latest: list[list[News]]) -> list[Fact]:
    facts = []
    for day, declared in zip(days, latest, strict=True):
        if len(days) > 1:
            facts.append(Fact(_capital(_name(day)), _progress(day)))
        facts += [Fact(one.seat, _told(one, one.now)) for one in declared if one.now]
    return facts


def _told(news: News, now: ContestResult) -> str:
    """ "Labour hold: Ann Able by 1,234 · declared about 02:15 · corrected"."""
    times = [f"declared {fact.value}" for fact in contest_answer.declared(now.contest)]
    corrected = ["corrected"] if news.entry.kind is EntryKind.CORRECTED else []
    return " · ".join([summary(now), *times, *corrected])


def _choice(catalogue: Catalogue, news: News, *, alone: bool) -> Choice:
    choice = contest_answer.contest_choice(catalogue, news.entry.contest, news.kind)
    return replace(choice, short=news.seat if alone else choice.label)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _nothing(catalogue: Catalogue) -> Reply:
    """With the newest by-elections, if there were any since the last general election."""
    newest = [catalogue.contests.settled(one) for one in catalogue.contests.latest(_MOST_SETTLED)]
    by_elections = [one for one in newest if one and one.kind is ContestKind.BY_ELECTION]
    last = figures.day(catalogue.span[1])
    since = "The newest results:" if by_elections else f"The newest results are those of {last}."
    return Reply(
        kind=ReplyKind.DECLARED,
        title="Declarations",
        headline="Nothing is being declared at the moment.",
        preface=(since,),
        facts=tuple(Fact(naming.title(one), _settled(catalogue, one)) for one in by_elections),
        choices=tuple(
            replace(choice, short=choice.label)
            for one in by_elections
            for choice in [contest_answer.contest_choice(catalogue, one.id, one.kind)]
        ),
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title,),
    )


def _settled(catalogue: Catalogue, contest: Contest) -> str:
    return summary(ContestResult(contest, catalogue.contests.baseline(contest)))
