"""Answers spoiled in every way that a source, or whoever sits between, could think of."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

_WRONG: list[Any] = [
    None,
    True,
    False,
    -1,
    -24_120,
    0,
    3.5,
    10**9,
    10**400,
    "",
    "24,120",
    "1e5",
    "-5",
    "NaN",
    "\u202eevil\u0000",
    "x" * 5000,
    "Atlantis North",
    [],
    {},
    [[[[[]]]]],
    {"id": {"id": 1}},
    "<html>",
    "2029-02-31",
]
WRONG = st.sampled_from(_WRONG) | st.text(max_size=20) | st.integers(-(10**7), 10**7)


@st.composite
def spoiled(draw: st.DrawFn, sound: Any, most: int = 4) -> Any:
    """The sound value with up to so many of its parts replaced, dropped or doubled."""
    value = copy.deepcopy(sound)
    for _ in range(draw(st.integers(0, most))):
        places = list(_places(value))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["replace", "drop", "double", "swap"])):
            case "replace":
                holder[key] = copy.deepcopy(draw(WRONG))
            case "drop":
                del holder[key]
            case "double" if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
            case _:
                other, name = draw(st.sampled_from(places))
                if key in _keys(holder) and name in _keys(other):
                    holder[key], other[name] = (
                        copy.deepcopy(other[name]),
                        copy.deepcopy(holder[key]),
                    )
    return value


def _keys(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key in _keys(value) if isinstance(value, dict | list) else ():
        yield value, key
        yield from _places(value[key])


@st.composite
def mangled(draw: st.DrawFn, body: bytes) -> bytes:
    """The bytes as they are, cut off, with some of them changed, or something else altogether."""
    match draw(st.sampled_from(["whole", "whole", "cut", "changed", "else"])):
        case "cut":
            return body[: draw(st.integers(0, len(body)))]
        case "changed":
            place = draw(st.integers(0, max(0, len(body) - 1)))
            return body[:place] + draw(st.binary(max_size=8)) + body[place + 1 :]
        case "else":
            return draw(
                st.binary(max_size=200)
                | st.sampled_from([b"", b"<html></html>", b"[" * 5000, b"null", b'"x"', b"{}"])
            )
    return body


def as_json(value: Any) -> bytes:
    # Half a pair of surrogates is no letter, and JSON can hold it all the same.
    return json.dumps(value).encode()
