"""The shares that make a graph like ours: missing periods, open ends, orphans, unknown places; two graphs side by side.

>>> len(SHARES) > 10
True
"""

from benchmarks.shape import rows
from graph.store import Store

ACTIVITY, GOAL = "?x a rt:Activity", "?x a rt:Goal"
LOCAL = """?x a rt:Goal ; dcterms:source ?d .
  { SELECT DISTINCT ?d WHERE { ?any a rt:Activity ; dcterms:source ?d } }"""
SHARES: dict[str, tuple[str, str]] = {
    "activities without period": (ACTIVITY, "MINUS { ?x rt:start|rt:end ?any }"),
    "activities with a start and no end": (ACTIVITY, "?x rt:start ?s MINUS { ?x rt:end ?e }"),
    "activities that serve no goal (orphans)": (ACTIVITY, "MINUS { ?x rt:serves+ ?g . ?g a rt:Goal }"),
    "activities that are part of another": (ACTIVITY, "?x rt:partOf ?whole"),
    "activities without responsible": (ACTIVITY, "MINUS { ?x rt:responsible ?who }"),
    "activities with a follow-up": (ACTIVITY, "?by rt:followsUp ?x"),
    "activities with a target group": (ACTIVITY, "?x rt:targetGroup ?group"),
    "activities with an arena": (ACTIVITY, "?x rt:arena ?arena"),
    "activities with an intervention": (ACTIVITY, "?x rt:uses ?intervention"),
    "activities with a place of their own": (ACTIVITY, "?x rt:place ?place"),
    "activities of an undated document": (ACTIVITY, "?x dcterms:source ?d MINUS { ?d rt:sourceDate ?date }"),
    "goals of plans without activity": (LOCAL, "MINUS { ?a rt:serves+ ?x . ?a a rt:Activity }"),
    "goals of plans that serve no other": (LOCAL, "MINUS { ?x rt:serves ?above }"),
    "goals of plans with a horizon": (LOCAL, "?x rt:horizon ?horizon"),
    "links from goals that are mapped": (
        "?y a rt:Goal GRAPH ?graph { ?y rt:contributesTo ?z } BIND(CONCAT(STR(?y), STR(?z)) AS ?x)",
        "GRAPH ?graph { ?graph rt:basis rt:basis-mapped }",
    ),
    "handslag without activity": ("?x a rt:Handslag", "MINUS { ?a rt:serves+ ?x . ?a a rt:Activity }"),
    "municipalities that no document names, where a handslag is in the county": (
        """?h a rt:Handslag ; rt:place/dcterms:isPartOf ?c .
           ?x dcterms:isPartOf ?c ; dcterms:type rt:place-kind-municipality""",
        "MINUS { ?x rt:passage ?passage } MINUS { ?thing rt:place ?x MINUS { ?thing a rt:NotRelevant } }",
    ),
    "passages with lines": ("?x a rt:Passage", "?x <http://www.w3.org/ns/oa#hasTarget>/rt:firstLine ?line"),
}
"""What is counted: the whole, and the condition for the part."""


def share(store: Store, name: str) -> tuple[int, int]:
    """How many, of how many."""
    whole, condition = SHARES[name]
    count = "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { %s . %s }"
    ((part,),), ((of,),) = list(rows(store, count % (whole, condition))), list(rows(store, count % (whole, "")))
    return int(part), int(of)


def side_by_side(real: Store, synthetic: Store) -> list[tuple[str, float, float]]:
    """Each share in both graphs."""
    found = []
    for name in SHARES:
        (part, whole), (other, all_of) = share(real, name), share(synthetic, name)
        found.append((name, part / whole, other / all_of))
    return found
