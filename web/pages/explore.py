"""Utforska: the graph as a picture, opened step by step from a thing, a search or a question; also a tree and table."""

from collections import defaultdict
from typing import Any

from flask import Blueprint, Response, render_template

from graph.as_sparql import among
from graph.coverage import Status, coverage
from graph.errors import BadParameter, RodaTradenError, UnknownThing
from graph.explore import (
    LENSES,
    MOST_WAYS,
    OUTWARDS,
    STEP,
    Node,
    Offer,
    Picture,
    TooLarge,
    columns,
    explored,
    links,
    rows,
    triples,
)
from graph.exports import EXPORTS, Table, headings
from graph.library import question, questions
from graph.network import printable
from graph.search import search
from graph.threads import plans
from graph.vocabulary import BASES, MAPPED, kind_word
from web import asked, file
from web.address import link, suffixed
from web.drawing import standalone
from web.explore_seen import names, node_name, seen
from web.explore_state import THING, TO, State, short
from web.failure import status_of
from web.kinds import options
from web.language import alphabetical, words
from web.service import service, store
from web.sparql_link import opened
from web.term import heading, named

page = Blueprint("explore", __name__)
TEXT = "q"
HITS = 10
DRAWN = ("svg", "html")
MOST_IN_QUERY = 60
"""Things of a picture that its SPARQL names; each is named twice."""
OFFERED = ("csv", "xlsx", "json", "ttl", "jsonld", "graphml", *DRAWN)


@page.get("/explore")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return explore_file(suffix)
    state = State()
    try:
        return _page(state, _picture(state), None), 200
    except (BadParameter, UnknownThing, TooLarge) as error:
        return _page(state, None, error), status_of(error)


@page.get("/explore.<any(" + ",".join((*EXPORTS, *DRAWN)) + "):suffix>")
def explore_file(suffix: str) -> Response:
    """The things and links of the picture as a file, or the picture itself."""
    state = State()
    picture = _picture(state)
    if picture is None:
        raise BadParameter(THING, "", "Ange en sak att börja vid.", "Give a thing to begin from.")
    if suffix not in DRAWN:
        return file.response(_table(picture), suffix)
    values = _seen(state, picture)
    if suffix == "svg":
        content, media_type = printable(render_template("explore.svg", **values)), "image/svg+xml"
    else:
        alone = standalone(picture, values["drawing"], node_name, heading)
        content, media_type = render_template("explore_alone.html", alone=alone, **values), "text/html"
    answer = Response(content, content_type=f"{media_type}; charset=utf-8")
    # Kept rather than shown: the policy of the service lets no style or script run that stands in a page.
    answer.headers["Content-Disposition"] = f'attachment; filename="explore.{suffix}"'
    return answer


def _picture(state: State) -> Picture | None:
    """The picture asked for; None where nothing is."""
    view = state.view
    return explored(store(), view) if view.things or state.question else None


def _table(picture: Picture) -> Table:
    language, labels, scope = asked.language(), service().labels, picture.view.scope
    about = {"asOf": scope.as_of.isoformat(), "basis": scope.basis, "version": store().version, **scope.filters}
    named_columns = headings(columns(picture), language)
    graph = tuple(triples(picture, labels))
    return Table("explore", _title(picture), rows(picture, language), named_columns, labels, language, about, graph)


def _title(picture: Picture) -> str:
    names = [service().labels.name(one, asked.language()) for one in picture.beginnings[:1]]
    return ": ".join([words(asked.language())("explore-title"), *names])


def _page(state: State, picture: Picture | None, error: RodaTradenError | None) -> str:
    language = asked.language()
    wrong, near = _near(state) if isinstance(error, UnknownThing) else ("", [])
    text = asked.text(TEXT) if error is None else ""
    return render_template(
        "explore.html",
        error=error,
        wrong=error.name if isinstance(error, BadParameter) else wrong,
        message=error.message(language) if error else "",
        is_too_large=isinstance(error, TooLarge),
        near=near,
        text=text,
        to_address=_address(state.view.to) if picture else None,
        question_title=question(state.question).title[language] if picture and state.question else "",
        hits=[hit.thing for hit in search(store(), text, most=HITS).hits if _is_known(hit.thing)] if text else [],
        starts=_starts() if picture is None else [],
        asking=_asking() if picture is None else [],
        lenses=[("", words(language)("explore-no-lens")), *((one.key, one.name[language]) for one in LENSES.values())],
        today=service().today(),
        bases=BASES,
        places=options(("place",), language)[0][1],
        files={suffix: suffixed("/explore", suffix) for suffix in OFFERED} if picture else {},
        sparql=_sparql(picture) if picture else "",
        **(_seen(state, picture) if picture else {"state": state, **names()}),
    )


def _sparql(picture: Picture) -> str:
    """The links among the things drawn; "" for more things than an address should carry."""
    addresses = [node.address for node in picture.nodes]
    return opened(among(addresses)) if len(addresses) <= MOST_IN_QUERY else ""


def _seen(state: State, picture: Picture) -> dict[str, Any]:
    """The picture with its positions, the thing chosen with what it could open, the tree and the table."""
    at, is_long = state.at(picture), state.is_long(picture)
    anchors = {node.address: f"t{number}" for number, node in enumerate(picture.nodes)}
    near = {at.address} if at else set(picture.beginnings)
    children: dict[str | None, list[Node]] = defaultdict(list)
    for node in sorted(picture.nodes, key=lambda one: alphabetical(node_name(one))):
        children[node.via].append(node)
    marked = {node.mark.status for node in picture.nodes if node.mark and node.mark.status is not None}
    return {
        **seen(picture, at),
        "state": state,
        "title": _title(picture),
        "offers": picture.offers(at.address) if at else (),
        "offer_words": _offer_words,
        "children": children,
        "is_long": is_long,
        "anchors": anchors,
        "leads_to": (lambda address: f"#{anchors[address]}") if is_long else state.chosen,
        "tabled": [e for e in picture.edges if {e.source, e.target} & near] if is_long else picture.edges,
        "statuses": sorted(marked, reverse=True),
        "address_in_file": lambda address: address if address.startswith(("http://", "https://")) else "#",
        "step": STEP,
        "most_ways": MOST_WAYS,
        "at_status": _status(picture, at),
        "lens": LENSES.get(picture.view.lens),
    }


def _status(picture: Picture, at: Node | None) -> Status | None:
    """The coverage of the thing chosen, where it is a goal."""
    scope, index = picture.view.scope, coverage(store())
    return index.of(at.address, scope).status if at and at.address in index.goals else None


def _address(given: str | None) -> str | None:
    return links(store(), MAPPED).address(given) if given else None


def _offer_words(offer: Offer) -> str:
    t = words(asked.language())
    kind = t(f"kind-{kind_word(offer.group.kind)}", count=offer.many)
    direction, word = offer.group.direction, heading(offer.group.prop)
    named_here = word if direction == OUTWARDS else word.lower()
    return t(f"explore-group-{direction}", property=named_here, shown=offer.shown, kind=kind)


def _is_known(given: str) -> bool:
    """Whether a picture can show what an address names."""
    return links(store(), MAPPED).knows(given)


def _near(state: State) -> tuple[str, list[tuple[str, str]]]:
    """The parameter that names nothing, and what a search for it finds, each with the page it leads to."""
    view = state.view
    for name, values in ((THING, view.things), (TO, (view.to or "",))):
        for given in values:
            if given and not _is_known(given):
                hits = [hit.thing for hit in search(store(), given.replace("/", " "), most=HITS).hits]
                others = [short(one) for one in values if one != given]
                return name, [(one, state.link(**{name: [*others, short(one)]})) for one in hits if _is_known(one)]
    return "", []


def _starts() -> list[tuple[str, str]]:
    """The strategies and handslag to begin from, with the page of each."""
    chosen = [one for one in plans(store()) if short(one).startswith(("strategy/", "handslag/"))]
    found = [(one, link("explore.page_of", thing=short(one))) for one in chosen]
    return sorted(found, key=lambda one: alphabetical(named(one[0]).text))


def _asking() -> list[tuple[str, list[tuple[str, str]]]]:
    """The questions to begin from that need no more than is given here: the kinds of gap, then the others."""
    t = words(asked.language())
    found: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    for one in questions().values():
        if all(parameter.optional or parameter.default for parameter in one.parameters):
            listed = (one.title[asked.language()], link("explore.page_of", question=one.name))
            found[one.severity is not None].append(listed)
    return [(t("explore-gap-kinds"), found[True]), (t("explore-questions"), found[False])]
