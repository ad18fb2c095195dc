"""What is offered while somebody is still typing."""

from collections.abc import Callable

from discord import app_commands

from bot.answers.reply import Choice
from bot.discord_ui.errors import record
from bot.discord_ui.markup import clip

MOST_CHOICES, CHOICE = 25, 100


def suggested(suggest: Callable[[], tuple[Choice, ...]]) -> tuple[Choice, ...]:
    """Nothing where it fails: a list that is being typed into has no room for a sentence."""
    try:
        return suggest()
    except Exception as error:  # noqa: BLE001 (Discord waits for a list, whatever happens)
        record(error)
        return ()


def choices(
    found: tuple[Choice, ...], value: Callable[[Choice], str]
) -> list[app_commands.Choice[str]]:
    offered = [
        app_commands.Choice(name=clip(choice.label, CHOICE) or "…", value=value(choice))
        for choice in found
    ]
    # Discord refuses the whole list for one value that is empty or too long.
    return [choice for choice in offered if 0 < len(choice.value) <= CHOICE][:MOST_CHOICES]


def whole(choice: Choice) -> str:
    """As a command takes it back."""
    return f"{choice.kind}:{choice.id}"
