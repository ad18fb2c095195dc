"""The log: one line a record on standard error, and never the token in it."""

import logging
import re
import sys
import time

LINE = "%(asctime)sZ %(levelname)-7s %(name)s: %(message)s"
DATE = "%Y-%m-%dT%H:%M:%S"
HIDDEN = "[token]"

# https://docs.discord.com/developers/reference#authentication: three parts of base64, the first
# of them the bot's number.
_TOKEN = re.compile(r"[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}")

# At DEBUG discord.py writes down whole events and answers, and with them what people type.
_TALKATIVE = ("discord",)
# These write down every question that feeds ask, and whatever is asked of Teller.
_GARRULOUS = ("httpx", "httpcore", "aiohttp")


class _Line(logging.Formatter):
    """A trace follows its line, further in, so that only records begin at a line's start."""

    def __init__(self, token: str) -> None:
        super().__init__(LINE, DATE)
        self.converter = time.gmtime
        self._token = token

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's name)
        return super().formatMessage(record).replace("\r", "\\r").replace("\n", "\\n")

    def format(self, record: logging.LogRecord) -> str:
        text = _TOKEN.sub(HIDDEN, super().format(record))
        if self._token:
            text = text.replace(self._token, HIDDEN)
        return text.replace("\n", "\n    ")


class _StandardError(logging.Handler):
    """Looks for standard error anew at each record: it may have been replaced meanwhile."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            sys.stderr.write(f"{self.format(record)}\n")
        except Exception:  # noqa: BLE001 (a log that fails must not fail the program)
            self.handleError(record)


def configure(level: str, token: str | None = None) -> None:
    """Sends the log of everything to standard error; a second call replaces the first.

    `token` is hidden wherever it turns up, and so is whatever else looks like one.
    """
    root = logging.getLogger()
    for old in [each for each in root.handlers if isinstance(each, _StandardError)]:
        root.removeHandler(old)
    handler = _StandardError()
    handler.setFormatter(_Line(token or ""))
    root.addHandler(handler)
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(root.level, logging.INFO))
    for name in _GARRULOUS:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
