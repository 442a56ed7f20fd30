"""The shape of a graph: what its things have and lack, measured with SPARQL.

The synthetic graph draws its profiles (which properties a thing has, how many of each, its period) from things of
the shipped data, with replacement; so the shares, and what goes together, come from the data and not from us.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.answer import Iri, Term
from graph.store import Store
from graph.vocabulary import RT

PREFIXES = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
# Things of the documents that set out an activity or a handslag: plans and agreements, not reference data.
VALUES = """SELECT ?kind ?thing ?property ?value WHERE {
  ?thing a ?kind ; dcterms:source ?document ; ?property ?value .
  { SELECT DISTINCT ?document WHERE { VALUES ?told { rt:Activity rt:Handslag } ?x a ?told ; dcterms:source ?document } }
} ORDER BY ?thing ?property ?value"""
COUNTED = {
    "stated": """SELECT ?thing (COUNT(DISTINCT ?above) AS ?n) WHERE {
      GRAPH ?graph { ?thing rt:contributesTo ?above . ?graph rt:basis rt:basis-stated } } GROUP BY ?thing""",
    "mapped": """SELECT ?thing (COUNT(DISTINCT ?above) AS ?n) WHERE {
      GRAPH ?graph { ?thing rt:contributesTo ?above . ?graph rt:basis rt:basis-mapped } } GROUP BY ?thing""",
    "followed": "SELECT ?thing (COUNT(DISTINCT ?by) AS ?n) WHERE { ?by rt:followsUp ?thing } GROUP BY ?thing",
    "aimed_at": """SELECT ?thing (COUNT(DISTINCT ?activity) AS ?n) WHERE {
      ?activity a rt:Activity ; rt:contributesTo|rt:carriesOut ?thing } GROUP BY ?thing""",
    "reaching": """SELECT ?thing (COUNT(DISTINCT ?goal) AS ?n) WHERE {
      ?thing a rt:Activity ; rt:serves+ ?goal . ?goal a rt:Goal } GROUP BY ?thing""",
}
USED = (
    "SELECT ?kind ?activity ?used WHERE { ?activity a rt:Activity ; ?p ?used . ?used a ?kind } ORDER BY ?used ?activity"
)
THINGS = "SELECT ?kind ?thing WHERE { ?thing a ?kind } ORDER BY ?thing"
MAPPED_TO = """SELECT ?below ?above WHERE { ?below a rt:Goal . ?above a rt:Goal .
  GRAPH ?graph { ?below rt:contributesTo ?above . ?graph rt:basis rt:basis-mapped } } ORDER BY ?above ?below"""
NATIONAL = """SELECT DISTINCT ?goal WHERE { ?goal a rt:Goal ; rt:setOutIn/rt:level ?level .
  FILTER(?level IN (rt:level-national, rt:level-international)) } ORDER BY ?goal"""
NAMES = """SELECT ?name WHERE { VALUES ?kind { rt:Goal rt:Activity } ?thing a ?kind ; rdfs:label ?name .
  FILTER(LANG(?name) = "sv") } ORDER BY ?name"""
PLACES = """SELECT ?place ?county ?name WHERE { ?place a rt:Place ; dcterms:type rt:place-kind-municipality ;
  dcterms:isPartOf ?county ; skos:prefLabel ?name } ORDER BY ?place"""
COUNTIES = """SELECT ?place ?name WHERE {
  ?place a rt:Place ; dcterms:type rt:place-kind-county ; skos:prefLabel ?name } ORDER BY ?place"""
NAMED = """SELECT DISTINCT ?place WHERE { ?place a rt:Place ; dcterms:type rt:place-kind-municipality .
  { ?place rt:passage ?passage } UNION { ?thing rt:place ?place } } ORDER BY ?place"""
# In a county where a handslag is, somebody has looked: how many of its municipalities does no document name?
LOOKED_FOR = """SELECT DISTINCT ?place WHERE { ?handslag a rt:Handslag ; rt:place/dcterms:isPartOf ?county .
  ?place dcterms:isPartOf ?county ; dcterms:type rt:place-kind-municipality } ORDER BY ?place"""


@dataclass
class Profile:
    """One thing of the shipped data as an example.

    ``values`` are its values by the last word of the property ("responsible"), the numbers those of its links to
    goals by basis, of its follow-ups, of the activities linked straight to it, and of the goals it reaches.
    """

    values: dict[str, list[str]] = field(default_factory=dict)
    stated: int = 0
    mapped: int = 0
    followed: int = 0
    aimed_at: int = 0
    reaching: int = 0

    def count(self, name: str) -> int:
        """How many values it has of a property."""
        return len(self.values.get(name, ()))

    def one(self, name: str) -> str | None:
        """The first value of a property, or None."""
        return next(iter(self.values.get(name, ())), None)


@dataclass(frozen=True)
class Shape:
    """What the generator takes from the shipped data."""

    profiles: Mapping[str, tuple[Profile, ...]]
    """Examples by kind ("Activity")."""
    per_document: tuple[tuple[Profile, int], ...]
    """The documents that set out activities, with how many."""
    used: Mapping[str, tuple[str, ...]]
    """By kind, what activities point to, once per use: drawing from it keeps how common each is."""
    things: Mapping[str, tuple[str, ...]]
    """By kind, all things of small reference kinds."""
    mapped_to: tuple[str, ...]
    """The goals that mappings lead to, once per mapping."""
    national: tuple[str, ...]
    """The goals of national and international strategies."""
    names: tuple[str, ...]
    counties: tuple[tuple[str, str], ...]
    """(place, name) of all 21."""
    municipalities: tuple[tuple[str, str, str], ...]
    """(place, county, name) of all 290."""
    named: frozenset[str]
    """The municipalities that the shipped data names."""
    unknown: float
    """The share of municipalities that no document names, in the counties where a handslag is."""


def shape_of(store: Store) -> Shape:
    """Measure a store (that of the shipped data)."""
    kinds = ("Activity", "Goal", "Handslag", "FollowUp", "Observation", "Document")
    profiles = {kind: _profiles(store, kind) for kind in kinds}
    sources = Counter(p.one("source") for p in profiles["Activity"].values())
    named = frozenset(place for (place,) in rows(store, NAMED))
    looked_for = [place for (place,) in rows(store, LOOKED_FOR)]
    return Shape(
        profiles={kind: tuple(found.values()) for kind, found in profiles.items()},
        per_document=tuple((profiles["Document"][str(d)], n) for d, n in sorted(sources.items(), key=str)),
        used={k: _column(store, USED, 2, k) for k in ("TargetGroup", "Arena", "Intervention", "FocusArea")},
        things={k: _column(store, THINGS, 1, k) for k in ("TargetGroup", "Indicator", "Trend", "ActorKind", "Role")},
        mapped_to=_column(store, MAPPED_TO, 1),
        national=_column(store, NATIONAL, 0),
        names=_column(store, NAMES, 0),
        counties=tuple((place, name) for place, name in rows(store, COUNTIES)),
        municipalities=tuple((place, county, name) for place, county, name in rows(store, PLACES)),
        named=named,
        unknown=sum(place not in named for place in looked_for) / len(looked_for),
    )


def rows(store: Store, query: str, **bound: Term) -> Iterator[tuple[str, ...]]:
    """The rows of a query as text."""
    return (tuple(str(term) for term in row) for row in store.select(PREFIXES + query, bound).rows)


def _column(store: Store, query: str, index: int, kind: str | None = None) -> tuple[str, ...]:
    bound = {} if kind is None else {"kind": Iri(RT + kind)}
    return tuple(row[index] for row in rows(store, query, **bound))


def _profiles(store: Store, kind: str) -> dict[str, Profile]:
    found: dict[str, Profile] = {}
    for _, thing, prop, value in rows(store, VALUES, kind=Iri(RT + kind)):
        name = prop.rpartition("/")[2].rpartition("#")[2]
        # rdf:type and dcterms:type are both "type"; the first is the same for all of a kind.
        if not prop.endswith("22-rdf-syntax-ns#type"):
            found.setdefault(thing, Profile()).values.setdefault(name, []).append(value)
    for name, query in COUNTED.items():
        for thing, number in rows(store, query):
            if thing in found:
                setattr(found[thing], name, int(number))
    return found
