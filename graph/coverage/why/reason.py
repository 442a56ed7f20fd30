"""The reason for a goal's status."""

from dataclasses import dataclass
from functools import cached_property

from graph.coverage.index import Broken, coverage
from graph.coverage.scope import Scope
from graph.coverage.status import Status
from graph.coverage.why.candidates import Candidates, Search
from graph.coverage.why.lacking import NearMiss, in_words, lacking, near_misses
from graph.coverage.why.statement import Statement, Statements, Unit
from graph.coverage.why.witness import judge, minimal
from graph.errors import UnknownThing
from graph.store import Store


@dataclass(frozen=True)
class Reason:
    """Why a goal has its status in a scope.

    ``activity`` is one that reaches the status and ``others`` how many more do; ``thread`` the links from it up to the
    goal, ``facts`` what decides its status, ``filters`` what makes it pass them. Where no activity decides, ``facts``
    is the judgement that the goal is not relevant, or what names the place.

    What the status rests on without being stated: ``lacking`` are the ways to a better one, in each all the words of
    LACKING that would have to be stated; ``source`` is the newest date of a source where that is too old;
    ``near`` are the activities that do not count and ``broken`` the threads that stop, where the status is *none*.
    """

    goal: str
    scope: Scope
    status: Status
    activity: str | None
    others: int
    thread: tuple[Statement, ...]
    facts: tuple[Statement, ...]
    filters: tuple[Statement, ...]
    lacking: tuple[tuple[str, ...], ...]
    source: Statement | None = None
    near: tuple[NearMiss, ...] = ()
    broken: tuple[Broken, ...] = ()

    @cached_property
    def witness(self) -> tuple[Statement, ...]:
        """The statements that decide: from them alone the status is the same, without any one another."""
        return (*self.thread, *self.facts, *self.filters)

    @property
    def decisive(self) -> tuple[Statement, ...]:
        """What decides the status beside the thread; a source that is too old decides by not being newer."""
        return (*self.facts, *self.filters, *(() if self.source is None else (self.source,)))

    def lacking_in(self, language: str) -> str:
        """What is lacking as a person reads it, in Swedish ("sv") or English ("en")."""
        return in_words(self.lacking, language)

    @property
    def unknown_place(self) -> str | None:
        """The place asked for, where no document names it."""
        return self.scope.place if self.status == Status.UNKNOWN else None


def why(store: Store, goal: str, scope: Scope, activity: str | None = None) -> Reason:
    """The reason for a goal's status in a scope; by ``activity`` where it is given, else by the one nearest the goal.

    With ``open_store(data, cache)`` as store, ``why(store, goal, Scope(today)).witness`` are the deciding statements.
    Raises UnknownThing for a goal that is not there and for an activity that does not reach the status, BadParameter
    for a filter that is not there.
    """
    index, statements = coverage(store), Statements(store)
    scope = index.resolved(scope)
    status = index.of(goal, scope).status
    search = Search(index, statements, scope, status)
    reaching = search.deciding(goal)
    chosen = reaching if activity is None else reaching[reaching == index.number.get(activity, -1)]
    if activity is not None and not len(chosen):
        raise UnknownThing(activity)
    thread = search.thread(goal, chosen)
    found = search.candidates(goal, thread)
    status_of = judge(statements, goal, scope, found.units, store.base)
    assert status_of(found.units) == status, f"the candidates do not reach {status.word}: {goal}, {scope}"
    kept = set(minimal(found.units, status, status_of))
    return _reason(search, goal, thread[0] if thread else None, max(len(reaching) - 1, 0), found, kept)


def deciding(store: Store, goal: str, scope: Scope) -> tuple[str, ...]:
    """The activities that reach a goal's status, in the order of their addresses; raises UnknownThing."""
    index = coverage(store)
    scope = index.resolved(scope)
    search = Search(index, Statements(store), scope, index.of(goal, scope).status)
    return tuple(sorted(index.names[number] for number in search.deciding(goal).tolist()))


def _reason(search: Search, goal: str, activity: str | None, others: int, found: Candidates, kept: set[Unit]) -> Reason:
    shown = search.statements.statement
    thread = [unit for unit in found.thread if unit in kept]
    facts = [unit for unit in found.facts if unit in kept]
    passing = dict.fromkeys(unit for _, units in found.filters for unit in units if unit in kept)
    source = search.newest(activity)[1:] if activity and search.status == Status.UNCERTAIN else []
    none = search.status == Status.NONE
    return Reason(
        goal,
        search.scope,
        search.status,
        activity,
        others,
        tuple(map(shown, thread)),
        tuple(map(shown, facts)),
        tuple(shown(unit) for unit in passing if unit not in thread and unit not in facts),
        lacking(search, activity),
        shown(source[0]) if source else None,
        near_misses(search.index, goal, search.scope) if none else (),
        search.index.of(goal, search.scope).broken if none else (),
    )
