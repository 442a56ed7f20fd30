"""The saved questions as an API: parts that make a whole, addresses that hold, and errors that name the parameter."""

import csv
import io
import re
import subprocess
import sys
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import engines
import pytest
from browsing import SCRIPT, Page, sight
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from playwright.sync_api import Browser

from graph.errors import QueryTooOften
from graph.exports import EXPORTS
from graph.library import question, questions
from graph.store import ForeignQueries, Store
from graph.vocabulary import BASES
from web.api.order import OWN, formats
from web.app import create_app

COVERAGE = "/api/questions/goal-coverage"
HTML = {"Accept": "text/html"}


def linked(answer) -> dict[str, str]:
    """The links of a Link header, by relation."""
    found = re.findall(r'<([^>]*)>; rel="(\w+)"', answer.headers["Link"])
    return {relation: address for address, relation in found}


# The list


def test_the_list_has_every_question_and_each_of_its_links_leads_somewhere(client: FlaskClient) -> None:
    document = client.get("/api/questions").json
    assert document is not None
    assert [one["name"] for one in document["questions"]] == list(questions())
    [one] = [one for one in document["questions"] if one["name"] == "goals-by-horizon"]
    assert one["title"] == {"sv": "Mål per horisont", "en": "Goals by horizon"}
    [parameter] = one["parameters"]
    assert parameter["types"] == ["strategy", "handslag", "document"]
    assert not parameter["required"]
    assert parameter["choices"] == ["/id/strategy.json", "/id/handslag.json", "/id/document.json"]
    for address in (*one["links"].values(), *parameter["choices"]):
        assert client.get(address).status_code == 200, address


def test_no_question_has_a_parameter_of_the_same_name_as_those_of_all() -> None:
    assert not {one.name for question in questions().values() for one in question.parameters} & set(OWN)


# Formats


def test_the_answer_is_that_of_the_page(client: FlaskClient) -> None:
    given = "asOf=2019-06-01&basis=stated"
    mine, theirs = (client.get(f"{path}.csv?{given}").text for path in (COVERAGE, "/question/goal-coverage"))
    assert mine == theirs
    assert len(mine.splitlines()) > 50


@pytest.mark.parametrize("suffix", ["csv", "json", "ttl", "txt", "xlsx", "jsonld"])
def test_suffix_parameter_and_header_give_the_same(client: FlaskClient, suffix: str) -> None:
    media = EXPORTS[suffix].media_type
    answers = [
        client.get(f"{COVERAGE}.{suffix}"),
        client.get(f"{COVERAGE}?format={suffix}"),
        client.get(COVERAGE, headers={"Accept": f"{media}, text/html;q=0.5"}),
    ]
    assert {answer.mimetype for answer in answers} == {media}
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.data for answer in answers}) == 1


@pytest.mark.parametrize("accept", [None, "*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "application/json"])
def test_json_where_nothing_else_is_wanted(client: FlaskClient, accept: str | None) -> None:
    assert client.get(COVERAGE, headers={"Accept": accept} if accept else {}).mimetype == "application/json"


def test_a_format_that_cannot_be_given_is_refused_with_the_list(client: FlaskClient) -> None:
    answer = client.get(COVERAGE, headers=HTML)
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")
    assert "text/csv" in answer.json["detail"]


def test_links_between_things_are_no_format_for_rows(app: Flask) -> None:
    with app.app_context():
        offered = formats(app.extensions["service"].store)
    assert "graphml" not in offered
    assert offered[0] == "json"


# Parts


@pytest.mark.parametrize("name", ["goals-without-activity", "goals-by-horizon", "need-unknown"])
@pytest.mark.parametrize("limit", [3, 1000])
def test_the_parts_make_the_whole(client: FlaskClient, name: str, limit: int) -> None:
    heading, *whole = csv.reader(io.StringIO(client.get(f"/api/questions/{name}.csv").text))
    found, address = [], f"/api/questions/{name}.csv?limit={limit}"
    while address:
        answer = client.get(address)
        columns, *rows = csv.reader(io.StringIO(answer.text))
        assert columns == heading
        assert len(rows) <= limit
        assert answer.headers["X-Total-Count"] == str(len(whole))
        found += rows
        address = linked(answer).get("next", "")
    assert found == whole


def test_the_links_lead_to_the_first_previous_next_and_last_part(client: FlaskClient) -> None:
    answer = client.get(f"{COVERAGE}?limit=10&offset=20&asOf=2019-06-01&lang=en")
    document, links = answer.json, linked(answer)
    assert (document["count"], document["limit"], document["offset"]) == (10, "10", "20")
    assert document["total"] == answer.headers["X-Total-Count"]
    assert client.get(links["prev"]).json["offset"] == "10"
    assert client.get(links["next"]).json["offset"] == "30"
    assert "offset" not in client.get(links["first"]).json
    last = client.get(links["last"])
    assert int(last.json["offset"]) + last.json["count"] == int(document["total"])
    assert set(linked(last)) == {"first", "prev", "last"}


def test_behind_the_last_part_there_are_no_rows_and_the_way_back(client: FlaskClient) -> None:
    answer = client.get(f"{COVERAGE}?limit=10&offset=999999")
    assert answer.json["rows"] == []
    assert client.get(linked(answer)["prev"]).json["count"] > 0


def test_a_part_as_excel_has_its_rows(client: FlaskClient) -> None:
    answer = client.get(f"{COVERAGE}.xlsx?limit=4")
    assert load_workbook(io.BytesIO(answer.data)).worksheets[0].max_row == 5


# Limits

SLOW = """#+ title: {sv: "Allt med allt", en: "All with all"}
#+ why: {sv: "Tar för lång tid.", en: "Takes too long."}
#+ remedy: {sv: "Vänta inte.", en: "Do not wait."}

SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?n
"""

LEFT = pytest.mark.skipif(
    engines.chosen != engines.EMBEDDED, reason="the engine would go on with it beside the tests that follow"
)


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that takes too long."""
    (tmp_path / "gaps").mkdir()
    (tmp_path / "gaps" / "slow.rq").write_text(SLOW, "utf-8")
    monkeypatch.setattr("graph.library.FOLDER", tmp_path)


@LEFT
@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("path", ["/api/questions/slow", "/api/questions/slow.csv?basis=stated", "/question/slow.csv"])
def test_a_question_that_takes_too_long_is_ended_and_told_as_a_problem(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (504, "application/problem+json")
    assert answer.json["detail"].startswith("Frågan avbröts efter 3 sekunder. Begränsa den")
    assert answer.headers["Cache-Control"] == "no-store"


@LEFT
@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("path", ["/question/slow", "/explore?question=slow", "/api/form/slow?limit=1"])
def test_a_page_of_a_question_that_takes_too_long_says_so(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert (answer.status_code, answer.mimetype) == (504, "text/html")
    assert "Frågan avbröts efter 3 sekunder" in answer.text


def test_who_asks_too_much_is_told_when_to_come_back(
    client: FlaskClient, workers: ForeignQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise QueryTooOften("Vänta.", "Wait.", 7)

    monkeypatch.setattr(workers, "select", refuse)
    for path, kind in ((COVERAGE, "application/problem+json"), ("/question/goal-coverage", "text/html")):
        answer = client.get(path)
        assert (answer.status_code, answer.mimetype, answer.headers["Retry-After"]) == (429, kind, "7")


@pytest.mark.parametrize("basis", BASES)
def test_the_answer_is_that_of_the_question_on_each_basis(client: FlaskClient, store: Store, basis: str) -> None:
    expected = question("goal-coverage").ask(store, {}, date(2026, 11, 22), basis)
    rows = list(csv.DictReader(io.StringIO(client.get(f"{COVERAGE}.csv?basis={basis}").text.removeprefix("\ufeff"))))
    assert [row["goal"] for row in rows] == [str(row["goal"]) for row in expected]


# Addresses that hold


def test_the_fixed_address_has_day_and_version_and_gives_the_same_on_another_day(
    client: FlaskClient, store: Store, workers: ForeignQueries
) -> None:
    answer = client.get(COVERAGE, headers={"Accept": "text/csv"})
    fixed = answer.headers["Content-Location"]
    assert fixed.startswith(f"{COVERAGE}.csv?")
    assert f"version={store.version}" in fixed
    assert "asOf=2026-11-22" in fixed
    later = create_app(store, workers, lambda: date(2031, 1, 1)).test_client()
    assert later.get(fixed).data == answer.data
    assert later.get(f"{COVERAGE}.csv").data != answer.data


def test_another_version_is_a_conflict_that_says_which_is_here(client: FlaskClient, store: Store) -> None:
    answer = client.get(f"{COVERAGE}.csv?version=0123456789abcdef&lang=en")
    assert (answer.status_code, answer.mimetype) == (409, "application/problem+json")
    problem = answer.json
    assert (problem["parameter"], problem["asked"], problem["served"]) == ("version", "0123456789abcdef", store.version)
    assert "Leave version out" in problem["detail"]


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    answer = client.get(COVERAGE)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert client.get(COVERAGE, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert client.get(f"{COVERAGE}.csv", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 200


def test_other_sites_may_read_answers_errors_and_the_headers_that_lead_on(client: FlaskClient) -> None:
    for path in ("/api/questions", COVERAGE, f"{COVERAGE}?limit=x", "/api/questions/nope", "/api/openapi.json"):
        assert client.get(path).headers["Access-Control-Allow-Origin"] == "*", path
    exposed = client.get(COVERAGE).headers["Access-Control-Expose-Headers"]
    assert "Link" in exposed
    assert "Retry-After" in exposed
    assert "X-Total-Count" in exposed
    assert "If-None-Match" in client.options(COVERAGE).headers["Access-Control-Allow-Headers"]
    assert client.head(COVERAGE).headers["X-Total-Count"] == client.get(COVERAGE).headers["X-Total-Count"]


# Errors


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("/goal-coverage?asOf=x", "asOf"),
        ("/goal-coverage?asOf=2026-02-30", "asOf"),
        ("/goal-coverage?asOf=2026-11-22+", "asOf"),
        ("/goal-coverage?nonsense=1", "nonsense"),
        ("/goal-coverage?basis=guess", "basis"),
        ("/goal-coverage?lang=de", "lang"),
        ("/goal-coverage?format=exe", "format"),
        ("/goal-coverage.csv?format=json", "format"),
        ("/goal-coverage.graphml", "format"),
        ("/goal-coverage?limit=0", "limit"),
        ("/goal-coverage?limit=٣", "limit"),
        ("/goal-coverage?limit=9999999999", "limit"),
        ("/goal-coverage?offset=-1", "offset"),
        ("/goal-coverage?asOf=2019-01-01&asOf=2020-01-01", "asOf"),
        ("/goals-without-activity?place=9999", "place"),
        ("/who-else", "goal"),
        ("/who-else?goal=", "goal"),
        ("/goal-coverage?asOf=" + "9" * 900, "asOf"),
    ],
)
@pytest.mark.parametrize("accept", ["text/html, */*;q=0.8", "text/csv"])
def test_a_value_that_does_not_fit_is_a_problem_that_names_its_parameter(
    client: FlaskClient, query: str, parameter: str, accept: str
) -> None:
    answer = client.get(f"/api/questions{query}", headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.json["parameter"] == parameter


def test_an_unknown_question_is_a_problem_that_names_the_nearest(client: FlaskClient) -> None:
    answer = client.get("/api/questions/goals-without-activty?lang=en", headers=HTML)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert "goals-without-activity" in answer.json["detail"]


def test_it_only_reads(client: FlaskClient) -> None:
    answer = client.post(COVERAGE)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


# The pages


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_leads_to_a_form_for_every_question_and_names_every_parameter_and_format(
    client: FlaskClient, language: str
) -> None:
    page = Page(client.get(f"/api?lang={language}").text)
    forms = {urlsplit(link).path for link in page.links if "/api/form/" in link}
    assert forms == {f"/api/form/{name}" for name in questions()}
    assert all(name in page.text for name in (*OWN, ".csv", ".xlsx", "application/json", "409"))


def test_the_page_names_every_other_page_that_is_a_file(client: FlaskClient, app: Flask) -> None:
    text = client.get("/api").text
    suffixed = {str(rule).partition(".<any")[0] for rule in app.url_map.iter_rules() if ".<any(" in str(rule)}
    assert {path for path in suffixed if f"<code>{path}</code>" not in text} == set()
    assert {"/start", "/coverage", "/gaps", "/threads", "/compare", "/search", "/thread", "/ns"} <= suffixed
    for address in ("/id/goal", "/id/goal/dhol-d6"):
        assert f"<code>{address}</code>" in text
        assert client.get(f"{address}.csv").status_code == 200


@pytest.mark.parametrize("name", questions())
def test_every_question_has_a_form_with_its_parameters_and_the_ways_to_send_it(client: FlaskClient, name: str) -> None:
    page = Page(client.get(f"/api/form/{name}").text)
    fields = {
        str(a["name"]) for tag in ("select", "input") for a in page.all(tag) if a.get("name") not in ("q", "lang")
    }
    assert fields == {one.name for one in questions()[name].parameters} | {"basis", "format", "limit", "offset"}
    [form] = page.all("form", "panel")
    assert form["method"] == "get"
    assert f"/api/questions/{name}" in {a.get("formaction") for a in page.all("button")}


def test_a_filled_in_form_shows_the_address_without_what_is_left_empty(client: FlaskClient) -> None:
    query = "place=1907&setOutIn=&basis=stated&format=json&limit=&offset="
    page = Page(client.get(f"/api/form/goals-without-activity?{query}").text)
    lines = page.text.splitlines()
    assert "http://localhost/api/questions/goals-without-activity.json?place=1907&basis=stated" in lines
    assert "http://localhost/api/questions/goals-without-activity.csv?place=1907&basis=stated" in page.links
    assert "X-Total-Count" in page.text
    [fixed] = [link for link in page.links if "version=" in link]
    assert client.get(fixed).status_code == 200
    assert client.get(f"/api/questions/goals-without-activity?{query}").json["place"] == "1907"


def test_a_value_that_does_not_fit_is_marked_in_the_form(client: FlaskClient) -> None:
    answer = client.get("/api/form/goal-coverage?asOf=x&lang=en")
    assert answer.status_code == 400
    [wrong] = [a for a in Page(answer.text).all("input") if a.get("aria-invalid")]
    assert wrong["name"] == "asOf"
    assert client.get("/api/form/who-else?goal=&basis=mapped").status_code == 400
    assert client.get("/api/form/nope").status_code == 404


def test_hostile_names_and_values_are_text(evil_app: Flask, client: FlaskClient) -> None:
    wrong = client.get("/api/form/goal-coverage", query_string={"asOf": f'">{SCRIPT}'}).text
    names = evil_app.test_client().get("/api/form/who-else").text
    assert "alert(1)" in wrong
    assert "alert(1)" in names
    for text in (wrong, names):
        assert all(script.get("src") for script in Page(text).all("script"))


def test_the_copied_code_runs(client: FlaskClient, address: str) -> None:
    text = client.get("/api/form/goals-without-activity?place=1907").text
    code = [unescape(one) for one in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", text, re.DOTALL)]
    [python] = [one.replace("http://localhost", address) for one in code if one.startswith("import pandas")]
    [curl] = [one.replace("http://localhost", address) for one in code if one.startswith("curl")]
    rows = client.get("/api/questions/goals-without-activity.csv?place=1907").text.splitlines()
    ran = subprocess.run([sys.executable, "-c", python], capture_output=True, text=True, timeout=60)
    assert f"[{len(rows) - 1} rows x" in ran.stdout, ran.stderr
    ran = subprocess.run(["sh", "-c", curl], capture_output=True, text=True, timeout=60)
    assert ran.stdout.splitlines() == rows


def test_the_form_works_without_javascript_and_its_address_is_copied_with_it(browser: Browser, address: str) -> None:
    page = sight(browser, java_script_enabled=False)
    page.goto(f"{address}/api/form/goals-without-activity")
    page.select_option("#place", "1907")
    page.get_by_role("button", name="Visa adressen och svaret").click()
    assert page.get_by_text("goals-without-activity.csv?place=1907").first.is_visible()
    page.select_option("#format", "json")
    page.get_by_role("button", name="Hämta svaret").click()
    assert '"place": "1907"' in page.content()
    page.context.close()
    page = sight(browser, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/api/form/goals-without-activity?place=1907")
    page.get_by_role("button", name="Kopiera adressen").press("Enter")
    page.get_by_text("Länken är kopierad").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}/api/questions/goals-without-activity.csv?place=1907"
    page.context.close()
