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
from graph.vocabulary import SUGGESTED

MOST_TOLD = 20


def refuse_invalid(before: bytes, after: bytes, patch: Patch, shapes: Path) -> None:
    """Raise InvalidChange where the graphs that count are less valid after the change than they were."""
    old, new = loaded(before), loaded(after)
    counting = {*admitted(old, SUGGESTED), *admitted(new, SUGGESTED)}
    lines = b"\n".join((*patch.added, *patch.removed))
    if counting.isdisjoint(quad.graph_name for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)):
        return
    if found := _problems(new, shapes):
        told = found - _problems(old, shapes)
        if told:
            raise InvalidChange(sorted(told)[:MOST_TOLD], len(told))


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
