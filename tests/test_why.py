"""Why: the witness is enough, none of it can be missed, and what is lacking would better the status."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, node, quads, world

from graph.answer import Iri, Literal, Term
from graph.commandline import main
from graph.coverage import LACKING, Coverage, NearMiss, Reason, Scope, Statement, Status, coverage, deciding, why
from graph.coverage.why.statement import DATED, LINKED
from graph.errors import BadParameter, UnknownThing
from graph.library import LANGUAGES, question
from graph.sources.statements import DAYS as DERIVED_DAYS
from graph.store import Store
from graph.vocabulary import BASE, BASES, DCTERMS, MAPPED, RDFS, RT, STATED, SUGGESTED, XSD

TODAY = date(2026, 11, 22)
GOAL = f"{ID}goal/0"
NOW = Scope(TODAY)
Said = tuple[str, tuple[str, ...]]
"""A statement of a small world: the graph it stands in, named after its basis, and its forms, the stated one first."""


@dataclass(frozen=True)
class World:
    """What is given, and what is said."""

    given: tuple[str, ...]
    said: tuple[Said, ...]

    def store(self, said: Iterable[Said] | None = None) -> Store:
        chosen = list(self.said if said is None else said)
        parts = [
            quads(*(text for where, forms in chosen if where == basis for text in forms), graph=basis, basis=basis)
            for basis in BASES
        ]
        return world(quads(*self.given, graph="given"), *parts)

    def of(self, statements: Iterable[Statement]) -> list[Said]:
        """What these statements are in this world."""
        known = {(where, line(forms[0])): (where, forms) for where, forms in self.said}
        return [known[s.graph.removeprefix(f"{BASE}graph/"), shown(s)] for s in statements]


def line(text: str) -> tuple[str, ...]:
    return tuple(node(word) for word in text.split(" ", 2))


def shown(statement: Statement) -> tuple[str, ...]:
    value = statement.value
    term = f"<{value}>" if value.startswith("http") else node(value if len(value) == 10 else f'"{value}"')
    return f"<{statement.subject}>", f"<{statement.property}>", term


def status(store: Store, scope: Scope) -> Status | None:
    try:
        return Coverage(store).of(GOAL, scope).status
    except (BadParameter, UnknownThing):
        return None


GIVEN = (
    *(f"goal/{n} a rt:Goal" for n in range(3)),
    *(f"handslag/{n} a rt:Handslag" for n in range(2)),
    *(f"activity/{n} a rt:Activity" for n in range(3)),
    *(f"strategy/{n} a rt:Strategy" for n in ("s", "t")),
    *(f"place/{code} a rt:Place" for code in ("1907", "19")),
    *(f"target-group/{n} a rt:TargetGroup" for n in ("all", "girls")),
    *(f"arena/{n} a rt:Arena" for n in ("school", "class")),
    *(f"actor/{n} a rt:Actor" for n in ("region", "unit")),
    "focus-area/f a rt:FocusArea",
    "rt:level-local a rt:Level",
    "not-relevant/n a rt:NotRelevant",
)
UP = ["goal/0", "goal/0", "goal/1", "goal/2", "handslag/0", "handslag/1"]
DOERS = [f"activity/{n}" for n in range(3)]
DOES = [*DOERS, *DOERS, "handslag/0", "goal/1"]
PLANS = ["strategy/s", "strategy/t"]
FACTS = [
    (DOERS, "rt:place", ["place/1907", "place/19"]),
    (DOES, "rt:targetGroup", ["target-group/all", "target-group/girls"]),
    (DOES, "rt:arena", ["arena/school", "arena/class"]),
    (DOES, "rt:focusArea", ["focus-area/f"]),
    (DOERS, "rt:responsible", ["actor/region", "actor/unit"]),
    (["follow-up/f", "follow-up/g"], "rt:followsUp", DOERS),
    (DOERS, "dcterms:source", ["document/a", "document/b"]),
    (DOERS, "rt:setOutIn", PLANS),
    (["goal/0", "goal/1", "goal/2"], "rt:setOutIn", PLANS),
    (PLANS, "rt:place", ["place/1907", "place/19"]),
    (["not-relevant/n"], "rt:goal", ["goal/0"]),
    (["not-relevant/n"], "rt:place", ["place/1907"]),
    (["not-relevant/n"], "rt:targetGroup", ["target-group/girls"]),
    (["place/1907"], "rt:passage", ["passage/p"]),
    (DOERS, "rt:startsOn", None),
    (DOERS, "rt:endsOn", None),
    (["document/a", "document/b"], "rt:freshUntil", None),
]
"""Who can be said what; None is a day."""
ORG_UNIT = "<http://www.w3.org/ns/org#unitOf>"
FIXED = (
    "place/1907 dcterms:isPartOf place/19",
    "target-group/girls skos:broader target-group/all",
    "arena/class skos:broader arena/school",
    f"actor/unit {ORG_UNIT} actor/region",
    "strategy/s rt:level rt:level-local",
)
SET_OUT = ("goal/0 rt:setOutIn strategy/s", "goal/0 dcterms:isPartOf strategy/s")
WHERE = [STATED, STATED, STATED, STATED, MAPPED, SUGGESTED]
SEEDS = some.integers(0, 2**32)
DAYS = some.integers(-900, 900).map(lambda n: (TODAY + timedelta(days=n)).isoformat())


def link(rng: Random) -> tuple[str, ...]:
    """A link of the thread: derived from one that is stated, or by itself."""
    below, above = rng.choice([*UP[2:], *DOERS, *DOERS]), rng.choice(UP)
    serves = f"{below} rt:serves {above}"
    stated = rng.choice([None, "contributesTo", "carriesOut", "partOf"])
    if stated is None:
        return (serves,)
    part = [f"{below} dcterms:isPartOf {above}"] if stated == "partOf" else []
    return (f"{below} rt:{stated} {above}", serves, *part)


def fact(rng: Random) -> tuple[str, ...]:
    subjects, prop, values = rng.choice(FACTS)
    day = (TODAY + timedelta(days=rng.randint(-900, 900))).isoformat()
    subject, value = rng.choice(subjects), day if values is None else rng.choice(values)
    derived = [f"{subject} dcterms:isPartOf {value}"] if prop == "rt:setOutIn" else []
    return (f"{subject} {prop} {value}", *derived)


@some.composite
def worlds(draw: some.DrawFn) -> World:
    """Several activities, goals, handslag and documents; every statement on a basis of its own."""
    rng = Random(draw(SEEDS))
    made = [link(rng) for _ in range(rng.randint(3, 12))] + [fact(rng) for _ in range(rng.randint(10, 70))]
    said: dict[tuple[str, ...], str] = {SET_OUT: STATED, **{(text,): STATED for text in FIXED}}
    for forms in made:
        said.setdefault(forms, rng.choice(WHERE))
    # A link stated and the same link by itself in one graph cannot be told apart: the loader writes both.
    derived = {(where, form) for forms, where in said.items() for form in forms[1:]}
    return World(GIVEN, tuple((where, forms) for forms, where in said.items() if (where, forms[0]) not in derived))


MEMBERS = {
    "place": ["1907", "19"],
    "target_group": ["all", "girls"],
    "arena": ["school", "class"],
    "focus_area": ["f"],
    "actor": ["region", "unit"],
    "level": ["local"],
    "strategy": ["s", "t"],
}


@some.composite
def scopes(draw: some.DrawFn) -> Scope:
    rng = Random(draw(SEEDS))
    filters = {name: rng.choice(MEMBERS[name]) for name in rng.sample(list(MEMBERS), rng.choice([0, 1, 1, 1, 2]))}
    return Scope(TODAY + timedelta(days=rng.randint(-600, 600)), rng.choice(BASES), **filters)


@settings(max_examples=200, deadline=None)
@given(found=worlds(), scope=scopes())
def test_from_the_witness_alone_the_status_is_the_same_and_without_any_of_it_another(
    found: World, scope: Scope
) -> None:
    reason = why(found.store(), GOAL, scope)
    assert reason.status is Coverage(found.store()).of(GOAL, scope).status
    witness = found.of(reason.witness)
    assert len(set(witness)) == len(witness)
    background = given_too(found, witness)
    assert status(found.store([*background, *witness]), scope) is reason.status
    for one in witness:
        assert status(found.store([*background, *(w for w in witness if w != one)]), scope) is not reason.status, one


def given_too(found: World, witness: list[Said]) -> list[Said]:
    """The statements that set the goal out, unless the witness has one of them."""
    set_out = [said for said in found.said if said[1][0].startswith("goal/0 rt:setOutIn")]
    return [] if set(set_out) & set(witness) else set_out


def asked(store: Store, scope: Scope) -> str:
    """The goal's status by the questions of coverage."""
    bound: dict[str, Term] = {"asOf": Literal(scope.as_of.isoformat(), XSD + "date")}
    name = "goal-coverage"
    if scope.place is not None:
        bound["place"] = Iri(f"{ID}place/{scope.place}")
        name = "goal-coverage-in-place"
    rows = store.select(question(name).text, bound, scope.basis)
    return next(str(r["status"]).rpartition("status-")[2] for r in rows if str(r["goal"]) == GOAL)


@settings(max_examples=100, deadline=None)
@given(
    found=worlds(),
    offset=some.integers(-600, 600),
    basis=some.sampled_from([STATED, MAPPED]),
    place=some.sampled_from([None, "1907", "19"]),
)
def test_the_questions_say_of_the_witness_what_the_index_says(
    found: World, offset: int, basis: str, place: str | None
) -> None:
    scope = Scope(TODAY + timedelta(days=offset), basis, place=place)
    reason = why(found.store(), GOAL, scope)
    witness = found.of(reason.witness)
    background = given_too(found, witness)
    assert asked(found.store([*background, *witness]), scope) == reason.status.word
    for one in witness:
        rest = found.store([*background, *(w for w in witness if w != one)])
        assert asked(rest, scope) != reason.status.word, one


@some.composite
def single_threads(draw: some.DrawFn) -> tuple[World, Scope]:
    """One activity, one thread, and one ground for everything."""
    between = draw(some.sampled_from([[], ["handslag/0"], ["handslag/0", "goal/1"]]))
    thread = ["activity/0", *between, "goal/0"]
    said: list[Said] = [(draw(some.sampled_from(BASES)), (f"{a} rt:serves {b}",)) for a, b in pairwise(thread)]
    said += [(STATED, ("goal/0 rt:setOutIn strategy/s", "goal/0 dcterms:isPartOf strategy/s"))]
    said += [(STATED, (text,)) for text in FIXED]
    period = draw(some.sampled_from(["end", "source", "start", "nothing"]))
    day = draw(DAYS)
    if period == "source":
        said += [(STATED, ("activity/0 dcterms:source document/a",)), (STATED, (f"document/a rt:freshUntil {day}",))]
    elif period != "nothing":
        said += [(STATED, (f"activity/0 rt:{period}sOn {day}",))]
    if draw(some.booleans()):
        said += [
            (STATED, ("activity/0 rt:responsible actor/unit",)),
            (STATED, ("follow-up/f rt:followsUp activity/0",)),
        ]
    doer = draw(some.sampled_from(thread[:-1]))
    said += [(STATED, (f"{doer} rt:targetGroup target-group/girls",)), (STATED, ("activity/0 rt:place place/1907",))]
    filters = draw(
        some.sampled_from([{}, {"target_group": "all"}, {"place": "19"}, {"place": "19", "target_group": "girls"}])
    )
    scope = Scope(TODAY + timedelta(days=draw(some.integers(-600, 600))), draw(some.sampled_from(BASES)), **filters)
    return World(GIVEN, tuple(said)), scope


@settings(max_examples=100, deadline=None)
@given(single_threads())
def test_where_there_is_one_thread_the_whole_graph_without_one_of_it_has_another_status(
    drawn: tuple[World, Scope],
) -> None:
    found, scope = drawn
    reason = why(found.store(), GOAL, scope)
    assert reason.others == 0
    for one in found.of(reason.witness):
        rest = found.store(said for said in found.said if said != one)
        if reason.status is Status.NONE:  # rests on what names the place, and here the strategy or activity is it
            continue
        assert status(rest, scope) is not reason.status, one


FAR = "2040-01-01"


def bettered(found: World, reason: Reason, way: tuple[str, ...]) -> World:
    """The world with what is lacking stated in it."""
    added: list[str] = []
    for word in way:
        who = "activity/new" if word == "activity" else (reason.activity or "").removeprefix(ID)
        added += {
            "end": [f"{who} rt:endsOn {FAR}"],
            "newer-source": [f"{who} dcterms:source document/new", f"document/new rt:freshUntil {FAR}"],
            "responsible": [f"{who} rt:responsible actor/region"],
            "follow-up": [f"follow-up/new rt:followsUp {who}"],
            "document": ["place/1907 rt:passage passage/new", "place/19 rt:passage passage/new"],
            "activity": counting(who, reason.scope),
            "surer": [form for s in found.of(reason.witness) for form in s[1]],
        }[word]
    return replace(found, said=(*found.said, *((STATED, (text,)) for text in added)))


def counting(activity: str, scope: Scope) -> list[str]:
    """An ongoing activity that serves the goal and passes all filters."""
    words = {"target-group": "targetGroup", "focus-area": "focusArea", "actor": "responsible"}
    own = [
        f"{activity} rt:{words.get(name, name)} <{member}>"
        for name, member in scope.filters.items()
        if name not in ("level", "strategy")
    ]
    return [
        f"{activity} a rt:Activity",
        f"{activity} rt:serves goal/0",
        f"{activity} rt:endsOn {FAR}",
        "goal/0 rt:setOutIn strategy/s",
        *([f"{activity} rt:serves goal/2", "goal/2 rt:setOutIn strategy/t"] if scope.strategy else []),
        *own,
    ]


@settings(max_examples=120, deadline=None)
@given(found=worlds(), scope=scopes())
def test_what_is_lacking_would_better_the_status(found: World, scope: Scope) -> None:
    reason = why(found.store(), GOAL, scope)
    assert (reason.lacking == ()) == (reason.status in (Status.FOLLOWED_UP, Status.NOT_RELEVANT))
    for way in reason.lacking:
        assert set(way) <= set(LACKING)
        after = status(bettered(found, reason, way).store(), scope)
        assert after is not None
        assert after > reason.status, way


@settings(max_examples=100, deadline=None)
@given(found=worlds(), scope=scopes())
def test_the_near_misses_are_the_activities_that_do_not_count_and_the_others_those_that_do(
    found: World, scope: Scope
) -> None:
    store = found.store()
    index = Coverage(store)
    reason = why(store, GOAL, scope)
    whole = replace(Scope(scope.as_of, SUGGESTED))
    every = set(index.activities_of(GOAL, whole))
    if reason.status is Status.NONE:
        assert {near.activity for near in reason.near} == every
        for near in reason.near:
            kept = {name.replace("-", "_"): None for name in near.fails if name != "basis"}
            basis = SUGGESTED if "basis" in near.fails else scope.basis
            if kept and basis == scope.basis:
                assert near.activity in index.activities_of(GOAL, replace(scope, **kept))
    else:
        assert reason.near == ()
    counted = deciding(store, GOAL, scope)
    assert reason.others == max(len(counted) - 1, 0)
    assert (reason.activity in counted) == bool(counted)
    for activity in counted:
        assert why(store, GOAL, scope, activity).activity == activity


# What it says.


def told(reason: Reason) -> list[tuple[str, str, str]]:
    return [(short(s.subject), short(s.property), short(s.value)) for s in reason.witness]


def short(address: str) -> str:
    for head in (ID, RT, DCTERMS):
        address = address.removeprefix(head)
    return address


def test_the_stated_statement_is_shown_and_not_what_is_derived_from_it(store: Store) -> None:
    # 002:663-687: row 2 of the plan, "2018--"; 2019 the source (2018) is not yet older than 24 months.
    activity, goal = "activity/vastmanland-2018-kunskap-suicidprevention", "goal/vastmanland-2018-minska-sjalvmord"
    reason = why(store, ID + goal, Scope(date(2019, 6, 1)))
    assert (reason.status, reason.others, reason.lacking) == (Status.FOLLOWED_UP, 0, ())
    assert told(reason) == [
        (activity, "contributesTo", goal),
        (activity, "source", "document/vastmanland-2018"),
        ("document/vastmanland-2018", "sourceDate", "2018"),
        (activity, "responsible", "actor/suicidsamordnare-vastmanland"),
        ("follow-up/vastmanland-2018-uppf-2-utbildade", "followsUp", activity),
    ]
    spots = {(e.first_line, e.last_line) for e in reason.thread[0].evidence}
    assert spots == {(663, 667)}


def test_an_uncertain_goal_says_what_is_not_stated_and_how_old_its_source_is(store: Store) -> None:
    reason = why(store, f"{ID}goal/vastmanland-2018-minska-sjalvmord", NOW)
    assert reason.status is Status.UNCERTAIN
    assert reason.lacking == (("end",), ("newer-source",))
    assert reason.source is not None
    assert (reason.source.value, reason.source.evidence[0].first_line) == ("2018", 1)
    assert reason.source not in reason.witness


def test_a_mapped_link_is_shown_with_the_analysts_comment(store: Store) -> None:
    reason = why(store, f"{ID}goal/dhol-d6", NOW)
    mapped = [s for s in reason.thread if s.basis == MAPPED]
    assert mapped
    for statement in mapped:
        assert [e.document for e in statement.evidence] == [""]
        assert statement.evidence[0].quote.endswith(".")


def test_a_place_shows_by_what_the_activity_counts_there(store: Store) -> None:
    reason = why(store, f"{ID}goal/vastmanland-2018-minska-sjalvmord", replace(NOW, place="19"))
    assert [(short(s.subject), short(s.property), short(s.value)) for s in reason.filters] == [
        ("activity/vastmanland-2018-kunskap-suicidprevention", "setOutIn", "strategy/vastmanland-2018"),
        ("strategy/vastmanland-2018", "place", "place/19"),
    ]


def test_none_in_a_named_place_rests_on_what_names_it_and_tells_near_misses_and_broken_threads(store: Store) -> None:
    goal = f"{ID}goal/vastmanland-2018-minska-sjalvmord"
    reason = why(store, goal, replace(NOW, place="1907"))
    (statement,) = reason.witness
    assert (reason.status, short(statement.subject), short(statement.property)) == (
        Status.NONE,
        "place/1907",
        "passage",
    )
    assert "Surahammars kommun" in statement.evidence[0].quote
    activity = f"{ID}activity/vastmanland-2018-kunskap-suicidprevention"
    assert reason.near == (NearMiss(activity, ("place",)),)
    assert (reason.lacking, reason.activity, reason.others) == ((("activity",),), None, 0)
    reason = why(store, f"{ID}goal/surahammar-syfte", NOW)
    assert [stop.thing for stop in reason.broken] == [f"{ID}goal/surahammar-syfte"]


def test_an_unnamed_place_lacks_a_document(store: Store) -> None:
    reason = why(store, f"{ID}goal/dhol-d1", replace(NOW, place="1960"))
    assert (reason.status, reason.witness) == (Status.UNKNOWN, ())
    assert (reason.unknown_place, reason.lacking) == (f"{ID}place/1960", (("document",),))


def test_a_judgement_is_the_witness_that_a_goal_is_not_relevant(store: Store) -> None:
    # data/mappings/not-relevant.csv: the delmål about working life is not relevant for children.
    reason = why(store, f"{ID}goal/dhol-d3", replace(NOW, target_group="barn"))
    assert reason.status is Status.NOT_RELEVANT
    assert told(reason) == [
        ("not-relevant/arbetsliv-barn", "goal", "goal/dhol-d3"),
        ("not-relevant/arbetsliv-barn", "targetGroup", "target-group/barn"),
    ]


def test_a_suggestion_lacks_something_surer() -> None:
    said = ((STATED, ("goal/0 rt:setOutIn strategy/s",)), (SUGGESTED, ("activity/0 rt:serves goal/0",)))
    found = World(GIVEN, said)
    reason = why(found.store(), GOAL, Scope(TODAY, SUGGESTED))
    assert (reason.status, found.of(reason.witness)) == (Status.SUGGESTED, [said[1]])
    assert reason.lacking == (("surer",),)
    near = why(found.store(), GOAL, NOW)
    assert (near.status, near.near) == (Status.NONE, (NearMiss(f"{ID}activity/0", ("basis",)),))


def test_of_several_activities_the_nearest_is_told_and_the_others_counted() -> None:
    links = [f"activity/{n} rt:serves goal/0" for n in (1, 2)] + [
        "activity/0 rt:serves handslag/0",
        "handslag/0 rt:serves goal/0",
    ]
    found = World(GIVEN, tuple((STATED, (text,)) for text in [*links, "goal/0 rt:setOutIn strategy/s"]))
    reason = why(found.store(), GOAL, NOW)
    assert (reason.activity, reason.others) == (f"{ID}activity/1", 2)
    longer = why(found.store(), GOAL, NOW, f"{ID}activity/0")
    assert [short(s.subject) for s in longer.thread] == ["activity/0", "handslag/0"]


def test_every_goal_has_a_reason_in_every_place_on_the_shipped_data(store: Store) -> None:
    index = coverage(store)
    for scope in (NOW, Scope(date(2019, 6, 1), place="19")):
        for found in index.all(scope):
            reason = why(store, found.goal, scope)
            assert (reason.status, reason.others) == (found.status, max(len(deciding(store, found.goal, scope)) - 1, 0))
            unproven = [s for s in reason.witness if not s.evidence]
            # The parts of a county are the codes of Statistics Sweden, which are no quotes.
            assert {s.property for s in unproven} <= {
                f"{DCTERMS}isPartOf",
                "http://www.w3.org/2004/02/skos/core#broader",
            }


# What is derived, and bad input.


def test_what_is_derived_is_what_the_vocabulary_and_the_reader_say(store: Store) -> None:
    rows = store.select(f"SELECT ?below ?above WHERE {{ ?below <{RDFS}subPropertyOf> ?above }}")
    derived: dict[str, set[str]] = {}
    for row in rows:
        if str(row["above"]) in (f"{RT}serves", f"{DCTERMS}isPartOf"):
            derived.setdefault(str(row["below"]), set()).add(str(row["above"]))
    assert {below: set(above) for below, above in LINKED.items()} == derived
    assert {stated: (str(day), make) for stated, (day, make) in DERIVED_DAYS.items()} == DATED


def test_what_can_be_lacking_is_said_in_both_languages() -> None:
    for words in LACKING.values():
        assert set(words) == set(LANGUAGES)
        assert all(words.values())


def test_a_goal_a_filter_or_an_activity_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(UnknownThing, match="goal/x"):
        why(store, f"{ID}goal/x", NOW)
    with pytest.raises(BadParameter, match="1908"):
        why(store, f"{ID}goal/dhol-d1", replace(NOW, place="1908"))
    with pytest.raises(UnknownThing, match="activity/x"):
        why(store, f"{ID}goal/dhol-d1", NOW, f"{ID}activity/x")


# The command line.


@pytest.fixture
def run(data: Path, cache: Path) -> Callable[..., Result]:
    """Run `rodatraden why` on the shipped data as of 22 November 2026."""

    def command(*words: str, language: str = "sv") -> Result:
        start = ["--data", str(data), "--cache", str(cache), "--language", language, "why", "--as-of", "2026-11-22"]
        return CliRunner().invoke(main, [*start, *words])

    return command


def test_the_command_tells_each_statement_with_basis_quote_document_and_lines(run: Callable[..., Result]) -> None:
    shown_text = run("vastmanland-2018-minska-sjalvmord", "--place", "19").stdout
    for words in (
        "Täckning per 2026-11-22: Osäker.",
        "Det avgörs av aktiviteten ”Öka kunskapen om suicidprevention; kompetensutveckling”.",
        "[Angiven]",
        "”Minska antalet självmord och självmordsförsök som har kontakt med sjukvården” (",
        "rad 663-667)",
        "källans datum · 2018",
        "Inte angivet, men skulle ge bättre täckning: ett slutdatum",
    ):
        assert words in shown_text


def test_the_command_tells_what_nearly_counts_in_both_languages(run: Callable[..., Result]) -> None:
    words = ("vastmanland-2018-minska-sjalvmord", "--place", "1907")
    assert "Ingen aktivitet registrerad som räknas här." in run(*words).stdout
    assert "finns" not in run(*words).stdout
    assert "(räknas inte för: plats)" in run(*words).stdout
    in_english = run(*words, language="en").stdout
    assert "No activity is recorded that counts here." in in_english
    assert "(does not count for: place)" in in_english


def test_all_formats_have_the_same_statements(run: Callable[..., Result], store: Store) -> None:
    reason = why(store, f"{ID}goal/dhol-d6", NOW)
    source = [] if reason.source is None else [reason.source]
    expected = [s.subject for s in (*reason.witness, *source) for _ in s.evidence or (None,)]
    as_json = json.loads(run("dhol-d6", "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(run("dhol-d6", "--format", "csv").stdout)))
    assert [row["subject"]["id"] for row in as_json["rows"]] == expected
    assert [row["subject"] for row in as_csv] == expected
    assert (as_json["status"], as_json["activity"]) == (reason.status.word, reason.activity)
    quotes = [e.quote for s in (*reason.witness, *source) for e in s.evidence]
    assert [row["quote"] for row in as_csv] == quotes


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("dhol-d33",), "“dhol-d33”"),
        (("dhol-d1", "--place", "1908"), "“1908”"),
        (("dhol-d1", "--as-of", "igår"), "“igår”"),
        (("dhol-d1", "--target-group", "barm"), "barn"),
        (("dhol-d1", "--basis", "guessed"), "guessed"),
    ],
)
def test_bad_input_is_told_and_ends_with_code_2(run: Callable[..., Result], words: tuple[str, ...], named: str) -> None:
    result = run(*words, language="en")
    assert result.exit_code == 2
    assert named in result.output
    assert "Traceback" not in result.output
