"""Jämför: two places side by side, and two dates with what changed between them and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, Response, render_template

from graph.answer import Answer, Iri, Term, integer
from graph.changes import ChangeReport, Side, changes
from graph.changes.telling import COLUMNS, Teller, about, rows
from graph.coverage import GoalCoverage, coverage
from graph.errors import BadParameter
from graph.exports import EXPORTS, Table, headings
from graph.gaps import scope_of
from graph.question import Words, day
from graph.vocabulary import BASES, MAPPED, RT
from web import asked, file
from web.address import suffixed
from web.kinds import options, strategies
from web.language import alphabetical, words
from web.service import service, store

page = Blueprint("compare", __name__)
OTHER, SINCE, STRATEGY = "other", "since", "strategy"
FIRST = 40
"""Changes of a kind shown on the page; the files have all."""
SIDES: dict[str, Words] = {
    "goal": {"sv": "Mål", "en": "Goal"},
    "status": {"sv": "Täckning i {}", "en": "Coverage in {}"},
    "activities": {"sv": "Aktiviteter i {}", "en": "Activities in {}"},
}


@dataclass(frozen=True)
class Pair:
    """A goal in two places."""

    one: GoalCoverage
    other: GoalCoverage

    @property
    def differs(self) -> bool:
        return self.one.status != self.other.status

    @property
    def has_any(self) -> bool:
        return bool(self.one.count or self.other.count)


@page.get("/compare")
def page_of() -> Response | tuple[str, int]:
    """The page, or by Accept the same as a file."""
    suffix = file.wanted(None)
    if suffix is not None:
        return compare_file(suffix)
    try:
        return _page(_pairs(), _report(), None), 200
    except BadParameter as error:
        return _page([], None, error), 400


@page.get("/compare.<any(" + ",".join(EXPORTS) + "):suffix>")
def compare_file(suffix: str) -> Response:
    """The changes since a date where one is given, else the two places."""
    language, report = asked.language(), _report()
    if report is not None:
        title = words(language)("compare-dates")
        named = headings(COLUMNS, language)
        table = Table("changes", title, rows(report, language), named, service().labels, language, about(report))
        return file.response(table, suffix)
    if not asked.text(OTHER):
        raise BadParameter(OTHER, "", "Ange en plats till, eller ett datum.", "Give another place, or a date.")
    return file.response(_places_table(language), suffix)


def _pairs() -> list[Pair]:
    """The goals in both places, in alphabetical order; none where no other place is asked for."""
    other = asked.place(OTHER)
    if other is None:
        return []
    scope = replace(asked.scope(), strategy=asked.text(STRATEGY) or None)
    if scope.place is None:
        raise BadParameter(asked.PLACE, "", "Välj två platser.", "Choose two places.")
    index, labels = coverage(store()), service().labels
    both = zip(index.all(scope), index.all(replace(scope, place=other)), strict=True)
    found = [Pair(one, another) for one, another in both]
    return sorted(found, key=lambda pair: alphabetical(labels.name(pair.one.goal, asked.language())))


def _report() -> ChangeReport | None:
    """What differs since a date; None where none is given."""
    if not asked.text(SINCE):
        return None
    since = day(SINCE, asked.text(SINCE), service().today())
    before, after = (_side(on) for on in (since, asked.as_of()))
    return changes(before, after)


def _side(on: date) -> Side:
    place = asked.place() or ""
    return Side(store(), scope_of(store(), on, "", asked.basis(), place, asked.text(STRATEGY)))


def _page(pairs: list[Pair], report: ChangeReport | None, error: BadParameter | None) -> str:
    language = asked.language()
    return render_template(
        "compare.html",
        pairs=pairs,
        report=report,
        teller=Teller(report, language) if report is not None else None,
        first=FIRST,
        seen=set,
        error=error,
        message=error.message(language) if error else "",
        today=service().today(),
        bases=BASES,
        basis=asked.text(asked.BASIS) or MAPPED,
        places=options(("place",), language)[0][1],
        strategies=strategies(language),
        files={suffix: suffixed("/compare", suffix) for suffix in file.OFFERED},
    )


def _places_table(language: str) -> Table:
    pairs, labels = _pairs(), service().labels
    scopes = [pairs[0].one.scope, pairs[0].other.scope] if pairs else []
    names = [labels.name(str(scope.place), language) for scope in scopes]
    above = [SIDES["goal"][language]]
    above += [SIDES[column][language].format(name) for name in names for column in ("status", "activities")]
    columns = ("goal", "status", "activities", "statusOther", "activitiesOther")
    told = {"asOf": asked.as_of().isoformat(), "basis": asked.basis(), "version": store().version}
    told |= {"place": str(scopes[0].place), "other": str(scopes[1].place)} if scopes else {}
    answer = Answer(columns, tuple(tuple(_cells(pair)) for pair in pairs))
    return Table("compare", words(language)("compare-title"), answer, tuple(above), labels, language, told)


def _cells(pair: Pair) -> Iterator[Term]:
    yield Iri(pair.one.goal)
    for side in (pair.one, pair.other):
        yield Iri(f"{RT}status-{side.status.word}")
        yield integer(side.count)
