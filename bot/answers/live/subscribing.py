"""Subscribing to declarations: what was agreed, what there is, and what has ended."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.answers.live import wishes
from bot.answers.live.targets import TargetFinder
from bot.answers.reply import Choice, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.newsroom import Newsroom
from bot.declarations.subscription import (
    EVERYTHING,
    MOST_FOR_A_PERSON,
    MOST_FOR_A_SERVER,
    Address,
    ChannelState,
    Events,
    Style,
    Subscription,
    Target,
    TargetKind,
    Wish,
)
from bot.declarations.subscriptions import Subscriptions
from bot.names.room import NamesRoom

# What a channel is called; None for one that is none of the asker's business.
Called = Callable[[int], str | None]

_SAID = ReplyKind.ABOUT  # of a reply that refuses nothing
_NOT_OF_PARTIES = (
    "Who is named the winner before the votes are known is not told by party: "
    "whether a seat changes hands is known with the votes."
)


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Where messages are to go, who answers for them, and what people call the place.

    `name` is empty for somebody's direct messages. `advice` is what they had better do there.
    """

    address: Address
    owner: int
    name: str = ""
    advice: str = ""


class SubscriptionOffice:
    """`rehearsing` says that a night of the past is played, with the seats of then."""

    def __init__(
        self,
        catalogue: Catalogue,
        names: NamesRoom,
        subscriptions: Subscriptions,
        newsroom: Newsroom,
        now: Callable[[], datetime],
        *,
        rehearsing: bool = False,
    ) -> None:
        self._targets = TargetFinder(catalogue, names, rehearsing=rehearsing)
        self._subscriptions = subscriptions
        self._newsroom = newsroom
        self._now = now

    def suggest(self, typed: str) -> tuple[Choice, ...]:
        return self._targets.suggest(typed)

    def subscribe(
        self, who: Subscriber, to: str, events: Events, style: Style, *, named: bool = False
    ) -> Reply:
        """What was agreed, or a question back. `named` asks for winners named before the votes
        too. Raises TooMany and StateError."""
        meant = self._targets.find(to)
        if isinstance(meant, Reply):
            return meant
        of_party = meant.target.kind is TargetKind.PARTY
        wish = Wish(meant.target, events, style, named and not of_party)
        before = self._before(who.address, meant.target)
        was_paused = self._is_paused(who.address)
        self._subscriptions.add(who.address, who.owner, wish, self._now())
        notes = [
            wishes.changed(wish, before),
            _NOT_OF_PARTIES if named and of_party else "",
            "Announcements there were paused; they go on now." if was_paused else "",
            "" if before else self._declared_before(wish.target),
            who.advice,
        ]
        return Reply(
            kind=_SAID,
            title=wishes.title(wish, before),
            headline=f"{who.name or 'You'} will be told of {wishes.told(wish)}.",
            preface=(meant.note,) if meant.note else (),
            notes=tuple(filter(None, notes)),
        )

    def _before(self, address: Address, target: Target) -> Wish | None:
        """What the channel wished of the same target until now."""
        kept = (one.wish for one in self._subscriptions.of_channel(address.channel))
        same = (one for one in kept if (one.target.kind, one.target.key) == _key(target))
        return next(same, None)

    def _is_paused(self, address: Address) -> bool:
        standing = self._subscriptions.standing(address.channel)
        return standing is not None and standing.state is ChannelState.PAUSED

    def _declared_before(self, target: Target) -> str:
        count = self._newsroom.tonight(self._now())
        if count is None or not count.declared:
            return ""
        rest = "the rest" if target == EVERYTHING else "what is declared from now on"
        if count.declared >= count.total:
            rest = "corrections, and the next election"
        were = "was" if count.declared == 1 else "were"
        return f"{count.declared:,} of {count.total:,} {were} declared before; you hear {rest}."

    def show(self, address: Address, called: Called) -> Reply:
        """Everything that is subscribed to there, and where each channel stands."""
        found = self._visible(address, called)
        if not found:
            return Reply(
                kind=ReplyKind.NOTHING,
                title="No subscriptions",
                headline="/subscribe makes one: to everything, a nation or region, "
                "a constituency, a party or a person.",
            )
        lines: list[str] = []
        for channel, group in groupby(found, key=lambda one: one.address.channel):
            standing = self._subscriptions.standing(channel)
            lines.append(f"{called(channel)}: {wishes.stands(standing)}")
            lines += [f"• {one.wish.target.name}: {wishes.brief(one.wish)}" for one in group]
        most = MOST_FOR_A_PERSON if address.server is None else MOST_FOR_A_SERVER
        headline = f"{len(found)} of at most {most}."
        return Reply(_SAID, "Subscriptions", headline, preface=tuple(lines))

    def offer(self, address: Address, called: Called) -> Reply:
        """What can be ended, as choices."""
        choices = self._endings(address, called)
        if not choices:
            return self.show(address, called)
        return Reply(_SAID, "Unsubscribe", "Choose what to end:", choices=choices)

    def unsubscribe(self, id_: int, address: Address, called: Called) -> Reply:
        """What came of it; the choices are what is left. Raises StateError."""
        found = next((one for one in self._subscriptions.at(address) if one.id == id_), None)
        kind, title, headline = ReplyKind.NOTHING, "That subscription is gone already", ""
        if found and called(found.address.channel) is None:
            title, headline = "Nothing was ended", "You do not manage the channel it is for."
        elif found and self._subscriptions.remove(id_, address):
            place = called(found.address.channel) if address.server else "You"
            kind, title = _SAID, f"Unsubscribed from {found.wish.target.name}"
            headline = f"{place} will not be told of it any more."
        return Reply(kind, title, headline, choices=self._endings(address, called))

    def forget_server(self, server: int) -> None:
        """Teller is in it no longer."""
        self._subscriptions.remove_server(server)

    def forget_channel(self, channel: int) -> None:
        """It is no more."""
        self._subscriptions.remove_channel(channel)

    def _endings(self, address: Address, called: Called) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                kind="subscription",
                id=str(one.id),
                label=one.wish.target.name,
                detail=f"{called(one.address.channel)}: {wishes.brief(one.wish)}",
            )
            for one in self._visible(address, called)
        )

    def _visible(self, address: Address, called: Called) -> list[Subscription]:
        found = self._subscriptions.at(address)
        return [one for one in found if called(one.address.channel) is not None]


def _key(target: Target) -> tuple[str, str]:
    return target.kind, target.key
