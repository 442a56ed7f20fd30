"""The embedded engine: Oxigraph in memory (pyoxigraph).

Values are bound with SPARQL substitutions (RDF-dev SEP-0007), never written into the text; pyoxigraph
refuses a bound variable that the SELECT does not project, so questions project their parameters.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from graph.answer import Answer, Blank, Iri, Literal, Term, Triple
from graph.errors import QuerySyntax, StoreError
from graph.store.kept import KeptFile
from graph.vocabulary import BASES, MAPPED, PREFIXES, RT

Bindings = Mapping[str, Term]
DUMPS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "ttl": ox.RdfFormat.TURTLE,
}
"""The formats of a dump: the first two with the named graphs, the others with what is stated and mapped."""
Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Store:
    """The graph, read-only. ``version`` is the fingerprint of its data, ``base`` that of its addresses."""

    def __init__(self, quads: bytes | KeptFile, version: str, base: str) -> None:
        self.version = version
        self.base = base
        self._quads = quads
        self._engine = lru_cache(maxsize=len(BASES))(self._load)

    @classmethod
    def load(cls, path: Path, version: str, base: str) -> "Store":
        try:
            store = cls(KeptFile(path), version, base)
            store._engine(MAPPED)
        except (OSError, SyntaxError) as error:
            raise StoreError(
                f"Den byggda grafen {path} går inte att läsa. Ta bort filen; den byggs då på nytt.",
                f"The built graph {path} cannot be read. Delete the file; it is then built anew.",
            ) from error
        return store

    @property
    def quads(self) -> bytes:
        """The whole store as N-Quads, the default graph being what is stated and mapped; read anew from its file."""
        return self._quads if isinstance(self._quads, bytes) else self._quads.read()

    def dump(self, form: str) -> bytes:
        """The graph in one of the formats of DUMPS."""
        engine, fmt = self._engine(MAPPED), DUMPS[form]
        if fmt.supports_datasets:
            named = (q for q in engine if q.graph_name != ox.DefaultGraph())
            content = ox.serialize(named, format=fmt, prefixes=PREFIXES)
        else:
            content = engine.dump(format=fmt, from_graph=ox.DefaultGraph(), prefixes=PREFIXES)
        assert content is not None
        return content

    def select(self, text: str, bindings: Bindings | None = None, basis: str = MAPPED) -> Answer:
        """The rows a SELECT gives on the links of a basis, in the order of the query; raises QuerySyntax."""
        result = self._solutions(text, bindings, basis)
        columns = tuple(variable.value for variable in result.variables)
        return Answer(columns, tuple(tuple(_term(value) for value in row) for row in result))

    def table(self, text: str, bindings: Bindings | None = None, basis: str = MAPPED) -> bytes:
        """The rows a SELECT gives as TSV (SPARQL 1.1), written by the engine: for many rows, read as columns.

        Raises QuerySyntax.
        """
        content = self._solutions(text, bindings, basis).serialize(format=ox.QueryResultsFormat.TSV)
        assert content is not None
        return content

    def _solutions(self, text: str, bindings: Bindings | None, basis: str) -> ox.QuerySolutions:
        bound: dict[ox.Variable, Node] = {ox.Variable(name): _node(term) for name, term in (bindings or {}).items()}
        try:
            result = self._engine(basis).query(text, substitutions=bound)
        except SyntaxError as error:
            raise QuerySyntax(f"Frågan är inte SPARQL: {error}", f"The query is not SPARQL: {error}") from error
        if not isinstance(result, ox.QuerySolutions):
            raise QuerySyntax("Frågan är ingen SELECT.", "The query is no SELECT.")
        return result

    def _load(self, basis: str) -> ox.Store:
        engine = ox.Store()
        if basis == MAPPED and isinstance(self._quads, KeptFile):
            engine.bulk_load(path=str(self._quads.path), format=ox.RdfFormat.N_QUADS)
        else:
            engine.bulk_load(self.quads if basis == MAPPED else merge(self.quads, basis), format=ox.RdfFormat.N_QUADS)
        return engine


def assembled(graphs: Mapping[str, bytes]) -> bytes:
    """N-Quads of named graphs, each given as N-Triples under its address, with their merge as default graph."""
    engine = ox.Store()
    for address, triples in graphs.items():
        engine.bulk_load(triples, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(address))
    return _merged(engine, MAPPED)


def merge(quads: bytes, basis: str) -> bytes:
    """The same named graphs, with a default graph that merges those the basis admits.

    The basis of a graph is the rt:basis it states of itself; a basis admits itself and the surer ones.
    """
    engine = ox.Store()
    engine.bulk_load(quads, format=ox.RdfFormat.N_QUADS)
    engine.clear_graph(ox.DefaultGraph())
    return _merged(engine, basis)


def _merged(engine: ox.Store, basis: str) -> bytes:
    admitted = {f"{RT}basis-{name}" for name in BASES[: BASES.index(basis) + 1]}
    for quad in list(engine.quads_for_pattern(None, ox.NamedNode(f"{RT}basis"), None, None)):
        if isinstance(quad.object, ox.NamedNode) and quad.object.value in admitted:
            triples = engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=quad.graph_name)
            engine.bulk_load(triples, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.DefaultGraph())
    content = engine.dump(format=ox.RdfFormat.N_QUADS)
    assert content is not None
    return content


def turtle(triples: Iterable[Triple]) -> str:
    """The triples as Turtle, with the usual prefixes."""
    lines = (ox.Triple(_subject(s), ox.NamedNode(str(p)), _node(o)) for s, p, o in triples)
    content = ox.serialize(lines, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    assert content is not None
    return content.decode()


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
