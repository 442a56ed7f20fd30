"""The neighbourhood of a thing as a drawing: nodes and edges as pyvis prepares them for vis-network.

pyvis gives the data and holds vis-network itself; the page is ours, because the page pyvis writes links a CDN.
"""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graph.network import Picture

LONGEST = 46
STYLES = {
    "Strategy": ("square", "#8a5a00"),
    "Law": ("square", "#5f6368"),
    "Document": ("square", "#6b7280"),
    "Goal": ("star", "#b3261e"),
    "Area": ("hexagon", "#b0583a"),
    "FocusArea": ("hexagon", "#8e4fa8"),
    "Handslag": ("diamond", "#00707a"),
    "Activity": ("dot", "#2f7d3b"),
    "Commitment": ("triangle", "#4d7a1f"),
    "FollowUp": ("triangleDown", "#2f7d3b"),
    "Actor": ("dot", "#3563b8"),
    "Place": ("triangleDown", "#5a6f8c"),
    "TargetGroup": ("triangle", "#a8388a"),
    "Arena": ("diamond", "#7a6a00"),
    "Intervention": ("hexagon", "#2b7f6e"),
    "Indicator": ("square", "#4a5fb0"),
    "Association": ("dot", "#7d7168"),
    "Observation": ("dot", "#4a5fb0"),
    "Factor": ("triangle", "#8a5a00"),
    "Reading": ("diamond", "#6b7280"),
    "NotRelevant": ("triangleDown", "#6b7280"),
}
"""Shape and colour of each kind: no two kinds share both, and each colour stands out on light and dark."""


@dataclass(frozen=True)
class Named:
    """What the drawing says of a node: its name, the word for its kind and where it leads."""

    name: str
    kind: str
    url: str | None


def drawing(picture: Picture, centre: str, names: dict[str, Named], properties: dict[str, str]) -> dict[str, Any]:
    """Nodes and edges for vis-network. All text in it is plain text."""
    # Imported here: pyvis brings IPython and networkx, which a first answer need not wait for.
    from pyvis.network import Network

    network = Network(directed=True)
    for node in picture.nodes:
        named = names[node.address]
        shape, colour = STYLES[node.kind]
        network.add_node(
            node.address,
            label=_short(named.name),
            title=f"{named.kind}: {named.name}",
            shape=shape,
            color=colour,
            x=node.x,
            y=node.y,
            size=20 if node.address == centre else 12,
            url=named.url,
        )
    for edge in picture.edges:
        network.add_edge(edge.source, edge.target, title=properties[edge.property])
    return {"nodes": network.nodes, "edges": network.edges, "centre": centre}


@cache
def vis_network() -> Path:
    """The folder of vis-network inside the installed pyvis."""
    spec = find_spec("pyvis")
    assert spec is not None
    assert spec.origin is not None
    return sorted((Path(spec.origin).parent / "templates" / "lib").glob("vis-*"))[-1]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
