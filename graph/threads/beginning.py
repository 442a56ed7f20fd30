"""What a thread may begin from: a goal, area, handslag or activity, or whatever sets out goals."""

from bisect import bisect

import numpy as np

from graph.coverage import Coverage
from graph.coverage.relation import Marks, Numbers
from graph.errors import RodaTradenError, UnknownThing, nearest
from graph.vocabulary import MAPPED, shortened

AROUND = 200
"""Names before and after an unknown one that it is compared with."""


class UnknownBeginning(UnknownThing):
    """Nothing that a thread may begin from has this address; ``near`` are the nearest that have, shortened."""

    def __init__(self, given: str, near: list[str]) -> None:
        self.near = near
        listed = ", ".join(near)
        RodaTradenError.__init__(
            self,
            f"Ingen tråd börjar vid ”{given}”. Närmast: {listed}.",
            f"No thread begins at “{given}”. Nearest: {listed}.",
        )


def beginning(index: Coverage, given: str) -> str:
    """The address of what is given as address or as ``goal/dhol-d2``; raises UnknownBeginning."""
    known = _known(index)
    for address in (given, f"{index.base}id/{given}"):
        number = index.number.get(address, -1)
        if number >= 0 and known[number]:
            return address
    every = sorted(shortened(index.names[number], index.base) for number in np.flatnonzero(known).tolist())
    raise UnknownBeginning(given, nearest(given, _around(given, every)))


def asked_for(index: Coverage, address: str, basis: str) -> Numbers:
    """The things that a thread begins from: the goals that the thing sets out, and itself where it is part of a thread.

    A strategy is no goal (decision 0008): it is part of a thread only where something serves the strategy itself.
    """
    facts = index.facts(basis)
    number = index.number[address]
    goals = facts.set_out.inverse.of(number)
    is_apart = not len(facts.links.inverse.of(number)) and not len(facts.links.of(number))
    return goals if is_apart and len(goals) else np.unique(np.append(goals, number))


def setting_out(index: Coverage, basis: str = MAPPED) -> Numbers:
    """Whatever sets out goals."""
    return np.unique(index.facts(basis).set_out.right)


def _around(given: str, names: list[str]) -> list[str]:
    """The names that stand nearest in the alphabet: a country has too many to compare with each."""
    place = bisect(names, given)
    return names[max(place - AROUND, 0) : place + AROUND]


def _known(index: Coverage) -> Marks:
    known = index.reading.marked(setting_out(index))
    for kind in ("Strategy", "Area", "Goal", "Handslag", "Activity"):
        known |= index.facts(MAPPED).kind(kind)
    return known
