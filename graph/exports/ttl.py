"""Turtle: the graph itself or, for a table, the W3C result set vocabulary (DAWG, rs:)."""

from rdflib import XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from graph import answer
from graph.exports import Table
from graph.vocabulary import PREFIXES

MEDIA_TYPE = "text/turtle"
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")


def write(table: Table) -> str:
    """The table as Turtle."""
    graph = Graph()
    if table.triples is None:
        _result_set(graph, table.answer)
        # N-Triples is Turtle too; the nested form takes rdflib seconds for a few hundred rows.
        return graph.serialize(format="nt")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in table.triples:
        graph.add(tuple(_node(term) for term in triple))  # type: ignore[arg-type]
    return graph.serialize(format="turtle")


def _result_set(graph: Graph, rows: answer.Answer) -> None:
    results = BNode()
    graph.add((results, RDF.type, RS.ResultSet))
    for column in rows.columns:
        graph.add((results, RS.resultVariable, Literal(column)))
    for number, row in enumerate(rows, 1):
        solution = BNode()
        graph.add((results, RS.solution, solution))
        graph.add((solution, RS["index"], Literal(number, datatype=XSD.integer)))
        for column, term in row.items():
            if term is not None:
                binding = BNode()
                graph.add((solution, RS.binding, binding))
                graph.add((binding, RS.variable, Literal(column)))
                graph.add((binding, RS.value, _node(term)))


def _node(term: answer.Term) -> URIRef | Literal | BNode:
    if isinstance(term, answer.Iri):
        return URIRef(term.text)
    if isinstance(term, answer.Blank):
        return BNode(term.text)
    if term.language:
        return Literal(term.text, lang=term.language)
    plain = term.datatype == answer.STRING
    return Literal(term.text, datatype=None if plain else URIRef(term.datatype), normalize=False)
