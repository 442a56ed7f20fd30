"""Changing the graph at run time: all or nothing, only what counts must be valid, and nothing is lost or fetched."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from graph import errors
from graph.coverage import Scope, coverage
from graph.journal import Journal
from graph.setting import Setting
from graph.store import Store, open_store, store_of
from graph.store.writing import Add, Author, Document, Remove, Replace, Update, WriteLimits, Writer, Writing, Written
from graph.store.writing.process import Task
from graph.vocabulary import BASE, RT

TODAY = date(2026, 11, 28)
STEWARD = Author("Region Ex", "steward")
PLAN, OWN = f"{BASE}graph/a-plan", "http://own.example/g"
GOAL, ACTIVITY = f"{BASE}id/goal/a-mal", f"{BASE}id/activity/a-akt"
ONE = Update(f"INSERT DATA {{ GRAPH <{OWN}> {{ <a:s> <a:p> <a:o> }} }}")
OF_OWN = f"SELECT ?s ?p ?o WHERE {{ GRAPH <{OWN}> {{ ?s ?p ?o }} }}"


@pytest.fixture
def setting(small: Path, tmp_path: Path) -> Setting:
    return Setting(small, tmp_path / "cache", TODAY, journal=tmp_path / "journal")


Making = Callable[..., Writer]


@pytest.fixture
def making(setting: Setting) -> Iterator[Making]:
    made: list[Writer] = []

    def make(**limits: float) -> Writer:
        made.append(Writer(setting, lambda: datetime.now(UTC), WriteLimits(**limits)))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for writer in made:
        writer.close()


def done(writer: Writer, wish: Writing) -> tuple[Written, Store | None]:
    seen: list[Store] = []
    written = writer.write(wish, STEWARD, seen.append)
    return written, seen[0] if seen else None


def turtle(text: str) -> tuple[Document, ...]:
    return (Document("text/turtle", text.encode()),)


def lines(store: Store) -> list[bytes]:
    return sorted(store.quads.splitlines())


def anew(setting: Setting) -> Store:
    """The store as it is built where there is no cache: from data and journal alone."""
    return open_store(setting.data, setting.cache / "anew", setting.base, setting.journal)


def test_an_update_is_in_the_journal_and_in_the_store(making: Making, setting: Setting) -> None:
    before = store_of(setting)
    written, store = done(making(), ONE)
    assert store is not None
    assert written.version == store.version == store_of(setting).version != before.version
    assert [str(value) for row in store.select(OF_OWN).rows for value in row] == ["a:s", "a:p", "a:o"]
    (change,) = Journal(setting.journal or Path()).changes
    assert change == written.change
    assert (change.by, change.role, change.what, change.patch.removed) == ("Region Ex", "steward", "SPARQL Update", ())


def test_data_and_journal_alone_give_the_same_graph(making: Making, setting: Setting) -> None:
    writer = making()
    done(writer, ONE)
    done(writer, Replace(OWN, turtle("<x> <y> [ <z> 007, '007'^^<a:t>, 'å'@sv ] .")))
    done(writer, Update(f"DELETE DATA {{ GRAPH <{PLAN}> {{ <{ACTIVITY}> <{RT}contributesTo> <{GOAL}> }} }}"))
    _, store = done(writer, Add(OWN, turtle("<x> <y> <z> .")))
    assert store is not None
    assert lines(anew(setting)) == lines(store)
    assert anew(setting).version == store.version


def test_what_is_deleted_may_have_blank_nodes_and_stays_deleted(making: Making, setting: Setting) -> None:
    blank = "SELECT ?g ?node WHERE { GRAPH ?g { ?shape ?p ?node FILTER(isBlank(?node)) } }"
    assert len(store_of(setting).select(blank)) > 0, "the shapes have blank nodes"
    writer = making()
    everything = "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) } }"
    _, store = done(writer, Update(everything))
    assert store is not None
    assert len(store.select(blank)) == 0
    assert len(anew(setting).select(blank)) == 0


def test_where_nothing_changes_there_is_no_change(making: Making, setting: Setting) -> None:
    writer = making()
    done(writer, ONE)
    for wish in (ONE, Update("DELETE WHERE { GRAPH <a:none> { ?s ?p ?o } }"), Add(OWN, turtle("<a:s> <a:p> <a:o> ."))):
        written, store = done(writer, wish)
        assert (written.change, store, written.is_new) == (None, None, False)
    assert len(Journal(setting.journal or Path()).changes) == 1


def test_a_graph_is_replaced_added_to_and_removed(making: Making) -> None:
    writer = making()
    first, _ = done(writer, Replace(OWN, turtle("<a> <b> 1 .")))
    again, _ = done(writer, Replace(OWN, turtle("<a> <b> 2 .")))
    _, added = done(writer, Add(OWN, turtle("<a> <b> 3 .")))
    assert (first.is_new, again.is_new) == (True, False)
    assert added is not None
    assert sorted(str(row["o"]) for row in added.select(OF_OWN)) == ["2", "3"]
    assert {str(row["s"]) for row in added.select(OF_OWN)} == {"http://own.example/a"}, "relative to the graph"
    _, removed = done(writer, Remove(OWN))
    assert removed is not None
    assert len(removed.select(OF_OWN)) == 0
    with pytest.raises(errors.UnknownGraph):
        done(writer, Remove(OWN))


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:s> <a:p> <a:o> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR DEFAULT",
        "DROP SILENT DEFAULT",
        f"CLEAR GRAPH <{BASE}graph/void>",
        f"INSERT DATA {{ GRAPH <{BASE}graph/void> {{ <a:s> <a:p> <a:o> }} }}",
        "CLEAR ALL ; INSERT DATA { <a:s> <a:p> <a:o> }",
    ],
)
def test_what_is_made_from_the_other_graphs_is_not_written(making: Making, setting: Setting, text: str) -> None:
    with pytest.raises(errors.QueryNotAllowed, match="graf med namn"):
        done(making(), Update(text))
    assert Journal(setting.journal or Path()).changes == ()


def test_everything_can_be_removed_and_what_describes_it_follows(making: Making) -> None:
    _, store = done(making(), Update(f"CLEAR ALL ; INSERT DATA {{ GRAPH <{OWN}> {{ <a:s> <a:p> <a:o> }} }}"))
    assert store is not None
    assert len(store.select(OF_OWN)) == 1
    named = {str(row["g"]) for row in store.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")}
    assert named == {OWN, f"{BASE}graph/void"}


def test_what_counts_must_be_valid(making: Making, setting: Setting) -> None:
    wish = Update(f"DELETE WHERE {{ GRAPH <{PLAN}> {{ <{GOAL}> a ?kind }} }}")
    with pytest.raises(errors.InvalidChange, match="Ingenting har ändrats") as refused:
        done(making(), wish)
    assert refused.value.count >= len(refused.value.problems) > 0
    assert any(problem.column == f"{RT}contributesTo" for problem in refused.value.problems)
    assert Journal(setting.journal or Path()).changes == ()
    assert [path.suffix for path in setting.cache.iterdir()] == [".nq"]


def test_the_thread_may_not_run_in_a_circle(making: Making) -> None:
    with pytest.raises(errors.InvalidChange, match="Cirkel"):
        done(making(), Update(f"INSERT DATA {{ GRAPH <{PLAN}> {{ <{GOAL}> <{RT}serves> <{ACTIVITY}> }} }}"))


@pytest.mark.parametrize(
    "triple",
    [
        f"<a:own> <{RT}basis> 'x'",
        f"<a:own> <{RT}basis> <{RT}basis-foo>",
        f"<a:own> <{RT}basis> <{RT}basis-stated>, <{RT}basis-mapped>",
    ],
)
def test_how_sure_a_graph_is_must_be_clear(making: Making, setting: Setting, triple: str) -> None:
    writer = making()
    for graph in ("a:own", PLAN):
        with pytest.raises(errors.InvalidChange, match="En graf har en grund"):
            done(writer, Update(f"INSERT DATA {{ GRAPH <{graph}> {{ {triple} }} }}"))
    assert Journal(setting.journal or Path()).changes == ()


def test_a_graph_without_a_basis_may_hold_anything_and_counts_nowhere(making: Making) -> None:
    text = f"INSERT DATA {{ GRAPH <{OWN}> {{ <a:x> a <{RT}Goal> . <a:x> <{RT}serves> <a:x> }} }}"
    _, store = done(making(), Update(text))
    assert store is not None
    assert len(store.select(f"SELECT ?g WHERE {{ ?g a <{RT}Goal> }}")) == 1


def test_coverage_follows(making: Making) -> None:
    scope, writer = Scope(TODAY), making()
    _, store = done(writer, ONE)
    assert store is not None
    assert coverage(store).of(GOAL, scope).status.word != "none"
    links = f"<{ACTIVITY}> <{RT}contributesTo> <{GOAL}> ; <{RT}serves> <{GOAL}>"
    gone = "\n".join(
        f"DELETE WHERE {{ GRAPH ?g {{ <{ACTIVITY}> <{RT}{prop}> ?x }} }} ;" for prop in ("contributesTo", "serves")
    )
    _, after = done(writer, Update(gone))
    assert after is not None
    assert coverage(after).of(GOAL, scope).status.word == "none"
    _, again = done(writer, Update(f"INSERT DATA {{ GRAPH <{PLAN}> {{ {links} }} }}"))
    assert again is not None
    assert coverage(again).of(GOAL, scope).status.word != "none"


@pytest.mark.parametrize("form", ["LOAD <{}>", "PREFIX x: <{}> LOADx:y", "LOAD SILENT <{}> INTO GRAPH <a:g>"])
def test_nothing_is_fetched(making: Making, form: str) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0.5)
        with pytest.raises(errors.QueryRefused):
            done(making(), Update(form.format(f"http://127.0.0.1:{listener.getsockname()[1]}/")))
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.parametrize(
    "around", ["SERVICE <http://127.0.0.1/> {{ {} }}", "SERVICE SILENT <http://127.0.0.1/> {{ {} }}"]
)
def test_no_service_is_asked(making: Making, around: str) -> None:
    text = f"INSERT {{ GRAPH <a:g> {{ ?s ?p ?o }} }} WHERE {{ {around.format('?s ?p ?o')} }}"
    with pytest.raises(errors.QueryNotAllowed, match="SERVICE"):
        done(making(), Update(text))


GROWING = "?s ?p ?o . ?t ?q ?o2 BIND(CONCAT(STR(?s), STR(?t)) AS ?x)"
CROSS = " ".join(f"VALUES ?{name} {{ {'1 ' * 300} }}" for name in "abcdefgh")


@pytest.mark.parametrize(
    ("wish", "limits", "kind"),
    [
        (
            Update(f"INSERT {{ GRAPH <{OWN}> {{ <a:s> <a:p> ?a }} }} WHERE {{ {CROSS} }}"),
            {"seconds": 2.0},
            "QueryTimeout",
        ),
        (
            Update(f"INSERT {{ GRAPH <{OWN}> {{ <a:s> ?p ?x }} }} WHERE {{ {GROWING} }}"),
            {"memory_bytes": 300_000_000},
            "QueryTooLarge",
        ),
        (Update("INSERT DATA {" + "{" * 5000), {}, "QueryTooLarge"),
        (Update("INSERT DATA { GRAPH <a:g> {"), {}, "QuerySyntax"),
        (Update("x" * 101), {"sent_bytes": 100}, "QueryTooLarge"),
        (Update("CLEAR ALL # \0"), {}, "QuerySyntax"),
        (Replace(OWN, turtle("<a> <b> .")), {}, "QuerySyntax"),
        (Replace("http://[bad", turtle("<a:a> <a:b> 1 .")), {}, "QuerySyntax"),
        (Remove("http://[bad"), {}, "QuerySyntax"),
        (Update("INSERT { GRAPH ?g { <a:s> <a:p> 1 } } WHERE { BIND(BNODE() AS ?g) }"), {}, "QuerySyntax"),
        (Update('INSERT DATA { GRAPH <a:g> { <a:s> <a:p> "x"@en--ltr } }'), {}, "QuerySyntax"),
        (Update("INSERT DATA { GRAPH <a:g> { <a:s> <a:p> <<( <a:s> <a:p> <a:o> )>> } }"), {}, "QuerySyntax"),
        (
            Replace(
                OWN, (Document("application/ld+json", b'{"@id": "a:other", "@graph": [{"@id": "a:s", "a:p": 1}]}'),)
            ),
            {},
            "QuerySyntax",
        ),
        (
            Replace(OWN, (Document("application/rdf+xml", b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&b;</x>'),)),
            {},
            "QuerySyntax",
        ),
        (
            Replace(OWN, (Document("application/ld+json", b'{"@context": "http://127.0.0.1/", "a": 1}'),)),
            {},
            "QuerySyntax",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_done_changes_nothing(
    making: Making, setting: Setting, wish: Writing, limits: dict[str, float], kind: str
) -> None:
    with pytest.raises(errors.RodaTradenError) as refused:
        done(making(**limits), wish)
    assert type(refused.value).__name__ == kind
    assert Journal(setting.journal or Path()).changes == ()
    assert not [path for path in setting.cache.glob("*") if path.suffix != ".nq"]


def test_entities_that_grow_are_bounded(making: Making) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 12))
    content = f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{entities}]><x>&a11;</x>'.encode()
    with pytest.raises(errors.QueryRefused):
        done(making(seconds=10.0, memory_bytes=300_000_000), Replace(OWN, (Document("application/rdf+xml", content),)))


def test_where_the_service_has_no_room_for_the_new_graph_nothing_is_changed(
    making: Making, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = Path("/proc/none/new.part")
    task = Task.of
    monkeypatch.setattr(Task, "of", lambda *given: replace(task(*given), after=nowhere))
    with pytest.raises(errors.StoreError, match="går inte att skriva"):
        done(making(), ONE)
    assert Journal(setting.journal or Path()).changes == ()


def test_while_one_writes_another_waits_and_then_is_told(making: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = making(wait=0.1)
    with writer._turn, pytest.raises(errors.QueryBusy, match="En annan ändring"):
        done(writer, ONE)


def test_two_services_do_not_write_in_one_journal(making: Making) -> None:
    making()
    with pytest.raises(errors.StoreError, match="En annan tjänst skriver"):
        making()


def test_a_change_that_is_made_but_cannot_be_shown_is_not_lost(
    making: Making, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = making()
    with monkeypatch.context() as broken:
        failure = errors.StoreError("Motorn är nere.", "The engine is down.")
        broken.setattr("graph.store.writing.writer.store_at", lambda *_: (_ for _ in ()).throw(failure))
        with pytest.raises(errors.StoreError, match=r"ligger i journalen.*Motorn är nere"):
            done(writer, ONE)
    written, store = done(writer, ONE)
    assert (written.change, store) == (None, None)
    assert len(store_of(setting).select(OF_OWN)) == 1


def test_data_that_are_edited_during_a_change_count_from_the_next_one_on(
    making: Making, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = making()
    goals = setting.data / "sources" / "a-plan" / "goal.csv"
    work = Writer._worked_out

    def edited(*given: object) -> object:
        outcome = work(*given)  # type: ignore[arg-type]
        goals.write_text(goals.read_text("utf-8").replace("Ett mål,goal", "Ett annat mål,goal"), "utf-8")
        return outcome

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Writer, "_worked_out", edited)
        first, shown = done(writer, ONE)
    assert shown is not None
    assert first.version == shown.version != store_of(setting).version
    assert lines(store_of(setting)) == lines(anew(setting)) != lines(shown)
    _, after = done(writer, Add(OWN, turtle("<a:s> <a:p> 2 .")))
    assert after is not None
    assert lines(after) == lines(anew(setting))


def test_of_the_built_graphs_only_the_data_s_own_and_the_last_are_kept(making: Making, setting: Setting) -> None:
    own = store_of(setting).version
    writer = making()
    for number in range(3):
        written, _ = done(writer, Replace(OWN, turtle(f"<a> <b> {number} .")))
    assert {path.stem for path in setting.cache.iterdir()} == {own, written.version}


WRITING = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from graph.setting import Setting
from graph.store.writing import Author, Update, Writer
if __name__ == "__main__":
    data, cache, journal = map(Path, sys.argv[1:])
    writer = Writer(Setting(data, cache, date.today(), journal=journal), lambda: datetime.now(UTC))
    number = len(writer._journal.changes)
    while True:
        text = f"INSERT DATA {{ GRAPH <http://own.example/g> {{ <a:s> <a:p> {number} }} }}"
        writer.write(Update(text), Author("Region Ex", "steward"), lambda store: None)
        print(number, flush=True)
        number += 1
"""


def test_kill_9_at_any_moment_loses_nothing_that_was_acknowledged(setting: Setting, tmp_path: Path) -> None:
    store_of(setting)
    script = tmp_path / "writing.py"
    script.write_text(WRITING)
    folders = [str(folder) for folder in (setting.data, setting.cache, setting.journal)]
    acknowledged: set[int] = set()
    for pause in (0.0, 0.13, 0.31, 0.57):
        words = [sys.executable, str(script), *folders]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, start_new_session=True)
        assert process.stdout is not None
        with process:
            acknowledged.add(int(process.stdout.readline()))
            time.sleep(pause)
            os.killpg(process.pid, signal.SIGKILL)
            acknowledged |= {int(line) for line in process.stdout}
        found = {int(str(row["o"])) for row in store_of(setting).select(OF_OWN)}
        assert acknowledged <= found
        assert found == set(range(len(found))), "the next one counts on from what is there"
        assert lines(anew(setting)) == lines(store_of(setting))
