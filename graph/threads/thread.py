"""The thread of a thing: all that it serves and all that serves it, with what each link carries."""

from functools import cached_property

import numpy as np

from graph.answer import Answer
from graph.coverage import Coverage, Scope, coverage
from graph.coverage.relation import Marks, Numbers, Relation
from graph.store import Store
from graph.threads.beginning import asked_for, beginning
from graph.threads.layer import columns_of, layers_of
from graph.threads.picture import Picture, pictured
from graph.threads.reach import reach
from graph.threads.row import thread_rows
from graph.threads.seen import Link, Node, Seen
from graph.threads.stop import Stops


class Thread:
    """A thread in a scope, whole. ``address`` is what was asked for, ``up`` whether what it serves belongs to it."""

    def __init__(self, index: Coverage, address: str, scope: Scope, up: bool) -> None:
        self.address, self.scope, self.up = address, index.resolved(scope), up
        self.index = index
        self._facts = index.facts(scope.basis)
        self._asked = asked_for(index, address, scope.basis)
        self._down = self._spread(self._facts.below, self._asked)
        self._above = self._spread(self._facts.thread, self._asked) if up else index.reading.marked(self._asked)
        self._reach = reach(index, self.scope, self._down | self._above)
        self._stops = Stops(index, self.scope, self._reach).of(self._asked)

    @property
    def is_unknown(self) -> bool:
        """Whether no document names the place asked for: nothing can be said of it."""
        place = self.scope.place
        return place is not None and not self.index.is_named(place, self.scope.basis)

    @cached_property
    def count(self) -> int:
        """How many distinct activities the thread ends in."""
        return len(np.unique(self._reach.activities.only(left=self.index.reading.marked(self._asked)).right))

    @cached_property
    def stops(self) -> tuple[str, ...]:
        """The things at which it stops without reaching an activity."""
        return self._named(self._stops)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The things it begins from: the one asked for, and the goals that this sets out."""
        return self._named(self._asked)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All things of the thread."""
        return tuple(self._seen.node(number) for number in np.flatnonzero(self._kept).tolist())

    @property
    def links(self) -> tuple[Link, ...]:
        """All its links."""
        return tuple(self._seen.link(place) for place in range(len(self._seen.below)))

    def rows(self) -> Answer:
        """The thread as rows, for files: each link, and each thing that serves nothing in it."""
        return thread_rows(self.nodes, self.links)

    def picture(self, opened: frozenset[int] = frozenset()) -> Picture:
        """The part of it that fits in a picture; the columns in ``opened`` are shown further than the others."""
        return pictured(self._seen, opened)

    @cached_property
    def _kept(self) -> Marks:
        """The things of the thread: those that end in what is asked for, and those that stop."""
        if self.scope.place is None:
            return self._down | self._above
        ends = (self._reach.counts > 0) | self._spread(self._facts.thread, self._stops)
        # A strategy is shown by its goals where no thread of the place leads to the strategy itself.
        apart = self._facts.kind("Strategy") & ~ends & (len(self._asked) > 1)
        return (self._above & ~apart) | (self._down & ends)

    @cached_property
    def _seen(self) -> Seen:
        links = self._facts.links.only(self._kept, self._kept)
        apart = links.left != links.right
        below, above = links.left[apart], links.right[apart]
        layers = layers_of(self._facts)
        columns = columns_of(layers, below, above, np.flatnonzero(self._kept))
        stops, asked = map(self.index.reading.marked, (self._stops, self._asked))
        return Seen(self.index, self.scope, self._reach, layers, columns, stops, asked, below, above)

    def _spread(self, relation: Relation, begin: Numbers) -> Marks:
        found = self.index.reading.marked(begin)
        for number in begin.tolist():
            found[relation.of(number)] = True
        return found

    def _named(self, numbers: Numbers) -> tuple[str, ...]:
        return tuple(sorted(self.index.names[number] for number in numbers.tolist()))


def thread_of(store: Store, address: str, scope: Scope, up: bool = True) -> Thread:
    """The thread of a thing by its address or ``goal/dhol-d2``; with ``up`` also what it serves.

    With ``open_store(data, cache)`` as store, ``thread_of(store, "strategy/det-handlar-om-livet", Scope(today,
    place="1904"), up=False)`` is the chain from the national strategy to what is done in Skinnskatteberg. Raises
    UnknownBeginning, and BadParameter for a filter that is not in the graph.
    """
    index = coverage(store)
    return Thread(index, beginning(index, address), scope, up)
