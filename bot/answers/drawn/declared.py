"""What an entry of the journal says as bars: that version, whatever is known by now."""

from functools import lru_cache

from bot.answers.drawn import vote_bars
from bot.catalogue.catalogue import Catalogue
from bot.declarations.news import News
from bot.pictures.charts import VoteBars


@lru_cache(16)
def chart(catalogue: Catalogue, news: News) -> VoteBars | None:
    """None where it takes a declaration back, or was overtaken by a later entry.

    The same for the same object: a thousand channels are told the same news.
    """
    if news.now is None or news.superseded:
        return None
    return vote_bars.of_result(catalogue, news.now)
