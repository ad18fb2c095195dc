"""The settings: read once, from the environment or a `.env` file, and passed down."""

import os
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.errors import SettingsError
from bot.feed_settings import (
    Feed,
    FeedKind,
    read_contact,
    read_feeds,
    read_secret,
    read_unsure,
    read_wait,
)

ENV_FILE = Path(".env")
OWN_PREFIX = "TELLER_"
NEAR_ENOUGH = 0.75  # of a name that was surely meant; every name shares its prefix
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


def _read_token(given: str) -> str:
    token = given.strip()
    if token.lower().startswith("bot "):
        raise ValueError('begins with "Bot ": paste the token alone, without that word.')
    if token[0] in "\"'" or token[-1] in "\"'":
        raise ValueError("has quotation marks around it: paste the token alone.")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ValueError("has spaces or other signs that no token has: copy it again.")
    return token


def _read_folder(given: str) -> Path:
    try:
        folder = Path(given.strip()).expanduser().absolute()
        usable = next(each for each in (folder, *folder.parents) if each.exists()).is_dir()
    except (OSError, RuntimeError):  # no way in, or ~somebody who has no home
        usable = False
    if not usable:
        raise ValueError(f'is "{given.strip()}", which cannot be a folder: name another.')
    return folder


def _read_state_url(given: str) -> str:
    scheme, sign, place = given.strip().partition("://")
    if not sign or scheme not in ("sqlite", "postgresql", "postgres"):
        raise ValueError("must begin with sqlite:/// or postgresql://.")
    if scheme == "sqlite" and (not place.startswith("/") or not place.strip("/")):
        raise ValueError("names no file: write sqlite:/// and then the file's path.")
    if scheme != "sqlite" and not place.strip("/"):
        raise ValueError("names no database: write postgresql://person@host/database.")
    return given.strip()


def _read_address(given: str) -> str:
    try:
        parts = urlsplit(given.strip())
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a port that is no number, or a bracket too many
        usable = False
    if not usable:
        raise ValueError("is no web address: write one like http://localhost:8080/api/v10.")
    if parts.query or parts.fragment:
        raise ValueError("must be a plain web address, without a ? or a # in it.")
    return given.strip().rstrip("/")


def _read_log_level(given: str) -> str:
    level = given.strip().upper()
    if level not in get_args(LogLevel):
        raise ValueError(f'is "{given.strip()}", but can be DEBUG, INFO, WARNING or ERROR.')
    return level


def _usual_home() -> Path:
    return user_data_path("teller", appauthor=False)


def _usual_state_url(given: Mapping[str, Path]) -> str:
    return f"sqlite:///{given['home'] / 'state.db'}"


class Settings(BaseSettings):
    """What a deployment can decide.

    `home` holds the databases and need not exist yet. `state_url` is `sqlite:///` and a path as
    it stands, or an address of PostgreSQL that may hold a password. `discord_api` has no slash at
    its end and is None where Discord itself is meant. Of `feeds` the first is trusted most;
    `untrusted` holds kinds or names of those whose word alone has to wait for `wait` minutes.
    """

    model_config = SettingsConfigDict(
        frozen=True, extra="ignore", hide_input_in_errors=True, validate_default=False
    )

    discord_token: Annotated[SecretStr | None, BeforeValidator(_read_token)] = Field(
        None, alias="DISCORD_TOKEN"
    )
    home: Annotated[Path, BeforeValidator(_read_folder)] = Field(
        default_factory=_usual_home, alias="TELLER_HOME"
    )
    state_url: Annotated[str, BeforeValidator(_read_state_url)] = Field(
        default_factory=_usual_state_url, alias="TELLER_STATE_URL", repr=False
    )
    feeds: Annotated[tuple[Feed, ...], BeforeValidator(read_feeds)] = Field(
        (), alias="TELLER_FEEDS", repr=False
    )
    untrusted: Annotated[tuple[str, ...], BeforeValidator(read_unsure)] = Field(
        (FeedKind.DEMOCRACY_CLUB.value,), alias="TELLER_UNTRUSTED"
    )
    wait: Annotated[float, BeforeValidator(read_wait)] = Field(10.0, alias="TELLER_WAIT")
    push_secret: Annotated[SecretStr | None, BeforeValidator(read_secret)] = Field(
        None, alias="TELLER_PUSH_SECRET"
    )
    contact: Annotated[str, BeforeValidator(read_contact)] = Field(
        "", alias="TELLER_CONTACT", repr=False
    )
    democracy_club_key: Annotated[SecretStr | None, BeforeValidator(_read_token)] = Field(
        None, alias="TELLER_DEMOCRACYCLUB_KEY"
    )
    democracy_club_site: Annotated[str, BeforeValidator(_read_address)] = Field(
        "https://candidates.democracyclub.org.uk", alias="TELLER_DEMOCRACYCLUB_SITE", repr=False
    )
    discord_api: Annotated[str | None, BeforeValidator(_read_address)] = Field(
        None, alias="TELLER_DISCORD_API", repr=False
    )
    log_level: Annotated[LogLevel, BeforeValidator(_read_log_level)] = Field(
        "INFO", alias="TELLER_LOG_LEVEL"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 (the signature is pydantic's)
        init_settings: PydanticBaseSettingsSource,
        *_others: PydanticBaseSettingsSource,
        **_more: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `load` passes: it alone knows which environment and which file are meant."""
        return (init_settings,)


NAMES = tuple(str(field.alias) for field in Settings.model_fields.values())


def load(env: Mapping[str, str] | None = None, env_file: Path | None = ENV_FILE) -> Settings:
    """Reads the settings; an empty value is none, and the environment wins over the file.

    `env` is the process's own environment unless another is passed; `env_file` need not exist.
    SettingsError names every value that cannot be used, and shows neither token nor password.
    """
    given = _in_file(env_file) | _known_or_own(os.environ if env is None else env)
    faults = list(_slips(given))
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        faults.extend(_faults(error))
    else:
        if not faults:
            return settings
    raise SettingsError(_in_one_message(faults))


def _in_file(env_file: Path | None) -> dict[str, str]:
    try:
        source = DotEnvSettingsSource(Settings, env_file, env_file_encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The settings in {env_file} cannot be read: it must be text in UTF-8"
            " that whoever starts Teller may read."
        ) from error
    return _known_or_own(source.env_vars)


def _known_or_own(env: Mapping[str, str | None]) -> dict[str, str]:
    named = ((name.upper(), value) for name, value in env.items() if value and value.strip())
    return {name: value for name, value in named if name in NAMES or name.startswith(OWN_PREFIX)}


def _slips(names: Iterable[str]) -> Iterator[str]:
    for name in sorted(set(names).difference(NAMES)):
        near = get_close_matches(name, NAMES, n=1, cutoff=NEAR_ENOUGH)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(NAMES)}."
        yield f"{name} is no setting: {hint}"


def _faults(error: ValidationError) -> Iterator[str]:
    for fault in error.errors(include_input=False, include_url=False):
        # A default that rests on another setting is missing only because that one is wrong.
        if fault["type"] != "default_factory_not_called":
            yield f"{fault['loc'][0]} {fault['msg'].removeprefix('Value error, ')}"


def _in_one_message(faults: list[str]) -> str:
    if len(faults) == 1:
        return faults[0]
    return "\n".join([f"{len(faults)} settings cannot be used:", *(f"- {line}" for line in faults)])
