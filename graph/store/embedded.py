"""The store, and the engine it has by default: Oxigraph in memory (pyoxigraph), embedded.

Values are bound with SPARQL substitutions (RDF-dev SEP-0007), never written into the text; pyoxigraph
refuses a bound variable that the SELECT does not project, so questions project their parameters.
"""

import re
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.answer import Answer, Blank, Iri, Literal, Term, Triple
from graph.errors import QuerySyntax, StoreError
from graph.store.engine import Bindings, Engine
from graph.store.kept import KeptFile
from graph.vocabulary import BASES, MAPPED, PREFIXES, RT

DUMPS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "ttl": ox.RdfFormat.TURTLE,
}
"""The formats of a dump: the first two with the named graphs, the others with what is stated and mapped."""
FORMS = {"nt": ox.RdfFormat.N_TRIPLES, "ttl": ox.RdfFormat.TURTLE, "rdf": ox.RdfFormat.RDF_XML}
"""The formats of a few triples."""
GRAPHS = f"SELECT DISTINCT ?graph ?basis WHERE {{ GRAPH ?graph {{ ?any <{RT}basis> ?basis }} }}"
ESCAPED = re.compile(r"\\\\([uU])|\\.")
"""A backslash that is escaped and stands before u, or any other escape."""
Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Store:
    """The graph, read-only: these quads in an engine of their own, or an engine that has them.

    ``version`` is the fingerprint of its data, ``base`` that of its addresses.
    """

    def __init__(self, source: bytes | KeptFile | Engine, version: str, base: str) -> None:
        self.version = version
        self.base = base
        self.made: dict[object, Any] = {}
        """What ``kept`` keeps of it."""
        self.engine = Embedded(source) if isinstance(source, bytes | KeptFile) else source

    @classmethod
    def load(cls, path: Path, version: str, base: str) -> "Store":
        """The store of a built graph; raises StoreError."""
        try:
            return cls(Embedded(KeptFile(path)).ready(), version, base)
        except (OSError, SyntaxError) as error:
            raise StoreError(
                f"Den byggda grafen {path} går inte att läsa. Ta bort filen; den byggs då på nytt.",
                f"The built graph {path} cannot be read. Delete the file; it is then built anew.",
            ) from error

    @property
    def quads(self) -> bytes:
        """The whole store as N-Quads, the default graph being what is stated and mapped; read anew each time."""
        return self.engine.quads

    def dump(self, form: str) -> bytes:
        """The graph in one of the formats of DUMPS."""
        return self.engine.dump(form)

    def check(self) -> None:
        """Raise StoreError where the engine is not well, or no longer holds this version."""
        loaded = self.engine.loaded()
        if loaded not in (None, self.version):
            raise StoreError(
                f"Motorn har fått en annan version av grafen ({loaded}, inte {self.version}). Starta om tjänsten.",
                f"The engine was given another version of the graph ({loaded}, not {self.version}). "
                "Restart the service.",
            )

    def graphs(self, basis: str) -> list[str]:
        """The addresses of the named graphs that a basis admits, in alphabetical order."""
        return sorted({str(row["graph"]) for row in self.select(GRAPHS) if str(row["basis"]) in _known(basis)})

    def select(self, text: str, bindings: Bindings | None = None, basis: str = MAPPED) -> Answer:
        """The rows a SELECT gives on the links of a basis, in the order of the query; raises QuerySyntax."""
        return self.engine.select(text, bindings or {}, basis)

    def table(self, text: str, bindings: Bindings | None = None, basis: str = MAPPED) -> bytes:
        """The rows a SELECT gives as TSV (SPARQL 1.1), written without Python: for many rows, read as columns.

        Raises QuerySyntax.
        """
        return self.engine.table(text, bindings or {}, basis)


class Embedded:
    """Oxigraph in memory. A basis other than the default gets an Oxigraph of its own when it is first asked for."""

    def __init__(self, quads: bytes | KeptFile) -> None:
        self._quads = quads
        self._engines: dict[str, ox.Store] = {}
        self._loading = threading.Lock()

    def ready(self) -> "Embedded":
        """Itself, loaded; raises OSError or SyntaxError."""
        self._on(MAPPED)
        return self

    @property
    def quads(self) -> bytes:
        return self._quads if isinstance(self._quads, bytes) else self._quads.read()

    def dump(self, form: str) -> bytes:
        engine, fmt = self._on(MAPPED), DUMPS[form]
        if fmt.supports_datasets:
            named = (q for q in engine if q.graph_name != ox.DefaultGraph())
            content = ox.serialize(named, format=fmt, prefixes=PREFIXES)
        else:
            content = engine.dump(format=fmt, from_graph=ox.DefaultGraph(), prefixes=PREFIXES)
        assert content is not None
        return content

    @property
    def names(self) -> list[str]:
        """The addresses of its named graphs, in alphabetical order."""
        return sorted(name.value for name in self._on(MAPPED).named_graphs())

    def graph(self, address: str) -> bytes:
        """One named graph as N-Triples."""
        content = self._on(MAPPED).dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(address))
        assert content is not None
        return content

    def loaded(self) -> None:
        """Nobody else can change it."""

    def select(self, text: str, bindings: Bindings, basis: str) -> Answer:
        return rows_of(self._solutions(text, bindings, basis))

    def table(self, text: str, bindings: Bindings, basis: str) -> bytes:
        return table_of(self._solutions(text, bindings, basis))

    def _solutions(self, text: str, bindings: Bindings, basis: str) -> object:
        try:
            return self._on(basis).query(text, substitutions=bound(bindings))
        except SyntaxError as error:
            raise QuerySyntax(f"Frågan är inte SPARQL: {error}", f"The query is not SPARQL: {error}") from error

    def _on(self, basis: str) -> ox.Store:
        """The engine of a basis. Who asks while it is loaded waits, so that nobody loads it beside."""
        if basis not in self._engines:
            with self._loading:
                if basis not in self._engines:
                    self._engines[basis] = self._load(basis)
        return self._engines[basis]

    def _load(self, basis: str) -> ox.Store:
        if basis == MAPPED and isinstance(self._quads, KeptFile):
            engine = ox.Store()
            engine.bulk_load(path=str(self._quads.path), format=ox.RdfFormat.N_QUADS)
            return engine
        # By then the file may have lost its name, but it is still open.
        return on_basis(self.quads, basis)


def bound(bindings: Bindings) -> dict[ox.Variable, Node]:
    """Values as substitutions of the engine."""
    return {ox.Variable(name): _node(term) for name, term in bindings.items()}


def rows_of(result: object) -> Answer:
    """The rows of a SELECT; raises QuerySyntax for the result of another form."""
    found = _rows_only(result)
    columns = tuple(variable.value for variable in found.variables)
    return Answer(columns, tuple(tuple(_term(value) for value in row) for row in found))


def table_of(result: object) -> bytes:
    """The same as TSV."""
    content = _rows_only(result).serialize(format=ox.QueryResultsFormat.TSV)
    assert content is not None
    return content


def _rows_only(result: object) -> ox.QuerySolutions:
    if not isinstance(result, ox.QuerySolutions):
        raise QuerySyntax("Frågan är ingen SELECT.", "The query is no SELECT.")
    return result


def merge(quads: bytes, basis: str) -> bytes:
    """The same named graphs, with a default graph that merges those the basis admits.

    The basis of a graph is the rt:basis it states of itself; a basis admits itself and the surer ones.
    """
    engine = loaded(quads)
    set_basis(engine, basis)
    content = engine.dump(format=ox.RdfFormat.N_QUADS)
    assert content is not None
    return content


def on_basis(quads: bytes, basis: str) -> ox.Store:
    """An engine of a built graph, whose default graph is that of a basis."""
    engine = ox.Store()
    engine.bulk_load(quads, format=ox.RdfFormat.N_QUADS)
    if basis != MAPPED:
        set_basis(engine, basis)
    return engine


def set_basis(engine: ox.Store, basis: str) -> None:
    """Let the default graph be the merge of the named graphs that a basis admits."""
    engine.clear_graph(ox.DefaultGraph())
    add(engine, admitted(engine, basis), "DEFAULT")


def add(engine: ox.Store, graphs: Iterable[ox.NamedNode], to: ox.NamedNode | str) -> None:
    """Add all of these graphs to another, or to the "DEFAULT" one.

    The engine does so by itself: a statement that passes through Python waits for its turn among all threads.
    """
    engine.update(";\n".join(f"ADD {graph} TO {to}" for graph in graphs))


def loaded(quads: bytes) -> ox.Store:
    """An engine of these N-Quads, in which blank nodes have the names that they have there."""
    engine = ox.Store()
    if b"_:" in quads:
        engine.bulk_extend(ox.parse(quads, format=ox.RdfFormat.N_QUADS))
    else:
        engine.bulk_load(quads, format=ox.RdfFormat.N_QUADS)
    return engine


def admitted(engine: ox.Store, basis: str) -> list[ox.NamedNode]:
    """The named graphs of which the basis they state is this one or a surer."""
    known = _known(basis)
    named = ((q.graph_name, q.object) for q in engine.quads_for_pattern(None, ox.NamedNode(f"{RT}basis"), None, None))
    return [
        graph
        for graph, stated in named
        if isinstance(graph, ox.NamedNode) and isinstance(stated, ox.NamedNode) and stated.value in known
    ]


def _known(basis: str) -> set[str]:
    """The addresses of this basis and the surer ones."""
    return {f"{RT}basis-{name}" for name in BASES[: BASES.index(basis) + 1]}


def written(term: Term) -> str:
    r"""The term as it stands in a query or in N-Triples, with what would end it escaped.

    A backslash before u is no escape of a character, but SPARQL looks for those before it reads strings (19.2).

    >>> print(written(Iri("https://example.org/a")), written(Literal('a"b')), written(Literal(r"\u0022")))
    <https://example.org/a> "a\"b" "\\\U000000750022"
    """
    return ESCAPED.sub(lambda found: rf"\\\U{ord(found[1]):08x}" if found[1] else found[0], str(_node(term)))


def turtle(triples: Iterable[Triple]) -> str:
    """The triples as Turtle, with the usual prefixes."""
    return serialized(triples, "ttl").decode()


def serialized(triples: Iterable[Triple], form: str) -> bytes:
    """The triples in one of the formats of FORMS, with the usual prefixes where the format has any."""
    lines = (ox.Triple(_subject(s), ox.NamedNode(str(p)), _node(o)) for s, p, o in triples)
    content = ox.serialize(lines, format=FORMS[form], prefixes=PREFIXES)
    assert content is not None
    return content


def _subject(term: Term) -> ox.NamedNode | ox.BlankNode:
    node = _node(term)
    assert not isinstance(node, ox.Literal)
    return node


def _node(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(term, Iri):
        return ox.NamedNode(term.text)
    if isinstance(term, Blank):
        return ox.BlankNode(term.text)
    if term.language:
        return ox.Literal(term.text, language=term.language)
    return ox.Literal(term.text, datatype=ox.NamedNode(term.datatype))


def _term(node: Node | None) -> Term | None:
    if isinstance(node, ox.NamedNode):
        return Iri(node.value)
    if isinstance(node, ox.Literal):
        return Literal(node.value, node.datatype.value, node.language or "")
    if isinstance(node, ox.BlankNode):
        return Blank(node.value)
    if node is None:
        return None
    raise QuerySyntax("Citerade tripplar stöds inte.", "Quoted triples are not supported.")
