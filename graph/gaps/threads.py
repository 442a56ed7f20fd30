"""Broken threads: where each thread below a goal stops without reaching an activity, and the shortest repair."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.coverage import Broken, Coverage, Scope, coverage
from graph.gaps.report import answer
from graph.gaps.scope import GapScope, is_in, places
from graph.labels import labels
from graph.library import question
from graph.question import Words
from graph.store import Store

LEVELS = {
    "Goal": {"sv": "mål utan något under sig", "en": "goal without anything below"},
    "Area": {"sv": "område utan handslag", "en": "area without handslag"},
    "Handslag": {"sv": "handslag utan aktivitet", "en": "handslag without activity"},
    "Strategy": {"sv": "strategi utan handslag", "en": "strategy without handslag"},
}
"""What is missing where a thread stops at a thing of this kind."""
NOTHING_THERE = {"sv": "mål utan aktivitet på platsen", "en": "goal without activity in the place"}
"""The same for a goal of the strategy asked for that has no thread at all in the place asked for."""
REPAIRS = {
    "Goal": {
        "sv": "Registrera en aktivitet som bidrar till målet ”{thing}”.",
        "en": "Record an activity that contributes to the goal “{thing}”.",
    },
    "Area": {
        "sv": "Koppla ett handslag till området ”{thing}”.",
        "en": "Link a handslag to the area “{thing}”.",
    },
    "Handslag": {
        "sv": "Registrera en aktivitet som genomför handslaget ”{thing}”.",
        "en": "Record an activity that carries out the handslag “{thing}”.",
    },
    "Strategy": {
        "sv": "Koppla ett handslag till strategin ”{thing}”.",
        "en": "Link a handslag to the strategy “{thing}”.",
    },
}
ONE_LOOSE = {
    "sv": "Koppla aktiviteten ”{activity}”, som inte tjänar något mål, till ”{thing}”.",
    "en": "Link the activity “{activity}”, which serves no goal, to “{thing}”.",
}
LOOSE = {
    "sv": "Koppla en av de {count} aktiviteter i ”{plan}” som inte tjänar något mål till ”{thing}”.",
    "en": "Link one of the {count} activities in “{plan}” that serve no goal to “{thing}”.",
}
NAMELESS = {
    "sv": "Koppla handslaget ”{handslag}” till målet ”{thing}” i strategin ”{plan}”.",
    "en": "Link the handslag “{handslag}” to the goal “{thing}” of the strategy “{plan}”.",
}
NAMELESS_IDLE = {
    "sv": "Koppla handslaget ”{handslag}” till målet ”{thing}” i strategin ”{plan}”, "
    "och registrera en aktivitet som genomför handslaget.",
    "en": "Link the handslag “{handslag}” to the goal “{thing}” of the strategy “{plan}”, "
    "and record an activity that carries out the handslag.",
}


@dataclass(frozen=True)
class BrokenThread:
    """A thread that stops.

    It leads down from ``goal`` to ``stops_at``, a thing of kind ``kind`` ("Goal", "Area", "Handslag", "Strategy"), and
    reaches no activity. ``places`` are those of that thing; ``level`` says what is missing and ``repair`` the shortest
    way to mend it, in Swedish ("sv") and English ("en").
    """

    goal: str
    stops_at: str
    kind: str
    places: tuple[str, ...]
    level: Words
    repair: Words


def broken_threads(store: Store, scope: GapScope) -> tuple[BrokenThread, ...]:
    """The broken threads of a scope, by goal and by where they stop.

    For a strategy those of its goals. For a place those that stop there; for both also each goal of the strategy with
    nothing at all in the place. None for a place that no document names, and none for a goal judged not relevant.

    With ``open_store(data, cache)`` as store, ``broken_threads(store, scope_of(store, today, place="1907"))`` are the
    threads that stop in Surahammar.
    """
    index = coverage(store)
    if scope.place is not None and not index.is_named(scope.place):
        return ()
    repairs = _Repairs(store, scope, index)
    return tuple(
        BrokenThread(
            goal,
            stop.thing,
            stop.kind,
            places(store).get(stop.thing, ()),
            _level(store, stop, scope),
            repairs.of(stop),
        )
        for goal in sorted(index.goals)
        if scope.strategy is None or scope.strategy in index.goals[goal]
        for stop in _stops(store, index, goal, scope)
    )


def _level(store: Store, stop: Broken, scope: GapScope) -> Words:
    elsewhere = scope.place is not None and not is_in(store, stop.thing, scope.place)
    return NOTHING_THERE if elsewhere else LEVELS[stop.kind]


def _stops(store: Store, index: Coverage, goal: str, scope: GapScope) -> Iterable[Broken]:
    asked = Scope(scope.as_of, scope.basis, place=scope.place)
    if index.is_not_relevant(goal, asked):
        return ()
    found = index.of(goal, asked)
    stops = found.broken if scope.place is None else _there(store, found.broken, scope.place)
    if stops or found.activities:
        return stops
    # Goals that only serve each other, and goals with nothing in the place asked for, stop at themselves.
    return (Broken(goal, "Goal"),) if scope.place is None or scope.strategy is not None else ()


def _there(store: Store, stops: Iterable[Broken], place: str) -> tuple[Broken, ...]:
    return tuple(stop for stop in stops if is_in(store, stop.thing, place))


class _Repairs:
    """The shortest repair of each stop: linking what exists before recording something new."""

    def __init__(self, store: Store, scope: GapScope, index: Coverage) -> None:
        self._words = labels(store)
        self._plans = index.goals
        self._loose = _by_plan(store, scope, "activities-serving-no-goal", "setOutIn", "activity")
        self._nameless = _by_plan(store, scope, "handslag-naming-no-goal", "strategy", "handslag")
        self._idle = set(_by_plan(store, scope, "handslag-without-activity", "handslag", "handslag"))

    def of(self, stop: Broken) -> Words:
        return next(self._ways(stop))

    def _ways(self, stop: Broken) -> Iterator[Words]:
        plans = sorted(self._plans.get(stop.thing, ())) if stop.kind == "Goal" else [stop.thing]
        for plan in plans:
            loose = self._loose.get(plan, [])
            if loose:
                form = ONE_LOOSE if len(loose) == 1 else LOOSE
                yield self._said(form, str(len(loose)), thing=stop.thing, activity=loose[0], plan=plan)
        if stop.kind == "Goal":
            for plan in plans:
                for handslag in self._nameless.get(plan, []):
                    form = NAMELESS_IDLE if handslag in self._idle else NAMELESS
                    yield self._said(form, thing=stop.thing, handslag=handslag, plan=plan)
        yield self._said(REPAIRS[stop.kind], thing=stop.thing)

    def _said(self, form: Words, count: str = "", **things: str) -> Words:
        return {
            language: text.format(count=count, **{key: self._words.name(t, language) for key, t in things.items()})
            for language, text in form.items()
        }


def _by_plan(store: Store, scope: GapScope, name: str, plan: str, thing: str) -> dict[str, list[str]]:
    """The things a gap question finds, in the place where one is asked for, by their plan."""
    found: dict[str, set[str]] = defaultdict(set)
    values = {} if scope.place is None else {"place": scope.place}
    for row in answer(question(name), store, values, scope.as_of, scope.basis):
        found[str(row[plan])].add(str(row[thing]))
    return {plan: sorted(things) for plan, things in found.items()}
