"""The shortest ways between two things, whichever way the links point."""

from collections.abc import Iterator
from itertools import islice

import numpy as np

from graph.coverage.relation import Marks, Numbers
from graph.explore.links import Links

MOST = 10
"""Ways that are drawn, in the order of the addresses on them; there may be more."""
NO_WAY = ("Document",)
"""Kinds that no way leads through: two things that stand in the same document need have nothing in common."""


def ways(links: Links, start: int, end: int) -> tuple[tuple[int, ...], ...]:
    """The shortest ways as lists of things from start to end; none where no way leads there."""
    steps = _steps(links, start, end)
    return tuple(islice(_walked(links, steps, [end], start), MOST)) if steps[end] >= 0 else ()


def _steps(links: Links, start: int, end: int) -> Numbers:
    """How many steps each thing is from the start, as far as to the end; -1 for what is not reached."""
    steps = np.full(len(links.names), -1, np.int64)
    steps[start] = 0
    front = np.array([start], np.int64)
    closed = _closed(links)
    while len(front) and steps[end] < 0:
        near = np.unique(np.concatenate([links.related.reached(front)[1], links.related.inverse.reached(front)[1]]))
        near = near[(steps[near] < 0) & (~closed[near] | (near == end))]
        steps[near] = steps[front[0]] + 1
        front = near
    return steps


def _closed(links: Links) -> Marks:
    return np.array([kind in NO_WAY for kind in links.kinds], bool)


def _walked(links: Links, steps: Numbers, way: list[int], start: int) -> Iterator[tuple[int, ...]]:
    """The ways back to the start, each turned round."""
    here = way[-1]
    if here == start:
        yield tuple(reversed(way))
        return
    near = links.neighbours(here)
    for before in near[steps[near] == steps[here] - 1].tolist():
        yield from _walked(links, steps, [*way, before], start)
