"""What a request to the endpoint asks, read strictly: a parameter that does not fit is told, never guessed.

A query comes by GET, by POST of a form, or by POST of the query itself; its parameters stand in the address and, in a
form, in the body (https://www.w3.org/TR/sparql11-protocol/#query-operation).
"""

import ipaddress
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from flask import request
from werkzeug.exceptions import UnsupportedMediaType

from graph.errors import BadParameter, QueryNotAllowed, QuerySyntax
from graph.store.workers import Dataset

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
DEFAULT_GRAPH, NAMED_GRAPH = "default-graph-uri", "named-graph-uri"
USING, USING_NAMED = "using-graph-uri", "using-named-graph-uri"
ONCE = ("query", "update", "format", "timeout")
MOST_PARAMETERS = 500
SHOWN = 60
"""Characters of a wrong value that are told back."""
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")
Parameters = list[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """One request: the query or the update, the graphs it chooses, the format and the seconds it names."""

    query: str = ""
    update: str = ""
    dataset: Dataset | None = None
    format: str = ""
    seconds: float | None = None

    @property
    def parameters(self) -> dict[str, Any]:
        """What an address needs to ask the same."""
        graphs = {DEFAULT_GRAPH: self.dataset.default, NAMED_GRAPH: self.dataset.named} if self.dataset else {}
        return {"query": self.query, **{name: list(values) for name, values in graphs.items() if values}}


def asked(most_seconds: float) -> Asked:
    """What the request asks. Raises BadParameter, QuerySyntax, QueryNotAllowed and UnsupportedMediaType."""
    given = _given()
    once = {name: _once(given, name) for name in ONCE}
    dataset = _dataset(given, DEFAULT_GRAPH, NAMED_GRAPH)
    if any(name == "update" for name, _ in given):
        return _update(given, once)
    return Asked(once["query"], "", dataset, once["format"], _seconds(once["timeout"], most_seconds))


def values(name: str) -> tuple[str, ...]:
    """All values of a parameter of the address, as they were written."""
    return tuple(value for given, value in _parsed(request.query_string) if given == name)


def address(name: str, given: str) -> str:
    """A whole address. Raises BadParameter."""
    if not ABSOLUTE.fullmatch(given):
        raise BadParameter(name, given[:SHOWN], "Skriv en hel adress.", "Write a whole address.")
    return given


def client() -> str:
    """Who asks, as far as fair shares go: an address, or the network that one household has of the long kind.

    Behind a proxy this is the proxy, unless the server is told to trust what it says.
    """
    given = request.remote_addr or ""
    try:
        known = ipaddress.ip_address(given)
    except ValueError:
        return given
    return given if known.version == 4 else str(ipaddress.ip_network((known, 64), strict=False))


def gone() -> Callable[[], bool]:
    """Tells whether the sender has closed the connection, where the server knows."""
    known: Callable[[], bool] = request.environ.get("waitress.client_disconnected", bool)
    return known


def _given() -> Parameters:
    """All parameters, the query among them."""
    in_address = _parsed(request.query_string)
    if request.method != "POST":
        return in_address
    if request.mimetype not in (FORM, QUERY, UPDATE):
        raise UnsupportedMediaType
    if request.mimetype_params.get("charset", "utf-8").lower() not in ("utf-8", "utf8", "us-ascii"):
        raise UnsupportedMediaType
    body = request.get_data()
    if request.mimetype == FORM:
        return in_address + _parsed(body)
    return [*in_address, ("query" if request.mimetype == QUERY else "update", _decoded(body))]


def _parsed(encoded: bytes) -> Parameters:
    try:
        return parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError as error:
        raise _not_utf8() from error
    except ValueError as error:
        raise QuerySyntax("Anropet har för många parametrar.", "The request has too many parameters.") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise _not_utf8() from error


def _not_utf8() -> QuerySyntax:
    return QuerySyntax("Det som skickades är inte UTF-8.", "What was sent is not UTF-8.")


def _update(given: Parameters, once: dict[str, str]) -> Asked:
    if request.method != "POST":
        raise QueryNotAllowed("En uppdatering skickas med POST.", "An update is sent by POST.")
    if once["query"]:
        raise QuerySyntax("Skicka query eller update, inte båda.", "Send query or update, not both.")
    return Asked("", once["update"], _dataset(given, USING, USING_NAMED))


def _once(given: Parameters, name: str) -> str:
    found = [value for key, value in given if key == name]
    if len(found) > 1:
        raise BadParameter(name, found[1][:SHOWN], "Den får bara anges en gång.", "It may be given only once.")
    return found[0] if found else ""


def _dataset(given: Parameters, *names: str) -> Dataset | None:
    default, named = (tuple(address(key, value) for key, value in given if key == name) for name in names)
    return Dataset(default, named) if default or named else None


def _seconds(given: str, most: float) -> float | None:
    if not given:
        return None
    try:
        seconds = float(given)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= most:
        wanted = (f"Ange sekunder, högst {most:g}.", f"Give seconds, at most {most:g}.")
        raise BadParameter("timeout", given[:SHOWN], *wanted)
    return seconds
