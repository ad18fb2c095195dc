"""Exports spoiled at random: nothing is written that was not sent."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.errors import DataError
from bot.importing.official.export import read_export
from bot.importing.official.run import import_export
from tests.declarations.feeds.fuzzing import fuzz
from tests.declarations.feeds.spoiling import WRONG, mangled
from tests.importing.official.conftest import BATH, TODAY, contents, is_new, of_seat
from tests.importing.official.making import Row, as_export, table


@fuzz
@given(draw=st.data())
def test_fuzz_exports(draw: st.DataObject, rows: list[Row], narrowed: Path) -> None:
    sent = draw.draw(spoiled_export(of_seat(rows)))
    text = draw.draw(mangled(sent.encode("utf-8", errors="replace"))).decode(errors="replace")
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "data"
        shutil.copytree(narrowed, folder)
        refused = _refusal(text, folder)
        assert not refused or refused.endswith(".")
        if contents(folder) != contents(narrowed):
            _check(text, folder, {row["id"] for row in table(narrowed, "person")})


def _refusal(text: str, folder: Path) -> str:
    try:
        import_export(read_export(text), folder, TODAY)
    except DataError as refused:
        return str(refused)
    return ""


def _check(text: str, folder: Path, before: set[str]) -> None:
    contests = [row for row in table(folder, "contest") if is_new(row)]
    standing = [row for row in table(folder, "candidacy") if is_new(row)]
    persons = {row["id"] for row in table(folder, "person")}
    assert [row["code"] for row in contests] == [BATH]
    assert before <= persons
    assert {row["person_id"] for row in standing} <= persons
    assert len({row["person_id"] for row in standing}) == len(standing)
    votes = [int(row["votes"]) for row in standing]
    assert votes == sorted(votes, reverse=True)
    # A slip that the published total and majority settle is mended; anything else was sent.
    mended = [row for row in standing if row["votes"] != row["published_votes"]]
    assert len(mended) <= 1
    assert not mended or sum(votes) == int(contests[0]["published_valid_votes"])
    for row in standing:
        assert row["published_votes"] in text
        assert row["standing_as"].split()[0] in text
        assert row["standing_as"].isprintable()


@st.composite
def spoiled_export(draw: st.DrawFn, rows: list[Row]) -> str:
    """Cells replaced, exchanged or emptied; lines dropped, doubled or in another order."""
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(rows) - 1))
        column = draw(st.sampled_from(list(rows[place])))
        match draw(
            st.sampled_from(["replace", "replace", "all", "swap", "drop", "double", "turn"])
        ):
            case "replace":
                rows[place] = {**rows[place], column: str(draw(WRONG))}
            case "all":
                wrong = str(draw(WRONG))
                rows = [{**row, column: wrong} for row in rows]
            case "swap":
                other = draw(st.integers(0, len(rows) - 1))
                rows[place], rows[other] = (
                    {**rows[place], column: rows[other][column]},
                    {**rows[other], column: rows[place][column]},
                )
            case "drop" if len(rows) > 1:
                del rows[place]
            case "double":
                rows.insert(place, dict(rows[place]))
            case _:
                rows = draw(st.permutations(rows))
    return as_export(rows)
