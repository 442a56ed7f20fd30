"""Sök: the box stands on every page, the hits are the same in every format, and what is written is only text."""

import csv
import io
from urllib.parse import quote_plus

import pytest
from browsing import SCRIPT, Page
from flask import Flask
from flask.testing import FlaskClient
from worlds import ID

from graph.search import search
from graph.store import Store
from web.pages.search import LONGEST, MOST

PATHS = ["/", "/search", "/search?q=halsa", "/gaps", "/id/goal/dhol-d6", "/about", "/nope", "/?asOf=x"]


def links(page: Page) -> list[str]:
    return [link.partition("?")[0].partition("#")[0] for link in page.links]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_one_box_stands_on_every_page_and_keeps_the_language(client: FlaskClient, path: str, language: str) -> None:
    page = Page(client.get(path, query_string=None if "?" in path else {"lang": language}).text)
    [form] = [a for a in page.all("form") if a.get("role") == "search"]
    assert (form["action"], form["method"]) == ("/search", "get")
    assert form["aria-label"]
    [field] = [a for a in page.all("input") if a.get("name") == "q"]
    assert field["id"] in [a.get("for") for a in page.all("label")]
    kept = [a["value"] for a in page.all("input") if a.get("name") == "lang"]
    assert bool(kept) == (language == "en" and "?" not in path)


def test_the_page_shows_the_hits_in_order_each_with_its_link(client: FlaskClient, store: Store) -> None:
    found = search(store, "psykisk halsa")
    page = Page(client.get("/search?q=psykisk+halsa").text)
    assert len(page.all("li", "hit")) == len(found.hits) == MOST
    assert f"{found.total} träffar på ”psykisk halsa”" in page.text
    shown = [link.removeprefix("/id/") for link in links(page)]
    expected = [hit.thing.removeprefix(ID) for hit in found.hits]
    assert [link for link in shown if link in expected][:5] == expected[:5]
    assert f"De {MOST} första träffarna visas" in page.text
    assert "mark" in [tag for tag, _ in page.tags]


@pytest.mark.parametrize("query", ["q=psykisk+halsa", "q=surahammar&kind=actor", "q=zebra+skola", "q=1907", "q="])
def test_every_format_has_the_hits_of_the_search(client: FlaskClient, store: Store, query: str) -> None:
    text, kinds = query.partition("&")[0][2:].replace("+", " "), ["actor"] if "kind" in query else []
    expected = search(store, text, kinds, 1000)
    document = client.get(f"/search.json?{query}").json
    rows = list(csv.DictReader(io.StringIO(client.get(f"/search.csv?{query}").text)))
    assert document is not None
    assert [row["thing"]["id"] for row in document["rows"]] == [hit.thing for hit in expected.hits]
    assert [row["thing"] for row in rows] == [hit.thing for hit in expected.hits]
    assert document["hits"] == str(expected.total)
    assert client.get(f"/search.xlsx?{query}").status_code == client.get(f"/search.ttl?{query}").status_code == 200
    shown = Page(client.get(f"/search?{query}").text).all("li", "hit")
    assert len(shown) == min(len(expected.hits), MOST)


def test_an_empty_search_shows_the_form_and_how_to_search(client: FlaskClient) -> None:
    page = Page(client.get("/search").text)
    assert "Så söker du" in page.text
    assert not page.all("li", "hit")
    assert "träffar" not in page.text


def test_an_exact_hit_is_first_and_marked(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=1907").text)
    assert len(page.all("li", "hit-exact")) == 1
    assert "/id/place/1907" in page.links
    assert "Exakt träff" in page.text
    assert "Kod: 1907" in page.text


def test_a_quote_is_shown_with_its_document_and_leads_to_its_passage(client: FlaskClient, store: Store) -> None:
    hit = next(hit for hit in search(store, "hälsa", most=1000).hits if hit.text.field == "quote")
    whole = hit.text.text
    page = Page(client.get(f"/search?q={quote_plus(chr(34) + whole[:150] + chr(34))}").text)
    assert "Visa citatet" in page.text
    passages = [link for link in links(page) if link.startswith("/id/passage/")]
    answer = client.get(passages[0])
    assert answer.status_code == 303
    assert "#passage-" in answer.headers["Location"]


def test_where_nothing_has_all_the_words_the_page_says_so(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=zebra+skola").text).text
    assert "Inget i grafen har alla orden" in page
    assert "Saknar: zebra" in page


def test_where_nothing_is_found_the_page_does_not_say_that_it_does_not_exist(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=zebra").text).text
    assert "Inget i grafen svarar mot ”zebra”" in page
    assert "att inget hittas betyder inte att det inte finns" in page


def test_a_kind_narrows_and_keeps_the_way_back(client: FlaskClient, store: Store) -> None:
    found = search(store, "surahammar", ["actor"])
    page = Page(client.get("/search?q=surahammar&kind=actor").text)
    assert len(page.all("li", "hit")) == found.total
    assert "/search?q=surahammar" in page.links
    current = [a["href"] for a in page.all("a") if a.get("aria-current") == "true"]
    assert current == ["/search?q=surahammar&kind=actor"]
    none = Page(client.get("/search?q=surahammar&kind=law").text).text
    assert "Inget av det slaget svarar mot ”surahammar”" in none


def test_a_name_that_already_shows_the_words_is_not_said_twice(client: FlaskClient) -> None:
    page = Page(client.get("/search?q=suicide&lang=en").text).text
    assert "Fewer lives lost to suicide" in page
    assert "Färre liv förlorade" not in page


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (f"q={'a' * (LONGEST + 1)}", f"Högst {LONGEST} tecken"),
        (f"q={'a' * 10_000}", f"Högst {LONGEST} tecken"),
        ("q=a&kind=gaol", "Närmast: goal"),
    ],
)
def test_what_does_not_fit_is_told(client: FlaskClient, query: str, says: str) -> None:
    answer = client.get(f"/search?{query}")
    assert answer.status_code == 400
    page = Page(answer.text)
    assert says in page.text
    assert len([a for a in page.all("form") if a.get("role") == "search"]) == 1
    assert client.get(f"/search.json?{query}").status_code == 400


@pytest.mark.parametrize("text", [SCRIPT, '"><script>', "' OR 1=1 --", '" OR name:*', "\x00", "javascript:alert(2)"])
def test_what_the_asker_writes_is_text(client: FlaskClient, text: str) -> None:
    answer = client.get("/search", query_string={"q": text})
    assert answer.status_code == 200
    assert "<script>" not in answer.text


@pytest.mark.parametrize("text", ["script", "script goal", "strategy", "article"])
def test_hostile_names_are_marked_as_text(evil_app: Flask, text: str) -> None:
    answer = evil_app.test_client().get("/search", query_string={"q": text})
    assert answer.status_code == 200
    assert SCRIPT not in answer.text
    page = Page(answer.text)
    assert page.all("li", "hit")
    assert all(attributes.get("src") for tag, attributes in page.tags if tag == "script")
    assert not [link for link in page.links if link.lower().startswith("javascript:")]
    rows = evil_app.test_client().get("/search.csv", query_string={"q": text}).text
    assert "\n=" not in rows
    assert ",=" not in rows
