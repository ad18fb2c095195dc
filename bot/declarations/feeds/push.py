"""Declarations that a newsroom's own system sends, signed.

What is sent is signed with the secret of TELLER_PUSH_SECRET and the time of sending:

    sent=$(date +%s)
    signed=$( (printf '%s.' "$sent"; cat results.jsonl) |
        openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
    curl --data-binary @results.jsonl -H "X-Teller-Timestamp: $sent" \\
        -H "X-Teller-Signature: sha256=$signed" http://127.0.0.1:8080/declarations
"""

import hmac
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.declarations.feeds.feed import Haul, Memory
from bot.declarations.feeds.spoken import spoken
from bot.declarations.feeds.wire import Wire

ADDRESS = "post"
SIGNATURE, TIMESTAMP = "x-teller-signature", "x-teller-timestamp"
_MILLISECONDS = 1000
_APART = 300.0  # seconds that two clocks may be apart
_MINUTE = 60.0
_NUMBER = re.compile(r"\d{1,12}(\.\d{1,6})?")
_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Push:
    """`place` is a port, or a host and a port. It never asks: it reads what was sent.

    The order of what it says is that of the time stamps: a message that was held up on its way
    does not undo a newer one.
    """

    place: str
    source: str = "newsroom push"
    interval: float = 0.0

    @property
    def name(self) -> str:
        return f"push:{self.place}"

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:  # noqa: ARG002
        sent = await wire.ask(ADDRESS)
        text = sent.body.decode("utf-8", errors="replace").lstrip("\ufeff")
        return Haul(tuple(spoken(text, _order(sent.headers.get(TIMESTAMP, "")))))


def _order(timestamp: str) -> int:
    """Milliseconds; 0 where there is none, which only a recording can lack."""
    return round(float(timestamp) * _MILLISECONDS) if _NUMBER.fullmatch(timestamp) else 0


def host_and_port(place: str) -> tuple[str, int]:
    """This machine alone, unless a host is named: a reverse proxy can do the rest."""
    host, _, port = place.rpartition(":")
    return host.strip("[]") or _HOST, int(port)


def signature(secret: bytes, timestamp: str, body: bytes) -> str:
    """Of a message that is sent at that time."""
    signed = hmac.new(secret, timestamp.encode() + b"." + body, sha256)
    return f"sha256={signed.hexdigest()}"


def refusal(headers: Mapping[str, str], body: bytes, secret: bytes, now: datetime) -> str | None:
    """Why a message is not believed, as a sentence for whoever sends it; None where it is."""
    signed, sent = headers.get(SIGNATURE, ""), headers.get(TIMESTAMP, "").strip()
    if not signed or not sent:
        return f"The headers {TIMESTAMP.title()} and {SIGNATURE.title()} are needed."
    if not _NUMBER.fullmatch(sent):
        return f"{TIMESTAMP.title()} must be seconds since 1970, such as 1751684400."
    if not hmac.compare_digest(signature(secret, sent, body).encode(), signed.strip().encode()):
        return "The signature is not that of this message and secret."
    # Only now: whoever does not know the secret learns nothing of our clock.
    apart = float(sent) - now.timestamp()
    if not math.isfinite(apart) or abs(apart) > _APART:
        behind = "ahead" if apart > 0 else "behind"
        return (
            f"The message is {abs(apart) / _MINUTE:.0f} minutes {behind}: set the clock of whoever "
            "sends it, and send it anew."
        )
    return None
