"""`teller ask` with pictures, as a person or a program asks for them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

import bot.cli
from bot import config
from bot.answers.plain import render
from bot.app import Teller, open_teller
from bot.cli import app
from bot.errors import TellerError

PATIENCE = 50  # seconds, on a busy machine
PNG = b"\x89PNG\r\n\x1a\n"
LIGHT_GROUND, DARK_GROUND = "#FFFFFF", "#1E1F22"

Ask = Callable[..., Result]


@pytest.fixture(scope="module")
def teller(catalogue_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Teller]:
    """With a home of its own, for the pictures that are kept there."""
    home = tmp_path_factory.mktemp("home")
    for name in ("catalogue.db", "catalogue.sha256", "names.index"):
        kept = catalogue_path.with_name(name)
        if kept.exists():
            (home / name).symlink_to(kept)
    opened = open_teller(config.load({"TELLER_HOME": str(home)}, env_file=None))
    yield opened
    opened.catalogue.close()


@pytest.fixture
def ask(teller: Teller, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """In this process, with what is open already."""
    monkeypatch.setattr(bot.cli, "open_teller", lambda *_: teller)

    def ask(*words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(app, ["ask", *words], input=stdin)

    return ask


def complaint(done: Result) -> str:
    """The sentence that ends the program."""
    assert done.exit_code == 1
    assert isinstance(done.exception, TellerError)
    return str(done.exception)


def folder(teller: Teller) -> Path:
    return teller.settings.home / "pictures"


@pytest.mark.parametrize("name", ["bath.png", "BATH.PNG"])
def test_a_picture_is_saved_and_the_answer_printed_as_ever(
    ask: Ask, teller: Teller, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    done = ask("bath", "--picture", str(file))
    assert done.exit_code == 0
    assert done.stdout == render(teller.answers.ask("bath")) + "\n"
    assert file.read_bytes().startswith(PNG)


@pytest.mark.parametrize(("option", "ground"), [((), DARK_GROUND), (("--light",), LIGHT_GROUND)])
def test_svg_is_saved_on_the_ground_that_was_wished_for(
    ask: Ask, tmp_path: Path, option: tuple[str, ...], ground: str
) -> None:
    file = tmp_path / "bath.svg"
    assert ask("bath", "--picture", str(file), *option).exit_code == 0
    root = ET.parse(file).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    rect = root.find("{http://www.w3.org/2000/svg}rect")
    assert rect is not None
    assert rect.get("fill") == ground


def test_json_names_the_file_that_was_wished_for(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "bath.png"
    told = json.loads(ask("--json", "bath", "--picture", str(file)).stdout)["picture"]
    assert told["path"] == str(file)
    assert told["alt"].startswith("Bar chart of votes: Bath")
    assert file.read_bytes().startswith(PNG)


def test_json_names_a_picture_that_is_kept(ask: Ask, teller: Teller) -> None:
    told = json.loads(ask("--json", "clacton").stdout)["picture"]
    path = Path(told["path"])
    assert path.parent == folder(teller)
    drawn = path.stat().st_ino
    again = json.loads(ask("--json", "clacton").stdout)["picture"]
    assert again == told
    assert path.stat().st_ino == drawn
    light = json.loads(ask("--json", "clacton", "--light").stdout)["picture"]
    assert Path(light["path"]).read_bytes() != path.read_bytes()


def test_each_line_names_the_picture_of_its_answer(ask: Ask) -> None:
    done = ask("-", stdin="bath\nmanchester\n\nclacton\n")
    told = [json.loads(line)["picture"] for line in done.stdout.splitlines()]
    assert [picture is not None for picture in told] == [True, False, False, True]
    for picture in filter(None, told):
        assert Path(picture["path"]).read_bytes().startswith(PNG)


def test_where_no_picture_can_be_kept_the_answers_come_without(
    ask: Ask, teller: Teller, caplog: pytest.LogCaptureFixture
) -> None:
    kept = folder(teller)
    elsewhere = kept.rename(kept.with_name("elsewhere")) if kept.exists() else None
    kept.write_text("no folder")
    try:
        each = ask("-", stdin="hexham\nlewes\n")
        one = ask("--json", "hexham")
    finally:
        kept.unlink()
        if elsewhere:
            elsewhere.rename(kept)
    lines = [*each.stdout.splitlines(), one.stdout]
    assert (each.exit_code, one.exit_code) == (0, 0)
    assert [json.loads(line)["picture"] for line in lines] == [None, None, None]
    # Once for those that came together, and once for the one alone.
    assert len(caplog.messages) == 2
    assert caplog.messages[0].startswith("No picture can be kept: ")


@pytest.mark.parametrize("name", ["bath.gif", "bath", ".png", "bath.svg.txt", "-"])
def test_a_file_that_would_be_no_picture_is_refused_before_anything(ask: Ask, name: str) -> None:
    done = ask("bath", "--picture", name)
    assert complaint(done) == f"{name} is no picture: let its name end in .png or .svg."
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nowhere/bath.png", "No such file or directory"), ("folder.svg", "Is a directory")],
)
def test_a_file_that_cannot_be_written_is_said_below_the_answer(
    ask: Ask, teller: Teller, tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "folder.svg").mkdir()
    file = tmp_path / name
    done = ask("bath", "--picture", str(file))
    assert complaint(done) == f"{file} cannot be written: {reason}."
    assert done.stdout == render(teller.answers.ask("bath")) + "\n"
    told = ask("bath", "--json", "--picture", str(file))
    assert complaint(told) == f"{file} cannot be written: {reason}."
    assert json.loads(told.stdout)["picture"] is None


@pytest.mark.parametrize("option", [("--json",), ()])
def test_an_answer_without_a_picture_is_printed_and_said_to_have_none(
    ask: Ask, tmp_path: Path, option: tuple[str, ...]
) -> None:
    file = tmp_path / "x.png"
    done = ask("manchester", "--picture", str(file), *option)
    assert complaint(done) == "That answer has no picture: nothing was saved."
    assert "Manchester Rusholme" in done.stdout
    assert not file.exists()


def test_bars_stand_below_the_answer(ask: Ask, teller: Teller) -> None:
    done = ask("bath", "--bars")
    assert done.exit_code == 0
    answer = render(teller.answers.ask("bath"))
    assert done.stdout.startswith(f"{answer}\n\nBath · general election, 4 July 2024\n")
    assert "✓ Wera Hobhouse    LD     ██████" in done.stdout
    assert max(map(cell_len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


def test_bars_of_an_answer_without_a_picture_are_said_not_to_be(ask: Ask) -> None:
    done = ask("manchester", "--bars")
    assert complaint(done) == "That answer has no picture."
    assert "Manchester Rusholme" in done.stdout


def test_a_map_is_shown_at_once_but_not_in_json(ask: Ask) -> None:
    shown = ask("map 2019")
    assert shown.exit_code == 0
    assert "\nC Conservative 365 · L Labour 202 · " in shown.stdout
    told = json.loads(ask("--json", "map 2019").stdout)
    assert "C Conservative 365" not in told["text"]
    assert Path(told["picture"]["path"]).read_bytes().startswith(PNG)


@pytest.mark.parametrize("question", ["map", "share map 2019", "map of nowhere", "map asdfgh"])
def test_a_map_that_cannot_be_drawn_is_no_error(ask: Ask, question: str) -> None:
    assert ask(question).exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-", "--picture", "x.png"), "--picture and --bars are for one question, and - is"),
        (("-", "--bars"), "--picture and --bars are for one question, and - is for many."),
        (("bath", "--light"), "--light is for a picture that is saved: add --picture FILE."),
        (("bath", "--json", "--bars"), "--bars is for people, --json for programs: leave one"),
    ],
)
def test_what_does_not_go_together_is_said(ask: Ask, words: tuple[str, ...], said: str) -> None:
    done = ask(*words, stdin="bath\n")
    assert complaint(done).startswith(said)
    assert done.stdout == ""


def test_only_who_wants_a_picture_waits_for_what_draws_it(teller: Teller) -> None:
    """Run anew, and nothing is loaded that takes long and is not needed."""
    program = (
        "import sys; from bot.cli import app; app(['ask', 'bath'], standalone_mode=False); "
        "print(sorted({'resvg_py', 'uharfbuzz', 'rich.console', 'bot.pictures'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env={**os.environ, "TELLER_HOME": str(teller.settings.home)},
        cwd=Path(__file__).parents[1],
        timeout=PATIENCE,
        check=True,
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_a_complaint_is_one_line_on_standard_error(teller: Teller, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("teller")), "ask", "bath", "--picture", "x.gif"],
        capture_output=True,
        env={**os.environ, "TELLER_HOME": str(tmp_path)},
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr == b"x.gif is no picture: let its name end in .png or .svg.\n"
