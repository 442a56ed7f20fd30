"""Things that are new or gone, and goals whose text is another."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph.changes.side import Side
from graph.coverage.index import KINDS
from graph.vocabulary import LABELS, RT

TEXTS = (*LABELS, RT + "targetValue")
"""The properties that word a thing."""
NEW, GONE = "new", "gone"


@dataclass(frozen=True, order=True)
class ThingChange:
    """A strategy, area, goal, handslag or activity that is ``how``: "new" or "gone" altogether."""

    how: str
    kind: str
    thing: str


@dataclass(frozen=True, order=True)
class TextChange:
    """A text of a thing that is another; several at once stand after each other with a line break, "" is no text."""

    thing: str
    property: str
    before: str
    after: str


def thing_changes(before: Side, after: Side) -> tuple[ThingChange, ...]:
    """The things of the scope that are on one side only, those gone first, by kind and address."""
    old, new = _things(before), _things(after)
    gone = [ThingChange(GONE, old[thing], thing) for thing in old if thing not in after.index.kinds]
    come = [ThingChange(NEW, new[thing], thing) for thing in new if thing not in before.index.kinds]
    return tuple(sorted(gone) + sorted(come))


def text_changes(before: Side, after: Side, things: Iterable[str]) -> tuple[TextChange, ...]:
    """Those of these things whose text is another, by address."""
    found = []
    for thing in sorted(things):
        for prop in TEXTS:
            old, new = _text(before, thing, prop), _text(after, thing, prop)
            if old != new:
                found.append(TextChange(thing, prop, old, new))
    return tuple(found)


def _things(side: Side) -> dict[str, str]:
    """The things of the scope, each with its kind; where it names a place or strategy, those that count for it."""
    index, basis = side.index, side.scope.basis
    kept = np.ones(index.reading.size, bool)
    for name, member in side.asked.filters.items():
        counting = index.reading.marked(index.dimension(name, basis).things.of(index.number[member]))
        if name == "strategy":
            counting |= index.set_out_in(member, basis)
            counting[index.number[member]] = True
        kept &= counting
    facts = index.facts(basis)
    return {index.names[n]: kind for kind in KINDS for n in np.flatnonzero(facts.kind(kind) & kept).tolist()}


def _text(side: Side, thing: str, prop: str) -> str:
    return "\n".join(sorted({str(unit.value) for unit in side.statements.about(thing) if unit.property == prop}))
