"""The order in which activities are proposed.

Nearest first, each step deciding only where those before it are equal:

1. serves the same goal; a stated thread before a mapped one before a suggested one;
2. serves goals that stand under the same larger goal: the more, the nearer; then the surer;
3. is for the same target group, then for narrower, then for broader ones: the more, then the surer;
4. stands in the same focus areas: the more, then the surer;
5. has the better status as of the date;
6. its address.

Nothing is weighed against anything else.
"""

from dataclasses import dataclass

import numpy as np

from graph.coverage import Coverage, Scope, Status
from graph.coverage.relation import Numbers
from graph.vocabulary import BASES
from graph.who_else.shared import KINDS, Sharing


@dataclass(frozen=True, eq=False)
class Nearest:
    """Activities in order, and beside each its step: the same for those that differ in nothing but their address."""

    activities: Numbers
    steps: Numbers


def nearest(index: Coverage, scope: Scope, found: Sharing) -> Nearest:
    """The activities that share something, each once, in their order."""
    who, place = np.unique(found.who, return_inverse=True)
    columns = [column for kind in KINDS for column in _strength(found, kind, place, len(who))]
    columns.append(-statuses(index, scope, who))
    names = sorted(range(len(who)), key=lambda one: index.names[who[one]])
    address = np.zeros(len(who), np.int64)
    address[names] = np.arange(len(who))
    order = np.lexsort([address, *reversed(columns)])
    differs = np.zeros(len(who), bool)
    for column in columns:
        differs[1:] |= np.diff(column[order]) != 0
    return Nearest(who[order], np.cumsum(differs))


def statuses(index: Coverage, scope: Scope, activities: Numbers) -> Numbers:
    """The status of activities on what is sure; SUGGESTED for one that is itself only suggested."""
    facts = index.facts(scope.sure)
    return np.where(facts.activities[activities], facts.status(scope.as_of)[activities], int(Status.SUGGESTED))


def _strength(found: Sharing, kind: str, place: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """How much of a kind each activity shares: the number of things, most first, and then the surest basis."""
    of_kind = np.array([label[0] == kind for label in found.labels] + [False])[found.label]
    thing = np.array([label[1] for label in found.labels] + [0])[found.label]
    width = int(thing.max(initial=0)) + 1
    things = np.unique(place[of_kind] * width + thing[of_kind]) // width
    surest = np.full(size, len(BASES), np.int64)
    np.minimum.at(surest, place[of_kind], found.basis[of_kind])
    return -np.bincount(things, minlength=size), surest
