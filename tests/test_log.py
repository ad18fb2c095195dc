import io
import logging
import re
import sys
from collections.abc import Iterator

import pytest

from bot.log import configure

TOKEN = "AAAAAAAAAAAAAAAAAAAAAAAA.BBBBBB.CCCCCCCCCCCCCCCCCCCCCCCCCCC"
log = logging.getLogger("bot.somewhere")


@pytest.fixture(autouse=True)
def loggers_as_before() -> Iterator[None]:
    root, discord = logging.getLogger(), logging.getLogger("discord")
    handlers, level, discord_level = root.handlers[:], root.level, discord.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    discord.setLevel(discord_level)


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def test_a_record_is_one_line_with_time_level_and_logger(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure("INFO")
    log.info("built %d rows", 3)
    (line,) = lines(capsys)
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO    bot\.somewhere: built 3 rows", line
    )


def test_a_message_cannot_pretend_to_be_two_records(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO")
    log.info("Leeds\r\n2024-07-04T22:00:00Z ERROR bot: all is lost")
    (line,) = lines(capsys)
    assert r"Leeds\r\n2024" in line


def test_what_lies_below_the_level_is_not_said(capsys: pytest.CaptureFixture[str]) -> None:
    configure("WARNING")
    log.info("hello")
    assert lines(capsys) == []


def test_a_second_call_replaces_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    configure("ERROR")
    configure("INFO")
    log.info("hello")
    assert len(lines(capsys)) == 1


def test_a_trace_follows_its_line_further_in(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO")
    try:
        raise ValueError("no such seat")
    except ValueError:
        log.exception("answering failed")
    first, *rest = lines(capsys)
    assert first.endswith("answering failed")
    assert rest[-1].endswith("ValueError: no such seat")
    assert all(line.startswith("    ") for line in rest)


@pytest.mark.parametrize("known", ["secret-of-any-shape", TOKEN])
def test_the_token_is_hidden_in_messages_and_traces(
    known: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure("INFO", known)
    try:
        raise ValueError(f"Authorization: Bot {known}")
    except ValueError:
        log.exception("sent %s", {"token": known})
    text = "\n".join(lines(capsys))
    assert known not in text
    assert text.count("[token]") == 2


def test_what_looks_like_a_token_is_hidden_even_if_nobody_said_it_was_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure("INFO")
    log.info("logging in with %s", TOKEN)
    (line,) = lines(capsys)
    assert line.endswith("logging in with [token]")


def test_discord_py_never_writes_down_what_people_type(capsys: pytest.CaptureFixture[str]) -> None:
    configure("DEBUG")
    logging.getLogger("discord.gateway").debug("WebSocket Event: %s", {"content": "islington"})
    log.debug("ready")
    (line,) = lines(capsys)
    assert line.endswith("ready")


def test_a_quiet_log_stays_quiet_about_discord_too(capsys: pytest.CaptureFixture[str]) -> None:
    configure("ERROR")
    logging.getLogger("discord.client").warning("PyNaCl is not installed")
    assert lines(capsys) == []


def test_standard_error_may_be_replaced_meanwhile(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    configure("INFO")
    elsewhere = io.StringIO()
    monkeypatch.setattr(sys, "stderr", elsewhere)
    log.info("hello")
    assert elsewhere.getvalue().endswith("hello\n")
    assert lines(capsys) == []
