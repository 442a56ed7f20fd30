"""rodatraden changes: what differs since a date, or from an older version of the data, and by what."""

import sys
from pathlib import Path

import click

from graph import options
from graph.changes import Side, changes
from graph.changes.telling import COLUMNS, WORDS, about, lines, rows
from graph.errors import BadParameter
from graph.exports import Table, headings
from graph.gaps import scope_of
from graph.labels import labels
from graph.setting import Setting
from graph.store import open_store

HELP = """What differs since a date (--since 2024-01-01), from an older copy of data/ (--before FOLDER), or both: the
coverage of goals, gaps opened, closed and moved, texts of goals, and things new or gone; each with its cause.

\b
Exit code 0: nothing differs.
Exit code 1: something does.
Exit code 2: bad input.
"""
NEITHER = ("Ange --since, --before eller båda.", "Give --since, --before or both.")


@click.command(help=HELP)
@click.option("--since", default="", help="The date to compare with, like 2024-01-01.")
@click.option(
    "--before",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="An older copy of data/ to compare with.",
)
@options.as_of
@options.place
@options.strategy
@options.basis
@options.file_format
@click.pass_obj
def command(
    setting: Setting, since: str, folder: Path | None, as_of: str, place: str, strategy: str, basis: str, suffix: str
) -> None:
    if not since and folder is None:
        raise BadParameter("since", since, *NEITHER)
    store = options.opened(setting)
    older = store if folder is None else open_store(folder, setting.cache, setting.base)
    after = Side(store, scope_of(store, setting.today, as_of, basis, place, strategy))
    before = Side(older, scope_of(older, after.scope.as_of, since, basis, place, strategy))
    report = changes(before, after)
    language = setting.language
    title = WORDS["title"][language]
    table = Table(
        "changes", title, rows(report, language), headings(COLUMNS, language), labels(store), language, about(report)
    )
    options.write(table, suffix, lines(report, language))
    sys.exit(1 if report else 0)
