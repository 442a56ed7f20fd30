"""What ``rodatraden serve`` may be told: what is in front of it, what foreign queries may take, who publishes."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from graph.publisher import PUBLISHER_KINDS, Publisher
from graph.store import Limits

Command = TypeVar("Command", bound=Callable[..., Any])
LIMITS = {
    "workers": "Processes that answer SPARQL queries.",
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
LEVELS = ("debug", "info", "warning", "error")
PROXY_HEADERS = {"x-forwarded-for", "x-forwarded-proto"}


def limit_options(command: Command) -> Command:
    """An option for each limit, with the default of a public service on a small machine."""
    defaults = Limits()
    for name, told in reversed(LIMITS.items()):
        default = getattr(defaults, name)
        least = click.FloatRange(min=0, min_open=True) if isinstance(default, float) else click.IntRange(1)
        known = name if name == "workers" else f"limit_{name}"
        option = click.option(
            f"--{known.replace('_', '-')}",
            known,
            default=default,
            show_default=True,
            envvar=f"RODATRADEN_{known.upper()}",
            type=least,
            help=told,
        )
        command = option(command)
    return command


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


def publisher_of(given: dict[str, Any]) -> Publisher | None:
    """The publisher that was named; None where none was."""
    told = (given[f"publisher{part}"] for part in ("", "_kind", "_homepage", "_email"))
    return Publisher(*told) if given["publisher"] else None


def proxied(trusted: str) -> dict[str, Any]:
    """What waitress is told of a proxy whose word about its visitors is taken; without one nobody's is."""
    if not trusted:
        return {}
    headers = {"trusted_proxy_headers": PROXY_HEADERS, "clear_untrusted_proxy_headers": True}
    return {"trusted_proxy": trusted, "trusted_proxy_count": 1, **headers}
