"""Analysts: saved questions by the API, in parts and several formats, and SPARQL in all the ways of its protocol."""

from collections.abc import Callable
from dataclasses import replace

from benchmarks.soak.client import FORM, OR_BUSY, Client, Reply, Request, with_query
from benchmarks.soak.readers import VARIED

BASE = "https://w3id.org/rodatraden/"
QUESTIONS: dict[str, tuple[str, ...]] = {
    "goals-without-activity": (),
    "goal-coverage": ("asOf",),
    "goal-coverage-in-place": ("place", "asOf"),
    "matrix-goal-place": ("county",),
    "activities-without-follow-up": (),
    "goals-on-one-actor": ("asOf",),
    "thread": ("goal",),
    "who-else": ("goal",),
    "activities-by-responsible": (),
    "statistics-for-place": ("place",),
    "goal-in-places": ("goal",),
}
"""Each with the parameters that are filled in."""
VALUES = {"place": VARIED["place"], "asOf": VARIED["day"], "county": ("19", "01", "13"), "goal": VARIED["goal"]}
BEGINNINGS = {"json": b"{", "csv": b"", "xlsx": b"PK"}
RT = f"PREFIX rt: <{BASE}ns#>\n"
ROWS = (
    RT + "SELECT ?goal WHERE {{ ?goal a rt:Goal MINUS {{ ?activity a rt:Activity ; rt:serves+ ?goal }} }}",
    RT + "SELECT ?place (COUNT(?a) AS ?n) WHERE {{ ?a a rt:Activity ; rt:place ?place }} GROUP BY ?place",
    "SELECT ?s ?p ?o WHERE {{ ?s ?p ?o }} LIMIT {few} OFFSET {few}",
    "SELECT ?s ?p ?o WHERE {{ ?s ?p ?o }} LIMIT 4000",
    "SELECT ?g (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g",
    "SELECT ?p ?o WHERE {{ <" + BASE + "id/goal/{goal}> ?p ?o }}",
    "SELECT (UUID() AS ?id) (RAND() AS ?r) WHERE {{ ?s ?p ?o }} LIMIT {few}",
    "SELECT ?s ?text WHERE {{ ?s ?p ?text FILTER(isLiteral(?text) && CONTAINS(LCASE(?text), 'barn')) }} LIMIT {few}",
)
GRAPHS = (
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }} LIMIT {few}",
    "DESCRIBE <" + BASE + "id/goal/{goal}>",
    RT + "CONSTRUCT {{ ?a rt:serves ?g }} WHERE {{ ?a a rt:Activity ; rt:serves ?g }}",
)
ASKS = ("ASK {{ ?s a <" + BASE + "ns#Goal> }}", "ASK {{ <" + BASE + "id/goal/{goal}> ?p ?o }}")
NAMED = tuple(f"{BASE}graph/{name}" for name in ("agenda-2030", "stockholm-2021", "ki-nasp", "vastmanland-2018"))
FORMATS = {"rows": ("json", "xml", "csv", "tsv"), "graph": ("ttl", "nt", "rdf", "jsonld", "trig", "nq")}
MOST_PARTS = 5


def question(client: Client) -> None:
    """Ask a saved question; sometimes read the answer part by part."""
    draw = client.random
    name, suffix = draw.choice([*QUESTIONS]), draw.choice([*BEGINNINGS])
    given = {one: draw.choice(VALUES[one]) for one in QUESTIONS[name]}
    given |= {"lang": draw.choice(("sv", "en")), "basis": draw.choice(VARIED["basis"])}
    if draw.random() < 0.4:
        given |= {"limit": str(draw.choice((1, 7, 25))), "offset": "0"}
    path: str | None = with_query(f"/api/questions/{name}.{suffix}", given)
    for _ in range(MOST_PARTS):
        if path is None:
            return
        # A part names its version, which a steward may have replaced since.
        intended = OR_BUSY | {409} if "version=" in path else OR_BUSY
        reply = client.ask(Request("question", path, intended, begins=BEGINNINGS[suffix], headers=_packed(client)))
        path = _next(reply)


def sparql(client: Client) -> None:
    """Ask SPARQL, or for a whole graph."""
    client.random.choice((_rows, _rows, _rows, _graph, _graph, _truth, _whole))(client)


def probe(client: Client) -> None:
    """Ask the least that a worker can be asked."""
    path = with_query("/sparql", {"query": "ASK {}", "format": "json"})
    client.ask(Request("ASK {}", path, begins=b'{"head":{},"boolean":true}'))


def _rows(client: Client) -> None:
    _send(client, "SPARQL rows", client.random.choice(ROWS), client.random.choice(FORMATS["rows"]))


def _graph(client: Client) -> None:
    _send(client, "SPARQL graph", client.random.choice(GRAPHS), client.random.choice(FORMATS["graph"]))


def _truth(client: Client) -> None:
    _send(client, "SPARQL truth", client.random.choice(ASKS), client.random.choice(FORMATS["rows"][:2]))


def _whole(client: Client) -> None:
    form = client.random.choice(FORMATS["graph"])
    path = with_query("/graph-store", {"graph": client.random.choice(NAMED), "format": form})
    client.ask_again(Request("whole graph", path, OR_BUSY, headers=_packed(client)))


def _send(client: Client, kind: str, template: str, form: str) -> None:
    """By GET, by a form or as the query itself; of all graphs, of one or of two merged."""
    draw = client.random
    query = template.format(goal=draw.choice(VARIED["goal"]), few=draw.choice((1, 20, 300)))
    beside: dict[str, object] = {"format": form}
    if draw.random() < 0.3:
        beside["default-graph-uri"] = draw.sample(NAMED, draw.choice((1, 2)))
    if draw.random() < 0.1:
        beside["named-graph-uri"] = draw.choice(NAMED)
    way: Callable[[str, str, dict[str, object]], Request] = draw.choice((_by_get, _by_form, _by_itself))
    request = way(kind, query, beside)
    headers = {**request.headers, **_packed(client)}
    # A graph without statements has no bytes in some formats.
    client.ask(replace(request, headers=headers, intended=OR_BUSY, may_be_empty=kind == "SPARQL graph"))


def _by_get(kind: str, query: str, beside: dict[str, object]) -> Request:
    return Request(kind, with_query("/sparql", {"query": query, **beside}))


def _by_form(kind: str, query: str, beside: dict[str, object]) -> Request:
    body = with_query("", {"query": query, **beside})[1:].encode()
    return Request(kind, "/sparql", method="POST", headers={"Content-Type": FORM}, body=body)


def _by_itself(kind: str, query: str, beside: dict[str, object]) -> Request:
    headers = {"Content-Type": "application/sparql-query"}
    return Request(kind, with_query("/sparql", beside), method="POST", headers=headers, body=query.encode())


def _packed(client: Client) -> dict[str, str]:
    return {"Accept-Encoding": "gzip"} if client.random.random() < 0.5 else {}


def _next(reply: Reply | None) -> str | None:
    """Where the next part of an answer is."""
    for part in (reply.headers["Link"] or "" if reply else "").split(", "):
        address, _, relation = part.partition("; ")
        if relation == 'rel="next"':
            return address.strip("<>")
    return None
