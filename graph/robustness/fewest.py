"""The fewest additional activities that would close the most gaps, found greedily."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from math import e

import numpy as np

from graph.coverage import Coverage, Scope, coverage
from graph.coverage.relation import Relation
from graph.errors import BadParameter
from graph.robustness.gap_cells import GapCell, GapCells
from graph.store import Store

AT_LEAST = 1 - 1 / e
"""The share of what the best choice of as many activities closes, that the greedy choice closes at least."""


@dataclass(frozen=True)
class Step:
    """One more activity: for which goal, target group and place, the gaps it closes and how many remain after it."""

    activity: GapCell
    closes: tuple[GapCell, ...]
    remaining: int


@dataclass(frozen=True)
class Fewest:
    """The activities in the order of what each adds; ``gaps`` is how many gaps there were at first."""

    scope: Scope
    gaps: int
    steps: tuple[Step, ...]


def fewest(source: Store | Coverage, scope: Scope, most: int = 10) -> Fewest:
    """At most so many additional activities, each closing as many of the remaining gaps as any would.

    Gaps are cells of goal x target group x place (graph.robustness.gap_cells says which). An activity also closes those
    of the larger goals it serves, of the broader groups and all groups its goals are aimed at, and of the places around
    its own; it is taken to pass the scope's other filters and not to have ended.

    This is greedy maximum coverage: the steps together close at least 1 - 1/e (63 %) of what the best choice of as many
    activities would close (Nemhauser, Wolsey and Fisher 1978), and they may be no best choice. What each closes is
    counted again only when it may be the next (Minoux 1978). Among equals the first by goal, group and place is taken,
    so that the answer is always the same. With ``open_store(data, cache)`` as store,
    ``fewest(store, Scope(today, place="1907"), 5)`` is for Surahammar.

    Raises BadParameter for a filter there is none of, and for ``most`` below 1.
    """
    if not isinstance(most, int) or most < 1:
        text = ("Ange ett heltal från 1 och uppåt.", "Give a whole number from 1 up.")
        raise BadParameter("most", str(most), *text)
    index = source if isinstance(source, Coverage) else coverage(source)
    scope = index.resolved(scope)
    cells = GapCells(index, scope)
    remaining = len(cells)
    steps: list[Step] = []
    for place, closes in _chosen(cells.closes(), most):
        remaining -= len(closes)
        steps.append(Step(cells.cell(place), tuple(map(cells.cell, closes)), remaining))
    return Fewest(scope, len(cells), tuple(steps))


def _chosen(closes: Relation, most: int) -> Iterator[tuple[int, list[int]]]:
    """Greedily at most so many of those on the left, each with what it adds of those on the right."""
    still = np.ones(closes.size, bool)
    waiting = [(-many, place) for place, many in enumerate(np.diff(closes.starts).tolist()) if many]
    heapq.heapify(waiting)
    while waiting and most:
        _, place = heapq.heappop(waiting)
        adds = closes.of(place)[still[closes.of(place)]]
        now = (-len(adds), place)
        if waiting and now > waiting[0]:
            heapq.heappush(waiting, now)
        elif len(adds):
            still[adds] = False
            most -= 1
            yield place, adds.tolist()
        else:
            return
