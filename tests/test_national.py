"""The synthetic national graph: valid by the same shapes, derived as the loader derives, and shaped like the data."""

import time
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, Graph, URIRef

from benchmarks.cases import Case, cases, fingerprint
from benchmarks.country import Size
from benchmarks.engines import OxigraphMemory
from benchmarks.measure import apart
from benchmarks.national import generate
from benchmarks.native import ASKED, Native
from benchmarks.report import markdown
from benchmarks.shares import SHARES, share
from benchmarks.virtuoso import constants
from graph.check import cycles, violations
from graph.sources.schema import RT, Schema
from graph.sources.statements import DAYS
from graph.store import Store
from graph.store.embedded import merge
from graph.vocabulary import BASE, LABELS, MAPPED

TINY = Size(scale=0.004, counties=3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A tiny country."""
    made = tmp_path_factory.mktemp("national")
    generate(made, TINY, cache=cache)
    return made


@pytest.fixture(scope="module")
def country(folder: Path) -> Graph:
    """The merge of what is stated and mapped in it."""
    return Graph().parse(folder / "national.nt", format="nt")


@pytest.fixture(scope="module")
def national(folder: Path) -> Store:
    """The store of it."""
    return Store.load(folder / "national.nq", "national", BASE)


def test_a_synthetic_country_is_valid_and_has_no_cycle(country: Graph, data: Path) -> None:
    assert violations(country, Schema(data / "vocabulary").shapes) == []
    assert cycles(country) == []


def test_what_the_loader_would_derive_is_there(country: Graph, data: Path) -> None:
    schema = Schema(data / "vocabulary")
    days = {URIRef(prop): derived for prop, (derived, _) in DAYS.items()}
    things = ((s, p, o) for s, p, o in country if str(s).startswith(f"{BASE}id/"))
    for thing, prop, value in things:
        assert isinstance(prop, URIRef)
        for above in schema.above(prop):
            assert (thing, above, value) in country
        if str(prop) in LABELS:
            assert (thing, RDFS.label, value) in country
        if prop in days:
            assert (thing, days[prop], None) in country
        if prop == RDF.type and str(value).startswith(str(RT)):
            for cls in schema.above(URIRef(str(value)), RDFS.subClassOf):
                assert (thing, RDF.type, cls) in country


def test_the_default_graph_is_the_merge_of_what_is_stated_and_mapped(folder: Path) -> None:
    written = (folder / "national.nq").read_bytes()
    assert _quads(written) == _quads(merge(written, MAPPED))


def test_the_one_graph_for_other_engines_is_the_default_graph(folder: Path, country: Graph) -> None:
    quads = set(ox.parse((folder / "national.nq").read_bytes(), format=ox.RdfFormat.N_QUADS))
    assert len({q for q in quads if q.graph_name == ox.DefaultGraph()}) == len(country)


def test_every_graph_says_its_basis(national: Store) -> None:
    query = """PREFIX rt: <https://w3id.org/rodatraden/ns#>
      SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } MINUS { ?graph rt:basis ?basis } }"""
    assert len(national.select(query)) == 0


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(folder: Path, tmp_path: Path, cache: Path) -> None:
    first = (folder / "national.nq").read_bytes()
    generate(tmp_path / "again", TINY, cache=cache)
    generate(tmp_path / "other", TINY, seed=1, cache=cache)
    assert (tmp_path / "again" / "national.nq").read_bytes() == first
    assert (tmp_path / "other" / "national.nq").read_bytes() != first


def test_the_scale_says_how_many_activities_are_added(national: Store, store: Store) -> None:
    (_, shipped), (_, made) = (share(graph, "activities without period") for graph in (store, national))
    assert made == shipped + round(30_000 * TINY.scale)


def test_most_municipalities_stay_unknown(national: Store) -> None:
    unknown, of = share(national, "municipalities that no document names, where a handslag is in the county")
    assert 0.4 < unknown / of < 0.8


@pytest.fixture(scope="module")
def native(folder: Path) -> Native:
    """Our index on it."""
    engine = Native(folder)
    engine.load()
    return engine


@pytest.fixture(scope="module")
def oxigraph(folder: Path) -> OxigraphMemory:
    """An engine on it."""
    engine = OxigraphMemory(folder)
    engine.load()
    return engine


@pytest.mark.parametrize("case", [case for case in cases() if case.name in ASKED], ids=lambda case: case.name)
def test_the_index_answers_the_questions_of_the_benchmark_as_the_engine_does(
    case: Case, native: Native, oxigraph: OxigraphMemory
) -> None:
    ours, theirs = native.read(case, native.ask(case)), oxigraph.ask(case)
    assert theirs.rows
    assert fingerprint(case, ours) == fingerprint(case, theirs)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_question_with_its_values_as_constants_is_the_same_question(case: Case, oxigraph: OxigraphMemory) -> None:
    written = Case(case.name, constants(case), {}, case.columns)
    assert fingerprint(case, oxigraph.ask(written)) == fingerprint(case, oxigraph.ask(case))


def test_a_question_that_takes_too_long_is_ended_and_said() -> None:
    assert apart(lambda: time.sleep(60), 0.2) == (None, "not within 0.2 s")
    assert apart(lambda: 1, 10) == (1, "")


def test_the_report_says_what_was_skipped_and_gives_wrong_answers_no_time() -> None:
    def of(answer: str) -> dict[str, object]:
        warm = {"median": 0.5, "least": 0.4, "most": 0.6, "runs": 3}
        outcome = {"cold": 1.0, "warm": warm, "rows": 7, "fingerprint": answer, "memory": 1, "error": ""}
        memory = {"VmRSS": 1, "VmHWM": 2}
        return {"load": 1.0, "start": warm, "memory": memory, "cases": {"q": outcome}}

    engines = {"oxigraph-memory": of("a"), "oxigraph-disk": of("a"), "rdflib": of("b"), "virtuoso": {"skipped": "gone"}}
    run = {
        "command": "x",
        "when": "y",
        "machine": {"processors": 2, "memory": 4, "python": "3"},
        "versions": {},
        "scale": 1,
        "seed": 1,
        "statements": 1_000_000,
        "generated": 1.0,
        "cases": ["q"],
        "load average": {},
        "engines": engines,
        "shares": [],
        "right": {"q": {"answer": "a", "engines": 2}},
    }
    report = markdown([run])
    assert "Virtuoso: gone." in report
    assert "`q`, rdflib: another answer than the rest (7 rows); no time." in report
    assert report.count("**500 ms**") == 2


@pytest.mark.parametrize("name", SHARES)
def test_every_share_can_be_counted_in_both_graphs(name: str, national: Store, store: Store) -> None:
    for graph in (national, store):
        part, whole = share(graph, name)
        assert 0 <= part <= whole
        assert whole > 0


def _quads(content: bytes) -> set[ox.Quad]:
    """All quads but those of the shapes' blank nodes, which a store names anew."""
    quads = ox.parse(content, format=ox.RdfFormat.N_QUADS)
    return {q for q in quads if not isinstance(q.subject, ox.BlankNode) and not isinstance(q.object, ox.BlankNode)}
