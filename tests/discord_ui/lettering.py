"""Letters of a test's own night, and what a person reads in them."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Nominee
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.news import News
from bot.declarations.newsroom import Newsroom
from bot.declarations.state import open_state, url_of
from bot.discord_ui.letters import Composer
from bot.elections.contest import ContestId, ContestKind
from tests.declarations.making import CLACTON, DAY, NOW, Plain, told
from tests.discord_server.forms import check_message

SEATS = 30  # by-elections that are open in the tests' own state

Message = dict[str, Any]

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")  # a backslash counts only before these
_OURS = re.compile(r"\*\*[^*\n]+\*\*|^\*[^*\n]+\*$", re.MULTILINE)
_MISCHIEF = re.compile(r"[*`~_|]|<[@#]|@(?:everyone|here)|\]\(|^(?:#+ |> |- |\d+\. )", re.MULTILINE)
_LINE = re.compile(r"^\*\*(?P<seat>[^*]+)\*\*: ", re.MULTILINE)
_TITLE = re.compile(r"^(?:\*\*)?(?P<seat>[^*:]+): ")
HOSTILE = [
    "**Bobby** __Tables__ ~~struck~~ *ill*",
    "@everyone @here <@123> <@&4> <#5>",
    "[click](http://example.com) `code` ||spoiler||",
    "# Heading",
    "> Quoted",
    "- listed",
    "1. One",
    "```",
    "\\*not bold\\*",
    "*" * 200,
    "\\" * 200,
    "Ἀριστοφάνης " * 16,
    "محمد בנימין",
    "選挙管理委員会" * 28,
    "𓂀𓆣 Hieroglyph",
    "🗳️ Count Binface",
]


@dataclass(frozen=True, slots=True)
class Press:
    """`seats` are those with a by-election, Clacton among them."""

    desk: Desk
    newsroom: Newsroom
    journal: Journal
    contests: tuple[ContestId, ...]
    seats: tuple[str, ...]

    def names(self, *winners: Nominee) -> None:
        """One in each seat, before any votes are known."""
        for contest, winner in zip(self.contests, winners, strict=False):
            self.journal.name(contest, winner, "Democracy Club", NOW)

    def reports(self, *declarations: Plain) -> list[News]:
        """All that is in the journal once these were declared."""
        answers = told(self.desk, *declarations)
        assert not [one for one in answers if one.startswith(("refused", "unchanged"))]
        return self.newsroom.news(range(1, self.newsroom.head() + 1))


@contextmanager
def opened(catalogue_path: Path, folder: Path) -> Iterator[tuple[Catalogue, Journal]]:
    with (
        closing(Catalogue.open(catalogue_path)) as catalogue,
        closing(open_state(url_of(folder / "state.db"))) as connection,
    ):
        journal = Journal(connection)
        catalogue.contests.live = LiveContests(journal, catalogue)
        yield catalogue, journal


@contextmanager
def at_work(catalogue_path: Path, folder: Path) -> Iterator[Press]:
    with opened(catalogue_path, folder) as (catalogue, journal):
        seats = [one for one in catalogue.seats.by_code.values() if not one.abolished]
        clacton_first = sorted(seats, key=lambda one: one.code != CLACTON.code)[:SEATS]
        contests = tuple(ContestId(one.code, DAY) for one in clacton_first)
        journal.open(list(contests), ContestKind.BY_ELECTION, NOW)
        desk, newsroom = Desk(catalogue, journal, lambda: NOW), Newsroom(catalogue, journal)
        yield Press(desk, newsroom, journal, contests, tuple(one.name for one in clacton_first))


def letter(news: Sequence[News], *, plain: bool = False) -> tuple[Message, int]:
    """The message, which Discord takes, and how many of the news it tells."""
    payload, taken = Composer().compose(news, plain=plain)
    message: Message = json.loads(payload)
    check_message(message)
    assert ("embeds" in message) is not plain
    return message, taken


def letters(news: Sequence[News], size: int, *, plain: bool) -> list[Message]:
    """All of it, so many at once as long as there are any."""
    composer, messages, place = Composer(), [], 0
    while place < len(news):
        payload, taken = composer.compose(news[place : place + size], plain=plain)
        assert 1 <= taken <= size
        place += taken
        messages.append(json.loads(payload))
    return messages


def heard(message: Message) -> list[str]:
    """The seats that a person reads of, from top to bottom."""
    if "content" in message:
        return _seats(message["content"], message["content"])
    return [
        seat
        for embed in message["embeds"]
        for seat in _seats(embed.get("title", ""), embed.get("description", ""))
    ]


def _seats(title: str, text: str) -> list[str]:
    listed = [line["seat"] for line in _LINE.finditer(text)]
    alone = _TITLE.match(title)
    return listed or ([alone["seat"]] if alone else [])


def offered(message: Message) -> list[str]:
    """The contests that can be opened whole."""
    found: list[str] = []
    for row in message["components"]:
        for part in row["components"]:
            if "options" in part:
                found += [option["value"] for option in part["options"]]
            else:
                found.append(part["custom_id"].rpartition("contest:")[2])
    return found


def words(message: Message) -> str:
    """Everything that Discord reads Markdown in."""
    parts = [message.get("content", "")]
    for embed in message.get("embeds", ()):
        parts += [embed.get("title", ""), embed.get("description", "")]
        parts += [f"{one['name']}: {one['value']}" for one in embed.get("fields", ())]
    return "\n".join(parts)


def shown(text: str) -> str:
    """As a person sees it, once Discord has taken the escapes away."""
    return _ESCAPED.sub(r"\1", text).replace("@\u200b", "@")


def mischief(text: str) -> list[str]:
    """What Discord would act on, but for what we write in bold or italics ourselves."""
    return _MISCHIEF.findall(_OURS.sub("", _ESCAPED.sub("x", text)))
