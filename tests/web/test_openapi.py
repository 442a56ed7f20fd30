"""The OpenAPI document is valid, names every question, and tells the truth: requests made from it find no fault."""

import subprocess
import sysconfig
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from graph.library import questions
from graph.question import things
from graph.store import Store
from web.api.order import formats
from web.failure import PROBLEM

SCHEMATHESIS = Path(sysconfig.get_path("scripts")) / "schemathesis"
COVERED = ("goal-in-places", "questions")
"""The list, and a question with a required thing and a date; the other parameters are those of all."""


@pytest.fixture
def document(client: FlaskClient) -> dict:
    return client.get("/api/openapi.json").json


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_document_is_valid(client: FlaskClient, language: str) -> None:
    OpenAPIV31SpecValidator(client.get(f"/api/openapi.json?lang={language}").json).validate()


def test_every_question_is_in_it_with_its_own_parameters_and_those_of_all(document: dict) -> None:
    for name, question in questions().items():
        operation = document["paths"][f"/api/questions/{name}"]["get"]
        own = [one["name"] for one in operation["parameters"] if "name" in one]
        assert own == [one.name for one in question.parameters]
        assert len(operation["parameters"]) == len(own) + 6
    assert len(document["paths"]) == len(questions()) + 1


def test_a_parameter_has_the_things_of_the_graph_as_its_values(document: dict, store: Store) -> None:
    schemas = document["components"]["schemas"]
    assert len(schemas["place"]["enum"]) == len(things(store, "place"))
    assert "1907" in schemas["place"]["enum"]
    assert "strategy/vastmanland-2018" in schemas["strategy-address"]["enum"]
    own = document["paths"]["/api/questions/goals-by-horizon"]["get"]["parameters"][0]
    assert [one["$ref"].rpartition("/")[2] for one in own["schema"]["anyOf"]] == [
        "strategy-address",
        "handslag-address",
        "document-address",
    ]


def test_an_answer_comes_in_every_format_and_an_error_as_a_problem(document: dict, app: Flask) -> None:
    responses = document["paths"]["/api/questions/goal-coverage"]["get"]["responses"]
    with app.app_context():
        assert len(responses["200"]["content"]) == len(formats(app.extensions["service"].store))
    assert {"text/csv", "application/json"} < set(responses["200"]["content"])
    for status in ("400", "406", "409", "413", "429", "503", "504"):
        refused = document["components"]["responses"][responses[status]["$ref"].rpartition("/")[2]]
        assert list(refused["content"]) == [PROBLEM]
        assert ("Retry-After" in refused.get("headers", ())) == (status in ("429", "503"))


@pytest.mark.parametrize(
    "chosen",
    [
        ["--phases=examples,fuzzing", "--max-examples=5"],
        ["--phases=coverage", *(f"--include-operation-id={name}" for name in COVERED)],
    ],
    ids=["every question", "every value and fault of some"],
)
def test_no_request_made_from_it_finds_a_fault(address: str, tmp_path: Path, chosen: list[str]) -> None:
    # Its own process: what schemathesis adds to pytest does not work with pytest 9, and warns.
    command = [SCHEMATHESIS, "run", f"{address}/api/openapi.json", "--generation-deterministic", "--no-color", *chosen]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout
