"""The command line of graph/ with one more command: serve."""

import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import click

from graph.commandline import main
from graph.publisher import PUBLISHER_KINDS, Publisher
from graph.setting import Setting

TAKEN = {
    "sv": "Det går inte att lyssna på {host}:{port} ({reason}). Välj en annan port med --port.",
    "en": "Cannot listen on {host}:{port} ({reason}). Choose another port with --port.",
}
FIRST_ANSWER = 1.0
"""Seconds that the workers wait, so that the first page does not wait for them."""
THREADS_FOR_PAGES = 6
"""Beside those that foreign queries can hold."""
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
    "--workers",
    "worker_count",
    default=2,
    show_default=True,
    envvar="RODATRADEN_WORKERS",
    type=click.IntRange(1, 64),
    help="Processes that answer SPARQL queries.",
)
@click.option("--publisher", envvar="RODATRADEN_PUBLISHER", help="The organisation that answers for the data.")
@click.option(
    "--publisher-kind",
    envvar="RODATRADEN_PUBLISHER_KIND",
    type=click.Choice(PUBLISHER_KINDS),
    help="What kind of organisation it is.",
)
@click.option("--publisher-homepage", envvar="RODATRADEN_PUBLISHER_HOMEPAGE", help="Its address on the web.")
@click.option("--publisher-email", envvar="RODATRADEN_PUBLISHER_EMAIL", help="Where to write about the data.")
@click.pass_obj
def serve(
    setting: Setting,
    host: str,
    port: int,
    worker_count: int,
    publisher: str | None,
    publisher_kind: str | None,
    publisher_homepage: str | None,
    publisher_email: str | None,
) -> None:
    """Serve until stopped; the workers end with the service."""
    told = Publisher(publisher, publisher_kind, publisher_homepage, publisher_email) if publisher else None
    from graph.store import Limits, Workers, store_of

    # The engine reads the graph on one processor while the pages are read on another.
    with ThreadPoolExecutor(1) as beside:
        opening = beside.submit(store_of, setting)
        # Imported here, so that the other commands and the workers need none of it.
        from waitress.server import create_server

        from web.app import create_app

        store = opening.result()
    workers = Workers(store, Limits(workers=worker_count), FIRST_ANSWER)
    try:
        app = create_app(store, workers, date.today, setting.language, told)
        threads = workers.limits.places + THREADS_FOR_PAGES
        # Looking ahead lets a request know that its sender has closed the connection: its query is then ended.
        server = create_server(
            app, host=host, port=port, ident="rodatraden", threads=threads, channel_request_lookahead=1
        )
    except OSError as error:
        workers.close()
        message = TAKEN[setting.language].format(host=host, port=port, reason=error.strerror or error)
        click.echo(message, err=True)
        sys.exit(1)
    signal.signal(signal.SIGTERM, _stop)
    click.echo(READY[setting.language].format(address=f"http://{host}:{server.effective_port}/"))
    try:
        server.run()
    finally:
        server.close()
        workers.close()


def _stop(*_: Any) -> None:
    """End as at Ctrl-C."""
    raise SystemExit(0)


if __name__ == "__main__":
    main(prog_name="rodatraden")
