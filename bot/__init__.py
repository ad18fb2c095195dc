"""Teller: answers questions about UK elections and tells channels when a constituency declares."""

__version__ = "0.1.0"
