import logging
from pathlib import Path

import platformdirs
import pytest
from dotenv import dotenv_values
from pydantic import ValidationError

from bot.config import NAMES, Settings, load
from bot.errors import SettingsError
from bot.feed_settings import Feed, FeedKind

EXAMPLE = Path(__file__).parents[1] / ".env.example"
TOKEN = "AAAAAAAAAAAAAAAAAAAAAAAA.BBBBBB.CCCCCCCCCCCCCCCCCCCCCCCCCCC"


def read(**env: str) -> Settings:
    return load(env, env_file=None)


def refusal(**env: str) -> str:
    with pytest.raises(SettingsError) as refused:
        read(**env)
    return str(refused.value)


def test_nothing_set_means_the_terminal_and_the_usual_folder() -> None:
    settings = read()
    assert settings.discord_token is None
    assert settings.home == platformdirs.user_data_path("teller", appauthor=False)
    assert settings.state_url == f"sqlite:///{settings.home}/state.db"
    assert settings.feeds == ()
    assert settings.discord_api is None
    assert settings.log_level == "INFO"


def test_the_state_lies_in_the_home_unless_it_is_put_elsewhere() -> None:
    assert read(TELLER_HOME="/srv/teller").state_url == "sqlite:////srv/teller/state.db"
    assert read(TELLER_STATE_URL="sqlite:///state.db").state_url == "sqlite:///state.db"
    shared = "postgresql://teller:secret@db/teller"
    assert read(TELLER_STATE_URL=shared).state_url == shared


def test_a_home_may_begin_with_a_tilde_and_is_always_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert read(TELLER_HOME="~/elections").home == tmp_path / "elections"
    assert read(TELLER_HOME="elections").home == tmp_path / "elections"


def test_feeds_are_read_in_their_order() -> None:
    assert read(TELLER_FEEDS="democracyclub:, pa:/srv/pa ,,folder:C:/in,push:8080").feeds == (
        Feed(FeedKind.DEMOCRACY_CLUB, ""),
        Feed(FeedKind.PA, "/srv/pa"),
        Feed(FeedKind.FOLDER, "C:/in"),
        Feed(FeedKind.PUSH, "8080"),
    )


def test_by_elections_and_hosts_are_places_of_feeds_too() -> None:
    feeds = read(TELLER_FEEDS="democracyclub:parl.clacton.by.2026-08-13,push:[::1]:8080").feeds
    assert [one.name for one in feeds] == [
        "democracyclub:parl.clacton.by.2026-08-13",
        "push:[::1]:8080",
    ]


def test_volunteers_alone_are_waited_for_unless_the_operator_trusts_everybody() -> None:
    assert (read().untrusted, read().wait) == (("democracyclub",), 10)
    assert read(TELLER_UNTRUSTED="None", TELLER_WAIT="2.5").untrusted == ()
    assert read(TELLER_UNTRUSTED="pa, push:8080", TELLER_WAIT="2.5").untrusted == (
        "pa",
        "push:8080",
    )


def test_an_address_loses_the_slash_at_its_end() -> None:
    assert read(TELLER_DISCORD_API="http://[::1]:80/api/").discord_api == "http://[::1]:80/api"


def test_a_log_level_may_be_written_small() -> None:
    assert read(TELLER_LOG_LEVEL="debug").log_level == "DEBUG"


def test_spaces_around_a_token_are_nothing() -> None:
    token = read(DISCORD_TOKEN=f" {TOKEN}\n").discord_token
    assert token is not None
    assert token.get_secret_value() == TOKEN


@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_an_empty_value_is_not_set(empty: str) -> None:
    assert load(dict.fromkeys(NAMES, empty), env_file=None) == read()


def test_settings_stay_as_they_were_read() -> None:
    with pytest.raises(ValidationError):
        setattr(read(), "log_level", "DEBUG")  # noqa: B010 (mypy would refuse the assignment)


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("DISCORD_TOKEN", f"Bot {TOKEN}", 'begins with "Bot "'),
        ("DISCORD_TOKEN", f'"{TOKEN}"', "has quotation marks"),
        ("DISCORD_TOKEN", f"{TOKEN}'", "has quotation marks"),
        ("DISCORD_TOKEN", f"{TOKEN} {TOKEN}", "has spaces"),
        ("DISCORD_TOKEN", f"{TOKEN}\n{TOKEN}", "has spaces"),
        ("DISCORD_TOKEN", f"{TOKEN}…", "has spaces or other signs"),
        ("TELLER_HOME", __file__, f'is "{__file__}", which cannot be a folder'),
        ("TELLER_HOME", f"{__file__}/deeper", 'is "'),
        ("TELLER_HOME", "~nobody-of-this-name/teller", 'is "~nobody'),
        ("TELLER_STATE_URL", "state.db", "must begin with"),
        ("TELLER_STATE_URL", "mysql://db/teller", "must begin with"),
        ("TELLER_STATE_URL", "sqlite://state.db", "names no file"),
        ("TELLER_STATE_URL", "sqlite:///", "names no file"),
        ("TELLER_STATE_URL", "postgresql:///", "names no database"),
        ("TELLER_FEEDS", "radio:4", 'has a feed "radio"'),
        ("TELLER_FEEDS", "pa", "has pa without a folder"),
        ("TELLER_FEEDS", "folder: ", "has folder without a folder"),
        ("TELLER_FEEDS", "pa:/srv/caf\udce9", "has pa with a name that is no text in UTF-8"),
        ("TELLER_FEEDS", "push:", "has push without a port"),
        ("TELLER_FEEDS", "push:0", "has push without a port"),
        ("TELLER_FEEDS", "push:65536", "has push without a port"),
        ("TELLER_FEEDS", "push:²", "has push without a port"),
        ("TELLER_FEEDS", "push:8080,push:8080", "has push:8080 twice"),
        (
            "TELLER_FEEDS",
            "democracyclub:parl.2029-02-31",
            'has democracyclub for "parl.2029-02-31"',
        ),
        ("TELLER_FEEDS", "democracyclub:mayor.2029-05-03", 'has democracyclub for "mayor.2029'),
        ("TELLER_UNTRUSTED", "radio", 'has "radio", but can have democracyclub, pa'),
        ("TELLER_WAIT", "soon", 'is "soon", but can be minutes'),
        ("TELLER_WAIT", "-1", 'is "-1", but can be minutes'),
        ("TELLER_WAIT", "nan", 'is "nan", but can be minutes'),
        ("TELLER_PUSH_SECRET", "short", "is shorter than 16 letters"),
        ("TELLER_DEMOCRACYCLUB_SITE", "candidates", "is no web address"),
        ("TELLER_DEMOCRACYCLUB_KEY", "two words", "has spaces"),
        ("TELLER_CONTACT", "a\nb", "must be an e-mail or web address"),
        ("TELLER_DISCORD_API", "localhost:8080", "is no web address"),
        ("TELLER_DISCORD_API", "ftp://localhost", "is no web address"),
        ("TELLER_DISCORD_API", "http://", "is no web address"),
        ("TELLER_DISCORD_API", "http://localhost:port", "is no web address"),
        ("TELLER_DISCORD_API", "http://[::1", "is no web address"),
        ("TELLER_DISCORD_API", "http://localhost/?v=10", "must be a plain web address"),
        ("TELLER_LOG_LEVEL", "loud", 'is "loud"'),
    ],
)
def test_a_bad_value_is_refused_in_a_sentence(name: str, value: str, complaint: str) -> None:
    message = refusal(**{name: value})
    assert message.startswith(f"{name} {complaint}")
    assert message.endswith(".")
    assert "\n" not in message


def test_every_bad_value_is_named_at_once() -> None:
    message = refusal(
        DISCORD_TOKEN="Bot x",
        TELLER_HOME=__file__,
        TELLER_STATE_URL="state.db",
        TELLER_FEEDS="radio:4,push:0",
        TELLER_UNTRUSTED="radio",
        TELLER_WAIT="soon",
        TELLER_PUSH_SECRET="short",
        TELLER_CONTACT="a\nb",
        TELLER_DEMOCRACYCLUB_KEY="a b",
        TELLER_DEMOCRACYCLUB_SITE="candidates",
        TELLER_DISCORD_API="discord",
        TELLER_LOG_LEVEL="loud",
        TELLER_COLOUR="red",
    )
    first, *lines = message.splitlines()
    assert first == "13 settings cannot be used:"
    assert [line.split()[1] for line in lines] == ["TELLER_COLOUR", *NAMES]
    assert "radio" in message
    assert "push" in message


def test_a_default_that_rests_on_a_bad_value_is_no_fault_of_its_own() -> None:
    assert "TELLER_STATE_URL" not in refusal(TELLER_HOME=__file__)


@pytest.mark.parametrize("token", [f"Bot {TOKEN}", f'"{TOKEN}"', f"{TOKEN} {TOKEN}"])
def test_a_token_is_never_shown_even_when_it_is_refused(token: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read(DISCORD_TOKEN=token)
    assert TOKEN not in str(refused.getrepr(chain=True))


def test_settings_show_neither_token_nor_password() -> None:
    settings = read(DISCORD_TOKEN=TOKEN, TELLER_STATE_URL="postgresql://teller:pass@db/teller")
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump()}"
    assert "pass" not in f"{settings!r} {settings}"


def test_a_slip_in_a_name_is_met_with_the_right_one() -> None:
    assert refusal(TELLER_HOEM="/srv") == "TELLER_HOEM is no setting: did you mean TELLER_HOME?"
    assert "did you mean TELLER_FEEDS?" in refusal(TELLER_FEED="pa:/srv")
    assert all(name in refusal(TELLER_COLOUR="red") for name in NAMES)


def test_what_belongs_to_other_programs_is_left_alone() -> None:
    assert read(PATH="/bin", DISCORD_SOMETHING="else") == read()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TELLER_LOG_LEVEL=ERROR\nTELLER_HOME=/from/file\nTELLER_FEEDS=push:1\n")
    settings = load({"TELLER_LOG_LEVEL": "DEBUG", "TELLER_FEEDS": ""}, file)
    assert settings.log_level == "DEBUG"
    assert settings.home == Path("/from/file")
    assert settings.feeds == (Feed(FeedKind.PUSH, "1"),)


def test_a_file_is_read_however_an_editor_wrote_it(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes('\ufeffexport TELLER_HOME = "/a b" # mine\r\nOTHER=1\r\n'.encode())
    assert load({}, file).home == Path("/a b")


def test_slips_and_bad_values_in_a_file_are_named_too(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TELLER_LOGLEVEL=INFO\nDISCORD_TOKEN=Bot x\n")
    with pytest.raises(SettingsError, match="did you mean TELLER_LOG_LEVEL") as refused:
        load({}, file)
    assert "DISCORD_TOKEN begins with" in str(refused.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        load({}, file)


def test_without_a_file_the_environment_is_all(tmp_path: Path) -> None:
    assert load({}, tmp_path / "missing") == load({}, tmp_path) == read()


def test_the_file_in_the_working_directory_and_the_environment_are_found_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("TELLER_LOG_LEVEL=ERROR\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELLER_HOME", "/from/environment")
    settings = load()
    assert settings.log_level == "ERROR"
    assert settings.home == Path("/from/environment")


def test_the_example_names_every_setting_and_no_other() -> None:
    assert tuple(dotenv_values(EXAMPLE)) == NAMES


def test_the_example_explains_every_setting_with_its_default() -> None:
    for block in EXAMPLE.read_text(encoding="utf-8").split("\n\n")[1:]:
        *comments, setting = block.strip().splitlines()
        assert setting.endswith("="), setting
        assert all(line.startswith("#") for line in comments), setting
        assert any(line.startswith("# Default: ") for line in comments), setting


def test_the_example_as_it_stands_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert load({}, EXAMPLE) == read()
    assert not caplog.records


def test_the_feeds_that_the_example_shows_can_be_used() -> None:
    shown = [line.split()[1] for line in EXAMPLE.read_text("utf-8").splitlines() if "#   " in line]
    assert {feed.kind for feed in read(TELLER_FEEDS=",".join(shown)).feeds} == set(FeedKind)
