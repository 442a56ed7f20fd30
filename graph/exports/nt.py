"""N-Triples: the same statements as the Turtle file, one to a line."""

from graph.exports import Table
from graph.exports.ttl import statements
from graph.store import serialized

MEDIA_TYPE = "application/n-triples"


def write(table: Table) -> str:
    """The table as N-Triples."""
    return serialized(statements(table), "nt").decode()
