"""The plans that a thread may begin from, each with how much its thread holds."""

from dataclasses import dataclass

import numpy as np

from graph.coverage import Coverage, Scope, coverage
from graph.coverage.relation import Numbers
from graph.store import Store
from graph.threads.beginning import asked_for, setting_out
from graph.threads.layer import LAYERS, UNSTATED, layers_of
from graph.threads.reach import Reach, reach
from graph.threads.stop import Stops


@dataclass(frozen=True)
class Plan:
    """A strategy, handslag or document that sets out goals: how many, the distinct activities below, and the stops.

    The last two are None for a place that no document names: there they are unknown.
    """

    address: str
    layer: str
    goals: int
    count: int | None
    stops: int | None


def beginnings(store: Store, scope: Scope) -> tuple[Plan, ...]:
    """The plans that set out goals, the highest level first, then by the number of activities.

    With a place the numbers are those of the threads that end, or stop, in the place.
    """
    index = coverage(store)
    scope = index.resolved(scope)
    reached = reach(index, scope, np.ones(index.reading.size, bool))
    layers = layers_of(index.facts(scope.basis))
    stops = Stops(index, scope, reached)
    found = [_plan(index, scope, reached, stops, layers, number) for number in setting_out(index, scope.basis).tolist()]
    return tuple(sorted(found, key=lambda plan: (LAYERS.index(plan.layer), -(plan.count or 0), plan.address)))


def plans(store: Store) -> tuple[str, ...]:
    """The addresses of the plans that set out goals."""
    index = coverage(store)
    return tuple(sorted(index.names[number] for number in setting_out(index).tolist()))


def _plan(index: Coverage, scope: Scope, reached: Reach, stops: Stops, layers: Numbers, number: int) -> Plan:
    name = index.names[number]
    asked = asked_for(index, name, scope.basis)
    goals = index.facts(scope.basis).set_out.inverse.of(number)
    layer = LAYERS[min(layers[number], UNSTATED)]
    if stops.is_unknown:
        return Plan(name, layer, len(goals), None, None)
    below = [reached.activities.of(one) for one in asked.tolist()]
    return Plan(name, layer, len(goals), len(np.unique(np.concatenate(below))), len(stops.of(asked)))
