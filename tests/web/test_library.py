"""The library lists every question by what a reader is about, and a box keeps those with some words."""

import pytest
from browsing import Page
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from graph.library import TASKS, questions


def listed(client: FlaskClient, query: str = "") -> list[str]:
    links = Page(client.get(f"/question{query}").text).links
    return [link.partition("?")[0].removeprefix("/question/") for link in links if link.startswith("/question/")]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_question_is_listed_once_with_title_and_what_it_gives(client: FlaskClient, language: str) -> None:
    page = Page(client.get(f"/question?lang={language}").text)
    for question in questions().values():
        assert question.title[language] in page.text
        assert question.gives[language] in page.text
    assert sorted(listed(client, f"?lang={language}")) == sorted(questions())


def test_the_questions_stand_by_task_the_gravest_gaps_first(client: FlaskClient) -> None:
    page = Page(client.get("/question").text)
    tasks = [one.removeprefix("task-") for one in page.ids if one.startswith("task-")]
    assert tasks == [task for task in TASKS if task != "other"]
    order = listed(client)
    assert order[:2] == ["goals-without-activity", "target-groups-not-reached"]
    assert [questions()[name].task for name in order] == sorted(
        (question.task for question in questions().values()), key=TASKS.index
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("belägg", "things-without-passage"),
        ("BELAGG uppgifter", "things-without-passage"),
        ("målgrupp", "target-groups-not-reached"),
        ("handslagen", "handslag-without-activity"),
        ("handslag aktivitet", "handslag-without-activity"),
    ],
)
def test_the_box_keeps_the_questions_that_have_all_the_words(client: FlaskClient, words: str, expected: str) -> None:
    found = listed(client, f"?q={words}")
    assert expected in found
    assert 0 < len(found) < len(questions())


def test_words_that_no_question_has_are_answered_with_a_way_on(client: FlaskClient) -> None:
    answer = client.get("/question?q=zebra<b>")
    assert "Ingen fråga har alla orden." in answer.text
    assert "zebra&lt;b&gt;" in answer.text
    assert "/question" in Page(answer.text).links
    assert client.get("/question?q=" + "x" * 600).status_code == 400


def test_the_box_keeps_them_while_one_writes(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/question")
    page.locator("#filter").fill("belagg uppg")
    shown = page.locator(".questions > li:visible h3")
    assert shown.all_inner_texts() == ["Uppgifter utan belägg"]
    assert page.locator("#filter-count").inner_text() == "1 frågor passar."
    assert page.locator(".task:visible h2").all_inner_texts() == ["Är uppgifterna säkra?"]
    page.locator("#filter").fill("")
    assert page.locator(".questions > li:visible").count() == len(questions())
    assert page.locator("#filter-count").inner_text() == ""
    page.close()


def test_the_file_has_the_questions_of_the_page(client: FlaskClient) -> None:
    rows = client.get("/question.json?q=handslag").json["rows"]
    assert [row["name"] for row in rows] == listed(client, "?q=handslag")
    assert len(client.get("/question.json").json["rows"]) == len(questions())
