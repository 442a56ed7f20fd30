"""rodatraden columns: which columns a table may have."""

import click

from graph.errors import UnknownThing
from graph.setting import Setting
from graph.sources.schema import Schema, kind_name
from graph.sources.table import EVIDENCE


@click.command(help="The kinds of tables, or the columns of one KIND (goal, activity, …), as the shapes say.")
@click.argument("kind", required=False)
@click.pass_obj
def command(setting: Setting, kind: str | None) -> None:
    kinds = Schema(setting.data / "vocabulary").kinds
    if kind is None:
        click.echo("\n".join(f"{name}.csv" for name in kinds))
        return
    if kind not in kinds:
        raise UnknownThing(kind)
    click.echo("id")
    for column in kinds[kind].columns:
        holds = ", ".join(kind_name(c) for c in column.classes) or ", ".join(d.split("#")[-1] for d in column.datatypes)
        click.echo(f"{column.header}{' *' if column.required else ''}\t{holds}\t{column.message}")
    click.echo("\n".join(EVIDENCE))
