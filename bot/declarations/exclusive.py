"""Only one process announces from a state, however many are started."""

import fcntl
from pathlib import Path
from typing import TextIO

from bot.errors import StateError


class Exclusive:
    """A lock that ends with the process that holds it, also when that is killed."""

    def __init__(self, state: Path) -> None:
        self._path = state.with_suffix(".lock")
        self._held: TextIO | None = None

    def acquire(self) -> bool:
        """Whether this process has it now. Does not wait. Raises StateError."""
        if self._held is None:
            try:
                self._held = self._locked()
            except OSError as failed:
                reason = failed.strerror or failed
                raise StateError(f"The lock {self._path} cannot be used: {reason}.") from failed
        return self._held is not None

    def _locked(self) -> TextIO | None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        handle = self._path.open("a", encoding="utf-8")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            return None
        except OSError:
            handle.close()
            raise
        return handle

    def release(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None
