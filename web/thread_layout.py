"""Where things stand in the columns of a picture: slots from the top, none over another, each near its neighbours."""

from dataclasses import dataclass

HEAD, GAP = 48.0, 9.0
"""Room for the headings, and between two slots."""


@dataclass
class Slot:
    """Room in a column. ``before`` and ``after`` are the slots in the columns beside it that it is joined with."""

    key: str
    column: int
    height: float
    last: bool
    before: list[str]
    after: list[str]
    y: float = HEAD

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def placed(slots: dict[str, Slot]) -> list[list[Slot]]:
    """The slots by column, from the top: in the order of those before them, and as near both sides as there is room.

    >>> a, b = Slot("a", 0, 20.0, False, [], ["b"]), Slot("b", 1, 60.0, False, ["a"], [])
    >>> [[(slot.key, slot.y) for slot in column] for column in placed({"a": a, "b": b})]
    [[('a', 68.0)], [('b', 48.0)]]
    """
    columns: list[list[Slot]] = [[] for _ in range(1 + max((slot.column for slot in slots.values()), default=-1))]
    for slot in slots.values():
        columns[slot.column].append(slot)
    for column in columns:
        best = {slot.key: _mean([slots[key] for key in slot.before], slot) for slot in column}
        column.sort(key=lambda slot, best=best: (slot.last, best[slot.key]))  # type: ignore[misc]
        _stand(column, best)
    for column in reversed(columns[:-1]):
        _stand(column, {slot.key: _mean([slots[key] for key in slot.after], slot) for slot in column})
    return columns


def spread(heights: list[float], wanted: list[float]) -> list[float]:
    """Tops of slots in this order, none over another or over the headings, together as near these as can be.

    >>> spread([20.0, 20.0], [100.0, 100.0])
    [85.5, 114.5]
    """
    # A run of slots that stand close: how many, the sum of the tops they would have it at, and its height.
    runs: list[tuple[int, float, float]] = []
    for height, top in zip(heights, wanted, strict=True):
        run = (1, top, height + GAP)
        while runs and _top(runs[-1]) + runs[-1][2] > _top(run):
            many, total, above = runs.pop()
            run = (many + run[0], total + run[1] - run[0] * above, above + run[2])
        runs.append(run)
    tops: list[float] = []
    for run in runs:
        top = _top(run)
        for height in heights[len(tops) : len(tops) + run[0]]:
            tops.append(top)
            top += height + GAP
    return tops


def _top(run: tuple[int, float, float]) -> float:
    return max(run[1] / run[0], HEAD)


def _mean(beside: list[Slot], slot: Slot) -> float:
    """The middle at which a slot would stand best; where it stands, if it is joined with nothing."""
    return sum(one.middle for one in beside) / len(beside) if beside else slot.middle


def _stand(column: list[Slot], best: dict[str, float]) -> None:
    tops = spread([slot.height for slot in column], [best[slot.key] - slot.height / 2 for slot in column])
    for slot, top in zip(column, tops, strict=True):
        slot.y = top
