"""Changes: a planted change of each kind gives the report written out here by hand, and identical sides none."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as some
from test_why import World, line, shown, worlds
from worlds import ID

from graph.changes import Cause, ChangeReport, Side, TextChange, ThingChange, changes
from graph.commandline import main
from graph.coverage import Statement, Status
from graph.errors import BadParameter
from graph.gaps import GapScope, scope_of
from graph.library import question
from graph.store import Store, open_store
from graph.vocabulary import BASE, BASES, MAPPED, RT, STATED

TODAY = date(2026, 11, 22)
PLAN = "vastmanland-2018"
FOLDER = f"sources/{PLAN}"
SUICIDE = f"activity/{PLAN}-kunskap-suicidprevention"
FEWER = f"goal/{PLAN}-minska-sjalvmord"
HEALTH = f"goal/{PLAN}-god-halsa"
SIP = f"activity/{PLAN}-sip-utbildning-medarbetare"
Row = dict[str, str]
Said = tuple[str, str, str]


# Planting a change in a copy of the data.


def rewritten(file: Path, edit: Callable[[list[Row]], Iterable[Row]]) -> None:
    """Write a table anew with other rows; the commented head of an SSSOM table stays."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    head = [line for line in lines if line.startswith("#")]
    delimiter = "\t" if file.suffix == ".tsv" else ","
    rows = list(csv.DictReader(io.StringIO("".join(lines[len(head) :])), delimiter=delimiter))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(edit(rows))
    file.write_text("".join(head) + out.getvalue(), "utf-8")


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(data, tmp_path / "data"))


def put(copy: Path, table: str, name: str, **cells: str) -> None:
    """Write cells of one row."""
    rewritten(copy / table, lambda rows: [{**row, **cells} if row["id"] == name else row for row in rows])


def without(copy: Path, kind: str, name: str) -> None:
    """Take a thing and all rows about it out of the plan."""
    rewritten(copy / FOLDER / f"{kind}.csv", lambda rows: [row for row in rows if row["id"] != name])
    for table in ("passage", "reading"):
        rewritten(
            copy / FOLDER / f"{table}.csv",
            lambda rows: [row for row in rows if f"{kind}/{name}" not in row.get("gäller", "").split(" | ")],
        )


# Saying a report in few words.


def short(address: str) -> str:
    for head in (ID, RT, "http://purl.org/dc/terms/", "http://www.w3.org/2004/02/skos/core#"):
        address = address.removeprefix(head)
    return address


def said(statements: Iterable[Statement]) -> list[Said]:
    return [(short(s.subject), short(s.property), short(s.value)) for s in statements]


def why_of(cause: Cause) -> dict[str, list[Said]]:
    found = {"removed": said(cause.removed), "added": said(cause.added)}
    found["events"] = [(e.kind, short(e.activity), e.day.isoformat()) for e in cause.events]
    return {key: value for key, value in found.items() if value}


def statuses(report: ChangeReport) -> dict[str, tuple[str | None, ...]]:
    return {
        short(change.goal): tuple(None if side is None else side.word for side in (change.before, change.after))
        for change in report.statuses
    }


def gap_changes(report: ChangeReport) -> dict[tuple[str, str, str], dict[str, list[Said]]]:
    """Each gap change as how, kind or kinds, and thing, with its cause."""
    found = {}
    for change in report.gaps:
        kinds = " > ".join(gap.kind for gap in (change.before, change.after) if gap is not None)
        found[change.how, kinds, short(change.gap.thing)] = why_of(change.cause)
    return found


def compared(store: Store, copy: Path, cache: Path, place: str = "", strategy: str = "") -> ChangeReport:
    other = open_store(copy, cache)
    return changes(*(Side(one, scope_of(one, TODAY, place=place, strategy=strategy)) for one in (store, other)))


# A planted change of each kind.


def test_a_removed_activity(store: Store, copy: Path, cache: Path) -> None:
    without(copy, "activity", f"{PLAN}-kunskap-suicidprevention")
    without(copy, "follow-up", f"{PLAN}-uppf-2-utbildade")
    report = compared(store, copy, cache)
    link = (SUICIDE, "contributesTo", FEWER)
    follow_up = (f"follow-up/{PLAN}-uppf-2-utbildade", "followsUp", SUICIDE)
    start = (SUICIDE, "start", "2018")
    actor = (SUICIDE, "responsible", "actor/suicidsamordnare-vastmanland")
    # It was the only activity of these: the goal itself, delmål 6 that the goal is linked to, and the goal above that.
    goals = (FEWER, "goal/dhol-d6", "goal/dhol-mal-2")
    assert statuses(report) == dict.fromkeys(goals, ("uncertain", "none"))
    assert [why_of(change.cause) for change in report.statuses] == [{"removed": [link]}] * 3
    assert gap_changes(report) == {
        key: cause
        for goal in goals
        for key, cause in {
            ("moved", "goals-only-uncertain > goals-without-activity", goal): {"removed": [link]},
            ("closed", "goals-on-one-activity", goal): {"removed": [link, start]},
            ("closed", "goals-on-one-actor", goal): {"removed": [link, actor, start]},
            ("opened", "goals-without-follow-up", goal): {"removed": [link, follow_up]},
        }.items()
    }
    assert report.texts == ()
    assert report.things == (ThingChange("gone", "Activity", ID + SUICIDE),)


def test_an_activity_that_got_an_end_which_has_passed(store: Store, copy: Path, cache: Path) -> None:
    put(copy, f"{FOLDER}/activity.csv", f"{PLAN}-kunskap-suicidprevention", slut="2019")
    report = compared(store, copy, cache, strategy=PLAN)
    cause = {"added": [(SUICIDE, "end", "2019")]}
    assert statuses(report) == {FEWER: ("uncertain", "ended")}
    assert why_of(report.statuses[0].cause) == cause
    assert gap_changes(report) == {
        ("moved", "goals-only-uncertain > goals-only-ended", FEWER): cause,
        ("closed", "goals-on-one-activity", FEWER): cause,
        ("closed", "goals-on-one-actor", FEWER): cause,
    }
    assert (report.texts, report.things) == ((), ())


def test_an_end_that_was_put_off_is_told_with_the_end_before(store: Store, copy: Path, cache: Path) -> None:
    # 002:889-911 "2018-2019", with a responsible and a follow-up
    goal = f"goal/{PLAN}-stotta-blivande-foraldrar"
    table = csv.DictReader(io.StringIO((copy / FOLDER / "activity.csv").read_text("utf-8")))
    (name,) = (row["id"] for row in table if row["bidrar till"] == goal.removeprefix("goal/"))
    put(copy, f"{FOLDER}/activity.csv", name, slut="2028")
    report = compared(store, copy, cache, strategy=PLAN)
    activity = f"activity/{name}"
    assert statuses(report) == {goal: ("ended", "followed-up")}
    cause = {"removed": [(activity, "end", "2019")], "added": [(activity, "end", "2028")]}
    assert why_of(report.statuses[0].cause) == cause
    found = gap_changes(report)
    assert found.pop(("closed", "goals-only-ended", goal)) == cause
    # It counts again: the goal rests on it alone, and those it has as responsible.
    assert {(how, kind, thing) for how, kind, thing in found} == {("opened", "goals-on-one-activity", goal)}
    assert found["opened", "goals-on-one-activity", goal] == cause


def test_an_edited_goal_text(store: Store, copy: Path, cache: Path) -> None:
    put(copy, f"{FOLDER}/goal.csv", f"{PLAN}-minska-sjalvmord", namn="Minska antalet självmord")
    report = compared(store, copy, cache)
    text = TextChange(
        ID + FEWER,
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "Minska antalet självmord och självmordsförsök som har kontakt med sjukvården",
        "Minska antalet självmord",
    )
    assert (report.statuses, report.texts, report.things) == ((), (text,), ())
    # The links of the goal that were reviewed before are suspect now; nothing else changes.
    assert {(change.how, change.gap.kind, change.gap.thing) for change in report.gaps} == {
        ("opened", "suspect-links", ID + FEWER)
    }
    assert all(change.cause == Cause(texts=(text,)) for change in report.gaps)


def test_a_new_mapping(store: Store, copy: Path, cache: Path) -> None:
    def mapped(rows: list[Row]) -> list[Row]:
        known = ("predicate_id", "mapping_justification", "author_label", "mapping_date", "confidence")
        ends = {"subject_id": f"rtid:{SIP}", "object_id": f"rtid:{HEALTH}", "comment": "Utbildningen gäller god hälsa."}
        return [*rows, {**{name: rows[0][name] for name in known}, **ends}]

    rewritten(copy / "mappings/activities-to-own-goals.sssom.tsv", mapped)
    report = compared(store, copy, cache, strategy=PLAN)
    cause = {"added": [(SIP, "contributesTo", HEALTH)]}
    assert statuses(report) == {HEALTH: ("none", "uncertain")}
    assert why_of(report.statuses[0].cause) == cause
    (statement,) = report.statuses[0].cause.added
    assert (statement.basis, statement.evidence[0].quote) == (MAPPED, "Utbildningen gäller god hälsa.")
    # It is not reviewed, which is not suspect.
    assert gap_changes(report) == {
        ("moved", "goals-without-activity > goals-only-uncertain", HEALTH): cause,
        ("opened", "goals-on-one-activity", HEALTH): cause,
        ("closed", "activities-serving-no-goal", SIP): cause,
    }
    assert (report.texts, report.things) == ((), ())


def test_a_new_activity(store: Store, copy: Path, cache: Path) -> None:
    def added(rows: list[Row]) -> list[Row]:
        like = next(row for row in rows if row["id"] == f"{PLAN}-kunskap-suicidprevention")
        kept = {name: like[name] for name in ("typ", "står i", "citat", "rader", "avsnitt")}
        return [
            *rows,
            {
                **kept,
                "id": "ny",
                "rubrik": "Ny",
                "start": "2026",
                "slut": "2027",
                "ansvarig": "region-vastmanland",
                "bidrar till": f"{PLAN}-god-halsa",
            },
        ]

    rewritten(copy / FOLDER / "activity.csv", added)
    report = compared(store, copy, cache, strategy=PLAN)
    new = "activity/ny"
    link, start, end = (new, "contributesTo", HEALTH), (new, "start", "2026"), (new, "end", "2027")
    actor = (new, "responsible", "actor/region-vastmanland")
    assert statuses(report) == {HEALTH: ("none", "active")}
    assert why_of(report.statuses[0].cause) == {"added": [link, end]}
    assert gap_changes(report) == {
        ("closed", "goals-without-activity", HEALTH): {"added": [link, end]},
        ("opened", "goals-on-one-activity", HEALTH): {"added": [link, end, start]},
        ("opened", "goals-on-one-actor", HEALTH): {"added": [link, end, actor, start]},
        ("opened", "activities-without-follow-up", new): {"added": [(new, "setOutIn", f"strategy/{PLAN}")]},
    }
    assert report.texts == ()
    assert report.things == (ThingChange("new", "Activity", ID + new),)


def test_a_new_judgement_of_not_relevant(store: Store, copy: Path, cache: Path) -> None:
    judged = {"id": "n", "rubrik": "Inte relevant", "mål": "surahammar-syfte", "plats": "1907", "skäl": "Ett skäl."}
    rewritten(copy / "mappings/not-relevant.csv", lambda rows: [*rows, judged])
    report = compared(store, copy, cache, place="1907")
    goal = "goal/surahammar-syfte"
    of_goal, of_place = ("not-relevant/n", "goal", goal), ("not-relevant/n", "place", "place/1907")
    assert statuses(report) == {goal: ("none", "not-relevant")}
    assert why_of(report.statuses[0].cause) == {"added": [of_goal, of_place]}
    assert gap_changes(report) == {
        ("closed", "goals-without-activity", goal): {"added": [of_goal, of_place]},
        ("closed", "goals-without-follow-up", goal): {"added": [of_goal, of_place]},
    }
    assert (report.texts, report.things) == ((), ())


def test_a_goal_that_is_gone_and_come_is_said_to_be_so(store: Store, copy: Path, cache: Path) -> None:
    without(copy, "goal", f"{PLAN}-god-halsa")
    for table in (copy / "mappings").glob("*.sssom.tsv"):
        rewritten(table, lambda rows: [row for row in rows if HEALTH not in (row["subject_id"] + row["object_id"])])
    gone = compared(store, copy, cache, strategy=PLAN)
    other = open_store(copy, cache)
    back = changes(*(Side(one, scope_of(one, TODAY, strategy=PLAN)) for one in (other, store)))
    assert statuses(gone) == {HEALTH: ("none", None)}
    assert statuses(back) == {HEALTH: (None, "none")}
    assert gone.things == (ThingChange("gone", "Goal", ID + HEALTH),)
    assert back.things == (ThingChange("new", "Goal", ID + HEALTH),)
    plan = (HEALTH, "setOutIn", f"strategy/{PLAN}")
    assert why_of(gone.statuses[0].cause) == {"removed": [plan]}
    assert why_of(back.statuses[0].cause) == {"added": [plan]}


# Between two dates.


def between(store: Store, since: str, as_of: str, **asked: str) -> ChangeReport:
    return changes(*(Side(store, scope_of(store, TODAY, day, **asked)) for day in (since, as_of)))


def test_between_two_dates_an_activity_ended_on_its_end_date(store: Store) -> None:
    report = between(store, "2019-12-31", "2020-01-01", strategy=PLAN)
    goal = f"goal/{PLAN}-stotta-blivande-foraldrar"
    change = next(change for change in report.statuses if short(change.goal) == goal)  # 002:889-911 "2018-2019"
    assert (change.before, change.after) == (Status.FOLLOWED_UP, Status.ENDED)
    assert [(event.kind, event.day) for event in change.cause.events] == [("ended", date(2020, 1, 1))]
    (event,) = change.cause.events
    assert (event.statement.value, event.statement.property) == ("2019", RT + "end")
    assert event.statement.evidence
    assert (change.cause.removed, change.cause.added) == ((), ())
    found = gap_changes(report)
    assert ("opened", "goals-only-ended", goal) in found
    assert found["opened", "goals-only-ended", goal] == why_of(change.cause)
    assert (report.texts, report.things) == ((), ())


def test_between_two_dates_an_activity_started(store: Store) -> None:
    report = between(store, "2018-12-31", "2019-01-01", strategy=PLAN)
    goal = f"goal/{PLAN}-oka-brukarrevisioner"  # 002:818-832 "2019--"
    change = next(change for change in report.statuses if short(change.goal) == goal)
    assert change.before is Status.PLANNED
    assert {(event.kind, event.day, event.statement.value) for event in change.cause.events} == {
        ("started", date(2019, 1, 1), "2019")
    }


def test_between_two_dates_the_source_became_older_than_24_months(store: Store) -> None:
    report = between(store, "2020-12-31", "2021-01-01", strategy=PLAN)
    change = next(change for change in report.statuses if short(change.goal) == FEWER)  # 002:663-687 "2018--"
    assert (change.before, change.after) == (Status.FOLLOWED_UP, Status.UNCERTAIN)
    (event,) = change.cause.events
    assert (event.kind, event.activity, event.day) == ("source-aged", ID + SUICIDE, date(2021, 1, 1))
    assert (short(event.statement.subject), event.statement.value) == (f"document/{PLAN}", "2018")
    assert event.statement.evidence
    assert gap_changes(report)["opened", "goals-only-uncertain", FEWER] == why_of(change.cause)


def test_every_change_between_two_dates_has_an_event_for_its_cause(store: Store) -> None:
    for since, as_of in (("2018-06-01", "2019-06-01"), ("2019-06-01", "2021-06-01"), ("2021-06-01", "2026-11-22")):
        report = between(store, since, as_of)
        assert report.statuses
        for change in (*report.statuses, *report.gaps):
            assert change.cause.events
            assert all(since < event.day.isoformat() <= as_of for event in change.cause.events)


def test_identical_sides_differ_in_nothing(store: Store, data: Path, cache: Path) -> None:
    again = open_store(data, cache)
    assert again is not store
    for scope in (GapScope(TODAY), scope_of(store, TODAY, place="1907"), scope_of(store, TODAY, strategy=PLAN)):
        assert not changes(Side(store, scope), Side(store, scope))
        report = changes(Side(store, scope), Side(again, scope))
        assert (report.statuses, report.gaps, report.texts, report.things) == ((), (), (), ())
        assert not report


# Any two versions.


def version(found: World, name: str) -> Store:
    return Store(found.store().quads, name, BASE)


@settings(max_examples=100, deadline=None)
@given(
    found=worlds(),
    seed=some.integers(0, 2**32),
    basis=some.sampled_from(BASES),
    place=some.sampled_from([None, "1907", "19"]),
)
def test_every_other_status_has_a_cause_that_is_true(found: World, seed: int, basis: str, place: str | None) -> None:
    rng = Random(seed)
    kept = [[said for said in found.said if rng.random() < 0.85] for _ in range(2)]
    scope = GapScope(TODAY, basis, None if place is None else f"{ID}place/{place}")
    before, after = (Side(version(replace(found, said=tuple(k)), str(n)), scope) for n, k in enumerate(kept))
    report = changes(before, after)
    assert {c.goal: (c.before, c.after) for c in report.statuses} == {
        goal: (before.statuses.get(goal), after.statuses.get(goal))
        for goal in {*before.statuses, *after.statuses}
        if before.statuses.get(goal) != after.statuses.get(goal)
    }
    old, new = ({(where, line(forms[0])) for where, forms in k} for k in kept)
    for change in report.statuses:
        gone, come = ({(s.basis, shown(s)) for s in those} for those in (change.cause.removed, change.cause.added))
        assert gone or come
        assert gone <= old - new
        assert come <= new - old
    for gap in report.gaps:
        assert gap.cause.removed or gap.cause.added


@settings(max_examples=100, deadline=None)
@given(
    found=worlds(), days=some.tuples(some.integers(-900, 900), some.integers(0, 900)), basis=some.sampled_from(BASES)
)
def test_every_other_status_at_a_later_date_has_an_event(found: World, days: tuple[int, int], basis: str) -> None:
    since = TODAY + timedelta(days=days[0])
    until = since + timedelta(days=days[1])
    store = found.store()
    report = changes(Side(store, GapScope(since, basis)), Side(store, GapScope(until, basis)))
    assert bool(report.statuses) <= (days[1] > 0)
    for change in report.statuses:
        assert change.cause.events
        assert all(since < event.day <= until for event in change.cause.events)


@settings(max_examples=50, deadline=None)
@given(found=worlds(), basis=some.sampled_from(BASES))
def test_two_stores_of_the_same_statements_differ_in_nothing(found: World, basis: str) -> None:
    scope = GapScope(TODAY, basis)
    assert not changes(Side(version(found, "one"), scope), Side(version(found, "two"), scope))


# Bad input.


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (GapScope(date(2027, 1, 1)), GapScope(TODAY), "since cannot be “2027-01-01”. The date must be 2026-11-22"),
        (GapScope(TODAY, STATED), GapScope(TODAY), "basis cannot be “stated”. Both sides must have the same"),
        (GapScope(TODAY, place=f"{ID}place/19"), GapScope(TODAY), f"place cannot be “{ID}place/19”."),
    ],
)
def test_sides_that_cannot_be_compared_are_told(store: Store, before: GapScope, after: GapScope, told: str) -> None:
    with pytest.raises(BadParameter) as caught:
        changes(Side(store, before), Side(store, after))
    assert told in caught.value.message("en")


# The command line.


@pytest.fixture
def run(data: Path, cache: Path) -> Callable[..., Result]:
    """Run `rodatraden changes` on the shipped data, as of 22 November 2026."""

    def command(*words: str, language: str = "sv") -> Result:
        start = ["--data", str(data), "--cache", str(cache), "--language", language, "changes"]
        return CliRunner().invoke(main, [*start, *words])

    return command


DATES = ("--since", "2020-12-31", "--as-of", "2021-01-01", "--strategy", PLAN)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (DATES, 1),
        (("--since", "2026-11-21", "--as-of", "2026-11-22"), 0),
        ((), 2),
        (("--since", "igår"), 2),
        (("--since", "2026-11-22", "--as-of", "2020-01-01"), 2),
        (("--since", "2020-01-01", "--place", "1908"), 2),
        (("--since", "2020-01-01", "--strategy", "x"), 2),
        (("--before", "/nowhere/at/all"), 2),
    ],
)
def test_the_exit_code_says_whether_something_differs(
    run: Callable[..., Result], words: tuple[str, ...], code: int
) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert "Traceback" not in result.output


def test_an_older_folder_is_compared_with_the_data(run: Callable[..., Result], data: Path, copy: Path) -> None:
    assert run("--before", str(data)).stdout == "Inget är ändrat.\n"
    put(copy, f"{FOLDER}/activity.csv", f"{PLAN}-kunskap-suicidprevention", slut="2019")
    result = run("--before", str(copy), "--as-of", "2026-11-22", "--strategy", PLAN, language="en")
    assert result.exit_code == 1
    titles = [question(kind).title["en"] for kind in ("goals-only-ended", "goals-only-uncertain")]
    for words in (
        "Minska antalet självmord och självmordsförsök som har kontakt med sjukvården: Ended → Uncertain",
        f"moved: {titles[0]} → {titles[1]}: “Minska antalet självmord",
        "Statement removed:",
        "· 2019 [Stated]",
    ):
        assert words in result.stdout


def test_all_formats_have_the_same_changes(run: Callable[..., Result], store: Store) -> None:
    report = between(store, "2020-12-31", "2021-01-01", strategy=PLAN)
    as_json = json.loads(run(*DATES, "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(run(*DATES, "--format", "csv").stdout)))
    expected = [("status", short(c.goal)) for c in report.statuses] + [("gap", short(c.gap.thing)) for c in report.gaps]
    assert [(row["part"], short(row["thing"]["id"])) for row in as_json["rows"]] == expected
    assert [(row["part"], short(row["thing"])) for row in as_csv] == expected
    assert all(row["cause"] for row in as_csv)
    assert (as_json["since"], as_json["asOf"]) == ("2020-12-31", "2021-01-01")
    as_text = run(*DATES).stdout
    assert all(change.gap.details("sv") in as_text for change in report.gaps)
    assert "2021-01-01: Öka kunskapen om suicidprevention" in as_text


def test_help_says_what_the_exit_codes_mean(run: Callable[..., Result]) -> None:
    shown_help = run("--help").stdout
    for word in (
        "Exit code 0",
        "Exit code 1",
        "Exit code 2",
        "--since",
        "--before",
        "--as-of",
        "--place",
        "--strategy",
    ):
        assert word in shown_help
