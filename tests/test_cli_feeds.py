"""`teller feeds` and `rehearse`, and what commands cannot do, as an operator runs them."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.catalogue.catalogue import Catalogue
from tests.nights import rounds
from tests.nights.changes import Change, contests

TELLER = str(Path(sys.executable).with_name("teller"))
PATIENCE = 50  # seconds, on a busy machine
BY_ELECTIONS = date(2026, 6, 18)

CSV = (
    "polled_on,constituency,name,party,votes\n"
    "2029-05-03,Clacton,Ann Able,Labour,20000\n2029-05-03,Clacton,Ben Baker,Green,15000\n"
)

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(catalogue_path: Path, tmp_path: Path) -> Run:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("catalogue.db", "catalogue.sha256"):
        shutil.copy(catalogue_path.parent / name, home)

    def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [TELLER, *arguments],
            env={**os.environ, "TELLER_HOME": str(home), **settings},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    return run


def test_a_recording_is_played_in_the_terminal_and_goes_on_where_it_was(
    run: Run, catalogue: Catalogue, tmp_path: Path
) -> None:
    night = by_elections(catalogue)
    recording = rounds.write_recording(tmp_path / "night.jsonl", rounds.of_push(night))
    done = run("rehearse", str(recording), "--speed", "1000000")
    assert done.stderr == ""
    assert "Makerfield: Labour hold" in done.stdout
    assert "Source: newsroom push" in done.stdout
    assert done.stdout.endswith(
        "Played to the end: 3 answers of feeds (3 accepted); --fresh begins anew.\n"
    )
    again = run("rehearse", str(recording), "--speed", "1000000")
    assert again.stdout == "Played to the end: 3 answers of feeds; --fresh begins anew.\n"


def by_elections(catalogue: Catalogue) -> list[Change]:
    """Ten minutes after one another: nobody knows when they were declared."""
    begin = datetime(2026, 6, 19, 1, tzinfo=UTC)
    return [
        Change(
            begin + timedelta(minutes=10 * number),
            one,
            one.winner,
            tuple(candidate.votes for candidate in one.candidacies),
        )
        for number, one in enumerate(contests(catalogue, BY_ELECTIONS))
    ]


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        (("rehearse", "nowhere.jsonl"), {}, "nowhere.jsonl cannot be read: No such file"),
        (("rehearse", __file__), {}, "is no recording: `teller run --record FILE` makes one."),
        (("run",), {"TELLER_FEEDS": "push:18099"}, "TELLER_FEEDS has push, which needs"),
        (("run", "--record", "x"), {}, "There is nothing to record: TELLER_FEEDS names no feed."),
        (
            ("run",),
            {"TELLER_FEEDS": "democracyclub:parl.atlantis.by.2029-05-03"},
            "There is no one constituency “atlantis” today",
        ),
        (("import", __file__), {}, "That is no export of UK Parliament's election results"),
        (("import", "http://127.0.0.1:1/x.csv"), {}, "/x.csv cannot be had: http://127.0.0.1:1"),
        (("import", "-"), {}, "it lacks the columns Candidate family name"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, arguments: tuple[str, ...], settings: dict[str, str], said: str
) -> None:
    done = run(*arguments, **settings)
    assert done.returncode == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert said in line


def test_feeds_are_followed_beside_a_chat_and_shown(run: Run, tmp_path: Path) -> None:
    file, recording = tmp_path / "results.csv", tmp_path / "night.jsonl"
    opened = run("open", "2029-05-03", "--by", "Clacton")
    assert opened.returncode == 0
    feeds = {"TELLER_FEEDS": f"folder:{file}"}
    assert "No feed was ever followed" in run("feeds").stdout
    with subprocess.Popen(
        [TELLER, "run", "--record", str(recording)],
        env={**os.environ, "TELLER_HOME": str(tmp_path / "home"), **feeds},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as chatting:
        assert chatting.stdin
        assert chatting.stdout
        file.write_text(CSV)
        said = ""
        for _ in range(PATIENCE):
            chatting.stdin.write("/declared\n")
            chatting.stdin.flush()
            said += "".join(iter(chatting.stdout.readline, "\n"))
            if "Ann Able" in said:
                break
            time.sleep(0.5)
        shown = run("feeds", **feeds).stdout
        chatting.stdin.close()
        assert chatting.wait(PATIENCE) == 0
    assert "Ann Able" in said
    assert f"folder:{file} (results folder; number 1 in trust)\n   working\n" in shown
    plain = json.loads(run("feeds", "--json", **feeds).stdout)
    assert plain["feeds"][0]["results"] == 1
    played = run("rehearse", str(recording), "--speed", "1000")
    assert played.stderr == ""
    assert "Ann Able won by 5,000 votes" in played.stdout
