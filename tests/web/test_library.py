"""The library lists every question."""

import pytest
from browsing import Page
from flask.testing import FlaskClient

from graph.library import questions


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_question_is_listed_with_title_and_why(client: FlaskClient, language: str) -> None:
    page = Page(client.get(f"/question?lang={language}").text)
    for question in questions().values():
        assert question.title[language] in page.text
        assert question.why[language] in page.text
        assert any(link.startswith(f"/question/{question.name}") for link in page.links)
