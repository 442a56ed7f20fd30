"""The W3C's tests of queries, of their syntax and of the result formats, asked of the endpoint over HTTP.

All the files of the tests are named graphs of one service; each test chooses its own with the protocol's parameters.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import engines
import pyoxigraph as ox
import pytest
import w3c
from rdflib import RDF, Graph, Namespace, URIRef
from w3c import BASE, FORMATS, MF, QT, Case, isomorphic, marked, path_of

pytestmark = w3c.needed
FOLDERS = [
    "aggregates",
    "bind",
    "bindings",
    "cast",
    "construct",
    "csv-tsv-res",
    "exists",
    "functions",
    "grouping",
    "json-res",
    "negation",
    "project-expression",
    "property-path",
    "subquery",
    "syntax-query",
]
NUMBERS = "the engine keeps the value of a number, not how it was written nor that it was a negativeInteger"
EMPTY_GRAPHS = "the engine, like N-Quads, knows no graph that is empty, and asks GRAPH ?g only of those it knows"
ZERO_STEPS = "a path of no steps from a term that is in no statement finds nothing in the engine"
LANGUAGES = "the engine's GROUP_CONCAT keeps the language that its strings share, as a newer draft has it"
OF_OXIGRAPH = {
    "aggregates/agg-groupconcat-04": LANGUAGES,
    "aggregates/agg-groupconcat-06": LANGUAGES,
    "aggregates/agg-empty-group-count-graph": "the engine counts once for all graphs, not for each",
    "bindings/graph": EMPTY_GRAPHS,
    "csv-tsv-res/csv03": NUMBERS,
    "csv-tsv-res/tsv03": NUMBERS,
    "functions/bnode01": "the engine's BNODE(text) gives the same node in every row",
    "negation/graph-minus": "the engine lets the variable of an outer GRAPH count as shared by both sides of MINUS",
    "property-path/zero_or_more_set_start": ZERO_STEPS,
    "property-path/zero_or_more_set_end": ZERO_STEPS,
    "property-path/zero_or_one_set_start": ZERO_STEPS,
    "property-path/zero_or_one_set_end": ZERO_STEPS,
    "syntax-query/test_4": "a function that nobody knows is refused, not only parsed",
}
LARGER = "Fuseki reads ARQ's larger language"
WRITTEN_HERE = ("csv-tsv-res/csv03", "csv-tsv-res/tsv03", "functions/bnode01")
OF_FUSEKI = {name: OF_OXIGRAPH[name] for name in WRITTEN_HERE} | {
    "construct/constructwhere06": LARGER,
    "syntax-query/test_43": LARGER,
    "syntax-query/test_46": LARGER,
    "syntax-query/test_47": LARGER,
    "functions/plus-1-corrected": "Fuseki adds strings too",
    "functions/plus-2-corrected": "Fuseki adds strings too",
    "property-path/values_and_path": "Fuseki takes 1 and 1.0 for the same when it joins",
}
EXCEPTIONS = OF_FUSEKI if engines.chosen == "fuseki" else OF_OXIGRAPH
"""Every test that is not passed, with the reason; one that begins to pass must leave the table."""
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
MEDIA = {
    ".srx": "application/sparql-results+xml",
    ".srj": "application/sparql-results+json",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".ttl": "text/turtle",
}
PARSED = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
Serving = Callable[..., AbstractContextManager[str]]
Table = tuple[frozenset[str], list[ox.Triple]]


def all_cases() -> list[Case]:
    return [case for folder in FOLDERS for case in w3c.cases(f"{folder}/manifest.ttl")]


def evaluations() -> list[Case]:
    return [case for case in all_cases() if case.kinds & {"QueryEvaluationTest", "CSVResultFormatTest"}]


def syntaxes() -> list[Case]:
    return [case for case in all_cases() if case.kinds & {"PositiveSyntaxTest11", "NegativeSyntaxTest11"}]


def test_the_whole_of_the_suite_is_here() -> None:
    assert (len(evaluations()), len(syntaxes())) == (235, 103)
    assert set(EXCEPTIONS) <= {case.name for case in all_cases()}


@pytest.fixture(scope="module")
def endpoint(serving: Serving) -> Iterator[str]:
    """A service in which every file of the tests is a graph."""
    files = {address for case in evaluations() for kind in (QT.data, QT.graphData) for address in _files(case, kind)}
    quads = [
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(address))
        for address in sorted(files)
        for t in w3c.read(address)
    ]
    with serving(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"") as address:
        yield f"{address}/sparql"


@pytest.mark.parametrize("case", [marked(case, EXCEPTIONS) for case in evaluations()])
def test_query(case: Case, endpoint: str) -> None:
    expected = path_of(str(case.value(MF.result)))
    (query,) = _files(case, QT.query)
    parameters = [("query", f"BASE <{query}>\n{path_of(query).read_text()}")]
    if not re.search(r"\bFROM\b", parameters[0][1]):
        parameters += [("default-graph-uri", address) for address in _files(case, QT.data) or ["urn:empty"]]
        parameters += [("named-graph-uri", address) for address in _files(case, QT.graphData)]
    is_table = expected.suffix not in FORMATS or "ResultSet" in expected.read_text()
    suffix = ".srx" if is_table and expected.suffix in FORMATS else expected.suffix
    request = Request(f"{endpoint}?{urlencode(parameters)}", headers={"Accept": MEDIA[suffix]})
    with urlopen(request) as answer:
        assert answer.headers.get_content_type() == MEDIA[suffix]
        content = answer.read()
    if suffix == ".csv":
        assert _of_csv(content) == _of_csv(expected.read_bytes())
    elif not is_table:
        assert isomorphic(_triples(content), w3c.read(str(case.value(MF.result))))
    else:
        found, wanted = _table(content, suffix), _expected(expected, str(case.value(MF.result)))
        assert found[0] == wanted[0]
        assert isomorphic(found[1], wanted[1])


@pytest.mark.parametrize("case", [marked(case, EXCEPTIONS) for case in syntaxes()])
def test_syntax(case: Case, endpoint: str) -> None:
    text = path_of(str(case.value(MF.action))).read_text()
    try:
        with urlopen(f"{endpoint}?{urlencode({'query': text})}") as answer:
            status = answer.status
    except HTTPError as error:
        status = error.code
        error.close()
    assert status == (200 if "PositiveSyntaxTest11" in case.kinds else 400)


def _files(case: Case, kind: URIRef) -> list[str]:
    return sorted(str(address) for address in case.graph.objects(case.value(MF.action), kind))


def _triples(content: bytes) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(content, format=ox.RdfFormat.TURTLE, base_iri=BASE)]


def _table(content: bytes, suffix: str) -> Table:
    """A result as its columns and a graph of its rows, so that blank nodes may have any name."""
    result = ox.parse_query_results(content, format=PARSED[suffix])
    if isinstance(result, ox.QueryBoolean):
        return frozenset([str(bool(result))]), []
    columns = frozenset(variable.value for variable in result.variables)
    rows = ({column: row[column] for column in columns if row[column] is not None} for row in result)
    return columns, _of_rows(rows)


def _of_rows(rows: Iterable[dict[str, Any]]) -> list[ox.Triple]:
    triples = []
    for row in rows:
        node = ox.BlankNode()
        triples.append(ox.Triple(node, ox.NamedNode("urn:row"), ox.Literal("")))
        triples += [ox.Triple(node, ox.NamedNode(f"urn:column:{name}"), _valued(term)) for name, term in row.items()]
    return triples


def _valued(term: Any) -> Any:
    """A number or truth by its value: the engine writes 1.0 as 1."""
    kind = term.datatype.value.partition("#")[2] if isinstance(term, ox.Literal) else ""
    if kind in ("integer", "decimal", "double", "float"):
        return ox.Literal(str(float(term.value)), datatype=term.datatype)
    if kind == "boolean":
        return ox.Literal(str(term.value in ("true", "1")), datatype=term.datatype)
    return term


def _expected(path: Path, address: str) -> Table:
    if path.suffix in PARSED:
        return _table(path.read_bytes(), path.suffix)
    graph = Graph().parse(path, publicID=address)
    (result,) = graph.subjects(RDF.type, RS.ResultSet)
    boolean = graph.value(result, RS.boolean)
    if boolean is not None:
        return frozenset([str(boolean.toPython())]), []
    rows = [
        {str(graph.value(b, RS.variable)): _term(graph.value(b, RS.value)) for b in graph.objects(row, RS.binding)}
        for row in graph.objects(result, RS.solution)
    ]
    return frozenset(str(name) for name in graph.objects(result, RS.resultVariable)), _of_rows(rows)


def _term(term: Any) -> Any:
    return _triples(f"<a:a> <a:b> {term.n3()} .".encode())[0].object


def _of_csv(content: bytes) -> Counter[frozenset[tuple[str, str]]]:
    """The rows as column and value; the name of a blank node says nothing."""
    rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return Counter(frozenset((name, re.sub(r"^_:\w+$", "_:", value)) for name, value in row.items()) for row in rows)
