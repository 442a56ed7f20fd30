"""A thread's picture as a tree to read and open: the same things and links, from what was asked for."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.threads import Link, More, Node, Picture


@dataclass(frozen=True)
class Branch:
    """A thing in the tree, by the link that led to it; ``again`` where it stands above with all that is below it."""

    of: Node | More
    link: Link | None
    depth: int
    again: bool
    branches: "tuple[Branch, ...]"


class Tree:
    """The tree downwards, or upwards where ``up``. ``order`` sorts what stands beside each other.

    A thing that stands in several spots has its branches at the first, so that the tree ends also in circles.
    """

    def __init__(self, picture: Picture, order: Callable[[Node | More], tuple[object, ...]], up: bool = False) -> None:
        self._every = {one.key: one for one in picture.every}
        self._order, self._seen = order, set[str]()
        self._steps: dict[str, list[tuple[Link, str]]] = {}
        for link in picture.links:
            here, there = (link.below, link.above) if up else (link.above, link.below)
            self._steps.setdefault(here, []).append((link, there))
        self.branches = self._from(picture)

    def _from(self, picture: Picture) -> tuple[Branch, ...]:
        """From each thing asked for that no other leads to; then from those that only lead to each other."""
        asked = sorted((node for node in picture.nodes if node.asked), key=self._order)
        keys = {node.key for node in asked}
        led = {there for here in keys for _, there in self._steps.get(here, ())}
        first = [node for node in asked if node.key not in led]
        found = [self._branch(node.key, None, 0) for node in first]
        for node in asked:
            if node.key not in self._seen:
                found.append(self._branch(node.key, None, 0))
        return tuple(found)

    def _branch(self, key: str, link: Link | None, depth: int) -> Branch:
        steps = self._steps.get(key, [])
        again = key in self._seen and bool(steps)
        self._seen.add(key)
        ordered = [] if again else sorted(steps, key=lambda step: self._order(self._every[step[1]]))
        below = tuple(self._branch(there, step, depth + 1) for step, there in ordered)
        return Branch(self._every[key], link, depth, again, below)
