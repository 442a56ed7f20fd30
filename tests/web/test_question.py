"""A question: every one can be asked, the files agree with the page, and a wrong value is explained."""

import csv
import io
from html import unescape

import pytest
from browsing import Page
from flask.testing import FlaskClient
from rdflib import Graph, Namespace

from graph.library import questions

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
GIVEN = {"place": "1961", "goal": "surahammar-syfte"}
"""A value for each type a required parameter may have."""


def address(name: str, suffix: str = "") -> str:
    required = [p for p in questions()[name].parameters if not p.optional and p.default is None]
    query = "&".join(f"{p.name}={GIVEN[p.types[0]]}" for p in required)
    return f"/question/{name}{suffix}?basis=mapped" + (f"&{query}" if query else "")


@pytest.mark.parametrize("name", questions())
def test_every_format_has_the_same_rows(client: FlaskClient, name: str) -> None:
    page = Page(client.get(address(name)).text)
    rows = len(page.all("tr")) - 1 if page.all("table", "answer") else 0
    document = client.get(address(name, ".json")).json
    assert document is not None
    assert rows == document["count"] == len(document["rows"])
    assert rows == len(list(csv.DictReader(io.StringIO(client.get(address(name, ".csv")).text))))
    graph = Graph().parse(data=client.get(address(name, ".ttl")).text, format="turtle")
    assert rows == len(list(graph.objects(None, RS.solution)))


@pytest.mark.parametrize("name", questions())
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_question_says_what_it_means_and_what_to_do(client: FlaskClient, name: str, language: str) -> None:
    text = Page(client.get(f"{address(name)}&lang={language}").text).text
    assert questions()[name].why[language] in text
    assert questions()[name].remedy[language] in text
    assert questions()[name].text.strip() in text


def test_a_form_not_yet_filled_in_is_no_error(client: FlaskClient) -> None:
    answer = client.get("/question/who-else")
    assert answer.status_code == 200
    assert "Svaret visas här" in answer.text


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


def test_the_files_have_the_parameters_of_the_page(client: FlaskClient) -> None:
    links = Page(client.get("/question/goal-coverage?asOf=2019-01-01&basis=stated").text).links
    assert "/question/goal-coverage.csv?asOf=2019-01-01&basis=stated" in links


def test_the_question_opens_as_sparql_that_runs(client: FlaskClient) -> None:
    links = Page(client.get("/question/goals-without-activity").text).links
    [link] = [link for link in links if link.startswith("/sparql?query=")]
    assert client.get(link, headers={"Accept": "text/html"}).status_code == 200
