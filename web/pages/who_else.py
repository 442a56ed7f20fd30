"""Vem mer?: who, elsewhere, does something about the same goal, the nearest first, each with its reasons."""

from dataclasses import replace

from flask import Blueprint, Response, render_template

from graph.coverage import GoalCoverage, Scope, Status, coverage
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.gaps import Gap, gaps
from graph.gaps import scope_of as gap_scope
from graph.vocabulary import BASES, shortened
from graph.who_else import KINDS, WHO_COLUMNS, WhoElse, who_else, who_rows
from web import asked, file
from web.address import suffixed
from web.kinds import options
from web.language import alphabetical, words
from web.service import service, store
from web.sparql_link import as_sparql

page = Blueprint("who_else", __name__)
GOAL, TARGET_GROUP, MOST = "goal", "targetGroup", "most"
FIRST, ALL = 20, 200
"""Proposals of a kind shown, and shown where all are asked for."""
LACKING = "goals-without-activity"
OFFERED = 40
"""Goals without activity to begin from, where no goal is asked for."""


@page.get("/who-else")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return who_else_file(suffix)
    try:
        return _page(_found() if asked.text(GOAL) else None, None), 200
    except BadParameter as error:
        return _page(None, error), 400


@page.get("/who-else.<any(" + ",".join(EXPORTS) + "):suffix>")
def who_else_file(suffix: str) -> Response:
    """The proposals as a file, as many as the page shows."""
    if not asked.text(GOAL):
        raise BadParameter(GOAL, "", "Ange ett mål.", "Give a goal.")
    found, language, labels = _found(), asked.language(), service().labels
    rows, about = who_rows(found, labels, language), {**found.about, "version": store().version}
    title, named = words(language)("who-title"), headings(WHO_COLUMNS, language)
    return file.response(Table("who-else", title, rows, named, labels, language, about), suffix)


def _found() -> WhoElse:
    scope = replace(asked.scope(), target_group=asked.member(TARGET_GROUP, "target-group"))
    return who_else(store(), asked.text(GOAL), scope, _most())


def _most() -> int:
    given = asked.text(MOST) or str(FIRST)
    if not given.isdecimal() or not 1 <= int(given) <= ALL:
        allowed = (f"Skriv ett heltal från 1 till {ALL}.", f"Write a whole number from 1 to {ALL}.")
        raise BadParameter(MOST, given, *allowed)
    return int(given)


def _sparql(goal: str, scope: Scope) -> str:
    """All that leads to the goal elsewhere, which is what the page orders."""
    return as_sparql("who-else", {"goal": goal, "targetGroup": scope.target_group, "elsewhereThan": scope.place})


def _page(found: WhoElse | None, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "who_else.html",
        found=found,
        own=coverage(store()).of(found.goal, found.scope) if found else None,
        larger=_larger(found) if found else [],
        lacking=_lacking() if found is None and error is None else [],
        kinds={kind: told[language] for kind, told in KINDS.items()},
        all=ALL,
        offered=OFFERED,
        error=error,
        message=error.message(language) if error else "",
        given=_given(found.goal) if found else asked.text(GOAL),
        slug=_given,
        today=service().today(),
        bases=BASES,
        basis=asked.text(asked.BASIS) or BASES[1],
        Status=Status,
        goals=options(("goal",), language)[0][1],
        places=options(("place",), language)[0][1],
        groups=options(("target-group",), language)[0][1],
        sparql=_sparql(found.goal, found.scope) if found else "",
        files={suffix: suffixed("/who-else", suffix) for suffix in file.OFFERED},
    )


def _given(goal: str) -> str:
    """A goal as the address of the page gives it."""
    return shortened(goal, store().base).removeprefix("goal/") if goal.startswith(store().base) else goal


def _larger(found: WhoElse) -> list[GoalCoverage]:
    """The larger goals that the goal serves, with all that is recorded for them everywhere, the best covered first."""
    index, scope = coverage(store()), replace(found.scope, place=None, target_group=None)
    above = index.dimension("goal", scope.basis).above.of(index.number[found.goal])
    larger = [index.of(index.names[number], scope) for number in above.tolist()]
    return sorted(larger, key=lambda one: (-one.count, service().labels.name(one.goal, asked.language())))


def _lacking() -> list[Gap]:
    """The goals without activity, those of the place where one is asked for, by name."""
    scope, labels = asked.scope(), service().labels
    report = gaps(store(), gap_scope(store(), scope.as_of, "", scope.basis, scope.place or ""))
    lacking = [gap for gap in report.gaps if gap.kind == LACKING]
    return sorted(lacking, key=lambda gap: alphabetical(labels.name(gap.thing, asked.language())))
