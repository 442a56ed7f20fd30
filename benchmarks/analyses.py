"""What only our index answers: gap reports, broken threads, what-if, withdrawals, why. No other engine has them."""

from collections.abc import Callable
from datetime import date

import numpy as np

from benchmarks.cases import AS_OF, COUNTY, GOAL, PLACE
from graph.coverage import Coverage, Scope, coverage, why
from graph.gaps import broken_threads, gaps, scope_of
from graph.robustness import Planned, fewest, single_points, what_if, withdrawals
from graph.store import Store
from graph.who_else import who_else

NOW = Scope(AS_OF)
anew = gaps.__wrapped__
"""The report as it is made; asked through ``gaps``, the last few are kept."""
Analysis = Callable[[Store], object]


def busiest(index: Coverage, kind: str, word: str) -> str:
    """The thing of a kind ("Actor") that most things are related to with a property ("responsible")."""
    facts = index.facts(NOW.basis)
    related = facts.below if word == "serves" else facts.relation(word).inverse
    many = np.where(facts.kind(kind), np.diff(related.starts), -1)
    return index.names[int(many.argmax())]


def _without(kind: str, word: str) -> Analysis:
    return lambda store: what_if(store, NOW, remove=[busiest(coverage(store), kind, word)])


def _without_activity(store: Store) -> object:
    thread = coverage(store).facts(NOW.basis).thread
    return what_if(store, NOW, remove=[coverage(store).names[int(np.diff(thread.starts).argmax())]])


def _with_activity(store: Store) -> object:
    planned = Planned(goals=(GOAL,), places=(PLACE,), start=date(2026, 1, 1))
    return what_if(store, NOW, add=[planned])


ANALYSES: dict[str, Analysis] = {
    "gap report, the whole country": lambda store: anew(store, scope_of(store, AS_OF)),
    "gap report, a county": lambda store: anew(store, scope_of(store, AS_OF, place=COUNTY)),
    "gap report, a municipality": lambda store: anew(store, scope_of(store, AS_OF, place=PLACE)),
    "broken threads, the whole country": lambda store: broken_threads(store, scope_of(store, AS_OF)),
    "broken threads, a municipality": lambda store: broken_threads(store, scope_of(store, AS_OF, place=PLACE)),
    "what if: without the activity that serves most": _without_activity,
    "what if: without the actor with most activities": _without("Actor", "responsible"),
    "what if: without the handslag with most below it": _without("Handslag", "serves"),
    "what if: without the intervention used most": _without("Intervention", "uses"),
    "what if: one activity more": _with_activity,
    "what goals rest on alone": lambda store: single_points(store, NOW),
    "every actor's withdrawal": lambda store: withdrawals(store, NOW),
    "the ten activities that would close most gaps in a county": lambda store: fewest(
        store, Scope(AS_OF, place=COUNTY), most=10
    ),
    "why, for one goal": lambda store: why(store, GOAL, NOW),
    "who else, for one goal": lambda store: who_else(store, GOAL, NOW),
}
"""Each by its name in the report; what-if gives the changed cells of goal × place."""
