"""Where in a thread a thing stands: the layer of its level, and how far in within the layer."""

import numpy as np

from graph.coverage.facts import Facts
from graph.coverage.relation import Numbers
from graph.vocabulary import RT

LAYERS = ("international", "national", "regional", "local", "unstated", "activity")
"""The layers from the top of a thread; ``unstated`` holds goals of plans that give no level."""
LOCAL, UNSTATED, ACTIVITY = (LAYERS.index(name) for name in ("local", "unstated", "activity"))
DEEPEST = 4
"""Steps within a layer that are told apart; what lies deeper, and what goes in a circle, stands at the last."""


def layers_of(facts: Facts) -> Numbers:
    """For each thing the place of its layer in LAYERS.

    A goal or area has the level of the strategy that sets it out, the highest where there are several. A handslag and
    what it sets out are local.
    """
    size = facts.reading.size
    set_out = facts.relation("setOutIn")
    handslag = facts.kind("Handslag")
    found = np.full(size, len(LAYERS), np.int64)
    found[handslag | set_out.only(right=handslag).marks()] = LOCAL
    for level in (facts.relation("level"), set_out.then(facts.relation("level"))):
        names = [facts.reading.names[number].removeprefix(f"{RT}level-") for number in level.right.tolist()]
        places = np.array([LAYERS.index(name) if name in LAYERS else UNSTATED for name in names], np.int64)
        np.minimum.at(found, level.left, places)
    found[found == len(LAYERS)] = UNSTATED
    found[facts.activities] = ACTIVITY
    return found


def columns_of(layers: Numbers, below: Numbers, above: Numbers, kept: Numbers) -> Numbers:
    """For each thing its column, counted from the left without gaps; things that are not kept have none (-1).

    >>> layers_of_three = np.array([1, 1, 2])
    >>> columns_of(layers_of_three, np.array([1, 2]), np.array([0, 1]), np.array([0, 1, 2])).tolist()
    [0, 1, 2]
    """
    within = layers[below] == layers[above]
    below, above = below[within], above[within]
    depth = np.zeros(len(layers), np.int64)
    for _ in range(DEEPEST):
        np.maximum.at(depth, below, np.minimum(depth[above] + 1, DEEPEST))
    keys = layers * (DEEPEST + 1) + depth
    columns = np.full(len(layers), -1, np.int64)
    columns[kept] = np.searchsorted(np.unique(keys[kept]), keys[kept])
    return columns
