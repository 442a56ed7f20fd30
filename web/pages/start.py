"""Lägesbild: how many goals there are, how far they are covered, and which lack activities."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from flask import Blueprint, Response, redirect, render_template

from graph.answer import Answer, Iri, integer
from graph.coverage import GoalCoverage, Scope, Status, coverage
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table
from graph.gaps import GapScope, gaps
from graph.library import question
from graph.question import Question
from graph.vocabulary import BASES, RT
from web import asked, file
from web.address import link, suffixed
from web.kinds import counts, options
from web.language import alphabetical, words
from web.service import service, store
from web.sparql_link import as_sparql
from web.term import ORDER, Shown, named

page = Blueprint("start", __name__)
ALL = "all"
YEAR = timedelta(days=365)
COLUMNS = ("goal", "status", "activities", "shallow", "setOutIn")
TASKS = {
    "gaps": "gaps.page_of",
    "thread": "thread.page_of",
    "who": "who_else.page_of",
    "need": "need.page_of",
    "explore": "explore.page_of",
}
"""The tasks to begin with, each with the page that answers it."""
LATELY = 5
"""Changes shown on the page; the page of changes has all."""
RARE = {Status.SUGGESTED, Status.NOT_RELEVANT, Status.UNKNOWN}
"""Statuses shown only where a goal has them."""


@dataclass(frozen=True)
class Overview:
    """The coverage of all goals in a scope, and those of them with the status asked for."""

    scope: Scope
    status: str
    goals: list[GoalCoverage]

    @property
    def counts(self) -> dict[Status, int]:
        counted = {status: sum(g.status == status for g in self.goals) for status in ORDER}
        return {status: count for status, count in counted.items() if count or status not in RARE}

    @property
    def chosen(self) -> list[GoalCoverage]:
        return [g for g in self.goals if self.status in (ALL, g.status.word)]

    @property
    def covered(self) -> int:
        return sum(g.status > Status.NONE for g in self.goals)

    @property
    def since(self) -> date:
        """A year before."""
        return self.scope.as_of - YEAR

    @cached_property
    def moved(self) -> list[tuple[GoalCoverage, Status]]:
        """The goals that have another status than a year before, each with that one, the lowest statuses first."""
        before = coverage(store()).statuses(replace(self.scope, as_of=self.since))
        moved = [(goal, before[goal.goal]) for goal in self.goals if before[goal.goal] != goal.status]
        return sorted(moved, key=lambda pair: (pair[0].status, -pair[1]))

    @cached_property
    def gaps(self) -> list[tuple[Question, int]]:
        """The kinds of gap there are, the worst first, each with how many."""
        scope = GapScope(self.scope.as_of, self.scope.basis, self.scope.place)
        counted = Counter(gap.kind for gap in gaps(store(), scope).gaps)
        return [(question(kind), count) for kind, count in counted.items()]


@page.get("/")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return file.response(_table(_overview()), suffix)
    try:
        return _page(_overview(), None), 200
    except BadParameter as error:
        return _page(None, error), 400


@page.get("/start")
def start() -> Response:
    """The other name of the page."""
    return redirect(link("start.page_of"), 308)  # type: ignore[return-value]


@page.get("/profile")
def profile() -> Response:
    """The page of the place chosen; raises BadParameter where none is."""
    chosen = asked.place()
    if chosen is None:
        raise BadParameter(asked.PLACE, "", "Välj en plats.", "Choose a place.")
    kind, slug = chosen.removeprefix(f"{store().base}id/").split("/", 1)
    return redirect(link("thing.page_of", kind=kind, slug=slug), 303)  # type: ignore[return-value]


@page.get("/start.<any(" + ",".join(EXPORTS) + "):suffix>")
def start_file(suffix: str) -> Response:
    """The same as a file."""
    return file.response(_table(_overview()), suffix)


def _overview() -> Overview:
    scope = asked.scope()
    status = asked.text("status") or Status.NONE.word
    if status not in {ALL, *(s.word for s in Status)}:
        listed = ", ".join([ALL, *(s.word for s in ORDER)])
        raise BadParameter("status", status, f"Välj en av: {listed}.", f"Choose one of: {listed}.")
    return Overview(scope, status, coverage(store()).all(scope))


def _page(overview: Overview | None, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "start.html",
        overview=overview,
        groups=_groups(overview) if overview else [],
        error=error,
        message=error.message(language) if error else "",
        today=service().today(),
        bases=BASES,
        places=_places(language),
        tasks=TASKS,
        lately=LATELY,
        kinds=counts(),
        files={suffix: suffixed("/start", suffix) for suffix in file.OFFERED},
        sparql=_sparql(overview.scope) if overview else "",
        Status=Status,
        all=ALL,
    )


def _sparql(scope: Scope) -> str:
    """The page as SPARQL: how each goal is covered."""
    name = "goal-coverage-in-place" if scope.place else "goal-coverage"
    return as_sparql(name, {"place": scope.place, "asOf": scope.as_of.isoformat()})


def _places(language: str) -> list[tuple[str, str, str]]:
    """Places as SCB code, name and language, in alphabetical order."""
    [(_, places)] = options(("place",), language)
    return [(value.removeprefix("place/"), name, own) for value, name, own in places]


def _groups(overview: Overview) -> list[tuple[Shown, list[tuple[Shown, GoalCoverage]]]]:
    """The chosen goals by what sets them out, both in alphabetical order."""
    grouped: dict[str, list[tuple[Shown, GoalCoverage]]] = defaultdict(list)
    for goal, set_out_in in _pairs(overview):
        grouped[set_out_in].append((named(goal.goal), goal))
    ordered = sorted(((named(iri), goals) for iri, goals in grouped.items()), key=lambda g: alphabetical(g[0].text))
    return [(head, sorted(goals, key=lambda g: alphabetical(g[0].text))) for head, goals in ordered]


def _pairs(overview: Overview) -> list[tuple[GoalCoverage, str]]:
    set_out_in = coverage(store()).goals
    return [(goal, iri) for goal in overview.chosen for iri in sorted(set_out_in[goal.goal])]


def _table(overview: Overview) -> Table:
    w = words(asked.language())
    rows = tuple(
        (Iri(g.goal), Iri(f"{RT}status-{g.status.word}"), integer(len(g.activities)), integer(len(g.shallow)), Iri(iri))
        for g, iri in _pairs(overview)
    )
    scope = overview.scope
    about = {
        "asOf": scope.as_of.isoformat(),
        "basis": scope.basis,
        "place": scope.place or "",
        "status": overview.status,
        "version": store().version,
        "goals": str(len(overview.goals)),
        **{f"goals-{status.word}": str(count) for status, count in overview.counts.items()},
    }
    headings = tuple(w(f"column-{column.lower()}") for column in COLUMNS)
    return Table("start", w("start-title"), Answer(COLUMNS, rows), headings, service().labels, asked.language(), about)
