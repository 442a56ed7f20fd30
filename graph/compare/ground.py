"""What two plans may have in common, part by part: larger goals, matches, what they name, and goals.

=============  ==========================================================================================
larger         what leads out of a plan: the goals, areas and plans outside it that its own things serve in one step
               (those of either plan, and the lowest that both lead to), also where these are the other plan's own
match          what analysts have matched with things of both plans, or with a thing of one where it is the other's own
focus-area     the focus areas that they name
area           the areas that what they set out stands in
target-group   the target groups that they name
arena          the arenas that they name
intervention   the interventions that they use
actor          the responsible that they name
goal           the goals that they set out
=============  ==========================================================================================
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np

from graph.compare.outline import Outline, Things
from graph.compare.row import BOTH, Row
from graph.coverage import Coverage
from graph.coverage.relation import Marks, Numbers, Relation, closed, related
from graph.question import Words
from graph.store import Store, kept
from graph.threads.layer import layers_of
from graph.vocabulary import BASES, RT, SKOS

PARTS: dict[str, Words] = {
    "larger": {"sv": "Större mål", "en": "Larger goals"},
    "match": {"sv": "Nära motsvarigheter", "en": "Near matches"},
    "focus-area": {"sv": "Fokusområden", "en": "Focus areas"},
    "area": {"sv": "Områden", "en": "Areas"},
    "target-group": {"sv": "Målgrupper", "en": "Target groups"},
    "arena": {"sv": "Arenor", "en": "Arenas"},
    "intervention": {"sv": "Insatser/metoder", "en": "Interventions"},
    "actor": {"sv": "Ansvariga", "en": "Responsible"},
    "goal": {"sv": "Egna mål", "en": "Own goals"},
}
NAMED = {
    "focus-area": "focusArea",
    "area": "inArea",
    "target-group": "targetGroup",
    "arena": "arena",
    "intervention": "uses",
    "actor": "responsible",
}
"""The parts that a plan names, each with the property by which it does; the part is also the dimension."""
MATCHES = f"""SELECT DISTINCT ?subject ?value ?basis WHERE {{
  VALUES ?match {{ {" ".join(f"<{SKOS}{word}Match>" for word in ("exact", "close", "related", "broad", "narrow"))} }}
  GRAPH ?graph {{ ?subject ?match ?value . ?graph <{RT}basis> ?basis }} }}"""


class Ground:
    """The rows of two outlines in the same scope."""

    def __init__(self, store: Store, one: Outline, other: Outline) -> None:
        self._outlines = one, other
        self._index, self._basis = one.index, one.scope.basis
        self._facts = self._index.facts(self._basis)
        self._matches = {basis: matches(store, self._index, basis) for basis in BASES}
        self._exits = lru_cache(maxsize=None)(self._leaving)

    def rows(self) -> Iterator[Row]:
        """All rows, part by part; larger goals from the nearest level upwards, all else in the order of addresses."""
        yield from self._upwards(map(self._larger, self._larger_things()))
        yield from self._in_order(map(self._match, self._matched_things()))
        for part, word in NAMED.items():
            yield from self._in_order(self._named(part, word))
        yield from self._in_order(map(self._goal, self._either([one.goals for one in self._outlines])))

    def alone(self, rows: Iterable[Row]) -> frozenset[str]:
        """The goals of either that neither lead out, in one step from their plan, to what both have nor match it."""
        shared = [row for row in rows if row.who == BOTH]
        larger = [self._index.number[row.thing] for row in shared if row.part == "larger"]
        common = self._index.reading.marked(np.array(larger, np.int64))
        joined = {held.thing for r in shared if r.part == "match" for held in (*r.one.held, *r.other.held)}
        for outline in self._outlines:
            out = self._exits(outline, self._basis).only(right=common).marks()
            within = self._facts.thread.only(right=out & outline.own(self._basis)).marks()
            joined |= {self._index.names[number] for number in np.flatnonzero(outline.goals & (out | within)).tolist()}
            # A goal of one that is itself what both have is none alone.
            joined |= {self._index.names[number] for number in np.flatnonzero(outline.goals & common).tolist()}
        goals = np.flatnonzero(self._outlines[0].goals | self._outlines[1].goals).tolist()
        return frozenset(self._index.names[goal] for goal in goals) - joined

    def _upwards(self, rows: Iterable[Row]) -> list[Row]:
        layers, number = layers_of(self._facts), self._index.number
        return sorted(rows, key=lambda row: (-layers[number[row.thing]], row.set_out_in, row.thing))

    @staticmethod
    def _in_order(rows: Iterable[Row]) -> list[Row]:
        return sorted(rows, key=lambda row: row.thing)

    def _row(self, part: str, thing: int, held: Things, counting: Things, near: Iterable[int] = ()) -> Row:
        names = self._index.names
        plans = sorted(names[plan] for plan in self._facts.relation("setOutIn").of(thing).tolist())
        one, other = (outline.side(held, counting) for outline in self._outlines)
        return Row(part, names[thing], tuple(plans), one, other, tuple(sorted(names[number] for number in near)))

    def _goal(self, goal: int) -> Row:
        return self._row(
            "goal", goal, lambda _, basis: np.array([goal]), lambda _, basis: self._at_or_below([goal], basis)
        )

    def _larger_things(self) -> set[int]:
        direct = [self._exits(outline, self._basis).right for outline in self._outlines]
        return {*np.concatenate([*direct, self._lowest_common()]).tolist()}

    def _larger(self, thing: int) -> Row:
        def held(outline: Outline, basis: str) -> Numbers:
            if outline.own(basis)[thing]:
                return np.array([thing])
            below = self._at_or_below([thing], basis)
            return self._exits(outline, basis).inverse.reached(below)[1]

        return self._row("larger", thing, held, lambda _, basis: self._at_or_below([thing], basis))

    def _leaving(self, outline: Outline, basis: str) -> Relation:
        """The links from a plan's own things to what is not its own."""
        own = outline.own(basis)
        return self._index.facts(basis).links.only(own, ~own)

    def _lowest_common(self) -> Numbers:
        """The things that both plans lead to, or that one leads to in the other, with no other such thing below."""
        marked, own = self._index.reading.marked, [outline.own(self._basis) for outline in self._outlines]
        above = [marked(self._facts.thread.reached(np.flatnonzero(marks))[1]) for marks in own]
        common = (above[0] & above[1]) & ~(own[0] | own[1])
        return np.flatnonzero(common & ~marked(self._facts.thread.only(common, common).right))

    def _matched_things(self) -> list[int]:
        """What both plans are matched with; a plan's own thing also where the other is matched with it."""
        own = [outline.own(self._basis) for outline in self._outlines]
        to = [self._matches[self._basis].only(left=marks).inverse.marks() for marks in own]
        return self._either([to[0] & (to[1] | own[1]), to[1] & own[0]])

    def _match(self, thing: int) -> Row:
        def held(outline: Outline, basis: str) -> Numbers:
            return np.append(self._matches[basis].of(thing), thing)

        def counting(outline: Outline, basis: str) -> Numbers:
            """Of a plan what stands below, or in, its own things that are matched; they may be focus areas."""
            found = held(outline, basis)
            found = found[outline.own(basis)[found]]
            within = self._index.dimension("focus-area", basis).things.reached(found)[1]
            return np.append(self._at_or_below(found.tolist(), basis), within)

        return self._row("match", thing, held, counting)

    def _named(self, part: str, word: str) -> Iterator[Row]:
        named = [self._naming(outline, word) for outline in self._outlines]
        above = closed(self._index.dimension(part, self._basis).above)

        for thing in self._either(named):

            def held(outline: Outline, basis: str, thing: int = thing) -> Numbers:
                return self._index.facts(basis).relation(word).inverse.of(thing)

            def counting(outline: Outline, basis: str, thing: int = thing) -> Numbers:
                return self._index.dimension(part, basis).things.of(thing)

            near = np.append(above.of(thing), above.inverse.of(thing))
            only = [marks for marks in named if not marks[thing]]
            yield self._row(part, thing, held, counting, near[only[0][near]].tolist() if only else ())

    def _naming(self, outline: Outline, word: str) -> Marks:
        """What a plan's own things name."""
        return self._facts.relation(word).only(left=outline.own(self._basis)).inverse.marks()

    def _at_or_below(self, things: list[int], basis: str) -> Numbers:
        numbers = np.array(things, np.int64)
        return np.append(self._index.facts(basis).below.reached(numbers)[1], numbers)

    @staticmethod
    def _either(marks: list[Marks]) -> list[int]:
        return np.flatnonzero(marks[0] | marks[1]).tolist()


@kept
def matches(store: Store, index: Coverage, basis: str) -> Relation:
    """What is matched with what on a basis, both ways; the index reads only what decides coverage."""
    admitted = {f"{RT}basis-{word}" for word in BASES[: BASES.index(basis) + 1]}
    pairs = [
        (index.number[str(row["subject"])], index.number[str(row["value"])])
        for row in store.select(MATCHES)
        if str(row["basis"]) in admitted and {str(row["subject"]), str(row["value"])} <= index.number.keys()
    ]
    left, right = np.array(pairs, np.int64).reshape(-1, 2).T
    return related(np.append(left, right), np.append(right, left), index.reading.size)
