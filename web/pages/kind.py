"""All things of a kind."""

from flask import Blueprint, Response, abort, redirect, render_template

from graph.answer import Answer, Iri
from graph.as_sparql import listing
from graph.exports import Table
from graph.vocabulary import RT
from web import asked, file
from web.address import link, suffixed
from web.kinds import KINDS, listed
from web.language import words
from web.service import service, store
from web.sparql_link import opened
from web.term import named

page = Blueprint("kind", __name__)


@page.get("/id")
def all_kinds() -> Response:
    """The kinds themselves stand on the first page."""
    return redirect(link("start.page_of", _anchor="kinds"), 303)  # type: ignore[return-value]


@page.get("/id/<name>")
def page_of(name: str) -> Response | str:
    """The things of a kind with their names, as a page or a file."""
    kind, suffix = file.split(name)
    if kind not in KINDS:
        abort(404)
    things = listed(kind)
    wanted = file.wanted(suffix)
    if wanted is not None:
        language = asked.language()
        cls = service().labels.name(RT + KINDS[kind], language)
        answer = Answer(("thing",), tuple((Iri(s.address),) for s in things))
        about = {"version": store().version}
        heading = (words(language)("column-thing"),)
        return file.response(Table(kind, cls, answer, heading, service().labels, language, about), wanted)
    return render_template(
        "kind.html",
        kind=kind,
        cls=named(RT + KINDS[kind]),
        things=things,
        files={suffix: suffixed(f"/id/{kind}", suffix) for suffix in file.OFFERED},
        sparql=opened(listing(RT + KINDS[kind])),
    )
