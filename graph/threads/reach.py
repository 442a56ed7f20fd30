"""How many activities of a scope are at or below each thing, and the best status that any of them reaches."""

from dataclasses import dataclass

import numpy as np

from graph.coverage import Coverage, Scope, Status
from graph.coverage.relation import Marks, Numbers, Relation, related
from graph.coverage.tally import Tally, tallied
from graph.vocabulary import MAPPED, SUGGESTED


@dataclass(frozen=True, eq=False)
class Reach:
    """By number of a thing: ``counts`` of activities, and as ranks ``best`` of those and the ``status`` to show."""

    activities: Relation
    counts: Numbers
    best: Numbers
    status: Numbers


def reach(index: Coverage, scope: Scope, things: Marks) -> Reach:
    """The reach of these things in a resolved scope.

    The status of an activity is its own. A thing that reaches none is unknown where no document names the place, not
    relevant where someone judged so, else none: what coverage says of a goal.
    """
    activities = _reached(index, scope, scope.basis, things)
    tally = _tally(index, scope, activities)
    if scope.basis == SUGGESTED:
        tally = tally.suggested(_tally(index, scope, _reached(index, scope, MAPPED, things)))
    counts, best = (np.zeros(index.reading.size, np.int64) for _ in range(2))
    counts[tally.cells], best[tally.cells] = tally.counts, tally.best
    status = np.where(counts > 0, best, _empty(index, scope))
    own = index.facts(scope.basis).activities
    status[own] = np.maximum(index.facts(scope.sure).status(scope.as_of)[own], int(Status.NONE))
    status[own & (status == int(Status.NONE))] = int(Status.SUGGESTED)
    return Reach(activities, counts, best, status)


def _reached(index: Coverage, scope: Scope, basis: str, things: Marks) -> Relation:
    """These things, each with the activities at or below it that pass the filters."""
    passing = index.passing(basis, *scope.filters.items())
    below = index.facts(basis).below.only(left=things, right=passing)
    own = np.flatnonzero(things & passing)
    return below.plus(related(own, own, index.reading.size))


def _tally(index: Coverage, scope: Scope, reached: Relation) -> Tally:
    return tallied(reached.left, index.facts(scope.sure).status(scope.as_of)[reached.right])


def _empty(index: Coverage, scope: Scope) -> Numbers:
    """The status of what reaches no activity."""
    unknown = scope.place is not None and not index.is_named(scope.place, scope.basis)
    found = np.full(index.reading.size, int(Status.UNKNOWN if unknown else Status.NONE), np.int64)
    found[[index.number[judged.goal] for judged in index.judgements(scope)]] = int(Status.NOT_RELEVANT)
    return found
