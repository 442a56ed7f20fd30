"""Names and addresses are hostile text: none becomes markup, a script or a link that runs."""

import pytest
from browsing import SCRIPT, Page
from flask import Flask

PATHS = ["/", "/?status=all", "/id/goal/evil", "/id/goal", "/graph/evil", "/source", "/question/goals-without-activity"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_name_becomes_markup_and_no_address_a_script(evil_app: Flask, path: str, language: str) -> None:
    answer = evil_app.test_client().get(path, query_string={"lang": language, "status": "all"} if path == "/" else None)
    assert answer.status_code == 200
    assert SCRIPT not in answer.text
    page = Page(answer.text)
    for tag, attributes in page.tags:
        assert tag != "script" or attributes.get("src"), tag
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action"):
            assert not str(attributes.get(name) or "").lower().startswith(("javascript:", "data:"))


def test_the_names_are_shown_as_they_are(evil_app: Flask) -> None:
    page = Page(evil_app.test_client().get("/id/goal/evil").text)
    assert SCRIPT in page.text
    assert f"</article>{SCRIPT}" in page.text


def test_a_cell_that_would_be_a_formula_is_harmless(evil_app: Flask) -> None:
    text = evil_app.test_client().get("/id/goal.csv").text
    assert "\n=" not in text
    assert ",=" not in text


@pytest.mark.parametrize("path", ["/<script>", "/?asOf=<script>", "/question/<script>", "/thing?iri=<script>"])
def test_what_the_asker_writes_is_text_too(evil_app: Flask, path: str) -> None:
    assert "<script>" not in evil_app.test_client().get(path).text
