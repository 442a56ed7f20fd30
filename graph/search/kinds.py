"""The kinds of things as words: "goal", "target-group", and three for what is no thing of the graph's own classes."""

from collections.abc import Iterable

from graph.vocabulary import RT, kind_word

TERM, GRAPH, OTHER = "term", "graph", "other"
READING = "reading"
OTHERS = {
    TERM: {"sv": "Ord i vokabulären", "en": "Word of the vocabulary"},
    GRAPH: {"sv": "Namngiven graf", "en": "Named graph"},
    OTHER: {"sv": "Övrigt", "en": "Other"},
}
"""The kinds that have no class of ours, each with its name."""
NAMED_GRAPH = "http://www.w3.org/ns/sparql-service-description#NamedGraph"


def kind_of(address: str, classes: Iterable[str]) -> str:
    """The kind of a thing with these classes.

    >>> kind_of("https://example.org/id/target-group/x", [RT + "TargetGroup"]), kind_of(RT + "Goal", [])
    ('target-group', 'term')
    """
    for cls in classes:
        if cls.startswith(RT):
            return kind_word(cls)
    if address.startswith(RT) or address == RT.removesuffix("#"):
        return TERM
    return GRAPH if NAMED_GRAPH in classes else OTHER


def is_own(address: str, kind: str) -> bool:
    """Whether this is something the graph is about: no note on how a document is read, no named graph, no word of ours.

    >>> is_own("https://example.org/id/goal/x", "goal"), is_own(RT + "status-ended", "status")
    (True, False)
    """
    return kind not in (READING, *OTHERS) and not address.startswith(RT)
