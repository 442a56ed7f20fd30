"""About: every status with its definition, and an honest word on accessibility."""

import pytest
from browsing import Page
from flask.testing import FlaskClient

from graph.coverage import Status
from graph.labels import labels
from graph.store import Store
from graph.vocabulary import RT


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_status_is_explained(client: FlaskClient, store: Store, language: str) -> None:
    text = Page(client.get(f"/about?lang={language}").text).text
    for status in Status:
        assert labels(store).name(f"{RT}status-{status.word}", language) in text


def test_it_says_what_is_tested_and_what_is_not(client: FlaskClient) -> None:
    page = Page(client.get("/about").text)
    assert "accessibility" in page.ids
    assert "Inte prövat" in page.text
