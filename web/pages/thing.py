"""A thing: what is said of it, on what basis and by which passages, and what surrounds it."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, redirect, render_template

from graph import catalogue
from graph.answer import Iri, Term
from graph.coverage import GoalCoverage, Reason, Scope, Statement, Status, coverage, why
from graph.errors import UnknownThing
from graph.exports import Table
from graph.network import neighbourhood
from graph.thing import Fact, Thing, as_answer, headings, thing, triples
from graph.vocabulary import LABELS, RT, kind_word
from web import asked, file
from web.address import address_of, link, suffixed
from web.drawing import STYLES, Named, drawing
from web.kinds import KINDS
from web.language import alphabetical, words
from web.service import service, store
from web.term import Shown, named, shown

page = Blueprint("thing", __name__)
GOAL, DOCUMENT = RT + "Goal", RT + "Document"
VERIFIED = RT + "wordingVerified"
APART = {RT + "passage"}
"""Facts that have a section of their own."""
MOST_DRAWN = 40


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

    @property
    def decisive(self) -> tuple[Statement, ...]:
        """What decides the status beside the thread; a source that is too old decides by not being newer."""
        source = self.reason.source
        return (*self.reason.facts, *self.reason.filters, *(() if source is None else (source,)))


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
        heading=heading,
        anchor=anchor,
        kind_address=lambda kind: RT + kind,
        story=_story(found.address) if GOAL in found.kinds else None,
        document=_document(found.address) if DOCUMENT in found.kinds else None,
        picture=_picture(found.address),
        files=_files(found.address, path),
        basis=basis,
        Status=Status,
        shapes=STYLES,
    )


def heading(prop: str) -> str:
    """The name of a property: the shapes' word, else the vocabulary's."""
    language = asked.language()
    known = headings(store()).get(prop, {})
    word = known.get(language) or known.get("sv") or service().labels.name(prop, language)
    return word[:1].upper() + word[1:]


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


def _picture(address: str) -> dict[str, Any] | None:
    """The neighbourhood as a drawing and as a table; None where nothing is drawn."""
    try:
        found = neighbourhood(store(), address, MOST_DRAWN)
    except UnknownThing:
        return None
    if not found.edges:
        return None
    language = asked.language()
    labels = service().labels
    names = {
        n.address: Named(labels.name(n.address, language), labels.name(RT + n.kind, language), address_of(n.address))
        for n in found.nodes
    }
    properties = {edge.property: heading(edge.property) for edge in found.edges}
    return {
        "data": drawing(found, address, names, properties),
        "legend": [(named(RT + kind), kind) for kind in STYLES if any(n.kind == kind for n in found.nodes)],
        "edges": [(named(e.source), properties[e.property], named(e.target)) for e in found.edges],
        "left_out": found.left_out,
    }


def _files(iri: str, path: str | None) -> dict[str, str]:
    if path is not None:
        return {suffix: suffixed(path, suffix) for suffix in file.OFFERED}
    return {suffix: link("thing.foreign", iri=iri, format=suffix) for suffix in file.OFFERED}
