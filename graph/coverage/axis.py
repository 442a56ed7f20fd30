"""One side of a matrix: a dimension, and which of its members stand there."""

from dataclasses import dataclass

import numpy as np

from graph.coverage.dimension import DIMENSIONS
from graph.coverage.index import Coverage
from graph.coverage.relation import Marks, Numbers
from graph.coverage.scope import Scope, choose
from graph.errors import BadParameter

NESTED = ("goal", "strategy", "area", "place", "target-group", "arena", "actor")
"""The dimensions whose members can stand under each other."""


@dataclass(frozen=True)
class Axis:
    """A dimension ("goal"), all of it or a part.

    ``level`` takes those of a level: of goals and strategies that of the strategy ("regional"), of places their kind
    ("municipality"). ``under`` takes those below a member (an address or a slug), however far; for goals also those
    that a strategy sets out ("strategy/rus-vastmanland").

    >>> Axis("place", level="municipality", under="19").dimension
    'place'
    >>> Axis("plats")
    Traceback (most recent call last):
    graph.errors.BadParameter: Parametern dimension kan inte vara ”plats”. Välj en av: place, …
    """

    dimension: str
    level: str | None = None
    under: str | None = None

    def __post_init__(self) -> None:
        if self.dimension not in DIMENSIONS:
            raise choose("dimension", str(self.dimension), list(DIMENSIONS))
        if self.level is not None and self.dimension not in ("goal", "strategy", "place"):
            raise BadParameter(
                "level",
                str(self.level),
                "Bara mål, strategier och platser har nivåer.",
                "Only goals, strategies and places have levels.",
            )
        if self.under is not None and self.dimension not in NESTED:
            nested = ", ".join(NESTED)
            raise BadParameter(
                "under", str(self.under), f"Bara dessa kan delas upp: {nested}.", f"Only these have parts: {nested}."
            )


def chosen(index: Coverage, axis: Axis, scope: Scope) -> Numbers:
    """The members that stand on an axis, in the order of their addresses; raises BadParameter."""
    basis = scope.basis
    numbers = index.ordered(axis.dimension, basis)
    kept = np.ones(len(numbers), bool)
    if axis.dimension == "goal":
        kept &= index.chosen_goals(scope)[numbers]
    if axis.level is not None:
        kept &= _of_level(index, axis, axis.level, basis)[numbers]
    if axis.under is not None:
        kept &= _under(index, axis, axis.under, basis)[numbers]
    return numbers[kept]


def _of_level(index: Coverage, axis: Axis, level: str, basis: str) -> Marks:
    facts = index.facts(basis)
    if axis.dimension == "place":
        kinds = index.reading.place_kinds()
        if level not in kinds:
            raise choose("level", level, kinds)
        return index.reading.place_kind(level, basis)
    number = index.number[index.member("level", level, basis, "level")]
    levels = facts.relation("level")
    of_axis = facts.set_out.then(levels) if axis.dimension == "goal" else levels
    return index.reading.marked(of_axis.inverse.of(number))


def _under(index: Coverage, axis: Axis, under: str, basis: str) -> Marks:
    facts = index.facts(basis)
    if axis.dimension == "goal":
        if under.removeprefix(f"{index.base}id/").startswith("strategy/"):
            return index.set_out_in(index.member("strategy", under, basis, "under"), basis)
        below = facts.below
    else:
        below = index.dimension(axis.dimension, basis).below
    member = index.member(axis.dimension, under, basis, "under")
    return index.reading.marked(below.of(index.number[member]))
