"""A conversation in the terminal, with the same answers as in Discord."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.answers.lines import WIDTH
from bot.answers.plain import render, wrapped_source
from bot.answers.reply import Choice, Reply
from bot.answers.service import Answers
from bot.catalogue.checks import Check
from bot.importing.report import Report
from bot.pictures.charts import Chart
from bot.pictures.textual.render import render as render_chart
from bot.pictures.textual.sheet import in_ascii, ink

PROMPT = "> "
_DIGITS = 2  # of the number of a choice
NO_PICTURE = "That answer has no picture."
_PICTURES = frozenset({"picture", "/picture"})
_HOW_TO_LOOK = "Here, picture shows what was answered last as a picture made of text."
_FAREWELLS = frozenset({"exit", "quit", "bye", "/exit", "/quit", "q"})


@dataclass
class Conversation:
    """One person's questions; a number picks one of the choices of the last reply."""

    answers: Answers
    choices: tuple[Choice, ...] = field(default=())
    last: Reply | None = None

    def reply(self, line: str) -> Reply:
        picked = self._picked(line.strip())
        reply = self._open(picked) if picked else self.answers.ask(line)
        if reply == self.answers.help():
            reply = replace(reply, notes=(*reply.notes, _HOW_TO_LOOK))
        self.choices = reply.choices
        self.last = reply
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
        if line.strip().lower() in _PICTURES:
            _show_last(conversation, console)
        elif line.strip():
            reply = conversation.reply(line)
            show(reply, console)
            if reply.drawn and reply.sketch:
                _show_last(conversation, console)


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
    width = _width_of(console)
    # Text, never markup: a name may hold square brackets.
    text = Text(render(reply, width))
    if reply.colour:
        text.stylize(Style(bold=True) + ink(reply.colour), 0, len(reply.title))
    else:
        text.stylize("bold", 0, len(reply.title))
    source = wrapped_source(reply, width)
    if source:
        text.stylize("dim", len(text) - len(source))
    console.print(text)
    console.print()


def _show_last(conversation: Conversation, console: Console) -> None:
    if conversation.last is None:
        console.print(Text("Ask something first: picture shows what was answered last."))
    elif chart := _chart(conversation):
        show_chart(chart, console)
    else:
        console.print(Text(NO_PICTURE))
    console.print()


def _chart(conversation: Conversation) -> Chart | None:
    sketch = conversation.last.sketch if conversation.last else None
    return conversation.answers.chart(sketch) if sketch else None


def show_chart(chart: Chart, console: Console | None = None) -> None:
    """As text, on standard output unless there is a console."""
    console = console or Console(highlight=False, soft_wrap=True)
    text = render_chart(chart, _width_of(console))
    console.print(in_ascii(text) if console.options.ascii_only else text)


def _width_of(console: Console) -> int:
    return min(console.width, 100) if console.is_terminal else WIDTH


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
