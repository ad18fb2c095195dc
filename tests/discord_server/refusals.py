"""What Discord refuses, in its own words.

https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
"""

import math
from collections.abc import Mapping
from typing import Any

_GLOBAL_SCOPE = {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}
_WORDS = {
    10003: "Unknown Channel",
    10008: "Unknown Message",
    40005: "Request entity too large",
    50001: "Missing Access",
    50007: "Cannot send messages to this user",
    50013: "Missing Permissions",
    50035: "Invalid Form Body",
}


class Refused(Exception):
    def __init__(
        self, status: int, body: dict[str, Any], headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, body)
        self.status, self.body, self.headers = status, body, headers or {}


class Unanswered(Exception):
    """The connection is cut instead."""


def of_code(status: int, code: int) -> Refused:
    return Refused(status, {"message": _WORDS.get(code, "Refused"), "code": code})


def not_found() -> Refused:
    return Refused(404, {"message": "404: Not Found", "code": 0})


def unknown_channel() -> Refused:
    return of_code(404, 10003)


def unknown_message() -> Refused:
    return of_code(404, 10008)


def unknown_interaction() -> Refused:
    return Refused(404, {"message": "Unknown interaction", "code": 10062})


def already_answered() -> Refused:
    message = "Interaction has already been acknowledged."
    return Refused(400, {"message": message, "code": 40060})


def expired_token() -> Refused:
    return Refused(401, {"message": "Invalid Webhook Token", "code": 50027})


def empty_message() -> Refused:
    return Refused(400, {"message": "Cannot send an empty message", "code": 50006})


def invalid_json() -> Refused:
    message = "The request body contains invalid JSON."
    return Refused(400, {"message": message, "code": 50109})


def invalid_form(path: str, code: str, message: str) -> Refused:
    """`path` leads to what is wrong, as in embeds.0.title."""
    errors: dict[str, Any] = {"_errors": [{"code": code, "message": message}]}
    for step in reversed(path.split(".")):
        errors = {step: errors}
    body = {"message": "Invalid Form Body", "code": 50035, "errors": errors}
    return Refused(400, body)


def too_long(path: str, most: int) -> Refused:
    return invalid_form(path, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def required(path: str) -> Refused:
    return invalid_form(path, "BASE_TYPE_REQUIRED", "This field is required")


def too_many_edits() -> Refused:
    message = "Maximum number of edits to messages older than 1 hour reached"
    return Refused(429, {"message": message, "code": 30046})


def server_error(status: int) -> Refused:
    return Refused(status, {"message": f"{status}: Server Error", "code": 0})


def rate_limited(
    wait: float, *, everywhere: bool, headers: Mapping[str, str] | None = None
) -> Refused:
    """https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit"""
    message = "You are being rate limited."
    body = {"message": message, "retry_after": round(wait, 3), "global": everywhere}
    scope = _GLOBAL_SCOPE if everywhere else {"X-RateLimit-Scope": "user"}
    # discord.py takes a 429 without Via for a ban by Cloudflare.
    told = {"Retry-After": str(math.ceil(wait)), "Via": "1.1 google", **scope}
    return Refused(429, body, {**(headers or {}), **told})
