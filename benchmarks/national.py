"""A synthetic national graph in our vocabulary: ``python -m benchmarks.national FOLDER [--scale 1] [--seed 2026]``.

It is the shipped graph (vocabulary, SCB's codes, national goals, the documents read) and around it, for every county,
a regional development strategy and a plan, and for every municipality that some document names a handslag and a plan:
30,000 activities at scale 1, about a million statements, and ten times that at scale 10 (ten editions of each plan and
handslag). Each thing is modelled on one of the shipped data drawn at random (benchmarks.shape); plans are as unequal in
length as those read. What differs on purpose, so that 30,000 activities make about a million statements: one passage
per thing (the shipped data has two or three), without lines for activities, one goal of a plan per ten activities
(shipped: one per two), and no readings, factors, commitments, associations or suggestions (the shipped data has none of
the last). The same data and seed give the same bytes.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import click

from benchmarks.country import GOALS, Draws, Place, Size, places, plans
from benchmarks.plan import PlanWriter, actors, document, link, named, titled
from benchmarks.quads import Rules, Statements, Writer, iri, text
from benchmarks.shape import Shape, shape_of
from graph.commandline import shipped_data
from graph.store import Store, open_store
from graph.vocabulary import BASE, DCTERMS, MAPPED, RT, STATED, XSD

SEED = 2026
AREAS, REGIONAL_GOALS = 3, 11
"""Of a regional development strategy: as many as Västmanland's strategies and regional plan have."""
PURPOSES = (2, 4)
"""How many goals a handslag sets out: as the two that were read."""
GOALS_PER_JUDGEMENT = 121
"""One judgement that a goal is not relevant per so many goals, as in the shipped data."""


class National:
    """The graphs of a synthetic country, one after the other."""

    def __init__(self, shape: Shape, rules: Rules, size: Size, seed: int = SEED, base: str = BASE) -> None:
        self._rules, self._size, self._base = rules, size, base
        self._draws = Draws(shape, seed)
        self.counties = places(self._draws, size)
        self._plans = plans(self._draws, self.counties, size)

    def graphs(self) -> Iterator[Statements]:
        """Every graph, made when it is asked for."""
        for county in self.counties:
            yield self._regional_strategy(county)
            mappings = self._new(f"mappings-national-{county.code}", MAPPED)
            mappings.describe(f"Kopplingar i {county.name}")
            for place in (*county.inside, county):
                yield from self._documents(place, mappings)
            yield mappings
        yield self._judgements()

    def _documents(self, place: Place, mappings: Statements) -> Iterator[Statements]:
        for plan in self._plans[place.address]:
            if place.county:
                yield self._handslag(place, plan.edition, mappings)
            graph = self._new(plan.slug)
            PlanWriter(self._draws, graph, mappings, plan).write()
            yield graph

    def _regional_strategy(self, county: Place) -> Statements:
        slug, title = f"rus-{county.code}", f"Regional utvecklingsstrategi för {county.name}"
        graph, (model, _) = self._new(slug), self._draws.one(self._draws.shape.per_document)
        source = document(graph, slug, title, county, model)
        county.actors = actors(graph, source, county)
        values = titled(title, (f"{RT}place", county.address), (f"{RT}level", iri(f"{RT}level-regional")))
        values.append((f"{DCTERMS}type", iri(f"{RT}strategy-kind-development-strategy")))
        county.strategy = graph.thing("strategy", slug, source, values, title)
        for number in range(REGIONAL_GOALS):
            values = self._goal("sub-goal" if number else "vision", county.strategy, county)
            values += [(f"{RT}contributesTo", county.goals[0])] if number else []
            county.goals.append(graph.thing("goal", f"{slug}-{number}", source, values, self._draws.name()))
        for number in range(1, AREAS + 1):
            name = f"Område {number} i {title}"
            values = named(name, (f"{RT}setOutIn", county.strategy), (f"{RT}pursues", county.goals[number]))
            county.areas.append(graph.thing("area", f"{slug}-{number}", source, values, name))
        return graph

    def _handslag(self, place: Place, edition: int, mappings: Statements) -> Statements:
        slug, title = f"handslag-{place.code}-{edition}", f"Handslag {edition} om psykisk hälsa i {place.name}"
        graph, model = self._new(slug), self._draws.one(self._draws.shape.profiles["Handslag"])
        source = document(graph, slug, title, place, self._draws.one(self._draws.shape.profiles["Document"]))
        place.actors = place.actors or actors(graph, source, place)
        own, region = place.actors[0], place.region.actors[0]
        values = titled(title, (f"{RT}place", place.address), (f"{RT}party", own), (f"{RT}party", region))
        values += [(f"{RT}responsible", own), (f"{RT}carriesOut", place.region.strategy)]
        values.append((f"{RT}duration", text(model.one("duration") or "P2Y", datatype=f"{XSD}duration")))
        handslag = graph.thing("handslag", slug, source, values, title)
        link(self._draws, mappings, handslag, f"{RT}carriesOut", self._draws.one(place.region.areas))
        for number in range(self._draws.number(*PURPOSES)):
            goal_slug, values = f"{slug}-{number + 1}", self._goal("purpose", handslag, place)
            goal = graph.thing("goal", goal_slug, source, values, self._draws.name())
            link(self._draws, mappings, goal, f"{RT}contributesTo", self._draws.aim(place))
        # Of the two that were read one has an activity: only handslag modelled on that one may get some.
        place.handslag += [handslag] if model.aimed_at else []
        return graph

    def _goal(self, kind: str, set_out_in: str, place: Place) -> list[tuple[str, str]]:
        typed, where = (f"{DCTERMS}type", iri(f"{RT}goal-kind-{kind}")), (f"{RT}place", place.address)
        return named(self._draws.name(), typed, (f"{RT}setOutIn", set_out_in), where)

    def _judgements(self) -> Statements:
        graph = self._new("mappings-national-judgements", MAPPED)
        graph.describe("Bedömningar")
        everywhere = [place for county in self.counties for place in (county, *county.inside)]
        for number in range(1, round(GOALS * self._size.scale) // GOALS_PER_JUDGEMENT + 1):
            values = titled(f"Bedömning {number}", (f"{RT}reason", text(self._draws.name(), "sv")))
            values.append((f"{RT}goal", iri(self._draws.one(self._draws.shape.national))))
            values.append((f"{RT}place", self._draws.one(everywhere).address))
            graph.thing("not-relevant", f"national-{number}", iri(graph.address), values)
        return graph

    def _new(self, name: str, basis: str = STATED) -> Statements:
        return Statements(self._rules, self._base, name, basis)


def generate(folder: Path, size: Size, seed: int = SEED, cache: Path | None = None) -> Writer:
    """Write national.nq and national.nt into a folder; gives the writer, which has counted."""
    shipped = shipped_store(cache)
    country = National(shape_of(shipped), Rules(shipped_data() / "vocabulary"), size, seed)
    with Writer(folder) as writer:
        writer.copy(shipped.quads)
        for graph in country.graphs():
            writer.write(graph)
    return writer


def shipped_store(cache: Path | None = None) -> Store:
    """The store of the shipped data."""
    return open_store(shipped_data(), cache or Path(gettempdir()) / "rodatraden-benchmarks")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--scale", default=1.0, help="Times 30,000 activities.")
@click.option("--seed", default=SEED, help="Another seed gives another country of the same shape.")
@click.option("--counties", default=21, help="Only the first so many counties.")
def main(folder: Path, scale: float, seed: int, counties: int) -> None:
    """Write a synthetic national graph into FOLDER: national.nq (named graphs) and national.nt (one graph)."""
    began = time.perf_counter()
    writer = generate(folder, Size(scale, counties), seed)
    took = time.perf_counter() - began
    click.echo(f"{writer.statements:,} statements in {writer.graphs} new graphs, {took:.1f} s: {folder}")


if __name__ == "__main__":
    main()
