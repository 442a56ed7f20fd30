"""An engine by URL answers as the one in this process: on Oxigraph's own server, and on Fuseki where there is one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event, Thread

import engines
import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from engines import SERVERS, remote_world
from test_questions import (
    EXAMPLES,
    SCHEMES,
    SUGGESTED_GRAPH,
    TODAY,
    WORLD_GRAPH,
    WORLDS,
    Example,
    graph_quads,
    suggestions,
    world_store,
)
from worlds import quads, world

from graph.agreement import differing
from graph.answer import Iri, Literal
from graph.commandline import main
from graph.errors import QuerySyntax, StoreError
from graph.library import question
from graph.setting import Setting
from graph.store import Store, foreign_queries, load_store, open_store, store_of
from graph.store.embedded import Embedded, merge
from graph.store.endpoints import endpoints
from graph.store.loading import load, withdraw
from graph.store.remote import Loaded, Remote
from graph.store.workers import Query
from graph.store.writing import Author, Update, Writer
from graph.vocabulary import BASE, BASES, MAPPED, RT, XSD

HERE = Path(__file__).parent.parent
SERVING = "SELECT ?a WHERE { ?a <https://w3id.org/rodatraden/ns#serves> ?g }"


@pytest.fixture(scope="module", params=SERVERS)
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an engine that is empty at first."""
    yield from engines.serving(request.param)


@pytest.fixture(scope="module")
def here(data: Path, cache: Path) -> Store:
    """The shipped data in this process."""
    return open_store(data, cache)


@pytest.fixture(scope="module")
def shipped(address: str, here: Store) -> Store:
    """The shipped data in the engine."""
    engine = engine_at(address)
    load(engine, Embedded(here.quads), here.version)
    return Store(engine, here.version, BASE)


def engine_at(address: str) -> Remote:
    return Remote(endpoints(address), BASE)


def canonical(content: bytes) -> ox.Dataset:
    """The statements, with names for blank nodes that do not depend on how they came to be."""
    found = ox.Dataset(ox.parse(content, format=ox.RdfFormat.N_QUADS))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


# The shipped data.


def test_all_statements_are_there_as_they_were(here: Store, shipped: Store) -> None:
    assert canonical(shipped.quads) == canonical(here.quads)


def test_every_question_and_the_coverage_in_every_dimension_are_the_same(here: Store, shipped: Store) -> None:
    assert differing(here, shipped, TODAY) == []


def test_a_basis_has_the_same_graphs(here: Store, shipped: Store) -> None:
    assert [shipped.graphs(basis) for basis in BASES] == [here.graphs(basis) for basis in BASES]


def test_an_engine_that_answers_wrongly_is_found_out(here: Store) -> None:
    class Forgetful(Embedded):
        """As an engine that takes a MINUS for nothing."""

        def _solutions(self, text: str, *rest: object) -> object:
            return super()._solutions(text.replace("MINUS {", "MINUS { ?never <x:never> ?ever ."), *rest)  # type: ignore[arg-type]

    wrong = differing(here, Store(Forgetful(here.quads), here.version, BASE), TODAY)
    assert {"goals-without-activity", "activities-serving-no-goal"} <= set(wrong)
    assert "thread" not in wrong


# The worlds of the questions.


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_example_has_the_same_rows(example: Example, address: str) -> None:
    given = graph_quads(WORLD_GRAPH, "stated", WORLDS / example.name / "world.ttl", SCHEMES)
    path = suggestions(example.name)
    if path is not None:
        given += graph_quads(ox.NamedNode(SUGGESTED_GRAPH), "suggested", path)
    content = ox.serialize(given, format=ox.RdfFormat.N_QUADS)
    assert content is not None
    there, asked = remote_world(address)(merge(content, MAPPED), "test", BASE), question(example.name)
    found, expected = (asked.ask(one, example.values, TODAY) for one in (there, world_store(example.name)))
    assert found.columns == expected.columns
    assert sorted(map(repr, found.rows)) == sorted(map(repr, expected.rows))


TERMS = (
    '"skäl 😀"@sv',
    '"one line\u2028\u0085all the same"',
    '"x"@sv-SE',
    '""',
    '""@en',
    r'"a\"b\\c\nd\te"',
    f'"2018"^^<{XSD}gYear>',
    f'"2018-02"^^<{XSD}gYearMonth>',
    f'"2018-01-01"^^<{XSD}date>',
    f'"true"^^<{XSD}boolean>',
    f'"1"^^<{XSD}boolean>',
    f'"007"^^<{XSD}integer>',
    f'"1.50"^^<{XSD}decimal>',
    f'"P2Y"^^<{XSD}duration>',
    f'"http://a.example/å b"^^<{XSD}anyURI>',
    f'"sv"^^<{XSD}language>',
    f'"nonsense"^^<{XSD}date>',
    "<https://a.example/%C3%A5?a=b&c='d'#e>",
)


def test_a_term_comes_back_as_it_was(address: str) -> None:
    content = "".join(quads(*(f"goal/g{number} rt:reason {term}" for number, term in enumerate(TERMS)))).encode()
    there = remote_world(address)(merge(content, MAPPED), "test", BASE)
    text = f"SELECT ?goal ?term WHERE {{ ?goal <{RT}reason> ?term }}"
    expected = Store(merge(content, MAPPED), "test", BASE).select(text)
    assert len(expected) == len(TERMS)
    assert set(there.select(text).rows) == set(expected.rows)
    for goal, term in expected.rows:
        if term is not None and goal is not None:
            assert len(there.select(text, {"term": term})) >= 1, term
            assert there.select(text, {"goal": goal}).rows == ((goal, term),)


def test_a_value_cannot_change_the_query(address: str) -> None:
    there = remote_world(address)(merge(quads('goal/g rt:reason "x"').encode(), MAPPED), "test", BASE)
    text = f"SELECT ?g ?text WHERE {{ ?g <{RT}reason> ?text }}"
    for hostile in (
        'x" } ; DELETE WHERE { ?s ?p ?o } #',
        "'''\\u0022 } #",
        "x\\",
        "} UNION { ?g ?p ?text }",
        "?g",
        "\n",
    ):
        assert len(there.select(text, {"text": Literal(hostile)})) == 0
    with pytest.raises(ValueError, match="IRI"):
        there.select(text, {"g": Iri("a:b> } #")})
    assert len(there.select(text, {"text": Literal("x")})) == 1


def test_what_is_no_select_is_told(address: str, shipped: Store) -> None:
    for text in ("SELECT", "SELECT ?a WHERE { ?a ?b }", "ASK {}"):
        with pytest.raises(QuerySyntax):
            shipped.select(text)


# Loading.


def small(*activities: str) -> Embedded:
    """A graph in which these serve a goal, stated and mapped."""
    stated = quads(*(f"activity/{name} rt:serves goal/g" for name in activities))
    return Embedded(merge((stated + stated.replace("graph/stated", "graph/mapped")).encode(), MAPPED))


def found(address: str) -> set[str]:
    """The activities in the engine."""
    engine = engine_at(address)
    rows = engine.select(SERVING, {}, MAPPED).rows
    assert len(rows) == len(set(rows)), "a statement in two graphs counts once"
    return {str(value).rpartition("/")[2] for row in rows for value in row}


@pytest.mark.parametrize("has_graph_store", [True, False])
def test_a_version_is_loaded_once_and_replaces_the_other(address: str, has_graph_store: bool) -> None:
    at = endpoints(address)
    engine = Remote(at if has_graph_store else replace(at, graphs=None), BASE)
    withdraw(engine)
    with pytest.raises(StoreError, match="rodatraden load"):
        engine.loaded()
    assert load(engine, small("a", "b"), "one")
    assert not load(engine, small("a", "b"), "one")
    assert (engine.loaded(), found(address)) == ("one", {"a", "b"})
    assert load(engine, Embedded(merge(quads("activity/c rt:serves goal/g").encode(), MAPPED)), "two")
    assert (engine.loaded(), found(address)) == ("two", {"c"})
    assert engine_at(address).contents().graphs == (f"{BASE}graph/stated",)  # type: ignore[union-attr]
    rows = engine.rows("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", engine.record, [f"{BASE}graph/mapped"])
    assert list(rows) == []


def test_a_graph_of_nothing_is_loaded_and_replaced_too(address: str) -> None:
    load(engine_at(address), Embedded(b""), "nothing")
    assert engine_at(address).contents() == Loaded("nothing", (), dict.fromkeys(BASES, f"{BASE}merged/{MAPPED}"))
    load(engine_at(address), small("a"), "something")
    assert found(address) == {"a"}


def test_without_a_graph_store_all_statements_are_there_too(address: str, here: Store) -> None:
    engine = Remote(replace(endpoints(address), graphs=None), BASE)
    load(engine, Embedded(here.quads), "by updates", again=True)
    assert canonical(Store(engine, "by updates", BASE).quads) == canonical(here.quads)


def test_a_load_that_fails_half_way_leaves_the_version_before(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = engine_at(address)
    load(engine, small("a"), "before")

    def failing(graph: str, triples: bytes) -> None:
        if graph.endswith("/1"):
            raise StoreError("Av.", "Off.")
        Remote.put(engine, graph, triples)

    monkeypatch.setattr(engine, "put", failing)
    with pytest.raises(StoreError, match=r"Av\."):
        load(engine, small("b"), "after")
    assert (engine_at(address).loaded(), found(address)) == ("before", {"a"})


def test_a_statement_that_does_not_arrive_is_noticed(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = engine_at(address)
    load(engine, small("a"), "before")
    less = lambda graph, triples: Remote.put(engine, graph, triples.partition(b"\n")[2])  # noqa: E731
    monkeypatch.setattr(engine, "put", less)
    with pytest.raises(StoreError, match="inte emot allt"):
        load(engine, small("b", "c"), "after")
    assert found(address) == {"a"}


def test_readers_see_one_version_or_the_other_while_it_is_replaced(address: str) -> None:
    many = [small(*(f"{letter}{number}" for number in range(300))) for letter in "ab"]
    load(engine_at(address), many[0], "first")
    wrong: list[set[str]] = []
    seen: set[str] = set()
    done = Event()

    def read() -> None:
        while not done.is_set():
            activities = found(address)
            seen.update(name[0] for name in activities)
            if len(activities) != 300 or len({name[0] for name in activities}) != 1:
                wrong.append(activities)

    reader = Thread(target=read)
    reader.start()
    for turn in range(10):
        load(engine_at(address), many[(turn + 1) % 2], f"turn {turn}")
    done.set()
    reader.join()
    assert wrong == []
    assert seen == {"a", "b"}


def test_a_switch_whose_answer_was_lost_is_known_to_have_happened(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = engine_at(address)
    load(engine, small("a"), "before")

    def lost(text: str, repeatable: bool = True) -> None:
        Remote.update(engine, text, repeatable)
        if not repeatable:
            raise StoreError("Bruten.", "Broken.")

    monkeypatch.setattr(engine, "update", lost)
    assert load(engine, small("b"), "after")
    assert found(address) == {"b"}


def test_what_others_keep_in_the_engine_is_neither_seen_nor_touched(address: str) -> None:
    engine = engine_at(address)
    other = "https://other.example/graph"
    engine.update(f"INSERT DATA {{ GRAPH <{other}> {{ <x:a> <{RT}serves> <x:g> }} }}")
    load(engine, small("a"), "beside")
    assert found(address) == {"a"}
    assert list(engine.rows("SELECT ?s WHERE { ?s ?p ?o }", other)) == [("x:a",)]


def test_a_service_notices_that_another_version_was_loaded(address: str) -> None:
    engine = engine_at(address)
    load(engine, small("a"), "one")
    store = Store(engine, "one", BASE)
    store.check()
    load(engine_at(address), small("b"), "two")
    with pytest.raises(StoreError, match="Starta om"):
        store.check()
    world().check()


# The command line.


def run(address: str, cache: Path, *words: str, **environment: str) -> Result:
    given = ["--data", str(HERE / "data"), "--cache", str(cache), *(["--store", address] if address else []), *words]
    return CliRunner().invoke(main, given, env=environment)


def test_the_commands_answer_from_an_engine_as_they_do_without(address: str, cache: Path, data: Path) -> None:
    withdraw(engine_at(address))
    empty = run(address, cache, "gaps", "--place", "1907")
    assert (empty.exit_code, empty.output.count("rodatraden load")) == (2, 1)
    loaded = run("", cache, "load", RODATRADEN_STORE=address)
    assert loaded.exit_code == 0, loaded.output
    for words in (("gaps", "--place", "1907"), ("ask", "thread", "--goal", "dhol-d6"), ("matrix",), ("export",)):
        there, alone = (run(where, cache, *words) for where in (address, ""))
        assert there.exit_code == alone.exit_code < 2, there.output
        if words == ("export",):
            there_graph, alone_graph = (
                ox.Dataset(ox.parse(one.output, format=ox.RdfFormat.TRIG)) for one in (there, alone)
            )
            assert len(there_graph) == len(alone_graph)
        else:
            assert there.output == alone.output
    load(engine_at(address), small("a"), "another")
    other = run(address, cache, "--language", "en", "gaps")
    assert other.exit_code == 2
    assert "holds version another" in other.output
    with pytest.raises(StoreError):
        store_of(Setting(data, cache, date(2026, 11, 22), store=address))


def test_an_engine_that_answers_wrongly_is_not_used(address: str, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.commands.load.differing", lambda *_: ["thread", "place"])
    result = run(address, cache, "load")
    assert result.exit_code == 2
    assert "svarar fel på: thread, place" in result.output
    assert engine_at(address).contents() is None


def test_without_an_address_there_is_nothing_to_load(data: Path, cache: Path) -> None:
    with pytest.raises(StoreError, match="--store"):
        load_store(Setting(data, cache, TODAY))


# Writing.


def test_a_change_is_loaded_into_the_engine_and_read_from_it(address: str, small: Path, tmp_path: Path) -> None:
    setting = Setting(small, tmp_path / "cache", TODAY, store=address, journal=tmp_path / "journal")
    foreign = foreign_queries(load_store(setting))
    writer = Writer(setting, lambda: datetime.now(UTC))
    text = "SELECT ?o WHERE { GRAPH <http://own.example/g> { ?s ?p ?o } }"
    seen: list[Store] = []

    def changed(store: Store) -> None:
        foreign.renew(store)
        seen.append(store)

    try:
        for number in range(2):
            update = f"INSERT DATA {{ GRAPH <http://own.example/g> {{ <a:s> <a:p> {number} }} }}"
            written = writer.write(Update(update), Author("Region Ex", "steward"), changed)
            assert engine_at(address).loaded() == written.version == seen[-1].version == store_of(setting).version
            assert len(seen[-1].select(text)) == number + 1
            assert foreign.query(Query(text, ("text/csv",))).read().count(b"\r\n") == number + 2
    finally:
        writer.close()
        foreign.close()
