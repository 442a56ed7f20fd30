"""RDF/XML: the same statements as the Turtle file, for older tools and for portals that fetch it."""

from graph.exports import Table
from graph.exports.ttl import statements
from graph.store import serialized

MEDIA_TYPE = "application/rdf+xml"


def write(table: Table) -> str:
    """The table as RDF/XML."""
    return serialized(statements(table), "rdf").decode()
