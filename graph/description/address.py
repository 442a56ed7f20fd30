"""The addresses of what describes the data: all are parts of the document ``void`` under the base."""

import hashlib

from graph.vocabulary import RT, shortened

QUESTION = "question"
ONTOLOGY = RT.removesuffix("#")


def document(base: str) -> str:
    """The document that describes the data."""
    return f"{base}void"


def dataset(base: str) -> str:
    """The data as a whole."""
    return part(base, "dataset")


def endpoint(base: str) -> str:
    """The SPARQL endpoint, at its lasting address."""
    return f"{base}sparql"


def part(base: str, *names: str) -> str:
    """A part of the document, named by words and addresses.

    >>> part("https://example.org/", "class", RT + "Goal")
    'https://example.org/void#class.rt-Goal'
    """
    return f"{document(base)}#{'.'.join(map(_word, names))}"


def _word(name: str) -> str:
    short = shortened(name)
    if "/" in short:
        return hashlib.sha256(name.encode()).hexdigest()[:8]
    return short.replace(":", "-")
