"""rodatraden matrix: coverage by any two dimensions."""

import click

from graph import options
from graph.coverage import DIMENSIONS, Axis, Scope, matrix
from graph.exports import Table
from graph.labels import labels
from graph.question import day
from graph.setting import Setting

TITLES = {"sv": "Täckning: {} × {}", "en": "Coverage: {} × {}"}
HEADINGS = {"sv": ("Antal aktiviteter", "Täckning"), "en": ("Number of activities", "Coverage")}


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
@options.as_of
@options.basis
@click.option("--totals", is_flag=True, help="Totals too: rows without a row or column.")
@options.file_format
@options.filters
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
    as_of: str,
    basis: str,
    totals: bool,
    suffix: str,
    **given: str | None,
) -> None:
    scope = Scope(day("as-of", as_of, setting.today), basis, **given)
    axes = Axis(rows, rows_level, rows_under), Axis(columns, columns_level, columns_under)
    store = options.opened(setting)
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
    options.write(table, suffix)
