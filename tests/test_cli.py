"""The commands, run as a person or a program runs them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import bot.cli
from bot import __version__, config
from bot.app import Teller, open_teller
from bot.cli import app

TELLER = str(Path(sys.executable).with_name("teller"))
PATIENCE = 50  # seconds, on a busy machine

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="module")
def home(catalogue_path: Path) -> Path:
    """With a catalogue that is built, so that no command has to."""
    return catalogue_path.parent


@pytest.fixture(scope="module")
def run(home: Path) -> Run:
    def run(
        *arguments: str, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        env = {**os.environ, "TELLER_HOME": str(home), **environment}
        return subprocess.run(
            [TELLER, *arguments],
            input=stdin,
            capture_output=True,
            env=env,
            timeout=PATIENCE,
            check=False,
        )

    return run


def out(done: subprocess.CompletedProcess[bytes]) -> str:
    """What it said, if all went well and nothing was complained of."""
    assert done.stderr == b""
    assert done.returncode == 0
    return done.stdout.decode()


def records(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out(done).splitlines()]


def refusal(done: subprocess.CompletedProcess[bytes], status: int = 1) -> str:
    """What was wrong: said on standard error, without a trace."""
    told = done.stderr.decode()
    assert done.returncode == status
    assert done.stdout == b""
    assert "Traceback" not in told
    return told.strip()


def test_a_piped_chat_shows_banner_question_and_answer(run: Run) -> None:
    lines = out(run("chat", stdin=b"/result islington north\n")).splitlines()
    assert lines[0] == "Teller · results 2010 to August 2026"
    assert lines[1] == "> /result islington north"
    assert lines[2] == "Islington North · general election, 4 July 2024"
    assert lines[4] == "Jeremy Corbyn      Independent        24,120   49.2%"
    assert "Source: UK Parliament election results, as of 20 August 2026" in lines


@pytest.mark.parametrize("command", [(), ("run",)])
def test_without_a_token_it_chats_and_says_so(run: Run, command: tuple[str, ...]) -> None:
    banner, prompt, title, *_ = out(run(*command, stdin=b"corbyn\n")).splitlines()
    assert banner == (
        "Teller · results 2010 to August 2026 · no DISCORD_TOKEN set, so chat here "
        "(README: how to add it to Discord)"
    )
    assert prompt == "> corbyn"
    assert title.startswith("Jeremy Corbyn · Islington North")


def test_one_question_is_answered_in_words(run: Run) -> None:
    title, headline, *_ = out(run("ask", "islington", "north", "2019")).splitlines()
    assert title == "Islington North · general election, 12 December 2019"
    assert headline == "Labour hold: Jeremy Corbyn won by 26,188 votes (48.7 points)"


def test_one_question_is_answered_in_json(run: Run) -> None:
    (reply,) = records(run("ask", "--json", "islington north"))
    assert list(reply) == ["kind", "title", "text", "choices", "picture", "as_of", "sources"]
    assert reply["kind"] == "contest"
    assert "Jeremy Corbyn      Independent        24,120   49.2%" in reply["text"]


def test_questions_are_answered_line_by_line_whatever_is_in_them(run: Run) -> None:
    asked = [
        b"islington north",
        b"",
        b"islington\xff north",
        b"\0\0",
        "ynys môn".encode(),
        b"x" * 4000,
        b"corbyn\r",
        b"@everyone",
        b"manchester",
    ]
    told = records(run("ask", "-", stdin=b"\n".join(asked)))
    assert [one["kind"] for one in told] == [
        "contest",
        "nothing",
        "contest",
        "nothing",
        "contest",
        "nothing",
        "person",
        "nothing",
        "choices",
    ]
    assert told[4]["title"] == "Ynys Môn · general election, 4 July 2024"


def test_a_name_is_found_in_words_and_in_json(run: Run) -> None:
    assert out(run("find", "islington", "nth", "--limit", "1")) == (
        "Match:\n100.0  constituency  Islington North (name) E14001305\n"
    )
    (found,) = records(run("find", "--json", "--kind", "person", "--limit", "2", "miliband"))
    assert list(found) == ["query", "verdict", "matches"]
    assert found["verdict"] == "ambiguous"
    assert [one["name"] for one in found["matches"]] == ["Ed Miliband", "David Miliband"]
    assert list(found["matches"][0]) == ["kind", "id", "name", "score", "why"]


def test_kinds_can_be_named_more_than_once(run: Run) -> None:
    asked = ("find", "-", "--kind", "party", "--kind", "constituency")
    told = records(run(*asked, stdin=b"labour\nclacton\nstarmer\n"))
    kinds = {match["kind"] for one in told for match in one["matches"]}
    assert kinds <= {"party", "constituency"}
    assert [one["verdict"] for one in told] == ["match", "match", "none"]


def test_a_program_can_hold_a_dialogue(home: Path) -> None:
    """Each answer comes at once: the next line is written only after it was read."""
    env = {**os.environ, "TELLER_HOME": str(home)}
    with subprocess.Popen(
        [TELLER, "find", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, text=True
    ) as talking:
        assert talking.stdin is not None
        assert talking.stdout is not None
        for typed in ("islington nth", "asdfgh", "", "n19 5qq"):
            talking.stdin.write(f"{typed}\n")
            talking.stdin.flush()
            assert json.loads(talking.stdout.readline())["query"] == typed
        talking.stdin.close()
        assert talking.stdout.read() == ""
    assert talking.returncode == 0


@pytest.mark.parametrize("command", [("ask", "-"), ("chat",), ("find", "-")])
def test_a_reader_that_goes_away_is_no_error(home: Path, command: tuple[str, ...]) -> None:
    env = {**os.environ, "TELLER_HOME": str(home)}
    with subprocess.Popen(
        [TELLER, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    ) as talking:
        assert talking.stdin is not None
        assert talking.stdout is not None
        assert talking.stderr is not None
        talking.stdin.write(b"corbyn\n" * 500)
        talking.stdin.close()
        assert talking.stdout.readline()
        talking.stdout.close()
        assert talking.stderr.read() == b""
    assert talking.returncode in {0, 1}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("find", "--kind", "potato", "x"), "There is no kind “potato”"),
        (("import", "nowhere"), "is not in nowhere"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, arguments: tuple[str, ...], words: str
) -> None:
    told = refusal(run(*arguments))
    assert words in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"TELLER_LOG_LEVEL": "LOUD"}, "TELLER_LOG_LEVEL"),
        ({"TELLER_FEEDS": "zzz"}, "TELLER_FEEDS"),
        ({"TELLER_HOME": "/dev/null/home"}, "/dev/null/home"),
    ],
)
def test_settings_that_cannot_be_used_are_named(
    run: Run, environment: dict[str, str], words: str
) -> None:
    assert words in refusal(run("ask", "corbyn", **environment))


def test_all_wrong_settings_are_named_at_once(run: Run) -> None:
    told = refusal(run("ask", "corbyn", TELLER_LOG_LEVEL="LOUD", TELLER_FEEDS="zzz"))
    assert "TELLER_LOG_LEVEL" in told
    assert "TELLER_FEEDS" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nonsense",), "No such command"),
        (("ask",), "Missing argument"),
        (("find", "x", "--limit", "0"), "--limit"),
        (("find", "x", "--limit", "many"), "--limit"),
        (("ask", "x", "--nonsense"), "No such option"),
    ],
)
def test_what_was_called_wrongly_is_said(arguments: tuple[str, ...], words: str) -> None:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 2
    assert words in done.output


def test_the_version_is_told(run: Run) -> None:
    assert out(run("--version")) == f"teller {__version__}\n"


def test_a_catalogue_is_built_where_teller_has_its_home(run: Run, tmp_path: Path) -> None:
    done = run("build", TELLER_HOME=str(tmp_path))
    assert done.returncode == 0
    assert done.stdout.decode() == f"Built {tmp_path / 'catalogue.db'}\n"
    assert "Traceback" not in done.stderr.decode()
    assert (tmp_path / "catalogue.db").stat().st_size > 1_000_000


def test_all_checks_hold(run: Run) -> None:
    table = out(run("check"))
    assert "Candidates' votes make the published" in table
    assert "FAILED" not in table
    assert table.count(" ok ") >= 15


def test_letters_that_a_terminal_cannot_show_do_not_stop_it(run: Run) -> None:
    told = run("ask", "ynys mon", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert told.returncode == 0
    assert b"general election, 4 July 2024" in told.stdout


@pytest.fixture
def within(teller: Teller, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Runs commands in this process, with what is open already."""
    monkeypatch.setattr(bot.cli, "open_teller", lambda *_: teller)
    return CliRunner()


@pytest.fixture(scope="module")
def teller(home: Path) -> Iterator[Teller]:
    opened = open_teller(config.load({"TELLER_HOME": str(home)}, env_file=None))
    yield opened
    opened.catalogue.close()


def test_whatever_is_asked_line_by_line_each_line_has_one_answer(
    within: CliRunner,
) -> None:
    @settings(max_examples=40, deadline=None)
    @given(
        st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line), max_size=5),
        st.sampled_from(["ask", "find"]),
    )
    def each_has(lines: list[bytes], command: str) -> None:
        typed = b"".join(line + b"\n" for line in lines)
        done = within.invoke(app, [command, "-"], input=typed)
        assert done.exit_code == 0
        told = [json.loads(line) for line in done.stdout.split("\n")[:-1]]
        assert len(told) == len(lines)

    each_has()


def test_whatever_is_asked_on_the_command_line_is_answered(within: CliRunner) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=60), st.booleans())
    def is_answered(text: str, as_json: bool) -> None:  # noqa: FBT001
        for command in ("ask", "find"):
            done = within.invoke(app, [command, *(["--json"] if as_json else []), "--", text])
            assert done.exit_code == 0
            assert done.exception is None
            assert done.stdout.strip()

    is_answered()
