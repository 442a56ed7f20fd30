"""Workers: each bound holds, each runaway ends, and nobody else notices."""

import csv
import io
import json
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest
from worlds import ID, quads

from graph import errors, library
from graph.answer import Literal
from graph.store import Limits, Store, Workers
from graph.store.embedded import merge
from graph.store.workers import Dataset, Query, Selection, WholeGraph
from graph.store.workers.clients import Clients
from graph.store.workers.cut import ROWS, cut_json, cut_xml
from graph.store.workers.pool import PATIENCE, _Worker
from graph.vocabulary import BASE, BASES, MAPPED

JSON, XML, CSV, TSV, TURTLE, TRIPLES = (
    ("application/sparql-results+json",),
    ("application/sparql-results+xml",),
    ("text/csv",),
    ("text/tab-separated-values",),
    ("text/turtle",),
    ("application/n-triples",),
)
MANY = "1 " * 400
SLOW = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?{name} {{ {MANY} }}' for name in 'abcd')} }}"
"""Slow on any graph: 25 milliard rows."""
LIMITS = Limits(seconds=3, answer_bytes=200_000, memory_bytes=400_000_000, workers=1, short=0.3, client_seconds=10_000)
PREFIX = "PREFIX rt: <https://w3id.org/rodatraden/ns#> "


@pytest.fixture(scope="module")
def workers(store: Store) -> Iterator[Workers]:
    pool = Workers(store, LIMITS)
    yield pool
    pool.close()


@pytest.fixture
def made() -> Iterator[Callable[..., Workers]]:
    """Makes workers on a tiny graph; they end with the test."""
    pools: list[Workers] = []

    def make(*graphs: str, **limits: float) -> Workers:
        content = merge("".join(graphs or [quads("activity/a rt:serves goal/g")]).encode(), MAPPED)
        pools.append(Workers(Store(content, "test", BASE), replace(LIMITS, **limits)))
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


def asked(workers: Workers, text: str, accepted: tuple[str, ...] = CSV, dataset: Dataset | None = None) -> str:
    return workers.query(Query(text, accepted, dataset)).read().decode()


def is_well(workers: Workers) -> bool:
    return asked(workers, "ASK {}", JSON).endswith('"boolean":true}')


def nursery_of(workers: Workers) -> int:
    assert workers._nursery is not None
    number = workers._nursery._process.pid
    assert number is not None
    return number


def processes_of(workers: Workers) -> list[int]:
    """The processes of the workers, also those that have ended and were not waited for."""
    nursery = nursery_of(workers)
    return [int(number) for number in Path(f"/proc/{nursery}/task/{nursery}/children").read_text().split()]


def test_a_foreign_query_is_answered_in_the_form_asked_for(workers: Workers) -> None:
    served = workers.query(Query("SELECT (1 AS ?n) WHERE {}", ("image/png", "text/csv")))
    assert (served.media_type, served.read()) == ("text/csv", b"n\r\n1\r\n")
    assert is_well(workers)
    assert "<a:a> <a:b> 1" in asked(workers, "CONSTRUCT { <a:a> <a:b> 1 } WHERE {}", TURTLE)


def test_triples_are_written_in_the_formats_of_named_graphs_too(workers: Workers) -> None:
    for media_type, form in (("application/n-quads", ox.RdfFormat.N_QUADS), ("application/trig", ox.RdfFormat.TRIG)):
        content = asked(workers, "CONSTRUCT { <a:a> <a:b> 'ö' } WHERE {}", (media_type,))
        (quad,) = ox.parse(content, format=form)
        assert (quad.object, quad.graph_name) == (ox.Literal("ö"), ox.DefaultGraph())


def test_what_cannot_be_given_is_told_with_what_can(workers: Workers) -> None:
    with pytest.raises(errors.QueryUnacceptable, match="text/turtle"):
        workers.query(Query("CONSTRUCT WHERE { ?s ?p ?o }", CSV))
    with pytest.raises(errors.QueryUnacceptable, match=r"sparql-results\+json"):
        workers.query(Query("ASK {}", CSV))


def test_a_relative_address_is_one_of_ours(workers: Workers) -> None:
    assert asked(workers, "SELECT (<id/goal/x> AS ?goal) {}") == f"goal\r\n{ID}goal/x\r\n"


def test_no_two_workers_draw_the_same_random_numbers(made: Callable[..., Workers]) -> None:
    pool, draw = made(workers=2), "SELECT (UUID() AS ?u) { }"
    barrier = threading.Barrier(2)

    def drawn(_: int) -> set[str]:
        barrier.wait()
        return {asked(pool, draw) for _ in range(20)}

    with ThreadPoolExecutor(2) as both:
        one, other = both.map(drawn, range(2))
    assert len(one | other) == 40


def test_a_query_that_runs_too_long_is_ended_and_the_next_is_answered(workers: Workers) -> None:
    for given, most in ((None, 3.0), (0.5, 0.5)):
        begun = time.monotonic()
        with pytest.raises(errors.QueryTimeout, match=f"{most:g} sek".replace(".", ",")):
            workers.query(Query(SLOW, JSON, seconds=given))
        assert time.monotonic() - begun < most + 1
    assert is_well(workers)


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("name", ["goal-coverage", "goals-without-activity", "handslag-without-activity"])
def test_a_question_is_answered_as_by_the_store(workers: Workers, store: Store, name: str, basis: str) -> None:
    question = library.question(name)
    values = question.bound(store, {}, date(2026, 11, 22))
    answer = workers.select(store, Selection(question.text, values, basis))
    assert answer == store.select(question.text, values, basis)
    assert len(answer) > 0


def test_a_question_is_asked_of_the_graphs_of_its_basis_and_of_all_named_ones(made: Callable[..., Workers]) -> None:
    pool = made(*BOTH)
    store = pool._store
    for text in (f"{PREFIX}SELECT ?a ?g {{ ?a rt:serves ?g }} ORDER BY ?a ?g", "SELECT DISTINCT ?g { GRAPH ?g {} }"):
        for basis in (*BASES, *BASES):
            assert set(pool.select(store, Selection(text, {}, basis)).rows) == set(
                store.select(text, {}, basis).rows
            ), basis


def test_every_kind_of_value_comes_back_as_it_is(workers: Workers, store: Store) -> None:
    listed = r"""<urn:a> "å\t\n\"x\\" "b"@sv 1 1.5 1e3 true "2026-11-22"^^<urn:date> UNDEF"""
    text = f"SELECT ?v ?given {{ VALUES ?v {{ {listed} }} }}"
    given = {"given": Literal('"\\t\n')}
    answer = workers.select(store, Selection(text, given, MAPPED))
    assert answer.rows == store.select(text, given, MAPPED).rows
    assert {row[1] for row in answer.rows} == {given["given"]}


def test_the_answer_to_a_question_is_whole(made: Callable[..., Workers]) -> None:
    pool = made(rows=10, answer_bytes=100)
    assert len(pool.select(pool._store, Selection(f"SELECT ?n {{ VALUES ?n {{ {MANY} }} }}", {}, MAPPED))) == 400


def test_a_question_that_runs_too_long_is_ended_and_so_is_one_whose_sender_has_gone(workers: Workers) -> None:
    with pytest.raises(errors.QueryTimeout):
        workers.select(workers._store, Selection(SLOW, {}, MAPPED))
    with pytest.raises(errors.QueryAbandoned):
        workers.select(workers._store, Selection(SLOW, {}, MAPPED), gone=lambda: True)
    assert is_well(workers)


def test_a_question_counts_among_the_queries_of_its_client(made: Callable[..., Workers]) -> None:
    pool = made(client_queries=1)
    with ThreadPoolExecutor(1) as other:
        running = other.submit(pool.query, Query(SLOW, JSON), "a")
        while not pool._shares.clients._clients:
            time.sleep(0.01)
        with pytest.raises(errors.QueryTooOften):
            pool.select(pool._store, Selection("SELECT * {}", {}, MAPPED), "a")
        with pytest.raises(errors.QueryTimeout):
            running.result()


def test_a_store_that_was_succeeded_answers_its_last_questions_itself(made: Callable[..., Workers]) -> None:
    pool = made()
    before, text = pool._store, f"{PREFIX}SELECT ?a {{ ?a rt:serves ?goal }}"
    assert len(pool.select(before, Selection(text, {}, MAPPED))) == 1
    pool.renew(Store(b"", "later", BASE))
    assert len(pool.select(before, Selection(text, {}, MAPPED))) == 1
    assert len(pool.select(pool._store, Selection(text, {}, MAPPED))) == 0
    assert is_well(pool)


def test_a_query_that_takes_too_much_memory_is_ended_and_the_next_is_answered(workers: Workers) -> None:
    with pytest.raises((errors.QueryTooLarge, errors.QueryTimeout)):
        workers.query(Query("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?d", JSON))
    assert is_well(workers)


def test_an_answer_without_room_in_the_service_is_no_fault_of_the_query(
    made: Callable[..., Workers], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pool = made(answer_bytes=20_000_000)
    assert is_well(pool)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(errors.StoreError):
        asked(pool, f"SELECT * {{ VALUES ?a {{ {MANY} }} VALUES ?b {{ {MANY} }} }}", JSON)
    assert is_well(pool)


def test_quick_queries_never_wait_for_slow_ones(made: Callable[..., Workers]) -> None:
    pool = made(long=2, seconds=6)
    with ThreadPoolExecutor(2) as others:
        runaways = [others.submit(pool.query, Query(SLOW, JSON), f"client {n}") for n in range(2)]
        time.sleep(1)
        assert not any(run.done() for run in runaways)
        for _ in range(20):
            assert is_well(pool)
        for run in runaways:
            with pytest.raises(errors.QueryTimeout):
                run.result()


def test_a_slow_query_goes_on_at_low_priority_and_its_worker_is_gone_when_it_ends(made: Callable[..., Workers]) -> None:
    pool = made()
    assert is_well(pool)
    (worker,) = processes_of(pool)
    with ThreadPoolExecutor(1) as other:
        run = other.submit(pool.query, Query(SLOW, JSON))
        time.sleep(1)
        threads = [int(name) for name in os.listdir(f"/proc/{worker}/task")]
        assert len(threads) > 1
        assert {os.getpriority(os.PRIO_PROCESS, thread) for thread in threads if thread != worker} == {15}
        with pytest.raises(errors.QueryTimeout):
            run.result()
    until = time.monotonic() + 5
    while worker in processes_of(pool):
        assert time.monotonic() < until, "it is still there, if only to be waited for"
        time.sleep(0.1)
    assert len(processes_of(pool)) == 1


def test_what_a_query_waits_for_says_nothing_of_it_for_a_while(
    made: Callable[..., Workers], monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = made(short=0.2, seconds=3.0)
    assert is_well(pool)
    monkeypatch.setattr(_Worker, "worked", lambda worker: 0.0)
    long = pool.limits.long
    with ThreadPoolExecutor(1) as other:
        run = other.submit(pool.query, Query(SLOW, JSON))
        time.sleep(0.5)
        assert pool._shares.long._value == long, "it has not worked itself"
        time.sleep(PATIENCE * 0.2)
        assert pool._shares.long._value == long - 1, "but nobody waits for ever"
        with pytest.raises(errors.QueryTimeout):
            run.result()


def test_a_worker_that_took_long_but_answered_goes_on_at_usual_priority(made: Callable[..., Workers]) -> None:
    pool = made(short=0.05, seconds=30)
    assert is_well(pool)
    (worker,) = processes_of(pool)
    slow = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?{name} {{ {MANY} }}' for name in 'abc')} }}"
    assert asked(pool, slow.replace(MANY, "1 " * 160)) == f"n\r\n{160**3}\r\n"
    until = time.monotonic() + 20
    while processes_of(pool) != [worker]:
        assert time.monotonic() < until, "it was ended"
        time.sleep(0.1)
    assert is_well(pool)
    threads = os.listdir(f"/proc/{worker}/task")
    assert {os.getpriority(os.PRIO_PROCESS, int(thread)) for thread in threads} == {0}


def test_one_slow_query_more_than_there_is_room_for_is_ended_early(made: Callable[..., Workers]) -> None:
    pool = made(long=1)
    with ThreadPoolExecutor(2) as others:
        runs = [others.submit(pool.query, Query(SLOW, JSON), f"client {n}") for n in range(2)]
        kinds = {type(run.exception()) for run in runs}
    assert kinds == {errors.QueryTimeout, errors.QueryBusy}
    assert is_well(pool)


def test_one_client_has_so_many_long_queries_at_once(made: Callable[..., Workers]) -> None:
    pool = made(long=4, client_long=1)
    with ThreadPoolExecutor(2) as others:
        runs = [others.submit(pool.query, Query(SLOW, JSON), "one") for _ in range(2)]
        assert {type(run.exception()) for run in runs} == {errors.QueryTimeout, errors.QueryTooOften}
    with pytest.raises(errors.QueryTimeout):
        pool.query(Query(SLOW, JSON, seconds=1), "one")


def test_who_comes_when_all_wait_is_told_at_once(made: Callable[..., Workers]) -> None:
    pool = made(waiting=0)
    assert is_well_after_its_start(pool)
    with ThreadPoolExecutor(1) as other:
        run = other.submit(pool.query, Query(SLOW, JSON, seconds=0.25), "a")
        time.sleep(0.1)
        with pytest.raises(errors.QueryBusy):
            pool.query(Query("ASK {}", JSON), "b")
        assert run.exception() is None or isinstance(run.exception(), errors.QueryTimeout)


def is_well_after_its_start(pool: Workers) -> bool:
    for _ in range(100):
        try:
            return is_well(pool)
        except errors.QueryBusy:
            time.sleep(0.1)
    return False


def test_a_query_whose_sender_has_gone_is_ended(workers: Workers) -> None:
    begun = time.monotonic()
    with pytest.raises(errors.QueryAbandoned):
        workers.query(Query(SLOW, JSON), gone=lambda: time.monotonic() > begun + 0.5)
    assert time.monotonic() - begun < 1.5
    assert is_well(workers)


def test_one_client_has_so_many_queries_at_once_and_so_much_time() -> None:
    now = [0.0]
    clients = Clients(Limits(client_queries=2, client_seconds=10), lambda: now[0])
    clients.enter("a")
    clients.enter("a")
    with pytest.raises(errors.QueryTooOften):
        clients.enter("a")
    clients.enter("b")
    clients.leave("a", 12)
    clients.leave("a", 2)
    with pytest.raises(errors.QueryTooOften) as told:
        clients.enter("a")
    assert told.value.wait == 5
    now[0] = 4.9
    clients.enter("a")
    now[0] = 1_000_000.0
    clients.leave("a", 9.9)
    clients.enter("a")


def test_a_client_that_asks_nothing_is_forgotten_and_one_that_owes_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.store.workers.clients.MOST_REMEMBERED", 3)
    clients = Clients(Limits(client_seconds=10), lambda: 0.0)
    clients.enter("owes")
    clients.leave("owes", 20)
    for n in range(100):
        clients.enter(str(n))
        clients.leave(str(n), 0)
    with pytest.raises(errors.QueryTooOften):
        clients.enter("owes")


def test_an_answer_that_is_too_large_is_cut_only_where_it_can_say_so(workers: Workers) -> None:
    everything = "SELECT * WHERE { ?s ?p ?o }"
    served = workers.query(Query(everything, JSON))
    told = json.loads(served.read())
    assert told["truncated"] is True
    assert len(told["results"]["bindings"]) == served.head.kept
    assert served.head.kept is not None
    assert served.head.kept > 100
    served = workers.query(Query(everything, XML))
    content = served.read()
    assert b'<link href="/sparql#truncated"/></head>' in content
    assert len(list(ox.parse_query_results(content, format=ox.QueryResultsFormat.XML))) == served.head.kept
    for media_type in (CSV, TSV):
        with pytest.raises(errors.QueryTooLarge):
            workers.query(Query(everything, media_type))
    with pytest.raises(errors.QueryTooLarge):
        workers.query(Query("CONSTRUCT WHERE { ?s ?p ?o }", TURTLE))


@pytest.mark.parametrize("rows", [0, 1, 3, 4, 5])
def test_rows_are_cut_where_asked(workers: Workers, rows: int) -> None:
    four = 'SELECT ?a ?b { VALUES (?a ?b) { ("},{" UNDEF) ("\\"},{" 1) (UNDEF UNDEF) (<a:b> "\\\\") } }'
    served = workers.query(Query(four, JSON, rows=rows))
    told = json.loads(served.read())
    assert len(told["results"]["bindings"]) == min(rows, 4)
    assert told.get("truncated", False) is (rows < 4)
    assert served.head.kept == (rows if rows < 4 else None)
    kept = workers.query(Query(four, XML, rows=rows)).read()
    assert len(list(ox.parse_query_results(kept, format=ox.QueryResultsFormat.XML))) == min(rows, 4)
    if rows < 4:
        with pytest.raises(errors.QueryTooLarge):
            workers.query(Query(four, CSV, rows=rows))
    else:
        assert len(list(csv.reader(io.StringIO(asked(workers, four))))) == 5


def test_an_answer_may_be_cut_anywhere() -> None:
    whole = '{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"literal","value":"\\\\\\"},{"}},{},{"a":'
    for end in range(len(whole) - 50, len(whole)):
        content, kept = cut_json(whole[:end].encode(), 9)
        assert len(json.loads(content)["results"]["bindings"]) == kept
    assert cut_xml(b"<sparql><head></head><results><result></result><resu", 9)[1] == 1


def test_rows_of_csv_are_counted_with_line_ends_in_their_values() -> None:
    content = b'a\r\n"1\r\n2"\r\n"x ""y"" \r\n"\r\n'
    assert (ROWS["text/csv"].most(content), ROWS["text/csv"].count(content)) == (4, 2)


def test_what_is_no_sparql_is_told_from_a_worker(workers: Workers) -> None:
    with pytest.raises(errors.QuerySyntax):
        workers.query(Query("SELECT WHERE", JSON))


BOTH = (
    quads("activity/a rt:serves goal/g", "activity/b rt:serves goal/g"),
    quads("activity/a rt:serves goal/g", "activity/c rt:serves goal/h", graph="m", basis=MAPPED),
    quads("activity/d rt:serves goal/g", graph="s", basis="suggested"),
)
COUNT = PREFIX + "SELECT (COUNT(*) AS ?n) {} {{ ?a rt:serves ?g }}"
NAMED = PREFIX + "SELECT (COUNT(*) AS ?n) {} {{ GRAPH ?any {{ ?a rt:serves ?g }} }}"
STATED, MAPPING, SUGGESTION = (f"{BASE}graph/{name}" for name in ("stated", "m", "s"))


CHOSEN = pytest.mark.parametrize(
    ("default", "named", "in_default", "in_named"),
    [
        ((STATED,), (), 2, 0),
        ((STATED, MAPPING), (), 3, 0),
        ((STATED, MAPPING, SUGGESTION), (MAPPING,), 4, 2),
        ((), (MAPPING, SUGGESTION), 0, 3),
        ((STATED, "http://nowhere.example/"), ("http://nowhere.example/",), 2, 0),
        (("http://nowhere.example/",), (), 0, 0),
    ],
)
"""Graphs that are chosen from BOTH, and how many rows COUNT and NAMED then find."""


def chooses(
    ask: Callable[..., str],
    is_written: bool,
    default: tuple[str, ...],
    named: tuple[str, ...],
    in_default: int,
    in_named: int,
) -> None:
    """See that ``ask``, of a text and a dataset, is answered from the graphs chosen, in the query or in the request."""
    written = "".join(f"FROM <{g}> " for g in default) + "".join(f"FROM NAMED <{g}> " for g in named)
    for text, count in ((COUNT, in_default), (NAMED, in_named)):
        if is_written:
            assert ask(text.format(written)) == f"n\r\n{count}\r\n"
        else:
            other = text.format(f"FROM <{SUGGESTION}>")
            assert ask(other, dataset=Dataset(default, named)) == f"n\r\n{count}\r\n"
    assert ask(COUNT.format("")) == "n\r\n3\r\n"
    assert ask(NAMED.format("")) == "n\r\n5\r\n"


@pytest.mark.parametrize("is_written", [False, True])
@CHOSEN
def test_the_graphs_are_those_of_the_request_or_of_the_query_and_merged(
    made: Callable[..., Workers],
    is_written: bool,
    default: tuple[str, ...],
    named: tuple[str, ...],
    in_default: int,
    in_named: int,
) -> None:
    chooses(partial(asked, made(*BOTH)), is_written, default, named, in_default, in_named)


def test_a_query_that_names_one_graph_gets_it_also_after_others_were_merged(made: Callable[..., Workers]) -> None:
    pool = made(*BOTH)
    assert asked(pool, COUNT.format(f"FROM <{STATED}> FROM <{MAPPING}>")) == "n\r\n3\r\n"
    assert asked(pool, COUNT.format(f"FROM <{STATED}>")) == "n\r\n2\r\n"
    assert asked(pool, COUNT.format("FROM NAMED <http://nowhere.example/>")) == "n\r\n0\r\n"


def test_graphs_may_be_named_with_prefixes(made: Callable[..., Workers]) -> None:
    prefixed = f"PREFIX g: <{BASE}graph/> " + COUNT.format("FROM g:stated FROM g:m")
    assert asked(made(*BOTH), prefixed) == "n\r\n3\r\n"


def test_merges_are_kept_within_bounds(made: Callable[..., Workers]) -> None:
    pool = made(*(quads(f"activity/{n} rt:serves goal/g", graph=str(n)) for n in range(12)))
    graphs = [f"{BASE}graph/{n}" for n in range(12)]
    for end in range(2, 12):
        assert asked(pool, COUNT.format(""), dataset=Dataset(tuple(graphs[:end]))) == f"n\r\n{end}\r\n"
    assert asked(pool, NAMED.format("")) == "n\r\n12\r\n"


def test_a_whole_graph_is_given_by_its_address(made: Callable[..., Workers]) -> None:
    pool = made(*BOTH)
    assert pool.query(WholeGraph(SUGGESTION, TRIPLES)).read().count(b"\n") == 2
    assert pool.query(WholeGraph(None, TRIPLES)).read().count(b"serves") == 3
    with pytest.raises(errors.UnknownGraph):
        pool.query(WholeGraph("http://nowhere.example/", TRIPLES))


def test_a_worker_or_the_nursery_that_is_killed_is_replaced(made: Callable[..., Workers]) -> None:
    pool = made()
    assert is_well(pool)
    nursery_pid = nursery_of(pool)
    (worker,) = processes_of(pool)
    os.kill(worker, signal.SIGKILL)
    with pytest.raises(errors.QueryTooLarge):
        asked(pool, "ASK {}", JSON)
    assert is_well(pool)
    os.kill(nursery_pid, signal.SIGKILL)
    with pytest.raises(errors.QueryTimeout):
        pool.query(Query(SLOW, JSON, seconds=0.1))
    assert is_well_after_its_start(pool)


def test_no_worker_can_open_a_socket_or_a_file_even_if_the_guard_were_passed(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.store.workers.pool.admit", lambda text: None)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(1)
        port = listener.getsockname()[1]
        with pytest.raises(errors.QueryRefused):
            asked(workers, f"SELECT * WHERE {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
        assert asked(workers, f"SELECT ?s WHERE {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
        with pytest.raises(errors.QuerySyntax):
            asked(workers, f"LOAD <http://127.0.0.1:{port}/>")
        assert asked(workers, f"SELECT ?s FROM <http://127.0.0.1:{port}/> WHERE {{ ?s ?p ?o }}") == "s\r\n"
        assert asked(workers, "SELECT ?s ?p FROM <file:///etc/passwd> WHERE { ?s ?p ?o }") == "s,p\r\n"
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_large_answer_is_not_held_in_the_memory_of_the_service(made: Callable[..., Workers]) -> None:
    pool = made(answer_bytes=20_000_000, rows=1_000_000)
    served = pool.query(Query("SELECT ?a ?b { VALUES ?a {" + "1 " * 600 + "} VALUES ?b {" + "2 " * 600 + "} }", TSV))
    assert served.head.size > 2**20
    assert served.content._rolled  # type: ignore[attr-defined]
    assert len(served.read()) == served.head.size
