"""Announcements as plain text, for a terminal."""

from collections.abc import Sequence

from bot.answers.lines import WIDTH, wrapped
from bot.answers.live.announcement import Announcement
from bot.answers.plain import columns, flowing


def render_announcement(announcement: Announcement, width: int = WIDTH) -> str:
    """All of it, no line longer than `width` unless one word is."""
    blocks = [
        wrapped(announcement.title, width),
        *(wrapped(line, width) for line in announcement.lines),
        *columns(announcement.standings, width),
        *flowing(announcement.facts, width),
        wrapped(announcement.footer, width),
    ]
    return "\n".join(block for block in blocks if block)


def render_list(announcements: Sequence[Announcement], width: int = WIDTH) -> str:
    """A line for each, and how far it is after the last."""
    lines = [wrapped(f"{one.seat}: {one.brief}", width) for one in announcements]
    footers = [wrapped(one.footer, width) for one in announcements[-1:]]
    return "\n".join([*lines, *footers])
