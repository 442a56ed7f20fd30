"""Actors by what their withdrawal leaves uncovered."""

from dataclasses import dataclass

import numpy as np

from graph.coverage import Coverage, Scope, coverage
from graph.robustness.flow import categories
from graph.robustness.leaving import Actors
from graph.robustness.what_if import Changed, changed_goals
from graph.store import Store


@dataclass(frozen=True)
class Withdrawal:
    """An actor, the activities that stop without it, and the goals that lose coverage, with status before and after."""

    actor: str
    activities: tuple[str, ...]
    goals: tuple[Changed, ...]

    @property
    def left_bare(self) -> tuple[Changed, ...]:
        """The goals with something under way now, and nothing afterwards."""
        return tuple(goal for goal in self.goals if goal.is_left_bare)


def withdrawals(source: Store | Coverage, scope: Scope) -> tuple[Withdrawal, ...]:
    """The actors whose withdrawal makes the status of any goal of a scope fall, the one missed most first.

    An actor withdraws with its units. An activity stops where no one else is responsible for it, and does not count any
    longer, not even as ended; one that is shared goes on. Ranked by the number of goals left with nothing under way,
    then by that of the goals whose status falls, then by address. A kind of actors ("the municipalities") is not one
    actor, and does not withdraw.
    What each gives is what ``what_if(source, scope, remove=[actor])`` gives.

    Raises BadParameter for a filter there is none of.
    """
    index = source if isinstance(source, Coverage) else coverage(source)
    actors = Actors(index, index.resolved(scope))
    found = (_withdrawal(actors, actor) for actor in _candidates(actors))
    return tuple(sorted((one for one in found if one.goals), key=_rank))


def _candidates(actors: Actors) -> list[int]:
    """The actors that are responsible for an activity that counts, themselves or through a unit."""
    index, basis = actors.index, actors.scope.basis
    responsible = index.dimension("actor", basis).relation.only(left=actors.passing)
    marks = index.reading.marked(responsible.right) & index.reading.kind("Actor", basis) & ~categories(index, basis)
    numbers: list[int] = np.flatnonzero(marks).tolist()
    return numbers


def _withdrawal(actors: Actors, actor: int) -> Withdrawal:
    gone, names = actors.gone(actor), actors.index.names
    goals = tuple(goal for goal in changed_goals(actors.without(actor, gone)) if goal.falls)
    return Withdrawal(names[actor], tuple(sorted(names[number] for number in gone.tolist())), goals)


def _rank(withdrawal: Withdrawal) -> tuple[int, int, str]:
    return -len(withdrawal.left_bare), -len(withdrawal.goals), withdrawal.actor
