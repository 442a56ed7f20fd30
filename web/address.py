"""Where things are found in this service: from an IRI, or a page's name, to a link that keeps the state.

Only http and https become links; an IRI of any other kind is text.
"""

from typing import Any
from urllib.parse import urlencode

from flask import request, url_for

from graph.vocabulary import RT
from web import asked
from web.service import service, store

KEPT = (asked.BASIS, asked.AS_OF, asked.PLACE)
DATED = frozenset(f"{name}.page_of" for name in ("start", "coverage", "thread", "gaps", "compare", "thing", "explore"))
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
    if iri.startswith(RT):
        return link("ns.page_of", _anchor=iri.removeprefix(RT))
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
    if request.endpoint in DATED:
        values |= {asked.AS_OF: [request.args.get(asked.AS_OF) or service().today().isoformat()]}
    return request.path + (f"?{urlencode(values, doseq=True)}" if values else "")


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
