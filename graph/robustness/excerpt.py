"""The statements about a few things of a reading, as they would be after a change.

What a thing counts for is decided by what can be reached from it. So the statements about the things touched, and
about all that can be reached from them, are enough to tell what each counts for after the change: the same rules
(graph.coverage.facts, graph.coverage.dimension) read this excerpt as they read the whole.
"""

from weakref import WeakKeyDictionary

import numpy as np

from graph.coverage.reading import KINDS, LINKS, Reading, Statements
from graph.coverage.relation import Marks, Numbers, Relation, related
from graph.robustness.change import Change, numbers_in
from graph.vocabulary import BASES, RT, STATED, SUGGESTED


class Excerpt(Reading):
    """A reading with the statements about some things only, changed; the planned activities have the last numbers."""

    def __init__(self, whole: Reading, change: Change) -> None:
        self._size = whole.size + len(change.planned)
        self.names, self.number = whole.names, whole.number
        self._first_year, self._first_year_number = whole._first_year, whole._first_year_number
        about = _reached(whole, change)
        activity = whole.number.get(RT + "Activity", -1)
        self._statements = {}
        for key, of in whole._statements.items():
            kept = about[of.subject]
            if key == KINDS:
                kept &= ~(change.gone[of.subject] & (of.value == activity))
            if key in change.dropped:
                kept &= ~(change.dropped[key][of.subject] | change.dropped[key][of.value])
            added = [(n, activity) for n in range(whole.size, self._size)] if key == KINDS else change.added.get(key)
            self._statements[key] = _with(of, kept, added or [])

    @property
    def size(self) -> int:
        return self._size


def _with(of: Statements, kept: Marks, added: list[tuple[int, int]]) -> Statements:
    """These statements, and those added as stated ones."""
    subject, value = np.array(added, np.int64).reshape(-1, 2).T
    rank = np.full(len(added), BASES.index(STATED), np.int64)
    return Statements(
        np.concatenate([of.subject[kept], subject]),
        np.concatenate([of.value[kept], value]),
        np.concatenate([of.rank[kept], rank]),
    )


def _reached(whole: Reading, change: Change) -> Marks:
    """The things touched, their follow-ups, what the planned ones lead to, and all that can be reached from these."""
    follow_ups = whole.relation(RT + "followsUp", SUGGESTED).only(right=change.touched).left
    begin = [np.flatnonzero(change.touched), follow_ups, _own(whole, numbers_in(change.added, LINKS))]
    marks = np.zeros(whole.size, bool)
    new = np.unique(np.concatenate(begin))
    while len(new):
        marks[new] = True
        _, after = onward(whole).reached(new)
        new = np.unique(after[~marks[after]])
    return marks


def _own(whole: Reading, numbers: Numbers) -> Numbers:
    return numbers[numbers < whole.size]


_ONWARD: WeakKeyDictionary[Reading, Relation] = WeakKeyDictionary()


def onward(whole: Reading) -> Relation:
    """What each thing leads to, by any property and on any basis; made once for a reading."""
    if whole not in _ONWARD:
        _ONWARD[whole] = _onward(whole)
    return _ONWARD[whole]


def _onward(whole: Reading) -> Relation:
    steps = [whole.relation(prop, SUGGESTED) for prop in LINKS]
    left, right = (np.concatenate([getattr(step, side) for step in steps]) for side in ("left", "right"))
    return related(left, right, whole.size)
