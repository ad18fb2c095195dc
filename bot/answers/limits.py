"""Whether a figure is under or over what is asked about."""

from bot.questions.question import Limit


def meets(limit: Limit | None, number: float | None, share: float | None = None) -> bool | None:
    """None where nothing is asked, or where the figure that would tell is not known."""
    if limit is None:
        return None
    figure = share if limit.is_share else number
    if figure is None:
        return None
    return figure > limit.figure if limit.over else figure < limit.figure
