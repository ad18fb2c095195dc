"""Questions as they are understood, and what their answers show."""

from collections.abc import Callable
from typing import Any

from bot.answers.reply import Cell, Reply
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Question, Span, Topic, WantedElection

SINCE_2010 = Span("since 2010", 2010)
BY_ELECTIONS = WantedElection("by-elections", by_election=True)


def asked(
    topic: Topic,
    measure: Measure,
    *parties: str,
    areas: tuple[str, ...] = (),
    year: int | None = None,
    **more: Any,
) -> Question:
    elections = (WantedElection(str(year), year),) if year else ()
    return Question(
        topic, **{"elections": elections} | more, measure=measure, parties=parties, areas=areas
    )


Ask = Callable[..., Reply]


def asking(
    answer: Callable[[Catalogue, Question], Reply], catalogue: Catalogue, topic: Topic
) -> Ask:
    """Takes what `asked` takes, without the topic."""

    def ask(measure: Measure, *parties: str, **more: Any) -> Reply:
        return answer(catalogue, asked(topic, measure, *parties, **more))

    return ask


def facts(reply: Reply) -> dict[str, str]:
    return {fact.label: fact.value for fact in reply.facts}


def rows(reply: Reply) -> tuple[tuple[Cell, ...], ...]:
    assert reply.listing
    return reply.listing.rows


def column(reply: Reply, name: str) -> list[Cell]:
    assert reply.listing
    place = [one.name for one in reply.listing.columns].index(name)
    return [row[place] for row in reply.listing.rows]
