"""Where the threads of a scope stop without reaching an activity: what graph.gaps.broken_threads reports."""

from functools import cached_property

import numpy as np

from graph.coverage import Coverage, Scope
from graph.coverage.relation import Marks, Numbers
from graph.threads.reach import Reach


class Stops:
    """The stops of one scope, from whatever is asked for."""

    def __init__(self, index: Coverage, scope: Scope, reach: Reach) -> None:
        self._index, self._scope, self._reach = index, scope, reach
        self._facts = index.facts(scope.basis)
        self._judged = {index.number[judgement.goal] for judgement in index.judgements(scope)}
        self.is_unknown = scope.place is not None and not index.is_named(scope.place, scope.basis)

    def of(self, asked: Numbers) -> Numbers:
        """The things at or below those asked for at which a thread stops, in the place of the scope where it has one.

        A thing asked for with nothing at all below it there stops at itself, a strategy only at its goals. Nothing
        stops in a place that no document names, nor below a goal that someone judged not relevant there.
        """
        found = [np.zeros(0, np.int64)]
        for number in () if self.is_unknown else asked.tolist():
            if number not in self._judged and not self._facts.activities[number]:
                found.append(self._at_or_below(number))
        return np.unique(np.concatenate(found))

    def _at_or_below(self, number: int) -> Numbers:
        here = np.append(self._facts.below.of(number), number)
        here = here[self._dead[here]]
        alone = not len(here) and not self._reach.counts[number] and not self._facts.kind("Strategy")[number]
        return np.array([number], np.int64) if alone else here

    @cached_property
    def _dead(self) -> Marks:
        """The things of threads that nothing serves and that are no activities, in the place of the scope."""
        facts, place = self._facts, self._scope.place
        dead = facts.kind("Goal") | facts.kind("Area") | facts.kind("Handslag") | facts.kind("Strategy")
        dead &= facts.lowest & ~facts.activities
        if place is not None:
            things = self._index.dimension("place", self._scope.basis).things.of(self._index.number[place])
            dead &= self._index.reading.marked(things)
        return dead
