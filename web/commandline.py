"""The command line of graph/ with one more command: serve."""

import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from graph.commandline import main
from graph.setting import Setting
from graph.store import foreign_queries, store_of
from graph.store.writing import Author
from web import log, memory
from web.serving import (
    LEVELS,
    limit_options,
    limits_of,
    listening,
    publisher_of,
    publisher_options,
    writes_of,
)
from web.tokens import ROLES, STEWARD, made

TAKEN = {
    "sv": "Det går inte att lyssna på {host}:{port} ({reason}). Välj en annan port med --port.",
    "en": "Cannot listen on {host}:{port} ({reason}). Choose another port with --port.",
}
FIRST_ANSWER = 1.0
"""Seconds that the workers wait, so that the first page does not wait for them."""
READY = {"sv": "Röda tråden svarar på {address}", "en": "Röda tråden answers at {address}"}


@main.command("serve", help="Start the service.")
@click.option("--host", default="127.0.0.1", show_default=True, envvar="RODATRADEN_HOST", help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    envvar="RODATRADEN_PORT",
    type=click.IntRange(0, 65535),
    help="Port; 0 takes a free one.",
)
@click.option(
    "--trusted-proxy",
    default="",
    show_default="none",
    envvar="RODATRADEN_TRUSTED_PROXY",
    help="Address of the proxy in front, whose word about its visitors is taken.",
)
@click.option(
    "--log-level",
    default="info",
    show_default=True,
    envvar="RODATRADEN_LOG_LEVEL",
    type=click.Choice(LEVELS),
    help="What is logged; requests are info.",
)
@click.option(
    "--tokens",
    envvar="RODATRADEN_TOKENS",
    show_default="none: it only reads",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="File of those who may write, made by rodatraden token; needs --journal.",
)
@limit_options
@publisher_options
@click.pass_obj
def serve(setting: Setting, /, host: str, port: int, trusted_proxy: str, log_level: str, **given: Any) -> None:
    """Serve until stopped; the workers end with the service."""
    log.to_stderr(log_level)
    memory.bound_heaps()
    # At once: the first process of a container ignores what it has no handler for.
    signal.signal(signal.SIGTERM, _stop)
    limits, publisher = limits_of(given), publisher_of(given)

    # The engine reads the graph on one processor while the pages are read on another.
    with ThreadPoolExecutor(1) as beside:
        opening = beside.submit(store_of, setting)
        # Imported here, so that the other commands and the workers need none of it.
        from waitress.server import create_server

        from web import warming
        from web.app import create_app

        store = opening.result()
    writes = writes_of(given, setting, lambda: datetime.now(UTC))
    workers = foreign_queries(store, limits, FIRST_ANSWER)
    try:
        app = create_app(store, workers, date.today, setting.language, publisher, writes)
        server = create_server(app, host=host, port=port, **listening(limits, trusted_proxy, writes))
    except OSError as error:
        workers.close()
        message = TAKEN[setting.language].format(host=host, port=port, reason=error.strerror or error)
        click.echo(message, err=True)
        sys.exit(1)
    warming.begin(store, date.today(), FIRST_ANSWER)
    memory.begin()
    # It may be succeeded by another, and is then not to be kept.
    del store, opening
    click.echo(READY[setting.language].format(address=f"http://{host}:{server.effective_port}/"))
    try:
        server.run()
    finally:
        server.close()
        workers.close()


@main.command("token", help="Make a token for someone who may write; it is shown this once, and only its hash is kept.")
@click.argument("by")
@click.option("--role", type=click.Choice(ROLES), default=STEWARD, show_default=True, help="What they may do.")
@click.option(
    "--tokens", required=True, envvar="RODATRADEN_TOKENS", type=click.Path(path_type=Path, dir_okay=False), help="File."
)
def token(by: str, role: str, tokens: Path) -> None:
    """BY is an organisation or a part of one, never a person."""
    click.echo(made(tokens, Author(by, role)))


def _stop(*_: Any) -> None:
    """End as at Ctrl-C."""
    raise SystemExit(0)


if __name__ == "__main__":
    main(prog_name="rodatraden")
