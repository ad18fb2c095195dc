"""UK Parliament's list of elections, asked for what the tables do not have."""

import gzip
from collections.abc import Mapping
from datetime import date

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.declarations import parliament
from bot.declarations.feeds.wire import Answer, Unanswered
from bot.errors import TellerError
from bot.importing.official.export import Export
from tests.conftest import DATA
from tests.importing.official.making import candidate_results, export_rows

SITE = "https://electionresults.parliament.uk"
BATH, CLACTON = "E14001080", "E14001174"
TODAY = date(2026, 11, 29)
KNOWN = {(BATH, "2010-05-06"), (BATH, "2024-07-04")}
HEADER = "Election type,Polling date,Election URL,Constituency name,Constituency geographic code\n"
CSV = {"content-type": "text/csv; charset=utf-8"}


class Site:
    """What is answered at each path; a path that is not there is not found."""

    def __init__(self, listed: str, **pages: str | bytes | Unanswered) -> None:
        self.pages: dict[str, str | bytes | Unanswered] = {"/elections.csv": HEADER + listed}
        self.pages |= {
            f"/elections/{name.strip('_')}/candidate-results.csv": page
            for name, page in pages.items()
        }
        self.asked: list[str] = []

    async def ask(self, address: str, query: Mapping[str, str] | None = None) -> Answer:
        self.asked.append(address)
        page = self.pages.get(address)
        if isinstance(page, Unanswered):
            raise page
        if page is None:
            return Answer(404, b"", CSV)
        return Answer(200, page.encode() if isinstance(page, str) else page, CSV)


def line(number: int, day: str, code: str = BATH, kind: str = "By-election", **more: str) -> str:
    address = more.get("address", f"{SITE}/elections/{number}")
    return f'{kind},{day},{address},"Bath, of course",{code}\n'


@pytest.fixture(scope="module")
def bath() -> str:
    key = (BATH, "2024-07-04")
    return candidate_results(export_rows(DATA, lambda row: (row["code"], row["polled_on"]) == key))


async def asked(site: Site) -> Export:
    return await parliament.new_by_elections(site, SITE, KNOWN, TODAY)


async def test_only_by_elections_that_the_tables_do_not_have_are_asked_for(bath: str) -> None:
    site = Site(
        line(1, "2024-07-04", kind="General election", code="")
        + line(2, "2024-07-04")
        + line(3, "2009-11-26")
        + line(4, "2026-12-10")
        + line(5, "2024-11-21")
        + line(5, "2024-11-21")
        + line(6, "2012-11-15", kind="by election"),
        _5=bath,
        _6=bath,
    )
    found = await asked(site)
    assert site.asked == ["/elections.csv"] + [
        f"/elections/{number}/candidate-results.csv" for number in (5, 6)
    ]
    assert [poll.label for poll in found.polls] == [
        "Bath, of course, 2024-11-21",
        "Bath, of course, 2012-11-15",
    ]
    assert found.faults == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("https://elsewhere.example/elections/1", "leads away from https://electionresults"),
        (f"{SITE}@elsewhere.example/elections/1", "leads away from"),
        ("//elsewhere.example/elections/1", "leads away from"),
        ("http://[oops/elections/1", "is no address"),
        ("", "/candidate-results.csv is not there (404)."),
    ],
)
async def test_an_address_elsewhere_is_not_asked(bath: str, address: str, reason: str) -> None:
    site = Site(line(1, "2024-11-21", address=address) + line(2, "2025-11-21"), _2=bath)
    found = await asked(site)
    assert reason in found.faults[0]
    assert [poll.line["polled_on"] for poll in found.polls] == ["2025-11-21"]
    assert all(path.startswith("/") for path in site.asked)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<!doctype html>", "is a web page, where a CSV file should be"),
        ("", "it lacks the columns"),
        (b"\xff\xfe\x00", "is no text in UTF-8"),
        ("a,b\n1,2\n", "That is no export of UK Parliament's election results"),
        (Unanswered("it is out of order (503)."), "cannot be had: it is out of order (503)."),
    ],
)
async def test_a_page_that_is_no_list_of_candidates_hides_no_other(
    bath: str, page: str | bytes | Unanswered, reason: str
) -> None:
    found = await asked(Site(line(1, "2024-11-21") + line(2, "2025-11-21"), _1=page, _2=bath))
    [fault] = found.faults
    assert fault.startswith("Bath, of course, 2024-11-21: ")
    assert reason in fault
    assert len(found.polls) == 1


async def test_candidates_without_votes_are_no_result(bath: str) -> None:
    header, *rows = bath.strip().splitlines()
    column = header.split(",").index("Candidate vote count")
    cells = [row.split(",") for row in rows]
    open_ = [",".join([*row[:column], "", *row[column + 1 :]]) for row in cells]
    found = await asked(Site(line(1, "2026-11-26"), _1="\n".join([header, *open_])))
    assert found.polls == []
    assert "no votes are published yet" in found.faults[0]


async def test_a_day_that_is_none_hides_no_other(bath: str) -> None:
    found = await asked(Site(line(1, "soon") + line(2, "2025-11-21"), _2=bath))
    assert found.faults == ["A by-election is listed on 'soon'."]
    assert len(found.polls) == 1


async def test_a_site_that_falls_silent_is_not_asked_on_and_on() -> None:
    silent = Unanswered("it did not answer in time.")
    site = Site("".join(line(one, f"2025-01-0{one}") for one in range(1, 9)))
    site.pages |= {f"/elections/{one}/candidate-results.csv": silent for one in range(1, 9)}
    found = await asked(site)
    assert len(site.asked) == 1 + 3
    assert found.faults[-1].endswith("not asked for, since nothing answers.")
    assert len(found.faults) == 8


async def test_a_list_without_end_is_asked_for_in_parts(bath: str) -> None:
    site = Site("".join(line(one, "2025-01-01", code=f"E{one}") for one in range(130)))
    found = await asked(site)
    assert len(site.asked) == 101
    assert found.doubts == ["30 more by-elections are listed: run it again."]


async def _redirect(_: web.Request) -> web.Response:
    raise web.HTTPFound("https://elsewhere.example/x.csv")


async def _page(_: web.Request) -> web.Response:
    return web.Response(text="  Down.", content_type="text/html")


async def _bomb(_: web.Request) -> web.Response:
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/csv"}
    return web.Response(body=gzip.compress(bytes(30_000_000)), headers=headers)


async def _gone(_: web.Request) -> web.Response:
    raise web.HTTPGone


@pytest.fixture
def server() -> TestServer:
    app = web.Application()
    for name, handler in (
        ("redirect", _redirect),
        ("page", _page),
        ("bomb", _bomb),
        ("gone", _gone),
    ):
        app.router.add_get(f"/{name}", handler)
    return TestServer(app)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (
            "redirect",
            r"it leads elsewhere \(https://elsewhere.example/x.csv\), which is not followed",
        ),
        ("page", "/page is a web page, where a CSV file should be"),
        ("bomb", "the answer is longer than 20,000,000 bytes"),
        ("gone", r"it refuses the question \(410\)"),
    ],
)
async def test_what_a_site_answers_instead_of_a_table_is_said(
    server: TestServer, name: str, reason: str
) -> None:
    async with server:
        site = str(server.make_url("")).rstrip("/")
        async with parliament.wire_to(site, {"User-Agent": "Teller"}) as wire:
            with pytest.raises(TellerError, match=reason):
                await parliament.csv_at(wire, f"/{name}")
