"""The geometry of an explored picture: boxes in columns by level, and the links between them.

Only numbers and lines of text: the template draws them. The same picture always gets the same positions.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import sqrt

from graph.explore import LAYERS, Edge, Empty, Node, Picture
from web.thread_drawing import Heading, course, wrapped
from web.thread_layout import GAP, HEAD, Slot, placed

WIDTH, BETWEEN, MARGIN = 214.0, 74.0, 14.0
"""A box, the room between two columns, and round the picture."""
LINE, PADDING, LETTER, BOLD, SIGN = 15.0, 7.0, 6.6, 8.0, 26.0
"""The height of a line at 12 pixels, the room round the text, the mean width of a letter, of one in a heading, and the
room of a sign."""
FEW, MOST_LINES, LOWEST = 40, 3, 8.0
"""In a picture of at most so many things names have so many lines, else one less; and what a passing link takes."""
TALLEST = 24
"""Things above each other in a column, at least, before it is made several."""
ROUND = 160
"""In a picture of at most so many things the links go round the boxes; in a larger one straight behind them."""


@dataclass(frozen=True)
class Box:
    """A thing, or the empty place beside one, where it stands."""

    of: Node | Empty
    x: float
    y: float
    height: float
    lines: list[str]

    @property
    def is_cut(self) -> bool:
        """Whether the name goes on beyond its lines."""
        return bool(self.lines) and self.lines[-1].endswith("…")


@dataclass(frozen=True)
class Line:
    """A link as a path; ``edge`` is None for the one to an empty place. ``backwards``: drawn from target to source."""

    edge: Edge | None
    path: str
    backwards: bool


class Drawing:
    """A picture with positions. ``name`` gives the text of a thing or an empty place, ``layer`` that of a layer."""

    def __init__(self, picture: Picture, name: Callable[[Node | Empty], str], layer: Callable[[str], str]) -> None:
        self._picture, self._name, self._layer = picture, name, layer
        self._every: dict[str, Node | Empty] = {node.address: node for node in picture.nodes}
        self._every |= {f"empty {empty.beside}": empty for empty in picture.empties}
        self._ends: list[tuple[str, str, Edge | None]] = [(edge.source, edge.target, edge) for edge in picture.edges]
        self._ends += [(f"empty {empty.beside}", empty.beside, None) for empty in picture.empties]

    @cached_property
    def width(self) -> float:
        """As wide as its columns."""
        return max((slot.column for slot in self._slots.values()), default=0) * (WIDTH + BETWEEN) + WIDTH + 2 * MARGIN

    @cached_property
    def height(self) -> float:
        """As high as the lowest box."""
        return max((slot.y + slot.height for slot in self._slots.values()), default=HEAD) + GAP + MARGIN

    @cached_property
    def boxes(self) -> list[Box]:
        """The boxes, column by column from the top."""
        ordered = sorted(self._every, key=lambda key: (self._slots[key].column, self._slots[key].y))
        return [
            Box(self._every[key], self._left(key), self._slots[key].y, self._slots[key].height, self._lines[key])
            for key in ordered
        ]

    @cached_property
    def lines(self) -> list[Line]:
        """The links; at a side of a box they stand in the order of where they lead, the emphasised ones on top."""
        found = [Line(edge, *self._course(source, target)) for source, target, edge in self._ends]
        return sorted(found, key=lambda line: line.edge is not None and line.edge.strong)

    @cached_property
    def headings(self) -> list[Heading]:
        """Each layer over the columns that hold it."""
        held: dict[str, set[int]] = {}
        for key, one in self._every.items():
            held.setdefault(one.layer if isinstance(one, Node) else "activity", set()).add(self._slots[key].column)
        found = []
        for layer in sorted(held, key=LAYERS.index):
            width = WIDTH + (max(held[layer]) - min(held[layer])) * (WIDTH + BETWEEN)
            left = MARGIN + min(held[layer]) * (WIDTH + BETWEEN)
            found.append(Heading(wrapped(self._layer(layer), int(width / BOLD), 2), left, width))
        return found

    @cached_property
    def _degree(self) -> Counter[str]:
        """How many links each has."""
        return Counter(key for source, target, _ in self._ends for key in (source, target))

    @cached_property
    def _columns(self) -> dict[str, int]:
        """The column of each: a long one is made several beside each other."""
        members: dict[int, list[str]] = {}
        for key, one in self._every.items():
            members.setdefault(one.column, []).append(key)
        found, first = {}, 0
        for column in sorted(members):
            keys = members[column]
            tall = max(TALLEST, int(2 * sqrt(len(keys))))
            many = -(-len(keys) // tall)
            for place, key in enumerate(keys):
                found[key] = first + place * many // len(keys)
            first += many
        return found

    @cached_property
    def _slots(self) -> dict[str, Slot]:
        """The room of each box and, where links go round the boxes, of those that pass a column on their way."""
        slots = {key: Slot(key, self._columns[key], self._height(key), False, [], []) for key in self._every}
        for source, target, _ in self._ends:
            way = self._way(source, target)
            for place, key in enumerate(way[1:-1], self._columns[way[0]] + 1):
                slots.setdefault(key, Slot(key, place, LOWEST, False, [], []))
            for before, after in pairwise(way):
                if slots[before].column < slots[after].column:
                    slots[before].after.append(after)
                    slots[after].before.append(before)
        placed(slots)
        return slots

    def _way(self, source: str, target: str) -> list[str]:
        """The slots that a link leads through, from left to right; those of the end with more links lie together."""
        left, right = sorted((source, target), key=lambda key: (self._columns[key], key))
        first, last = self._columns[left], self._columns[right]
        between = range(first + 1, last) if len(self._every) <= ROUND else ()
        hub = max((left, right), key=lambda key: (self._degree[key], key))
        return [left, *(f"{hub} {column}" for column in between), right]

    def _course(self, source: str, target: str) -> tuple[str, bool]:
        """The path of a link, and whether it is drawn from its target."""
        way = self._way(source, target)
        left, right = way[0], way[-1]
        x, y = self._left(left) + WIDTH, self._ports[left, way[1], "right"]
        if self._columns[left] == self._columns[right]:
            # Below each other in a column: a bow at their right side.
            to, bow = self._ports[right, left, "right"], BETWEEN * 0.6
            path = f"M{x:.1f} {y:.1f}C{x + bow:.1f} {y:.1f} {x + bow:.1f} {to:.1f} {x:.1f} {to:.1f}"
            return path, left == target
        points = [(x - WIDTH, x, y)]
        for key in way[1:-1]:
            points.append((self._slot_left(key), self._slot_left(key) + WIDTH, self._slots[key].middle))
        points.append((self._left(right), 0.0, self._ports[right, way[-2], "left"]))
        return course(points), left == target

    @cached_property
    def _ports(self) -> dict[tuple[str, str, str], float]:
        """Where at a side of a box the links by way of a slot stand: spread in the order of the slots."""
        sides: dict[tuple[str, str], set[str]] = {}
        for source, target, _ in self._ends:
            way = self._way(source, target)
            is_bow = self._columns[source] == self._columns[target]
            sides.setdefault((way[0], "right"), set()).add(way[1])
            sides.setdefault((way[-1], "right" if is_bow else "left"), set()).add(way[-2])
        found = {}
        for (here, side), others in sides.items():
            slot = self._slots[here]
            ordered = sorted(others, key=lambda other: (self._slots[other].middle, other))
            for place, other in enumerate(ordered, 1):
                found[here, other, side] = slot.y + slot.height * place / (len(ordered) + 1)
        return found

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        """The name of each in lines that fit its box."""
        letters = int((WIDTH - SIGN - 2 * PADDING) / LETTER)
        most = MOST_LINES if len(self._every) <= FEW else MOST_LINES - 1
        return {key: wrapped(self._name(one), letters, most) for key, one in self._every.items()}

    def _height(self, key: str) -> float:
        one = self._every[key]
        below = 0 if isinstance(one, Empty) else 1 + (one.mark is not None)
        return (len(self._lines[key]) + below) * LINE + 2 * PADDING

    def _left(self, key: str) -> float:
        return MARGIN + self._columns[key] * (WIDTH + BETWEEN)

    def _slot_left(self, key: str) -> float:
        return MARGIN + self._slots[key].column * (WIDTH + BETWEEN)
