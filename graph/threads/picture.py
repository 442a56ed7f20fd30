"""The part of a thread that fits in a picture: at most MOST things in each column, and the rest gathered in one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.coverage import Status
from graph.coverage.relation import Numbers
from graph.threads.layer import LAYERS
from graph.threads.seen import Link, Node, Seen
from graph.vocabulary import BASES

MOST, MOST_OPENED = 12, 200
"""Things shown in a column, and in one that is opened; the files have all."""


@dataclass(frozen=True)
class More:
    """The things of a column that are not shown one by one: how many, their activities, and how many of them stop."""

    key: str
    layer: str
    column: int
    many: int
    count: int
    status: Status
    stops: int


@dataclass(frozen=True)
class Picture:
    """Things, what is gathered, and the links between them; a link names its ends by their keys."""

    nodes: tuple[Node, ...]
    more: tuple[More, ...]
    links: tuple[Link, ...]
    opened: frozenset[int]

    @property
    def every(self) -> tuple[Node | More, ...]:
        """The things, and what is gathered."""
        return (*self.nodes, *self.more)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 + max((one.column for one in self.every), default=-1)


def pictured(seen: Seen, opened: frozenset[int]) -> Picture:
    """The picture; in each column those asked for come first, then those with most activities."""
    shown: list[int] = []
    gathered: dict[int, list[int]] = {}
    for column in range(int(seen.columns.max(initial=-1)) + 1):
        members = _ordered(seen, column)
        most = MOST_OPENED if column in opened else MOST
        shown += members[:most]
        if members[most:]:
            gathered[column] = members[most:]
    more = tuple(_more(seen, column, members) for column, members in gathered.items())
    return Picture(tuple(map(seen.node, shown)), more, tuple(_links(seen, gathered)), opened)


def _ordered(seen: Seen, column: int) -> list[int]:
    members = np.flatnonzero(seen.columns == column).tolist()
    names = seen.index.names
    counts, asked = seen.reach.counts.tolist(), seen.asked.tolist()
    return sorted(members, key=lambda number: (not asked[number], -counts[number], names[number]))


def _more(seen: Seen, column: int, members: list[int]) -> More:
    numbers = np.array(members, np.int64)
    count = len(np.unique(seen.reach.activities.only(left=seen.index.reading.marked(numbers)).right))
    layer = LAYERS[seen.layers[members[0]]]
    best = Status(int((seen.reach.best if count else seen.reach.status)[numbers].max()))
    return More(_key(column), layer, column, len(members), count, best, int(seen.stops[numbers].sum()))


def _key(column: int) -> str:
    return f"more-{column}"


def _links(seen: Seen, gathered: dict[int, list[int]]) -> Iterator[Link]:
    """The links between what is shown, those of gathered things put together."""
    places = np.arange(seen.index.reading.size)
    for column, members in gathered.items():
        places[members] = -1 - column
    below, above = places[seen.below], places[seen.above]
    apart = np.flatnonzero(below != above)
    ends: dict[tuple[int, int], list[int]] = {}
    for place, *pair in zip(apart.tolist(), below[apart].tolist(), above[apart].tolist(), strict=True):
        ends.setdefault((pair[0], pair[1]), []).append(place)
    for (lower, upper), together in ends.items():
        carried = seen.carried(lower) if lower >= 0 else _carried(seen, seen.below[together])
        basis = min((seen.basis(place) for place in together), key=BASES.index)
        yield Link(_name(seen, lower), _name(seen, upper), *carried, basis)


def _carried(seen: Seen, below: Numbers) -> tuple[int, Status]:
    """What several things pass on together: each activity once."""
    reached = np.unique(seen.reach.activities.only(left=seen.index.reading.marked(below)).right)
    ranks = (seen.reach.best if len(reached) else seen.reach.status)[below]
    return len(reached), Status(int(ranks.max()))


def _name(seen: Seen, place: int) -> str:
    return seen.index.names[place] if place >= 0 else _key(-1 - place)
