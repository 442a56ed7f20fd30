"""Counting what falls in each cell, and the best status of it, in one go over numbers."""

from dataclasses import dataclass

import numpy as np

from graph.coverage.relation import Numbers, changes
from graph.coverage.status import Status

BITS = 3
"""Room for the statuses that an activity or a link can have, SUGGESTED to FOLLOWED_UP."""

DENSE = 4
"""Where there are at most so many different numbers for each one given, counting them all is faster than sorting."""


@dataclass(frozen=True, eq=False)
class Tally:
    """For each cell that holds anything, by rising number: how much, and the best status."""

    cells: Numbers
    counts: Numbers
    best: Numbers

    def at(self, cell: int) -> tuple[int, Status]:
        """Count and best status in a cell; (0, NONE) where it is empty."""
        place = int(np.searchsorted(self.cells, cell))
        if place == len(self.cells) or self.cells[place] != cell:
            return 0, Status.NONE
        return int(self.counts[place]), Status(int(self.best[place]))

    def suggested(self, sure: "Tally") -> "Tally":
        """The same cells, with the status of what is sure in them, and SUGGESTED where nothing is."""
        best = np.full(len(self.cells), int(Status.SUGGESTED), np.int64)
        # A suggestion can also take something out of a cell: an end, and the activity no longer counts for later years.
        here = np.isin(sure.cells, self.cells)
        best[np.searchsorted(self.cells, sure.cells[here])] = sure.best[here]
        return Tally(self.cells, self.counts, best)


def tallied(cells: Numbers, ranks: Numbers) -> Tally:
    """The tally of things that fall in these cells with these statuses, each thing at most once in a cell.

    >>> tallied(np.array([7, 2, 7]), np.array([5, 4, 2])).at(7)
    (2, <Status.ACTIVE: 5>)
    """
    keys, many = _distinct((cells << BITS) | ranks)
    begin = np.flatnonzero(changes(keys >> BITS))
    end = np.append(begin, len(keys))[1:]
    total = np.append(0, np.cumsum(many))
    return Tally(keys[begin] >> BITS, total[end] - total[begin], keys[end - 1] & ((1 << BITS) - 1))


def _distinct(keys: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers there are, rising, and how often each is there."""
    if len(keys) and keys.max() < DENSE * len(keys):
        counted = np.bincount(keys)
        found = np.flatnonzero(counted)
        return found, counted[found]
    keys = np.sort(keys)
    begin = np.flatnonzero(changes(keys))
    return keys[begin], np.diff(np.append(begin, len(keys)))
