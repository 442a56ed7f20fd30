"""The command line: one file per command in graph/commands.

The only room in graph/ that reads the clock and the environment; it hands them to the others.
"""

import importlib
import pkgutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from graph import __version__, commands, settings_file
from graph.errors import RodaTradenError
from graph.setting import ENGINE, Setting

DATA_PLACES = (Path(__file__).parent / "data", Path(__file__).parent.parent / "data")
"""Where the facts lie: inside an installed package, or beside it in a checkout."""


class Teaching(click.Group):
    """Commands from graph/commands, each read when it is called; errors end in a clear message, not a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        found = [module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__)]
        return sorted({*found, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.commands or cmd_name not in self.list_commands(ctx):
            return super().get_command(ctx, cmd_name)
        command: click.Command = importlib.import_module(f"graph.commands.{cmd_name.replace('-', '_')}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except RodaTradenError as error:
            click.echo(error.message(ctx.params.get("language", "sv")), err=True)
            sys.exit(2)


def shipped_data() -> Path:
    """The folder of facts that came with the program."""
    return next((place for place in DATA_PLACES if place.is_dir()), DATA_PLACES[-1])


FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group(cls=Teaching, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rodatraden")
@click.option(
    "--settings",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    envvar="RODATRADEN_SETTINGS",
    callback=settings_file.read,
    is_eager=True,
    expose_value=False,
    help="File of settings in TOML; rodatraden settings lists them.",
)
@click.option(
    "--data",
    type=FOLDER,
    envvar="RODATRADEN_DATA",
    default=shipped_data,
    show_default="the shipped data",
    help="Folder of facts.",
)
@click.option(
    "--cache",
    type=FOLDER,
    envvar="RODATRADEN_CACHE",
    default=lambda: Path(click.get_app_dir("rodatraden")) / "cache",
    show_default="per user",
    help="Folder for the built graph; may be thrown away.",
)
@click.option(
    "--journal",
    type=FOLDER,
    envvar="RODATRADEN_JOURNAL",
    show_default="none",
    help="Folder of what was changed at run time, which counts beside the facts.",
)
@click.option(
    "--base",
    envvar="RODATRADEN_BASE",
    default=Setting.base,
    show_default=True,
    help="Base of the addresses of our own things.",
)
@click.option(
    "--store",
    envvar="RODATRADEN_STORE",
    default="",
    show_default="none: the graph in this process",
    help=f"Address of a SPARQL 1.1 engine that holds the graph, like {ENGINE}; load it with rodatraden load.",
)
@click.option(
    "--store-update",
    envvar="RODATRADEN_STORE_UPDATE",
    default="",
    show_default="from --store",
    help="Address of its SPARQL Update.",
)
@click.option(
    "--store-graphs",
    envvar="RODATRADEN_STORE_GRAPHS",
    default="",
    show_default="from --store",
    help="Address of its Graph Store.",
)
@click.option(
    "--language",
    type=click.Choice(["sv", "en"]),
    envvar="RODATRADEN_LANGUAGE",
    default="sv",
    show_default=True,
    help="Language of messages and labels.",
)
@click.pass_context
def main(context: click.Context, /, **given: Any) -> None:
    """Röda tråden: how national strategies, regional plans, handslag and local activities hang together.

    \b
    rodatraden serve                         start the service on http://127.0.0.1:8000
    rodatraden questions                     what can be asked
    rodatraden ask goals-without-activity    ask it, today
    rodatraden ask thread --goal dhol-d6     with a parameter
    rodatraden search "psykisk halsa"        where something is said
    rodatraden gaps --place 1907             what is missing, and what to do about it
    rodatraden why dhol-d6                   what decides a goal's coverage, with quotes
    rodatraden changes --since 2020-06-01    what has changed since, and by what
    rodatraden what-if --remove actor/x      what would change without it
    rodatraden review                        which links should be looked at again?
    rodatraden check                         is the data valid?
    rodatraden export --format trig          the whole graph
    rodatraden load                          give the graph to an engine of its own, by --store
    """
    context.obj = Setting(today=date.today(), **given)
