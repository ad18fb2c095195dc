"""What a subscription asks for, and where a channel stands, in words."""

from bot.declarations.subscription import (
    ChannelState,
    Events,
    Standing,
    Style,
    TargetKind,
    Wish,
)

_EVENTS = {Events.EVERY: "every declaration", Events.CHANGES: "changes of hands only"}
_STYLES = {
    Style.EACH: "each as it comes",
    Style.FIVE: "in a digest every 5 minutes",
    Style.QUARTER: "in a digest every 15 minutes",
    Style.HOUR: "in a digest every hour",
}


def told(wish: Wish) -> str:
    """ "every declaration, each as it comes"."""
    return f"{_events(wish)}{_named(wish)}, {_STYLES[wish.style]}"


def brief(wish: Wish) -> str:
    """For a list: "every declaration", "gains and losses, every 15 minutes"."""
    if wish.style is Style.EACH:
        return f"{_events(wish)}{_named(wish)}"
    return f"{_events(wish)}{_named(wish)}, {_STYLES[wish.style].removeprefix('in a digest ')}"


def title(wish: Wish, before: Wish | None) -> str:
    """`before` is what the channel wished of the same target until now."""
    name = wish.target.name
    if before is None:
        return f"Subscribed to {name}"
    return f"Subscribed to {name} already" if told(before) == told(wish) else f"Changed: {name}"


def changed(wish: Wish, before: Wish | None) -> str:
    """What was wished until now, if that was something else."""
    if before is None or told(before) == told(wish):
        return ""
    return f"Until now it was {told(before)}."


def stands(standing: Standing | None) -> str:
    if standing is None:
        return "up to date"
    waiting = f"{standing.waiting:,} waiting"
    if standing.state is ChannelState.PAUSED:
        return f"paused ({standing.reason}), {waiting}"
    if standing.attempts:
        return f"being retried, {waiting}"
    return waiting if standing.waiting else "up to date"


def _named(wish: Wish) -> str:
    return " and winners named before the votes" if wish.named else ""


def _events(wish: Wish) -> str:
    # Of a party only these are told, whatever was asked for.
    return "gains and losses" if wish.target.kind is TargetKind.PARTY else _EVENTS[wish.events]
