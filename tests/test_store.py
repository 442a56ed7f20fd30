"""The store: built once per fingerprint, read-only, one merge per basis; foreign queries kept at arm's length."""

import contextlib
import gc
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import engines
import pyoxigraph as ox
import pytest
from worlds import ID, quads, world

from graph import errors
from graph.answer import Iri, Literal
from graph.store import Store, kept, open_store
from graph.store.guard import DEEPEST, LONGEST, admit
from graph.vocabulary import MAPPED, STATED, SUGGESTED

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


def test_a_basis_is_there_also_when_the_file_of_the_graph_is_gone(data: Path, tmp_path: Path) -> None:
    store = open_store(data, tmp_path)
    for file in tmp_path.iterdir():
        file.unlink()
    assert len(store.select(COUNT, basis=SUGGESTED)) >= len(store.select(COUNT)) > 0


@pytest.mark.skipif(engines.chosen != engines.EMBEDDED, reason="about the engine in this process")
def test_a_basis_is_loaded_once_by_many_who_ask_for_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    store = world(quads("activity/a rt:serves goal/g"))

    def slowly(engine: ox.Store, basis: str) -> None:
        loaded.append(basis)
        time.sleep(0.2)

    monkeypatch.setattr("graph.store.embedded.set_basis", slowly)
    with ThreadPoolExecutor(8) as askers:
        rows = list(askers.map(lambda _: store.select(COUNT, basis=SUGGESTED), range(8)))
    assert (len(set(rows)), loaded) == (1, [SUGGESTED])


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
        "SELECT * WHERE { ?s ?p 1SERVICE<http://127.0.0.1/>{} }",
        "PREFIX x: <http://127.0.0.1/> SELECT * WHERE { SERVICEx:a { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1/> SELECT * WHERE { SERVICESILENTx:a { ?s ?p ?o } }",
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


@pytest.mark.parametrize("part", ["a-", "a.", ":a", '"""', "'''a", "<a", "\\u0041", "?", "@a-", "#", "(:a"])
def test_looking_at_a_query_takes_time_in_proportion_to_its_length_only(part: str) -> None:
    text = "ASK " + part * ((LONGEST - 4) // len(part))
    begun = time.process_time()
    with contextlib.suppress(errors.QueryTooLarge):
        admit(text)
    assert time.process_time() - begun < 3


def test_a_query_with_nul_is_refused() -> None:
    with pytest.raises(errors.QuerySyntax, match="NUL"):
        admit("ASK { ?s ?p 'a\0' }")


def test_what_is_kept_of_a_store_is_made_once_however_many_ask_and_goes_with_the_store() -> None:
    made: list[int] = []

    @kept(most=2)
    def slow(store: Store, number: int) -> list[int]:
        time.sleep(0.05)
        made.append(number)
        return [number]

    store = world()
    with ThreadPoolExecutor(8) as many:
        assert [*many.map(slow, [store] * 8, [0, 1] * 4)] == [[0], [1]] * 4
    assert sorted(made) == [0, 1]
    slow(store, 2)
    slow(store, 1)
    assert sorted(made) == [0, 1, 2], "the last two asked for are there"
    gone = weakref.ref(store)
    del store
    gc.collect()
    assert gone() is None
