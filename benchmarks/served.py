"""This service on a graph in a file of N-Quads, for the benchmarks: ``python -m benchmarks.served FILE PORT``."""

import sys
from datetime import date
from pathlib import Path

from waitress.server import create_server

from graph.store import Limits, Store, Workers
from graph.vocabulary import BASE
from web.app import create_app
from web.serving import listening


def main(file: Path, port: int) -> None:
    """Serve until ended, with the limits of the public service but none on how often a client asks."""
    store = Store.load(file, "benchmark", BASE)
    limits = Limits(client_queries=64, client_long=64, client_seconds=1e9, waiting=64)
    app = create_app(store, Workers(store, limits), date.today)
    create_server(app, host="127.0.0.1", port=port, **listening(limits)).run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
