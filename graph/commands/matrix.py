"""rodatraden matrix: coverage by any two dimensions."""

from collections.abc import Callable

import click

from graph.coverage import DIMENSIONS, Axis, Scope, matrix
from graph.coverage.scope import FILTERS
from graph.exports import EXPORTS, Table
from graph.labels import labels
from graph.question import day
from graph.setting import Setting
from graph.store import open_store
from graph.vocabulary import MAPPED

TITLES = {"sv": "Täckning: {} × {}", "en": "Coverage: {} × {}"}
HEADINGS = {"sv": ("Antal aktiviteter", "Täckning"), "en": ("Number of activities", "Coverage")}


def filters(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each filter of a scope."""
    for name in reversed(FILTERS):
        command = click.option(f"--{name.replace('_', '-')}", name, help="Address or slug: only what counts for it.")(
            command
        )
    return command


@click.command(
    help="Count activities, with the best status, by two dimensions: one row for each cell, the empty ones too. "
    f"Dimensions: {', '.join(DIMENSIONS)}."
)
@click.option("--rows", default="goal", show_default=True, help="A dimension.")
@click.option("--rows-level", help="Of goals and strategies those of a level, of places those of a kind.")
@click.option("--rows-under", help="Only what is below this member.")
@click.option("--columns", default="place", show_default=True, help="A dimension.")
@click.option("--columns-level", help="As --rows-level.")
@click.option("--columns-under", help="As --rows-under.")
@click.option("--as-of", help="A date like 2026-11-22; today where it is left out.")
@click.option("--basis", default=MAPPED, show_default=True, help="stated, mapped or suggested.")
@click.option("--totals", is_flag=True, help="Totals too: rows without a row or column.")
@click.option(
    "--format", "suffix", type=click.Choice(["table", *sorted(EXPORTS)]), default="table", show_default="table, as txt"
)
@filters
@click.pass_obj
def command(
    setting: Setting,
    /,
    rows: str,
    rows_level: str | None,
    rows_under: str | None,
    columns: str,
    columns_level: str | None,
    columns_under: str | None,
    as_of: str | None,
    basis: str,
    totals: bool,
    suffix: str,
    **given: str | None,
) -> None:
    scope = Scope(day("as-of", as_of, setting.today), basis, **given)
    axes = Axis(rows, rows_level, rows_under), Axis(columns, columns_level, columns_under)
    store = open_store(setting.data, setting.cache, setting.base)
    found = matrix(store, *axes, scope)
    words = [DIMENSIONS[axis.dimension][setting.language] for axis in axes]
    about = {
        "asOf": scope.as_of.isoformat(),
        "basis": basis,
        "version": store.version,
        "activities": str(found.total.count),
        **found.scope.filters,
    }
    title = TITLES[setting.language].format(*words)
    headings = (*words, *HEADINGS[setting.language])
    answer = found.answer(totals)
    table = Table("matrix", title, answer, headings, labels(store), setting.language, about)
    click.echo(EXPORTS["txt" if suffix == "table" else suffix].write(table), nl=False)
