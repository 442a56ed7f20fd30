"""Writing over HTTP: only with a token, all or nothing, seen at once, and without anybody else noticing."""

import json
import os
import re
import subprocess
import threading
import time
import weakref
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from conftest import ROOT
from writable import Writable

from graph.coverage import coverage
from graph.errors import StoreError
from graph.journal import Journal
from graph.store import open_store
from graph.store.writing import Author
from graph.vocabulary import BASE, RT
from web.tokens import BYTES, STEWARD, author, made, tokens

UPDATE, TURTLE = {"Content-Type": "application/sparql-update"}, {"Content-Type": "text/turtle"}
GRAPH = "http://own.example/g"
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
NESTED = "--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\na\r\n--y--\r\n--x--\r\n"
PAGES = (
    "/",
    "/coverage",
    "/gaps",
    "/need",
    "/search?q=a",
    "/source",
    "/void",
    "/api",
    "/api/openapi.json",
    "/api/questions/goals-without-activity.csv",
    "/question/goals-without-activity",
    "/id/goal/a-mal",
    "/thread?thing=goal/a-mal",
    "/explore?thing=goal/a-mal",
    "/who-else?goal=a-mal",
    "/compare?since=2020-01-01",
)
Answer = tuple[int, dict[str, str], str]


def send(
    service: Writable | str, method: str, path: str, body: bytes | str = b"", headers: dict[str, str] | None = None
) -> Answer:
    address = service if isinstance(service, str) else service.address
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request(method, path, body.encode() if isinstance(body, str) else body, headers or {})
    answer = connection.getresponse()
    content = answer.read().decode()
    connection.close()
    return answer.status, {name.title(): value for name, value in answer.headers.items()}, content


def update(service: Writable, text: str, **more: str) -> Answer:
    return send(service, "POST", f"/sparql?{urlencode(more)}", text, service.bearer | UPDATE)


def rows(service: Writable | str, query: str) -> list[str]:
    status, _, content = send(service, "GET", f"/sparql?{urlencode({'query': query, 'format': 'csv'})}")
    assert status == 200, content
    return content.splitlines()[1:]


def of_graph(service: Writable, graph: str = GRAPH) -> list[str]:
    return rows(service, f"SELECT ?o {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} ORDER BY ?o")


@pytest.fixture(autouse=True)
def without_the_graph(request: pytest.FixtureRequest) -> None:
    """Every test begins without the graph that they write in."""
    if "writable" in request.fixturenames:
        update(request.getfixturevalue("writable"), f"DROP SILENT GRAPH <{GRAPH}>")


def inserting(number: int) -> str:
    return f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <a:s> <a:p> {number} }} }}"


# Who may.


@pytest.mark.parametrize(
    ("given", "challenge"),
    [
        ({}, "Bearer realm=rodatraden"),
        ({"Authorization": "Bearer nonsense"}, "Bearer realm=rodatraden, error=invalid_token"),
        ({"Authorization": "Bearer"}, "Bearer realm=rodatraden, error=invalid_token"),
        ({"Authorization": "Basic dXNlcjpwYXNz"}, "Bearer realm=rodatraden"),
    ],
)
def test_without_a_token_nothing_is_written(writable: Writable, given: dict[str, str], challenge: str) -> None:
    for method, path, body, headers in (
        ("POST", "/sparql", inserting(1), UPDATE),
        ("PUT", f"/graph-store?graph={quote(GRAPH)}", "<a> <b> 1 .", TURTLE),
        ("DELETE", f"/graph-store?graph={quote(BASE)}graph/a-plan", "", {}),
    ):
        status, answered, content = send(writable, method, path, body, given | headers)
        assert (status, answered["Www-Authenticate"]) == (401, challenge)
        assert json.loads(content)["status"] == 401
    assert of_graph(writable) == []


def test_a_service_that_only_reads_has_nothing_to_write_to(address: str) -> None:
    bearer = {"Authorization": "Bearer whatever"}
    assert send(address, "POST", "/sparql", inserting(1), bearer | UPDATE)[0] == 403
    for method in ("PUT", "DELETE", "POST", "PATCH"):
        status, answered, _ = send(address, method, f"/graph-store?graph={quote(GRAPH)}", "", bearer | TURTLE)
        assert status == 405
        assert {name.strip() for name in answered["Allow"].split(",")} == {"GET", "HEAD", "OPTIONS"}
    assert send(address, "GET", "/sparql?query=ASK%7B%7D", headers=bearer)[0] == 200, "what a proxy adds is no matter"


def test_a_token_that_is_taken_out_of_the_file_is_worth_nothing_from_then_on(writable: Writable) -> None:
    file = writable.app.extensions["service"].writes.tokens
    other = Writable(writable.address, made(file, Author("Kommun Y", STEWARD)), writable.app, writable.setting)
    assert update(other, inserting(1))[0] == 200
    kept = file.read_text("utf-8").split("[[token]]")
    file.write_text("[[token]]".join(part for part in kept if "Kommun Y" not in part), "utf-8")
    assert update(other, inserting(2))[0] == 401
    assert update(writable, inserting(3))[0] == 200
    assert of_graph(writable) == ["1", "3"]


def test_of_a_token_only_its_hash_is_kept_where_nobody_else_reads(tmp_path: Path) -> None:
    file = tmp_path / "tokens.toml"
    one, other = (made(file, Author(by, STEWARD)) for by in ('Region "Ex" \\ Å', "Kommun Y"))
    assert one != other
    assert len(one) > BYTES
    assert not {one, other} & set(re.findall(r"[\w-]+", file.read_text("utf-8")))
    assert file.stat().st_mode & 0o077 == 0
    assert [token.author.by for token in tokens(file)] == ['Region "Ex" \\ Å', "Kommun Y"]
    assert author(file, one) == Author('Region "Ex" \\ Å', STEWARD)
    assert author(file, one[:-1]) is None
    assert author(file, tokens(file)[0].sha256) is None


@pytest.mark.parametrize(
    "text",
    [
        "[[token]]\nrole = 'steward'\nby = 'x'",
        "[[token]]\nsha256='a'\nrole='king'\nby='x'",
        "[[",
        "token = 3",
        "[[token]]\nsha256=5\nrole='steward'\nby='x'",
    ],
)
def test_a_file_of_tokens_that_is_not_as_it_should_be_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "tokens.toml").write_text(text)
    with pytest.raises(StoreError, match="går inte att använda"):
        tokens(tmp_path / "tokens.toml")


def test_where_the_tokens_cannot_be_read_nobody_writes_and_no_folder_is_told(writable: Writable) -> None:
    file = writable.app.extensions["service"].writes.tokens
    text = file.read_text("utf-8")
    try:
        file.write_text("[[", "utf-8")
        status, _, content = update(writable, inserting(1))
    finally:
        file.write_text(text, "utf-8")
    assert status == 503
    assert str(file.parent) not in content
    assert of_graph(writable) == []


@pytest.mark.parametrize("name", ["", "two\nlines", "x" * 200, "\x7f"])
def test_a_token_is_made_for_a_name_of_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="en organisation eller roll"):
        made(tmp_path / "tokens.toml", Author(name, STEWARD))


# What comes of it.


def test_a_change_is_told_and_seen_at_once_everywhere(writable: Writable) -> None:
    before = send(writable, "GET", "/health")[2]
    status, answered, content = update(writable, inserting(1))
    told = json.loads(content)
    assert (status, answered["Content-Type"]) == (200, "application/json")
    assert (told["added"], told["removed"]) == (1, 0)
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", told["change"])
    assert of_graph(writable) == ["1"]
    assert send(writable, "GET", "/health")[2] == f"ok {told['version']}\n" != before
    assert f'rodatraden_data_info{{version="{told["version"]}"}} 1.0' in send(writable, "GET", "/metrics")[2]
    again = json.loads(update(writable, inserting(1))[2])
    assert again == {"version": told["version"], "change": None, "added": 0, "removed": 0}


def test_pages_and_questions_follow(writable: Writable) -> None:
    activity, plan = f"{BASE}id/activity/a-akt", f"{BASE}graph/a-plan"
    question = "/api/questions/goals-without-activity.csv?lang=sv"
    assert "a-mal" not in send(writable, "GET", question)[2]
    where = f"GRAPH <{plan}> {{ <{activity}> ?p <{BASE}id/goal/a-mal> }}"
    mapped = f"GRAPH ?m {{ <{activity}> <{RT}contributesTo> <{BASE}id/goal/a-mal> }}"
    assert update(writable, f"DELETE WHERE {{ {where} }} ; DELETE WHERE {{ {mapped} }} ;"
                  f"DELETE WHERE {{ GRAPH ?g {{ <{activity}> <{RT}serves> ?x }} }}")[0] == 200  # fmt: skip
    assert "a-mal" in send(writable, "GET", question)[2]
    label = "INSERT DATA {{ GRAPH <{}> {{ <{}> <http://www.w3.org/2004/02/skos/core#altLabel> 'Kvasten'@sv }} }}"
    assert update(writable, label.format(plan, f"{BASE}id/goal/a-mal"))[0] == 200
    assert (
        "Kvasten" in send(writable, "GET", "/goal/a-mal")[2]
        or "Kvasten" in send(writable, "GET", "/search?q=Kvasten")[2]
    )


def test_what_would_break_the_shapes_is_told_problem_by_problem(writable: Writable) -> None:
    version = send(writable, "GET", "/health")[2]
    status, _, content = update(writable, f"INSERT DATA {{ GRAPH <{BASE}graph/a-plan> {{ <a:x> a <{RT}Goal> }} }}")
    told = json.loads(content)
    assert (status, told["status"]) == (422, 422)
    assert told["count"] >= len(told["problems"]) > 0
    assert {"thing", "path", "message"} == set(told["problems"][0])
    assert send(writable, "GET", "/health")[2] == version


def test_a_graph_is_put_added_to_read_and_deleted(writable: Writable) -> None:
    path = f"/graph-store?graph={quote(GRAPH, safe='')}"
    bearer = writable.bearer | TURTLE
    assert send(writable, "PUT", path, "<a:s> <a:p> 1 .", bearer)[0] == 201
    assert send(writable, "PUT", path, "<a:s> <a:p> 2 .", bearer)[0] == 200
    assert send(writable, "POST", path, "<a:s> <a:p> 3 .", bearer)[0] == 200
    assert of_graph(writable) == ["2", "3"]
    assert "<a:s> <a:p> 2 , 3 ." in send(writable, "GET", path)[2]
    assert send(writable, "DELETE", path, "", bearer)[0] == 200
    assert send(writable, "GET", path)[0] == 404
    assert send(writable, "DELETE", path, "", bearer)[0] == 404


def test_a_graph_without_a_name_gets_one_that_leads_to_it(writable: Writable) -> None:
    status, answered, _ = send(writable, "POST", "/graph-store", "<> <a:p> 'å' .", writable.bearer | TURTLE)
    assert status == 201
    location = answered["Location"]
    assert location.startswith(f"{writable.address}/graph-store/")
    assert f'<{location}> <a:p> "å" .' in send(writable, "GET", urlsplit(location).path)[2]


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("PUT", "/graph-store", TURTLE, "<a:s> <a:p> 1 .", 400),
        ("PUT", f"/graph-store?graph={GRAPH}&default", TURTLE, "<a:s> <a:p> 1 .", 400),
        ("PUT", "/graph-store?graph=relative", TURTLE, "<a:s> <a:p> 1 .", 400),
        ("PUT", "/graph-store?default", TURTLE, "<a:s> <a:p> 1 .", 405),
        ("DELETE", "/graph-store?default", {}, "", 405),
        ("PUT", f"/graph-store?graph={GRAPH}", {"Content-Type": "text/csv"}, "a,b", 415),
        ("PUT", f"/graph-store?graph={GRAPH}", {"Content-Type": "text/turtle; charset=latin-1"}, "", 415),
        ("PUT", f"/graph-store?graph={GRAPH}", {}, "<a:s> <a:p> 1 .", 415),
        ("PUT", f"/graph-store?graph={GRAPH}", TURTLE, "<a:s> <a:p> ", 400),
        ("PUT", f"/graph-store?graph={GRAPH}", {"Content-Type": "multipart/form-data; boundary=x"}, "nothing", 400),
        ("PUT", f"/graph-store?graph={GRAPH}", MULTIPART, "--x\r\n\r\n\r\n" * 200 + "--x--\r\n", 413),
        ("PUT", f"/graph-store?graph={GRAPH}", MULTIPART, NESTED, 413),
        ("PUT", "/graph-store?graph=http://[bad", TURTLE, "<a:s> <a:p> 1 .", 400),
        ("PATCH", f"/graph-store?graph={GRAPH}", UPDATE, inserting(1), 405),
        ("POST", "/sparql", UPDATE, "INSERT DATA {", 400),
        ("POST", "/sparql", UPDATE, "INSERT DATA { <a:s> <a:p> 1 }", 403),
        ("POST", "/sparql", UPDATE, "LOAD <http://127.0.0.1/>", 403),
        ("POST", "/sparql?using-graph-uri=relative", UPDATE, inserting(1), 400),
        ("POST", "/sparql?using-graph-uri=a:g", UPDATE, "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", 400),
        ("GET", f"/sparql?update={quote('CLEAR ALL')}", {}, "", 403),
        ("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, "query=ASK{}&update=CLEAR+ALL", 400),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_its_status(
    writable: Writable, method: str, path: str, headers: dict[str, str], body: str, status: int
) -> None:
    version = send(writable, "GET", "/health")[2]
    found, answered, content = send(writable, method, path, body, writable.bearer | headers)
    assert found == status, content
    assert answered["Content-Type"] == "application/problem+json"
    assert json.loads(content)["detail"]
    assert not re.search(r"Traceback|\.py\b|/tmp/", content)
    assert send(writable, "GET", "/health")[2] == version


def test_who_may_write_may_send_more_than_others_and_yet_not_everything(writable: Writable) -> None:
    large = "".join(f"<a:s> <a:p> {number} .\n" for number in range(20_000))
    path = f"/graph-store?graph={quote(GRAPH, safe='')}"
    assert send(writable, "PUT", path, large, writable.bearer | TURTLE)[0] == 201
    assert len(of_graph(writable)) == 20_000
    assert send(writable, "PUT", path, large, TURTLE)[0] == 401
    most = writable.app.extensions["service"].writes.writer.limits.sent_bytes
    assert send(writable, "PUT", path, b" " * (most + 1), writable.bearer | TURTLE)[0] == 413


def test_no_page_of_another_site_can_write(writable: Writable) -> None:
    asking = {"Origin": "https://other.example", "Access-Control-Request-Method": "PUT"}
    _, answered, _ = send(writable, "OPTIONS", "/graph-store", "", asking)
    assert "PUT" in answered["Allow"]
    assert "PUT" not in answered["Access-Control-Allow-Methods"]
    assert "Authorization" not in answered["Access-Control-Allow-Headers"]


def test_where_the_journal_cannot_be_written_nothing_is_changed_and_no_folder_is_told(
    writable: Writable, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = send(writable, "GET", "/health")[2]

    def full(journal: Journal, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Journal, "_append", full)
        status, answered, content = update(writable, inserting(1))
    assert (status, answered["Retry-After"]) == (503, "10")
    assert "ingenting har ändrats" in json.loads(content)["detail"]
    assert str(writable.setting.journal) not in content
    assert send(writable, "GET", "/health")[2] == version
    assert update(writable, inserting(2))[0] == 200
    assert of_graph(writable) == ["2"]


# Those who read meanwhile.


def test_readers_see_one_version_or_the_other_and_nothing_else(writable: Writable) -> None:
    pair = f"SELECT (COUNT(?o) AS ?n) (SUM(?o) AS ?sum) {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
    update(writable, f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <a:s> <a:p> 1 . <a:t> <a:p> 1 }} }}")
    seen: list[str] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            seen.extend(rows(writable, pair))
            assert send(writable, "GET", "/")[0] == 200

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(2, 5):
        both = f"<a:s> <a:p> {number} . <a:t> <a:p> {number}"
        path = f"/graph-store?graph={quote(GRAPH, safe='')}"
        assert send(writable, "PUT", path, f"{both} .", writable.bearer | TURTLE)[0] == 200
        assert rows(writable, pair) == [f"2,{2 * number}"], "who wrote sees it at once"
    ended.set()
    for reader in readers:
        reader.join()
    assert set(seen) <= {f"2,{2 * number}" for number in range(1, 5)}
    assert [*dict.fromkeys(seen)] == sorted(set(seen)), "and nobody sees an older one again"


def test_after_many_changes_there_are_as_many_workers_as_before(writable: Writable) -> None:
    workers = writable.app.extensions["service"].workers
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    running = threading.Thread(target=send, args=(writable, "GET", f"/sparql?{urlencode({'query': slow})}"))
    running.start()
    for number in range(4):
        assert update(writable, inserting(number))[0] == 200
    running.join()
    until = time.monotonic() + 5
    while len(workers._idle._workers) != workers.limits.workers and time.monotonic() < until:
        time.sleep(0.05)
    assert len(workers._idle._workers) == workers.limits.workers
    assert workers._shares.long._value == workers.limits.long
    assert workers.is_ready


def test_nothing_is_left_of_a_store_that_was_succeeded(writable: Writable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.service.LAST_REQUESTS", 0.2)
    service = writable.app.extensions["service"]
    before = [weakref.ref(made) for made in (service.store, service.labels, coverage(service.store).reading)]
    del service
    for page in PAGES:
        assert send(writable, "GET", page)[0] == 200, page
    assert update(writable, inserting(1))[0] == 200
    until = time.monotonic() + 5
    while any(made() is not None for made in before) and time.monotonic() < until:
        time.sleep(0.1)
    assert [made() for made in before] == [None, None, None]


def test_another_service_with_the_same_journal_serves_the_same(writable: Writable, tmp_path: Path) -> None:
    told = json.loads(update(writable, inserting(7))[2])
    setting = writable.setting
    assert open_store(setting.data, tmp_path, setting.base, setting.journal).version == told["version"]


def test_the_endpoint_says_that_it_takes_updates_only_where_it_does(writable: Writable, address: str) -> None:
    language = "http://www.w3.org/ns/sparql-service-description#SPARQL11Update"
    for service, expected in ((writable.address, True), (address, False)):
        assert (f"<{language}>" in send(service, "GET", "/sparql/description.nt")[2]) is expected


def test_the_example_runs_as_it_stands(writable: Writable, tmp_path: Path) -> None:
    text = (ROOT / "docs" / "clients" / "write.sh").read_text("utf-8")
    assert text.count("http://127.0.0.1:8000") == 1
    script = tmp_path / "write.sh"
    script.write_text(text.replace("http://127.0.0.1:8000", writable.address), "utf-8")
    environment = {**os.environ, "RODATRADEN_TOKEN": writable.token}
    done = subprocess.run(["sh", script], capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == 0, done.stderr
    changes = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(change["added"], change["removed"]) for change in changes] == [(2, 0), (1, 1), (0, 2)]
