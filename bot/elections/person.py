"""A person who stood, one row however often their name changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """`name` is the newest form of it; `mnis_id` is Parliament's number for its members."""

    id: str
    name: str
    mnis_id: str | None = None
