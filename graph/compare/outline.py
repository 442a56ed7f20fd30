"""A plan as numbers: what it sets out, and the activities of a scope under it."""

from collections.abc import Callable
from functools import cached_property, lru_cache

import numpy as np

from graph.compare.row import Held, Side
from graph.coverage import Coverage, Scope, Status
from graph.coverage.relation import Marks, Numbers
from graph.vocabulary import BASES

Things = Callable[["Outline", str], Numbers]
"""Things by number, for a plan and on a basis."""


class Outline:
    """A plan in a resolved scope.

    Its own are the plan, what it or a part of it sets out; under it is besides all that serves any of these.
    """

    def __init__(self, index: Coverage, address: str, scope: Scope) -> None:
        self.index, self.address, self.scope = index, address, scope
        self.number = index.number[address]
        self.own = lru_cache(maxsize=None)(self._own)
        self.activities = lru_cache(maxsize=None)(self._activities)

    @cached_property
    def goals(self) -> Marks:
        """The goals it sets out."""
        return self.own(self.scope.basis) & self.index.facts(self.scope.basis).goals

    def side(self, held: Things, counting: Things) -> Side:
        """What the plan has of a row: those of ``held`` that are its own, and its activities among ``counting``."""
        return Side(self._held(held), *self.standing(counting))

    def standing(self, counting: Things) -> tuple[int, Status]:
        """How many of its activities are among these, and the best status of them."""
        here = self._among(counting, self.scope.basis)
        sure = here if self.scope.basis == self.scope.sure else self._among(counting, self.scope.sure)
        if not len(here):
            return 0, self._empty
        ranks = self.index.facts(self.scope.sure).status(self.scope.as_of)[sure]
        return len(here), Status(int(ranks.max(initial=int(Status.SUGGESTED))))

    def _own(self, basis: str) -> Marks:
        parts = self.index.dimension("strategy", basis).below.of(self.number)
        plans = self.index.reading.marked(np.append(parts, self.number))
        return self.index.facts(basis).relation("setOutIn").only(right=plans).marks() | plans

    def _activities(self, basis: str) -> Marks:
        own = np.flatnonzero(self.own(basis))
        under = np.append(self.index.facts(basis).below.reached(own)[1], own)
        return self.index.reading.marked(under) & self.index.passing(basis, *self.scope.filters.items())

    def _among(self, counting: Things, basis: str) -> Numbers:
        numbers = np.unique(counting(self, basis))
        return numbers[self.activities(basis)[numbers]]

    def _held(self, held: Things) -> tuple[Held, ...]:
        found: dict[int, str] = {}
        for basis in BASES[: BASES.index(self.scope.basis) + 1]:
            numbers = np.unique(held(self, basis))
            for number in numbers[self.own(basis)[numbers]].tolist():
                found.setdefault(number, basis)
        return tuple(sorted(Held(self.index.names[number], basis) for number, basis in found.items()))

    @cached_property
    def _empty(self) -> Status:
        """The status of what none of its activities count for."""
        place = self.scope.place
        unknown = place is not None and not self.index.is_named(place, self.scope.basis)
        return Status.UNKNOWN if unknown else Status.NONE
