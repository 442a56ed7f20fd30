"""The folder data/ as a whole: which file becomes which named graph.

One graph per source document (basis: stated), one per SSSOM table (mapped or suggested), one for the
vocabulary. Each graph says in itself, with PROV, where it comes from and on what basis it stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV

from graph.errors import BrokenData
from graph.sources import mapping
from graph.sources.review import Texts
from graph.sources.schema import PASSAGE, RT, Kind, Schema
from graph.sources.statements import Reader, Statement
from graph.sources.table import EVIDENCE, Problems, Row, rows
from graph.vocabulary import BASE, MAPPED, STATED, SUGGESTED

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
ABOUT, PROPERTY = "gäller", "egenskap"
PASSAGE_TABLE = "passage.csv"


@dataclass
class _Folder:
    """The tables of one folder, read into rows but not yet into statements."""

    path: Path
    name: str
    tables: list[tuple[Kind, list[Row]]] = field(default_factory=list)
    passages: list[Row] = field(default_factory=list)


class Facts(dict[URIRef, Graph]):
    """The named graphs by address; asking for one that is not there begins it."""

    def __missing__(self, address: URIRef) -> Graph:
        # SimpleMemory keeps no contexts: each graph here is one of its own, and reading is a third faster.
        self[address] = Graph("SimpleMemory", address)
        return self[address]

    def merged(self) -> Graph:
        """All graphs as one."""
        union = Graph()
        for graph in self.values():
            for statement in graph:
                union.add(statement)
        return union


def read(data: Path, base: str = BASE) -> Facts:
    """All of data/ as named graphs.

    Raises BrokenData, with every problem found, where a file does not follow the schema.
    """
    problems = Problems()
    schema = Schema(data / "vocabulary")
    reader = Reader(schema, base, problems)
    folders = [_folder(path, data, reader) for path in _folders(data / "sources", problems)]
    judgements = _folder(data / "mappings", data, reader)
    facts = Facts()
    _vocabulary(facts, schema, base)
    for folder in folders:
        _document_graph(facts, folder, reader)
    _judgement_graph(facts, judgements, reader)
    # A suggestion that someone has reviewed is a mapping: only mappings are held against the texts as they are now.
    for basis, where, texts in ((MAPPED, "mappings", Texts(facts)), (SUGGESTED, "suggestions", None)):
        for path in sorted((data / where).glob("*.sssom.tsv")):
            _mapping_graph(facts, path, data, basis, reader, texts)
    _complete(facts, [*folders, judgements], reader)
    if problems.found:
        raise BrokenData(problems.found)
    return facts


def _folders(sources: Path, problems: Problems) -> list[Path]:
    folders = sorted(path for path in sources.glob("*") if path.is_dir())
    if not folders:
        problems.add(str(sources), None, None, "Här finns inga källdokument.", "There are no source documents here.")
    return folders


def _folder(path: Path, data: Path, reader: Reader) -> _Folder:
    """Read the tables of a folder and register what they describe."""
    folder = _Folder(path, path.name)
    for file in sorted(path.glob("*.csv")):
        name = file.relative_to(data).as_posix()
        if file.name == PASSAGE_TABLE:
            folder.passages = list(rows(file, name, {ABOUT, PROPERTY, *EVIDENCE}, reader.problems))
            continue
        kind = reader.schema.kinds.get(file.stem)
        if kind is None:
            known = ", ".join(sorted(reader.schema.kinds))
            reader.problems.add(
                name,
                None,
                None,
                f"Okänt slag av tabell. Tillåtna är: {known}.",
                f"Unknown kind of table. Allowed are: {known}.",
            )
            continue
        headers = {"id", *EVIDENCE, *(column.header for column in kind.columns)}
        table = list(rows(file, name, headers, reader.problems))
        _register(kind, table, reader)
        folder.tables.append((kind, table))
    return folder


def _register(kind: Kind, table: list[Row], reader: Reader) -> None:
    seen: dict[str, int] = {}
    for row in table:
        slug = row.value("id")
        if slug in seen:
            reader.problems.add(
                row.file,
                row.number,
                "id",
                f"”{slug}” står redan på rad {seen[slug]}.",
                f"“{slug}” already stands on row {seen[slug]}.",
            )
        seen.setdefault(slug, row.number)
        reader.register(kind, row)


def _vocabulary(facts: Facts, schema: Schema, base: str) -> None:
    graph = facts[URIRef(f"{base}graph/vocabulary")]
    for statement in (*schema.vocabulary, *schema.shapes):
        graph.add(statement)
    for concept, label in schema.vocabulary.subject_objects(SKOS.prefLabel):
        graph.add((concept, RDFS.label, label))
    _describe(graph, STATED, "Vokabulär och former", "Vocabulary and shapes")


def _document_graph(facts: Facts, folder: _Folder, reader: Reader) -> None:
    document = _document(folder, reader)
    if document is None:
        return
    graph = facts[URIRef(f"{reader.base}graph/{folder.name}")]
    for kind, table in folder.tables:
        for row in table:
            _add(graph, reader.row(kind, row, document))
    for row in folder.passages:
        _add(graph, _extra_passage(row, document, reader))
    titles = list(graph.objects(document, DCTERMS.title))
    _describe(graph, STATED, *(str(t) for t in titles[:1]))
    graph.add((graph.identifier, PROV.wasDerivedFrom, document))


def _document(folder: _Folder, reader: Reader) -> URIRef | None:
    """The one document of a folder."""
    table = next((table for kind, table in folder.tables if kind.name == "document"), [])
    if len(table) == 1 and table[0].value("id") == folder.name:
        return reader.iri("document", folder.name)
    reader.problems.add(
        f"sources/{folder.name}/document.csv",
        None,
        "id",
        f"Mappen måste ha exakt ett dokument, med id ”{folder.name}”.",
        f"The folder must have exactly one document, with the id “{folder.name}”.",
    )
    return None


def _extra_passage(row: Row, document: URIRef, reader: Reader) -> Iterator[Statement]:
    thing = reader.thing(row.value(ABOUT), [])
    if thing is None:
        reader.problems.add(
            row.file,
            row.number,
            ABOUT,
            f"”{row.value(ABOUT)}” finns inte; skriv slag/id.",
            f"“{row.value(ABOUT)}” does not exist; write kind/id.",
        )
        return
    kind = next(kind for kind in reader.schema.kinds.values() if thing in reader.things.get(kind.name, ()))
    column = kind.column(row.value(PROPERTY))
    if column is None and row.value(PROPERTY):
        known = ", ".join(c.header for c in kind.columns)
        reader.problems.add(
            row.file,
            row.number,
            PROPERTY,
            f"”{row.value(PROPERTY)}” är ingen egenskap här: {known}.",
            f"“{row.value(PROPERTY)}” is no property here: {known}.",
        )
        return
    yield from reader.passages(thing, row, document, column.path if column else None)


def _judgement_graph(facts: Facts, folder: _Folder, reader: Reader) -> None:
    """Analysts' judgements of what is not relevant: mapped, not stated."""
    graph = facts[URIRef(f"{reader.base}graph/mappings-judgements")]
    for kind, table in folder.tables:
        for row in table:
            _add(graph, (s for s in reader.row(kind, row, graph.identifier)))  # type: ignore[arg-type]
    _describe(graph, MAPPED, "Analytikers bedömningar", "Analysts' judgements")


def _mapping_graph(facts: Facts, path: Path, data: Path, basis: str, reader: Reader, texts: Texts | None) -> None:
    stem = path.name.removesuffix(".sssom.tsv")
    graph = facts[URIRef(f"{reader.base}graph/{path.parent.name}-{stem}")]
    _add(graph, mapping.read(path, path.relative_to(data).as_posix(), reader, texts))
    _describe(graph, basis, mapping.title(path))


def _add(graph: Graph, statements: Iterator[Statement]) -> None:
    for statement in statements:
        graph.add(statement)


def _describe(graph: Graph, basis: str, swedish: str = "", english: str = "") -> None:
    graph.add((graph.identifier, RDF.type, SD.NamedGraph))
    graph.add((graph.identifier, RDF.type, PROV.Entity))
    graph.add((graph.identifier, RT.basis, RT[f"basis-{basis}"]))
    graph.add((graph.identifier, DCTERMS.license, CC0))
    for text, language in ((swedish, "sv"), (english, "en")):
        if text:
            graph.add((graph.identifier, DCTERMS.title, Literal(text, lang=language)))
            graph.add((graph.identifier, RDFS.label, Literal(text, lang=language)))


def _complete(facts: Facts, folders: list[_Folder], reader: Reader) -> None:
    """Report what a thing must have but no table gives it, at the first row that describes it."""
    known = {(s, p) for graph in facts.values() for s, p, _ in graph}
    done: set[URIRef] = set()
    for folder in folders:
        for kind, table in folder.tables:
            for row in table:
                thing = reader.iri(kind.name, row.value("id"))
                if thing is not None and thing not in done:
                    done.add(thing)
                    _require(kind, row, lambda path, thing=thing: (thing, path) in known, reader)  # type: ignore[misc]


def _require(kind: Kind, row: Row, has: Callable[[URIRef], bool], reader: Reader) -> None:
    missing = [c for c in kind.columns if c.required and not has(c.path)]
    for column in missing:
        reader.problems.add(row.file, row.number, column.header, column.message, column.message_en)
    if kind.evidenced and not has(PASSAGE):
        reader.problems.add(
            row.file,
            row.number,
            EVIDENCE[0],
            "Belägg saknas: ange citat och läge i källan.",
            "Passage missing: give a quote and its location in the source.",
        )
