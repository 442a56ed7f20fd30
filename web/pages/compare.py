"""Jämför: two plans or two places side by side, and two dates with what changed between them and why."""

from dataclasses import dataclass, replace
from itertools import groupby

from flask import Blueprint, Response, render_template, request

from graph.changes import ChangeReport, Side, changes
from graph.changes.telling import COLUMNS, Teller, about, rows
from graph.compare import (
    GOAL_COLUMNS,
    PARTS,
    PLAN_COLUMNS,
    TOLD,
    Comparison,
    Pair,
    Row,
    compared,
    goal_rows,
    headings_of,
    in_places,
    plan_rows,
)
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.gaps import GapScope, scope_of
from graph.question import day, things
from graph.store import Store, kept
from graph.vocabulary import BASES, MAPPED
from web import asked, file
from web.address import suffixed
from web.kinds import beginnings, options, strategies
from web.language import alphabetical, words
from web.service import service, store
from web.sparql_link import as_sparql
from web.term import heading

page = Blueprint("compare", __name__)
PLAN, OTHER_PLAN, OTHER_PLACE, SINCE, STRATEGY = "plan", "otherPlan", "other", "since", "strategy"
FIRST = 40
"""Changes of a kind shown on the page; the files have all."""
MOST = 200
"""Rows of a group shown on the page; the files have all."""


@dataclass(frozen=True)
class Group:
    """Rows of a part that belong together: those of both plans, or of one, and the plan that sets their things out."""

    who: str
    plan: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Found:
    """What the request asks for: at most one of these."""

    plans: Comparison | None = None
    places: tuple[Pair, ...] = ()
    dates: ChangeReport | None = None


@page.get("/compare")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return compare_file(suffix)
    try:
        return _page(_found(), None), 200
    except BadParameter as error:
        return _page(Found(), error), 400


@page.get("/compare.<any(" + ",".join(EXPORTS) + "):suffix>")
def compare_file(suffix: str) -> Response:
    """The same as a file."""
    found = _found()
    if found.plans is not None:
        return file.response(_plans_table(found.plans), suffix)
    if found.dates is not None:
        return file.response(_dates_table(found.dates), suffix)
    if not found.places:
        raise BadParameter(
            PLAN, "", "Ange två planer, en plats till eller ett datum.", "Give two plans, another place or a date."
        )
    return file.response(_places_table(found.places), suffix)


def _kind() -> str:
    """What is compared: "plans", "dates", "places", or "" where nothing is chosen yet."""
    if asked.text(PLAN) or asked.text(OTHER_PLAN):
        return "plans"
    if asked.text(SINCE):
        return "dates"
    # The form for places sends both, also where one of them is not chosen.
    return "places" if asked.text(OTHER_PLACE) or (OTHER_PLACE in request.args and asked.text(asked.PLACE)) else ""


def _found() -> Found:
    kind = _kind()
    if kind == "plans":
        return Found(plans=_plans())
    if kind == "dates":
        return Found(dates=_report())
    return Found(places=_pairs()) if kind else Found()


def _plans() -> Comparison:
    for name in (PLAN, OTHER_PLAN):
        if not asked.text(name):
            raise BadParameter(name, "", "Välj två planer.", "Choose two plans.")
    return compared(store(), asked.text(PLAN), asked.text(OTHER_PLAN), asked.scope())


def _pairs() -> tuple[Pair, ...]:
    """The goals in both places, in alphabetical order."""
    scope, other = replace(asked.scope(), strategy=asked.text(STRATEGY) or None), asked.place(OTHER_PLACE)
    if scope.place is None or other is None:
        raise BadParameter(asked.PLACE, "", "Välj två platser.", "Choose two places.")
    found = in_places(store(), scope, other)
    return tuple(sorted(found, key=lambda pair: alphabetical(_name(pair.one.goal))))


def _report() -> ChangeReport:
    """What differs since a date."""
    since = day(SINCE, asked.text(SINCE), service().today())
    place, strategy = asked.place() or "", asked.text(STRATEGY)
    before, after = (scope_of(store(), on, "", asked.basis(), place, strategy) for on in (since, asked.as_of()))
    return _changes(store(), before, after)


@kept(most=4)
def _changes(of: Store, before: GapScope, after: GapScope) -> ChangeReport:
    """A report is kept, since its files are the same: every cause has its own statements and quotes to find."""
    return changes(Side(of, before), Side(of, after))


def _page(found: Found, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "compare.html",
        kind=_kind(),
        plans=found.plans,
        pairs=found.places,
        report=found.dates,
        parts={part: _groups(found.plans, part) for part in PARTS} if found.plans else {},
        part_names={part: name[language] for part, name in PARTS.items()},
        told=TOLD,
        most=MOST,
        heading=heading,
        teller=Teller(found.dates, language) if found.dates is not None else None,
        first=FIRST,
        seen=set,
        error=error,
        message=error.message(language) if error else "",
        today=service().today(),
        bases=BASES,
        basis=asked.text(asked.BASIS) or MAPPED,
        places=options(("place",), language)[0][1],
        strategies=strategies(language),
        starts=beginnings(language),
        files={suffix: suffixed("/compare", suffix) for suffix in file.OFFERED},
        sides=_sides(found),
    )


def _sides(found: Found) -> list[tuple[str, str]]:
    """Each side with the question that is compared, open in the editor: no question compares two by itself."""
    today, language = asked.as_of().isoformat(), asked.language()
    if found.plans is not None:
        plans = [plan for plan in (found.plans.one.plan, found.plans.other.plan) if plan in things(store(), "strategy")]
        return [(_name(plan), as_sparql("goals-within", {"thing": plan, asked.AS_OF: today})) for plan in plans]
    if found.dates is not None:
        scopes = [found.dates.before.scope, found.dates.after.scope]
        sides = [(words(language).date(scope.as_of), scope.as_of.isoformat(), scope.place) for scope in scopes]
    else:
        pair = found.places[:1]
        sides = [
            (_name(str(one.scope.place)), today, one.scope.place) for both in pair for one in (both.one, both.other)
        ]
    if asked.text(STRATEGY):
        return []
    return [
        (name, as_sparql("goal-coverage-in-place" if place else "goal-coverage", {"place": place, asked.AS_OF: on}))
        for name, on, place in sides
    ]


def _groups(found: Comparison, part: str) -> list[Group]:
    """The rows of a part: those of both plans first, larger goals under the plan that sets them out, by name."""
    groups = []
    for who, of_one in groupby(found.part(part), key=lambda row: row.who):
        by_plan: dict[str, list[Row]] = {}
        for row in of_one:
            by_plan.setdefault(row.set_out_in[0] if part == "larger" and row.set_out_in else "", []).append(row)
        for plan, listed in by_plan.items():
            ordered = sorted(listed, key=lambda row: alphabetical(_name(row.thing)))
            groups.append(Group(who, plan, tuple(ordered)))
    return groups


def _name(address: str) -> str:
    return service().labels.name(address, asked.language())


def _plans_table(found: Comparison) -> Table:
    language = asked.language()
    named = headings_of(PLAN_COLUMNS, _name(found.one.plan), _name(found.other.plan), language)
    title, told = words(language)("compare-plans"), {**found.about, "version": store().version}
    answer = plan_rows(found.rows, language)
    return Table("plans", title, answer, named, service().labels, language, told)


def _dates_table(report: ChangeReport) -> Table:
    language = asked.language()
    title, named = words(language)("compare-dates"), headings(COLUMNS, language)
    return Table("changes", title, rows(report, language), named, service().labels, language, about(report))


def _places_table(pairs: tuple[Pair, ...]) -> Table:
    language = asked.language()
    place, other = str(pairs[0].one.scope.place), str(pairs[0].other.scope.place)
    named = headings_of(GOAL_COLUMNS, _name(place), _name(other), language)
    told = {"asOf": asked.as_of().isoformat(), "basis": asked.basis(), "version": store().version}
    told |= {"place": place, "other": other}
    title = words(language)("compare-title")
    return Table("compare", title, goal_rows(pairs), named, service().labels, language, told)
