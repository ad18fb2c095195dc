"""`teller import` of the official export and `teller update`, as an operator runs them."""

import asyncio
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot import __version__, config, official
from bot.catalogue import build
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.checks import run_checks
from bot.declarations.clock import SystemClock
from bot.declarations.declaration import EntryKind
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.state import open_state
from bot.elections.contest import ContestId
from bot.errors import TellerError
from bot.official import is_export
from bot.progress import progress
from bot.settling import import_, nothing_new
from tests.conftest import DATA
from tests.declarations.making import as_declared, settled, told
from tests.importing.official.making import (
    Row,
    as_export,
    candidate_results,
    export_rows,
    keep,
    table,
)

TELLER = str(Path(sys.executable).with_name("teller"))
PATIENCE = 50  # seconds, on a busy machine
BATH = "E14001080"
DAY = "2024-07-04"
NEW = "2024-11-21"
CODE = "Constituency geographic code"

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
    first, added, *_ = done.stdout.splitlines()
    assert added == (
        "Added: Bath, 2024-07-04: Wera Hobhouse (Liberal Democrat) won by 11,218 votes."
    )
    assert first == "1 contest added, 0 replaced, 0 unchanged, 0 left out."
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
    votes = "from PA Media: Wera Hobhouse had 19,873 votes as announced, officially 19,883"
    assert votes in lines[-3]
    assert "electorate 69,663 as announced, officially 69,662" in lines[-3]
    assert lines[-2] == "1 contest agrees entirely with what was announced."
    assert lines[-1] == "1 correction goes to whoever was told something else."
    with closing(open_state(f"sqlite:///{tmp_path / 'home' / 'state.db'}")) as state:
        last = Journal(state).since(0)[-1]
    assert (last.kind, last.source) == (EntryKind.CORRECTED, "UK Parliament, official result")


class Parliament:
    """The site: a list of all elections, and the candidates of a by-election in Bath."""

    def __init__(self) -> None:
        self.page, self.by_election = "", True
        self.asked_by = ""
        app = web.Application()
        app.router.add_get("/elections.csv", self._elections)
        app.router.add_get("/candidacies.csv", self._candidacies)
        app.router.add_get("/elections/3300/candidate-results.csv", self._candidates)
        self.server = TestServer(app)

    @property
    def address(self) -> str:
        return str(self.server.make_url("")).rstrip("/")

    async def _candidacies(self, request: web.Request) -> web.Response:
        self.asked_by = request.headers["User-Agent"]
        return web.Response(text=as_export(bath_rows()), content_type="text/csv")

    async def _elections(self, _request: web.Request) -> web.Response:
        if self.page:
            return web.Response(text=self.page, content_type="text/html")
        known = next(r["code"] for r in table(DATA, "contest") if r["polled_on"] == "2026-06-18")
        rows = [
            f"Election type,Polling date,Election URL,Constituency name,{CODE}",
            f"General election,2024-07-04,{self.address}/general-elections/6,,",
            f"By-election,2026-06-18,{self.address}/elections/3299,Somewhere,{known}",
            f"By-election,2009-11-26,{self.address}/elections/1,Bath,{BATH}",
        ]
        if self.by_election:
            rows += [
                f"By-election,{NEW},{self.address}/elections/3300,Bath,{BATH}",
                f"By-election,2025-11-27,https://elsewhere.example/elections/1,Bath,{BATH}",
            ]
        return web.Response(text="\n".join(rows), content_type="text/csv")

    async def _candidates(self, _request: web.Request) -> web.Response:
        return web.Response(text=candidate_results(bath_rows()), content_type="text/csv")


def settings_beside(target: Path) -> config.Settings:
    home = {"TELLER_HOME": str(target.parent / "home"), "TELLER_CONTACT": "me@example.org"}
    return config.load(home, None)


def import_into(target: Path, source: str) -> official.Officially:
    return official.import_official(
        settings_beside(target), source, target, announce=False, progress=progress
    )


async def update(run: Run, site: Parliament, target: Path) -> official.Officially:
    async with site.server:
        return await asyncio.to_thread(
            official.update,
            settings_beside(target),
            target,
            announce=False,
            progress=progress,
            site=site.address,
            pace=0.01,
        )


async def test_new_by_elections_are_added_without_figures_that_are_not_there(
    run: Run, tmp_path: Path
) -> None:
    """And a catalogue that is built of them holds all checks."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    found = await update(run, Parliament(), data)
    assert found.official.winners == [
        f"Bath, {NEW}: Wera Hobhouse (Liberal Democrat) won by 11,218 votes"
    ]
    [left_out] = found.official.left_out
    assert "Bath, 2025-11-27: https://elsewhere.example/elections/1 leads away from" in left_out
    [contest] = [row for row in table(data, "contest") if row["polled_on"] == NEW]
    assert (contest["kind"], contest["electorate"], contest["rejected_votes"]) == ("by", "", "")
    build.build(data, tmp_path / "catalogue.db")
    catalogue = Catalogue.open(tmp_path / "catalogue.db")
    failures = [line for one in run_checks(catalogue) for line in one.failures]
    catalogue.close()
    # The figures are those of July, so the changes since July that they tell are none.
    assert all(line.startswith(f"Bath, {NEW}, candidate") for line in failures)


async def test_without_a_new_by_election_it_is_said_up_to_when(run: Run, tmp_path: Path) -> None:
    site, data = Parliament(), tmp_path / "data"
    site.by_election = False
    shutil.copytree(DATA, data)
    found = await update(run, site, data)
    assert nothing_new(found) == "Nothing new: data/ has every by-election up to 13 August 2026."


async def test_a_page_where_a_list_should_be_is_said_so(run: Run, tmp_path: Path) -> None:
    site = Parliament()
    site.page = "<html>Down for maintenance</html>"
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    with pytest.raises(TellerError, match="is a web page, where a CSV file should be"):
        await update(run, site, data)


async def test_an_export_is_imported_from_an_address(run: Run, unsettled: Path) -> None:
    site = Parliament()
    async with site.server:
        address = f"{site.address}/candidacies.csv?page=1"
        found = await asyncio.to_thread(import_into, unsettled, address)
        assert found.official.added == [(BATH, DAY)]
        with pytest.raises(TellerError, match=r"/nowhere.csv is not there \(404\)"):
            await asyncio.to_thread(import_into, unsettled, f"{site.address}/nowhere.csv")
    assert site.asked_by == f"Teller/{__version__} (UK election results; me@example.org)"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("http://[x.csv", r"http://\[x.csv is no address."),
        ("nowhere.csv", "nowhere.csv cannot be read: No such file"),
        (sys.executable, "is no text in UTF-8."),
        (__file__, "That is no export of UK Parliament's election results"),
    ],
)
def test_a_source_that_is_no_export_is_said_so(tmp_path: Path, source: str, reason: str) -> None:
    assert is_export(source)
    with pytest.raises(TellerError, match=reason):
        import_into(tmp_path, source)


def test_raw_facts_correct_nothing_that_was_announced(tmp_path: Path) -> None:
    with pytest.raises(TellerError, match="--announce goes with an official export"):
        import_(str(tmp_path), tmp_path, announce=True)


def test_a_pipe_is_read_as_a_file(unsettled: Path, tmp_path: Path, run: Run) -> None:
    """As a shell gives it for the output of another command."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=[as_export(bath_rows())])
    writer.start()
    assert import_into(unsettled, str(pipe)).official.added == [(BATH, DAY)]
    writer.join()
