"""A picture as one file that opens without a network: nodes and edges as pyvis prepares them for vis-network.

pyvis gives the data and holds vis-network itself; the page is ours, because the page pyvis writes links a CDN.
"""

import json
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from markupsafe import Markup

from graph.explore import Edge, Empty, Node, Picture
from web.explore_drawing import WIDTH, Drawing

LONGEST = 46
DASHES: dict[str, bool | list[int]] = {"stated": False, "mapped": [8, 5], "suggested": [2, 5]}
OPTIONS = {
    "physics": False,
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": True, "navigationButtons": False},
    "nodes": {"font": {"size": 13, "multi": False}, "widthConstraint": {"maximum": 170}},
    "edges": {"arrows": {"to": {"scaleFactor": 0.5}}, "color": {"color": "#6b6259", "inherit": False}, "smooth": False},
}
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


def standalone(
    picture: Picture,
    drawn: Drawing,
    name: Callable[[Node | Empty], str],
    heading: Callable[[str], str],
) -> dict[str, Markup]:
    """What the file that opens without a network is made of: the data for vis-network, its script and its style.

    The data is JSON without any sign that could end a script; all text in it is plain text.
    """
    # Imported here: pyvis brings IPython and networkx, which a first answer need not wait for.
    from pyvis.network import Network

    network = Network(directed=True)
    for box in drawn.boxes:
        one = box.of
        if isinstance(one, Empty):
            key, shape, colour, url = f"empty {one.beside}", "box", "#ffffff", None
        else:
            key, (shape, colour), url = one.address, STYLES[one.kind], _web(one.address)
        network.add_node(key, label=_short(name(one)), title=name(one), shape=shape, color=colour, url=url)
        network.nodes[-1] |= {"x": box.x + WIDTH / 2, "y": box.y, "size": 12}
        if isinstance(one, Empty):
            network.nodes[-1] |= {"shapeProperties": {"borderDashes": [5, 4]}, "borderWidth": 1.5}
            network.nodes[-1]["color"] = {"background": "#ffffff", "border": "#b3261e"}
            network.add_edge(key, one.beside, dashes=[3, 4], arrows="")
    for edge in picture.edges:
        network.add_edge(edge.source, edge.target, **_told(edge, heading))
    data = json.dumps({"nodes": network.nodes, "edges": network.edges, "options": OPTIONS})
    folder = vis_network()
    # Markup: nothing of the graph is in it but the data, which can end no script.
    made = {
        "data": data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"),
        "script": (folder / "vis-network.min.js").read_text("utf-8").replace("</script", "<\\/script"),
        "style": (folder / "vis-network.css").read_text("utf-8"),
    }
    return {name: Markup(text) for name, text in made.items()}  # noqa: S704


def _told(edge: Edge, heading: Callable[[str], str]) -> dict[str, Any]:
    return {"title": heading(edge.property), "dashes": DASHES[edge.basis], "width": 3 if edge.strong else 1}


def _web(address: str) -> str | None:
    """The address, if it is one of the web: no other becomes a link."""
    return address if address.startswith(("http://", "https://")) else None


@cache
def vis_network() -> Path:
    """The folder of vis-network inside the installed pyvis."""
    spec = find_spec("pyvis")
    assert spec is not None
    assert spec.origin is not None
    return sorted((Path(spec.origin).parent / "templates" / "lib").glob("vis-*"))[-1]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
