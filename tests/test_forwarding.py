"""Foreign queries to an engine by URL: the answers, the limits and the refusals of the workers, and nothing fetched."""

import csv
import io
import json
import re
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from http.client import parse_headers
from typing import Any, cast

import engines
import pyoxigraph as ox
import pytest
from engines import SERVERS, World, quiet
from hypothesis import given, settings
from hypothesis import strategies as st
from test_workers import BOTH, CHOSEN, COUNT, MAPPING, STATED, SUGGESTION, chooses
from worlds import ID, quads

from graph import errors, library
from graph.store import Limits, Store, Workers, foreign_queries
from graph.store.embedded import merge
from graph.store.endpoints import Endpoints, endpoints
from graph.store.forwarding import Forwarding
from graph.store.forwarding.text import foreign
from graph.store.guard import tokens
from graph.store.remote import Loaded, Remote
from graph.store.workers import GRAPHS, RESULTS, Dataset, Query, Selection, WholeGraph
from graph.vocabulary import BASE, BASES, MAPPED, RT, SKOS

JSON, XML, CSV, TSV, TURTLE, TRIPLES = (
    ("application/sparql-results+json",),
    ("application/sparql-results+xml",),
    ("text/csv",),
    ("text/tab-separated-values",),
    ("text/turtle",),
    ("application/n-triples",),
)
LIMITS = Limits(seconds=60, answer_bytes=2_000_000, short=2, client_seconds=10_000)
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
OTHERS = "https://other.example/graph"
P = f"PREFIX rt: <{RT}> PREFIX skos: <{SKOS}> "
ROWS = [
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?g { GRAPH ?g {} }",
    P + "SELECT ?goal ?name { ?goal a rt:Goal ; skos:prefLabel ?name }",
    P + "SELECT ?goal { ?goal a rt:Goal MINUS { ?activity a rt:Activity ; rt:serves+ ?goal } }",
    P + "SELECT ?goal ?a { ?goal a rt:Goal OPTIONAL { ?a rt:serves ?goal } FILTER(?a < <urn:x#y> || !BOUND(?a)) }",
    P + "SELECT (COUNT(DISTINCT ?a) AS ?n) (MAX(STR(?a)) AS ?last) { ?a rt:serves ?g FILTER EXISTS { ?g a rt:Goal } }",
    P + "SELECT ?g (GROUP_CONCAT(?code ; separator=', ') AS ?c) { SELECT DISTINCT ?g ?code { ?g a rt:Goal ; "
    "rt:code ?code } ORDER BY ?g ?code } GROUP BY ?g HAVING(COUNT(*) > 0) ORDER BY ?g LIMIT 20",
    "SELECT ?x ?y { VALUES (?x ?y) { (1 UNDEF) ('å\\u00e4ö'@sv '''a\n\"b\"''') (<a#b> <http://a.example/'x'>) } }",
    "SELECT (<id/goal/x> AS ?relative) (STR(<#here>) AS ?text) {}",
    "BASE <http://a.example/b/> PREFIX : <#> SELECT (<../c> AS ?one) (:x AS ?other) {}",
    "select * where { { select ?p (count(*) as ?n) { ?s ?p ?o } group by ?p } filter(?n > 500) } # FROM <http://x/>",
    "SELECT ?from { ?from a ?type . FILTER(?type = 'FROM <x>') }",
    P + "SELECT ?s FROM <graph/vocabulary> { ?s a skos:Concept }",
    f"PREFIX g: <{BASE}graph/> SELECT ?g (COUNT(*) AS ?n) FROM NAMED g:vocabulary FROM NAMED <{OTHERS}> "
    "{ GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    f"SELECT (COUNT(*) AS ?n) FROM <{BASE}graph/hallstahammar-handslag> FROM <{BASE}graph/surahammar-handslag>"
    "FROM NAMED <graph/void> { ?s ?p ?o }",
    f"SELECT ?s FROM <{OTHERS}> {{ ?s ?p ?o }}",
    f"SELECT ?s FROM <{BASE}merged/mapped> FROM NAMED <{BASE}loaded> "
    "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }",
    f"SELECT ?s {{ GRAPH <{OTHERS}> {{ ?s ?p ?o }} }}",
    f"SELECT ?s {{ {{ GRAPH <{BASE}loaded> {{ ?s ?p ?o }} }} UNION {{ GRAPH <{BASE}merged/mapped> {{ ?s ?p ?o }} }} }}",
    "ASK { ?s ?p ?o }",
    "ASK { ?s ?p <urn:none> }",
    "ASK FROM <http://nowhere.example/> { ?s ?p ?o }",
]
TREES = [
    P + "CONSTRUCT { ?a rt:serves ?g } WHERE { ?a rt:serves ?g }",
    "CONSTRUCT WHERE { ?s <http://www.w3.org/ns/shacl#path> ?o }",
    f"CONSTRUCT {{ ?s ?p ?o }} FROM <{BASE}graph/fokusomraden> WHERE {{ ?s ?p ?o }}",
    "CONSTRUCT { ?s <a:b> [] } WHERE { ?s a <https://w3id.org/rodatraden/ns#Goal> }",
    f"DESCRIBE <{ID}goal/dhol-d6>",
    P + "DESCRIBE ?g { ?g a rt:Goal } LIMIT 0",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(false) }",
]
DATASETS = [
    Dataset((f"{BASE}graph/vocabulary",)),
    Dataset((f"{BASE}graph/vocabulary", OTHERS), (f"{BASE}graph/void", OTHERS)),
    Dataset((), (f"{BASE}graph/void",)),
    Dataset((OTHERS, f"{BASE}merged/mapped", f"{BASE}loaded")),
    Dataset((), (OTHERS, f"{BASE}staged/0")),
    Dataset((f"{BASE}graph/hallstahammar-handslag", f"{BASE}graph/surahammar-handslag")),
]


@pytest.fixture(scope="module", params=SERVERS)
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an engine in which others keep a graph too."""
    yield from engines.serving(request.param)


@pytest.fixture(scope="module")
def workers(store: Store) -> Iterator[Workers]:
    made = Workers(Store(store.quads, store.version, BASE), LIMITS)
    yield made
    made.close()


@pytest.fixture(scope="module")
def there(address: str, store: Store) -> Iterator[Forwarding]:
    """The shipped data in the engine, beside the graph of others."""
    others = f"INSERT DATA {{ GRAPH <{OTHERS}> {{ <x:secret> <x:is> <x:secret> }} <x:secret> <x:is> 'default' }}"
    Remote(endpoints(address), BASE).update(others)
    made = foreign_queries(Store(World(store.quads, address, BASE), store.version, BASE), LIMITS)
    assert isinstance(made, Forwarding)
    yield made
    made.close()


@pytest.fixture
def world(address: str) -> Iterator[Callable[..., Forwarding]]:
    """Makes a small graph in the engine."""
    made: list[Forwarding] = []

    def make(*graphs: str, **limits: float) -> Forwarding:
        content = merge("".join(graphs).encode(), MAPPED)
        engine = World(content, address, BASE)
        assert engine.held.merges, "loaded before the first query, which has a deadline"
        made.append(Forwarding(engine, replace(LIMITS, **limits)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


def asked(where: Any, text: str, accepted: tuple[str, ...] = CSV, dataset: Dataset | None = None) -> str:
    return where.query(Query(text, accepted, dataset)).read().decode()


def content(where: Any, text: str, media_type: str, dataset: Dataset | None = None) -> object:
    """What an answer says, whatever the order of its rows and the names of its blank nodes."""
    served = where.query(Query(text, (media_type,), dataset))
    assert served.media_type == media_type
    told = served.read()
    assert len(told) == served.head.size
    if media_type in GRAPHS:
        return graph(told, media_type)
    if media_type == "text/csv":
        head, *rows = csv.reader(io.StringIO(told.decode(), newline=""))
        return sorted(head), Counter(frozenset(zip(head, map(bare, row), strict=True)) for row in rows)
    found = ox.parse_query_results(told, format=RESULTS[media_type])
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = sorted(variable.value for variable in found.variables)
    return names, Counter(tuple(bare(str(row[name])) for name in names) for row in found)


def bare(term: str) -> str:
    return "_:" if term.startswith("_:") else term


def graph(told: bytes, media_type: str) -> ox.Dataset:
    form = ox.RdfFormat.from_media_type(media_type)
    assert form is not None
    found = ox.Dataset(ox.parse(told, format=form))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


# The same answers.


@pytest.mark.parametrize("text", ROWS)
def test_rows_are_the_same_as_from_the_workers(there: Forwarding, workers: Workers, text: str) -> None:
    for media_type in RESULTS if "ASK" not in text else (*JSON, *XML):
        assert content(there, text, media_type) == content(workers, text, media_type), media_type


@pytest.mark.parametrize("text", TREES)
def test_graphs_are_the_same_as_from_the_workers(there: Forwarding, workers: Workers, text: str) -> None:
    for media_type in GRAPHS:
        assert content(there, text, media_type) == content(workers, text, media_type), media_type


@pytest.mark.parametrize("dataset", DATASETS, ids=str)
def test_the_dataset_of_the_request_is_the_same(there: Forwarding, workers: Workers, dataset: Dataset) -> None:
    for text in (*ROWS[:4], "SELECT ?s FROM <graph/vocabulary> { ?s ?p ?o }", "SELECT ?s { ?s ?p ?o } ORDER BY ?s"):
        assert content(there, text, *TSV, dataset) == content(workers, text, *TSV, dataset)


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("name", ["goal-coverage-in-place", "goals-without-activity"])
def test_a_question_is_answered_as_by_the_workers(
    there: Forwarding, workers: Workers, store: Store, name: str, basis: str
) -> None:
    question = library.question(name)
    values = question.bound(store, {"place": "1907"} if "place" in name else {}, date(2026, 11, 22))
    asked = Selection(question.text, values, basis)
    answer = there.select(Store(cast(Remote, there._engine), store.version, BASE), asked)
    assert answer.rows == workers.select(store, asked).rows


def test_a_question_that_runs_too_long_is_left_at_its_deadline(world: Callable[..., Forwarding]) -> None:
    one = world(*BOTH, seconds=1, short=0.3)
    many = "1 " * 400
    slow = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?{name} {{ {many} }}' for name in 'abcd')} }}"
    with pytest.raises(errors.QueryTimeout):
        one.select(Store(cast(Remote, one._engine), "test", BASE), Selection(slow, {}, MAPPED))


def test_nothing_of_others_and_nothing_of_ours_that_is_not_to_be_read_is_seen(there: Forwarding, store: Store) -> None:
    graphs = asked(there, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").split()[1:]
    assert sorted(graphs) == store.graphs("suggested")
    assert asked(there, "ASK { { <x:secret> ?p ?o } UNION { GRAPH ?g { <x:secret> ?q ?r } } }", JSON).endswith("false}")


@pytest.mark.parametrize("is_written", [False, True])
@CHOSEN
def test_several_graphs_are_merged_and_a_statement_counts_once(
    world: Callable[..., Forwarding],
    is_written: bool,
    default: tuple[str, ...],
    named: tuple[str, ...],
    in_default: int,
    in_named: int,
) -> None:
    chooses(partial(asked, world(*BOTH)), is_written, default, named, in_default, in_named)


def test_merges_in_the_engine_are_few_and_end_with_the_service(address: str, world: Callable[..., Forwarding]) -> None:
    one = world(*(quads(f"activity/{n} rt:serves goal/g", graph=str(n)) for n in range(12)))
    graphs = [f"{BASE}graph/{n}" for n in range(12)]
    for _ in range(2):
        for end in range(2, 12):
            assert asked(one, COUNT.format(""), dataset=Dataset(tuple(graphs[:end]))) == f"n\r\n{end}\r\n"
    contents = Remote(endpoints(address), BASE).contents()
    assert contents is not None
    assert len(contents.others) == (0 if address.endswith("/tests") else 8), "Fuseki merges by itself"
    one.close()
    contents = Remote(endpoints(address), BASE).contents()
    assert contents is not None
    assert contents.others == ()


def test_a_load_removes_the_merges_that_were_made(address: str, world: Callable[..., Forwarding]) -> None:
    one, other = world(*BOTH), world(BOTH[0])
    both = Dataset((STATED, MAPPING))
    assert asked(one, COUNT.format(""), dataset=both) == "n\r\n3\r\n"
    assert asked(other, COUNT.format(""), dataset=both) == "n\r\n2\r\n"
    contents = Remote(endpoints(address), BASE).contents()
    assert contents is not None
    assert contents.others == ()
    assert asked(one, COUNT.format(""), dataset=both) == "n\r\n3\r\n"


def test_too_large_a_merge_is_refused(world: Callable[..., Forwarding], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.forwarding.merges.MOST_STATEMENTS", 1)
    monkeypatch.setattr("graph.store.forwarding.merges.Merges._are_merged", lambda *_: False)
    with pytest.raises(errors.QueryTooLarge, match="FROM NAMED"):
        asked(world(*BOTH), COUNT.format(""), dataset=Dataset((STATED, MAPPING)))


def test_an_engine_that_may_not_be_written_refuses_a_merge(
    world: Callable[..., Forwarding], monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise errors.StoreError("Nej.", "No.")

    monkeypatch.setattr("graph.store.forwarding.merges.Merges._are_merged", lambda *_: False)
    one = world(*BOTH)
    monkeypatch.setattr(World, "update", forbidden)
    with pytest.raises(errors.QueryNotAllowed, match="FROM NAMED"):
        asked(one, COUNT.format(""), dataset=Dataset((STATED, MAPPING)))


def test_a_whole_graph_is_given_by_its_address(
    there: Forwarding, workers: Workers, world: Callable[..., Forwarding]
) -> None:
    for address in (None, f"{BASE}graph/vocabulary"):
        for media_type in ("application/n-triples", "text/turtle"):
            wish = WholeGraph(address, (media_type,))
            told, expected = (where.query(wish).read() if address else b"" for where in (there, workers))
            assert graph(told, media_type) == graph(expected, media_type)
    small = world(*BOTH)
    assert small.query(WholeGraph(SUGGESTION, TRIPLES)).read().count(b"\n") == 2
    assert small.query(WholeGraph(None, TRIPLES)).read().count(b"serves") == 3
    for unknown in ("http://nowhere.example/", OTHERS, f"{BASE}loaded", f"{BASE}merged/mapped", f"{BASE}staged/0"):
        with pytest.raises(errors.UnknownGraph):
            small.query(WholeGraph(unknown, TRIPLES))


# The limits.


def test_rows_and_bytes_are_cut_as_by_the_workers(there: Forwarding) -> None:
    everything = "SELECT * WHERE { ?s ?p ?o }"
    for media_type in (*JSON, *XML):
        served = there.query(Query(everything, (media_type,)))
        assert served.head.kept is not None
        assert served.head.kept > 1000
        assert 1_900_000 < served.head.size == len(served.read()) <= 2_000_000
        few = there.query(Query(everything, (media_type,), rows=3))
        assert (few.head.kept, few.read()[-1:]) == (3, b"}" if media_type in JSON else b">")
    told = json.loads(asked(there, everything, JSON))
    assert told["truncated"] is True
    for media_type in (*CSV, *TSV):
        with pytest.raises(errors.QueryTooLarge, match="LIMIT"):
            there.query(Query(everything, (media_type,), rows=3))
    with pytest.raises(errors.QueryTooLarge, match="2 000 000"):
        there.query(Query("CONSTRUCT WHERE { ?s ?p ?o }", TURTLE))
    with pytest.raises(errors.QueryTooLarge):
        there.query(WholeGraph(None, TRIPLES))


def test_a_large_answer_is_kept_in_a_file(there: Forwarding) -> None:
    served = there.query(Query("SELECT ?s ?p { ?s ?p ?o } LIMIT 12000", CSV))
    assert served.head.size > 2**20
    assert served.content._rolled  # type: ignore[attr-defined]
    assert len(served.read()) == served.head.size


def test_a_query_that_runs_too_long_is_left_at_its_deadline(there: Forwarding) -> None:
    assert asked(there, "ASK {}", JSON), "loaded before"
    for seconds in (0.5, 1.5):
        begun = time.monotonic()
        with pytest.raises(errors.QueryTimeout, match=f"{seconds:g} sek".replace(".", ",")):
            there.query(Query(SLOW, JSON, seconds=seconds))
        assert time.monotonic() - begun < seconds + 1
    assert asked(there, "ASK {}", JSON).endswith("true}")


def test_a_query_whose_sender_has_gone_is_left(there: Forwarding) -> None:
    assert asked(there, "ASK {}", JSON), "loaded before"
    begun = time.monotonic()
    with pytest.raises(errors.QueryAbandoned):
        there.query(Query(SLOW, JSON), gone=lambda: time.monotonic() > begun + 0.5)
    assert time.monotonic() - begun < 2


def test_who_asks_too_much_is_refused_and_a_long_query_leaves_its_place(world: Callable[..., Forwarding]) -> None:
    one = world(*BOTH, workers=1, short=0.2, long=1, waiting=4, client_queries=1)
    deep = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(14)) + " }"
    with ThreadPoolExecutor(2) as others:
        first = others.submit(one.query, Query(deep, JSON, seconds=3), "a")
        time.sleep(0.1)
        with pytest.raises(errors.QueryTooOften):
            one.query(Query("ASK {}", JSON), "a")
        time.sleep(0.5)
        assert asked_by(one, "b") == "true"
        second = others.submit(one.query, Query(deep, JSON, seconds=3), "c")
        assert isinstance(second.exception(), errors.QueryBusy), "there is room for one long query"
        assert isinstance(first.exception(), errors.QueryTimeout)
    assert asked_by(one, "a") == "true"


def asked_by(where: Forwarding, client: str) -> str:
    return "true" if b"true" in where.query(Query("ASK {}", JSON), client).read() else "false"


def test_when_the_service_closes_what_runs_is_ended(world: Callable[..., Forwarding]) -> None:
    one = world(*BOTH)
    assert one.is_ready
    deep = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(14)) + " }"
    with ThreadPoolExecutor(1) as other:
        run = other.submit(one.query, Query(deep, JSON))
        time.sleep(0.3)
        one.close()
        assert isinstance(run.exception(5), errors.QueryBusy)
    assert not one.is_ready


# What is refused, and that nothing is fetched.


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }", errors.QueryNotAllowed),
        ("INSERT DATA { <a:a> <a:b> 1 }", errors.QueryNotAllowed),
        ("SELECT " + "{" * 200, errors.QueryTooLarge),
        ("SELECT * {} #" + "x" * 100_000, errors.QueryTooLarge),
        ("SELECT WHERE", errors.QuerySyntax),
        ("", errors.QuerySyntax),
        ("SELECT * { ?s ?p 'open }", errors.QuerySyntax),
        ("DEFINE get:soft 'soft' SELECT * { ?s ?p ?o }", errors.QuerySyntax),
        ("JSON { 'a' : ?s } WHERE { ?s ?p ?o }", errors.QuerySyntax),
        ("SELECT * { ?s ?p ?o } FROM <a:a>", errors.QuerySyntax),
        ("SELECT * { { SELECT * FROM <a:a> { ?s ?p ?o } } }", errors.QuerySyntax),
        ("SELECT (1 AS ?x)FROMNAMED<a:b>{}", errors.QuerySyntax),
        ("SELECT * FROM { ?s ?p ?o }", errors.QuerySyntax),
        ("SELECT * FROM nope:a { ?s ?p ?o }", errors.QuerySyntax),
        (r"SELECT * { ?s ?p '\q' }", errors.QuerySyntax),
        (r"SELECT * { ?s ?p '\ud800' }", errors.QuerySyntax),
        (r"SELECT * { ?s ?p <http://a/\u003e> }", errors.QuerySyntax),
        (r"\u0053ELECT * { ?s ?p ?o }", errors.QuerySyntax),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_refused_is_refused_as_by_the_workers(
    there: Forwarding, text: str, error: type[errors.QueryRefused]
) -> None:
    with pytest.raises(error):
        asked(there, text)


def test_a_mistake_is_told_with_its_place_and_without_the_engine(there: Forwarding, address: str) -> None:
    text = "# one\nSELECT * FROM <graph/void> WHERE {\n  ?s a <http://a.example/#b> ; SELECT }"
    with pytest.raises(errors.QuerySyntax) as told:
        asked(there, text)
    assert "se rad 3, kolumn" in str(told.value)
    column = int(told.value.message("en").rpartition("column ")[2].rstrip("."))
    assert 28 <= column <= 40
    assert address.split("/")[2] not in str(told.value)


def test_the_formats_that_can_be_given_are_told(there: Forwarding) -> None:
    with pytest.raises(errors.QueryUnacceptable, match="text/turtle"):
        there.query(Query("CONSTRUCT WHERE { ?s ?p ?o }", CSV))
    with pytest.raises(errors.QueryUnacceptable, match=r"sparql-results\+json"):
        there.query(Query("ASK {}", CSV))


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        found.listen()
        found.settimeout(1)
        yield found


TRICKS = [
    "SELECT ?s FROM <{}> {{ ?s ?p ?o }}",
    "SELECT ?s FROM NAMED <{}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "ASK FROM <{}> {{ ?s ?p ?o }}",
    "CONSTRUCT {{ ?s ?p ?o }} FROM <{}> WHERE {{ ?s ?p ?o }}",
    "DESCRIBE ?s FROM <{}> {{ ?s ?p ?o }}",
    "PREFIX from: <{}> SELECT * from from: {{ ?s ?p ?o }}",
    "SELECT * {{ GRAPH <{}> {{ ?s ?p ?o }} }}",
    # Where the engine takes < for less, and the guard for the beginning of an address.
    "SELECT * {{ BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a <?b#> '''\n) SERVICE <{}> {{ ?s ?p ?o }} # '''\n }}",
    "SELECT * {{ BIND('' AS ?a) FILTER(?a <'> ') SERVICE <{}> {{ ?s ?p ?o }} FILTER('' <'> ') }}",
    "SELECT * {{ BIND(1 AS ?a) FILTER(?a <1#> '''\n) }} # '''\n FROM <{}>",
]


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("is_in_request", [False, True])
def test_nothing_is_fetched(there: Forwarding, listener: socket.socket, trick: str, is_in_request: bool) -> None:
    outside = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    dataset = Dataset((outside,), (outside,)) if is_in_request else None
    for accepted in (CSV, TURTLE, JSON):
        try:
            there.query(Query(trick.format(outside), accepted, dataset))
        except errors.QueryRefused:
            continue
    with pytest.raises(TimeoutError):
        listener.accept()


# An engine that is not well.


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/n-triples\r\n"


@pytest.fixture
def broken() -> Iterator[Callable[[bytes], Forwarding]]:
    """Makes an engine that gives these bytes to whoever asks, and ends the connection."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        answers: list[bytes] = []

        def run() -> None:
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                with line, line.makefile("rb") as request:
                    headers = parse_headers(request) if request.readline() else {}
                    request.read(int(headers.get("Content-Length", 0)))
                    line.sendall(answers[-1])

        threading.Thread(target=run, daemon=True).start()

        def make(answer: bytes) -> Forwarding:
            answers.append(answer)
            engine = Fixed(endpoints(f"http://anna:hemligt@127.0.0.1:{server.getsockname()[1]}"), BASE)
            return Forwarding(engine, LIMITS)

        yield make
        server.shutdown(socket.SHUT_RDWR)


class Fixed(Remote):
    """An engine of which it is known what it holds."""

    def __init__(self, at: Endpoints, base: str) -> None:
        super().__init__(at, base)
        self.__dict__["held"] = Loaded("v", (), {MAPPED: f"{base}merged/mapped"})


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"", errors.QueryBusy),
        (b"nonsense", errors.QueryBusy),
        (HEAD + b"Content-Length: 100\r\n\r\n<a:a> <a:b> <a:c> .\n", errors.QueryBusy),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n14\r\n<a:a> <a:b> <a:c> .\n\r\n", errors.QueryBusy),
        (HEAD + b"\r\n<a:a> <a:b> <a:c> .\nThe SPARQL operation has been cancelled", errors.QueryTimeout),
        (HEAD + b"X-SPARQL-MaxRows: 10\r\n\r\n<a:a> <a:b> <a:c> .\n", errors.QueryTooLarge),
        (b"HTTP/1.1 400 No\r\n\r\nhemligt fel i motorn", errors.QuerySyntax),
        (b"HTTP/1.1 500 No\r\n\r\nhemligt fel i motorn", errors.QueryBusy),
        (b"HTTP/1.1 503 No\r\n\r\nhemligt fel i motorn", errors.QueryBusy),
        (b"HTTP/1.1 504 No\r\n\r\nhemligt fel i motorn", errors.QueryTimeout),
        (b"HTTP/1.1 401 No\r\n\r\nhemligt fel i motorn", errors.QueryBusy),
        (b"HTTP/1.1 413 No\r\n\r\nhemligt fel i motorn", errors.QueryTooLarge),
        (b"HTTP/1.1 302 No\r\nLocation: http://127.0.0.1:9/\r\n\r\n", errors.QueryBusy),
    ],
    ids=lambda value: str(value)[:70],
)
def test_what_fails_in_the_engine_is_told_without_its_words(
    broken: Callable[[bytes], Forwarding], answer: bytes, error: type[errors.QueryRefused]
) -> None:
    with pytest.raises(error) as told:
        broken(answer).query(WholeGraph(None, TRIPLES))
    for language in ("sv", "en"):
        assert "hemligt" not in told.value.message(language)
        assert "127.0.0.1" not in told.value.message(language)


def test_an_answer_is_read_as_it_comes_and_whole(broken: Callable[[bytes], Forwarding]) -> None:
    line = b"<a:a> <a:b> <a:c> .\n"
    for answer in (
        HEAD + b"Content-Length: 20\r\n\r\n" + line,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n14\r\n" + line + b"\r\n0\r\n\r\n",
        HEAD.replace(b"n-triples", b"x") + b"\r\n" + line,
        HEAD.replace(b"application/n-triples", b"text/turtle") + b"\r\n<a:a> <a:b> <a:c>.",
    ):
        assert broken(answer).query(WholeGraph(None, TRIPLES)).read() == line


def test_an_engine_that_is_not_there_is_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    for engine in (Fixed(endpoints(address), BASE), Remote(endpoints(address), BASE, quiet())):
        with pytest.raises(errors.QueryBusy, match="Grafens motor svarar inte") as told:
            Forwarding(engine, LIMITS).query(Query("ASK {}", JSON))
        assert "127.0.0.1" not in str(told.value)


def test_an_engine_that_ends_midway_is_told(store: Store) -> None:
    """The last, because it ends the engine."""
    server = SERVERS["oxigraph"]()
    address = next(server, None)
    if address is None:
        pytest.skip("no oxigraph here: install the package oxigraph")
    one = Forwarding(World(store.quads, address, BASE), LIMITS)
    assert asked(one, "ASK {}", JSON).endswith("true}")
    with ThreadPoolExecutor(1) as other:
        run = other.submit(one.query, Query(SLOW, JSON))
        time.sleep(0.7)
        server.close()  # type: ignore[attr-defined]
        assert isinstance(run.exception(5), errors.QueryBusy)
    with pytest.raises(errors.QueryBusy, match="Försök igen"):
        asked(one, "ASK {}", JSON)


# The text that is sent.


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("SELECT * { ?s ?p 1 } # SERVICE", "SELECT * { ?s ?p 1 } "),
        ("SELECT * FROM <g>\nFROM NAMED <h> { }", "SELECT *    \n      { }"),
        ("SELECT * { ?s ?p '''a\n'b''' }", r"""SELECT * { ?s ?p  "a\n'b" }"""),
        (r"SELECT * { ?s ?p '\u0022\\u0041' }", r'SELECT * { ?s ?p  "\"\\\U000000750041" }'),
        ("SELECT * { ?s ?p ''\"x\" }", 'SELECT * { ?s ?p  "" "x" }'),
        (r"SELECT * { ?s ?p <a:\u00e5> }", "SELECT * { ?s ?p <a:å> }"),
        ("SELECT * { ?s <a:b#c> <a:b#c>,<i> }", "PREFIX ii0: <a:b#c> SELECT * { ?s  ii0:   ii0: ,<i> }"),
        ("PREFIX : <#> SELECT * { ?s a:\\' :b }", "PREFIX : <#> SELECT * { ?s a:\\' :b }"),
    ],
)
def test_what_is_sent_is_written_anew(given: str, sent: str) -> None:
    assert foreign(given, BASE).text == f"BASE <{BASE}> {sent}"


FRAGMENTS = st.sampled_from(
    ["'", "''", "\\'", "'''", '"', '""', '"""', "\\", "<", ">", "<a:b>", "<a#>", "<'>", "#", "{", "}", "(", ")", "\n"]
)
OTHER = st.sampled_from([" ", "?a", "a:b", "FROM <g>", "FROM NAMED a:g", "from", "SERVICE", "1", "@en", "\\u0027", "å"])


@settings(max_examples=1500, deadline=None)
@given(st.lists(FRAGMENTS | OTHER, max_size=25).map("".join))
def test_every_reader_finds_the_words_that_the_guard_found(text: str) -> None:
    """None is lost, none comes, and nothing is left that begins a comment or a string for some readers only."""
    try:
        sent = foreign(f"PREFIX a: <x#> SELECT {text}", BASE).text
    except errors.QueryRefused:
        return
    body = sent[sent.index("SELECT") + 6 :]
    assert [token.kind for token in tokens(body)] == list(kinds(text))
    without_strings = re.sub(r'"(?:[^"\\\n\r]|\\.)*"', "", body)
    assert not re.search(r"[\"'#]", re.sub(r"\\.", "", without_strings))


def kinds(text: str) -> Iterator[str]:
    """The words of a query but for FROM and its graph; an address that others could misread is a prefix."""
    found = tokens(text)
    for token in found:
        if token.text.upper() == "FROM":
            if next(found).text == "NAMED":
                next(found)
        elif token.kind == "iri" and re.search("[#']", token.text.replace("\\u0027", "'")):
            yield "prefixed"
        else:
            yield token.kind


def test_the_graphs_of_a_query_are_whole_addresses() -> None:
    found = foreign("BASE <http://a.example/> PREFIX g: <g/> SELECT * FROM g:x FROM NAMED <y> FROM <z:z> {}", BASE)
    assert found.dataset == Dataset(("http://a.example/g/x", "z:z"), ("http://a.example/y",))
    assert foreign("ASK {}", BASE).dataset is None


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
        "PREFIX j: <JAVA:java.lang.> SELECT (j:x(1) AS ?x) {}",
        "BASE <java:java.lang.> SELECT (<x>(1) AS ?x) {}",
        "SELECT (<\\u006aava:x>(1) AS ?x) {}",
        "SELECT (bif:getenv('PATH') AS ?x) {}",
        "SELECT (sql:x() AS ?x) {}",
    ],
)
def test_functions_that_reach_the_engine_s_programs_are_refused(text: str) -> None:
    with pytest.raises(errors.QueryNotAllowed, match="Egna funktioner"):
        foreign(text, BASE)
    assert foreign("SELECT ('java:x' AS ?x) { ?java ?bif <http://a.example/java:x> }", BASE)
