"""A file of settings in TOML, for what is neither a flag nor in the environment.

Its keys are the flags without their dashes; those of a command stand in a table with its name.
"""

import tomllib
from pathlib import Path
from typing import Any

import click


def read(context: click.Context, parameter: click.Parameter, path: Path | None) -> Path | None:
    """Take the settings of a file as defaults; raises BadParameter for one that cannot be read or holds others."""
    if path is not None:
        context.default_map = _checked(context.command, _toml(path), path)
    return path


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise click.BadParameter(f"{path}: {error}") from error


def _checked(command: click.Command, given: dict[str, Any], path: Path, where: str = "") -> dict[str, Any]:
    """The settings by the names of the options; a misspelled one is refused, never left out."""
    commands = command.commands if isinstance(command, click.Group) else {}
    known = {option.opts[0].lstrip("-"): str(option.name) for option in settings_of(command)}
    taken: dict[str, Any] = {}
    for key, value in given.items():
        if key in commands and isinstance(value, dict):
            taken[key] = _checked(commands[key], value, path, f"{key}.")
        elif key in known and not isinstance(value, dict | list):
            taken[known[key]] = value
        else:
            listed = ", ".join([*known, *(f"[{name}]" for name in commands)])
            raise click.BadParameter(f"{path}: {where}{key}? {listed}")
    return taken


def settings_of(command: click.Command) -> list[click.Option]:
    """The options of a command that are settings: those that the environment may give."""
    return [option for option in command.params if isinstance(option, click.Option) and option.envvar]
