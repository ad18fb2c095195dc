"""What Teller can do, and what it stands on."""

from bot.answers import figures
from bot.answers.reply import Fact, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue

_EXAMPLES = (
    ("/result islington north", "who won, by how much, what changed"),
    ("/result islington north 2019", "an earlier contest"),
    ("/result clacton by-election", "a by-election"),
    ("/result corbyn", "a candidate, and the contest they stood in last"),
    ("/result totnes", "a town, or a seat that was abolished"),
    ("/result n19", "a postcode, whole or half; it is not kept"),
    ("/result labour", "a party at each general election"),
    ("/ask did labour hold bury south in 2019", "any question that the results can answer"),
    ("/seats, /top, /byelections", "the scoreboard, rankings, by-elections"),
    (
        "/party, /candidate, /history, /compare",
        "a party, a person, a seat through time, two things",
    ),
    ("/map turnout scotland 2024", "a general election as a map: winners, gains, a figure"),
    ("/declared", "the latest declarations, and how many are still to come"),
    ("/subscribe", "declarations in a channel or a direct message, as they come"),
    ("/board", "a scoreboard in a channel that keeps up with the night"),
    ("/pictures", "whether a server's answers come with their pictures, dark or light"),
)
_QUESTIONS = (
    "You can ask: who came second in Bath; how many seats did the SNP win in 2015; who did Ed "
    "Balls lose to; safest Labour seat in Wales; what happened to Totnes."
)


def help_reply() -> Reply:
    return Reply(
        kind=ReplyKind.HELP,
        title="What you can ask",
        headline=(
            "Results of UK general elections and by-elections, in plain English, however you spell "
            "the name."
        ),
        facts=tuple(Fact(question, answer) for question, answer in _EXAMPLES),
        notes=(
            _QUESTIONS,
            "In a direct message, or after mentioning Teller, the question alone is enough.",
            "Teller knows results. It makes no forecasts and has no opinions.",
        ),
    )


def where_to_subscribe() -> Reply:
    return Reply(
        kind=ReplyKind.HELP,
        title="Subscriptions",
        headline=(
            "Subscriptions are made with the slash command /subscribe in Discord, in a server or "
            "in a direct message to Teller; /subscriptions lists them and /unsubscribe ends them."
        ),
    )


def where_to_post() -> Reply:
    return Reply(
        kind=ReplyKind.HELP,
        title="In Discord only",
        headline=(
            "/board posts a scoreboard that keeps up with the night, and /pictures says whether a "
            "server's answers come with their pictures. Both are slash commands in Discord."
        ),
    )


def no_opinion() -> Reply:
    return Reply(
        kind=ReplyKind.NOTHING,
        title="Teller only knows results",
        headline=(
            "It makes no forecasts, gives no advice on voting and has no opinions. "
            "Ask how a constituency, a candidate or a party did."
        ),
    )


def about_reply(catalogue: Catalogue, version: str) -> Reply:
    first, last = catalogue.span
    fresh = catalogue.results.as_of
    return Reply(
        kind=ReplyKind.ABOUT,
        title=f"Teller {version}",
        headline=(
            f"Results of UK parliamentary elections from {figures.day(first)} to "
            f"{figures.day(last)}{f', as of {figures.day(fresh)}' if fresh else ''}."
        ),
        facts=tuple(
            Fact(source.title, f"{source.licence}. {source.credit}".rstrip(". "))
            for source in catalogue.sources
        ),
        notes=(
            "Shares, changes, majorities, turnout and swing are computed from the votes.",
            "Nothing that anybody types is kept.",
        ),
        as_of=fresh,
        sources=(catalogue.results.title,),
    )
