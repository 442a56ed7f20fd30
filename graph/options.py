"""What several commands share: their options, opening the store, and writing an answer to the terminal."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click

from graph.coverage.scope import FILTERS
from graph.exports import EXPORTS, Table
from graph.setting import Setting
from graph.store import Store, store_of
from graph.vocabulary import BASES, MAPPED

TABLE = "table"
"""The format for a person at a terminal."""
Command = TypeVar("Command", bound=Callable[..., Any])

as_of = click.option("--as-of", default="", help="A date like 2026-11-22; today where it is left out.")
basis = click.option(
    "--basis", default=MAPPED, show_default=True, help=f"Which links count: {', '.join(BASES)}, each with those before."
)
place = click.option("--place", default="", help="A place: SCB code or address.")
strategy = click.option("--strategy", default="", help="A strategy: slug or address.")
file_format = click.option(
    "--format",
    "suffix",
    type=click.Choice([TABLE, *sorted(EXPORTS)]),
    default=TABLE,
    show_default=True,
    help="A table to read, or a file.",
)


def filters(command: Command) -> Command:
    """An option for each filter of a scope."""
    for name in reversed(FILTERS):
        option = click.option(
            f"--{name.replace('_', '-')}", name, default=None, help="Address or slug: only what counts for it."
        )
        command = option(command)
    return command


def opened(setting: Setting) -> Store:
    """The store of a setting; raises BrokenData or StoreError."""
    return store_of(setting)


def write(table: Table, suffix: str, lines: Iterable[str] | None = None) -> None:
    """Write an answer: as a file, or as these lines (its plain text where there are none) for a person to read."""
    if suffix == TABLE and lines is not None:
        click.echo("\n".join(lines))
    else:
        click.echo(EXPORTS["txt" if suffix == TABLE else suffix].write(table), nl=False)


def write_all(tables: Sequence[Table], suffix: str) -> None:
    """Write several answers, one after the other."""
    for number, table in enumerate(tables):
        click.echo("\n" if number else "", nl=False)
        write(table, suffix)
