"""Changing a CSV file in place."""

import csv
from collections.abc import Callable
from pathlib import Path

from bot.importing.facts import Line


def change(file: Path, how: Callable[[list[Line]], list[Line]]) -> None:
    with file.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        columns = list(reader.fieldnames or ())
        lines = how(list(reader))
    columns = [column for column in columns if not lines or column in lines[0]]
    with file.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, columns)
        writer.writeheader()
        writer.writerows(lines)
