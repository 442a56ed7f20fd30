"""Two plans side by side: a summary of each, what is said between them, and what both or only one has."""

from dataclasses import dataclass

from graph.answer import Iri
from graph.compare.ground import Ground
from graph.compare.outline import Outline
from graph.compare.row import BOTH, ONE, OTHER, Row
from graph.compare.summary import Summary, summary
from graph.coverage import Coverage, Scope, coverage
from graph.coverage.scope import choose
from graph.errors import BadParameter
from graph.store import Store
from graph.threads import plans
from graph.vocabulary import shortened

KINDS = ("strategy", "handslag", "document")
"""The kinds of thing that set out goals, in the order in which a slug alone is looked up."""
BETWEEN = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?subject ?property ?value WHERE { ?subject ?property ?value
  FILTER NOT EXISTS { ?narrower rdfs:subPropertyOf ?property . ?subject ?narrower ?value } }"""


@dataclass(frozen=True)
class Comparison:
    """Two plans in a scope. ``between`` are statements that link the plans themselves: subject, property, value."""

    scope: Scope
    one: Summary
    other: Summary
    between: tuple[tuple[str, str, str], ...]
    rows: tuple[Row, ...]
    alone: frozenset[str]
    """The goals with no next step out of their plan to anything that both plans have, and no match with any."""

    @property
    def about(self) -> dict[str, str]:
        """Date, basis, the plans, and the place where one is given, as text for a file."""
        about = {"asOf": self.scope.as_of.isoformat(), "basis": self.scope.basis}
        return {**about, "plan": self.one.plan, "otherPlan": self.other.plan, **self.scope.filters}

    def part(self, name: str) -> tuple[Row, ...]:
        """The rows of a part: what both have first, then what only the one has, then only the other."""
        order = (BOTH, ONE, OTHER)
        return tuple(sorted((row for row in self.rows if row.part == name), key=lambda row: order.index(row.who)))

    def lone(self, who: str) -> tuple[str, ...]:
        """The goals of one plan (ONE or OTHER) that are alone."""
        return tuple(
            row.thing for row in self.rows if row.part == "goal" and row.who == who and row.thing in self.alone
        )


def compared(store: Store, one: str, other: str, scope: Scope) -> Comparison:
    """Two plans, each given as address, ``strategy/stockholm-2021`` or slug, side by side.

    Date, basis and place of the scope say which links and activities count. Raises BadParameter for a plan that sets
    out no goal, for the same plan twice, and for a place that is not in the graph.

    With ``open_store(data, cache)`` as store, ``compared(store, "vastmanland-2018", "stockholm-2021", Scope(today))``
    is what those two county plans share.
    """
    index = coverage(store)
    scope = index.resolved(Scope(scope.as_of, scope.basis, scope.place))
    first, second = _plan(store, index, "plan", one), _plan(store, index, "otherPlan", other)
    if first == second:
        raise BadParameter("otherPlan", other, "Välj två olika planer.", "Choose two different plans.")
    outlines = Outline(index, first, scope), Outline(index, second, scope)
    said = [*_between(store, first, second, scope.basis), *_between(store, second, first, scope.basis)]
    summaries = summary(store, outlines[0]), summary(store, outlines[1])
    ground = Ground(store, *outlines)
    rows = tuple(ground.rows())
    return Comparison(scope, *summaries, tuple(said), rows, ground.alone(rows))


def _plan(store: Store, index: Coverage, name: str, given: str) -> str:
    known = plans(store)
    for address in (given, f"{index.base}id/{given}", *(f"{index.base}id/{kind}/{given}" for kind in KINDS)):
        if address in known:
            return address
    raise choose(name, given, [shortened(plan, index.base) for plan in known])


def _between(store: Store, one: str, other: str, basis: str) -> list[tuple[str, str, str]]:
    rows = store.select(BETWEEN, {"subject": Iri(one), "value": Iri(other)}, basis=basis)
    return sorted((str(row["subject"]), str(row["property"]), str(row["value"])) for row in rows)
