"""What an entry of the journal says as bars: that version, whatever is known by now."""

from functools import lru_cache

from bot.answers.drawn import vote_bars
from bot.declarations.news import News
from bot.pictures.charts import VoteBars


@lru_cache(16)
def chart(news: News) -> VoteBars | None:
    """None where it takes a declaration back, or was overtaken by a later entry.

    The same for the same object: a thousand channels are told the same news.
    """
    if news.now is None or news.superseded:
        return None
    source = f"Source: {news.entry.source}" if news.entry.source else ""
    return vote_bars.of_contest(news.now.contest, news.now.before, source)
