"""Many subscriptions at once, and the menus that list them."""

from typing import Any

from bot.declarations.subscription import Address, Events, Style, Target, TargetKind, Wish
from bot.declarations.subscriptions import Subscriptions
from tests.declarations.making import NOW
from tests.discord_ui.reading import Message


def fill(subscriptions: Subscriptions, address: Address, number: int) -> None:
    for place in range(number):
        seat = Target(TargetKind.CONSTITUENCY, f"E{place:08}", f"Seat *{place}*")
        subscriptions.add(address, 1, Wish(seat, Events.CHANGES, Style.QUARTER), NOW)


def menus(message: Message) -> list[dict[str, Any]]:
    rows: list[Any] = [*message.components]
    plain = [row if isinstance(row, dict) else row.to_dict() for row in rows]
    return [dict(part) for row in plain for part in row["components"]]
