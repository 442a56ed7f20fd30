"""A question: every one can be asked, the files agree with the page, and a wrong value is explained."""

import csv
import io
from html import unescape

import pytest
from browsing import SCRIPT, Page
from flask import Flask
from flask.testing import FlaskClient
from rdflib import Graph, Namespace

from graph.library import questions
from graph.question import things
from graph.store import Store

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
GIVEN = {"place": "1961", "goal": "surahammar-syfte", "county": "19"}
"""A value for a parameter of this name or kind; for any other kind the first thing there is."""
COUNTY = "/question/matrix-goal-place?county=19&asOf=2026-11-22"


def address(store: Store, name: str, suffix: str = "") -> str:
    required = [p for p in questions()[name].parameters if not p.optional and p.default is None]
    given = ((p.name, GIVEN.get(p.name) or GIVEN.get(p.types[0]) or first(store, p.types[0])) for p in required)
    query = "&".join(f"{name}={value}" for name, value in given)
    return f"/question/{name}{suffix}?basis=mapped" + (f"&{query}" if query else "")


def first(store: Store, kind: str) -> str:
    return min(things(store, kind)).rpartition("/id/")[2]


def sparql_link(html: str) -> str:
    [link] = {link for link in Page(html).links if link.startswith("/sparql?query=")}
    return link


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", questions())
def test_every_format_has_the_same_rows(client: FlaskClient, store: Store, name: str) -> None:
    page = Page(client.get(f"{address(store, name)}&view=table").text)
    rows = len(page.all("tr")) - 1 if page.all("table", "answer") else 0
    document = client.get(address(store, name, ".json")).json
    assert document is not None
    assert min(document["count"], 1000) == rows
    assert document["count"] == len(document["rows"])
    assert document["count"] == len(rows_of(client.get(address(store, name, ".csv")).text))
    graph = Graph().parse(data=client.get(address(store, name, ".ttl")).text, format="turtle")
    assert document["count"] == len(list(graph.objects(None, RS.solution)))


@pytest.mark.parametrize("name", questions())
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_question_says_what_it_means_and_what_to_do(
    client: FlaskClient, store: Store, name: str, language: str
) -> None:
    text = Page(client.get(f"{address(store, name)}&lang={language}").text).text
    asked = questions()[name]
    for words in (asked.why, asked.gives, asked.method or asked.why, asked.remedy):
        assert words[language] in text
    counts = {"sv": "föreslagna räknas inte", "en": "suggested ones do not"}
    assert counts[language] in text
    dated = {"sv": "Svaret gäller per den 22 november 2026.", "en": "The answer holds as of 22 November 2026."}
    assert (dated[language] in text) == any(p.name == "asOf" for p in asked.parameters)


@pytest.mark.parametrize("name", questions())
def test_every_question_opens_as_sparql_that_gives_its_rows(client: FlaskClient, store: Store, name: str) -> None:
    link = sparql_link(client.get(address(store, name)).text)
    opened = client.get(link, headers={"Accept": "text/csv"})
    assert opened.status_code == 200, opened.text
    document = client.get(address(store, name, ".json")).json
    assert document is not None
    assert len(rows_of(opened.text)) == document["count"]


@pytest.mark.parametrize("basis", ["stated", "mapped", "suggested"])
@pytest.mark.parametrize("query", ["asOf=2019-06-30", "asOf=2026-11-22&setOutIn=strategy/vastmanland-2018"])
def test_what_is_opened_has_the_values_and_the_basis(client: FlaskClient, basis: str, query: str) -> None:
    asked = f"{query}&basis={basis}"
    opened = client.get(
        sparql_link(client.get(f"/question/goal-coverage?{asked}").text), headers={"Accept": "text/csv"}
    )
    known = rows_of(client.get(f"/question/goal-coverage.csv?{asked}").text)
    assert [row["goal"] for row in rows_of(opened.text)] == [row["goal"] for row in known]
    assert [row["activities"] for row in rows_of(opened.text)] == [row["activities"] for row in known]
    assert {row["asOf"] for row in rows_of(opened.text)} == {query[5:15]}


def test_a_form_not_yet_filled_in_is_no_error(client: FlaskClient) -> None:
    answer = client.get("/question/who-else")
    assert answer.status_code == 200
    assert "Svaret visas här" in answer.text
    assert client.get(sparql_link(answer.text), headers={"Accept": "text/html"}).status_code == 200


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("goal=&basis=mapped", "Ett värde måste anges."),
        ("goal=finns-inte", "Det finns inte i grafen."),
        ("goal=&lang=en&basis=mapped", "A value is required."),
    ],
)
def test_a_required_value_that_is_missing_or_wrong_is_explained_beside_its_field(
    client: FlaskClient, query: str, message: str
) -> None:
    answer = client.get(f"/question/who-else?{query}")
    assert answer.status_code == 400
    assert message in unescape(answer.text)
    page = Page(answer.text)
    [wrong] = [a for a in page.all("select") if a.get("aria-invalid")]
    assert wrong["aria-describedby"] in page.ids


@pytest.mark.parametrize("query", ["asOf=x", "nonsense=1", "basis=guess", "asOf=" + "9" * 900])
def test_other_values_that_do_not_fit_are_errors_in_page_and_file(client: FlaskClient, query: str) -> None:
    assert client.get(f"/question/goal-coverage?{query}").status_code == 400
    answer = client.get(f"/question/goal-coverage.csv?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"


def test_an_unknown_question_names_the_nearest(client: FlaskClient) -> None:
    answer = client.get("/question/goals-without-activty")
    assert answer.status_code == 404
    assert "goals-without-activity" in answer.text


def test_the_files_have_the_parameters_of_the_page_but_for_the_view(client: FlaskClient) -> None:
    text = client.get("/question/goal-coverage?asOf=2019-01-01&basis=stated&view=table").text
    assert "/question/goal-coverage.csv?asOf=2019-01-01&basis=stated" in Page(text).links


def test_the_address_for_excel_gives_the_answer(client: FlaskClient) -> None:
    text = Page(client.get(COUNTY).text).text
    [csv_address] = [line for line in text.splitlines() if line.startswith("http://localhost/question/")]
    assert csv_address == "http://localhost/question/matrix-goal-place.csv?county=19&asOf=2026-11-22"
    assert client.get(csv_address).mimetype == "text/csv"


# The answer as a matrix.


def test_the_matrix_has_a_cell_for_each_row_of_the_answer(client: FlaskClient) -> None:
    document = client.get(COUNTY.replace("?", ".json?")).json
    assert document is not None
    goals, places = ({row[name]["id"] for row in document["rows"]} for name in ("goal", "place"))
    page = Page(client.get(COUNTY).text)
    assert page.all("table", "matrix")
    assert not page.all("table", "answer")
    assert len(page.all("th")) == 1 + len(goals) + len(places)
    cells = [str(cell["class"]) for cell in page.all("td", "cell")]
    statuses = sorted(row["status"]["id"].rpartition("status-")[2] for row in document["rows"])
    assert sorted(cell.partition("cell-")[2] for cell in cells) == statuses


def test_a_cell_says_its_number_and_status(client: FlaskClient) -> None:
    document = client.get(COUNTY.replace("?", ".json?")).json
    assert document is not None
    most = max(int(row["activities"]) for row in document["rows"])
    text = Page(client.get(COUNTY).text).text
    assert f"{most} aktivitet" in text
    assert "Okänt" in text


def test_an_answer_without_status_counts_its_rows(client: FlaskClient) -> None:
    address = "/question/activities-by-responsible"
    page = Page(client.get(f"{address}?view=matrix").text)
    document = client.get(f"{address}.json").json
    assert document is not None
    assert "Talen är antal rader i svaret." in page.text
    pairs = {(row["responsible"]["id"], row["setOutIn"]["id"]) for row in document["rows"]}
    cells = len({one for one, _ in pairs}) * len({other for _, other in pairs})
    assert len(page.all("td", "cell")) == cells
    assert page.text.count("ingen rad") == cells - len(pairs)


def test_matrix_and_table_lead_to_each_other(client: FlaskClient) -> None:
    assert f"{COUNTY}&view=table#answer-heading" in Page(client.get(COUNTY).text).links
    assert f"{COUNTY}&view=matrix#answer-heading" in Page(client.get(f"{COUNTY}&view=table").text).links


def test_a_matrix_too_large_for_a_page_says_so(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.pages.question.MOST_CELLS", 100)
    page = Page(client.get(COUNTY).text)
    assert "122 rader och 10 kolumner" in page.text
    assert not page.all("table", "matrix")


def test_a_table_too_long_for_a_page_is_cut_and_says_so(client: FlaskClient) -> None:
    page = Page(client.get(f"{COUNTY}&view=table").text)
    assert len(page.all("tr")) == 1 + 1000
    assert "Sidan visar de första 1 000 av 1 220 rader." in page.text.replace("\xa0", " ")


@pytest.mark.parametrize("view", ["matrix", "pie"])
def test_a_view_the_question_has_not_is_an_error(client: FlaskClient, view: str) -> None:
    answer = client.get(f"/question/goal-coverage?view={view}")
    assert answer.status_code == 400
    assert "Välj en av: table." in answer.text


# The fields.


def test_places_stand_below_the_place_they_are_part_of(client: FlaskClient) -> None:
    text = client.get("/question/statistics-for-place").text
    groups = [str(group["label"]) for group in Page(text).all("optgroup")]
    assert groups[0] == "Plats"
    assert groups[1] == "Blekinge län"
    assert groups[-1] == "Östergötlands län"
    assert len([group for group in groups if group.endswith("län")]) == 21
    largest = text.partition('<optgroup label="Plats">')[2].partition("</optgroup>")[0]
    assert largest.count("<option") == 1 + 21
    below = text.partition('<optgroup label="Västmanlands län">')[2].partition("</optgroup>")[0]
    assert below.count("<option") == 10
    assert below.index("Arboga") < below.index("Köping") < below.index("Västerås")


@pytest.mark.parametrize("given", ["1907", "place/1907", "https://w3id.org/rodatraden/id/place/1907"])
def test_the_choice_made_stays_chosen_however_it_was_given(client: FlaskClient, given: str) -> None:
    page = Page(client.get(f"/question/statistics-for-place?place={given}").text)
    assert [option["value"] for option in page.all("option") if "selected" in option] == ["place/1907", "mapped"]


def test_a_list_too_long_for_a_menu_is_typed_with_proposals(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.choices.MOST", 100)
    page = Page(client.get("/question/thread?goal=dhol-d6").text)
    [field] = [field for field in page.all("input") if field.get("list")]
    assert (field["name"], field["value"], field["list"]) == ("goal", "goal/dhol-d6", "choices-goal")
    assert len(page.all("datalist")) == 1
    assert sum(str(option["value"]).startswith("goal/") for option in page.all("option")) > 90


def test_a_parameter_without_value_is_not_said(client: FlaskClient) -> None:
    page = Page(client.get("/question/goals-without-activity").text)
    assert not page.all("dl", "said")
    assert Page(client.get("/question/goals-without-activity?place=1907").text).all("dl", "said")


def test_hostile_names_stay_text(evil_app: Flask) -> None:
    client = evil_app.test_client()
    for view in ("goals-without-activity", "need-unknown", "goal-coverage"):
        answer = client.get(f"/question/{view}")
        assert answer.status_code == 200
        assert SCRIPT not in answer.text
        assert SCRIPT in unescape(answer.text)
