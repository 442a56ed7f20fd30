"""rodatraden load: give the graph to an engine by URL, and see that it answers as it should."""

import click

from graph.agreement import differing
from graph.errors import StoreError
from graph.setting import Setting
from graph.store import load_store, open_store, withdraw_store

HELP = """Load the engine that --store names with the data, all of it or nothing. Then every saved question and the
coverage are asked of it and of the engine in this process; where it answers otherwise, it is not used.

One load at a time. A service that reads the engine is started anew afterwards.
"""
DONE = {
    "sv": "Version {version} ligger i motorn och svarar rätt.",
    "en": "Version {version} is in the engine and answers right.",
}


@click.command(help=HELP)
@click.option("--again", is_flag=True, help="Load it even if this version is there.")
@click.pass_obj
def command(setting: Setting, again: bool) -> None:
    store = load_store(setting, again)
    wrong = ", ".join(
        differing(open_store(setting.data, setting.cache, setting.base, setting.journal), store, setting.today)
    )
    if wrong:
        withdraw_store(setting)
        raise StoreError(
            f"Motorn svarar fel på: {wrong}. Den används därför inte. Ta en nyare version av den, eller en annan "
            "motor (docs/engines.md).",
            f"The engine answers wrongly: {wrong}. So it is not used. Take a newer version of it, or another engine "
            "(docs/engines.md).",
        )
    click.echo(DONE[setting.language].format(version=store.version))
