"""rodatraden robustness: what goals rest on alone, whose withdrawal costs most, what would close most gaps."""

from collections.abc import Callable

import click

from graph import options
from graph.answer import Answer, Iri, Literal, Term, integer
from graph.coverage import Scope, coverage
from graph.exports import Table
from graph.gaps import scope_of
from graph.labels import labels
from graph.library import question
from graph.question import Words
from graph.robustness import fewest, single_points, withdrawals
from graph.robustness.what_if import shown
from graph.setting import Setting
from graph.store import Store
from graph.vocabulary import RT

HELP = """What the goals of the whole graph, a place (--place 1907) or a strategy (--strategy det-handlar-om-livet) rest
on, and what would be missed.

\b
activities   goals of which all that is under way is one activity
actors       goals of which all that is under way has one and the same actor as responsible
things       goals that rest on one handslag, area, smaller goal or link, or on one part of several activities
withdrawals  actors by what is left uncovered without them, with the status of each goal before and after
fewest       (--fewest 5) activities that would close the most gaps of goal, target group and place

A table shows activities, actors and withdrawals; other formats hold one list, that of --list.
The fewest are found greedily: they close at least 63 % of what the best choice of as many would close.
"""
HEADINGS = {
    "goal": {"sv": "Mål", "en": "Goal"},
    "activity": {"sv": "Aktivitet", "en": "Activity"},
    "responsible": {"sv": "Ansvarig", "en": "Responsible"},
    "actor": {"sv": "Aktör", "en": "Actor"},
    "kind": {"sv": "Slag", "en": "Kind"},
    "thing": {"sv": "Vilar på", "en": "Rests on"},
    "above": {"sv": "Länk till", "en": "Link to"},
    "targetGroup": {"sv": "Målgrupp", "en": "Target group"},
    "place": {"sv": "Plats", "en": "Place"},
    "closes": {"sv": "Luckor som täcks", "en": "Gaps closed"},
    "remaining": {"sv": "Luckor kvar", "en": "Gaps left"},
    "countBefore": {"sv": "Antal före", "en": "Number before"},
    "statusBefore": {"sv": "Täckning före", "en": "Coverage before"},
    "countAfter": {"sv": "Antal efter", "en": "Number after"},
    "statusAfter": {"sv": "Täckning efter", "en": "Coverage after"},
}
TITLES = {
    "things": {
        "sv": "Mål som vilar på en enda sak av annat slag",
        "en": "Goals that rest on one thing of another kind",
    },
    "withdrawals": {
        "sv": "Aktörer efter vad som blir utan täckning om de drar sig ur",
        "en": "Actors by what is left uncovered if they withdraw",
    },
    "fewest": {
        "sv": "Aktiviteter som skulle täcka flest luckor (av {})",
        "en": "Activities that would close the most gaps (of {})",
    },
}
QUESTIONS = {"activities": "goals-on-one-activity", "actors": "goals-on-one-actor"}
"""The lists that a question gives too; they have its title."""
WORDS = {"Part": {"sv": "Del av aktivitet", "en": "Part of an activity"}, "Link": {"sv": "Länk", "en": "Link"}}
"""The kinds of single points that are no kind of thing."""
UNKNOWN = {
    "sv": "Inget dokument i grafen nämner {}: vad som finns där är okänt.",
    "en": "No document in the graph names {}: what there is, is unknown.",
}
SHOWN = ("activities", "actors", "withdrawals")


@click.command(help=HELP)
@options.place
@options.strategy
@options.as_of
@options.basis
@click.option("--list", "name", type=click.Choice([*SHOWN, "things"]), help="One list; activities in other formats.")
@click.option("--fewest", "most", type=int, help="Instead: so many activities that would close the most gaps.")
@options.file_format
@click.pass_obj
def command(
    setting: Setting, place: str, strategy: str, as_of: str, basis: str, name: str | None, most: int | None, suffix: str
) -> None:
    store = options.opened(setting)
    asked = scope_of(store, setting.today, as_of, basis, place, strategy)
    scope = Scope(asked.as_of, asked.basis, place=asked.place, strategy=asked.strategy)
    if most is not None:
        tables = [_fewest(store, scope, setting, most)]
    else:
        names = (name,) if name else SHOWN if suffix == "table" else SHOWN[:1]
        tables = [_table(one, _title(one), LISTS[one](store, scope, setting), store, setting, scope) for one in names]
    options.write_all(tables, suffix)
    if scope.place is not None and not coverage(store).is_named(scope.place, scope.basis):
        click.echo(UNKNOWN[setting.language].format(labels(store).name(scope.place, setting.language)), err=True)


def _title(name: str) -> Words:
    return question(QUESTIONS[name]).title if name in QUESTIONS else TITLES[name]


def _activities(store: Store, scope: Scope, setting: Setting) -> Answer:
    return _points(store, scope, "Activity", "activity")


def _actors(store: Store, scope: Scope, setting: Setting) -> Answer:
    return _points(store, scope, "Actor", "responsible")


def _points(store: Store, scope: Scope, kind: str, column: str) -> Answer:
    found = [point for point in single_points(store, scope) if point.kind == kind]
    return Answer(("goal", column), tuple((Iri(point.goal), Iri(point.thing)) for point in found))


def _things(store: Store, scope: Scope, setting: Setting) -> Answer:
    found = [point for point in single_points(store, scope) if point.kind not in ("Activity", "Actor")]
    rows = [(Iri(p.goal), _kind(p.kind, setting), Iri(p.thing), Iri(p.above) if p.above else None) for p in found]
    return Answer(("goal", "kind", "thing", "above"), tuple(rows))


def _kind(kind: str, setting: Setting) -> Term:
    return Literal(WORDS[kind][setting.language]) if kind in WORDS else Iri(RT + kind)


def _withdrawals(store: Store, scope: Scope, setting: Setting) -> Answer:
    columns = ("actor", "goal", "countBefore", "statusBefore", "countAfter", "statusAfter")
    rows = [(Iri(one.actor), Iri(goal.row), *shown(goal)) for one in withdrawals(store, scope) for goal in one.goals]
    return Answer(columns, tuple(rows))


def _fewest(store: Store, scope: Scope, setting: Setting, most: int) -> Table:
    found = fewest(store, scope, most)
    rows: list[tuple[Term | None, ...]] = []
    for step in found.steps:
        group = step.activity.target_group
        numbers = [integer(number) for number in (len(step.closes), step.remaining)]
        rows.append(
            (Iri(step.activity.goal), None if group is None else Iri(group), Iri(step.activity.place), *numbers)
        )
    answer = Answer(("goal", "targetGroup", "place", "closes", "remaining"), tuple(rows))
    title = {language: text.format(found.gaps) for language, text in TITLES["fewest"].items()}
    return _table("fewest", title, answer, store, setting, scope)


def _table(name: str, title: Words, answer: Answer, store: Store, setting: Setting, scope: Scope) -> Table:
    about = {"asOf": scope.as_of.isoformat(), "basis": scope.basis, "version": store.version, **scope.filters}
    headings = tuple(HEADINGS[column][setting.language] for column in answer.columns)
    return Table(name, title[setting.language], answer, headings, labels(store), setting.language, about)


LISTS: dict[str, Callable[[Store, Scope, Setting], Answer]] = {
    "activities": _activities,
    "actors": _actors,
    "things": _things,
    "withdrawals": _withdrawals,
}
