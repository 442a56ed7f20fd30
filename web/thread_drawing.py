"""The geometry of a thread's picture: cards in columns, and the links between them as ribbons that go round the cards.

Only numbers and lines of text: the template draws them. The same thread always gives the same picture.
"""

import textwrap
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from graph.threads import Link, More, Node, Picture
from web.thread_layout import GAP, HEAD, Slot, placed

WIDTH, NARROWEST, WIDEST, BETWEEN, END = 1080.0, 178.0, 340.0, 42.0, 32.0
"""The picture; a column at least and at most, with the room after it, and that room; the room after the last column."""
LINE, PADDING, LETTER, BAR = 15.0, 7.0, 6.7, 8.0
"""The height of a line at 12 pixels, the room round a name, the mean width of a letter, and that of a card's bar."""
FEW, MOST_LINES = 8, 4
"""A name has so many lines in a column of few things, and half of them in others."""
THICKEST, UNIT, THINNEST = 120.0, 9.0, 2.0
"""The thickest end of a card, the most that one activity gets, and the thinnest ribbon."""


@dataclass(frozen=True)
class Card:
    """A thing, or what is gathered, where it stands; ``lines`` are its name, cut to fit."""

    of: Node | More
    x: float
    y: float
    width: float
    height: float
    lines: list[str]
    is_end: bool
    """Whether nothing below it is drawn."""


@dataclass(frozen=True)
class Ribbon:
    """A link, as the outline of a band; as a line where no activity passes."""

    link: Link
    path: str


@dataclass(frozen=True)
class Heading:
    """The name of a layer in lines, over its columns."""

    lines: list[str]
    x: float
    width: float


class Drawing:
    """A picture with positions. ``name`` gives the text of a thing or of what is gathered, ``layer`` of a layer."""

    def __init__(self, picture: Picture, name: Callable[[Node | More], str], layer: Callable[[str], str]) -> None:
        self._picture, self._name, self._layer = picture, name, layer
        self._every = {one.key: one for one in picture.every}
        many = max(picture.columns, 1)
        self.step = min(max((WIDTH - END + BETWEEN) / many, NARROWEST), WIDEST)
        self.width = self.step * many - BETWEEN + END
        self._room = self.step - BETWEEN
        self._below: dict[str, list[Link]] = {}
        for link in picture.links:
            for key in self._way(link)[:-1]:
                self._below.setdefault(key, []).append(link)

    @cached_property
    def height(self) -> float:
        """As high as the lowest slot."""
        return max((slot.y + slot.height for slot in self._slots.values()), default=HEAD) + GAP

    @cached_property
    def unit(self) -> float:
        """The width that one activity gives a ribbon."""
        sides = [max(one.count, self._carried(key)) for key, one in self._every.items()]
        return min(UNIT, THICKEST / max(sides, default=1)) if any(sides) else UNIT

    @cached_property
    def cards(self) -> list[Card]:
        """The cards, column by column from the top."""
        ordered = sorted(self._every, key=lambda key: (self._slots[key].column, self._slots[key].y))
        return [self._card(self._every[key], self._slots[key]) for key in ordered]

    @cached_property
    def ribbons(self) -> list[Ribbon]:
        """The links; at a card those from below are stacked in the order of what they come from."""
        slots = self._slots
        taken = {key: slots[key].middle - sum(map(self._thick, links)) / 2 for key, links in self._below.items()}
        found = []
        for link in sorted(self._picture.links, key=lambda link: (slots[link.below].middle, slots[link.below].column)):
            thick = self._thick(link)
            points: list[tuple[float, float, float]] = []
            for key in self._way(link)[:-1]:
                x = slots[key].column * self.step
                points.append((x, x + self._room, taken[key]))
                taken[key] += thick
            below = slots[link.below]
            points.append((below.column * self.step, 0, below.middle - thick / 2))
            found.append(Ribbon(link, outline(points, thick) if link.count else course(points, thick / 2)))
        return found

    @property
    def headings(self) -> list[Heading]:
        """Each layer over the columns that hold it."""
        columns: dict[str, list[int]] = {}
        for one in self._every.values():
            columns.setdefault(one.layer, []).append(one.column)
        found = []
        for layer, held in sorted(columns.items(), key=lambda pair: min(pair[1])):
            width = (max(held) - min(held) + 1) * self.step - BETWEEN
            found.append(Heading(wrapped(self._layer(layer), int(width / LETTER), 2), min(held) * self.step, width))
        return found

    @cached_property
    def _slots(self) -> dict[str, Slot]:
        """The room of each card, and of the links that pass through a column on their way."""
        slots = {
            key: Slot(key, one.column, self._height(one), isinstance(one, More), [], [])
            for key, one in self._every.items()
        }
        for link in self._picture.links:
            way = self._way(link)
            for place, key in enumerate(way[1:-1], slots[link.above].column + 1):
                slots.setdefault(key, Slot(key, place, sum(map(self._thick, self._below[key])), False, [], []))
            for before, after in pairwise(way):
                if slots[before].column < slots[after].column:
                    slots[before].after.append(after)
                    slots[after].before.append(before)
        placed(slots)
        return slots

    def _way(self, link: Link) -> list[str]:
        """The slots that a link leads through, from above to below; those from one thing lie together."""
        first, last = self._every[link.above].column, self._every[link.below].column
        return [link.above, *(f"{link.above} {column}" for column in range(first + 1, last)), link.below]

    def _carried(self, key: str) -> int:
        return sum(link.count for link in self._below.get(key, ()))

    def _thick(self, link: Link) -> float:
        return max(link.count * self.unit, THINNEST)

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        """The name of each in lines that fit its card."""
        beside = Counter(one.column for one in self._every.values())
        letters = int((self._room - BAR - 2 * PADDING) / LETTER)
        return {
            key: wrapped(self._name(one), letters, MOST_LINES if beside[one.column] <= FEW else MOST_LINES // 2)
            for key, one in self._every.items()
        }

    def _height(self, one: Node | More) -> float:
        ends = sum(map(self._thick, self._below.get(one.key, ())))
        return max((len(self._lines[one.key]) + 1) * LINE + 2 * PADDING, one.count * self.unit, ends)

    def _card(self, one: Node | More, slot: Slot) -> Card:
        is_end = one.key not in self._below
        return Card(one, slot.column * self.step, slot.y, self._room, slot.height, self._lines[one.key], is_end)


def wrapped(text: str, letters: int, most: int) -> list[str]:
    """Text in at most so many lines of so many letters; a longer word is broken with a hyphen.

    >>> wrapped("Stärkt kunskapsutveckling inom området", 12, 3)
    ['Stärkt', 'kunskapsutv-', 'eckling …']
    """
    words = []
    for word in text.split():
        while len(word) > letters > 1:
            words.append(f"{word[: letters - 1]}-")
            word = word[letters - 1 :]
        words.append(word)
    return textwrap.wrap(" ".join(words), max(letters, 2), max_lines=most, placeholder=" …", break_on_hyphens=False)


def course(points: list[tuple[float, float, float]], lower: float = 0.0) -> str:
    """A line through slots: the left and right side of each and the height, the last ending at its left side.

    >>> course([(0, 10, 5), (70, 0, 25)])
    'M10.0 5.0C40.0 5.0 40.0 25.0 70.0 25.0'
    """
    (_, x, y), *others = points
    y += lower
    path = f"M{x:.1f} {y:.1f}"
    for number, (left, right, to) in enumerate(others, 1):
        bend, to = max(abs(left - x) / 2, BETWEEN / 2), to + lower
        path += f"C{x + bend:.1f} {y:.1f} {left - bend:.1f} {to:.1f} {left:.1f} {to:.1f}"
        path += f"H{right:.1f}" if number < len(others) else ""
        x, y = right, to
    return path


def outline(points: list[tuple[float, float, float]], thick: float) -> str:
    """The outline of a band: its upper side there and its lower side back.

    >>> outline([(0, 10, 5), (70, 0, 25)], 2)
    'M10.0 5.0C40.0 5.0 40.0 25.0 70.0 25.0V27.0C40.0 27.0 40.0 7.0 10.0 7.0Z'
    """
    x, y = points[-1][0], points[-1][2] + thick
    path = f"{course(points)}V{y:.1f}"
    others = [(left, right, height + thick) for left, right, height in reversed(points[:-1])]
    for number, (start, end, to) in enumerate(others, 1):
        bend = max(abs(x - end) / 2, BETWEEN / 2)
        path += f"C{x - bend:.1f} {y:.1f} {end + bend:.1f} {to:.1f} {end:.1f} {to:.1f}"
        path += f"H{start:.1f}" if number < len(others) else ""
        x, y = start, to
    return path + "Z"
