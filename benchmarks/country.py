"""Who plans: the counties, the municipalities that a document names, and the plans of each, modelled on those read."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.quads import iri
from benchmarks.shape import Profile, Shape

T = TypeVar("T")
ACTIVITIES, GOALS = 30_000, 3_000
"""Activities, and goals of plans, at scale 1."""


@dataclass(frozen=True)
class Size:
    """How large: ``scale`` times 30,000 activities, in so many counties (of 21)."""

    scale: float = 1.0
    counties: int = 21

    @property
    def editions(self) -> int:
        """How many plans and handslag each place has."""
        return max(1, round(self.scale))


@dataclass
class Place:
    """A county or municipality (its term and name) and what its documents have brought in so far, as terms."""

    address: str
    name: str
    county: "Place | None" = None
    actors: list[str] = field(default_factory=list)
    """Its own actor, and that actor's units."""
    strategy: str = ""
    areas: list[str] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    handslag: list[str] = field(default_factory=list)
    """Those that activities may carry out."""
    inside: list["Place"] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The SCB code."""
        return self.address[1:-1].rpartition("/")[2]

    @property
    def region(self) -> "Place":
        """The county, which may be itself."""
        return self.county or self


@dataclass(frozen=True)
class Plan:
    """A plan to write: whose, which edition, the document it is modelled on, and its activities and goals in number."""

    place: Place
    edition: int
    model: Profile
    activities: int
    goals: int

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return f"plan-{self.place.code}-{self.edition}"


class Draws:
    """Everything drawn at random, from the shape and one seed."""

    def __init__(self, shape: Shape, seed: int) -> None:
        self.shape = shape
        self._random = random.Random(seed)  # noqa: S311 (a seeded model, no secret)
        self.one = self._random.choice
        self._examples: dict[str, dict[str, list[Profile]]] = {}
        for kind, found in shape.profiles.items():
            for profile in found:
                of_kind = self._examples.setdefault(kind, {})
                of_kind.setdefault(profile.one("source") or "", []).append(profile)

    def some(self, things: Sequence[T], most: int) -> list[T]:
        """So many different things, or all there are."""
        return self._random.sample(things, min(most, len(things)))

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """The same things in another order."""
        return self._random.sample(things, len(things))

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(least, most)

    def example(self, kind: str, model: Profile) -> Profile:
        """A thing of a kind from the document a plan is modelled on, or from any where that has none."""
        return self.one(self._examples[kind].get(model.one("source") or "") or self.shape.profiles[kind])

    def name(self) -> str:
        """The name of a goal or an activity of the shipped data."""
        return self.one(self.shape.names)

    def used(self, kind: str, count: int) -> list[str]:
        """Target groups, arenas, … as terms: so many, each as common as in the shipped data."""
        return list(dict.fromkeys(iri(self.one(self.shape.used[kind])) for _ in range(count)))

    def thing(self, kind: str) -> str:
        """Any thing of a small kind ("Indicator"), as a term."""
        return iri(self.one(self.shape.things[kind]))

    def aim(self, place: Place) -> str:
        """A goal a mapping leads to, as common as in the shipped data; for a regional one, one of the own county."""
        goal = self.one(self.shape.mapped_to)
        regional = "/goal/rus" in goal or "/goal/regionplan" in goal
        return self.one(place.region.goals[1:]) if regional else iri(goal)


def places(draws: Draws, size: Size) -> list[Place]:
    """The counties, with the municipalities that some document names; the others stay unknown."""
    counties = [Place(iri(address), name) for address, name in draws.shape.counties[: size.counties]]
    by_address = {county.address: county for county in counties}
    inside = [m for m in draws.shape.municipalities if iri(m[1]) in by_address]
    named = [m for m in inside if m[0] in draws.shape.named]
    more = round(len(inside) * (1 - draws.shape.unknown)) - len(named)
    named += draws.some([m for m in inside if m not in named], max(0, more))
    for address, county, name in sorted(named):
        by_address[iri(county)].inside.append(Place(iri(address), name, by_address[iri(county)]))
    return counties


def plans(draws: Draws, counties: list[Place], size: Size) -> dict[str, list[Plan]]:
    """The plans by their place's term: as unequal in length as those read, with the activities wanted in all."""
    slots = [
        (place, edition)
        for county in counties
        for place in (county, *county.inside)
        for edition in range(1, size.editions + 1)
    ]
    turns = len(slots) // len(draws.shape.per_document) + 1
    models = draws.shuffled(list(draws.shape.per_document) * turns)[: len(slots)]
    factor = ACTIVITIES * size.scale / sum(weight for _, weight in models)
    made: dict[str, list[Plan]] = {}
    done, due = 0, 0.0
    for (place, edition), (model, weight) in zip(slots, models, strict=True):
        due += weight * factor
        activities, done = round(due) - done, round(due)
        goals = max(1, round(activities * GOALS / ACTIVITIES))
        made.setdefault(place.address, []).append(Plan(place, edition, model, activities, goals))
    return made
