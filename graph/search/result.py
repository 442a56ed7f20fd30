"""Search: what is found, in which order, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.errors import BadParameter, nearest
from graph.search.asked import Asked, asked, key
from graph.search.excerpt import Piece, excerpt, missing
from graph.search.index import TIERS, Index, Rows, index
from graph.search.text import Text
from graph.store import Store

MOST = 50
NONE: Rows = np.array([], np.int64)


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found: its kind, the text that shows why, and whether the search is just its name or code.

    ``missing`` are the words that it lacks, where nothing has all.
    """

    thing: str
    kind: str
    is_exact: bool
    text: Text
    excerpt: tuple[Piece, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """The answer to a search: the best hits, and how many things of each kind there are.

    ``kinds`` are those asked for; ``counts`` has the others too. ``has_all`` is false where nothing has all the words,
    and the hits have some of them.
    """

    asked: Asked
    kinds: tuple[str, ...]
    hits: tuple[Hit, ...]
    counts: dict[str, int]
    has_all: bool

    @property
    def total(self) -> int:
        """How many things there are of the kinds asked for."""
        return sum(count for kind, count in self.counts.items() if not self.kinds or kind in self.kinds)


def search(store: Store, text: str, kinds: Iterable[str] = (), most: int = MOST) -> Found:
    """What has all the words of a text, by name before description before quote, the best of each first.

    Where nothing has all, what has some. Raises BadParameter where the text is too long or a kind is none.
    """
    found = index(store)
    chosen = tuple(dict.fromkeys(kinds))
    for kind in chosen:
        if kind not in found.kinds:
            near = ", ".join(nearest(kind, found.kinds))
            raise BadParameter("kind", kind, f"Slaget finns inte. Närmast: {near}.", f"No such kind. Nearest: {near}.")
    wanted = asked(text)
    rows = found.matching(wanted.units) if wanted.units else NONE
    exact = found.named(wanted)
    has_all = len(rows) + len(exact) > 0 or len(wanted.units) < 2
    if has_all:
        best = _best(found, wanted, exact, chosen, most)
        rows = np.union1d(rows, exact)
    else:
        rows = found.with_some(wanted.units)
        best = found.of_kinds(rows, chosen)
    whole = set(exact.tolist())
    hits = tuple(_hit(found, row, wanted, row in whole) for row in best[: max(most, 0)].tolist())
    return Found(wanted, chosen, hits, found.counts(rows), has_all)


def _best(found: Index, wanted: Asked, exact: Rows, kinds: Sequence[str], most: int) -> Rows:
    """The rows in order: what is just that, then what has all the words, tier by tier until there are enough."""
    rows = _once(found.of_kinds(exact, kinds))
    for fields in TIERS if wanted.units else ():
        if len(rows) < most:
            rows = _once(np.concatenate([rows, found.best(wanted.units, fields, kinds, most)]))
    return rows


def _once(rows: Rows) -> Rows:
    """Each row where it first stands."""
    return rows[np.sort(np.unique(rows, return_index=True)[1])]


def _hit(found: Index, row: int, wanted: Asked, is_exact: bool) -> Hit:
    thing = found.things[row]
    lacking = [missing(wanted.units, text.text) for text in thing.texts]
    never = frozenset(wanted.units).intersection(*lacking) if not is_exact else frozenset()
    best = min(
        range(len(lacking)), key=lambda place: (_differs(thing.texts[place], wanted, is_exact), len(lacking[place]))
    )
    return Hit(
        thing.address,
        found.kind(row),
        is_exact,
        thing.texts[best],
        excerpt(thing.texts[best].text, wanted),
        tuple(unit.written for unit in wanted.units if unit in never),
    )


def _differs(text: Text, wanted: Asked, is_exact: bool) -> bool:
    """Whether a thing was found by its whole name or code, and this text is not that."""
    return is_exact and key(text.text) != wanted.key
