"""What ``rodatraden serve`` may be told: what is in front of it, what foreign queries may take, who publishes."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

from graph.errors import StoreError
from graph.publisher import PUBLISHER_KINDS, Publisher
from graph.setting import Setting
from graph.store import Limits
from graph.store.writing import WriteLimits, Writer
from web.tokens import Writes, tokens

Command = TypeVar("Command", bound=Callable[..., Any])
LIMITS = {
    "workers": "Processes that answer SPARQL queries; with an engine by URL, queries at once in it.",
    "seconds": "Seconds a query may run.",
    "rows": "Rows of an answer; more are cut, and that is said.",
    "answer_bytes": "Bytes of an answer.",
    "memory_bytes": "Bytes of memory a query may take beside the graph.",
    "long": "Long queries that go on beside the others.",
    "waiting": "Queries that wait for a place.",
    "client_queries": "Queries of one client at once.",
    "client_long": "Long queries of one client at once.",
    "client_seconds": "Seconds of running time that a client can have saved.",
}
"""The limits that are settings: their flags begin with limit, but for that of the workers."""
WRITE_LIMITS = {
    "seconds": "Seconds a change of the graph may take.",
    "memory_bytes": "Bytes of memory it may take beside the graph.",
    "sent_bytes": "Bytes that may be sent for it.",
}
"""The limits of writing that are settings: their flags begin with write."""
MOST_BYTES = 200_000
"""The largest request body of who may not write; a SPARQL query has at most half of it."""
LEVELS = ("debug", "info", "warning", "error")
THREADS_FOR_PAGES = 6
"""Beside those that foreign queries can hold."""
CONNECTIONS = 500
"""At once. Whoever sends slowly holds one and no thread; each takes a file descriptor, of 1,024 that are usual."""
PROXY_HEADERS = {"x-forwarded-for", "x-forwarded-proto"}


def limit_options(command: Command) -> Command:
    """An option for each limit, with the default of a public service on a small machine."""
    reading = {name if name == "workers" else f"limit_{name}": (name, told) for name, told in LIMITS.items()}
    writing = {f"write_{name}": (name, told) for name, told in WRITE_LIMITS.items()}
    for limits, known in ((WriteLimits(), writing), (Limits(), reading)):
        for flag, (name, told) in reversed(known.items()):
            command = _limit(flag, getattr(limits, name), told)(command)
    return command


def _limit(name: str, default: float, told: str) -> Callable[[Command], Command]:
    return click.option(
        f"--{name.replace('_', '-')}",
        name,
        default=default,
        show_default=True,
        envvar=f"RODATRADEN_{name.upper()}",
        type=click.FloatRange(min=0, min_open=True) if isinstance(default, float) else click.IntRange(1),
        help=told,
    )


def publisher_options(command: Command) -> Command:
    """Who answers for the data, as the catalogue for dataportal.se tells it."""
    options = (
        click.option("--publisher", envvar="RODATRADEN_PUBLISHER", help="The organisation that answers for the data."),
        click.option(
            "--publisher-kind",
            envvar="RODATRADEN_PUBLISHER_KIND",
            type=click.Choice(PUBLISHER_KINDS),
            help="What kind of organisation it is.",
        ),
        click.option("--publisher-homepage", envvar="RODATRADEN_PUBLISHER_HOMEPAGE", help="Its address on the web."),
        click.option("--publisher-email", envvar="RODATRADEN_PUBLISHER_EMAIL", help="Where to write about the data."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def limits_of(given: dict[str, Any]) -> Limits:
    """The limits that were asked for."""
    return Limits(**{name: given[name if name == "workers" else f"limit_{name}"] for name in LIMITS})


def writes_of(given: dict[str, Any], setting: Setting, now: Callable[[], datetime]) -> Writes | None:
    """By whom the graph may be changed; None where no tokens are named. Raises StoreError."""
    file = given["tokens"]
    if file is None:
        return None
    if setting.journal is None:
        raise StoreError(
            "För att kunna skriva behövs en journal: ange dess mapp med --journal eller RODATRADEN_JOURNAL.",
            "Writing needs a journal: give its folder with --journal or RODATRADEN_JOURNAL.",
        )
    tokens(file)
    return Writes(Writer(setting, now, WriteLimits(**{name: given[f"write_{name}"] for name in WRITE_LIMITS})), file)


def publisher_of(given: dict[str, Any]) -> Publisher | None:
    """The publisher that was named; None where none was."""
    told = (given[f"publisher{part}"] for part in ("", "_kind", "_homepage", "_email"))
    return Publisher(*told) if given["publisher"] else None


def listening(limits: Limits, trusted_proxy: str = "", writes: Writes | None = None) -> dict[str, Any]:
    """What waitress is told."""
    return {
        "ident": "rodatraden",
        "threads": limits.places + THREADS_FOR_PAGES,
        "connection_limit": CONNECTIONS,
        # It watches any number of connections, which select does not.
        "asyncore_use_poll": True,
        # It lets a request know that its sender has closed the connection: its query is then ended.
        "channel_request_lookahead": 1,
        # The app itself refuses less, and says why; this is what is let in before it can look.
        "max_request_body_size": 5 * MOST_BYTES + (writes.writer.limits.sent_bytes if writes else 0),
        **_proxied(trusted_proxy),
    }


def _proxied(trusted: str) -> dict[str, Any]:
    """What it is told of a proxy whose word about its visitors is taken; without one nobody's is."""
    if not trusted:
        return {}
    headers = {"trusted_proxy_headers": PROXY_HEADERS, "clear_untrusted_proxy_headers": True}
    return {"trusted_proxy": trusted, "trusted_proxy_count": 1, **headers}
