"""Where things are found in this service: from an IRI, or a page's name, to a link that keeps the state.

Only http and https become links; an IRI of any other kind is text.
"""

from typing import Any
from urllib.parse import urlencode

from flask import request, url_for

from graph.description.address import QUESTION
from graph.library import question
from graph.vocabulary import RT, SHAPES
from web import asked
from web.service import service, store

VOCABULARIES = {RT.removesuffix("#"): "ns.page_of", SHAPES.removesuffix("#"): "ns.shapes_page"}
DOCUMENTS = {"": "start.page_of", "void": "description.void", "dcat": "description.dcat", "sparql": "sparql.page_of"}
"""The pages of what is ours and no thing: by address, and by what follows the base."""
KEPT = (asked.BASIS, asked.AS_OF, asked.PLACE)
DATED = frozenset(
    f"{name}.page_of"
    for name in ("start", "coverage", "thread", "gaps", "need", "who_else", "compare", "thing", "explore")
)
"""The pages that say what holds on a day."""


def link(endpoint: str, **values: Any) -> str:
    """The address of a page, in the language of this one."""
    return url_for(endpoint, **(_language() | values))


def address_of(iri: str) -> str | None:
    """The link to what an IRI names: a page here, or the web address it is; None where it must not be one."""
    if not iri.startswith(("http://", "https://")):
        return None
    base = store().base
    own, _, fragment = iri.partition("#")
    kind, _, slug = own.removeprefix(f"{base}id/").partition("/")
    if iri.startswith(f"{base}id/") and kind and slug:
        return link("thing.page_of", kind=kind, slug=slug, _anchor=fragment or None, **_kept())
    if iri.startswith(f"{base}graph/"):
        return link("graph.page_of", name=own.removeprefix(f"{base}graph/"))
    if own in VOCABULARIES:
        return link(VOCABULARIES[own], _anchor=fragment or None)
    if own.startswith(base) and own.removeprefix(base) in DOCUMENTS:
        part, _, name = fragment.partition(".")
        if part == QUESTION:
            return link("question.page_of", name=name)
        return link(DOCUMENTS[own.removeprefix(base)])
    if service().labels.language_of(iri):
        return link("thing.foreign", iri=iri, **_kept())
    return iri


def switched(language: str) -> str:
    """This page in another language."""
    values = request.args.to_dict(flat=False) | {asked.LANGUAGE: [language]}
    if language == service().language_default:
        del values[asked.LANGUAGE]
    return request.path + (f"?{urlencode(values, doseq=True)}" if values else "")


def permalink() -> str:
    """This page as it is now: with the date it is read on, so that it says the same tomorrow."""
    values = request.args.to_dict(flat=False)
    if _is_dated():
        values |= {asked.AS_OF: [request.args.get(asked.AS_OF) or service().today().isoformat()]}
    return request.path + (f"?{urlencode(values, doseq=True)}" if values else "")


def _is_dated() -> bool:
    if request.endpoint != "question.page_of":
        return request.endpoint in DATED
    asks_for = question((request.view_args or {})["name"]).parameters
    return any(parameter.name == asked.AS_OF for parameter in asks_for)


def suffixed(path: str, suffix: str) -> str:
    """The address of this page's answer as a file."""
    query = request.query_string.decode("utf-8", "replace")
    return f"{path}.{suffix}" + (f"?{query}" if query else "")


def _language() -> dict[str, Any]:
    language = asked.language()
    return {} if language == service().language_default else {asked.LANGUAGE: language}


def _kept() -> dict[str, str]:
    given = {name: request.args.get(name, "") for name in KEPT}
    return {name: value for name, value in given.items() if value and len(value) <= asked.LONGEST}
