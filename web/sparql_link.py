"""A view as the SPARQL behind it: the link that opens a saved question, with its values, in the editor."""

from collections.abc import Mapping

from graph.as_sparql import as_sparql as text_of
from graph.library import question
from web import asked
from web.address import link
from web.service import service, store


def sparql_text(name: str, values: Mapping[str, str | None], basis: str | None = None) -> str:
    """The question of this name as text with these values, on the basis this page asks for; raises BadParameter."""
    given = {key: value for key, value in values.items() if value}
    return text_of(question(name), store(), given, service().today(), basis or asked.basis(), asked.language())


def as_sparql(name: str, values: Mapping[str, str | None], basis: str | None = None) -> str:
    """The link that opens it. Values are as a form has them; None or "" is left out."""
    return opened(sparql_text(name, values, basis))


def opened(text: str) -> str:
    """The link that opens any text."""
    return link("sparql.page_of", query=text)
