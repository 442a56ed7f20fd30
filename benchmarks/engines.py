"""The engines: each loads the graph and answers SPARQL. Virtuoso is in benchmarks.virtuoso."""

from pathlib import Path
from typing import Protocol

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral

from benchmarks.cases import Case, Table
from graph.answer import Iri, Literal, Term

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Engine(Protocol):
    """Something that has the graph and answers questions about it."""

    def load(self) -> None:
        """Read the graph; what a start costs."""

    def ask(self, case: Case) -> Table:
        """The whole answer, as text."""


class Rdflib:
    """rdflib's own engine on its in-memory store, values as initBindings."""

    def __init__(self, folder: Path) -> None:
        self._file, self._graph = folder / "national.nt", Graph()

    def load(self) -> None:
        self._graph.parse(self._file, format="nt")

    def ask(self, case: Case) -> Table:
        bound = {name: _rdflib(term) for name, term in case.bound.items()}
        result = self._graph.query(case.text, initBindings=bound)
        columns = tuple(str(variable) for variable in result.vars or ())
        rows = [tuple("" if term is None else str(term) for term in row) for row in result]  # type: ignore[union-attr]
        return Table(columns, rows)


class OxigraphMemory:
    """Oxigraph in memory (pyoxigraph), values as substitutions."""

    def __init__(self, folder: Path) -> None:
        self._file, self._store = folder / "national.nt", ox.Store()

    def load(self) -> None:
        self._store.bulk_load(path=self._file, format=ox.RdfFormat.N_TRIPLES)

    def ask(self, case: Case) -> Table:
        return answered(self._store, case)


class OxigraphDisk:
    """Oxigraph on disk; the database is made once by ``build`` and opened read-only for every question."""

    def __init__(self, folder: Path) -> None:
        self._file, self._path = folder / "national.nt", folder / "oxigraph"
        self._store: ox.Store | None = None

    def build(self) -> None:
        """Make the database."""
        store = ox.Store(self._path)
        store.bulk_load(path=self._file, format=ox.RdfFormat.N_TRIPLES)
        store.flush()

    def load(self) -> None:
        """Nothing: RocksDB's threads do not survive the fork before each question, so that opens it."""

    def open(self) -> ox.Store:
        """The database, read-only."""
        self._store = self._store or ox.Store.read_only(str(self._path))
        return self._store

    def ask(self, case: Case) -> Table:
        return answered(self.open(), case)


def answered(store: ox.Store, case: Case) -> Table:
    """The answer of an Oxigraph store."""
    bound: dict[ox.Variable, Node] = {ox.Variable(name): _oxigraph(term) for name, term in case.bound.items()}
    result = store.query(case.text, substitutions=bound)
    assert isinstance(result, ox.QuerySolutions)
    columns = tuple(variable.value for variable in result.variables)
    return Table(columns, [tuple(_text(value) for value in row) for row in result])


def _text(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode | ox.Literal | ox.BlankNode) else ""


def _oxigraph(term: Term) -> ox.NamedNode | ox.Literal:
    if isinstance(term, Iri):
        return ox.NamedNode(term.text)
    assert isinstance(term, Literal)
    return ox.Literal(term.text, datatype=ox.NamedNode(term.datatype))


def _rdflib(term: Term) -> URIRef | RdfLiteral:
    if isinstance(term, Iri):
        return URIRef(term.text)
    assert isinstance(term, Literal)
    return RdfLiteral(term.text, datatype=URIRef(term.datatype))
