"""A form's options, each looked at by itself: in one sentence, one could be taken for another."""

import re

from bot.answers.choosing import echo
from bot.answers.reply import Reply, ReplyKind
from bot.names.finding import Kind, Verdict
from bot.names.room import NamesRoom

_CHOSEN = re.compile(r"(?:constituency|person|party|place):\S+")
# "2019", "12 December 2019", "the last but one": which of them is meant is found out later.
_TIME = re.compile(
    r"\d|\b(elections?|last|latest|previous|newest|current|recent|first|before|ago|this|now|today|"
    r"tonight)\b",
    re.IGNORECASE,
)


def wrong_option(
    names: NamesRoom, party: str | None = None, election: str | None = None
) -> Reply | None:
    """What to tell whoever filled in a form with what is no party or no election."""
    if election and not _TIME.search(election):
        return _told(
            f"“{echo(election.strip())}” is no election",
            "Name a year or a polling day, such as 2019 or 12 December 2019.",
        )
    if party and not _CHOSEN.fullmatch(party.strip()) and _is_no_party(names, party):
        return _told(
            f"I know no party called “{echo(party.strip())}”",
            "Pick one of those that are offered while you type.",
        )
    return None


def _is_no_party(names: NamesRoom, typed: str) -> bool:
    found = names.find(typed, frozenset({Kind.PARTY}), 1)
    return found.verdict is Verdict.NONE and not found.matches


def _told(title: str, headline: str) -> Reply:
    return Reply(ReplyKind.NOTHING, title, headline)
