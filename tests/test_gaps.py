"""The gap report: what a reader finds by hand in the documents, every kind in a small world, threads, command line."""

import csv
import io
import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as some
from worlds import ID, quads, world

from graph.commandline import main
from graph.coverage import Scope, Status, coverage
from graph.errors import BadParameter
from graph.gaps import SEVERITIES, Gap, GapReport, GapScope, broken_threads, gaps, scope_of
from graph.gaps.report import ONLY_SUGGESTED, kinds
from graph.library import LANGUAGES, question
from graph.store import Store
from graph.vocabulary import MAPPED, STATED, SUGGESTED

TODAY = date(2026, 11, 22)
Found = dict[str, set[str]]


def by_kind(report: GapReport) -> Found:
    """The things of each kind of gap, as kind/slug."""
    found: Found = {}
    for gap in report.gaps:
        found.setdefault(gap.kind, set()).add(gap.thing.removeprefix(ID))
    return found


def report(store: Store, place: str = "", strategy: str = "", basis: str = MAPPED) -> GapReport:
    return gaps(store, scope_of(store, TODAY, basis=basis, place=place, strategy=strategy))


# By hand. Line numbers are those of the text extracts; as of 22 November 2026, stated links only.

SURAHAMMAR: Found = {
    "goals-without-activity": {  # document 001 names no activity
        "goal/surahammar-battre-psykisk-halsa",  # 82-86, the wish
        "goal/surahammar-syfte",  # 131-135, the purpose
        "goal/surahammar-mal-riktning",  # 135-139, "ska bidra till"
        "goal/surahammar-mal-delmal",  # 141-143, the goal
    },
    "handslag-naming-no-goal": {"handslag/surahammar-det-handlar-om-livet"},  # 141-143 "olika delmål", none is named
    "handslag-without-activity": {"handslag/surahammar-det-handlar-om-livet"},  # 145-188 is about roles only
    "target-groups-not-reached": {
        "target-group/barn-och-unga",  # 33-35
        "target-group/ungdomar",  # 60
        "target-group/flickor",  # 66 "tjejerna"
        "target-group/pojkar",  # 66 "killarna"
        "target-group/unga",  # 72
        "target-group/hela-befolkningen",  # 86
    },
    "goals-without-follow-up": {  # 184-188 follows up the work under the handslag, no goal
        "goal/surahammar-battre-psykisk-halsa",
        "goal/surahammar-syfte",
        "goal/surahammar-mal-riktning",
        "goal/surahammar-mal-delmal",
    },
}

HALLSTAHAMMAR: Found = {
    "goals-without-activity": {  # the mapping (92-93) is tied to the handslag, not to a goal
        "goal/hallstahammar-syfte",  # 66-68
        "goal/hallstahammar-mal-struktur",  # 70-73
    },
    # 28-30 and 42-44: a handslag under the regional strategy, no goal or area of which is named
    "handslag-naming-no-goal": {"handslag/hallstahammar-psykisk-halsa"},
    # The mapping is of what affects children and young people (92-93): 53-54 is reached, these are not.
    "target-groups-not-reached": {
        "target-group/unga",  # 19
        "target-group/flickor",  # 21 "tjejer"
        "target-group/pojkar",  # 23 "killar"
    },
    # 92-93 "arbetet startas upp med att göra en kartläggning": what goal, by whom, when and how followed up is not said
    "activities-serving-no-goal": {"activity/hallstahammar-kartlaggning"},
    "activities-without-responsible": {"activity/hallstahammar-kartlaggning"},
    "activities-without-period": {"activity/hallstahammar-kartlaggning"},
    "activities-without-follow-up": {"activity/hallstahammar-kartlaggning"},
    "goals-without-follow-up": {"goal/hallstahammar-syfte", "goal/hallstahammar-mal-struktur"},  # 133-140: of the work
}

PLAN = "vastmanland-2018"
ENDED = {  # column När: over before 2026
    "tidigt-upptacka-risk",  # 724-746 "2018/2019"
    "kunskap-hbtq",  # 837-858 "2019"
    "stotta-blivande-foraldrar",  # 889-911 "2018-2019"
    "kunskap-halsa-asylsokande",  # 944-963 "2018-2019"
    "roller-ledningsgrupper",  # 1022-1048 "2019"
}
UNCERTAIN = {  # no end, and the plan is of 2018
    "minska-psykisk-ohalsa-unga-flickor",  # 592-595; 618-620 and 642 "2018 --"; the project (623-628, 648) has ended
    "samordna-aktiviteter-barn-och-unga",  # 597-603; the same
    "minska-ohalsotal-25-procent",  # 605-616; the same
    "minska-sjalvmord",  # 663-687 "2018--"
    "samarbete-elevhalsa-vardcentral",  # 694-719 "2018--"
    "tillganglighet-behandling",  # 775-788 "2018--"
    "erbjuda-sip",  # 793-809 "2018--"
    "oka-brukarrevisioner",  # 818-832 "2019--"
    "uppdrag-bup-primarvard",  # 863-884 "2018--"
    "halsa-traumatiserade-barn",  # 971-987 "2018--"
    "omhandertagande-missbruk",  # 992-1014 "2019--"
    "ansvarsfordelning-primarvard-bup",  # 531-533 "För närvarande pågår", in order to make it clear
}
TWO_ACTIVITIES = {"omhandertagande-missbruk"}  # 999 MET-utbildning and 1001-1004 mottagningsfunktion
NOT_IN_THE_TABLE = {  # activities of the running text: what the document says shall be done
    "satsning-unga-flickor",  # 288-290 "ska en särskild satsning på området göras"
    "sip-utbildning-medarbetare",  # 350-354 "Länsgemensamma utbildningsinsatser kring SIP"
    "it-stod-2018",  # 364 "ett nytt IT-stöd införas under hösten 2018"
}
VASTMANLAND: Found = {
    "goals-without-activity": {f"goal/{PLAN}-god-halsa"},  # 217-223 stands before the table
    "goals-only-ended": {f"goal/{PLAN}-{name}" for name in ENDED},
    "goals-only-uncertain": {f"goal/{PLAN}-{name}" for name in UNCERTAIN},
    "goals-on-one-activity": {f"goal/{PLAN}-{name}" for name in UNCERTAIN - TWO_ACTIVITIES},
    # "Huvudmännen" (632, 805, 828) are several, PPHV/BUP, PPHV/AIH and the region with the municipalities are two.
    "goals-on-one-actor": {
        f"goal/{PLAN}-minska-sjalvmord",  # 680-683 "Suicidsamordnare inom Region Västmanland"
        f"goal/{PLAN}-uppdrag-bup-primarvard",  # 879-880 "Region Västmanland"
    },
    "goals-without-follow-up": {
        f"goal/{PLAN}-god-halsa",
        f"goal/{PLAN}-ansvarsfordelning-primarvard-bup",  # 531-533 is followed up by nothing
    },
    "activities-serving-no-goal": {f"activity/{PLAN}-{name}" for name in NOT_IN_THE_TABLE},
    "activities-without-responsible": {
        f"activity/{PLAN}-{name}" for name in {*NOT_IN_THE_TABLE, "samverkansdokument-primarvard-bup"}
    },
    "activities-without-period": {
        f"activity/{PLAN}-satsning-unga-flickor",
        f"activity/{PLAN}-sip-utbildning-medarbetare",
        f"activity/{PLAN}-samverkansdokument-primarvard-bup",  # 531 "För närvarande"
    },
    "activities-without-follow-up": {
        *(f"activity/{PLAN}-{name}" for name in {*NOT_IN_THE_TABLE, "samverkansdokument-primarvard-bup"}),
        f"activity/{PLAN}-skinnskatteberg-forebyggande-projekt",  # 655 "Liv och Hälsa Ung" measures the row's goals
        f"activity/{PLAN}-resursforstarkning",  # 787-788 "Minskad väntetid till behandling" measures the row's goal
    },
    "target-groups-not-reached": {
        f"target-group/{name}"
        for name in (
            "vuxna",  # 33
            "unga-vuxna",  # 31-33
            "pojkar",  # 103 "killarna"
            "tio-till-sjuttonaringar",  # 103
            "kvinnor",  # 111
            "man",  # 113
            "elever-i-arskurs-9",  # 127
            "elever",  # 157-159; 961 counts them in a follow-up only
            "utsatta-grupper",  # 221-223
            "barn-i-familjer-med-psykisk-sjukdom-och-missbruk",  # 229-231
            "unga-med-riskbruk",  # 294
            "barn-i-dysfunktionella-familjer",  # 398
            "barn-i-ekonomiskt-utsatta-familjer",  # 400-402
            "ensamkommande",  # 404
            "missbruk-och-psykisk-ohalsa",  # 406
            "komplexa-behov-sjalvskadeproblematik",  # 408
            "hemmasittare",  # 414
            "barn-och-unga-vuxna-med-missbruksproblem",  # 434
            "barn-och-unga-med-psykisk-sjukdom",  # 517-519
            "personer-med-missbruk-eller-beroende",  # 521-523
        )
    },
}


@pytest.mark.parametrize(
    ("place", "strategy", "expected"),
    [("1907", "", SURAHAMMAR), ("1961", "", HALLSTAHAMMAR), ("", PLAN, VASTMANLAND)],
    ids=["Surahammar", "Hallstahammar", PLAN],
)
def test_the_report_says_what_a_reader_finds_by_hand(store: Store, place: str, strategy: str, expected: Found) -> None:
    found = by_kind(report(store, place, strategy, STATED))
    assert found == expected


def test_with_the_analysts_links_surahammars_target_groups_and_goals_are_the_same(store: Store) -> None:
    assert by_kind(report(store, "1907")) == SURAHAMMAR  # a mapping from goal to goal adds no activity


def test_the_goals_of_a_strategy_are_asked_for_in_the_place_where_both_are_given(store: Store) -> None:
    found = report(store, "1907", "det-handlar-om-livet")
    goals = {goal for goal, plans in coverage(store).goals.items() if f"{ID}strategy/det-handlar-om-livet" in plans}
    assert {gap.thing for gap in found.gaps if gap.kind == "goals-without-activity"} == goals
    assert by_kind(found)["handslag-naming-no-goal"] == SURAHAMMAR["handslag-naming-no-goal"]
    assert all(gap.places == (f"{ID}place/1907",) for gap in found.gaps)


def test_a_place_that_no_document_names_has_no_gaps_but_is_unknown(store: Store) -> None:
    found = report(store, "1960", "det-handlar-om-livet")
    assert (found.gaps, found.unknown_place) == ((), f"{ID}place/1960")
    assert by_kind(report(store, "1960")) == {"municipalities-not-named": {"place/1960"}}
    assert broken_threads(store, scope_of(store, TODAY, place="1960", strategy="det-handlar-om-livet")) == ()


def test_a_county_is_told_which_of_its_municipalities_no_document_names(store: Store) -> None:
    codes = {"1960", "1962", "1981", "1982", "1983", "1984"}  # 1904 and 1980: 002:626 and 743; 1907: 001; 1961: 000
    assert by_kind(report(store, "19"))["municipalities-not-named"] == {f"place/{code}" for code in codes}


def test_kinds_that_cannot_be_narrowed_are_left_out_and_named(store: Store) -> None:
    left_out = {one.kind: one.reason["en"] for one in report(store, strategy=PLAN).left_out}
    assert left_out == {
        "municipalities-not-named": "Cannot be narrowed to a strategy.",
        ONLY_SUGGESTED: "Suggestions count only on the basis suggested.",
    }
    # A strategy of whose goals no document is in the graph.
    left_out = {one.kind: one.reason["en"] for one in report(store, strategy="rufs-2050").left_out}
    assert left_out["target-groups-not-reached"].startswith("No document")
    assert not report(store, basis=SUGGESTED).left_out


# Every kind, in a small world.

DATED = {"ended": ("end", "2019-12-31"), "planned": ("start", "2027-01-01"), "running": ("end", "2030-12-31")}
EVERY_KIND = quads(
    "strategy/s a rt:Strategy",
    "strategy/s dcterms:source document/d",
    "strategy/s rt:passage passage/s",
    "document/d a rt:Document",
    *(
        statement
        for name in ("none", "ended", "planned", "uncertain", "running", "suggested")
        for statement in (
            f"goal/{name} a rt:Goal",
            f"goal/{name} dcterms:type rt:goal-kind-goal",
            f"goal/{name} rt:setOutIn strategy/s",
            f"goal/{name} dcterms:source document/d",
            f"goal/{name} rt:passage passage/{name}",
        )
    ),
    *(
        statement
        for name in ("ended", "planned", "uncertain", "running", "loose", "orphan")
        for statement in (
            f"activity/{name} a rt:Activity",
            f"activity/{name} rt:setOutIn strategy/s",
            f"activity/{name} rt:responsible actor/x",
            *([] if name in ("loose", "orphan") else [f"activity/{name} rt:serves goal/{name}"]),
            *(f"activity/{name} rt:{DATED[name][0]}{on} {DATED[name][1]}" for on in ("", "sOn") if name in DATED),
        )
    ),
    "activity/nobodys a rt:Activity",
    "activity/nobodys rt:setOutIn strategy/s",
    "activity/nobodys rt:serves goal/ended",
    "activity/nobodys rt:end 2018-12-31",
    "activity/nobodys rt:endsOn 2018-12-31",
    "handslag/h a rt:Handslag",
    "handslag/h rt:place place/1907",
    "handslag/h rt:carriesOut strategy/s",
    "handslag/h rt:serves strategy/s",
    "place/1907 a rt:Place",
    "place/1907 dcterms:type rt:place-kind-municipality",
    "place/1907 dcterms:isPartOf place/19",
    "place/19 a rt:Place",
    "place/1960 a rt:Place",
    "place/1960 dcterms:type rt:place-kind-municipality",
    "place/1960 dcterms:isPartOf place/19",
    "target-group/boys a rt:TargetGroup",
    "target-group/boys rt:passage passage/boys",
    "passage/boys <http://www.w3.org/ns/oa#hasTarget> passage/boys-target",
    "passage/boys-target <http://www.w3.org/ns/oa#hasSource> document/d",
)
SUGGESTION = quads("activity/loose rt:serves goal/suggested", graph="machine", basis=SUGGESTED)
SUSPECT = quads(
    "mapping/m a rt:Mapping",
    'mapping/m rt:suspect "true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
    "mapping/m rt:changedEnd rt:changed-end-object",
    "mapping/m <http://www.w3.org/2002/07/owl#annotatedSource> activity/ended",
    "mapping/m <http://www.w3.org/2002/07/owl#annotatedTarget> goal/ended",
    graph="m",
    basis=MAPPED,
)
SMALL: Found = {
    "suspect-links": {"activity/ended"},
    "goals-without-activity": {"goal/none"},
    "goals-only-suggested": {"goal/suggested"},
    "goals-only-ended": {"goal/ended"},
    "goals-only-planned": {"goal/planned"},
    "goals-only-uncertain": {"goal/uncertain"},
    "goals-on-one-activity": {"goal/uncertain", "goal/running"},
    "goals-on-one-actor": {"goal/uncertain", "goal/running"},
    "goals-without-follow-up": {f"goal/{n}" for n in ("none", "ended", "planned", "uncertain", "running", "suggested")},
    "activities-serving-no-goal": {"activity/orphan"},
    "activities-without-responsible": {"activity/nobodys"},
    "activities-without-period": {"activity/uncertain", "activity/loose", "activity/orphan"},
    "activities-without-follow-up": {
        f"activity/{n}" for n in ("ended", "planned", "uncertain", "running", "loose", "orphan", "nobodys")
    },
    "handslag-without-activity": {"handslag/h"},
    "handslag-naming-no-goal": {"handslag/h"},
    "target-groups-not-reached": {"target-group/boys"},
    "municipalities-not-named": {"place/1960"},
    "things-without-passage": {
        "handslag/h",
        *(f"activity/{n}" for n in ("ended", "planned", "uncertain", "running", "loose", "orphan", "nobodys")),
    },
}


@pytest.fixture(scope="module")
def small() -> Store:
    return world(EVERY_KIND, SUGGESTION, SUSPECT)


def test_every_kind_of_gap_is_found_in_a_small_world(small: Store) -> None:
    found = by_kind(report(small, basis=SUGGESTED))
    assert set(SMALL) == {asked.name for asked in kinds()}
    assert found == SMALL


def test_a_suggestion_counts_only_where_it_is_asked_for(small: Store) -> None:
    found = by_kind(report(small))
    assert found["goals-without-activity"] == {"goal/none", "goal/suggested"}
    assert found["activities-serving-no-goal"] == {"activity/loose", "activity/orphan"}
    assert "goals-only-suggested" not in found


def test_every_gap_is_a_sentence_with_a_remedy_in_both_languages_the_worst_first(store: Store) -> None:
    found = report(store)
    ranks = [SEVERITIES.index(gap.severity) for gap in found.gaps]
    assert ranks == sorted(ranks)
    for gap in found.gaps:
        asked = question(gap.kind)
        assert gap.severity == asked.severity
        for language in LANGUAGES:
            assert gap.sentence[language].startswith(f"{asked.title[language]}: ")
            assert gap.sentence[language].endswith(".")
        assert gap.remedy == asked.remedy
    assert len({(gap.kind, gap.thing, gap.sentence["sv"]) for gap in found.gaps}) == len(found.gaps)


def test_a_sentence_names_the_thing_its_plan_its_place_and_what_else_is_known(store: Store) -> None:
    (gap,) = (g for g in report(store, "1907").gaps if g.kind == "handslag-naming-no-goal")
    assert gap.sentence["sv"] == (
        "Handslag som inte nämner något mål i sin strategi: ”Handslag: Det handlar om livet”, Surahammar, "
        "strategi: ”Det handlar om livet – nationell strategi inom området psykisk hälsa och suicidprevention”."
    )
    (gap,) = (g for g in report(store, strategy=PLAN).gaps if g.kind == "goals-without-activity")
    assert gap.set_out_in == (f"{ID}strategy/{PLAN}",)
    assert gap.places == (f"{ID}place/19",)


def test_the_report_of_a_place_and_of_a_strategy_is_part_of_the_whole_for_what_is_not_done_in_a_place(
    store: Store,
) -> None:
    whole = by_kind(report(store))
    for part in (by_kind(report(store, strategy=PLAN)), by_kind(report(store, "1907"))):
        for kind in part:
            if kind.startswith(("activities", "handslag", "things")):
                assert part[kind] <= whole[kind]


# The questions and the coverage index say the same.

STATUS_OF = {
    "goals-only-ended": Status.ENDED,
    "goals-only-planned": Status.PLANNED,
    "goals-only-uncertain": Status.UNCERTAIN,
    "goals-without-activity": Status.NONE,
    "goals-only-suggested": Status.SUGGESTED,
}


def of_status(store: Store, scope: GapScope, status: Status) -> set[str]:
    found = coverage(store).all(Scope(scope.as_of, scope.basis, place=scope.place))
    return {of.goal.removeprefix(ID) for of in found if of.status is status}


@pytest.mark.parametrize("basis", [STATED, MAPPED])
@pytest.mark.parametrize("as_of", [date(2018, 6, 1), date(2021, 3, 1), TODAY])
def test_the_whole_report_and_the_index_agree_on_the_shipped_data(store: Store, as_of: date, basis: str) -> None:
    scope = GapScope(as_of, basis)
    found = by_kind(gaps(store, scope))
    for kind, status in STATUS_OF.items():
        assert found.get(kind, set()) == of_status(store, scope, status), kind


@pytest.mark.parametrize("place", ["1907", "1961", "1980", "19", "01"])
def test_a_question_asked_for_a_place_and_the_index_agree_on_the_shipped_data(store: Store, place: str) -> None:
    scope = scope_of(store, TODAY, place=place)
    for kind, status in STATUS_OF.items():
        if kind == ONLY_SUGGESTED:
            continue
        dated = {"asOf": TODAY.isoformat()} if kind.startswith("goals-only") else {}
        answer = question(kind).ask(store, {"place": place, **dated}, TODAY)
        rows = {str(row["goal"]).removeprefix(ID) for row in answer}
        expected = of_status(store, scope, status)
        assert rows <= expected, kind
        # What the index says of plans of other places is no gap here.
        assert status is Status.NONE or rows == expected, kind


DAYS = some.integers(-900, 900).map(lambda n: (TODAY + timedelta(days=n)).isoformat())
NAMES = [*(f"goal/{n}" for n in range(3)), "handslag/0", "handslag/1", *(f"activity/{n}" for n in range(3))]
KINDS = {"goal": "rt:Goal", "handslag": "rt:Handslag", "activity": "rt:Activity"}
LINKS = some.tuples(some.sampled_from(NAMES), some.sampled_from(NAMES[:5]))


@some.composite
def worlds(draw: some.DrawFn) -> Store:
    """A random graph with links on three bases (at most two suggestions), periods and sources."""
    facts = [f"{name} a {KINDS[name.partition('/')[0]]}" for name in NAMES]
    facts += [f"{name} rt:setOutIn strategy/s" for name in NAMES if not name.startswith("handslag")]
    facts += [f"{name} dcterms:type rt:goal-kind-goal" for name in NAMES if name.startswith("goal")]
    for name in NAMES[5:]:
        facts += [f"{name} dcterms:source document/{draw(some.integers(0, 1))}"]
        for prop in ("startsOn", "endsOn"):
            facts += [f"{name} rt:{prop} {day}" for day in draw(some.lists(DAYS, max_size=1))]
    facts += [f"document/{n} rt:freshUntil {day}" for n, day in enumerate(draw(some.lists(DAYS, max_size=2)))]
    sizes = {"stated": 5, MAPPED: 3, SUGGESTED: 2}
    links = {
        basis: [f"{below} rt:serves {above}" for below, above in draw(some.lists(LINKS, max_size=size))]
        for basis, size in sizes.items()
    }
    return world(
        quads(*facts, *links["stated"]),
        quads(*links[MAPPED], graph="m", basis=MAPPED),
        quads(*links[SUGGESTED], graph="s", basis=SUGGESTED),
    )


@settings(max_examples=150, deadline=None)
@given(store=worlds(), offset=some.integers(-600, 600), basis=some.sampled_from([STATED, MAPPED, SUGGESTED]))
def test_the_report_and_the_index_agree_on_random_graphs(store: Store, offset: int, basis: str) -> None:
    scope = GapScope(TODAY + timedelta(days=offset), basis)
    found = by_kind(gaps(store, scope))
    for kind, status in STATUS_OF.items():
        assert found.get(kind, set()) == of_status(store, scope, status), kind


# Broken threads.


def test_a_thread_stops_at_the_handslag_of_surahammar_and_the_repair_is_an_activity(store: Store) -> None:
    found = broken_threads(store, scope_of(store, TODAY, place="1907"))
    stops = {(thread.stops_at.removeprefix(ID), thread.kind) for thread in found}
    assert stops == {
        ("handslag/surahammar-det-handlar-om-livet", "Handslag"),
        *((goal, "Goal") for goal in SURAHAMMAR["goals-without-activity"]),
    }
    (thread,) = (thread for thread in found if thread.kind == "Handslag" and thread.goal == f"{ID}goal/rus-gott-liv")
    assert thread.places == (f"{ID}place/1907",)
    assert thread.level == {"sv": "handslag utan aktivitet", "en": "handslag without activity"}
    assert thread.repair == {
        "sv": "Registrera en aktivitet som genomför handslaget ”Handslag: Det handlar om livet”.",
        "en": "Record an activity that carries out the handslag “Handslag: Det handlar om livet”.",
    }


def test_a_goal_of_the_strategy_is_repaired_by_linking_the_handslag_that_names_the_strategy_only(store: Store) -> None:
    found = broken_threads(store, scope_of(store, TODAY, place="1907", strategy="det-handlar-om-livet"))
    thread = next(thread for thread in found if thread.stops_at == f"{ID}goal/dhol-d2")
    assert thread.level["en"] == "goal without activity in the place"
    assert thread.repair["sv"] == (
        "Koppla handslaget ”Handslag: Det handlar om livet” till målet ”Ökade investeringar i barn och unga för en god "
        "psykisk hälsa genom hela livet” i strategin ”Det handlar om livet – nationell strategi inom området psykisk "
        "hälsa och suicidprevention”, och registrera en aktivitet som genomför handslaget."
    )


THREAD = (
    "strategy/s a rt:Strategy",
    "goal/g a rt:Goal",
    "goal/g rt:setOutIn strategy/s",
    "place/1907 a rt:Place",
    "place/1907 rt:passage passage/p",
)
AREA = ("area/a a rt:Area", "area/a rt:setOutIn strategy/s", "area/a rt:serves goal/g")
AGREED = ("handslag/h a rt:Handslag", "handslag/h rt:place place/1907")
CARRIED = (*AGREED, "handslag/h rt:carriesOut area/a", "handslag/h rt:serves area/a")
NAMELESS = (*AGREED, "handslag/h rt:carriesOut strategy/s", "handslag/h rt:serves strategy/s")
DONE = ("activity/x a rt:Activity", "activity/x rt:serves handslag/h", "activity/x rt:setOutIn handslag/h")
LOOSE = ("activity/y a rt:Activity", "activity/y rt:setOutIn strategy/s")


@pytest.mark.parametrize(
    ("statements", "kind", "repair"),
    [
        ((), "Goal", "Record an activity that contributes to the goal “goal/g”."),
        (LOOSE, "Goal", "Link the activity “activity/y”, which serves no goal, to “goal/g”."),
        (
            (*LOOSE, "activity/z a rt:Activity", "activity/z rt:setOutIn strategy/s"),
            "Goal",
            "Link one of the 2 activities in “strategy/s” that serve no goal to “goal/g”.",
        ),
        (AREA, "Area", "Link a handslag to the area “area/a”."),
        ((*AREA, *CARRIED), "Handslag", "Record an activity that carries out the handslag “handslag/h”."),
        (
            (*AREA, *CARRIED, "activity/y a rt:Activity", "activity/y rt:setOutIn handslag/h"),
            "Handslag",
            "Link the activity “activity/y”, which serves no goal, to “handslag/h”.",
        ),
        (
            NAMELESS,
            "Goal",
            "Link the handslag “handslag/h” to the goal “goal/g” of the strategy “strategy/s”, "
            "and record an activity that carries out the handslag.",
        ),
        (
            (*NAMELESS, *DONE),
            "Goal",
            "Link the handslag “handslag/h” to the goal “goal/g” of the strategy “strategy/s”.",
        ),
        (
            ("strategy/t a rt:Strategy", "strategy/t rt:serves goal/g"),
            "Strategy",
            "Link a handslag to the strategy “strategy/t”.",
        ),
    ],
)
def test_the_repair_is_the_shortest_there_is(statements: tuple[str, ...], kind: str, repair: str) -> None:
    (thread,) = broken_threads(world(quads(*THREAD, *statements)), GapScope(TODAY))
    assert (thread.goal, thread.kind, thread.repair["en"]) == (f"{ID}goal/g", kind, repair)


def test_a_thread_that_reaches_an_activity_is_not_broken() -> None:
    assert broken_threads(world(quads(*THREAD, *AREA, *CARRIED, *DONE)), GapScope(TODAY)) == ()


def test_goals_that_only_serve_each_other_stop_at_themselves() -> None:
    loop = ("goal/h a rt:Goal", "goal/h rt:setOutIn strategy/s", "goal/g rt:serves goal/h", "goal/h rt:serves goal/g")
    found = broken_threads(world(quads(*THREAD, *loop)), GapScope(TODAY))
    assert {thread.goal for thread in found} == {f"{ID}goal/g", f"{ID}goal/h"}


def test_a_goal_judged_not_relevant_in_the_place_has_no_gap_and_no_broken_thread_there() -> None:
    judged = (
        "goal/g dcterms:type rt:goal-kind-goal",
        "not-relevant/n a rt:NotRelevant",
        "not-relevant/n rt:goal goal/g",
        "not-relevant/n rt:place place/1907",
    )
    scope = GapScope(TODAY, place=f"{ID}place/1907", strategy=f"{ID}strategy/s")
    one = world(quads(*THREAD, *judged[:1]))
    assert [thread.kind for thread in broken_threads(one, scope)] == ["Goal"]
    assert "goals-without-activity" in by_kind(gaps(one, scope))
    other = world(quads(*THREAD, *judged))
    assert broken_threads(other, scope) == ()
    assert "goals-without-activity" not in by_kind(gaps(other, scope))


# Bad input.


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"place": "1908"}, "“1908”. It is not in the graph. Nearest: place/19"),
        ({"strategy": "det-handlar-om-liv"}, "Nearest: strategy/det-handlar-om-livet"),
        ({"as_of": "22 november"}, "asOf cannot be “22 november”. Write a date like 2026-11-22."),
        ({"basis": "sugested"}, "basis cannot be “sugested”. Allowed: suggested, stated, mapped."),
    ],
)
def test_a_scope_that_is_not_there_is_told_with_the_nearest(store: Store, given: dict[str, str], named: str) -> None:
    with pytest.raises(BadParameter) as caught:
        scope_of(store, TODAY, **given)
    assert named in caught.value.message("en")
    assert next(iter(given.values())) in caught.value.message("sv")


# The command line.


@pytest.fixture
def run(data, cache):
    """Run `rodatraden gaps` on the shipped data."""

    def command(*words: str, language: str = "sv") -> Result:
        start = ["--data", str(data), "--cache", str(cache), "--language", language, "gaps", "--as-of", "2026-11-22"]
        return CliRunner().invoke(main, [*start, *words])

    return command


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 1),
        (("--place", "1907"), 1),
        (("--place", "1960"), 0),
        (("--place", "1960", "--severity", "medium"), 0),
        (("--place", "1960", "--severity", "low"), 1),
        (("--place", "1907", "--threads"), 1),
        (("--place", "1960", "--threads"), 0),
        (("--place", "1908"), 2),
        (("--strategy", "x"), 2),
        (("--as-of", "igår"), 2),
        (("--basis", "guessed"), 2),
        (("--severity", "worst"), 2),
    ],
)
def test_the_exit_code_says_whether_there_is_a_gap_as_severe_as_asked_for(
    run, words: tuple[str, ...], code: int
) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert "Traceback" not in result.output


def test_all_formats_have_the_same_gaps(run, store: Store) -> None:
    expected = report(store, "1907").gaps
    as_json = json.loads(run("--place", "1907", "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(run("--place", "1907", "--format", "csv").stdout)))
    as_text = run("--place", "1907").stdout
    assert [row["thing"]["id"] for row in as_json["rows"]] == [gap.thing for gap in expected]
    assert [row["thing"] for row in as_csv] == [gap.thing for gap in expected]
    assert [row["sentence"] for row in as_csv] == [gap.sentence["sv"] for gap in expected]
    assert (as_json["place"], as_json["asOf"], as_json["basis"]) == (f"{ID}place/1907", "2026-11-22", MAPPED)
    for gap in expected:
        assert said(gap) in as_text


def said(gap: Gap) -> str:
    return gap.sentence["sv"].removeprefix(f"{question(gap.kind).title['sv']}: ")


def test_broken_threads_come_in_all_formats_too(run) -> None:
    as_json = json.loads(run("--place", "1907", "--threads", "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(run("--place", "1907", "--threads", "--format", "csv").stdout)))
    assert [row["repair"] for row in as_json["rows"]] == [row["repair"] for row in as_csv]
    assert "handslag without activity" in run("--place", "1907", "--threads", language="en").stdout


def test_what_is_left_out_and_what_is_unknown_is_told_in_both_languages(run) -> None:
    shown = run("--place", "1960", language="en").stdout
    assert "No document in the graph names Kungsör: what is missing there is unknown." in shown
    assert "Utelämnat: municipalities-not-named. Kan inte avgränsas till en strategi." in run("--strategy", PLAN).stdout
    told = run("--strategy", PLAN, "--format", "csv", language="en")
    assert "Left out: municipalities-not-named" in told.stderr
    assert "Left out" not in told.stdout


def test_help_says_what_the_exit_codes_mean(run) -> None:
    shown = run("--help").stdout
    for word in ("Exit code 0", "Exit code 1", "Exit code 2", "--place", "--strategy", "--severity", "--threads"):
        assert word in shown
