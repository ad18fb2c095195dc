"""What a reply over many contests rests on."""

from collections.abc import Iterable

from bot.answers import figures
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Contest


def sources(
    catalogue: Catalogue,
    contests: Iterable[Contest],
    *,
    historic: bool = False,
    settled: bool = True,
) -> tuple[str, ...]:
    """The settled results, the Library's where `historic`, and whoever declared a live one."""
    live = {one.source: None for one in contests if one.source}
    # Their short titles: the line has to be read after every answer.
    titles = {one.id: one.title.partition(":")[0] for one in catalogue.sources}
    library = [titles[one] for one in ("commons-library", "parlparse")] if historic else []
    return (*([catalogue.results.title] if settled else []), *library, *live)


def not_settled(contests: Iterable[Contest]) -> tuple[str, ...]:
    """Which of them are only declared, in a sentence."""
    live = [one for one in contests if one.source]
    if not live:
        return ()
    told = ", ".join(
        f"{one.constituency.name} ({figures.day(one.polled_on)})"
        for one in sorted(live, key=lambda one: one.constituency.name)
    )
    return (f"Declared live, not yet among the settled results: {told}.",)
