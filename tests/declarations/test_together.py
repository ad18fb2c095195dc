"""Several processes at one state, and processes that end in the middle."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.journal import Journal
from bot.elections.contest import ContestId, ContestKind
from tests.declarations.making import CLACTON, DAY, NOW, Plain, candidate, declared, history

TELLER = str(Path(sys.executable).with_name("teller"))
PATIENCE = 50  # seconds, on a busy machine
FILE_SIZE = 400_000  # bytes that a limited process may write into one file

# A limit on the size of files is as close to a full disk as a test without a disk comes.
LIMITED = (
    "import os, resource, sys;"
    f"resource.setrlimit(resource.RLIMIT_FSIZE, ({FILE_SIZE}, {FILE_SIZE}));"
    "os.execv(sys.argv[1], sys.argv[1:])"
)

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(catalogue_path: Path, state_url: str) -> Start:
    env = {**os.environ, "TELLER_HOME": str(catalogue_path.parent), "TELLER_STATE_URL": state_url}

    def start(*arguments: str, limited: bool = False) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        command = [sys.executable, "-c", LIMITED, TELLER] if limited else [TELLER]
        return subprocess.Popen(
            [*command, *arguments], stdin=pipe, stdout=pipe, stderr=pipe, env=env
        )

    return start


def ended(process: subprocess.Popen[bytes], stdin: bytes = b"") -> tuple[Counter[str], str]:
    """How many of each answer, and what was complained of."""
    out, err = process.communicate(stdin, timeout=PATIENCE)
    return Counter(line.partition(":")[0] for line in out.decode().splitlines()), err.decode()


@pytest.fixture
def seats(catalogue: Catalogue, journal: Journal) -> list[str]:
    """Two hundred seats that are to be declared."""
    codes = [one.code for one in catalogue.seats.by_code.values() if not one.abolished][:200]
    journal.open([ContestId(code, DAY) for code in codes], ContestKind.GENERAL, NOW)
    return codes


def results(codes: list[str], votes: int = 100) -> list[Plain]:
    two = [candidate("Ann Able", "Labour", votes), candidate("Cat Cole", "Green", 1)]
    return [declared(constituency=code, candidates=two) for code in codes]


def text(lines: list[Plain]) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def is_whole(connection: Connection) -> bool:
    [found] = connection.execute("PRAGMA integrity_check").fetchone()
    return bool(found == "ok")


def test_one_file_declared_twice_at_once_is_journalled_once(
    start: Start, journal: Journal, connection: Connection, seats: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "night.jsonl"
    file.write_bytes(text(results(seats)))
    both = [start("declare", str(file)) for _ in range(2)]
    said = [ended(one) for one in both]
    assert [complaint for _, complaint in said] == ["", ""]
    assert [one.returncode for one in both] == [0, 0]
    assert said[0][0] + said[1][0] == {"accepted": 200, "unchanged": 200}
    entries = journal.since(0)
    assert sorted(one.contest.code for one in entries) == sorted(seats)
    assert {(one.version, str(one.kind)) for one in entries} == {(1, "declared")}
    assert [one.seq for one in entries] == list(range(1, 201))
    assert is_whole(connection)


def test_two_that_contradict_each_other_at_once_leave_no_gap_and_no_double(
    start: Start, journal: Journal, seats: list[str], tmp_path: Path
) -> None:
    """Two feeds correct the same five seats again and again, and no two results are the same."""
    both = []
    for first in (1_000, 2_000):
        file = tmp_path / f"{first}.jsonl"
        lines = [one for n in range(20) for one in results(seats[:5], first + n)]
        file.write_bytes(text(lines))
        both.append(start("declare", str(file)))
    said = [ended(one) for one in both]
    assert [complaint for _, complaint in said] == ["", ""]
    assert said[0][0] + said[1][0] == {"accepted": 5, "corrected": 195}
    for code in seats[:5]:
        versions, kinds = zip(*history(journal, ContestId(code, DAY)), strict=True)
        assert versions == tuple(range(1, 41))
        assert kinds == ("declared", *["corrected"] * 39)


def test_different_files_at_once_are_all_journalled(
    start: Start, journal: Journal, seats: list[str], tmp_path: Path
) -> None:
    halves = [seats[:100], seats[100:]]
    for number, half in enumerate(halves):
        (tmp_path / f"{number}.jsonl").write_bytes(text(results(half)))
    both = [start("declare", str(tmp_path / f"{number}.jsonl")) for number in range(2)]
    assert [ended(one) for one in both] == [(Counter(accepted=100), "")] * 2
    entries = journal.since(0)
    for half in halves:
        own = [one.contest.code for one in entries if one.contest.code in set(half)]
        assert own == half


def test_two_that_meet_at_a_state_that_is_not_there_yet_both_find_it(start: Start) -> None:
    both = [start("open", "2029-05-03") for _ in range(2)]
    said = [one.communicate(timeout=PATIENCE) for one in both]
    assert [err for _, err in said] == [b"", b""]
    assert [one.returncode for one in both] == [0, 0]
    assert sorted(out.decode() for out, _ in said) == [
        "Opened 0 of 650 contests of 2029-05-03 (650 were open before).\n",
        "Opened 650 of 650 contests of 2029-05-03.\n",
    ]


def test_killed_in_the_middle_and_started_again_it_ends_with_each_contest_once(
    start: Start, journal: Journal, connection: Connection, seats: list[str]
) -> None:
    """Killed four times; its input is never at an end, so it cannot have come to its own."""
    lines = results(seats)
    for killed_after in (1, 30, 80, 120):
        process = start("declare", "-")
        assert process.stdin
        assert process.stdout
        process.stdin.write(text(lines[: killed_after + 40]))
        process.stdin.flush()
        for _ in range(killed_after):
            assert process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        entries = journal.since(0)
        assert killed_after <= len(entries) <= killed_after + 40
        assert [one.contest.code for one in entries] == seats[: len(entries)]
    before = len(journal.since(0))
    said, complaint = ended(start("declare", "-"), text(lines))
    assert (said, complaint) == ({"unchanged": before, "accepted": 200 - before}, "")
    entries = journal.since(0)
    assert [one.contest.code for one in entries] == seats
    assert [one.seq for one in entries] == list(range(1, 201))
    assert {one.version for one in entries} == {1}
    assert is_whole(connection)


def test_a_disk_that_gets_full_ends_it_with_one_sentence_and_nothing_half_written(
    start: Start, journal: Journal, connection: Connection, seats: list[str]
) -> None:
    # Another process that has the state open keeps it from being tidied into the main file.
    assert journal.last(CLACTON) is None
    limited = start("declare", "-", limited=True)
    said, complaint = ended(limited, text(results(seats)))
    assert limited.returncode == 1
    assert complaint.startswith("The state could not be written, and nothing was: ")
    assert complaint.count("\n") == 1
    assert set(said) == {"accepted"}
    assert 0 < said["accepted"] < 200
    assert [one.contest.code for one in journal.since(0)] == seats[: said["accepted"]]
    assert is_whole(connection)
    again, complaint = ended(start("declare", "-"), text(results(seats)))
    assert complaint == ""
    assert again == {"unchanged": said["accepted"], "accepted": 200 - said["accepted"]}


def test_a_process_that_only_asks_sees_what_another_declared_a_moment_ago(
    start: Start, journal: Journal
) -> None:
    """Both run all the time: `ask -` answers one line before and one after the declaration."""
    journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
    asking, declaring = start("ask", "-"), start("declare", "-")

    def answer(process: subprocess.Popen[bytes], line: bytes) -> str:
        assert process.stdin
        assert process.stdout
        process.stdin.write(line + b"\n")
        process.stdin.flush()
        return process.stdout.readline().decode()

    stop = threading.Timer(PATIENCE, asking.kill)
    stop.start()
    assert "nothing is declared here yet" in json.loads(answer(asking, b"clacton"))["text"]
    assert answer(declaring, text([declared()]).strip()) == "accepted: Clacton, 2029-05-03\n"
    reply = json.loads(answer(asking, b"clacton"))
    assert reply["title"] == "Clacton · by-election, 3 May 2029"
    assert "Declared live; not yet among the settled results." in reply["text"]
    assert reply["sources"] == ["entered by hand"]
    assert reply["as_of"] is None
    gone = b'{"polled_on": "2029-05-03", "constituency": "Clacton", "withdrawn": true}'
    assert answer(declaring, gone) == "withdrawn: Clacton, 2029-05-03\n"
    assert json.loads(answer(asking, b"clacton"))["title"] == (
        "Clacton · by-election, 13 August 2026"
    )
    stop.cancel()
    for process in (asking, declaring):
        assert process.communicate(timeout=PATIENCE) == (b"", b"")
        assert process.returncode == 0
