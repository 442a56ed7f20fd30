"""One pass over the store: the statements that decide coverage, as columns of numbers.

Every thing gets a number; a statement keeps the basis of the graph it stands in, so that one reading serves all bases.
The engine writes the tables itself (Store.table), and only addresses seen for the first time become Python texts.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.answer import Iri
from graph.coverage.relation import Marks, Numbers, Relation, related
from graph.coverage.suspect import SUSPECT, Columns, firm
from graph.store import Store
from graph.vocabulary import BASES, DCTERMS, ORG, RT, SKOS, SUGGESTED

STATEMENTS = "SELECT ?subject ?value ?graph ?property WHERE { GRAPH ?graph { ?subject ?property ?value } }"
KINDS = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT ?subject ?value ?graph WHERE {
  VALUES ?value { rt:Strategy rt:Area rt:Goal rt:Handslag rt:Activity rt:Place rt:TargetGroup rt:Arena rt:FocusArea
                  rt:Actor rt:Intervention rt:Horizon rt:Level rt:NotRelevant rt:Commitment rt:FollowUp rt:Observation }
  GRAPH ?graph { ?subject a ?value } }"""
EVIDENCED = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT DISTINCT ?subject (?subject AS ?value) ?graph WHERE { GRAPH ?graph { ?subject rt:passage ?passage } }"""
DOCUMENTS = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?subject ?value ?graph WHERE {
  ?subject a rt:TargetGroup . GRAPH ?graph { ?subject rt:passage/oa:hasTarget/oa:hasSource ?value } }"""
GRAPHS = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT ?graph ?basis WHERE { GRAPH ?graph { ?graph rt:basis ?basis } }"""
SERVES = RT + "serves"
LINKS = (
    *(
        RT + name
        for name in (
            "serves",
            "setOutIn",
            "carriesOut",
            "place",
            "responsible",
            "followsUp",
            "targetGroup",
            "arena",
            "focusArea",
            "inArea",
            "uses",
            "horizon",
            "level",
            "goal",
        )
    ),
    DCTERMS + "source",
    DCTERMS + "type",
    DCTERMS + "isPartOf",
    SKOS + "broader",
    ORG + "unitOf",
)
DAYS = (RT + "startsOn", RT + "endsOn", RT + "freshUntil")


@dataclass(frozen=True, eq=False)
class Statements:
    """The statements of one property: subject, value (a thing or, for DAYS, a day) and the place of its basis."""

    subject: Numbers
    value: Numbers
    rank: Numbers

    def on(self, basis: str) -> tuple[Numbers, Numbers]:
        """Subject and value of those that a basis admits."""
        kept = self.rank <= BASES.index(basis)
        return self.subject[kept], self.value[kept]


class Reading:
    """What was read: ``names`` by number, and ``number`` by name."""

    def __init__(self, store: Store) -> None:
        texts = _Texts()
        tables = {prop: _table(store.table(STATEMENTS, {"property": Iri(prop)}), 4, texts) for prop in LINKS + DAYS}
        tables |= {query: _table(store.table(query), 3, texts) for query in (KINDS, EVIDENCED, DOCUMENTS, SUSPECT)}
        ranks = _ranks(store, texts)
        written = list(texts)
        days = {prop: _days(tables[prop][1], written) for prop in DAYS}
        self.names = [text[1:-1] for text in written]
        self._statements = {
            key: Statements(subject, days.get(key, value), ranks[graph])
            for key, (subject, value, graph) in tables.items()
        }
        self._firm = firm(tables[SERVES], tables[SUSPECT])
        self._first_year, years = _years(list(days.values()))
        self._first_year_number = len(self.names)
        self.names += years
        self.number: Mapping[str, int] = {name: number for number, name in enumerate(self.names)}

    @property
    def size(self) -> int:
        return len(self.names)

    @cached_property
    def firm(self) -> "Reading":
        """The same without what is said only by suspect links; itself where there are none."""
        if self._firm.all():
            return self
        other, serves = copy(self), self._statements[SERVES]
        kept = Statements(*(column[self._firm] for column in (serves.subject, serves.value, serves.rank)))
        other._statements = {**self._statements, SERVES: kept}
        other._firm = np.ones(len(kept.subject), bool)
        return other

    def relation(self, prop: str, basis: str) -> Relation:
        """What a property relates on a basis; ``prop`` is one of LINKS."""
        return related(*self._statements[prop].on(basis), self.size)

    def suggested(self, prop: str) -> Relation:
        """What a property relates in the graphs of suggestions alone."""
        of = self._statements[prop]
        kept = of.rank == BASES.index(SUGGESTED)
        return related(of.subject[kept], of.value[kept], self.size)

    def days(self, prop: str, basis: str) -> tuple[Numbers, Numbers]:
        """The things that have a day and the days, counted from 1970; ``prop`` is one of DAYS."""
        return self._statements[prop].on(basis)

    def kind(self, name: str, basis: str) -> Marks:
        """The things of a kind ("Goal")."""
        return self._having(KINDS, RT + name, basis)

    def place_kind(self, name: str, basis: str) -> Marks:
        """The places of a kind ("county")."""
        types = self.relation(DCTERMS + "type", basis).only(left=self.kind("Place", basis))
        return self.marked(types.inverse.of(self.number.get(f"{RT}place-kind-{name}", -1)))

    def place_kinds(self) -> list[str]:
        """The kinds of place there are: county, municipality, …"""
        head = f"{RT}place-kind-"
        names = {self.names[number] for number in self._statements[DCTERMS + "type"].value.tolist()}
        return sorted(name.removeprefix(head) for name in names if name.startswith(head))

    def years(self, days: Numbers) -> Numbers:
        """The numbers of the years these days, counted from 1970, are in."""
        return _year(days) - self._first_year + self._first_year_number

    def evidenced(self, basis: str) -> Marks:
        """The things that have a passage of their own."""
        return self.marked(self._statements[EVIDENCED].on(basis)[0])

    def documents(self, basis: str) -> Relation:
        """The target groups, each with the documents that its passages quote."""
        return related(*self._statements[DOCUMENTS].on(basis), self.size)

    def marked(self, numbers: Numbers) -> Marks:
        """These numbers among all."""
        marks = np.zeros(self.size, bool)
        marks[numbers] = True
        return marks

    def _having(self, key: str, value: str, basis: str) -> Marks:
        subjects, values = self._statements[key].on(basis)
        return self.marked(subjects[values == self.number.get(value, -1)])


class _Texts(dict[str, int]):
    """Numbers for texts, given in the order in which they come."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


def _table(content: bytes, width: int, texts: _Texts) -> Columns:
    """The first three columns of a table, as numbers."""
    body = content[content.index(b"\n") + 1 : -1].decode()
    cells = body.replace("\n", "\t").split("\t") if body else []
    subject, value, graph = (
        np.fromiter(map(texts.__getitem__, cells[column::width]), np.int64, len(cells) // width) for column in range(3)
    )
    return subject, value, graph


def _days(values: Numbers, texts: list[str]) -> Numbers:
    """The days that these texts ("2018-01-01"^^xsd:date) are."""
    distinct, place = np.unique(values, return_inverse=True)
    days = np.array([texts[number][1:11] for number in distinct.tolist()], "datetime64[D]").astype(np.int64)
    return days[place]


def _ranks(store: Store, texts: _Texts) -> Numbers:
    """For each number the place of its basis in BASES, where it is a graph; else one that no basis admits."""
    found: dict[int, int] = {}
    for row in store.select(GRAPHS):
        graph = texts[f"<{row['graph']}>"]
        place = BASES.index(str(row["basis"]).removeprefix(f"{RT}basis-"))
        found[graph] = min(place, found.get(graph, place))
    ranks = np.full(len(texts), len(BASES), np.int64)
    ranks[list(found)] = list(found.values())
    return ranks


def _year(days: Numbers) -> Numbers:
    return days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970


def _years(days: list[Numbers]) -> tuple[int, list[str]]:
    """The first of all years from the first to the last of these days, and the years as text."""
    every = np.concatenate(days)
    if not len(every):
        return 0, []
    first, last = _year(np.array([every.min(), every.max()])).tolist()
    return first, [f"{year:04}" for year in range(first, last + 1)]
