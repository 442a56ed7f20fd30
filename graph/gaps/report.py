"""The gap report: every gap question asked for one scope, with a sentence and a remedy for each gap.

A question's optional parameters are filled from the scope where it has them. A kind that cannot be narrowed to the
scope is left out and named, never mixed in. The coverage index answers where it can (graph.gaps.kinds), since no
engine answers all kinds for a whole country quickly.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from graph.answer import Answer, Term
from graph.coverage import coverage
from graph.gaps.gap import Gap
from graph.gaps.kinds import FOUND, Asked
from graph.gaps.scope import GapScope, documents, is_in, places, within
from graph.labels import labels
from graph.library import questions
from graph.question import Question, Words
from graph.store import Select, Store, kept
from graph.vocabulary import MAPPED, SUGGESTED

SEVERITIES = ("high", "medium", "low")
"""Worst first."""
ONLY_SUGGESTED = "goals-only-suggested"
"""The one kind that reads suggestions from their own graphs."""
PLANS = ("setOutIn", "document")
NOT_TOLD = {*PLANS, "place", "asOf", "type", "kind", "county"}
"""Columns that have a part of the gap to themselves, or say nothing about the thing that the name does not."""
Row = tuple[Term | None, ...]


@dataclass(frozen=True)
class LeftOut:
    """A kind that was not asked for, and why, in Swedish and English."""

    kind: str
    reason: Words


@dataclass(frozen=True)
class GapReport:
    """All gaps of a scope, the worst first, and the kinds left out.

    ``unknown_place`` is the place asked for where no document names it: what is missing there is unknown, not a gap.
    ``narrowed`` are the kinds whose question finds more than is told here: what is not the scope's own is left out.
    """

    scope: GapScope
    gaps: tuple[Gap, ...]
    left_out: tuple[LeftOut, ...]
    unknown_place: str | None = None
    narrowed: frozenset[str] = frozenset()

    def at_least(self, severity: str) -> tuple[Gap, ...]:
        """The gaps of a severity and those worse.

        >>> from datetime import date
        >>> GapReport(GapScope(date(2026, 11, 22)), (), ()).at_least("low")
        ()
        """
        return tuple(gap for gap in self.gaps if SEVERITIES.index(gap.severity) <= SEVERITIES.index(severity))


def kinds() -> tuple[Question, ...]:
    """The gap questions, the worst first. A question with a severity is a kind of gap.

    >>> kinds()[0].severity
    'high'
    """
    found = [question for question in questions().values() if question.severity in SEVERITIES]
    return tuple(sorted(found, key=lambda question: (SEVERITIES.index(str(question.severity)), question.name)))


@kept(most=4)
def gaps(store: Store, scope: GapScope) -> GapReport:
    """Every gap in a scope, by severity, kind, plan and thing; kept, since several pages ask for the same.

    With ``open_store(data, cache)`` as store, ``gaps(store, scope_of(store, today, place="1907"))`` is what is missing
    in Surahammar. Raises BadParameter where the scope names a place or strategy that is not in the graph.
    """
    found: list[Gap] = []
    left_out: list[LeftOut] = []
    narrowed: set[str] = set()
    for question in kinds():
        reason = _unfit(question, scope, store)
        if reason is None:
            rows = _asked(question, scope, store)
            own = _belonging(rows, scope, store)
            found += _gaps(question, own, scope, store)
            narrowed |= {question.name} if len(own) < len(rows) else set()
        else:
            left_out.append(LeftOut(question.name, reason))
    unknown = scope.place is not None and not coverage(store).is_named(scope.place)
    return GapReport(scope, tuple(found), tuple(left_out), scope.place if unknown else None, frozenset(narrowed))


def answer(
    question: Question, store: Store, values: dict[str, str], as_of: date, basis: str, select: Select | None = None
) -> Answer:
    """The rows of a gap question: from the index, in no order, where it knows the kind; else from the engine.

    ``values`` are texts or addresses by parameter, ``select`` is as in ``Question.ask``; raises BadParameter where a
    value does not fit.
    """
    if question.name not in FOUND:
        return question.ask(store, values, as_of, basis, select)
    bound = {name: str(term) for name, term in question.bound(store, values, as_of).items()}
    day = date.fromisoformat(bound.pop("asOf", as_of.isoformat()))
    asked = Asked(coverage(store), basis, day, bound)
    return asked.answer(FOUND[question.name](asked))


def _unfit(question: Question, scope: GapScope, store: Store) -> Words | None:
    """Why a question cannot be asked for this scope; None where it can."""
    names = {parameter.name for parameter in question.parameters}
    if question.name == ONLY_SUGGESTED and scope.basis != SUGGESTED:
        return {
            "sv": "Förslag räknas bara på grunden suggested.",
            "en": "Suggestions count only on the basis suggested.",
        }
    if scope.place is not None and "place" not in names:
        return {"sv": "Kan inte avgränsas till en plats.", "en": "Cannot be narrowed to a place."}
    if scope.strategy is None or names & {"setOutIn", "strategy"}:
        return None
    if "document" not in names:
        return {"sv": "Kan inte avgränsas till en strategi.", "en": "Cannot be narrowed to a strategy."}
    if not documents(store, scope.strategy):
        return {
            "sv": "Inget dokument med strategins mål finns i grafen.",
            "en": "No document with the strategy's goals is in the graph.",
        }
    return None


def asked_with(question: Question, scope: GapScope, store: Store) -> tuple[dict[str, str], str]:
    """What a gap question is asked with for a scope: the values of its parameters and the basis."""
    names = {parameter.name for parameter in question.parameters}
    # A suggestion is no coverage: the dates of an activity count only on surer links (graph.coverage does the same).
    sure = "asOf" in names or question.name == ONLY_SUGGESTED
    basis = MAPPED if sure and scope.basis == SUGGESTED else scope.basis
    values = {"asOf": scope.as_of.isoformat()} if "asOf" in names else {}
    if scope.place is not None:
        # A county is asked for by what it holds.
        county = "county" in names and len(within(store).get(scope.place, ())) > 1
        values["county" if county else "place"] = scope.place
    if scope.strategy is not None:
        values |= dict.fromkeys(names & {"setOutIn", "strategy"}, scope.strategy)
    return values, basis


def _asked(question: Question, scope: GapScope, store: Store) -> Answer:
    values, basis = asked_with(question, scope, store)
    return answer(question, store, values, scope.as_of, basis)


def _gaps(question: Question, found: Answer, scope: GapScope, store: Store) -> list[Gap]:
    """The rows as gaps; rows that differ only in plan or place are one gap."""
    at = {column: number for number, column in enumerate(found.columns)}
    hidden = NOT_TOLD if scope.strategy is None else NOT_TOLD | {"strategy"}
    told = [column for column in found.columns[1:] if column not in hidden]
    grouped: dict[Row, list[Row]] = defaultdict(list)
    for row in found.rows:
        grouped[(row[0], *(row[at[column]] for column in told))].append(row)
    words = labels(store)
    listed: list[Gap] = []
    for (thing, *values), rows in grouped.items():
        set_out_in = _distinct(row[at[plan]] for row in rows for plan in PLANS if plan in at)
        where = _distinct(row[at["place"]] for row in rows) if "place" in at else ()
        known = tuple((column, value) for column, value in zip(told, values, strict=True) if value is not None)
        listed.append(
            Gap(question, str(thing), set_out_in, where or _places(store, str(thing), set_out_in), known, words)
        )
    return sorted(listed, key=lambda gap: (gap.set_out_in, gap.thing, [str(value) for _, value in gap.told]))


def _belonging(found: Answer, scope: GapScope, store: Store) -> Answer:
    """The rows of the scope: goals and documents of a place are its own, documents of a strategy tell its goals."""
    at = {column: number for number, column in enumerate(found.columns)}
    if scope.strategy is not None and "document" in at:
        own = documents(store, scope.strategy)
        return replace(found, rows=tuple(row for row in found.rows if str(row[at["document"]]) in own))
    if scope.strategy is not None or scope.place is None or not {"goal", "document"} & set(at):
        return found
    place, plans = scope.place, [at[plan] for plan in PLANS if plan in at]
    rows = tuple(row for row in found.rows if any(is_in(store, str(row[plan]), place) for plan in plans))
    return replace(found, rows=rows)


def _places(store: Store, thing: str, set_out_in: Iterable[str]) -> tuple[str, ...]:
    known = places(store)
    return known.get(thing, ()) or tuple(sorted({place for plan in set_out_in for place in known.get(plan, ())}))


def _distinct(terms: Iterable[Term | None]) -> tuple[str, ...]:
    return tuple(sorted({str(term) for term in terms if term is not None}))
