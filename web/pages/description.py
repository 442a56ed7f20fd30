"""What the data is, for machines: VoID, DCAT-AP-SE and the service description; and a page that says the same."""

from collections.abc import Iterable

from flask import Blueprint, Response, redirect, render_template, request

from graph import catalogue
from graph.answer import Answer, Triple
from graph.description import address_of_graph, files, service_description, summary, whole
from graph.description import catalogue as catalogue_of
from graph.exports import EXPORTS, Table
from graph.store.embedded import DUMPS
from graph.vocabulary import shortened
from web import asked, file
from web.address import link, suffixed
from web.language import words
from web.protocol.formats import OURS
from web.service import service, store
from web.term import named

page = Blueprint("description", __name__)
COLUMNS = ("subject", "property", "value")
SUFFIXES = "<any(" + ",".join(EXPORTS) + "):suffix>"


@page.get("/.well-known/void")
def well_known() -> Response:
    """Where RFC 8615 says that a description is looked for."""
    return redirect(link("description.void"), 303)  # type: ignore[return-value]


@page.get("/void")
def void() -> Response | str:
    """The data as a whole: how much there is, of what, and where to get it."""
    suffix = file.wanted(None)
    if suffix is not None:
        return void_file(suffix)
    told = summary(store())
    return render_template(
        "void.html",
        told=told,
        used=[
            ("class", [(named(term), shortened(term), count) for term, count in told.classes]),
            ("property", [(named(term), shortened(term), count) for term, count in told.properties]),
        ],
        files=_files("/void"),
        catalogue=_files("/dcat"),
        service=_files("/sparql/description"),
        whole=dict(zip(DUMPS, files(store(), "/").values(), strict=False)),
    )


@page.get("/void." + SUFFIXES)
def void_file(suffix: str) -> Response:
    """The graph that describes the data: VoID, the prefixes and the questions."""
    return _file("void", catalogue.statements(store(), address_of_graph(store().base)), suffix)


@page.get("/dcat")
def dcat() -> Response:
    """The catalogue for data portals; a reader is shown the page about the data."""
    suffix = file.wanted(None)
    return _page("catalogue") if suffix is None else dcat_file(suffix)


@page.get("/dcat." + SUFFIXES)
def dcat_file(suffix: str) -> Response:
    """The catalogue in a format."""
    site = request.url_root
    return _file("dcat", catalogue_of(store(), site, files(store(), site), service().publisher), suffix)


@page.get("/sparql/description")
def page_of() -> Response:
    """What the endpoint can do; Turtle unless something else is asked for."""
    known = {export.media_type: name for name, export in EXPORTS.items()}
    best = request.accept_mimetypes.best_match([EXPORTS["ttl"].media_type, *known, file.HTML], default="")
    return _page("endpoint") if best == file.HTML else description_file(known.get(best, "ttl"))


@page.get("/sparql/description." + SUFFIXES)
def description_file(suffix: str) -> Response:
    """The description of the endpoint in a format."""
    told = service_description(store(), f"{request.url_root}sparql", OURS, service().writes is not None)
    return _file("description", told, suffix)


@page.get("/data.<any(" + ",".join(DUMPS) + "):form>")
def data(form: str) -> Response:
    """The whole graph as a file."""
    answer = Response(content_type=DUMPS[form].media_type)
    etag = f"{store().version}.{form}"
    answer.set_etag(etag)
    if not request.if_none_match.contains(etag):
        answer.set_data(whole(store(), form))
    answer.headers["Content-Disposition"] = f'attachment; filename="rodatraden.{form}"'
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _page(part: str) -> Response:
    return redirect(link("description.void", _anchor=part), 303)  # type: ignore[return-value]


def _file(name: str, statements: Iterable[Triple], suffix: str) -> Response:
    language = asked.language()
    w = words(language)
    found = tuple(sorted(dict.fromkeys(statements), key=lambda triple: [str(term) for term in triple[:2]]))
    headings = tuple(w(f"column-{column}") for column in COLUMNS)
    about = {"version": store().version}
    labels = service().labels
    table = Table(name, w("void-title"), Answer(COLUMNS, found), headings, labels, language, about, found)
    return file.response(table, suffix)


def _files(path: str) -> dict[str, str]:
    return {suffix: suffixed(path, suffix) for suffix in (*file.OFFERED, *file.OTHER_RDF)}
