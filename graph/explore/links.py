"""Every link between two things that may be drawn, as columns of numbers, read once per store.

A link keeps the surest basis of the graphs that it stands in. Where a narrower property says the same, the wider is
left out.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.answer import Iri
from graph.coverage.relation import Marks, Numbers, Relation, related
from graph.errors import UnknownThing
from graph.explore.group import INWARDS, OUTWARDS, Group
from graph.network import HIDDEN, LAYERS
from graph.store import Store, kept
from graph.thing import headings
from graph.vocabulary import BASES, RT

KINDS = "SELECT DISTINCT ?thing ?kind WHERE { GRAPH ?graph { ?thing a ?kind } }"
STATEMENTS = "SELECT ?subject ?value ?graph ?property WHERE { GRAPH ?graph { ?subject ?property ?value } }"
GRAPHS = f"SELECT ?graph ?basis WHERE {{ GRAPH ?graph {{ ?graph <{RT}basis> ?basis }} }}"
WIDER = "SELECT ?narrower ?wider WHERE { ?narrower <http://www.w3.org/2000/01/rdf-schema#subPropertyOf> ?wider }"
ORDER = {kind: place for place, kind in enumerate(kind for layer in LAYERS for kind in layer)}
"""The kinds that may be drawn, those of a thread first."""


@dataclass(frozen=True, eq=False)
class Links:
    """The links that a basis admits, sorted by source; a link is known by its place in the columns.

    ``names`` and ``kinds`` ("Goal") are those of the things by number, ``properties`` those of the links.
    """

    base: str
    names: list[str]
    number: dict[str, int]
    kinds: list[str]
    properties: list[str]
    source: Numbers
    target: Numbers
    prop: Numbers
    rank: Numbers

    def numbered(self, address: str) -> int:
        """The number of a thing by its address or ``goal/dhol-d2``; raises UnknownThing."""
        return self.number[self.address(address)]

    def address(self, given: str) -> str:
        """The address of a thing given by it or as ``goal/dhol-d2``; raises UnknownThing."""
        for name in (given, f"{self.base}id/{given}"):
            if name in self.number:
                return name
        raise UnknownThing(given)

    def knows(self, given: str) -> bool:
        """Whether a thing has this address."""
        return given in self.number or f"{self.base}id/{given}" in self.number

    def outwards(self, thing: int) -> Numbers:
        """The places of the links from a thing."""
        return np.arange(self._starts[thing], self._starts[thing + 1])

    def inwards(self, thing: int) -> Numbers:
        """The places of the links to a thing."""
        return self._by_target[self._ends[thing] : self._ends[thing + 1]]

    def neighbours(self, thing: int) -> Numbers:
        """The things one step away, each once."""
        return np.unique(np.concatenate([self.target[self.outwards(thing)], self.source[self.inwards(thing)]]))

    def groups(self, thing: int) -> dict[Group, list[int]]:
        """The neighbours of a thing by direction, property (in the order of the shapes) and kind."""
        found: dict[Group, list[int]] = {}
        for direction, places, ends in (
            (OUTWARDS, self.outwards(thing), self.target),
            (INWARDS, self.inwards(thing), self.source),
        ):
            for prop, other in sorted(zip(self.prop[places].tolist(), ends[places].tolist(), strict=True)):
                group = Group(direction, self.properties[prop], self.kinds[other])
                found.setdefault(group, []).append(other)
        return found

    def among(self, things: Numbers) -> Numbers:
        """The places of the links between these things."""
        marks = np.zeros(len(self.names), bool)
        marks[things] = True
        places = [self.outwards(thing) for thing in np.flatnonzero(marks).tolist()]
        every = np.concatenate(places) if places else np.zeros(0, np.int64)
        return every[marks[self.target[every]]]

    @cached_property
    def related(self) -> Relation:
        """What has a link to what, whatever it says."""
        return related(self.source, self.target, len(self.names))

    @cached_property
    def _starts(self) -> Numbers:
        return np.searchsorted(self.source, np.arange(len(self.names) + 1))

    @cached_property
    def _by_target(self) -> Numbers:
        return np.argsort(self.target, kind="stable")

    @cached_property
    def _ends(self) -> Numbers:
        return np.searchsorted(self.target[self._by_target], np.arange(len(self.names) + 1))


@kept
def links(store: Store, basis: str) -> Links:
    """The links of a store on a basis."""
    every = _every(store)
    kept = every.rank <= BASES.index(basis)
    columns = (column[kept] for column in (every.source, every.target, every.prop, every.rank))
    return Links(every.base, every.names, every.number, every.kinds, every.properties, *columns)


@kept
def _every(store: Store) -> Links:
    kinds = _kinds(store)
    names = sorted(kinds)
    number = {name: place for place, name in enumerate(names)}
    properties = [prop for prop in headings(store) if prop not in HIDDEN]
    rows = np.array(_rows(store, number, properties), np.int64).reshape(-1, 4)
    # The surest basis of each link stands first, so that it is the one that is kept.
    rows = rows[np.lexsort((rows[:, 3], rows[:, 2], rows[:, 1], rows[:, 0]))]
    rows = rows[np.flatnonzero(np.any(np.diff(rows[:, :3], axis=0, prepend=-1), axis=1))]
    source, target, prop, rank = (np.ascontiguousarray(column) for column in rows.T)
    kept = ~_said_narrower(store, properties, source * len(names) + target, prop)
    listed = [kinds[name] for name in names]
    columns = (column[kept] for column in (source, target, prop, rank))
    return Links(store.base, names, number, listed, properties, *columns)


def _rows(store: Store, number: dict[str, int], properties: list[str]) -> list[tuple[int, int, int, int]]:
    """Source, target, property and rank of the basis of every statement between two things."""
    written = {f"<{name}>": place for name, place in number.items()}
    ranks = {f"<{r['graph']}>": BASES.index(str(r["basis"]).removeprefix(f"{RT}basis-")) for r in store.select(GRAPHS)}
    found = []
    for place, prop in enumerate(properties):
        table = store.table(STATEMENTS, {"property": Iri(prop)}).decode()
        for line in table.split("\n")[1:-1]:
            source, target, graph, _ = line.split("\t")
            if source in written and target in written and source != target and graph in ranks:
                found.append((written[source], written[target], place, ranks[graph]))
    return found


def _said_narrower(store: Store, properties: list[str], pairs: Numbers, prop: Numbers) -> Marks:
    """Which links another link between the same things says with a narrower property."""
    places = {name: place for place, name in enumerate(properties)}
    found = np.zeros(len(prop), bool)
    for row in store.select(WIDER):
        narrower, wider = (places.get(str(row[name]), -1) for name in ("narrower", "wider"))
        found |= (prop == wider) & np.isin(pairs, pairs[prop == narrower])
    return found


def _kinds(store: Store) -> dict[str, str]:
    """The kind of each thing that may be drawn; the first in the order of the layers where it has several."""
    found: dict[str, str] = {}
    for row in store.select(KINDS):
        thing, kind = str(row["thing"]), str(row["kind"]).removeprefix(RT)
        if kind in ORDER and ORDER[kind] < ORDER.get(found.get(thing, ""), len(ORDER)):
            found[thing] = kind
    return found
