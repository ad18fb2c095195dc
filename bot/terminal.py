"""A conversation in the terminal, with the same answers as in Discord."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.table import Table
from rich.text import Text

from bot.answers.lines import WIDTH
from bot.answers.plain import render, wrapped_source
from bot.answers.reply import Choice, Reply
from bot.answers.service import Answers
from bot.catalogue.checks import Check
from bot.importing.report import Report

PROMPT = "> "
_DIGITS = 2  # of the number of a choice
_LEGIBLE = range(60, 201)  # mean brightness, of 255
_FAREWELLS = frozenset({"exit", "quit", "bye", "/exit", "/quit", "q"})


@dataclass
class Conversation:
    """One person's questions; a number picks one of the choices of the last reply."""

    answers: Answers
    choices: tuple[Choice, ...] = field(default=())

    def reply(self, line: str) -> Reply:
        picked = self._picked(line.strip())
        reply = self._open(picked) if picked else self.answers.ask(line)
        self.choices = reply.choices
        return reply

    def _open(self, picked: Choice) -> Reply:
        if picked.question:
            return self.answers.ask(picked.question)
        return self.answers.open(picked.kind, picked.id)

    def _picked(self, line: str) -> Choice | None:
        if not (line.isascii() and line.isdigit() and len(line) <= _DIGITS):
            return None
        number = int(line)
        return self.choices[number - 1] if 0 < number <= len(self.choices) else None


def chat(answers: Answers, remark: str = "") -> None:
    """Until the end of the input, Ctrl-C or "exit". Lines that come from a pipe are shown too."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(f"{answers.greeting}{f' · {remark}' if remark else ''}"))
    conversation = Conversation(answers)
    for line in _typed(sys.stdin, console):
        if line.strip().lower() in _FAREWELLS:
            return
        if line.strip():
            show(conversation.reply(line), console)


def _typed(source: TextIO, console: Console) -> Iterable[str]:
    # A transcript of what was asked reads better with the questions in it.
    if not source.isatty():
        for line in source:
            console.print(Text(f"{PROMPT}{line.rstrip()}"))
            yield line
        return
    _enable_line_editing()
    while True:
        try:
            yield input(PROMPT)
        except (EOFError, KeyboardInterrupt):
            console.print()
            return


def _enable_line_editing() -> None:
    """The arrow keys and a history for as long as the conversation lasts; nothing is stored."""
    try:
        import readline  # noqa: F401, PLC0415 (importing it is what enables it; not everywhere)
    except ImportError:
        return


def show(reply: Reply, console: Console) -> None:
    """Colour and bold where the terminal has them; the words are those of the plain text."""
    width = min(console.width, 100) if console.is_terminal else WIDTH
    # Text, never markup: a name may hold square brackets.
    text = Text(render(reply, width))
    if reply.colour:
        text.stylize(f"bold {_legible(reply.colour)}", 0, len(reply.title))
    else:
        text.stylize("bold", 0, len(reply.title))
    source = wrapped_source(reply, width)
    if source:
        text.stylize("dim", len(text) - len(source))
    console.print(text)
    console.print()


def _legible(colour: str) -> str:
    """The party's colour, or none where black or near white would vanish on some backgrounds."""
    light = sum(int(colour[place : place + 2], 16) for place in (1, 3, 5)) // 3
    return colour if light in _LEGIBLE else "default"


def show_checks(checks: list[Check]) -> None:
    """A table of all checks, and beneath it what each found."""
    table = Table("Check", "Examined", "Differ", "Explained", "")
    for one in checks:
        verdict = "FAILED" if one.failures else "ok"
        table.add_row(
            one.name, f"{one.examined:,}", f"{one.differ:,}", f"{len(one.explained):,}", verdict
        )
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    for one in checks:
        for line in [*one.explained, *one.failures]:
            console.print(Text(f"{one.name}: {line}"))


def show_import(report: Report) -> None:
    console = Console(highlight=False, soft_wrap=True)
    table = Table("Table", "Rows")
    for name, rows in report.counts.items():
        table.add_row(name, f"{rows:,}")
    console.print(table)
    for heading, lines in (("Mended", report.mended), ("Doubtful", report.doubtful)):
        console.print(Text(f"{heading}: {len(lines)}"))
        for line in lines:
            console.print(Text(f"  {line}"))


class BuildProgress:
    """A bar on standard error, shown only while a catalogue is built."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("Building the catalogue"),
            BarColumn(),
            TextColumn("{task.completed:.0f} of {task.total:.0f} tables"),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._task is None:
            self._bar.start()
            self._task = self._bar.add_task("build", total=total)
        self._bar.update(self._task, completed=done)
        if done == total:
            self._bar.stop()
