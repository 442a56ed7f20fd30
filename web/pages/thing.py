"""A thing: what is said of it, on what basis and by which passages, and what surrounds it."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, redirect, render_template

from graph import catalogue
from graph.answer import Iri, Term
from graph.as_sparql import describing
from graph.coverage import GoalCoverage, Reason, Scope, Status, coverage, why
from graph.errors import UnknownThing
from graph.explore import Picture, View, explored
from graph.exports import Table
from graph.thing import Fact, Thing, as_answer, headings, thing, triples
from graph.vocabulary import LABELS, RT, kind_word
from web import asked, file
from web.address import address_of, link, suffixed
from web.chart import EDGES
from web.explore_seen import seen
from web.kinds import KINDS
from web.language import alphabetical, words
from web.panel import panels_of
from web.profile import PlaceProfile
from web.service import service, store
from web.sparql_link import opened
from web.term import Shown, named, shown

page = Blueprint("thing", __name__)
GOAL, DOCUMENT, PLACE = RT + "Goal", RT + "Document", RT + "Place"
VERIFIED = RT + "wordingVerified"
APART = {RT + "passage"}
"""Facts that have a section of their own."""


@dataclass(frozen=True)
class Value:
    """A value with every fact that says it, one per graph."""

    shown: Shown
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class GoalStory:
    """A goal's coverage, why it is so, and the status of each activity."""

    scope: Scope
    found: GoalCoverage
    reason: Reason
    activities: tuple[tuple[Shown, Status], ...]


@page.get("/id/<kind>/<path:slug>")
def page_of(kind: str, slug: str) -> Response | str:
    """A thing of ours by its address, as a page or a file."""
    name, suffix = file.split(slug)
    if kind == "passage" and suffix is None and file.wanted(None) is None:
        return _evidenced(f"{store().base}id/passage/{name}")
    return _answer(f"{store().base}id/{kind}/{name}", suffix, f"/id/{kind}/{name}", name)


@page.get("/thing")
def foreign() -> Response | str:
    """A thing with an address of another's."""
    iri = asked.text("iri")
    if iri.startswith(f"{store().base}id/") and (own := address_of(iri)):
        return redirect(own, 303)  # type: ignore[return-value]
    return _answer(iri, asked.text("format") or None, None, "thing")


def _answer(iri: str, suffix: str | None, path: str | None, name: str) -> Response | str:
    basis = asked.basis()
    found = _thing(iri, basis)
    wanted = file.wanted(suffix)
    if wanted is not None:
        return file.response(_table(found, basis, name), wanted)
    return _page(found, basis, path)


def _thing(iri: str, basis: str) -> Thing:
    try:
        return thing(store(), iri, basis)
    except ValueError as error:
        # What is no IRI at all names nothing.
        raise UnknownThing(iri) from error


def _evidenced(passage: str) -> Response:
    """A passage is shown with the thing it is about."""
    for fact in _thing(passage, asked.basis()).incoming:
        if fact.property == RT + "passage" and (url := address_of(fact.subject)):
            return redirect(f"{url}#{anchor(passage)}", 303)  # type: ignore[return-value]
    raise UnknownThing(passage)


def _table(found: Thing, basis: str, name: str) -> Table:
    language = asked.language()
    answer = as_answer(found)
    labels = service().labels
    titles = tuple(words(language)(f"column-{column}") for column in answer.columns)
    about = {"id": found.address, "basis": basis, "version": store().version}
    title = labels.name(found.address, language)
    return Table(name, title, answer, titles, labels, language, about, triples(store(), found.address))


def _page(found: Thing, basis: str, path: str | None) -> str:
    picture = _picture(found.address)
    return render_template(
        "thing.html",
        thing=found,
        self_=named(found.address),
        kinds=[(named(cls), kind_word(cls)) for cls in found.kinds],
        listed_kinds=KINDS,
        facts=_facts(found),
        statements=_statements(found) if not found.facts else [],
        unverified=any(f.property == VERIFIED and str(f.value) == "false" for f in found.facts),
        incoming=_incoming(found),
        anchor=anchor,
        kind_address=lambda kind: RT + kind,
        story=_story(found.address) if GOAL in found.kinds else None,
        profile=PlaceProfile(found.address, asked.scope()) if PLACE in found.kinds else None,
        panels=panels_of(found.address, found.kinds, asked.scope()),
        edges=EDGES,
        document=_document(found.address) if DOCUMENT in found.kinds else None,
        **(seen(picture) if picture else {"picture": None}),
        leads_to=lambda iri: address_of(iri) or "#picture-heading",
        files=_files(found.address, path),
        sparql=opened(describing(found.address)),
        basis=basis,
        Status=Status,
    )


def anchor(passage: str) -> str:
    """The spot of a passage in a page."""
    return "passage-" + passage.rpartition("/")[2]


def _facts(found: Thing) -> list[tuple[str, list[Value]]]:
    """The facts by property, in the order of the shapes; the name stands in the heading."""
    said = [f for f in found.facts if f.property not in APART and not _is_heading(f, found)]
    return [(prop, _values(list(facts))) for prop, facts in groupby(said, key=lambda f: f.property)]


def _is_heading(fact: Fact, found: Thing) -> bool:
    """A name in the page's own words with no evidence of its own says nothing new."""
    is_name = fact.property in LABELS and str(fact.value) == named(found.address).text
    return is_name and not any(p.supports == fact.property for p in fact.passages)


def _values(facts: list[Fact]) -> list[Value]:
    grouped: dict[Term, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.value].append(fact)
    return [Value(shown(value), tuple(said)) for value, said in grouped.items()]


def _statements(found: Thing) -> list[tuple[Shown, Shown]]:
    """All statements, for a thing that the shapes give no columns."""
    return [(named(str(p)), shown(o)) for s, p, o in triples(store(), found.address) if s == Iri(found.address)]


def _incoming(found: Thing) -> list[tuple[str, list[tuple[Shown, Fact]]]]:
    """The links that point here, by property, the things in alphabetical order."""
    grouped: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in found.incoming:
        if fact.property not in APART:
            grouped[fact.property].setdefault(fact.subject, fact)
    order = list(headings(store()))
    return [
        (prop, sorted(((named(s), f) for s, f in grouped[prop].items()), key=lambda pair: alphabetical(pair[0].text)))
        for prop in sorted(grouped, key=order.index)
    ]


def _story(goal: str) -> GoalStory:
    scope = asked.scope()
    index = coverage(store())
    found = index.of(goal, scope)
    activities = ((named(a), index.status(a, scope.as_of, scope.sure)) for a in found.activities)
    ordered = sorted(activities, key=lambda pair: (-pair[1], alphabetical(pair[0].text)))
    return GoalStory(scope, found, why(store(), goal, scope), tuple(ordered))


def _document(document: str) -> dict[str, Any]:
    """The passages of a document in its order, and its ambiguous spots."""
    graph = next((g for g in catalogue.graphs(store()).values() if g.document == document), None)
    return {
        "passages": catalogue.passages_in(store(), document),
        "readings": catalogue.readings(store()).get(document, ()),
        "graph": graph,
    }


def _picture(address: str) -> Picture | None:
    """What surrounds a thing, as the explorer begins with it; None where nothing does."""
    try:
        found = explored(store(), View(asked.scope(), (address,)))
    except UnknownThing:
        return None
    return found if found.edges else None


def _files(iri: str, path: str | None) -> dict[str, str]:
    if path is not None:
        return {suffix: suffixed(path, suffix) for suffix in file.OFFERED}
    return {suffix: link("thing.foreign", iri=iri, format=suffix) for suffix in file.OFFERED}
