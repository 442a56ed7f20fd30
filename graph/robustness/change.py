"""A change to the graph that is thought of: what is removed and what is added, as numbers of the index.

Removing a thing leaves what documents say in place: a place stays named, a judgement stands. What goes away is

- for an activity, a handslag or an area: the links to it and from it, and that an activity is one;
- for an actor: its responsibility and that of its units, and the activities that no one else is responsible for;
- for an intervention: its use, and the activities that use no other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from graph.coverage import Coverage
from graph.coverage.facts import number_of
from graph.coverage.relation import Marks, Numbers, Relation, closed
from graph.coverage.scope import Scope, choose
from graph.dates import FRESH_MONTHS, months_after
from graph.errors import BadParameter
from graph.robustness.planned import LISTS, Planned
from graph.vocabulary import DCTERMS, ORG, RT, shortened

REMOVABLE = {kind.lower(): kind for kind in ("Activity", "Actor", "Area", "Handslag", "Intervention")}
"""What can be removed: the word in an address, and the kind of thing."""
PROPERTIES = {"goals": "serves", "places": "place", "target_groups": "targetGroup", "responsible": "responsible"}
"""The lists of a planned activity, each with the property that says it."""
Pairs = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, eq=False)
class Change:
    """What a what-if removes and adds.

    ``gone`` are the activities that do not count any longer, ``dropped`` the things that a property no longer leads to
    or from, ``touched`` all things that may count for something else than before. ``added`` are statements by property;
    their subjects have the numbers that follow the index's own, one for each of the ``planned``.
    """

    gone: Marks
    dropped: Mapping[str, Marks]
    touched: Marks
    added: Pairs
    planned: tuple[Planned, ...]


def change_of(index: Coverage, scope: Scope, remove: Sequence[str], add: Sequence[Planned]) -> Change:
    """The change that these removals (addresses or ``kind/slug``) and additions mean on the basis of a resolved scope.

    Raises BadParameter for what is not in the graph, or is nothing that can be removed.
    """
    facts = index.facts(scope.basis)
    numbers = {kind: index.reading.marked(np.zeros(0, np.int64)) for kind in REMOVABLE.values()}
    for given in remove:
        kind, number = removable(index, given, scope.basis)
        numbers[kind][number] = True
    units = index.reading.relation(ORG + "unitOf", scope.basis)
    actors = numbers["Actor"] | closed(units).only(right=numbers["Actor"]).marks()
    responsible, uses = facts.relation("responsible"), facts.relation("uses")
    left = _bereft(responsible, actors) | _bereft(uses, numbers["Intervention"])
    gone = numbers["Activity"] | (facts.activities & left)
    cut = gone | numbers["Handslag"] | numbers["Area"]
    touched = cut | _right(facts.below.only(left=cut))
    touched |= responsible.only(right=actors).marks() | uses.only(right=numbers["Intervention"]).marks()
    dropped = {RT + "serves": cut, RT + "responsible": actors, RT + "uses": numbers["Intervention"]}
    return Change(gone, dropped, touched, _added(index, scope, add), tuple(add))


def removable(index: Coverage, given: str, basis: str) -> tuple[str, int]:
    """Kind and number of a thing to remove, given as address or ``kind/slug``; raises BadParameter."""
    marks = {word: index.reading.kind(kind, basis) for word, kind in REMOVABLE.items()}
    for address in (given, f"{index.base}id/{given}"):
        number = index.number.get(address, -1) if isinstance(address, str) else -1
        for word, kind in REMOVABLE.items():
            if number >= 0 and marks[word][number]:
                return kind, number
    raise _no_such(index, str(given), marks)


def _no_such(index: Coverage, given: str, marks: Mapping[str, Marks]) -> BadParameter:
    """The error for what cannot be removed: names the kinds that can, or the nearest of its own kind."""
    word, slash, _ = given.removeprefix(f"{index.base}id/").partition("/")
    if slash and word not in marks:
        kinds = ", ".join(marks)
        return BadParameter("remove", given, f"Bara dessa kan tas bort: {kinds}.", f"Only these can go: {kinds}.")
    near = marks[word] if slash else reduce(np.logical_or, marks.values())
    return choose("remove", given, [shortened(index.names[n], index.base) for n in np.flatnonzero(near).tolist()])


def _bereft(relation: Relation, removed: Marks) -> Marks:
    """The things that are related to something removed and to nothing else."""
    return relation.only(right=removed).marks() & ~relation.only(right=~removed).marks()


def _right(relation: Relation) -> Marks:
    marks = np.zeros(relation.size, bool)
    marks[relation.right] = True
    return marks


def _added(index: Coverage, scope: Scope, add: Sequence[Planned]) -> Pairs:
    """The statements about planned activities. Each is its own source, and its own follow-up where it has one."""
    fresh = number_of(months_after(scope.as_of, FRESH_MONTHS))
    pairs: Pairs = {}
    for number, planned in enumerate(add, index.reading.size):
        days = {"startsOn": planned.start, "endsOn": planned.end}
        values = {RT + word: [number_of(day)] for word, day in days.items() if day is not None}
        values |= {RT + PROPERTIES[name]: _members(index, scope, planned, name) for name in LISTS}
        values |= {DCTERMS + "source": [number], RT + "freshUntil": [fresh]}
        values |= {RT + "followsUp": [number]} if planned.follow_up else {}
        for prop, those in values.items():
            pairs.setdefault(prop, []).extend((number, value) for value in those)
    return pairs


def _members(index: Coverage, scope: Scope, planned: Planned, name: str) -> list[int]:
    given: tuple[str, ...] = tuple(getattr(planned, name))
    return [index.number[index.member(LISTS[name], one, scope.basis, name)] for one in given]


def numbers_in(pairs: Pairs, properties: Sequence[str]) -> Numbers:
    """The things that statements of these properties lead to."""
    return np.array([value for prop in properties for _, value in pairs.get(prop, ())], np.int64)
