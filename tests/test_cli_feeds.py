"""`teller feeds`, `rehearse`, `import` and `update`, run as an operator runs them."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import config, official
from bot.catalogue.catalogue import Catalogue
from bot.declarations.clock import SystemClock
from bot.declarations.declaration import EntryKind
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.state import open_state
from bot.elections.contest import ContestId
from bot.errors import TellerError
from bot.progress import progress
from tests.conftest import DATA
from tests.declarations.making import as_declared, settled, told
from tests.importing.official.making import Row, as_export, export_rows, keep, table
from tests.nights import rounds
from tests.nights.changes import Change, contests

TELLER = str(Path(sys.executable).with_name("teller"))
PATIENCE = 50  # seconds, on a busy machine
BATH = "E14001080"
DAY = "2024-07-04"
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


@pytest.fixture
def unsettled(tmp_path: Path) -> Path:
    """The tables without what happened in Bath in 2024."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    for name in ("contest", "candidacy", "contest_note"):
        keep(folder, name, lambda row: (row["code"], row["polled_on"]) != (BATH, DAY))
    return folder


def bath_rows() -> list[Row]:
    return export_rows(DATA, lambda row: (row["code"], row["polled_on"]) == (BATH, DAY))


def test_an_export_is_imported_from_a_file_and_from_standard_input(
    run: Run, unsettled: Path, tmp_path: Path
) -> None:
    export = tmp_path / "candidacies.csv"
    export.write_text(as_export(bath_rows()))
    done = run("import", str(export), "--into", str(unsettled))
    assert done.stderr == ""
    first, *_ = done.stdout.splitlines()
    assert first == "1 contests added, 0 replaced, 0 unchanged, 0 left out."
    piped = subprocess.run(
        [TELLER, "import", "-", "--into", str(unsettled)],
        env={**os.environ, "TELLER_HOME": str(tmp_path / "home")},
        input=export.read_bytes(),
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    assert piped.stdout.startswith(b"0 contests added, 0 replaced, 1 unchanged, 0 left out.")


def test_every_difference_between_what_was_announced_and_what_is_official_is_said(
    run: Run, catalogue: Catalogue, tmp_path: Path
) -> None:
    """Of what was declared live of contests that are settled by now."""
    with closing(open_state(f"sqlite:///{tmp_path / 'home' / 'state.db'}")) as state:
        journal = Journal(state)
        for code in (BATH, "E14001068"):
            plain = as_declared(settled(catalogue, ContestId(code, date(2024, 7, 4))))
            if code == BATH:
                plain["candidates"][0]["votes"] -= 10
                plain["electorate"] += 1
            desk = Desk(catalogue, journal, SystemClock().now)
            assert told(desk, plain, source="PA Media")[0].startswith("accepted")
    export = tmp_path / "candidacies.csv"
    export.write_text(as_export(bath_rows()))
    done = run("import", str(export), "--announce")
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "0 contests added, 0 replaced, 1 unchanged, 0 left out."
    assert "Bath, 2024-07-04, announced at" in lines[-3]
    assert "from PA Media: Wera Hobhouse had 19,873 as announced, officially 19,883" in lines[-3]
    assert "electorate 69,663 as announced, officially 69,662" in lines[-3]
    assert lines[-2] == "1 contests agree entirely with what was announced."
    assert lines[-1] == "1 corrections go to whoever was told something else."
    with closing(open_state(f"sqlite:///{tmp_path / 'home' / 'state.db'}")) as state:
        last = Journal(state).since(0)[-1]
    assert (last.kind, last.source) == (EntryKind.CORRECTED, "UK Parliament, official result")


class Parliament:
    """The site: a list of all elections, and the candidates of a by-election in Bath."""

    def __init__(self) -> None:
        self.page = ""
        app = web.Application()
        app.router.add_get("/elections.csv", self._elections)
        app.router.add_get("/elections/3300/candidate-results.csv", self._candidates)
        self.server = TestServer(app)

    @property
    def address(self) -> str:
        return str(self.server.make_url("")).rstrip("/")

    async def _elections(self, _request: web.Request) -> web.Response:
        if self.page:
            return web.Response(text=self.page, content_type="text/html")
        known = next(r["code"] for r in table(DATA, "contest") if r["polled_on"] == "2026-06-18")
        rows = [
            "Election type,Polling date,Election URL,Constituency geographic code",
            f"General election,2024-07-04,{self.address}/general-elections/6,",
            f"By-election,2026-06-18,{self.address}/elections/3299,{known}",
            f"By-election,2026-11-26,{self.address}/elections/3300,{BATH}",
            f"By-election,2026-11-27,https://elsewhere.example/elections/1,{BATH}",
            f"By-election,2009-11-26,{self.address}/elections/1,{BATH}",
        ]
        return web.Response(text="\n".join(rows), content_type="text/csv")

    async def _candidates(self, _request: web.Request) -> web.Response:
        columns = [one for one in bath_rows()[0] if one.startswith(("Candidate", "Main", "Adj"))]
        lines = [",".join(row[one] for one in columns) for row in bath_rows()]
        return web.Response(text="\n".join([",".join(columns), *lines]), content_type="text/csv")


async def update(run: Run, site: Parliament, target: Path) -> official.Officially:
    settings = config.load({"TELLER_HOME": str(target.parent / "home")}, None)
    async with site.server:
        return await asyncio.to_thread(
            official.update,
            settings,
            target,
            announce=False,
            progress=progress,
            site=site.address,
        )


async def test_new_by_elections_are_added_without_figures_that_are_not_there(
    run: Run, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    found = await update(run, Parliament(), data)
    assert found.official.added == [(BATH, "2026-11-26")]
    [left_out] = found.official.left_out
    assert "https://elsewhere.example/elections/1 leads away from" in left_out
    [contest] = [row for row in table(data, "contest") if row["polled_on"] == "2026-11-26"]
    assert (contest["kind"], contest["electorate"], contest["rejected_votes"]) == ("by", "", "")
    again = await update(run, Parliament(), data)
    assert (again.official.added, again.official.unchanged) == ([], 1)


async def test_a_page_where_a_list_should_be_is_said_so(run: Run, tmp_path: Path) -> None:
    site = Parliament()
    site.page = "<html>Down for maintenance</html>"
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    with pytest.raises(TellerError, match="is a web page, where a CSV file should be"):
        await update(run, site, data)
