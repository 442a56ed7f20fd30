"""The lenses: each module says what a lens marks, adds and misses in a picture. Adding a file adds the lens.

A module has ``NAME`` and ``TOLD`` (its name, and what its marks mean), both in Swedish and English, and
``look(scene)``.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field

from graph.coverage import Scope, Status
from graph.errors import BadParameter, nearest
from graph.explore.links import Links
from graph.question import Words
from graph.store import Store


@dataclass(frozen=True)
class Mark:
    """What a lens says of a thing: a status or words, and how much of the largest it has (0 to 1; 0 draws nothing)."""

    status: Status | None = None
    words: Words | None = None
    share: float = 0.0
    warns: bool = False


@dataclass(frozen=True)
class Scene:
    """What a lens looks at: the things shown, by their numbers in the links."""

    store: Store
    links: Links
    scope: Scope
    things: tuple[int, ...]

    def of_kind(self, *kinds: str) -> list[int]:
        """The things shown of these kinds."""
        return [thing for thing in self.things if self.links.kinds[thing] in kinds]

    def numbers(self, kind: str, prop: str) -> list[tuple[int, int]]:
        """The links with a property from the things shown of a kind."""
        at = self.links.properties.index(prop) if prop in self.links.properties else -1
        return [
            (thing, int(self.links.target[place]))
            for thing in self.of_kind(kind)
            for place in self.links.outwards(thing).tolist()
            if self.links.prop[place] == at
        ]


@dataclass(frozen=True)
class Look:
    """What a lens sees: marks by thing, things it adds (each with what it belongs to), pairs of things whose link it
    emphasises, and things where an activity is lacking."""

    marks: dict[int, Mark] = field(default_factory=dict)
    added: tuple[tuple[int, int], ...] = ()
    strong: tuple[tuple[int, int], ...] = ()
    lacking: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Lens:
    """One lens."""

    key: str
    name: Words
    told: Words
    look: Callable[[Scene], Look]


def _lens(key: str) -> Lens:
    module = importlib.import_module(f"{__name__}.{key}")
    return Lens(key, module.NAME, module.TOLD, module.look)


def lens(key: str) -> Lens:
    """The lens of this name; raises BadParameter."""
    if key not in LENSES:
        listed = ", ".join(nearest(key, LENSES))
        raise BadParameter("lens", key, f"Välj en av: {listed}.", f"Choose one of: {listed}.")
    return LENSES[key]


LENSES = {module.name: _lens(module.name) for module in pkgutil.iter_modules(__path__)}
