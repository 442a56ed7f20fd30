"""A thread as it is seen: its things and links, by number, and what is said of each."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.coverage import Coverage, Scope, Status
from graph.coverage.relation import Marks, Numbers
from graph.threads.layer import LAYERS
from graph.threads.reach import Reach
from graph.vocabulary import BASES


@dataclass(frozen=True)
class Node:
    """A thing of a thread.

    ``count`` is how many distinct activities of the scope are at or below it. ``stops`` says that a thread ends here
    without reaching one, ``asked`` that the thread begins from it.
    """

    key: str
    kind: str
    layer: str
    column: int
    count: int
    status: Status
    stops: bool
    asked: bool


@dataclass(frozen=True)
class Link:
    """What serves what: the distinct activities that pass through it, their best status, and its surest basis."""

    below: str
    above: str
    count: int
    status: Status
    basis: str


@dataclass(frozen=True, eq=False)
class Seen:
    """The things of a thread are those that have a column; ``below`` and ``above`` are the ends of its links."""

    index: Coverage
    scope: Scope
    reach: Reach
    layers: Numbers
    columns: Numbers
    stops: Marks
    asked: Marks
    below: Numbers
    above: Numbers

    def node(self, number: int) -> Node:
        """A thing by its number."""
        name = self.index.names[number]
        return Node(
            name,
            self.index.kinds.get(name, ""),
            LAYERS[self.layers[number]],
            int(self.columns[number]),
            int(self.reach.counts[number]),
            Status(int(self.reach.status[number])),
            bool(self.stops[number]),
            bool(self.asked[number]),
        )

    def link(self, place: int) -> Link:
        """A link by its place in the list."""
        below, above = int(self.below[place]), int(self.above[place])
        names = self.index.names
        return Link(names[below], names[above], *self.carried(below), self.basis(place))

    def carried(self, below: int) -> tuple[int, Status]:
        """How many activities a thing passes on to what it serves, and the best status of these; its own without."""
        count = int(self.reach.counts[below])
        return count, Status(int((self.reach.best if count else self.reach.status)[below]))

    def basis(self, place: int) -> str:
        """The surest basis of a link."""
        return BASES[self._ranks[place]]

    @cached_property
    def _ranks(self) -> Numbers:
        """For each link the place of its surest basis in BASES."""
        size, last = self.index.reading.size, BASES.index(self.scope.basis)
        keys = self.below * size + self.above
        ranks = np.full(len(keys), last, np.int64)
        for rank in range(last - 1, -1, -1):
            links = self.index.facts(BASES[rank]).links
            ranks[np.isin(keys, links.left * size + links.right)] = rank
        return ranks
