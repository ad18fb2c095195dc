"""The index of names as a file, so that a start need not make it anew.

It can be deleted at any time. It is used only if it is whole, made from this very catalogue and by
this very code.
"""

import contextlib
import hashlib
import marshal
import secrets
import sys
from collections.abc import Callable
from pathlib import Path

from bot import text
from bot.names.index import NameIndex

FILE_NAME = "names.index"


def kept_index(home: Path, made_from: str, make: Callable[[], NameIndex]) -> NameIndex:
    """The index kept in `home`, or else a new one, which is then kept.

    `made_from` tells one catalogue from another. A home that cannot be written costs time only.
    """
    path = home / FILE_NAME
    key = hashlib.sha256(f"{made_from}{_code()}{sys.version}".encode()).hexdigest()
    kept = _read(path, key)
    if kept is not None:
        return kept
    index = make()
    with contextlib.suppress(OSError):
        _write(path, key, index)
    return index


def _code() -> str:
    """The text of the modules that decide what stands in an index."""
    files = [*sorted(Path(__file__).parent.glob("*.py")), Path(text.__file__)]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _read(path: Path, key: str) -> NameIndex | None:
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head.decode("ascii").split() != [key, hashlib.sha256(body).hexdigest()]:
            return None
        # marshal reads many times faster than JSON. The checksum says that the bytes are our own,
        # the key that this Python wrote them.
        return NameIndex.from_plain(marshal.loads(body))  # noqa: S302
    except (OSError, ValueError, KeyError, TypeError, EOFError):
        return None


def _write(path: Path, key: str, index: NameIndex) -> None:
    """Beside its place and then renamed, as another process may be reading."""
    body = marshal.dumps(index.as_plain())
    unfinished = path.with_suffix(f".{secrets.token_hex(4)}.part")
    try:
        unfinished.write_bytes(f"{key} {hashlib.sha256(body).hexdigest()}\n".encode() + body)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
