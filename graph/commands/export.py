"""rodatraden export: the whole graph as a file."""

import sys

import click

from graph.setting import Setting
from graph.store import store_of
from graph.store.embedded import DUMPS


@click.command(help="Write the whole graph to standard output, with its named graphs where the format has them.")
@click.option("--format", "form", type=click.Choice(sorted(DUMPS)), default="trig", show_default=True)
@click.pass_obj
def command(setting: Setting, form: str) -> None:
    store = store_of(setting)
    sys.stdout.buffer.write(store.dump(form))
