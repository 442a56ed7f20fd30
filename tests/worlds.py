"""Small made-up graphs for tests: statements as text, in named graphs with a basis."""

from graph.store import Store
from graph.store.embedded import merge
from graph.vocabulary import BASE, MAPPED, RT, XSD

ID = BASE + "id/"
PREFIXED = {"rt:": RT, "dcterms:": "http://purl.org/dc/terms/", "skos:": "http://www.w3.org/2004/02/skos/core#"}
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def node(word: str) -> str:
    """``goal/a`` and ``rt:Goal`` as N-Quads; a day as xsd:date; whatever begins with a quotation mark as it is."""
    if word.startswith(('"', "<")):
        return word
    if word == "a":
        return RDF_TYPE
    if len(word) == 10 and word[:4].isdigit():
        return f'"{word}"^^<{XSD}date>'
    for prefix, namespace in PREFIXED.items():
        if word.startswith(prefix):
            return f"<{namespace}{word.removeprefix(prefix)}>"
    return f"<{ID}{word}>"


def quads(*statements: str, graph: str = "stated", basis: str = "stated") -> str:
    """One graph's statements ("goal/a a rt:Goal"), with the basis it states of itself.

    >>> quads("goal/a a rt:Goal").splitlines()[0].split()[0]
    '<https://w3id.org/rodatraden/id/goal/a>'
    """
    name = f"<{BASE}graph/{graph}>"
    lines = [f"{' '.join(node(word) for word in s.split(' ', 2))} {name} ." for s in statements]
    return "\n".join([*lines, f"{name} <{RT}basis> <{RT}basis-{basis}> {name} ."]) + "\n"


RANKS = quads(
    *(
        f'rt:status-{word} rt:rank "{rank}"^^<{XSD}integer>'
        for rank, word in enumerate(["none", "suggested", "ended", "planned", "uncertain", "active", "followed-up"])
    ),
    graph="vocabulary",
)


def world(*graphs: str) -> Store:
    """A store of these graphs, with the ranks of the statuses."""
    return Store(merge("".join((RANKS, *graphs)).encode(), MAPPED), "test", BASE)
