"""The name that a message keeps, in whichever process and however often it is sent."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.declarations.delivery import nonce

MOST = 25  # letters, https://discord.com/developers/docs/resources/message#create-message
BIGGEST = 2**63 - 1

parts = st.tuples(
    st.text("0123456789ABCDEF", max_size=16),
    st.integers(0, BIGGEST),
    st.integers(0, BIGGEST),
    st.text(st.characters(codec="utf-8"), max_size=200),
)


@given(parts)
def test_it_is_short_plain_and_always_the_same(message: tuple[str, int, int, str]) -> None:
    name = nonce(*message)
    assert 1 <= len(name) <= MOST
    assert name.isascii()
    assert name.replace("-", "").replace("_", "").isalnum()
    assert nonce(*message) == name


@given(parts, parts)
def test_two_messages_have_two_names(
    one: tuple[str, int, int, str], other: tuple[str, int, int, str]
) -> None:
    assert (nonce(*one) == nonce(*other)) == (one == other)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("another", 11, 3, "{}"), id="state"),
        pytest.param(("state", 12, 3, "{}"), id="channel"),
        pytest.param(("state", 11, 4, "{}"), id="upto"),
        pytest.param(("state", 11, 3, "{ }"), id="payload"),
        pytest.param(("state", 1, 13, "{}"), id="the same digits"),
        pytest.param(("state1", 1, 3, "{}"), id="the same letters"),
    ],
)
def test_whatever_is_different_gives_another_name(other: tuple[str, int, int, str]) -> None:
    assert nonce(*other) != nonce("state", 11, 3, "{}")


def test_another_process_gives_the_same_name() -> None:
    """Python's own hashes differ from process to process."""
    program = "from bot.declarations.delivery import nonce; print(nonce('é', 11, 3, '{\"a\": 1}'))"
    said = [
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    ]
    assert said == [nonce("é", 11, 3, '{"a": 1}') + "\n"] * 2
