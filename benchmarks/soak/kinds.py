"""Who asks at the same time. A kind of client is added here, and nowhere else."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.soak import analysts, attackers, readers, rude, stewards
from benchmarks.soak.client import Client
from benchmarks.soak.journal import Journal, Wrong


@dataclass(frozen=True)
class Kind:
    """So many clients that do the same over and over, each with a pause of about so many seconds in between."""

    name: str
    clients: int
    pause: float
    act: Callable[[Client], None]


KINDS = (
    Kind("readers of pages", 6, 0.30, readers.read),
    Kind("analysts, saved questions", 3, 0.40, analysts.question),
    Kind("analysts, SPARQL", 3, 0.30, analysts.sparql),
    Kind("probe", 1, 0.10, analysts.probe),
    Kind("attackers, runaways", 3, 6.0, attackers.run_away),
    Kind("attackers, refused", 2, 0.50, attackers.be_refused),
    Kind("clients that leave", 1, 2.0, rude.leave),
    Kind("slow senders", 3, 1.0, rude.send_slowly),
    Kind("slow readers", 2, 3.0, rude.read_slowly),
    Kind("stewards", 1, 90.0, stewards.write),
)
"""What each does is one function of a client, which asks with ``client.ask(Request(...))``: that judges and notes."""


def begin(service: str, journal: Journal, begun: float, ended: threading.Event, token: str) -> list[threading.Thread]:
    """All clients, each in a thread and with an address of its own, until it is ended."""
    acting = [kind for kind in KINDS for _ in range(kind.clients)]
    clients = [Client(service, number, journal, begun, token) for number in range(len(acting))]
    threads = [
        threading.Thread(target=_act, args=(kind, client, ended), name=kind.name, daemon=True)
        for kind, client in zip(acting, clients, strict=True)
    ]
    threading.excepthook = lambda what: journal.wrong(_broken(what, begun))
    for thread in threads:
        thread.start()
    return threads


def _broken(what: threading.ExceptHookArgs, begun: float) -> Wrong:
    """A client that could not go on is an error too."""
    name = what.thread.name if what.thread else ""
    return Wrong(round(time.perf_counter() - begun, 1), name, "", f"the client broke: {what.exc_value!r}")


def _act(kind: Kind, client: Client, ended: threading.Event) -> None:
    while not ended.wait(client.random.uniform(0.5, 1.5) * kind.pause):
        kind.act(client)
    client.close()
