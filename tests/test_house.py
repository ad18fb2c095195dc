import asyncio
import re
import subprocess
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from hatchling.build import build_wheel
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from pytest_socket import SocketConnectBlockedError

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CONSTRAINTS = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
HOME = re.compile(r"(?<![\w.])/(?:home|Users|root)/\w|[A-Z]:\\Users\\")


def requirements() -> list[Requirement]:
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(line) for group in (PROJECT["dependencies"], *extras) for line in group]


def proved() -> dict[str, Version]:
    pairs = (line.split("==") for line in CONSTRAINTS)
    return {canonicalize_name(name): Version(version) for name, version in pairs}


def our_files() -> list[Path]:
    """What is in the repository or about to be, without what it ignores."""
    if not (ROOT / ".git").exists():
        pytest.skip("only a clone knows which files are the project's")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = (ROOT / name for name in names.split("\0") if name)
    return [file for file in files if file.is_file()]


def text(file: Path) -> str:
    return file.read_text("utf-8", errors="replace")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return set(ZipFile(folder / build_wheel(str(folder))).namelist())


def test_constraints_are_names_and_versions_only_in_their_order() -> None:
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in CONSTRAINTS)
    names = [line.split("==")[0] for line in CONSTRAINTS]
    assert names == sorted(set(names), key=canonicalize_name)


@pytest.mark.parametrize("needed", requirements(), ids=lambda needed: needed.name)
def test_every_dependency_is_proved_at_a_version_that_it_allows(needed: Requirement) -> None:
    assert proved()[canonicalize_name(needed.name)] in needed.specifier


@pytest.mark.parametrize("needed", requirements(), ids=lambda needed: needed.name)
def test_every_dependency_has_a_lower_and_an_upper_bound(needed: Requirement) -> None:
    assert {bound.operator for bound in needed.specifier} == {">=", "<"}


def test_no_file_knows_anybodys_home() -> None:
    told = {file for file in our_files() if file != Path(__file__) and HOME.search(text(file))}
    assert told == set()


def test_nothing_that_is_built_or_secret_is_kept() -> None:
    endings = {".db", ".pyc", ".whl", ".env"}
    assert [file for file in our_files() if {file.suffix, file.name} & endings] == []


def test_ci_runs_what_the_project_says_it_supports() -> None:
    supported = [
        version
        for line in PROJECT["classifiers"]
        for version in re.findall(r"Python :: (3\.\d+)", line)
    ]
    workflow = text(ROOT / ".github/workflows/ci.yml")
    assert supported == re.findall(r'"(3\.\d+)"', workflow)


def test_a_wheel_holds_the_code_the_fonts_and_every_table(wheel: set[str]) -> None:
    tables = {file.relative_to(ROOT / "data").as_posix() for file in (ROOT / "data").rglob("*.*")}
    assert {f"bot/_data/{name}" for name in tables} <= wheel
    assert "bot/config.py" in wheel
    fonts = {file.name for file in (ROOT / "bot/pictures/fonts").iterdir()}
    assert {f"bot/pictures/fonts/{name}" for name in fonts} <= wheel
    assert any(name.endswith("licenses/LICENSE") for name in wheel)


def test_a_wheel_holds_nothing_else(wheel: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"bot", "teller"}
    assert not {Path(name).suffix for name in wheel if name.startswith("bot/_data/")} & {".py"}


async def test_tests_reach_this_machine() -> None:
    async def greet(request: web.Request) -> web.Response:
        return web.Response(text="hello")

    app = web.Application()
    app.router.add_get("/", greet)
    async with TestServer(app) as server, ClientSession(server.make_url("/")) as client:
        response = await client.get("/")
        assert await response.text() == "hello"


async def test_tests_reach_no_other_machine() -> None:
    with pytest.raises((SocketConnectBlockedError, UserWarning), match="tried to use socket"):
        await asyncio.open_connection("192.0.2.1", 80)  # an address kept for examples
