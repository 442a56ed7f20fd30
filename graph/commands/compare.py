"""rodatraden compare: two plans side by side."""

import click

from graph import options
from graph.compare import PLAN_COLUMNS, compared, headings_of, plan_rows
from graph.coverage import Scope
from graph.exports import Table
from graph.labels import labels
from graph.question import day
from graph.setting import Setting

HELP = """What two plans (slug or address) have in common, and what only one has.

Larger goals, matches, focus areas, areas, target groups, arenas, interventions, responsible and their own goals, each
with the coverage under either plan.
"""
TITLE = {"sv": "Två planer", "en": "Two plans"}


@click.command(help=HELP)
@click.argument("plan")
@click.argument("other")
@options.as_of
@options.basis
@click.option("--place", help="Count only activities in this place: SCB code or address.")
@options.file_format
@click.pass_obj
def command(setting: Setting, plan: str, other: str, as_of: str, basis: str, place: str | None, suffix: str) -> None:
    store = options.opened(setting)
    found = compared(store, plan, other, Scope(day("as-of", as_of, setting.today), basis, place=place))
    words, language = labels(store), setting.language
    one, another = words.name(found.one.plan, language), words.name(found.other.plan, language)
    headings = headings_of(PLAN_COLUMNS, one, another, language)
    about = {**found.about, "version": store.version}
    table = Table("plans", TITLE[language], plan_rows(found.rows, language), headings, words, language, about)
    options.write(table, suffix)
