"""The graph as a network: the kinds of things in it by level, and links as GraphML."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO

from graph.vocabulary import RT

LAYERS = (
    ("Strategy", "Law", "Document"),
    ("Goal", "Area", "FocusArea"),
    ("Handslag",),
    ("Activity", "Commitment", "FollowUp"),
    ("Actor", "Place", "TargetGroup", "Arena", "Intervention", "Indicator", "Association"),
    ("Observation", "Factor", "Reading", "NotRelevant"),
)
"""The kinds by level, national first and what is said last."""
HIDDEN = {RT + "passage"}
NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(nodes: Mapping[str, Mapping[str, str]], links: Iterable[tuple[str, str, Mapping[str, str]]]) -> str:
    """Things and links, each with what is said of it by name, as GraphML.

    >>> "Ett mål" in graphml({"a": {"label": "Ett mål"}, "b": {}}, [("a", "b", {"basis": "stated"})])
    True
    """
    # Imported here, since only this format needs it.
    import networkx

    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for address, told in nodes.items():
        made.add_node(address, **{name: printable(text) for name, text in told.items()})
    for source, target, told in links:
        made.add_edge(source, target, **{name: printable(text) for name, text in told.items()})
    written = BytesIO()
    networkx.write_graphml_xml(made, written)
    return written.getvalue().decode()


def printable(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return NO_XML.sub("\ufffd", text)
