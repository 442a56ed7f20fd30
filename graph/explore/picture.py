"""A picture of a part of the graph: what is shown, the links between it, and what each thing could open."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from graph.errors import QueryTooLarge
from graph.explore.group import Group, Opened
from graph.explore.layer import LAYERS, places_of
from graph.explore.lenses import Look, Mark, Scene, lens
from graph.explore.links import ORDER, Links, links
from graph.explore.path import ways
from graph.explore.view import View
from graph.labels import Labels, labels
from graph.store import Store
from graph.vocabulary import BASES

STEP, MOST, FIRST = 25, 2000, 40
"""Things that one step opens, things in a picture, and things that are opened without being asked for."""
NOT_FIRST = ("Document", "Association", "Observation", "Factor", "Reading")
"""Kinds that are not opened without being asked for: they tell of other things."""


class TooLarge(QueryTooLarge):
    """The picture would have more than MOST things."""

    def __init__(self, many: int) -> None:
        super().__init__(
            f"Bilden skulle få {many} saker, och rymmer högst {MOST}. Öppna färre grupper, eller dölj något slag.",
            f"The picture would have {many} things, and holds at most {MOST}. Open fewer groups, or hide a kind.",
        )


@dataclass(frozen=True)
class Node:
    """A thing in a picture.

    ``layer`` and ``column`` say where it stands, ``hidden`` how many of its neighbours are not shown. ``via`` is the
    thing that it was opened from; None for a beginning. ``mark`` is what the lens says of it.
    """

    address: str
    kind: str
    layer: str
    column: int
    hidden: int
    via: str | None
    on_way: bool
    mark: Mark | None


@dataclass(frozen=True)
class Edge:
    """A link in a picture, with its surest basis; ``strong`` where it is on a way asked for, or the lens says so."""

    source: str
    property: str
    target: str
    basis: str
    strong: bool


@dataclass(frozen=True)
class Empty:
    """Where an activity would be, beside a thing that has none recorded."""

    beside: str
    column: int


@dataclass(frozen=True)
class Offer:
    """A group of a thing: how many it holds, how many of them are shown, and how many steps it is opened (0: not)."""

    group: Group
    many: int
    shown: int
    steps: int

    @property
    def is_more(self) -> bool:
        """Whether a further step would show more of a group that is opened."""
        return self.steps * STEP < self.many


@dataclass(frozen=True, eq=False)
class Picture:
    """Things and links. ``opened`` is what the view opens, also where that was not said; ``ways`` are None where no way
    was asked for, and empty where there is none."""

    view: View
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    empties: tuple[Empty, ...]
    opened: tuple[Opened, ...]
    closed: tuple[str, ...]
    kinds: dict[str, int]
    """The kinds of what is shown and hidden, each with how many."""
    ways: tuple[tuple[str, ...], ...] | None
    look: Look | None
    _links: Links = field(repr=False)

    @cached_property
    def by_address(self) -> dict[str, Node]:
        return {node.address: node for node in self.nodes}

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """The things to begin from, as addresses."""
        return tuple(self._links.names[self._links.numbered(thing)] for thing in self.view.things)

    def offers(self, address: str) -> tuple[Offer, ...]:
        """The groups of a thing."""
        number = self._links.number[address]
        names, short = self._links.names, address.removeprefix(f"{self._links.base}id/")
        steps = {done.group: done.steps for done in self.opened if done.thing in (address, short)}
        return tuple(
            Offer(group, len(found), sum(names[one] in self.by_address for one in found), steps.get(group.key, 0))
            for group, found in self._links.groups(number).items()
        )


class _Shown:
    """The things shown so far, in the order they came, each with the one it was opened from."""

    def __init__(self, known: Links, words: Labels, view: View) -> None:
        self._links, self._words, self._view = known, words, view
        self.closed = {known.numbered(thing) for thing in view.closed}
        self.via: dict[int, int | None] = {}
        self.counts: dict[str, int] = {}
        self.hidden: set[int] = set()

    def add(self, thing: int, via: int | None) -> None:
        """Show a thing, unless it is put away or its kind hidden."""
        if thing in self.via or thing in self.closed or thing in self.hidden:
            return
        kind = self._links.kinds[thing]
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if kind in self._view.hidden:
            self.hidden.add(thing)
        else:
            self.via[thing] = via

    def open(self, done: Opened) -> None:
        """Show what a group of a thing that is shown holds, so far as it is opened."""
        thing = self._links.numbered(done.thing)
        if thing in self.via:
            for other in self.ordered(thing).get(done.group, [])[: done.steps * STEP]:
                self.add(other, thing)

    def ordered(self, thing: int) -> dict[str, list[int]]:
        """The groups of a thing by key, each by Swedish name: the same in every language."""
        return {
            group.key: sorted(found, key=lambda one: (self._words.name(self._links.names[one]).casefold(), one))
            for group, found in self._links.groups(thing).items()
        }

    def first(self) -> Iterable[Opened]:
        """What opens without being asked for: the groups of a single beginning, threads first, as far as they fit."""
        room = FIRST
        for thing in list(self.via) if len(self.via) == 1 else ():
            groups = self._links.groups(thing).items()
            for group, found in sorted(groups, key=lambda one: ORDER[one[0].kind]):
                many = min(len(found), STEP)
                if many <= room and group.kind not in NOT_FIRST:
                    room -= many
                    yield Opened(self._links.names[thing].removeprefix(f"{self._links.base}id/"), group.key)


def explored(store: Store, view: View) -> Picture:
    """The picture of a view.

    With ``open_store(data, cache)`` as store, ``explored(store, View(Scope(today), ("goal/dhol-d2",)))`` is a goal and
    what surrounds it. Raises UnknownThing for a thing that is not there, BadParameter for a lens, TooLarge.
    """
    known, words = links(store, view.scope.basis), labels(store)
    shown = _Shown(known, words, view)
    for thing in view.things:
        shown.add(known.numbered(thing), None)
    opened = tuple(shown.first()) if view.opened is None else view.opened
    for done in opened:
        shown.open(done)
    found = _ways(known, view)
    for way in found or ():
        for before, here in pairwise(way):
            shown.add(here, before if before in shown.via else None)
    look = _look(store, known, view, shown)
    if len(shown.via) > MOST:
        raise TooLarge(len(shown.via))
    return _picture(store, known, view, shown, opened, found, look)


def _ways(known: Links, view: View) -> tuple[tuple[int, ...], ...] | None:
    if view.to is None or not view.things:
        return None
    return ways(known, known.numbered(view.things[0]), known.numbered(view.to))


def _look(store: Store, known: Links, view: View, shown: _Shown) -> Look | None:
    """What the lens says; what it adds is shown."""
    if not view.lens:
        return None
    look = lens(view.lens).look(Scene(store, known, view.scope, tuple(shown.via)))
    for thing, via in look.added:
        shown.add(thing, via)
    return look


def _picture(
    store: Store,
    known: Links,
    view: View,
    shown: _Shown,
    opened: tuple[Opened, ...],
    found: tuple[tuple[int, ...], ...] | None,
    look: Look | None,
) -> Picture:
    things = list(shown.via)
    places = known.among(np.array(things, np.int64))
    stands = places_of(store, known, view.scope.basis, things, places)
    on_way = {thing for way in found or () for thing in way}
    steps = {pair for way in found or () for pair in pairwise(way)}
    strong = {frozenset(pair) for pair in steps} | {frozenset(pair) for pair in (look.strong if look else ())}
    nodes = tuple(
        Node(
            known.names[thing],
            known.kinds[thing],
            layer,
            column,
            sum(other not in shown.via for other in known.neighbours(thing).tolist()),
            None if (via := shown.via[thing]) is None else known.names[via],
            thing in on_way,
            look.marks.get(thing) if look else None,
        )
        for thing, (layer, column) in zip(things, stands, strict=True)
    )
    nodes, empties = _empties(known, nodes, look)
    return Picture(
        view,
        nodes,
        tuple(_edge(known, place, strong) for place in places.tolist()),
        empties,
        opened,
        tuple(known.names[thing] for thing in sorted(shown.closed)),
        shown.counts,
        None if found is None else tuple(tuple(known.names[thing] for thing in way) for way in found),
        look,
        known,
    )


def _edge(known: Links, place: int, strong: set[frozenset[int]]) -> Edge:
    source, target = int(known.source[place]), int(known.target[place])
    return Edge(
        known.names[source],
        known.properties[int(known.prop[place])],
        known.names[target],
        BASES[int(known.rank[place])],
        frozenset((source, target)) in strong,
    )


def _empties(known: Links, nodes: tuple[Node, ...], look: Look | None) -> tuple[tuple[Node, ...], tuple[Empty, ...]]:
    """The empty places, in the first column of activities; where there is none, in one made for them."""
    lacking = look.lacking if look else frozenset()
    beside = [node.address for node in nodes if known.number[node.address] in lacking]
    columns = [node.column for node in nodes if node.layer == "activity"]
    if beside and not columns:
        before = [node.column for node in nodes if LAYERS.index(node.layer) < LAYERS.index("activity")]
        columns = [max(before) + 1]
        nodes = tuple(replace(node, column=node.column + 1) if node.column >= columns[0] else node for node in nodes)
    return nodes, tuple(Empty(address, min(columns)) for address in beside)
