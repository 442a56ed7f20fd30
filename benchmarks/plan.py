"""One plan of the synthetic country: its goals, activities, follow-ups and observations, each modelled on one read."""

from benchmarks.country import Draws, Place, Plan
from benchmarks.quads import Statements, day, iri, text
from benchmarks.shape import Profile
from graph.vocabulary import DCTERMS, ORG, RT, SKOS, XSD

OBSERVATIONS = 10
"""Observations in a plan."""
UNITS = 4
"""Units of an actor."""
ANALYST, WHEN = "Röda trådens redaktion", "2026-11-22"
Pairs = list[tuple[str, str]]


def titled(title: str, *more: tuple[str, str]) -> Pairs:
    """A title, and other values."""
    return [(f"{DCTERMS}title", text(title, "sv")), *more]


def named(name: str, *more: tuple[str, str]) -> Pairs:
    """A name, and other values."""
    return [(f"{SKOS}prefLabel", text(name, "sv")), *more]


def document(graph: Statements, slug: str, title: str, place: Place, model: Profile) -> str:
    """A graph's document and what the graph says of itself; dated where the model is."""
    graph.describe(title, term := iri(f"{graph.base}id/document/{slug}"))
    values = titled(title, (f"{RT}place", place.address))
    values.append((f"{DCTERMS}language", text("sv", datatype=f"{XSD}language")))
    dated = model.one("sourceDate")
    values += [(f"{RT}sourceDate", day(dated))] if dated else []
    return graph.thing("document", slug, term, values)


def actors(graph: Statements, source: str, place: Place) -> list[str]:
    """The region or municipality as an actor, with its units: who may be responsible."""
    kind = "municipality" if place.county else "region"
    name = f"{place.name} kommun" if place.county else f"Region {place.name}"
    typed = (f"{DCTERMS}type", iri(f"{RT}actor-kind-{kind}"))
    made = [
        graph.thing("actor", f"{kind}-{place.code}", source, named(name, typed, (f"{RT}place", place.address)), name)
    ]
    for number in range(1, UNITS + 1):
        name = f"Enhet {number} i {place.name}"
        values = named(name, (f"{DCTERMS}type", iri(f"{RT}actor-kind-unit")), (f"{ORG}unitOf", made[0]))
        made.append(graph.thing("actor", f"unit-{place.code}-{number}", source, values, name))
    return made


def link(draws: Draws, mappings: Statements, below: str, prop: str, above: str) -> None:
    """A link made by an analyst."""
    mappings.mapping(below, prop, above, draws.name(), f"{draws.number(45, 95) / 100}", WHEN, ANALYST)


class PlanWriter:
    """Writes one plan into its graph, and the analysts' links into that of the county's mappings."""

    def __init__(self, draws: Draws, graph: Statements, mappings: Statements, plan: Plan) -> None:
        self._draws, self._graph, self._mappings, self._plan = draws, graph, mappings, plan
        self._goals: list[str] = []
        self._aims: list[str] = []
        self._tops: dict[bool, list[str]] = {True: [], False: []}

    def write(self) -> None:
        """Everything in the plan."""
        plan, place = self._plan, self._plan.place
        title = f"Handlingsplan {plan.edition} för {place.name}"
        self._source = document(self._graph, plan.slug, title, place, plan.model)
        level = "local" if place.county else "regional"
        values = titled(title, (f"{RT}place", place.address), (f"{RT}level", iri(f"{RT}level-{level}")))
        values.append((f"{DCTERMS}type", iri(f"{RT}strategy-kind-action-plan")))
        self._strategy = self._graph.thing("strategy", plan.slug, self._source, values, title, self._spot())
        place.actors = place.actors or actors(self._graph, self._source, place)
        self._area = self._section()
        for number in range(plan.goals):
            self._goal(number)
        for number in range(plan.activities):
            self._activity(number)
        for number in range(min(OBSERVATIONS, plan.activities)):
            self._observation(number)

    def _section(self) -> str:
        values = named("Psykisk hälsa", (f"{RT}setOutIn", self._strategy))
        return self._graph.thing("area", self._plan.slug, self._source, values, "Psykisk hälsa", self._spot())

    def _goal(self, number: int) -> None:
        model, name = self._draws.example("Goal", self._plan.model), self._draws.name()
        values = named(f"{name} ({number + 1})", (f"{DCTERMS}type", iri(model.one("type") or "")))
        values.append((f"{RT}setOutIn", self._set_out_in(model)))
        values += self._common(model)
        values += [(f"{RT}horizon", iri(horizon)) for horizon in model.values.get("horizon", ())]
        above = self._draws.some(self._goals or self._plan.place.region.goals[1:], model.stated)
        values += [(f"{RT}contributesTo", goal) for goal in above]
        goal = self._thing("goal", number, values, name)
        for aim in dict.fromkeys(self._draws.aim(self._plan.place) for _ in range(model.mapped)):
            link(self._draws, self._mappings, goal, f"{RT}contributesTo", aim)
        self._goals.append(goal)
        if model.aimed_at:
            self._aims.append(goal)
        self._follow_ups(model, goal, f"mal-{number + 1}")

    def _activity(self, number: int) -> None:
        model, name = self._draws.example("Activity", self._plan.model), self._draws.name()
        aims = self._draws.some(self._aims or self._goals, model.stated + model.mapped)
        values = titled(f"{name} ({number + 1})", (f"{DCTERMS}type", iri(model.one("type") or "")))
        values.append((f"{RT}setOutIn", self._set_out_in(model)))
        values += self._common(model) + self._period(model)
        values += [(f"{RT}contributesTo", goal) for goal in aims[: model.stated]]
        # The first activity of a plan carries out its place's handslag, where that may have any.
        carried = self._draws.some(self._handslag(), max(model.count("carriesOut"), int(number == 0)))
        values += [(f"{RT}carriesOut", handslag) for handslag in carried]
        values += [(f"{RT}uses", used) for used in self._draws.used("Intervention", model.count("uses"))]
        values += [(f"{RT}{role}", who) for role in ("responsible", "participant") for who in self._who(model, role)]
        values += [(f"{RT}partOf", whole) for whole in self._whole(model)]
        activity = self._thing("activity", number, values, name, located=False)
        for goal in aims[model.stated :]:
            link(self._draws, self._mappings, activity, f"{RT}contributesTo", goal)
        if not model.count("partOf"):
            self._tops[bool(model.reaching)].append(activity)
        self._follow_ups(model, activity, f"aktivitet-{number + 1}")

    def _observation(self, number: int) -> None:
        model, name = self._draws.example("Observation", self._plan.model), self._draws.name()
        values = titled(name, (f"{RT}indicator", self._draws.thing("Indicator")))
        values += [(f"{RT}place", self._plan.place.address)] if model.count("place") else []
        values += [(f"{RT}targetGroup", group) for group in self._draws.used("TargetGroup", model.count("targetGroup"))]
        for prop, datatype in (("value", "decimal"), ("unit", "string"), ("year", "gYear")):
            given = model.one(prop)
            values += [(f"{RT}{prop}", text(given, datatype=f"{XSD}{datatype}"))] if given else []
        trend = model.one("trend")
        values += [(f"{RT}trend", iri(trend))] if trend else []
        self._thing("observation", number, values, name)

    def _follow_ups(self, model: Profile, thing: str, slug: str) -> None:
        for number in range(model.followed):
            example, name = self._draws.example("FollowUp", self._plan.model), self._draws.name()
            values = titled(name, (f"{RT}followsUp", thing))
            values += [(f"{RT}responsible", who) for who in self._who(example, "responsible")]
            values += [(f"{RT}measuredBy", self._draws.thing("Indicator"))] if example.count("measuredBy") else []
            slug_of = f"{self._plan.slug}-{slug}-{number + 1}"
            self._graph.thing("follow-up", slug_of, self._source, values, name, self._spot())

    def _common(self, model: Profile) -> Pairs:
        """What goals and activities have alike: section, focus area, target group, arena, place, number."""
        values = [(f"{RT}inArea", self._area)] if model.count("inArea") else []
        for prop, kind in (("focusArea", "FocusArea"), ("targetGroup", "TargetGroup"), ("arena", "Arena")):
            values += [(f"{RT}{prop}", used) for used in self._draws.used(kind, model.count(prop))]
        number = model.one("notation")
        values += [(f"{SKOS}notation", text(number))] if number else []
        values += [(f"{RT}place", self._place(place)) for place in model.values.get("place", ())[:1]]
        return values

    def _place(self, example: str) -> str:
        """The plan's own place; a municipality of the county where the example names one and the plan is a county's."""
        plan = self._plan.place
        is_county = len(example.rpartition("/")[2]) == len("19")
        return plan.address if is_county or not plan.inside else self._draws.one(plan.inside).address

    def _period(self, model: Profile) -> Pairs:
        given = {prop: model.one(prop) for prop in ("start", "end")}
        values = [(f"{RT}{prop}", day(value)) for prop, value in given.items() if value]
        written = model.one("periodAsWritten")
        return values + ([(f"{RT}periodAsWritten", text(written))] if written else [])

    def _who(self, model: Profile, role: str) -> list[str]:
        return self._draws.some(self._plan.place.actors, model.count(role))

    def _whole(self, model: Profile) -> list[str]:
        """The activity it is part of: one that reaches a goal where the example reaches one through its whole."""
        wanted = bool(model.reaching) and not model.stated + model.mapped
        tops = self._tops[wanted] or self._tops[not wanted]
        return self._draws.some(tops, model.count("partOf"))

    def _handslag(self) -> list[str]:
        """Those of this edition of the plan's own place, or of the municipalities of its county."""
        place, ending = self._plan.place, f"-{self._plan.edition}>"
        every = place.handslag or [one for inside in place.inside for one in inside.handslag]
        return [handslag for handslag in every if handslag.endswith(ending)]

    def _set_out_in(self, model: Profile) -> str:
        return self._source if "/document/" in (model.one("setOutIn") or "") else self._strategy

    def _thing(self, kind: str, number: int, values: Pairs, quote: str, located: bool = True) -> str:
        slug = f"{self._plan.slug}-{number + 1}"
        return self._graph.thing(kind, slug, self._source, values, quote, self._spot() if located else None)

    def _spot(self) -> tuple[int, int]:
        first = self._draws.number(1, 2000)
        return first, first + self._draws.number(0, 4)
