"""Commands are sent to Discord only when their definition changed since the last time."""

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

_log = logging.getLogger(__name__)
_FILE = "commands.json"


async def synchronise(tree: app_commands.CommandTree[Any], application: int, home: Path) -> None:
    """A refusal by Discord is logged: the commands of last time still work."""
    file, digest = home / _FILE, _digest(tree)
    known = _read(file)
    if known.get(str(application)) == digest:
        return
    try:
        await tree.sync()
    except (discord.HTTPException, app_commands.CommandSyncFailure):
        _log.exception("Discord did not take the commands; they are sent again at the next start")
        return
    _write(file, known | {str(application): digest})


def _digest(tree: app_commands.CommandTree[Any]) -> str:
    definition = [command.to_dict(tree) for command in tree.get_commands()]
    return hashlib.sha256(json.dumps(definition, sort_keys=True).encode()).hexdigest()


def _read(file: Path) -> dict[str, str]:
    """Nothing known where the file is missing or damaged."""
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(file: Path, known: dict[str, str]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(".part")
        half.write_text(json.dumps(known, indent=2), encoding="utf-8")
        half.replace(file)
    except OSError as error:
        _log.warning("%s could not be written (%s); commands are sent again next time", file, error)
