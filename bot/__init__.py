"""Teller: answers questions about UK elections and tells channels when a constituency declares."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("teller")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+source"
