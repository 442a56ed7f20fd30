"""The index: SQLite's FTS5 in memory, a row for each thing, built once per store.

Each kind of text has two columns, the whole words and their stems. Only folded words stand in them, so that what is
found here and what is marked in an excerpt are the same words.
"""

import sqlite3
import weakref
from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from graph.errors import StoreError
from graph.search.asked import Asked, Unit, key
from graph.search.kinds import is_own, kind_of
from graph.search.text import CODE, DESCRIPTION, NAME, OTHER_NAME, QUOTE, Readable, Text, read
from graph.search.word import folded, folded_words, stem
from graph.store import Store, kept

ENGINE = "fts5"
TIERS = ((NAME, CODE, OTHER_NAME), (NAME, CODE, OTHER_NAME, DESCRIPTION), (NAME, CODE, OTHER_NAME, DESCRIPTION, QUOTE))
"""Where all words must stand to come first, second and last."""
WEIGHTS = {NAME: 10.0, CODE: 10.0, OTHER_NAME: 6.0, DESCRIPTION: 2.0, QUOTE: 1.0}
STEMMED = 0.4
"""What a stem weighs beside the whole word."""
APART = "|"
"""Stands between two texts of a column, so that no phrase reaches from one into the other."""
SETTING = f"""content='', prefix='1 2 3', tokenize="unicode61 remove_diacritics 2 tokenchars '{APART}'\""""
Rows = NDArray[np.int64]


def column(field: str, stems: bool = False) -> str:
    """The name of a column."""
    return field.replace("-", "_") + ("_stem" if stems else "")


COLUMNS = [(field, stems) for field in WEIGHTS for stems in (False, True)]
KIND = "kind"
MATCH = "SELECT rowid FROM thing WHERE thing MATCH ?"
BEST = f"{MATCH} ORDER BY rowid >= ?, rank, rowid LIMIT ?"


class Index:
    """The things of a store in the order of their rows, and where each word stands.

    What the graph is about comes first, then how it was read, its named graphs and the words it is written with.
    """

    def __init__(self, store: Store) -> None:
        found = [(kind_of(thing.address, thing.classes), thing) for thing in read(store)]
        found.sort(key=lambda pair: not is_own(pair[1].address, pair[0]))
        self.things = [thing for _, thing in found]
        self.kinds = sorted({kind for kind, _ in found})
        self._kind = np.array([self.kinds.index(kind) for kind, _ in found], np.int64)
        self._own = sum(is_own(thing.address, kind) for kind, thing in found)
        self._prefix = f"{store.base}id/"
        self._named, self._addressed = _named(self.things), _addressed(self.things, self._prefix)
        self._lock = Lock()
        self._engine = _engine(found)
        weakref.finalize(self, self._engine.close)

    def kind(self, row: int) -> str:
        """The kind of a thing by its row."""
        return self.kinds[int(self._kind[row])]

    def counts(self, rows: Rows) -> dict[str, int]:
        """How many of these are of each kind."""
        counted = np.bincount(self._kind[rows], minlength=len(self.kinds)).tolist()
        return {kind: count for kind, count in zip(self.kinds, counted, strict=True) if count}

    def of_kinds(self, rows: Rows, kinds: Sequence[str]) -> Rows:
        """Those of these that are of one of the kinds; all where none is given."""
        return rows[np.isin(self._kind[rows], [self.kinds.index(kind) for kind in kinds])] if kinds else rows

    def named(self, asked: Asked) -> Rows:
        """The things with just this name, code or address."""
        written = folded(asked.text.strip().removeprefix(self._prefix))
        return np.array([*self._addressed.get(written, ()), *self._named.get(asked.key, ())], np.int64)

    def matching(self, units: Sequence[Unit], fields: Sequence[str] = TIERS[-1]) -> Rows:
        """The things that have every unit in these fields, in no order."""
        return self._rows(MATCH, _all(units, fields))

    def best(self, units: Sequence[Unit], fields: Sequence[str], kinds: Sequence[str], most: int) -> Rows:
        """The best of them that are of one of the kinds, the best first."""
        of_kinds = " OR ".join(f'"{_token(kind)}"' for kind in kinds)
        narrowed = f" AND {KIND} : ({of_kinds})" if of_kinds else ""
        return self._rows(BEST, _all(units, fields) + narrowed, self._own, most)

    def with_some(self, units: Sequence[Unit]) -> Rows:
        """The things with at least one unit: those with the most first, then those with the rarest in their name."""
        many, weight = np.zeros(len(self.things)), np.zeros(len(self.things))
        for unit in units:
            rows = self.matching([unit])
            many[rows] += 1
            weight[self.matching([unit], TIERS[0])] += np.log1p(len(self.things) / (1 + len(rows)))
        found = np.flatnonzero(many)
        return found[np.lexsort((found, -weight[found], found >= self._own, -many[found]))]

    def _rows(self, text: str, *values: str | int) -> Rows:
        with self._lock:
            return np.array([row for (row,) in self._engine.execute(text, values)], np.int64)


def _engine(things: Sequence[tuple[str, Readable]]) -> sqlite3.Connection:
    engine = sqlite3.connect(":memory:", check_same_thread=False)
    columns = ", ".join([KIND, *(column(*which) for which in COLUMNS)])
    weights = ", ".join(["0", *(str(WEIGHTS[field] * (STEMMED if stems else 1)) for field, stems in COLUMNS)])
    try:
        engine.execute(f"CREATE VIRTUAL TABLE thing USING {ENGINE}({columns}, {SETTING})")
    except sqlite3.OperationalError as error:
        engine.close()
        raise StoreError(
            f"Sökningen behöver {ENGINE} i SQLite, och det saknas i den Python som kör. Allt annat fungerar.",
            f"Search needs {ENGINE} in SQLite, and the Python that runs lacks it. Everything else works.",
        ) from error
    engine.execute("INSERT INTO thing(thing, rank) VALUES ('rank', ?)", (f"bm25({weights})",))
    engine.executemany(
        f"INSERT INTO thing(rowid, {columns}) VALUES (?, ?{', ?' * len(COLUMNS)})",  # noqa: S608
        ((row, _token(kind), *_columns(thing.texts)) for row, (kind, thing) in enumerate(things)),
    )
    engine.execute("INSERT INTO thing(thing) VALUES ('optimize')")
    engine.commit()
    return engine


def _columns(texts: Iterable[Text]) -> list[str]:
    """The words of the texts, and their stems, by field."""
    found: dict[str, list[tuple[str, str]]] = {}
    for text in texts:
        found.setdefault(text.field, []).append(_folded(text.text))
    return [f" {APART} ".join(pair[stems] for pair in found.get(field, ())) for field, stems in COLUMNS]


@lru_cache(maxsize=16_384)
def _folded(text: str) -> tuple[str, str]:
    """A text as its words and as their stems, between spaces."""
    found = folded_words(text)
    return " ".join(found), " ".join(map(stem, found))


def _token(kind: str) -> str:
    """A kind as one word."""
    return kind.replace("-", "")


def _all(units: Sequence[Unit], fields: Sequence[str]) -> str:
    return " AND ".join(_expression(unit, fields) for unit in units)


def _expression(unit: Unit, fields: Sequence[str]) -> str:
    """How the engine is asked for a unit; it holds nothing but letters and digits in quotation marks."""
    phrase = f'"{" ".join(unit.words)}"'
    whole = f"{phrase} OR {phrase} *" if unit.opens else phrase
    asked = f"{{{' '.join(column(field) for field in fields)}}} : ({whole})"
    if unit.stem is None:
        return f"({asked})"
    return f'({asked} OR {{{" ".join(column(field, True) for field in fields)}}} : "{unit.stem}")'


def _named(things: Sequence[Readable]) -> dict[str, tuple[int, ...]]:
    """Names and codes as they are looked up, each with the rows of its things: first by name, then by code."""
    found: dict[str, dict[int, None]] = {}
    for field in TIERS[0]:
        for row, thing in enumerate(things):
            for text in thing.texts:
                if text.field == field:
                    found.setdefault(key(text.text), {})[row] = None
    return {name: tuple(rows) for name, rows in found.items()}


def _addressed(things: Sequence[Readable], prefix: str) -> dict[str, list[int]]:
    """Addresses as ``kind/slug`` and as slug alone, each with the rows of its things; others' addresses whole."""
    found: dict[str, list[int]] = {}
    for row, thing in enumerate(things):
        short = thing.address.removeprefix(prefix)
        for way in (short, short.partition("/")[2]) if short != thing.address else (short,):
            found.setdefault(folded(way), []).append(row)
    return found


@kept
def index(store: Store) -> Index:
    """The index of a store, built once; whoever comes while it is being built waits for it."""
    return Index(store)
