"""Where in a picture a thing stands: the layer of its level or kind, and how far in within the layer."""

from collections.abc import Sequence

import numpy as np

from graph.coverage import coverage
from graph.coverage.relation import Numbers
from graph.explore.links import Links
from graph.store import Store, kept
from graph.threads.layer import LAYERS as LEVELS
from graph.threads.layer import UNSTATED, columns_of, layers_of

LAYERS = (
    "document",
    "international",
    "national",
    "regional",
    "focus-area",
    "unstated",
    "local",
    "handslag",
    "activity",
    "around",
    "detail",
)
"""The layers from the left of a picture; a plan without a level stands before those of a municipality."""
OF_KIND = {
    "Document": "document",
    "Law": "document",
    "FocusArea": "focus-area",
    "Handslag": "handslag",
    "Activity": "activity",
    "Commitment": "activity",
    "FollowUp": "activity",
    "Observation": "detail",
    "Factor": "detail",
    "Reading": "detail",
    "NotRelevant": "detail",
}
LEVELLED = ("Strategy", "Goal", "Area")
"""The kinds that stand where their level says; every other kind stands around."""


def places_of(store: Store, links: Links, basis: str, things: Sequence[int], among: Numbers) -> list[tuple[str, int]]:
    """The layer and column of each thing, ``among`` being the places of the links between them.

    Columns are counted from the left without gaps. Within a layer a thing stands beyond what it has a link to.
    """
    index, levels = coverage(store), _levels(store, basis)
    known = [index.number.get(links.names[thing], -1) for thing in things]
    layers = [
        _layer(links.kinds[thing], LEVELS[min(levels[number], UNSTATED)] if number >= 0 else "unstated")
        for thing, number in zip(things, known, strict=True)
    ]
    numbers = np.array([LAYERS.index(layer) for layer in layers], np.int64)
    order = {thing: place for place, thing in enumerate(things)}
    below, above = (
        np.array([order[thing] for thing in column[among].tolist()], np.int64)
        for column in (links.source, links.target)
    )
    return list(zip(layers, columns_of(numbers, below, above, np.arange(len(things))).tolist(), strict=True))


@kept
def _levels(store: Store, basis: str) -> Numbers:
    return layers_of(coverage(store).facts(basis))


def _layer(kind: str, level: str) -> str:
    return level if kind in LEVELLED else OF_KIND.get(kind, "around")
