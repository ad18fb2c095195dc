"""`teller open`, `teller declare` and `teller refused`, run as an operator runs them."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.declarations.journal import Journal
from bot.declarations.state import open_state
from bot.elections.contest import ContestId, ContestKind

TELLER = str(Path(sys.executable).with_name("teller"))
PATIENCE = 50  # seconds, on a busy machine

Run = Callable[..., subprocess.CompletedProcess[bytes]]

OPENED = b"Opened 1 of 1 contests of 2029-05-03.\n"
RESULT = {
    "polled_on": "2029-05-03",
    "constituency": "Clacton",
    "declared_at": "2029-05-04T02:15",
    "electorate": 70_000,
    "rejected_votes": 100,
    "candidates": [
        {"name": "Ann Able", "party": "Labour", "votes": 20_000, "elected": True},
        {"name": "Siân Bŵen", "party": "Green", "votes": 15_000},
    ],
}
WITHDRAWN = {"polled_on": "2029-05-03", "constituency": "E14001174", "withdrawn": True}


@pytest.fixture
def run(catalogue_path: Path, tmp_path: Path) -> Run:
    """With a catalogue that is built, and a state that is not there yet."""
    own = {
        "TELLER_HOME": str(catalogue_path.parent),
        "TELLER_STATE_URL": f"sqlite:///{tmp_path / 'state.db'}",
    }

    def run(
        *arguments: str, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [TELLER, *arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, **own, **environment},
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.fixture
def clacton(tmp_path: Path) -> None:
    """A by-election that is open."""
    with closing(open_state(f"sqlite:///{tmp_path / 'state.db'}")) as connection:
        contest = ContestId("E14001174", date(2029, 5, 3))
        now = datetime(2029, 3, 28, 12, tzinfo=UTC)
        Journal(connection).open([contest], ContestKind.BY_ELECTION, now)


def test_an_opening_by_mistake_is_undone_and_a_source_is_named(run: Run) -> None:
    assert run("open", "2029-05-03", "--by", "Clacton").stdout == OPENED
    assert lines(run("close", "2029-05-03")) == ["Closed 1 contest of 2029-05-03."]
    assert run("open", "2029-05-03", "--by", "Clacton").stdout == OPENED
    accepted = run("declare", "-", "--source", "Tendring District Council", stdin=jsonl(RESULT))
    assert lines(accepted) == ["accepted: Clacton, 2029-05-03"]
    assert lines(run("close", "2029-05-03")) == ["Closed 0 contests of 2029-05-03."]
    assert lines(run("ask", "clacton"))[-1] == "Source: Tendring District Council"


def lines(done: subprocess.CompletedProcess[bytes], status: int = 0) -> list[str]:
    assert done.stderr == b""
    assert done.returncode == status
    return done.stdout.decode().splitlines()


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line that says what was wrong."""
    assert done.returncode == 1
    assert done.stdout == b""
    [said] = done.stderr.decode().splitlines()
    return said


def jsonl(*plain: object) -> bytes:
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in plain)


def test_a_by_election_from_its_opening_to_a_withdrawal(run: Run, tmp_path: Path) -> None:
    assert run("open", "2029-05-03", "--by", "clacton").stdout == OPENED
    assert lines(run("open", "2029-05-03", "--by", "E14001174")) == [
        "Opened 0 of 1 contests of 2029-05-03 (1 were open before)."
    ]
    asked = " ".join(lines(run("ask", "clacton")))
    assert "By-election of 3 May 2029: nothing is declared here yet" in asked

    file = tmp_path / "result.jsonl"
    file.write_bytes(jsonl(RESULT, RESULT, {**RESULT, "electorate": 70_001}))
    assert lines(run("declare", str(file))) == [
        "accepted: Clacton, 2029-05-03",
        "unchanged: Clacton, 2029-05-03",
        "corrected: Clacton, 2029-05-03",
    ]
    told = lines(run("ask", "clacton"))
    assert told[0] == "Clacton · by-election, 3 May 2029"
    assert told[1] == "Labour gain from Reform UK: Ann Able won by 5,000 votes (14.3 points)"
    assert told[2] == "Declared live; not yet among the settled results."
    assert told[-1] == "Source: entered by hand"

    assert lines(run("declare", "-", stdin=jsonl(WITHDRAWN, WITHDRAWN))) == [
        "withdrawn: Clacton, 2029-05-03",
        "unchanged: Clacton, 2029-05-03",
    ]
    assert lines(run("ask", "clacton"))[0] == "Clacton · by-election, 13 August 2026"


@pytest.mark.usefixtures("clacton")
def test_a_general_election_is_opened_in_every_seat_that_was_not_open(run: Run) -> None:
    assert lines(run("open", "2029-05-03")) == [
        "Opened 649 of 650 contests of 2029-05-03 (1 were open before)."
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("2024-07-04",),
            "The results that Teller knows reach to 2026-08-13: only a later day can be opened.",
        ),
        (("tomorrow",), "tomorrow is no day: write it like 2029-05-03."),
        pytest.param(
            ("2029-05-03", "--by", ""),
            "There is no one constituency “” today: write its name in full, or its code.",
        ),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    assert complaint(run("open", *arguments)) == said


@pytest.mark.usefixtures("clacton")
def test_a_line_that_is_refused_is_said_kept_and_makes_the_status_1(run: Run) -> None:
    told = run(
        "declare",
        "-",
        stdin=b"\xef\xbb\xbf"
        + jsonl({**RESULT, "electorate": 30_000})
        + b"\r\n{not json at all\r\n"
        + b'{"polled_on": "2029-05-03", "constituency": "Clac\xffton"}\n'
        + b'{"polled_on": "2029-05-03", "constituency": "Clacton", "electorate": NaN}\n'
        + jsonl(RESULT).rstrip(b"\n"),
    )
    assert lines(told, status=1) == [
        "refused: Clacton: 35,000 votes are more than the electorate of 30,000",
        "refused: the line is no JSON object",
        "refused: Clac\ufffdton: there is no constituency 'Clac\ufffdton'",
        "refused: the line is no JSON object",
        "accepted: Clacton, 2029-05-03",
    ]
    kept = lines(run("refused"))
    assert len(kept) == 8
    assert kept[0].endswith("  entered by hand: the line is no JSON object")
    assert kept[1].endswith('"electorate": NaN}')
    assert kept[5] == "    {not json at all"
    assert json.loads(kept[7])["electorate"] == 30_000
    assert lines(run("refused", "--limit", "1")) == kept[:2]


@pytest.mark.usefixtures("clacton")
def test_a_spreadsheet_is_declared(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "result.csv"
    file.write_bytes(
        "\ufeffpolled_on,constituency,electorate,name,party,votes,elected,withdrawn\r\n"
        '2029-05-03,Clacton,"70,000",Ann Able,Labour,"20,000",yes,\r\n'
        '2029-05-03,Clacton,"70,000",Siân Bŵen,Green,"15,000",no,\r\n'
        "\r\n"
        "2029-05-03,E14001174,,,,,,yes\r\n"
        "2029-05-03,Clacton,,Ann Able,Labour,many,,\r\n".encode()
    )
    assert lines(run("declare", str(file)), status=1) == [
        "accepted: Clacton, 2029-05-03",
        "withdrawn: Clacton, 2029-05-03",
        "refused: Clacton: votes of Ann Able must be a whole number, not 'many'",
    ]


def test_nothing_to_declare_is_no_error(run: Run) -> None:
    assert lines(run("declare", "-")) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("nowhere.jsonl", "nowhere.jsonl cannot be read: No such file or directory."),
        ("/", "/ cannot be read: Is a directory."),
    ],
)
def test_a_file_that_cannot_be_read_is_said_to_be_so(run: Run, file: str, said: str) -> None:
    assert complaint(run("declare", file)) == said


def spoil(path: Path, kind: str) -> None:
    if kind == "text":
        path.write_text("no database at all, but text")
    elif kind == "newer":
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    elif kind == "folder":
        path.mkdir()


@pytest.mark.parametrize(
    ("kind", "command", "said"),
    [
        ("text", ("ask", "clacton"), "The state {} cannot be opened: file is not a database."),
        ("newer", ("refused",), "The state was written by a newer Teller; run that one."),
        (
            "folder",
            ("declare", "-"),
            "The state {} cannot be opened: unable to open database file.",
        ),
    ],
)
def test_a_state_that_cannot_be_used_is_one_line(
    run: Run, tmp_path: Path, kind: str, command: tuple[str, ...], said: str
) -> None:
    spoil(tmp_path / "state.db", kind)
    assert complaint(run(*command)) == said.format(tmp_path / "state.db")


@pytest.mark.usefixtures("clacton")
def test_a_state_that_is_damaged_inside_is_one_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert "malformed" in complaint(run("ask", "clacton"))


def test_postgresql_is_one_line_without_its_password(run: Run) -> None:
    said = complaint(run("ask", "clacton", TELLER_STATE_URL="postgresql://me:secret@db/teller"))
    assert said.startswith("TELLER_STATE_URL names PostgreSQL, which Teller cannot use yet: ")
    assert "secret" not in said


def test_csv_that_python_cannot_read_is_refused(run: Run) -> None:
    header = b"polled_on,constituency,name,party,votes\n"
    told = run("declare", "-", stdin=header + b"2029-05-03,Clacton,Ann,Labour,1\r2\n")
    assert lines(told, status=1)[0].startswith("refused: ")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "file",
        ),
        "-",
    ],
)
def test_a_reader_that_goes_away_is_no_error(
    catalogue_path: Path, tmp_path: Path, source: str
) -> None:
    file = tmp_path / "night.jsonl"
    file.write_bytes(b"{}\n" * 300)
    env = {
        **os.environ,
        "TELLER_HOME": str(catalogue_path.parent),
        "TELLER_STATE_URL": f"sqlite:///{tmp_path / 'state.db'}",
    }
    with (
        file.open("rb") as stdin,
        subprocess.Popen(
            [TELLER, "declare", str(file) if source == "file" else "-"],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=env,
        ) as talking,
    ):
        assert talking.stdout is not None
        assert talking.stderr is not None
        assert talking.stdout.readline() == (
            b"refused: polled_on must be a day such as 2029-05-03\n"
        )
        talking.stdout.close()
        assert talking.stderr.read() == b""
    assert talking.returncode in {0, 1}


def test_signs_that_steer_a_terminal_are_not_printed(run: Run) -> None:
    run("declare", "-", stdin=b"{\x1b[2J\x1b]0;title\x07\n")
    done = run("refused")
    assert b"no JSON object" in done.stdout
    assert b"\x1b" not in done.stdout
    assert b"\x07" not in done.stdout


@pytest.mark.usefixtures("clacton")
def test_without_its_catalogue_nothing_that_was_declared_is_lost(
    run: Run, catalogue_path: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(catalogue_path.parent, home)
    # Other tests may have left a state there, with its write-ahead log.
    for left in home.glob("state.db*"):
        left.unlink()
    here = {"TELLER_HOME": str(home), "TELLER_STATE_URL": ""}
    for own in tmp_path.glob("state.db*"):
        shutil.move(own, home / own.name)
    declared = run("declare", "-", stdin=jsonl(RESULT), **here)
    assert lines(declared) == ["accepted: Clacton, 2029-05-03"]
    told = lines(run("ask", "clacton", **here))
    for file in home.iterdir():
        if file.is_file() and not file.name.startswith("state.db"):
            file.unlink()
    again = run("ask", "clacton", **here)
    assert again.returncode == 0
    assert again.stdout.decode().splitlines() == told
    assert told[0] == "Clacton · by-election, 3 May 2029"
