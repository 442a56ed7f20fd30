"""Explore: a part of the graph as a picture, opened step by step from where one begins.

``explored(store, view)`` gives the things and links of a View, layered by level; ``rows`` and ``triples`` are the same
for files. A lens (graph.explore.lenses) says what to look for.
"""

from graph.explore.beginning import answered
from graph.explore.group import INWARDS, OUTWARDS, Group, Opened, opened
from graph.explore.layer import LAYERS
from graph.explore.lenses import LENSES, Lens, Mark, lens
from graph.explore.links import links
from graph.explore.path import MOST as MOST_WAYS
from graph.explore.picture import MOST, STEP, Edge, Empty, Node, Offer, Picture, TooLarge, explored
from graph.explore.row import columns, rows, triples
from graph.explore.view import View

__all__ = [
    "INWARDS",
    "LAYERS",
    "LENSES",
    "MOST",
    "MOST_WAYS",
    "OUTWARDS",
    "STEP",
    "Edge",
    "Empty",
    "Group",
    "Lens",
    "Mark",
    "Node",
    "Offer",
    "Opened",
    "Picture",
    "TooLarge",
    "View",
    "answered",
    "columns",
    "explored",
    "lens",
    "links",
    "opened",
    "rows",
    "triples",
]
