"""Stewards: a graph of one's own is put, added to, read back and taken away, while everybody else reads on."""

import json
import time
from urllib.parse import quote

from benchmarks.soak.client import OR_BUSY, Client, Request, with_query

GRAPH = "https://soak.example/graph"
PLACE = f"/graph-store?graph={quote(GRAPH, safe='')}"
STATEMENTS = 200
PATIENCE = 150.0
"""A change makes the whole graph anew, beside all that is going on; the service ends it after two minutes."""


def write(client: Client) -> None:
    """Put a graph, add to it, see both at once, and remove it."""
    client.patience = PATIENCE
    own = {"Authorization": f"Bearer {client.token}"}
    number = client.random.randrange(10**9)
    turtle = "".join(f"<a:s{n}> <a:p> {number} .\n" for n in range(STATEMENTS)).encode()
    there = frozenset([200, 201])
    client.ask(Request("write, PUT", PLACE, there, "PUT", own | {"Content-Type": "text/turtle"}, turtle, b"{"), True)
    _see(client, number, STATEMENTS)
    update = f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <a:more> <a:p> {number} }} }}".encode()
    headers = own | {"Content-Type": "application/sparql-update"}
    client.ask(Request("write, Update", "/sparql", method="POST", headers=headers, body=update, begins=b"{"))
    _see(client, number, STATEMENTS + 1)
    client.ask(Request("write, DELETE", PLACE, method="DELETE", headers=own, begins=b"{"))
    stranger = headers | {"Authorization": "Bearer x"}
    client.ask(Request("write, refused", "/sparql", frozenset([401]), "POST", stranger, update))


def _see(client: Client, number: int, count: int) -> None:
    """What was acknowledged is seen by who asks afterwards."""
    query = f"SELECT (COUNT(?s) AS ?n) {{ GRAPH <{GRAPH}> {{ ?s <a:p> {number} }} }}"
    request = Request("SPARQL, read back", with_query("/sparql", {"query": query, "format": "json"}), OR_BUSY)
    reply = client.ask(request)
    if reply and reply.status == 200:
        found = int(json.loads(reply.body)["results"]["bindings"][0]["n"]["value"])
        if found != count:
            client.failed(request, time.perf_counter(), f"of {count} acknowledged statements {found} are seen")
