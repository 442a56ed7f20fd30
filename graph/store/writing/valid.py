"""What counts must be valid: a change may not break the shapes, nor let the thread run in a circle.

A graph counts where it states its basis; one that does not can hold anything, and no page, question or coverage sees
it.
"""

from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from graph import check
from graph.errors import InvalidChange, Problem
from graph.journal import Patch
from graph.sources.schema import Schema
from graph.store.embedded import admitted, loaded
from graph.vocabulary import BASES, RT, SUGGESTED

MOST_TOLD = 20


def refuse_invalid(before: bytes, after: bytes, patch: Patch, shapes: Path) -> None:
    """Raise InvalidChange where the graph is less valid after the change than it was."""
    old, new = loaded(before), loaded(after)
    counting = {*admitted(old, SUGGESTED), *admitted(new, SUGGESTED)}
    lines = b"\n".join((*patch.added, *patch.removed))
    checks = [_unclear]
    if not counting.isdisjoint(quad.graph_name for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)):
        checks.append(lambda engine: _problems(engine, shapes))
    for problems in checks:
        if found := problems(new):
            told = found - problems(old)
            if told:
                raise InvalidChange(sorted(told)[:MOST_TOLD], len(told))


def _unclear(engine: ox.Store) -> frozenset[Problem]:
    """The graphs of which it is not clear how sure they are: with no basis that there is, or with several."""
    said: dict[str, set[str]] = {}
    for quad in engine.quads_for_pattern(None, ox.NamedNode(f"{RT}basis"), None, None):
        said.setdefault(str(quad.graph_name), set()).add(str(quad.object))
    known = {f"<{RT}basis-{basis}>" for basis in BASES}
    listed = ", ".join(f"rt:basis-{basis}" for basis in BASES)
    told = (f"En graf har en grund: en av {listed}.", f"A graph has one basis, one of {listed}.")
    return frozenset(
        Problem(graph.strip("<>"), None, f"{RT}basis", *told)
        for graph, values in said.items()
        if len(values) > 1 or not values <= known
    )


def _problems(engine: ox.Store, shapes: Path) -> frozenset[Problem]:
    graph = Graph()
    for name in admitted(engine, SUGGESTED):
        graph.parse(data=engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name), format="nt")
    broken = (
        Problem(v.thing, None, v.path or None, f"{v.value}: {v.swedish}", f"{v.value}: {v.english}")
        for v in check.violations(graph, Schema(shapes).shapes)
    )
    circles = (" → ".join([*loop, loop[0]]) for loop in check.cycles(graph))
    heads = ("Cirkel i tråden", "Cycle in the thread")
    return frozenset([*broken, *(Problem(c, None, None, *heads) for c in circles)])
