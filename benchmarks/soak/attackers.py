"""Attackers: runaways, and one after the other everything that is to be refused at once."""

from collections.abc import Callable

from benchmarks.attack import RUNAWAYS
from benchmarks.soak.client import FORM, Client, Request, with_query

ENDED = frozenset([413, 429, 503, 504])
"""How a runaway may end."""
BAD, STRANGER, FORBIDDEN, MISSING, UNKNOWN_FORM, TOO_LARGE = (
    frozenset([status]) for status in (400, 401, 403, 404, 406, 413)
)
ELSEWHERE = "http://127.0.0.1:9/"
MALFORMED = (
    "SELEKT * {}",
    "SELECT * {",
    "ASK { ?s ?p }",
    "SELECT * { FILTER(",
    "ASK {} }",
    "\x00",
    "åäö",
    "ASK { '\\uD8' }",
)
REACHING_OUT = (
    f"SELECT * {{ SERVICE <{ELSEWHERE}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICE SILENT <{ELSEWHERE}> {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERV\\u0049CE <{ELSEWHERE}> {{ ?s ?p ?o }} }}",
    f"LOAD <{ELSEWHERE}>",
    "DELETE WHERE { ?s ?p ?o }",
)
DEEP = (f"ASK {'{' * 40_000}{'}' * 40_000}", f"ASK {{ {'(' * 40_000} }}", f"ASK {{ {'[ a ' * 20_000} }}")
"""Refused by their depth."""
WIDE = (
    f"ASK {{ FILTER({'!' * 90_000}true) }}",
    f"SELECT ({'1+' * 45_000}1 AS ?x) {{}}",
    f"ASK {{ {'{} UNION ' * 10_000} {{}} }}",
    f"ASK {{ ?s {'^' * 90_000}<a:b> ?o }}",
    f"ASK {{ {'OPTIONAL{}' * 9_000} }}",
    "ASK { FILTER(REGEX('a', '((((a{100}){100}){100}){100}){100}')) }",
)
"""No deeper than others as far as can be seen; how they end is the engine's own, but they end."""
WRONG = (
    "/api/questions/goals-without-activity.csv?limit=-1",
    "/api/questions/goals-without-activity.csv?limit=5&limit=6",
    "/api/questions/goals-without-activity.csv?place=9999",
    "/api/questions/goals-without-activity.csv?nothing=1",
    "/api/questions/goal-coverage.json?asOf=2026-13-41",
    "/api/questions/thread.json",
    "/coverage?basis=guessed",
    "/gaps?place=../../etc/passwd",
    "/search?q=" + "x" * 300,
    "/sparql?format=json&query=ASK%20%7B%7D&query=ASK%20%7B%7D",
    "/sparql?format=json&query=ASK%20%7B%7D&timeout=-1",
    "/sparql?format=json&query=ASK%20%7B%7D&default-graph-uri=nowhere",
    "/sparql?format=json&query=%FF%FE",
    "/graph-store",
)
NOWHERE = (
    "/nowhere",
    "/id/goal/nothing",
    "/id/goal/..%2f..%2fetc%2fpasswd",
    "/static/../../pyproject.toml",
    "/question/nothing",
    "/api/questions/nothing.csv",
    "/graph-store?graph=urn:nothing",
)


def run_away(client: Client) -> None:
    """Ask what never ends."""
    name = client.random.choice([*RUNAWAYS])
    client.ask(_posted(f"runaway {name}", RUNAWAYS[name], ENDED), is_new=True)


def be_refused(client: Client) -> None:
    """Ask something that is refused."""
    client.ask(client.random.choice(REFUSED)(client), is_new=client.random.random() < 0.5)


def _malformed(client: Client) -> Request:
    return _posted("malformed", client.random.choice(MALFORMED), BAD)


def _reaching_out(client: Client) -> Request:
    return _posted("reaching out", client.random.choice(REACHING_OUT), FORBIDDEN)


def _update(client: Client) -> Request:
    body = with_query("", {"update": "DELETE WHERE { ?s ?p ?o }"})[1:].encode()
    return Request("update without a token", "/sparql", STRANGER, "POST", {"Content-Type": FORM}, body)


def _deep(client: Client) -> Request:
    return _posted("nested", client.random.choice(DEEP), TOO_LARGE)


def _wide(client: Client) -> Request:
    return _posted("bomb", client.random.choice(WIDE), frozenset([200, 400, 413, 503, 504]))


def _oversize(client: Client) -> Request:
    """Too long a query; too large a body; one so large that the server keeps it in a file."""
    return _posted("oversize", "ASK {} #" + "x" * client.random.choice((100_000, 300_000, 1_500_000)), TOO_LARGE)


def _no_text(client: Client) -> Request:
    headers = {"Content-Type": "application/sparql-query", "Accept": "application/json"}
    return Request("not UTF-8", "/sparql", BAD, "POST", headers, b"ASK { ?s ?p '\xff\xfe\x80' }")


def _unknown_form(client: Client) -> Request:
    query = client.random.choice(({"format": "pdf"}, {"format": "../json"}))
    return Request("unknown format", with_query("/sparql", {"query": "ASK {}", **query}), UNKNOWN_FORM)


def _unknown_type(client: Client) -> Request:
    kind = client.random.choice(("image/png", "application/json", ""))
    return Request("unknown type", "/sparql", frozenset([415]), "POST", {"Content-Type": kind}, b"ASK {}")


def _wrong(client: Client) -> Request:
    return Request("wrong parameter", client.random.choice(WRONG), BAD)


def _nowhere(client: Client) -> Request:
    return Request("nowhere", client.random.choice(NOWHERE), MISSING)


def _method(client: Client) -> Request:
    method = client.random.choice(("POST", "DELETE", "PUT"))
    return Request("wrong method", "/coverage", frozenset([405]), method, body=b"")


def _posted(kind: str, query: str, intended: frozenset[int]) -> Request:
    body = with_query("", {"query": query})[1:].encode()
    return Request(kind, "/sparql", intended, "POST", {"Content-Type": FORM, "Accept": "application/json"}, body)


REFUSED: tuple[Callable[[Client], Request], ...] = (
    _malformed,
    _reaching_out,
    _update,
    _deep,
    _wide,
    _oversize,
    _no_text,
    _unknown_form,
    _unknown_type,
    _wrong,
    _nowhere,
    _method,
)
