"""The saved questions: one tiny world each, the same answer on two engines, and what a question file must have."""

import csv
import re
import shutil
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import engines
import pyoxigraph as ox
import pytest
import yaml
from click.testing import CliRunner
from rdflib import XSD, Dataset, Graph, URIRef
from rdflib import Literal as RdfLiteral

from graph import dates
from graph.answer import Iri, Literal, Term
from graph.as_sparql import as_sparql
from graph.commandline import main
from graph.errors import BadParameter, BrokenQuestion, UnknownQuestion
from graph.labels import labels
from graph.library import FOLDER, LANGUAGES, TASKS, question, questions, read
from graph.question import Parameter, Question, term, things
from graph.sources.schema import Schema
from graph.store import Store, foreign_queries
from graph.store.embedded import Embedded, merge
from graph.vocabulary import BASE, BASES, MAPPED, RT, STATED, SUGGESTED, class_of, shortened
from web.app import create_app

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).parent.parent
WORLDS = Path(__file__).parent / "questions"
SCHEMES = ROOT / "data" / "vocabulary" / "schemes.ttl"
SUGGESTED_GRAPH = f"{BASE}graph/suggested"
WORLD_GRAPH = ox.NamedNode(f"{BASE}graph/world")
NAMES = list(questions())
Row = tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """One asking of a question in its world: the values of its parameters and the file with the rows expected."""

    name: str
    number: int
    values: dict[str, str]

    @property
    def expected(self) -> Path:
        return WORLDS / self.name / ("expected.csv" if self.number == 1 else f"expected-{self.number}.csv")

    def __str__(self) -> str:
        return f"{self.name}-{self.number}"


def examples_of(name: str) -> list[Example]:
    path = WORLDS / name / "example.yaml"
    listed = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else []
    return [
        Example(name, number, {key: str(value) for key, value in one["parameters"].items()})
        for number, one in enumerate(listed, 1)
    ]


EXAMPLES = [example for name in NAMES for example in examples_of(name)]


@cache
def world_graph(name: str) -> Graph:
    """The world alone."""
    return Graph().parse(WORLDS / name / "world.ttl", format="turtle")


def suggestions(name: str) -> Path | None:
    """The file of what a machine suggests in the world, where there is one."""
    path = WORLDS / name / "suggested.ttl"
    return path if path.is_file() else None


@cache
def world_on_rdflib(name: str) -> Graph:
    """The world with the closed lists of the vocabulary: what the default graph of a store holds."""
    world = world_graph(name) + Graph().parse(SCHEMES, format="turtle")
    path = suggestions(name)
    if path is None:
        return world
    dataset = Dataset()
    for statement in world:
        dataset.default_graph.add(statement)
    suggested = dataset.graph(URIRef(SUGGESTED_GRAPH)).parse(path, format="turtle")
    suggested.add((URIRef(SUGGESTED_GRAPH), URIRef(f"{RT}basis"), URIRef(f"{RT}basis-{SUGGESTED}")))
    return dataset


@cache
def world_store(name: str) -> Store:
    """The same in the store: one graph that is stated and, where there are suggestions, one of these."""
    quads = graph_quads(WORLD_GRAPH, STATED, WORLDS / name / "world.ttl", SCHEMES)
    path = suggestions(name)
    if path is not None:
        quads += graph_quads(ox.NamedNode(SUGGESTED_GRAPH), SUGGESTED, path)
    content = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert content is not None
    return Store(merge(content, MAPPED), "test", BASE)


def graph_quads(graph: ox.NamedNode, basis: str, *paths: Path) -> list[ox.Quad]:
    """The statements of these files in one graph, which states its basis."""
    stated = ox.Quad(graph, ox.NamedNode(f"{RT}basis"), ox.NamedNode(f"{RT}basis-{basis}"), graph)
    parsed = (s for path in paths for s in ox.parse(path=path))
    return [stated, *(ox.Quad(s.subject, s.predicate, s.object, graph) for s in parsed)]


def rows_on_pyoxigraph(asked: Question, store: Store, values: dict[str, str]) -> list[Row]:
    return [tuple(short(value) for value in row) for row in asked.ask(store, values, TODAY).rows]


def rows_on_rdflib(asked: Question, graph: Graph, bound: dict[str, Term]) -> list[Row]:
    return rows_of_text(asked.text, graph, {name: rdflib_term(value) for name, value in bound.items()})


def rows_of_text(text: str, graph: Graph, bound: dict[str, URIRef | RdfLiteral] | None = None) -> list[Row]:
    with warnings.catch_warnings():
        # rdflib 7.6 itself uses what it deprecates when a dataset is asked.
        warnings.filterwarnings("ignore", "Dataset.* is deprecated", DeprecationWarning)
        return [tuple(short(value) for value in row) for row in graph.query(text, initBindings=bound)]


def rdflib_term(value: Term) -> URIRef | RdfLiteral:
    if isinstance(value, Iri):
        return URIRef(value.text)
    assert isinstance(value, Literal)
    return RdfLiteral(value.text, datatype=URIRef(value.datatype), normalize=False)


def short(value: object) -> str:
    return "" if value is None else shortened(str(value)) if isinstance(value, Iri | URIRef) else str(value)


def order_key(asked: Question) -> list[str]:
    """The variables the answer is ordered by; the sequence of their values is the same on every engine."""
    return re.findall(r"\?(\w+)", re.findall(r"ORDER BY (.+)", asked.text)[-1])


def assert_rows(asked: Question, got: list[Row], expected: list[Row], columns: list[str]) -> None:
    missing, surplus = Counter(expected) - Counter(got), Counter(got) - Counter(expected)
    assert not missing | surplus, f"{asked.name}: missing {list(missing)}, surplus {list(surplus)}"
    places = [columns.index(variable) for variable in order_key(asked) if variable in columns]
    sequences = [[[row[place] for place in places] for row in rows] for rows in (got, expected)]
    assert sequences[0] == sequences[1], f"{asked.name}: the rows are right but not their order"


def expected_rows(example: Example) -> tuple[list[str], list[Row]]:
    with example.expected.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, [tuple(row) for row in rows]


# One tiny world for each question.


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_a_world_with_examples_of_every_parameter(name: str) -> None:
    folder = WORLDS / name
    assert (folder / "world.ttl").is_file(), f"add {folder}/world.ttl: a few things, those that must not appear too"
    examples = examples_of(name)
    assert examples, f"add {folder}/example.yaml: a list of parameters: {{…}}"
    for example in examples:
        assert example.expected.is_file(), f"add {example.expected}: the rows you expect, from your own reasoning"
    unbound = {p.name for p in question(name).parameters} - {key for example in examples for key in example.values}
    assert not unbound, f"add an example to {folder}/example.yaml that gives {', '.join(sorted(unbound))}"
    assert any(expected_rows(example)[1] for example in examples), f"add an example of {name} that has rows"
    known = {folder / "world.ttl", folder / "suggested.ttl", folder / "example.yaml", *(e.expected for e in examples)}
    spare = set(folder.glob("*")) - known
    assert not spare, f"no example asks for {sorted(path.name for path in spare)}: add one, or delete the file"


def test_every_world_belongs_to_a_question() -> None:
    spare = {path.name for path in WORLDS.iterdir()} - set(NAMES)
    assert not spare, f"no question is named {sorted(spare)}: delete the folder, or name it after its question"


LINKS = ("contributesTo", "carriesOut", "pursues", "partOf")
DERIVED = {
    "start": ("startsOn", dates.first_day),
    "end": ("endsOn", dates.last_day),
    "sourceDate": ("freshUntil", dates.fresh_until),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_world_says_what_the_loader_would_derive(name: str) -> None:
    world = world_graph(name)
    for word, (derived, day) in DERIVED.items():
        for subject, value in world.subject_objects(URIRef(RT + word)):
            wanted = RdfLiteral(day(str(value)).isoformat(), datatype=XSD.date)
            assert (subject, URIRef(RT + derived), wanted) in world, f"{name}/world.ttl: add rt:{derived} to {subject}"
    links = {(s, o) for word in LINKS for s, o in world.subject_objects(URIRef(RT + word))}
    claimed = set(world.subject_objects(URIRef(f"{RT}serves")))
    assert claimed == links, f"{name}/world.ttl: rt:serves stands beside exactly {', '.join(LINKS)}"


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_question_gives_the_rows_its_world_says(example: Example) -> None:
    asked, (columns, expected) = question(example.name), expected_rows(example)
    answer = asked.ask(world_store(example.name), example.values, TODAY)
    assert list(answer.columns) == columns, f"{example.expected}: its columns should be those of the question"
    assert_rows(asked, rows_on_pyoxigraph(asked, world_store(example.name), example.values), expected, columns)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_second_engine_gives_the_same_rows_in_the_world(example: Example) -> None:
    asked, (columns, expected) = question(example.name), expected_rows(example)
    bound = asked.bound(world_store(example.name), example.values, TODAY)
    assert_rows(asked, rows_on_rdflib(asked, world_on_rdflib(example.name), bound), expected, columns)


# The shipped data.

SLOW = {
    "documents-naming",
    "follow-ups-of",
    "goal-coverage",
    "goal-coverage-in-place",
    "goals-on-one-activity",
    "goals-on-one-actor",
    "goals-only-ended",
    "goals-only-planned",
    "goals-only-uncertain",
    "indicators-of",
    "places-of",
    "target-groups-of",
    "things-without-passage",
    "who-else",
}
"""rdflib needs seconds for each answer to these; few values are tried for them."""
DATES = ["2026-11-22", "2019-06-30"]
GOALS = [f"dhol-d{number}" for number in range(1, 8)]
PLACES = ["1907", "19", "1904"]
"""A municipality with a handslag, a county with a plan, a municipality that no document names."""


@pytest.fixture(scope="session")
def merged(dataset: Dataset) -> Graph:
    """What is stated and mapped, as one rdflib graph."""
    merged = Graph()
    for graph in dataset.graphs():
        basis = graph.value(graph.identifier, URIRef(f"{RT}basis"))
        if basis in (URIRef(f"{RT}basis-{STATED}"), URIRef(f"{RT}basis-{MAPPED}")):
            for statement in graph:
                merged.add(statement)
    return merged


def real_values(asked: Question, parameter: Parameter, store: Store) -> list[str]:
    """Values that are in the shipped data: for a place all that documents name, else the things most pointed to."""
    if "date" in parameter.types:
        return DATES
    if parameter.name == "goal":
        return GOALS
    if parameter.name == "place":
        return PLACES if asked.name in SLOW else [*PLACES, *pointed_to("place", "place", store)]
    if parameter.name == "county":
        return ["19", "13"]
    if asked.panel is not None:
        # A few kinds of the many that it is a panel of, for rdflib's sake; its world has every path.
        most = max(1, 6 // len(parameter.types))
        found = [value for kind in parameter.types for value in pointed_to(kind, None, store)[:most]]
        return found[:1] if asked.name in SLOW else found[:: max(1, len(found) // 3)]
    most = 1 if asked.name in SLOW else 6
    return [value for kind in parameter.types for value in pointed_to(kind, parameter.name, store)[:most]]


@cache
def pointed_to(kind: str, name: str | None, store: Store) -> list[str]:
    """The things of a kind that something points to, with the property of this name if any, most first; else any."""
    prop = "?any" if name is None else f"rt:{name}"
    answer = store.select(
        f"PREFIX rt: <{RT}> SELECT ?thing (COUNT(?other) AS ?n) WHERE {{"
        f" ?thing a <{class_of(kind)}> . ?other {prop} ?thing }} GROUP BY ?thing ORDER BY DESC(?n) ?thing"
    )
    every = things(store, kind)
    return [str(row["thing"]) for row in answer if str(row["thing"]) in every] or sorted(every)


def bindings(asked: Question, store: Store) -> Iterator[dict[str, str]]:
    """The required parameters with each of their values, then each optional one beside the first of those."""
    values = {p.name: real_values(asked, p, store) for p in asked.parameters}
    required = [p.name for p in asked.parameters if not p.optional]
    for number in range(max((len(values[name]) for name in required), default=1)):
        yield {name: values[name][number % len(values[name])] for name in required}
    for parameter in asked.parameters:
        if parameter.optional:
            first = {name: values[name][0] for name in required}
            yield from ({**first, parameter.name: value} for value in values[parameter.name])


READS_SUGGESTIONS = {"goals-only-suggested"}
"""The shipped data has no suggestions."""
NOT_IN_THE_DATA = {*READS_SUGGESTIONS, "things-without-passage", "suspect-links"}
"""Everything in the shipped data has a passage, and no text has changed since its links were reviewed."""


@pytest.mark.parametrize("name", sorted(set(NAMES) - READS_SUGGESTIONS))
def test_two_engines_give_the_same_rows_on_the_shipped_data(name: str, store: Store, merged: Graph) -> None:
    asked = question(name)
    for values in bindings(asked, store):
        answer = asked.ask(store, values, TODAY)
        got = rows_on_rdflib(asked, merged, asked.bound(store, values, TODAY))
        assert_rows(asked, got, rows_on_pyoxigraph(asked, store, values), list(answer.columns))


@pytest.mark.parametrize("name", sorted(set(NAMES) - NOT_IN_THE_DATA))
def test_every_question_has_an_answer_in_the_shipped_data(name: str, store: Store) -> None:
    asked = question(name)
    assert any(len(asked.ask(store, values, TODAY)) for values in bindings(asked, store)), (
        f"{name} has no rows in the shipped data for any value tried"
    )


# The text a reader opens: its values, and the graphs of its basis, stand in it.


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_text_with_its_values_gives_the_rows_of_the_world_on_two_engines(example: Example) -> None:
    asked, (columns, expected) = question(example.name), expected_rows(example)
    store = world_store(example.name)
    text = as_sparql(asked, store, example.values, TODAY)
    answer = store.select(text)
    assert list(answer.columns) == columns
    assert_rows(asked, [tuple(short(value) for value in row) for row in answer.rows], expected, columns)
    assert_rows(asked, rows_of_text(text, world_on_rdflib(example.name)), expected, columns)


@pytest.fixture(scope="session")
def plain(store: Store) -> Embedded:
    """The engine behind /sparql: it is told of no basis and no value but those in the text."""
    return Embedded(store.quads)


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("name", NAMES)
def test_the_text_with_its_values_gives_the_rows_of_the_question_on_the_shipped_data(
    name: str, basis: str, store: Store, plain: Embedded
) -> None:
    asked = question(name)
    for values in bindings(asked, store):
        answer = asked.ask(store, values, TODAY, basis)
        opened = plain.select(as_sparql(asked, store, values, TODAY, basis), {}, MAPPED)
        assert (opened.columns, opened.rows) == (answer.columns, answer.rows), values


BEHIND_SPARQL = pytest.mark.skipif(
    engines.chosen != engines.EMBEDDED,
    reason="FROM is read behind /sparql (test_forwarding.py); a store by URL names its graphs in the protocol",
)


@BEHIND_SPARQL
@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("example", examples_of("goals-only-suggested"), ids=str)
def test_the_text_reads_what_a_machine_suggests_only_where_the_basis_does(example: Example, basis: str) -> None:
    store = world_store(example.name)
    for name in ("goals-only-suggested", "goals-without-activity"):
        asked = question(name)
        text = as_sparql(asked, store, example.values, TODAY, basis)
        assert store.select(text).rows == asked.ask(store, example.values, TODAY, basis).rows
        assert (f"FROM <{SUGGESTED_GRAPH}>" in text) == (basis == SUGGESTED)


@BEHIND_SPARQL
def test_the_shipped_data_tells_the_bases_apart(store: Store) -> None:
    texts = {basis: as_sparql(question("goal-coverage"), store, {}, TODAY, basis) for basis in BASES}
    assert "FROM <https://w3id.org/rodatraden/graph/vastmanland-2018>" in texts[STATED]
    assert "FROM" not in texts[MAPPED]
    assert len({store.select(text).rows for text in texts.values()}) > 1


EVIL = 'a"} UNION { ?s ?p ?o } #\n\\" \'\'\' """ }} SERVICE <http://example.org/>'
ECHO = """#+ title: {sv: "Ord # }", en: "Word\\n} SELECT"}
#+ why: {sv: "Visar\\u2028ordet", en: "Shows the word"}
#+ remedy: {sv: "Inget", en: "Nothing"}
#+ parameters:
#+   word: {type: text, sv: Ord, en: Word}
#+   number: {type: integer, optional: true, sv: Tal, en: Number}

SELECT ?word ?number ?length WHERE {
  # A brace } in a comment, { and one more.
  BIND("a brace } in a string {" AS ?text)
  { SELECT ?word ?number (COUNT(*) AS ?length) WHERE {
      VALUES ?row { 1 2 }
      FILTER(BOUND(?word)) } GROUP BY ?word ?number }
}
ORDER BY ?length ?word ?number
"""


@pytest.fixture
def echo(tmp_path: Path) -> Question:
    """A question that answers with the text it is given."""
    path = tmp_path / "echo.rq"
    path.write_text(ECHO, "utf-8")
    return read(path)


@pytest.mark.parametrize("word", [EVIL, "plain", "å\t\r\n", "\\u0022 }", "?number $word <x>"])
def test_a_value_stays_a_value_in_the_text(echo: Question, word: str) -> None:
    store = world_store("thread")
    text = as_sparql(echo, store, {"word": word, "number": "7"}, TODAY, language="en")
    expected = [(word.strip(), "7", "2")]
    assert [tuple(str(value) for value in row) for row in store.select(text).rows] == expected
    assert rows_of_text(text, Graph()) == expected


def test_the_text_says_what_was_asked_in_comments(store: Store) -> None:
    asked = question("goals-without-activity")
    for language, basis in (("sv", "står i ett dokument"), ("en", "stated in a document")):
        text = as_sparql(asked, store, {"place": "1907"}, TODAY, language=language)
        comments = " ".join(line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
        assert asked.title[language] in comments
        assert basis in comments
        assert f"BIND(<{BASE}id/place/1907> AS ?place)" in text
    assert "#+" not in text


def test_the_text_of_a_value_that_does_not_fit_is_refused(store: Store) -> None:
    with pytest.raises(BadParameter):
        as_sparql(question("thread"), store, {"goal": "finns-inte"}, TODAY)


# The words.


@pytest.mark.parametrize("name", [name for name in NAMES if question(name).panel is None])
def test_every_question_has_a_task_and_says_what_it_gives_and_how(name: str) -> None:
    asked = question(name)
    assert asked.task in set(TASKS) - {"other"}, f"{name}.rq: add #+ task: one of {TASKS}"
    for key, words in (("gives", asked.gives), ("method", asked.method)):
        assert set(words) == set(LANGUAGES), f"{name}.rq: add #+ {key}: with sv and en"
        assert len(set(words.values())) == len(LANGUAGES), f"{name}.rq: the same {key} in both languages"
    assert asked.gives != asked.why, f"{name}.rq: add #+ gives: what is in a row"


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_its_words_in_both_languages(name: str) -> None:
    asked = question(name)
    for words in (asked.title, asked.why, asked.remedy):
        assert set(words) == set(LANGUAGES)
        assert len(set(words.values())) == len(LANGUAGES), f"{name}: the same words in both languages: {words}"


@pytest.mark.parametrize("name", NAMES)
def test_every_column_has_a_heading_in_both_languages(name: str, store: Store) -> None:
    asked, words = question(name), labels(store)
    values = next(bindings(asked, store))
    for column in asked.ask(store, values, TODAY).columns:
        for language in LANGUAGES:
            heading = words.column(asked, column, language)
            assert heading != column, f"{name}.rq: add #+ columns: {column}: {{sv: …, en: …}}"
            assert heading[0].isupper(), f"{name}: the heading {heading} of {column} should begin with a capital"


# Adding a question is adding a file.

NEW = """#+ title: {sv: "Alla handslag", en: "All handslag"}
#+ why: {sv: "Visar vilka handslag som finns.", en: "Shows which handslag there are."}
#+ remedy: {sv: "Lägg till det som saknas.", en: "Add what is missing."}
#+ parameters:
#+   place: {type: place, optional: true}

PREFIX rt: <https://w3id.org/rodatraden/ns#>

SELECT ?handslag ?place WHERE { ?handslag a rt:Handslag ; rt:place ?place } ORDER BY ?handslag ?place
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped questions with one file more."""
    copied = tmp_path / "questions"
    shutil.copytree(FOLDER, copied)
    (copied / "overview" / "all-handslag.rq").write_text(NEW, "utf-8")
    return copied


@pytest.fixture
def with_new_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every room finds its questions in that folder."""
    monkeypatch.setattr("graph.library.FOLDER", folder)


def test_a_new_file_is_a_new_question(folder: Path) -> None:
    found = questions(folder)
    assert set(found) - set(NAMES) == {"all-handslag"}
    assert found["all-handslag"].kind == "overview"
    assert question("all-handslag", folder).title["en"] == "All handslag"


@pytest.mark.usefixtures("with_new_file")
def test_a_new_file_is_a_new_command(data: Path, cache: Path) -> None:
    def run(*words: str) -> str:
        result = CliRunner().invoke(main, ["--data", str(data), "--cache", str(cache), *words])
        assert result.exit_code == 0, result.output
        return result.output

    assert "Alla handslag" in run("questions")
    assert "all-handslag" in run("ask", "--help")
    assert "--place" in run("ask", "all-handslag", "--help")
    assert "surahammar" in run("ask", "all-handslag", "--place", "1907", "--format", "csv")


@pytest.mark.usefixtures("with_new_file")
def test_a_new_file_is_a_new_page(store: Store) -> None:
    workers = foreign_queries(store)
    client = create_app(store, workers, lambda: TODAY).test_client()
    assert "Alla handslag" in client.get("/question").text
    page = client.get("/question/all-handslag?place=1907")
    workers.close()
    assert page.status_code == 200
    assert "surahammar" in page.text.lower()


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_has_a_type_there_is(name: str) -> None:
    kinds = {*Schema(SCHEMES.parent).kinds, "date", "integer", "text"}
    assert {kind for parameter in question(name).parameters for kind in parameter.types} <= kinds


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_question_is_the_name_of_its_file(name: str) -> None:
    assert (FOLDER / question(name).kind / f"{name}.rq").is_file()
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)


def test_an_unknown_question_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownQuestion) as caught:
        question("goals-without-activities")
    for language in LANGUAGES:
        assert re.search(r": goals-without-activity,", caught.value.message(language))


# Broken question files.


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ((', en: "All handslag"', ""), {"sv": "title måste finnas på sv och en", "en": "title must have sv and en"}),
        (("#+ why:", "#+ reason:"), {"sv": "why måste finnas", "en": "why must have"}),
        (("#+ remedy:", "#+ cure:"), {"sv": "remedy måste finnas", "en": "remedy must have"}),
        (("SELECT ?handslag ?place", "SELECT ?handslag"), {"sv": "parametrarna place", "en": "must project place"}),
        (("ORDER BY ?handslag", "ORDER BY"), {"sv": "ORDER BY måste ta med handslag,", "en": "must name handslag,"}),
        (("ORDER BY ?handslag ?place", ""), {"sv": "ta med handslag, place,", "en": "must name handslag, place,"}),
        (("type: place, ", ""), {"sv": "place saknar type", "en": "place lacks type"}),
        (("#+ parameters:", "#+ parameters: {"), {"sv": "inte YAML", "en": "not YAML"}),
        (("#+", "#"), {"sv": "huvudet saknas", "en": "header is missing"}),
        (("{type: place, ", "place # {"), {"sv": "place saknar type", "en": "place lacks type"}),
        (("#+ parameters:", "#+ parameters: none\n#+ others:"), {"sv": "namn: värde", "en": "name: value"}),
        (("#+ parameters:", "#+ task: gap\n#+ parameters:"), {"sv": "task ska vara en av: gaps", "en": "task must be"}),
        (
            ("#+ parameters:", "#+ matrix: {rows: handslag, columns: county}\n#+ parameters:"),
            {"sv": "matrix ska ha rows", "en": "matrix must have rows"},
        ),
        (("#+ parameters:", "#+ view: matrix\n#+ parameters:"), {"sv": "matrix ska ha", "en": "matrix must have"}),
    ],
    ids=[
        "no title in English",
        "no why",
        "no remedy",
        "parameter not projected",
        "an order with ties",
        "no order",
        "no type",
        "broken YAML",
        "no header",
        "a parameter that is a word",
        "parameters that are a word",
        "an unknown task",
        "a matrix of a column that is not there",
        "a matrix that does not say of what",
    ],
)
def test_a_broken_question_file_is_refused_with_what_to_mend(
    change: tuple[str, str], says: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "broken.rq"
    assert change[0] in NEW
    path.write_text(NEW.replace(*change), "utf-8")
    with pytest.raises(BrokenQuestion) as caught:
        read(path)
    for language in LANGUAGES:
        assert caught.value.message(language).startswith("broken.rq: ")
        assert says[language] in caught.value.message(language)


def test_two_questions_of_one_name_are_refused(folder: Path) -> None:
    shutil.copy(folder / "overview" / "all-handslag.rq", folder / "gaps" / "all-handslag.rq")
    with pytest.raises(BrokenQuestion, match="all-handslag"):
        questions(folder)


# Values that do not fit, and values that would be more than values.


@pytest.mark.parametrize(
    ("name", "values", "says"),
    [
        ("thread", {"goal": "dhol-d66"}, {"sv": "Närmast: goal/dhol-d6,", "en": "Nearest: goal/dhol-d6,"}),
        ("thread", {"goal": "dhol-d"}, {"sv": "Närmast: goal/dhol-d", "en": "Nearest: goal/dhol-d"}),
        ("goal-coverage", {"setOutIn": "strategy/rus-vastmanlan"}, {"sv": "Närmast: strategy/rus-vastmanland"}),
        ("statistics-for-place", {"place": "place/19070"}, {"sv": "Närmast: place/1907,", "en": "place/1907,"}),
        ("goal-coverage", {"asOf": "2026-02-30"}, {"sv": "2026-11-22", "en": "a date like 2026-11-22"}),
        ("goal-coverage", {"asOf": "2026"}, {"sv": "2026-11-22", "en": "a date like 2026-11-22"}),
        ("thread", {}, {"sv": "måste anges", "en": "is required"}),
        ("thread", {"goal": "  "}, {"sv": "måste anges", "en": "is required"}),
        ("thread", {"gaol": "dhol-d6"}, {"sv": "Frågan har bara: goal.", "en": "has only: goal."}),
        ("thread", {"goal": "place/1907"}, {"sv": "finns inte i grafen", "en": "is not in the graph"}),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_does(
    name: str, values: dict[str, str], says: dict[str, str], store: Store
) -> None:
    with pytest.raises(BadParameter) as caught:
        question(name).ask(store, values, TODAY)
    for language, words in says.items():
        assert words in caught.value.message(language)


def test_a_thing_is_given_as_slug_as_kind_and_slug_or_as_address(store: Store) -> None:
    parameter = question("thread").parameters[0]
    for given in ("dhol-d6", "goal/dhol-d6", f"{BASE}id/goal/dhol-d6"):
        assert term(parameter, given, store) == Iri(f"{BASE}id/goal/dhol-d6")


def test_a_date_left_out_is_today_and_an_optional_parameter_is_left_unbound(store: Store) -> None:
    assert question("goal-coverage").bound(store, {}, TODAY) == {
        "asOf": Literal("2026-11-22", "http://www.w3.org/2001/XMLSchema#date")
    }


def test_an_integer_is_bound_as_a_number_and_nothing_else_is_one() -> None:
    store = world_store("thread")
    parameter = Parameter("n", ("integer",), optional=False, default=None, words={})
    assert term(parameter, "-7", store) == Literal("-7", "http://www.w3.org/2001/XMLSchema#integer")
    for given in ("7.5", "sju", "1e3", "9" * 40):
        with pytest.raises(BadParameter):
            term(parameter, given, store)


ATTACKS = (
    'x" } INSERT DATA { <a> <b> <c> } #',
    "dhol-d6> } INSERT DATA { <a> <b> <c> } #",
    f"{BASE}id/goal/dhol-d6> ?x ?y . }} INSERT DATA {{ <a> <b> <c> }} #",
    '2026-11-22" } UNION { ?goal ?any ?thing } #',
    "'''\\u0022 ?goal {} \n } #",
)
TEXT = """#+ title: {sv: "Ord", en: "Words"}
#+ why: {sv: "Visar texten.", en: "Shows the text."}
#+ remedy: {sv: "Ingen.", en: "None."}
#+ parameters:
#+   words: {type: text}

SELECT ?one ?words WHERE { VALUES ?one { 1 } BIND(CONCAT("<", ?words, ">") AS ?shown) FILTER(STRLEN(?shown) > 2) }
ORDER BY ?one ?words
"""


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_value_that_looks_like_sparql_is_refused_where_a_thing_or_a_date_is_asked_for(
    attack: str,
) -> None:
    store = world_store("goal-coverage")
    before = store.dump("nq")
    for name, values in (("thread", {"goal": attack}), ("goal-coverage", {"asOf": attack})):
        with pytest.raises(BadParameter):
            question(name).ask(store, values, TODAY)
    assert store.dump("nq") == before


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_value_that_looks_like_sparql_is_bound_as_it_is_where_text_is_asked_for(attack: str, tmp_path: Path) -> None:
    store, path = world_store("thread"), tmp_path / "words.rq"
    path.write_text(TEXT, "utf-8")
    asked = read(path)
    (row,) = asked.ask(store, {"words": attack}, TODAY).rows
    assert [str(value) for value in row] == ["1", attack.strip()]
    (other,) = rows_on_rdflib(asked, Graph(), asked.bound(store, {"words": attack}, TODAY))
    assert other == ("1", attack.strip())
