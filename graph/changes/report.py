"""The change report: statuses, gaps, texts and things that differ between two sides."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from graph.changes.cause import Cause, Causes
from graph.changes.side import Side, checked
from graph.changes.things import TextChange, ThingChange, text_changes, thing_changes
from graph.coverage import Status
from graph.gaps import Gap, gaps

OPENED, CLOSED, MOVED = "opened", "closed", "moved"
COVERAGE = {
    "goals-without-activity": Status.NONE,
    "goals-only-suggested": Status.SUGGESTED,
    "goals-only-ended": Status.ENDED,
    "goals-only-planned": Status.PLANNED,
    "goals-only-uncertain": Status.UNCERTAIN,
}
"""The kinds of gap that a goal's status is: a goal has at most one of them."""
Key = tuple[str, str, str]


@dataclass(frozen=True)
class StatusChange:
    """A goal whose status is another; None where the goal is not there, or not of the scope."""

    goal: str
    before: Status | None
    after: Status | None
    cause: Cause


@dataclass(frozen=True)
class GapChange:
    """A gap that opened (``before`` is None), closed (``after`` is None) or moved from one kind to another."""

    how: str
    before: Gap | None
    after: Gap | None
    cause: Cause

    @property
    def gap(self) -> Gap:
        """The gap as it is now; as it was where it closed."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True)
class ChangeReport:
    """What differs between two sides; false where nothing does.

    ``statuses`` by goal, ``gaps`` by kind and thing, ``texts`` those of goals, ``things`` those gone before those new.
    """

    before: Side
    after: Side
    statuses: tuple[StatusChange, ...]
    gaps: tuple[GapChange, ...]
    texts: tuple[TextChange, ...]
    things: tuple[ThingChange, ...]

    def __bool__(self) -> bool:
        return bool(self.statuses or self.gaps or self.texts or self.things)


def changes(before: Side, after: Side) -> ChangeReport:
    """What differs between two dates of one store, two stores, or both at once.

    With ``open_store(data, cache)`` as store, ``changes(Side(store, scope_of(store, day, "2024-01-01")),
    Side(store, scope_of(store, day)))`` is what has changed since. Raises BadParameter where the first date is after
    the second, or the sides are asked for different places, strategies or bases.
    """
    checked(before, after)
    causes = Causes(before, after)
    both = () if causes.same_data else before.statuses.keys() & after.statuses.keys()
    return ChangeReport(
        before,
        after,
        tuple(_statuses(before, after, causes)),
        tuple(_gaps(before, after, causes)),
        text_changes(before, after, both),
        () if causes.same_data else thing_changes(before, after),
    )


def _statuses(before: Side, after: Side, causes: Causes) -> Iterable[StatusChange]:
    for goal in sorted(before.statuses.keys() | after.statuses.keys()):
        old, new = before.statuses.get(goal), after.statuses.get(goal)
        if old != new:
            yield StatusChange(goal, old, new, causes.of_status(goal))


def _gaps(before: Side, after: Side, causes: Causes) -> list[GapChange]:
    closed, opened = _differing(gaps(before.store, before.scope).gaps, gaps(after.store, after.scope).gaps)
    moved = [
        (old, new)
        for old in closed
        for new in opened
        if old.kind in COVERAGE and new.kind in COVERAGE and old.kind != new.kind and old.thing == new.thing
    ]
    pairs: list[tuple[Gap | None, Gap | None]] = [*moved]
    pairs += [(old, None) for old in closed if all(old is not pair[0] for pair in moved)]
    pairs += [(None, new) for new in opened if all(new is not pair[1] for pair in moved)]
    return sorted((_change(old, new, causes) for old, new in pairs), key=_order)


def _change(old: Gap | None, new: Gap | None, causes: Causes) -> GapChange:
    how = MOVED if old and new else CLOSED if old else OPENED
    gap = new or old
    assert gap is not None
    of_status = gap.kind in COVERAGE and causes.has_other_status(gap.thing)
    cause = causes.of_status(gap.thing) if of_status else causes.of_gap(gap)
    return GapChange(how, old, new, cause)


def _differing(old: Iterable[Gap], new: Iterable[Gap]) -> tuple[list[Gap], list[Gap]]:
    """The gaps that only one side has. One that tells something else of the same thing is the same gap."""
    before, after = _by_key(old), _by_key(new)
    closed, opened = [], []
    for key in before.keys() | after.keys():
        ones, others = before.get(key, []), after.get(key, [])
        told = {gap.told for gap in ones} & {gap.told for gap in others}
        rest = ([gap for gap in those if gap.told not in told] for those in (ones, others))
        for one, other in zip_longest(*rest):
            closed += [one] if other is None else []
            opened += [other] if one is None else []
    return closed, opened


def _by_key(found: Iterable[Gap]) -> dict[Key, list[Gap]]:
    """The gaps by kind and thing; where a question asks by document, each document is a gap of its own."""
    known: dict[Key, list[Gap]] = {}
    for gap in found:
        by_document = any(parameter.name == "document" for parameter in gap.question.parameters)
        for plan in gap.set_out_in if by_document else ():
            known.setdefault((gap.kind, gap.thing, plan), []).append(replace(gap, set_out_in=(plan,)))
        if not by_document or not gap.set_out_in:
            known.setdefault((gap.kind, gap.thing, ""), []).append(gap)
    return {key: sorted(those, key=lambda gap: str(gap.told)) for key, those in known.items()}


def _order(change: GapChange) -> tuple[str, str, str, str]:
    gap = change.gap
    return gap.kind, gap.thing, change.how, str((gap.set_out_in, gap.places, gap.told))
