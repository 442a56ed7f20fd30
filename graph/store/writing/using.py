"""The graphs that a request chooses for an update: written as USING, since the engine takes them no other way.

https://www.w3.org/TR/sparql11-protocol/#update-dataset; the addresses are whole ones that were looked at before.
"""

from graph.errors import QuerySyntax
from graph.store.guard import Token, tokens

OWN = frozenset(["USING", "WITH"])


def with_dataset(text: str, default: tuple[str, ...], named: tuple[str, ...]) -> str:
    """The update, its patterns being asked of these graphs. Raises QuerySyntax where it chooses graphs itself.

    >>> with_dataset("INSERT { GRAPH <a:h> { ?s a <a:c> } } WHERE { ?s ?p 'WHERE' }", ("a:g",), ())
    "INSERT { GRAPH <a:h> { ?s a <a:c> } } USING <a:g> WHERE { ?s ?p 'WHERE' }"
    >>> with_dataset("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", (), ("a:g",))
    'DELETE { GRAPH ?g { ?s ?p ?o } } USING NAMED <a:g> WHERE { GRAPH ?g { ?s ?p ?o } }'
    """
    if not default and not named:
        return text
    clauses = "".join([*(f"USING <{graph}> " for graph in default), *(f"USING NAMED <{graph}> " for graph in named)])
    found = [*tokens(text)]
    for number in reversed(_wheres(found)):
        place, before = found[number].start, found[number - 1].text.upper()
        copied = f"{_group(text, found, number)} " if before == "DELETE" else ""
        text = f"{text[:place]}{copied}{clauses}{text[place:]}"
    return text


def _wheres(found: list[Token]) -> list[int]:
    """Where the patterns of the operations begin: each WHERE that stands in no group."""
    wheres, depth = [], 0
    for number, token in enumerate(found):
        depth += (token.kind == "open") - (token.kind == "close")
        word = token.text.upper() if token.kind == "word" and depth == 0 else ""
        if word in OWN:
            raise QuerySyntax(
                f"Uppdateringen väljer själv grafer med {word}; ange dem inte också i anropet.",
                f"The update chooses graphs itself with {word}; do not give them in the request too.",
            )
        if word == "WHERE":
            wheres.append(number)
    return wheres


def _group(text: str, found: list[Token], where: int) -> str:
    """The group that follows."""
    depth = 0
    for token in found[where + 1 :]:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth == 0:
            return text[found[where + 1].start : token.start + 1]
    raise QuerySyntax("Gruppen efter WHERE tar inte slut.", "The group after WHERE does not end.")
