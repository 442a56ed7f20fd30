"""A place in figures: the goals that apply there, plan by plan, with the coverage of each."""

from collections import Counter
from dataclasses import dataclass

from graph.coverage import Scope, Status, coverage
from graph.gaps.kinds import Asked
from graph.store import Store


@dataclass(frozen=True)
class Plan:
    """What sets out goals that apply in a place: how many of them have each status there."""

    address: str
    statuses: Counter[Status]

    @property
    def goals(self) -> int:
        return self.statuses.total()

    @property
    def covered(self) -> int:
        """How many of the goals have an activity there."""
        return sum(count for status, count in self.statuses.items() if status > Status.NONE)


@dataclass(frozen=True)
class Profile:
    """The place of a scope. ``is_named`` is False where no document names it: then its coverage is unknown."""

    scope: Scope
    is_named: bool
    statuses: Counter[Status]
    """The statuses of all goals that apply there, each goal once."""
    plans: tuple[Plan, ...]
    """The plans that apply there: its own first, then those of other places, then those for everywhere."""


def profile(store: Store, scope: Scope) -> Profile:
    """The profile of the place of a scope.

    A plan applies in its own place, in the places within that and the ones around it; one without place applies
    everywhere. With ``open_store(data, cache)`` as store, ``profile(store, Scope(today, place="1907")).statuses`` is
    the coverage of all goals that apply in Surahammar.
    """
    index = coverage(store)
    scope = index.resolved(scope)
    assert scope.place is not None
    asked = Asked(index, scope.basis, scope.as_of, {"place": scope.place})
    found = index.statuses(scope)
    pairs = asked.plans(asked.facts.goals).only(right=asked.applying)
    plans: dict[str, Counter[Status]] = {}
    goals: dict[str, Status] = {}
    for goal, plan in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
        status = goals[index.names[goal]] = found[index.names[goal]]
        plans.setdefault(index.names[plan], Counter())[status] += 1
    listed = (Plan(address, statuses) for address, statuses in plans.items())
    where = asked.facts.relation("place")

    def distance(plan: Plan) -> int:
        places = {index.names[number] for number in where.of(index.number[plan.address]).tolist()}
        return 0 if scope.place in places else 1 if places else 2

    ordered = tuple(sorted(listed, key=lambda plan: (distance(plan), -plan.covered, -plan.goals, plan.address)))
    return Profile(scope, index.is_named(scope.place, scope.basis), Counter(goals.values()), ordered)
