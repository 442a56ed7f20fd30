"""How an activity passes a filter: the shortest way over statements from it to the filter's member.

Each dimension (graph.coverage.dimension) is a path of properties; here the same paths are walked one statement at a
time. That both mean the same is seen in each witness, which is judged by the coverage code itself.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.coverage.why.statement import PART_OF, SERVES, Unit
from graph.vocabulary import ORG, RT, SKOS

Follow = Callable[[str, str], list[Unit]]
"""The statements that give a thing a property."""
IsA = Callable[[str, str], bool]
"""Whether a thing is of a kind ("Goal")."""


@dataclass(frozen=True)
class Step:
    """One property of a path; ``many`` is any number of steps, none too. The ends may have to be of a kind."""

    property: str
    many: bool = False
    left: str | None = None
    right: str | None = None


UP = Step(SERVES, many=True)
GOALS_PLAN = (Step(SERVES), UP, Step(RT + "setOutIn", left="Goal"))
BROADER = Step(SKOS + "broader", many=True)
PLACED = (Step(RT + "place"), Step(PART_OF, many=True))
ROUTES: dict[str, tuple[tuple[Step, ...], ...]] = {
    "place": (PLACED, (Step(RT + "setOutIn"), *PLACED)),
    "target-group": ((UP, Step(RT + "targetGroup"), BROADER),),
    "arena": ((UP, Step(RT + "arena"), BROADER),),
    "focus-area": ((UP, Step(RT + "focusArea")),),
    "actor": ((Step(RT + "responsible"), Step(ORG + "unitOf", many=True)),),
    "level": ((*GOALS_PLAN, Step(RT + "level")),),
    "strategy": (
        (
            *GOALS_PLAN[:2],
            Step(RT + "setOutIn", left="Goal", right="Strategy"),
            Step(PART_OF, many=True, left="Strategy", right="Strategy"),
        ),
    ),
}
"""The paths from an activity to the member of each filter that it counts for."""

State = tuple[int, str]


def route(name: str, activity: str, member: str, free: set[Unit], follow: Follow, is_a: IsA) -> list[Unit]:
    """The statements of a shortest way from an activity to a filter's member; those in ``free`` cost nothing.

    Empty where there is none.
    """
    ways = (_way(steps, activity, member, free, follow, is_a) for steps in ROUTES[name])
    found = [way for way in ways if way is not None]
    return min(found, key=lambda way: len(set(way) - free), default=[])


def _way(
    steps: tuple[Step, ...], begin: str, end: str, free: set[Unit], follow: Follow, is_a: IsA
) -> list[Unit] | None:
    """A shortest way along these steps, each step a place in the path and a thing (0-1 breadth first)."""
    came: dict[State, tuple[State, Unit | None] | None] = {}
    waiting: deque[tuple[State, tuple[State, Unit | None] | None]] = deque([((0, begin), None)])
    while waiting:
        state, before = waiting.popleft()
        if state in came:
            continue
        came[state] = before
        if state == (len(steps), end):
            return _back(came, state)
        if state[0] < len(steps):
            for after, unit in _onward(steps[state[0]], state, follow, is_a):
                costs = unit is not None and unit not in free
                (waiting.append if costs else waiting.appendleft)((after, (state, unit)))
    return None


def _onward(step: Step, state: State, follow: Follow, is_a: IsA) -> Iterator[tuple[State, Unit | None]]:
    """Where one step leads: over a statement, or past a step that may be left out."""
    place, thing = state
    if step.left is None or is_a(thing, step.left):
        for unit in follow(thing, step.property):
            target = unit.target(step.property)
            if target is not None and (step.right is None or is_a(target, step.right)):
                yield (place if step.many else place + 1, target), unit
    if step.many:
        yield (place + 1, thing), None


def _back(came: dict[State, tuple[State, Unit | None] | None], state: State) -> list[Unit]:
    way: list[Unit] = []
    before = came[state]
    while before is not None:
        state, unit = before
        if unit is not None:
            way.append(unit)
        before = came[state]
    return way[::-1]
