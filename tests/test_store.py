"""The store: built once per fingerprint, read-only, one merge per basis; foreign queries kept at arm's length."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from worlds import ID, quads, world

from graph import errors
from graph.answer import Iri, Literal
from graph.store import Limits, Store, Workers, open_store
from graph.store.guard import DEEPEST, LONGEST, admit
from graph.vocabulary import MAPPED, STATED, SUGGESTED

JSON = ("application/sparql-results+json",)
COUNT = "PREFIX rt: <https://w3id.org/rodatraden/ns#> SELECT ?a WHERE { ?a rt:serves ?g }"


def test_the_store_is_built_once_and_then_read_from_the_cache(data: Path, tmp_path: Path) -> None:
    first = open_store(data, tmp_path)
    (built,) = tmp_path.iterdir()
    stamp = built.stat().st_mtime_ns
    second = open_store(data, tmp_path)
    assert built.name == f"{first.version}.nq"
    assert (second.version, built.stat().st_mtime_ns) == (first.version, stamp)


def test_a_damaged_cache_is_told_and_not_served(data: Path, tmp_path: Path) -> None:
    open_store(data, tmp_path)
    (built,) = tmp_path.iterdir()
    built.write_bytes(built.read_bytes()[:-5])
    with pytest.raises(errors.StoreError, match="Ta bort filen"):
        open_store(data, tmp_path)


def test_a_cache_that_cannot_be_written_is_told(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(errors.StoreError, match="--cache"):
        open_store(data, tmp_path / "file")


def test_a_triple_in_two_graphs_counts_once() -> None:
    store = world(quads("activity/a rt:serves goal/g"), quads("activity/a rt:serves goal/g", graph="m", basis=MAPPED))
    assert len(store.select(COUNT)) == 1


def test_each_basis_admits_the_surer_ones() -> None:
    graphs = [
        quads(f"activity/{basis} rt:serves goal/g", graph=basis, basis=basis) for basis in (STATED, MAPPED, SUGGESTED)
    ]
    store = world(*graphs)
    assert [len(store.select(COUNT, basis=basis)) for basis in (STATED, MAPPED, SUGGESTED)] == [1, 2, 3]
    assert len(store.select(COUNT)) == 2


def test_a_bound_value_cannot_change_the_query() -> None:
    store = world(quads('goal/g rt:reason "x"'))
    hostile = Literal('x" } ; DELETE WHERE { ?s ?p ?o } #')
    query = "PREFIX rt: <https://w3id.org/rodatraden/ns#> SELECT ?g ?text WHERE { ?g rt:reason ?text }"
    assert len(store.select(query, {"text": hostile})) == 0
    assert len(store.select(query, {"text": Literal("x")})) == 1


def test_an_answer_keeps_language_and_datatype() -> None:
    store = world(quads('goal/g rt:reason "skäl"@sv', "goal/g rt:startsOn 2018-01-01"))
    query = "PREFIX rt: <https://w3id.org/rodatraden/ns#> SELECT ?t ?d ?g WHERE { ?g rt:reason ?t ; rt:startsOn ?d }"
    ((text, day, goal),) = store.select(query).rows
    assert text == Literal("skäl", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "sv")
    assert str(day) == "2018-01-01"
    assert goal == Iri(f"{ID}goal/g")


def test_what_is_no_sparql_is_told() -> None:
    with pytest.raises(errors.QuerySyntax, match="inte SPARQL"):
        world().select("SELECT")


def test_a_dump_has_the_named_graphs_or_the_merge() -> None:
    store = world(quads("activity/a rt:serves goal/g"), quads("activity/a rt:serves goal/g", graph="m", basis=MAPPED))
    assert store.dump("nq").count(b"ns#serves>") == 2
    assert store.dump("nt").count(b"ns#serves>") == 1
    assert b"/graph/m>" in store.dump("nq")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE { ?s ?p ?o }",
        "SELECT ?service WHERE { ?service ?p 'SERVICE <http://x/>' } # SERVICE",
        "PREFIX service: <http://x/service> SELECT * WHERE { ?s service:SERVICE ?o }",
        'SELECT * WHERE { ?s ?p """a "SERVICE" b""" , \'\'\'SERVICE\'\'\' }',
        "PREFIX insert: <http://x/> ASK { ?insert insert:delete <http://x/load> }",
        "SELECT * WHERE { ?s ?p ?o FILTER(?s < ?o && ?o > 3) }",
    ],
)
def test_an_innocent_query_is_admitted(text: str) -> None:
    admit(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * WHERE { service silent <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * WHERE { # comment\n SERVICE?x{ ?s ?p ?o } }",
        "SELECT * WHERE { SERV\\u0049CE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p '\\'' . SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p 'a' SERVICE<http://127.0.0.1/>{} }",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/>",
        "BASE <http://x/> WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_a_query_that_writes_or_reaches_outside_is_refused(text: str) -> None:
    with pytest.raises(errors.QueryNotAllowed):
        admit(text)


def test_a_query_too_long_or_too_deep_is_refused_before_any_parser_sees_it() -> None:
    with pytest.raises(errors.QueryTooLarge):
        admit("SELECT * WHERE { ?s ?p ?o } #" + "x" * LONGEST)
    with pytest.raises(errors.QueryTooLarge):
        admit("SELECT * WHERE " + "{" * (DEEPEST + 1) + "}" * (DEEPEST + 1))


@pytest.fixture(scope="module")
def workers(store: Store) -> Iterator[Workers]:
    pool = Workers(store, Limits(seconds=3, answer_bytes=200_000, memory_bytes=400_000_000, workers=1))
    yield pool
    pool.close()


def test_a_foreign_query_is_answered_in_the_form_asked_for(workers: Workers) -> None:
    served = workers.query("SELECT (1 AS ?n) WHERE {}", ("text/csv",))
    assert (served.media_type, served.content) == ("text/csv", b"n\r\n1\r\n")
    assert workers.query("ASK {}", JSON).content.endswith(b'"boolean":true}')
    turtle = workers.query("CONSTRUCT { <a:a> <a:b> 1 } WHERE {}", ("text/turtle",))
    assert b"<a:a> <a:b> 1" in turtle.content


def test_a_query_that_runs_too_long_is_ended_and_the_next_is_answered(workers: Workers) -> None:
    begun = time.monotonic()
    with pytest.raises(errors.QueryTimeout):
        workers.query("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", JSON)
    assert time.monotonic() - begun < 6
    assert workers.query("ASK {}", JSON).content.endswith(b'"boolean":true}')


def test_a_query_that_takes_too_much_memory_is_ended_and_the_next_is_answered(workers: Workers) -> None:
    with pytest.raises((errors.QueryTooLarge, errors.QueryTimeout)):
        workers.query("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?d", JSON)
    assert workers.query("ASK {}", JSON).content.endswith(b'"boolean":true}')


def test_an_answer_that_is_too_large_is_refused_not_cut(workers: Workers) -> None:
    with pytest.raises(errors.QueryTooLarge):
        workers.query("SELECT * WHERE { ?s ?p ?o }", JSON)


def test_what_is_no_sparql_is_told_from_a_worker(workers: Workers) -> None:
    with pytest.raises(errors.QuerySyntax):
        workers.query("SELECT WHERE", JSON)


def test_no_worker_can_open_a_socket_even_if_the_guard_were_passed(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.store.workers.admit", lambda text: None)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(2)
        port = listener.getsockname()[1]
        reached = threading.Event()

        def accept() -> None:
            try:
                listener.accept()[0].close()
                reached.set()
            except TimeoutError:
                return

        thread = threading.Thread(target=accept)
        thread.start()
        with pytest.raises(errors.QueryRefused):
            workers.query(f"SELECT * WHERE {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}", JSON)
        thread.join()
        assert not reached.is_set()


def test_from_a_foreign_address_fetches_nothing_and_finds_nothing(workers: Workers) -> None:
    served = workers.query("SELECT ?s ?p ?o FROM <http://127.0.0.1:9/x> WHERE { ?s ?p ?o }", ("text/csv",))
    assert served.content == b"s,p,o\r\n"
