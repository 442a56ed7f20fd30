"""The vocabulary and its shapes: each term with its name and definition, at its own address."""

from flask import Blueprint, Response, render_template

from graph import catalogue
from graph.answer import Answer, Iri, Literal
from graph.description import shape_statements, shapes
from graph.exports import EXPORTS, Table
from graph.vocabulary import RT, SHAPES
from web import asked, file
from web.address import link
from web.language import words
from web.service import service, store
from web.term import named

page = Blueprint("ns", __name__)
COLUMNS = ("term", "definition")
SHAPE_COLUMNS = ("shape", "term", "definition")


@page.get("/ns")
def page_of() -> Response | str:
    """All terms: classes, properties and the small lists."""
    suffix = file.wanted(None)
    if suffix is not None:
        return ns_file(suffix)
    language = asked.language()
    terms = catalogue.terms(store())
    groups: dict[str, list[tuple[str, object, str, str | None]]] = {"class": [], "property": [], "concept": []}
    for iri, definitions in terms.items():
        name = iri.removeprefix(RT)
        own = language if language in definitions else next(iter(definitions), "")
        other = own if own not in ("", language) else None
        groups[_group(name)].append((name, named(iri), definitions.get(own, ""), other))
    return render_template("ns.html", groups=groups, files=_files("ns.ns_file"), namespace=RT)


@page.get("/ns.<any(" + ",".join(EXPORTS) + "):suffix>")
def ns_file(suffix: str) -> Response:
    """The vocabulary as a file."""
    language = asked.language()
    w = words(language)
    rows = tuple(
        (Iri(iri), _definition(definitions, language)) for iri, definitions in catalogue.terms(store()).items()
    )
    triples = catalogue.statements(store(), f"{store().base}graph/vocabulary")
    headings = tuple(w(f"column-{column}") for column in COLUMNS)
    about = {"version": store().version}
    table = Table("ns", w("ns-title"), Answer(COLUMNS, rows), headings, service().labels, language, about, triples)
    return file.response(table, suffix)


@page.get("/shapes")
def shapes_page() -> Response | str:
    """What a valid thing is: each shape at its own address."""
    suffix = file.wanted(None)
    if suffix is not None:
        return shapes_file(suffix)
    language = asked.language()
    rows = [(s.address.removeprefix(SHAPES), named(s.about), s.messages.get(language, "")) for s in shapes(store())]
    return render_template("shapes.html", shapes=rows, files=_files("ns.shapes_file"), namespace=SHAPES)


@page.get("/shapes.<any(" + ",".join(EXPORTS) + "):suffix>")
def shapes_file(suffix: str) -> Response:
    """The shapes as a file."""
    language = asked.language()
    w = words(language)
    rows = tuple((Iri(s.address), Iri(s.about), _definition(s.messages, language)) for s in shapes(store()))
    headings = tuple(w(f"column-{column}") for column in SHAPE_COLUMNS)
    about = {"version": store().version}
    answer = Answer(SHAPE_COLUMNS, rows)
    labels = service().labels
    table = Table("shapes", w("shapes-title"), answer, headings, labels, language, about, shape_statements(store()))
    return file.response(table, suffix)


def _files(endpoint: str) -> dict[str, str]:
    return {suffix: link(endpoint, suffix=suffix) for suffix in (*file.OFFERED, *file.OTHER_RDF)}


def _group(name: str) -> str:
    return "class" if name[:1].isupper() else "concept" if "-" in name else "property"


def _definition(definitions: dict[str, str], language: str) -> Literal | None:
    own = language if language in definitions else next(iter(definitions), None)
    return None if own is None else Literal(definitions[own], language=own)
