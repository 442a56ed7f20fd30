"""Both languages have the same words, no template lacks one, and every link keeps the language."""

import re
from datetime import date
from pathlib import Path

import pytest
from browsing import Page, language_of
from flask.testing import FlaskClient
from fluent.syntax import parse
from fluent.syntax.ast import Junk, Message, VariableReference
from fluent.syntax.visitor import Visitor

import web
from graph.catalogue import graphs
from graph.library import TASKS
from graph.store import Store
from graph.vocabulary import BASES, kind_word
from web.kinds import KINDS
from web.language import FOLDER, LANGUAGES, words

WEB = Path(web.__file__).parent
USED = re.compile(r'\b(?:t|w|words\([^()]*\(\)\)|words\(language\))\(f?"([a-z0-9-]+)(\{|" ~)?')
PATHS = ["/", "/id/goal", "/id/place/19", "/question", "/question/goal-coverage", "/source", "/about", "/ns", "/nope"]


class Variables(Visitor):
    """The variables a message uses."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    body = parse((FOLDER / f"{language}.ftl").read_text("utf-8")).body
    assert not [entry for entry in body if isinstance(entry, Junk)]
    found: dict[str, set[str]] = {}
    for entry in body:
        if isinstance(entry, Message):
            assert entry.id.name not in found, entry.id.name
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.found
    return found


def test_both_languages_have_the_same_messages_with_the_same_variables() -> None:
    assert messages("sv") == messages("en")


def test_no_page_uses_a_word_that_is_missing_and_no_word_is_unused() -> None:
    known = set(messages("sv"))
    text = "\n".join(p.read_text("utf-8") for p in (*WEB.rglob("*.html"), *WEB.rglob("*.py")))
    used = {name for name, more in USED.findall(text) if not more}
    begun = tuple(name for name, more in USED.findall(text) if more)
    assert used - known == set()
    quoted = set(re.findall(r'"([a-z0-9-]+)"', text))
    assert {
        name for name in known - used - quoted if not name.startswith(begun) and not name.startswith("error-")
    } == set()


def test_every_kind_of_thing_question_and_basis_has_its_word(store: Store) -> None:
    kinds = {kind_word(kind) for graph in graphs(store).values() for kind in graph.things} | set(KINDS)
    wanted = {f"kind-{kind}" for kind in kinds}
    wanted |= {f"library-task-{task}" for task in TASKS}
    wanted |= {f"basis-{basis}" for basis in BASES}
    assert wanted - set(messages("sv")) == set()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_in_the_page_keeps_its_language(client: FlaskClient, path: str, language: str) -> None:
    page = Page(client.get(f"{path}?lang={language}").text)
    assert page.all("html")[0]["lang"] == language
    for attributes in page.all("a"):
        link = str(attributes["href"])
        if link.startswith("/"):
            expected = attributes.get("hreflang", language)
            assert language_of(link) == expected, link


def test_the_switch_leads_to_the_same_page_with_the_same_choices(client: FlaskClient) -> None:
    page = Page(client.get("/?asOf=2019-01-01&status=all").text)
    assert "/?asOf=2019-01-01&status=all&lang=en" in page.links
    back = Page(client.get("/?asOf=2019-01-01&status=all&lang=en").text)
    assert "/?asOf=2019-01-01&status=all" in back.links


def test_a_name_that_is_only_swedish_says_so_on_an_english_page(client: FlaskClient) -> None:
    assert '<a href="/id/place/1907?lang=en" lang="sv">Surahammar</a>' in client.get("/id/place?lang=en").text


def test_dates_and_numbers_are_written_as_in_the_language() -> None:
    day = date(2018, 6, 1)
    assert (words("sv").date(day), words("en").date(day)) == ("1 juni 2018", "1 June 2018")
    assert (words("sv").number(1234), words("en").number(1234)) == ("1\xa0234", "1,234")
