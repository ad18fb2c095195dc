"""Everything put together."""

from pathlib import Path

import pytest

from bot import config
from bot.app import data_folder, discord_bot, open_teller, rebuild, run_discord
from bot.catalogue import store
from bot.errors import CatalogueError, SettingsError


def test_the_tables_are_found_wherever_teller_is_started() -> None:
    assert (data_folder() / "contest.csv").is_file()


def test_a_first_start_builds_the_catalogue_and_a_second_one_uses_it(tmp_path: Path) -> None:
    settings = config.load({"TELLER_HOME": str(tmp_path / "deep" / "home")}, env_file=None)
    told: list[tuple[int, int]] = []
    opened = open_teller(settings, lambda done, total: told.append((done, total)))
    opened.catalogue.close()
    assert [done for done, _ in told] == list(range(told[-1][1] + 1))
    built = (settings.home / store.FILE_NAME).stat().st_mtime_ns

    again = open_teller(settings, lambda *_: pytest.fail("built again"))
    assert again.answers.ask("islington north").title.startswith("Islington North")
    again.catalogue.close()
    assert (settings.home / store.FILE_NAME).stat().st_mtime_ns == built


def test_a_catalogue_can_be_built_anew(tmp_path: Path) -> None:
    settings = config.load({"TELLER_HOME": str(tmp_path)}, env_file=None)
    (tmp_path / store.FILE_NAME).write_text("no catalogue at all")
    assert rebuild(settings, lambda *_: None) == tmp_path / store.FILE_NAME
    assert store.is_current(data_folder(), tmp_path / store.FILE_NAME)


def test_a_catalogue_that_cannot_be_written_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / store.FILE_NAME / "in the way").mkdir(parents=True)
    settings = config.load({"TELLER_HOME": str(tmp_path)}, env_file=None)
    with pytest.raises(CatalogueError, match="could not be written"):
        open_teller(settings)


def test_without_a_token_there_is_no_discord(tmp_path: Path) -> None:
    settings = config.load({"TELLER_HOME": str(tmp_path)}, env_file=None)
    teller = open_teller(settings)
    try:
        with pytest.raises(SettingsError, match="DISCORD_TOKEN is not set"):
            run_discord(teller)
        assert discord_bot(teller).intents.value == discord_bot(teller).intents.default().value
    finally:
        teller.catalogue.close()
