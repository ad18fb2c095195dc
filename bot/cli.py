"""The commands of `teller`."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__, config, log
from bot.answers.exported import finding_as_json, finding_as_text
from bot.app import (
    Programme,
    Rehearsal,
    following,
    open_rehearsal,
    open_teller,
    play_here,
    play_in_discord,
    rebuild,
    run_discord,
)
from bot.asked import Manner, answering, tell
from bot.config import Settings
from bot.errors import TellerError
from bot.names.finding import Kind
from bot.progress import progress
from bot.questions.understanding import printable
from bot.settling import import_, update

app = typer.Typer(
    help="Results of UK elections, in Discord and in a terminal.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Every error that a person can do something about is one line and exit status 1."""
    # A terminal that has no minus sign or accent shows a question mark instead of a trace.
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except TellerError as error:
        print(error, file=sys.stderr)  # noqa: T201
        sys.exit(1)


@app.callback(invoke_without_command=True)
def teller(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Without a command: run."""
    if version:
        typer.echo(f"teller {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        run()


@app.command()
def run(
    record: Annotated[
        Path | None, typer.Option(help="Keep every answer of the feeds in this file.")
    ] = None,
) -> None:
    """Run in Discord if DISCORD_TOKEN is set, else chat here; follow the feeds meanwhile."""
    settings = config.load()
    token = settings.discord_token
    log.configure(settings.log_level, token.get_secret_value() if token else None)
    teller = open_teller(settings, progress)
    with following(teller, record):
        if token is None:
            from bot.terminal import chat as talk

            talk(
                teller.answers,
                "no DISCORD_TOKEN set, so chat here (README: how to add it to Discord)",
            )
        else:
            run_discord(teller)


@app.command()
def chat() -> None:
    """Chat in this terminal."""
    from bot.terminal import chat as talk

    talk(open_teller(config.load(), progress).answers)


@app.command()
def ask(
    text: Annotated[list[str], typer.Argument(help="The question, or - for one a line.")],
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    picture: Annotated[
        Path | None, typer.Option(help="Save the picture to this file: .png or .svg.")
    ] = None,
    light: Annotated[bool, typer.Option("--light", help="Draw it on a light ground.")] = False,
    bars: Annotated[bool, typer.Option("--bars", help="Show the picture as text too.")] = False,
) -> None:
    """Answer one question, or with - each line of standard input as one JSON line."""
    manner = Manner(as_json, picture, light, bars)
    manner.check(each_line=text == ["-"])
    teller = open_teller(config.load(), progress)
    if text == ["-"]:
        _each_line(answering(teller, manner))
    else:
        tell(teller, " ".join(text), manner)


@app.command()
def find(
    name: Annotated[list[str], typer.Argument(help="The name, or - for one a line.")],
    kind: Annotated[
        list[str] | None, typer.Option(help="constituency, person, party or place.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Most matches to show.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Find who or where is meant by a name, however spelled."""
    kinds = _kinds(kind or [])
    names = open_teller(config.load(), progress).names
    if name == ["-"]:
        _each_line(lambda line: finding_as_json(names.find(line, kinds, limit)))
        return
    finding = names.find(" ".join(name), kinds, limit)
    typer.echo(_as_line(finding_as_json(finding)) if as_json else finding_as_text(finding))


@app.command(name="open")
def open_(
    day: Annotated[str, typer.Argument(help="Polling day, such as 2029-05-03.")],
    by: Annotated[str | None, typer.Option(help="The constituency of a by-election.")] = None,
) -> None:
    """Open a general election, or with --by a by-election, to be declared."""
    desk = open_teller(config.load(), progress).desk
    opened, contests = desk.open_election(_day(day), by)
    already = f" ({contests - opened} were open before)" if opened < contests else ""
    typer.echo(f"Opened {opened} of {contests} contests of {day}{already}.")


@app.command()
def close(
    day: Annotated[str, typer.Argument(help="Polling day, such as 2029-05-03.")],
    by: Annotated[str | None, typer.Option(help="The constituency of a by-election.")] = None,
) -> None:
    """Undo an open by mistake, for the contests of which nothing is declared."""
    closed = open_teller(config.load(), progress).desk.close_election(_day(day), by)
    typer.echo(f"Closed {closed} {'contest' if closed == 1 else 'contests'} of {day}.")


@app.command()
def declare(
    file: Annotated[str, typer.Argument(help="A file of declarations, or - for standard input.")],
    source: Annotated[
        str, typer.Option(help="Who says so, as people are to read it.")
    ] = "entered by hand",
) -> None:
    """Take declarations, as JSON lines or CSV; exit status 1 if any was refused.

    What comes bit by bit had better be JSON: the end of a constituency in a CSV shows only when
    the next one begins.
    """
    desk = open_teller(config.load(), progress).desk
    refused = False
    with _lines_of(file) as lines:
        for answer in desk.take(lines, printable(source)):
            refused = refused or answer.outcome == "refused"
            typer.echo(f"{answer.outcome}: {answer.about}")
    raise typer.Exit(code=refused)


@app.command()
def refused(
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Most to show.")] = 20,
) -> None:
    """List the declarations that were refused, with the reasons, newest first."""
    for when, source, reason, received in open_teller(config.load(), progress).journal.refused(
        limit
    ):
        typer.echo(f"{when}  {source}: {printable(reason)}\n    {printable(received)}")


@app.command()
def replay(
    day: Annotated[str, typer.Argument(help="Polling day of a past election: 2019-12-12.")],
    speed: Annotated[float, typer.Option(help="How many times as fast as that night was.")] = 60.0,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin the night anew.")] = False,
    as_entered: Annotated[
        bool, typer.Option("--as-entered", help="What volunteers typed, slips and all.")
    ] = False,
) -> None:
    """Rehearse a past night: in Discord if DISCORD_TOKEN is set, else in this terminal."""
    settings = _settings_of_a_night()
    programme = Programme(_day(day), speed, fresh, as_entered)
    _play(open_rehearsal(settings, programme, progress))


@app.command()
def rehearse(
    recording: Annotated[Path, typer.Argument(help="A file that run --record made.")],
    speed: Annotated[float, typer.Option(help="How many times as fast as that night was.")] = 60.0,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin the night anew.")] = False,
) -> None:
    """Play a recorded night through the feeds: in Discord if DISCORD_TOKEN is set, else here."""
    from bot import recorded

    settings = _settings_of_a_night()
    programme = recorded.Programme(recording, speed, fresh)
    _play(recorded.open_recorded(settings, programme, progress))


@app.command()
def feeds(
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Show how each feed does, what waits for a second one, and where they disagree."""
    from bot.feed_report import as_plain, report, show

    teller = open_teller(config.load(), progress)
    found = report(teller.settings, teller.catalogue, teller.journal)
    if as_json:
        typer.echo(_as_line(as_plain(found)))
    else:
        show(found, teller.clock.now())


@app.command()
def build() -> None:
    """Build the catalogue anew from data/."""
    typer.echo(f"Built {rebuild(config.load(), progress)}")


@app.command()
def check() -> None:
    """Check every figure that can be derived, and print a table."""
    from bot.catalogue.checks import run_checks
    from bot.terminal import show_checks

    checks = run_checks(open_teller(config.load(), progress).catalogue)
    show_checks(checks)
    raise typer.Exit(code=any(one.failures for one in checks))


app.command(name="import")(import_)
app.command()(update)


def _settings_of_a_night() -> Settings:
    settings = config.load()
    token = settings.discord_token
    log.configure(settings.log_level, token.get_secret_value() if token else None)
    return settings


def _play(rehearsal: Rehearsal) -> None:
    if rehearsal.teller.settings.discord_token is None:
        play_here(rehearsal)
    else:
        play_in_discord(rehearsal)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise TellerError(f"{text} is no day: write it like 2029-05-03.") from None


@contextmanager
def _lines_of(source: str) -> Iterator[Iterator[str]]:
    """The lines of a file or of standard input; what is no UTF-8 becomes a sign that says so."""
    if source == "-":
        yield (line.decode("utf-8", errors="replace") for line in sys.stdin.buffer)
        return
    try:
        handle = Path(source).open(encoding="utf-8", errors="replace", newline="")  # noqa: SIM115
    except OSError as failed:
        raise TellerError(f"{source} cannot be read: {failed.strerror}.") from failed
    with handle:
        yield iter(handle)


def _kinds(named: list[str]) -> frozenset[Kind] | None:
    wrong = sorted(set(named) - set(Kind))
    if wrong:
        raise TellerError(f"There is no kind “{wrong[0]}”: write one of {', '.join(Kind)}.")
    return frozenset(Kind(one) for one in named) or None


def _each_line(answer: Callable[[str], dict[str, object]]) -> None:
    """One JSON line for each line that comes, at once, so that a program can hold a dialogue."""
    for raw in sys.stdin.buffer:
        line = raw.decode("utf-8", errors="replace").rstrip("\r\n")
        sys.stdout.write(_as_line(answer(line)) + "\n")
        sys.stdout.flush()


def _as_line(value: dict[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False)
