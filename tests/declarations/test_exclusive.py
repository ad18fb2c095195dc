"""However many processes are started, one announces."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.declarations.exclusive import Exclusive

PATIENCE = 20  # seconds

# Says whether it has the lock, and goes on until its input ends.
HOLDER = """
import sys
from pathlib import Path
from bot.declarations.exclusive import Exclusive
alone = Exclusive(Path(sys.argv[1]))
print(alone.acquire(), flush=True)
sys.stdin.read()
"""

Holder = subprocess.Popen[str]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "state.db"


@pytest.fixture
def hold(state: Path) -> Iterator[Callable[[], tuple[Holder, str]]]:
    """Starts a process that wants the lock; what it said of it."""
    started: list[Holder] = []

    def hold() -> tuple[Holder, str]:
        pipe = subprocess.PIPE
        command = [sys.executable, "-c", HOLDER, str(state)]
        started.append(process := subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True))
        assert process.stdout
        return process, process.stdout.readline().strip()

    yield hold
    for process in started:
        process.kill()
        process.communicate(timeout=PATIENCE)


def test_of_two_in_one_process_the_second_waits_for_the_first(state: Path) -> None:
    first, second = Exclusive(state), Exclusive(state)
    assert first.acquire()
    assert not second.acquire()
    assert not second.acquire()

    first.release()
    assert second.acquire()
    assert not first.acquire()
    second.release()


def test_whoever_did_not_get_it_takes_it_from_nobody(state: Path) -> None:
    first, second = Exclusive(state), Exclusive(state)
    assert first.acquire()
    assert not second.acquire()
    second.release()
    assert not second.acquire()
    first.release()


def test_whoever_gave_it_back_can_have_it_again(state: Path) -> None:
    alone = Exclusive(state)
    for _ in range(3):
        assert alone.acquire()
        alone.release()
        alone.release()


def test_whoever_has_it_and_asks_again_still_has_it_once(state: Path) -> None:
    alone, other = Exclusive(state), Exclusive(state)
    assert alone.acquire()
    assert alone.acquire()
    alone.release()
    assert other.acquire()
    other.release()


def test_two_states_are_announced_side_by_side(tmp_path: Path) -> None:
    one, other = Exclusive(tmp_path / "one.db"), Exclusive(tmp_path / "other.db")
    assert one.acquire()
    assert other.acquire()
    one.release()
    other.release()


def test_of_two_processes_one_has_it(state: Path, hold: Callable[[], tuple[Holder, str]]) -> None:
    first, said = hold()
    assert said == "True"
    assert hold()[1] == "False"
    assert not Exclusive(state).acquire()

    first.communicate(timeout=PATIENCE)
    assert hold()[1] == "True"


def test_a_process_that_is_killed_has_it_no_more(
    state: Path, hold: Callable[[], tuple[Holder, str]]
) -> None:
    first, said = hold()
    assert said == "True"
    first.kill()
    first.wait(PATIENCE)

    alone = Exclusive(state)
    assert alone.acquire()
    assert hold()[1] == "False"
    alone.release()


def test_a_program_that_the_holder_started_does_not_hold_it_on(state: Path) -> None:
    alone, other = Exclusive(state), Exclusive(state)
    assert alone.acquire()
    program = "import sys; print('runs', flush=True); sys.stdin.read()"
    command, pipe = [sys.executable, "-c", program], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, close_fds=False) as child:
        assert child.stdout
        assert child.stdout.readline() == b"runs\n"
        alone.release()
        assert other.acquire()
        child.communicate(timeout=PATIENCE)
    other.release()
