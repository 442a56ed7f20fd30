"""Errors are pages in the reader's language with a way on, and problem+json to scripts."""

import json
from datetime import date

import pytest
from browsing import Page
from flask import Flask
from flask.testing import FlaskClient

from graph.store import ForeignQueries, Store
from web.app import create_app


@pytest.mark.parametrize(("language", "title"), [("sv", "Sidan finns inte"), ("en", "There is no such page")])
def test_an_address_that_leads_nowhere_says_so_and_leads_on(client: FlaskClient, language: str, title: str) -> None:
    answer = client.get(f"/nonsense?lang={language}")
    assert answer.status_code == 404
    page = Page(answer.text)
    assert title in page.text
    assert any(link.startswith("/question") for link in page.links)


def test_a_script_gets_a_problem(client: FlaskClient) -> None:
    answer = client.get("/id/goal/nonsense.json")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert "nonsense" in json.loads(answer.data)["detail"]


def test_a_method_that_is_not_allowed_is_named(client: FlaskClient) -> None:
    answer = client.put("/about")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def broken() -> date:
    raise RuntimeError("secret")


def test_an_error_of_ours_tells_the_reader_nothing_of_the_inside(store: Store, workers: ForeignQueries) -> None:
    app: Flask = create_app(store, workers, broken)
    answer = app.test_client().get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Något gick fel hos oss" in answer.text


def test_too_long_a_value_is_refused(client: FlaskClient) -> None:
    answer = client.get("/thing?iri=http://example.org/" + "x" * 600)
    assert answer.status_code == 400
    assert len(answer.data) < 5000
