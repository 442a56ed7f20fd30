"""Single points of failure: what goals rest on alone."""

from dataclasses import dataclass

from graph.coverage import Coverage, Scope, coverage
from graph.robustness.flow import ACTOR, LINK, PART, WHOLE, Node, dominators
from graph.store import Store

ACTIVITY = "Activity"
ROLES = {ACTOR: "Actor", WHOLE: ACTIVITY, LINK: "Link"}
POINT_KINDS = ("Activity", "Actor", "Area", "Goal", "Handslag", "Link", "Part", "Strategy")
"""The kinds of single points. A "Part" is an activity that all that is under way is, as a part of other activities."""


@dataclass(frozen=True, order=True)
class SinglePoint:
    """A goal and one thing without which nothing would be under way for it.

    ``kind`` is one of POINT_KINDS. Of a link ``thing`` is what it goes from and ``above`` what it leads to; ``above``
    is None for all else. What runs through one link alone does not end without it, but nothing would show any longer
    that it serves the goal.
    """

    goal: str
    kind: str
    thing: str
    above: str | None = None


def single_points(source: Store | Coverage, scope: Scope) -> tuple[SinglePoint, ...]:
    """All that the goals of a scope rest on alone, by goal, from the actors up.

    Of kind "Activity" and "Actor" they are what the questions *goals-on-one-activity* and *goals-on-one-actor* say: an
    activity counts with its parts as one; a goal rests on no one actor where any activity under way has a kind of
    actors as responsible, or an unknown one. Goals with nothing under way are not here: they have nothing to lose.
    With ``open_store(data, cache)`` as store, ``single_points(store, Scope(today, place="1907"))`` is for one place.

    Raises BadParameter for a filter there is none of.
    """
    index = source if isinstance(source, Coverage) else coverage(source)
    scope = index.resolved(scope)
    points: dict[SinglePoint, None] = {}
    found = dominators(index, scope)
    for goal in sorted(found, key=index.names.__getitem__):
        wholes = {node.number for node in found[goal] if node.role == WHOLE}
        for node in found[goal]:
            kind = _kind(index, node, wholes)
            if kind is not None:
                points[_point(index, goal, kind, node)] = None
    return tuple(points)


def _kind(index: Coverage, node: Node, wholes: set[int]) -> str | None:
    """The kind of a single point; None for what is told already, or only passed through."""
    if node.role == PART:
        return None if node.number in wholes else "Part"
    if node.role in ROLES:
        return ROLES[node.role]
    kind = index.kinds.get(index.names[node.number])
    return None if kind == ACTIVITY else kind


def _point(index: Coverage, goal: int, kind: str, node: Node) -> SinglePoint:
    above = index.names[node.above] if node.role == LINK else None
    return SinglePoint(index.names[goal], kind, index.names[node.number], above)
