"""This service by one of the WSGI servers compared: ``python -m benchmarks.served_by SERVER PORT CACHE FILE``.

One process holds the graph, whichever server it is. FILE gets its number. A server that lets a request know its
client's connection is given what waitress has of its own: whether the client has closed it.
"""

import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from graph.commandline import shipped_data
from graph.store import Limits, Workers, open_store
from web.app import create_app
from web.serving import listening

LIMITS = Limits(client_queries=64, client_seconds=1e9, long=1)
"""Those of the public service, but for how much one client may ask; one place for long queries, to see who holds it."""
THREADS: int = listening(LIMITS)["threads"]
HOST = "127.0.0.1"
Wsgi = Callable[[dict[str, Any], Any], Any]
Socket = Callable[[dict[str, Any]], socket.socket | None]


def made() -> Wsgi:
    """The app with its workers, in the process that calls this."""
    _, _, _, cache, file = sys.argv if len(sys.argv) == 5 else os.environ["SERVED_BY"].split("\n")
    store = open_store(shipped_data(), Path(cache))
    app = create_app(store, Workers(store, LIMITS), date.today)
    Path(file).write_text(str(os.getpid()))
    return app


def told(app: Wsgi, connection: Socket) -> Wsgi:
    """The app, told whether the connection of a request is closed."""

    def asked(environ: dict[str, Any], start: Any) -> Any:
        known = connection(environ)
        if known is not None:
            environ["waitress.client_disconnected"] = lambda: _is_closed(known)
        return app(environ, start)

    return asked


def _is_closed(connection: socket.socket) -> bool:
    """Whether there is something to read, and that is the end."""
    readable, _, _ = select.select([connection], [], [], 0)
    return bool(readable) and connection.recv(1, socket.MSG_PEEK) == b""


def by_waitress(port: int) -> None:
    """As ``rodatraden serve`` does."""
    from waitress.server import create_server

    server = create_server(made(), host=HOST, port=port, **listening(LIMITS))
    signal.signal(signal.SIGTERM, _stop)
    server.run()


def by_gunicorn(port: int) -> None:
    """One worker with threads; a second process watches over it."""
    from gunicorn.app.base import BaseApplication

    class Application(BaseApplication):
        def load_config(self) -> None:
            given = {"bind": f"{HOST}:{port}", "worker_class": "gthread", "threads": THREADS, "keepalive": 75}
            for name, value in given.items():
                self.cfg.set(name, value)

        def load(self) -> Wsgi:
            return told(made(), lambda environ: environ["gunicorn.socket"])

    Application().run()


def by_cheroot(port: int) -> None:
    """Its gateway is given one line more, so that a request knows its connection."""
    from cheroot import wsgi

    class Gateway(wsgi.Gateway_10):
        def get_environ(self) -> dict[str, Any]:
            return {**super().get_environ(), "cheroot.socket": self.req.conn.socket}

    app = told(made(), lambda environ: environ["cheroot.socket"])
    server = wsgi.Server((HOST, port), app, numthreads=THREADS)
    server.gateway = Gateway
    signal.signal(signal.SIGTERM, _stop)
    server.safe_start()


def by_granian(port: int) -> None:
    """In Rust; one worker, which is a process beside the one that watches over it."""
    from granian import Granian

    os.environ["SERVED_BY"] = "\n".join(sys.argv)
    choices = {"interface": "wsgi", "workers": 1, "blocking_threads": THREADS, "factory": True}
    Granian("benchmarks.served_by:made", address=HOST, port=port, **choices).serve()


def by_uvicorn(port: int) -> None:
    """Asynchronous; a2wsgi hands each request to a thread."""
    import uvicorn
    from a2wsgi import WSGIMiddleware

    uvicorn.run(WSGIMiddleware(made(), workers=THREADS), host=HOST, port=port, log_level="error")


SERVERS = {
    "waitress": by_waitress,
    "gunicorn": by_gunicorn,
    "cheroot": by_cheroot,
    "granian": by_granian,
    "uvicorn": by_uvicorn,
}


def _stop(*_: Any) -> None:
    raise SystemExit(0)


if __name__ == "__main__":
    SERVERS[sys.argv[1]](int(sys.argv[2]))
