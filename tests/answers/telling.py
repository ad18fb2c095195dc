"""Declarations as announcements."""

from collections.abc import Callable

from bot.answers.live.announcement import Announcement
from bot.answers.reply import Reply
from tests.declarations.making import Plain, candidate

# Everything that is announced once these were declared, in the order of the journal.
Announce = Callable[..., list[Announcement]]

WITHDRAWN = {"polled_on": "2029-05-03", "constituency": "Clacton", "withdrawn": True}
TWO = [candidate("Ann Able", "Labour", 20_000), candidate("Ben Baker", "Conservative", 15_000)]


def facts(said: Announcement | Reply) -> dict[str, str]:
    return {fact.label: fact.value for fact in said.facts}


def winning(name: str, party: str, votes: int = 900) -> list[Plain]:
    """A winner, and a loser of another party."""
    return [candidate(name, party, votes), candidate("Cat Cole", "Green", 100)]
