"""Is the data valid? The SHACL shapes, and what SHACL cannot say.

Reading (graph.sources) already refuses a table that breaks the schema; this validates the whole
graph, with pySHACL, and looks for cycles in the thread.
"""

from dataclasses import dataclass

import networkx as nx
import pyshacl
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from graph.sources.schema import RT


@dataclass(frozen=True, order=True)
class Violation:
    """One thing that breaks one constraint: the thing, the property (or ""), the value and the message."""

    thing: str
    path: str
    value: str
    swedish: str
    english: str
    component: str = ""
    shape: str = ""


def violations(data: Graph, shapes: Graph) -> list[Violation]:
    """What the shapes reject in the data (https://www.w3.org/TR/shacl/#validation-report)."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=None, advanced=False, inference="none")
    assert isinstance(report, Graph)
    return sorted(_violation(report, result) for result in report.subjects(RDF.type, SH.ValidationResult))


def cycles(data: Graph) -> list[list[str]]:
    """The cycles of rt:serves: things that serve themselves, each cycle as a list of addresses.

    >>> g = Graph().add((URIRef("x:a"), RT.serves, URIRef("x:b"))).add((URIRef("x:b"), RT.serves, URIRef("x:a")))
    >>> cycles(g)
    [['x:a', 'x:b']]
    """
    thread: nx.DiGraph[str] = nx.DiGraph((str(s), str(o)) for s, o in data.subject_objects(RT.serves))
    loops = (sorted(c) for c in nx.strongly_connected_components(thread))
    return sorted(c for c in loops if len(c) > 1 or thread.has_edge(c[0], c[0]))


def _violation(report: Graph, result: Node) -> Violation:
    def one(predicate: URIRef) -> str:
        value = report.value(result, predicate)
        return "" if value is None else str(value)

    messages = {m.language: str(m) for m in report.objects(result, SH.resultMessage) if isinstance(m, Literal)}
    return Violation(
        one(SH.focusNode),
        one(SH.resultPath),
        one(SH.value),
        messages.get("sv", ""),
        messages.get("en", ""),
        one(SH.sourceConstraintComponent),
        one(SH.sourceShape),
    )
