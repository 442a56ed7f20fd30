"""Utforska: picture, tree, table and every file have the same things and links, and the address says it all."""

import csv
import io
import json
import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from browsing import SCRIPT, Page
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from rdflib import Graph, URIRef
from worlds import ID

from graph.coverage import Scope
from graph.explore import View, explored, picture
from graph.store import Store
from graph.vocabulary import RDF_TYPE, RDFS_LABEL
from web.explore_drawing import WIDTH, Drawing

DHOL = "thing=strategy/det-handlar-om-livet"
QUERIES = [
    DHOL,
    "thing=goal/dhol-d2&lens=gap",
    "thing=goal/dhol-d2&lens=gap&place=1907&lang=en",
    "thing=place/1907&thing=actor/region-vastmanland",
    "question=goals-without-activity&lens=gap",
    "thing=goal/dhol-d2&to=place/1907&open=",
    "thing=strategy/vastmanland-2018&lens=actor",
]
SVG, ML = "{http://www.w3.org/2000/svg}", "{http://graphml.graphdrawing.org/xmlns}"
Pair = tuple[str, str]


def parts(html: str) -> tuple[Page, Page, Page]:
    """The picture, the tree and the table of a page."""
    picture, rest = html[html.index('<svg class="explore-picture"') :].split("</svg>\n</div>", 1)
    tree, table = rest[rest.index('<section class="explore-tree">') :].split("</section>", 1)
    return Page(picture), Page(tree), Page(table[: table.index("</table>")])


def chosen(page: Page) -> set[str]:
    """The things that it offers to choose."""
    found = (parse_qs(urlsplit(link).query).get("at", []) for link in page.links if "at=" in link)
    return {thing for things in found for thing in things}


def expected(client: FlaskClient, query: str) -> tuple[set[str], set[Pair]]:
    """The things and links of the JSON file."""
    document = client.get(f"/explore.json?{query}").json
    assert document is not None
    things = {row[end]["id"] for row in document["rows"] for end in ("source", "target") if row[end]}
    return things, {(row["source"]["id"], row["target"]["id"]) for row in document["rows"] if row["target"]}


@pytest.mark.parametrize("query", QUERIES)
def test_picture_tree_and_table_have_the_same_things_and_links(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/explore?{query}")
    drawn, tree, table = parts(answer.text)
    things, links = expected(client, query)
    assert answer.status_code == 200
    assert chosen(drawn) == chosen(tree) == {thing.removeprefix(ID) for thing in things}
    paths = [attributes for attributes in drawn.all("path", "link") if "link-empty" not in str(attributes["class"])]
    assert len(paths) == len(table.all("tr")) - 1 >= len(links)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
@pytest.mark.parametrize("query", QUERIES)
def test_every_file_holds_the_same_things_and_links(client: FlaskClient, query: str) -> None:
    things, links = expected(client, query)
    said = Page(client.get(f"/explore?{query}").text)
    for suffix in ("csv", "xlsx", "json", "ttl", "jsonld", "graphml", "svg", "html"):
        assert [link for link in said.links if link.startswith(f"/explore.{suffix}?")]
    rows = list(csv.DictReader(io.StringIO(client.get(f"/explore.csv?{query}").text)))
    assert {row[end] for row in rows for end in ("source", "target")} - {""} == things
    assert {(row["source"], row["target"]) for row in rows if row["target"]} == links
    sheet = load_workbook(io.BytesIO(client.get(f"/explore.xlsx?{query}").data)).worksheets[0]
    assert sheet.max_row - 1 == len(rows)
    for suffix, form in (("ttl", "turtle"), ("jsonld", "json-ld")):
        graph = Graph().parse(data=client.get(f"/explore.{suffix}?{query}").text, format=form)
        own = [(s, p, o) for s, p, o in graph if str(p) not in (RDF_TYPE, RDFS_LABEL)]
        assert {(str(s), str(o)) for s, _, o in own} == links
        assert {str(thing) for thing in graph.subjects(URIRef(RDF_TYPE))} == things
    network = ElementTree.fromstring(client.get(f"/explore.graphml?{query}").text)
    assert {node.get("id") for node in network.iter(f"{ML}node")} == things
    assert {(edge.get("source"), edge.get("target")) for edge in network.iter(f"{ML}edge")} == links
    drawn = ElementTree.fromstring(client.get(f"/explore.svg?{query}").data)
    boxes = [box for box in drawn.iter(f"{SVG}a") if "box-empty" not in str(box.get("class"))]
    assert {box.get("href") for box in boxes} == things
    assert all("".join(text.itertext()).strip() for box in boxes for text in box.iter(f"{SVG}text"))
    html = client.get(f"/explore.html?{query}").text
    data = json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL)[1])  # type: ignore[index]
    assert {node["id"] for node in data["nodes"] if not node["id"].startswith("empty ")} == things
    assert {(one["from"], one["to"]) for one in data["edges"] if not one["from"].startswith("empty ")} == links


@pytest.mark.parametrize("query", QUERIES)
def test_no_box_stands_on_another_and_every_link_ends_at_its_boxes(client: FlaskClient, query: str) -> None:
    drawn = ElementTree.fromstring(client.get(f"/explore.svg?{query}").data)
    width, height = (float(str(drawn.get(name))) for name in ("width", "height"))
    boxes = []
    for box in drawn.iter(f"{SVG}a"):
        rect = next(box.iter(f"{SVG}rect"))
        boxes.append(tuple(float(str(one)) for one in (box.get("data-x"), box.get("data-y"), rect.get("height"))))
    for place, (x, y, tall) in enumerate(boxes):
        assert 0 <= x <= width - WIDTH
        assert 0 <= y <= height - tall
        for other_x, other_y, other_tall in boxes[place + 1 :]:
            assert x != other_x or y + tall <= other_y or other_y + other_tall <= y
    for path in drawn.iter(f"{SVG}path"):
        if "link" in str(path.get("class")).split():
            numbers = [float(number) for number in re.findall(r"-?\d+\.\d", str(path.get("d")))]
            for x, y, side in ((*numbers[:2], WIDTH), (*numbers[-2:], 0.0)):
                at_bow = any(abs(left + WIDTH - x) < 0.2 and top <= y <= top + tall for left, top, tall in boxes)
                assert at_bow or any(abs(left + side - x) < 0.2 and top <= y <= top + tall for left, top, tall in boxes)


def test_the_same_address_gives_the_same_picture_in_both_languages(app: Flask) -> None:
    query = "/explore.svg?thing=goal/dhol-d2&lens=gap"
    found = []
    for language in ("sv", "en", "sv"):
        drawn = ElementTree.fromstring(app.test_client().get(f"{query}&lang={language}").data)
        found.append([(box.get("href"), box.get("data-x")) for box in drawn.iter(f"{SVG}a")])
    assert found[0] == found[2]
    assert sorted(found[0], key=str) == sorted(found[1], key=str)


def test_a_group_is_closed_and_opened_again_by_links(client: FlaskClient) -> None:
    page = Page(client.get(f"/explore?{DHOL}").text)
    assert "”står i” hos 18 av 18 mål" in page.text
    closing = next(link for link in page.links if "at=" in link and "open=" in link and "setOutIn" not in link)
    closed = Page(client.get(closing.partition("#")[0]).text)
    assert "”står i” hos 0 av 18 mål" in closed.text
    opening = next(link for link in closed.links if "in.setOutIn.goal" in link)
    again = Page(client.get(opening.partition("#")[0]).text)
    assert "”står i” hos 18 av 18 mål" in again.text


def test_the_last_group_closed_leaves_the_beginning_alone(client: FlaskClient) -> None:
    link, before = "/explore?thing=area/rus-valmaende", 99
    while before:
        page = Page(client.get(link).text)
        steps = {len(list(filter(None, opens(one)))): one for one in page.links if "open=" in one and "at=" in one}
        before, link = min(steps), steps[min(steps)].partition("#")[0]
    assert opens(link) == [""]
    drawn = parts(client.get(link).text)[0]
    assert chosen(drawn) == {"area/rus-valmaende"}
    assert all("open=" in one for one in drawn.links)


def opens(link: str) -> list[str]:
    """The groups that a link opens."""
    return parse_qs(urlsplit(link).query, keep_blank_values=True).get("open", [])


def test_a_step_is_said_as_so_many_of_all_and_the_rest_is_a_link_away(client: FlaskClient) -> None:
    page = Page(client.get("/explore?thing=place/14&open=place/14~in.dcterms:isPartOf.place").text)
    assert "”del av” hos 25 av 49 platser" in page.text
    more = next(link for link in page.links if "isPartOf.place~2" in link)
    assert "”del av” hos 49 av 49 platser" in Page(client.get(more.partition("#")[0]).text).text


def test_things_are_put_away_kinds_hidden_and_both_taken_back(client: FlaskClient) -> None:
    page = Page(client.get(f"/explore?{DHOL}&at=goal/dhol-d2").text)
    away = next(link for link in page.links if "closed=goal/dhol-d2" in link)
    without = Page(client.get(away).text)
    assert "goal/dhol-d2" not in chosen(parts(client.get(away).text)[0])
    back = [link for link in without.links if "closed=" not in link and "at=" not in link and "open=" in link]
    assert any("goal/dhol-d2" in chosen(parts(client.get(link.partition("#")[0]).text)[0]) for link in back)
    hidden = client.get(f"/explore?{DHOL}&hide=goal").text
    assert not [thing for thing in chosen(parts(hidden)[0]) if thing.startswith("goal/")]
    assert any("hide=" not in link and link.startswith("/explore?") for link in Page(hidden).links)


def test_a_question_begins_with_some_and_says_of_how_many(client: FlaskClient) -> None:
    page = Page(client.get("/explore?question=goals-without-activity").text)
    count = int(re.search(r"Den börjar med 25 av (\d+) saker i svaret", page.text)[1])  # type: ignore[index]
    more = next(link for link in page.links if "rows=2" in link)
    assert f"Den börjar med {min(count, 50)} av {count} saker" in Page(client.get(more).text).text
    narrowed = client.get("/explore?question=goals-without-activity&place=19")
    assert narrowed.status_code == 200


def test_a_way_is_drawn_and_no_way_is_said(client: FlaskClient) -> None:
    page = Page(client.get("/explore?thing=goal/dhol-d2&to=place/1907&open=").text)
    assert "Den kortaste vägen från" in page.text
    assert "är 3 steg" in page.text
    assert len(page.all("path", "link-strong")) == 3
    assert "Ingen väg leder från" in Page(client.get("/explore?thing=goal/dhol-d2&to=actor/unicef&open=").text).text


def test_an_unknown_place_hangs_no_empty_boxes(client: FlaskClient) -> None:
    known, unknown = (client.get(f"/explore?{DHOL}&lens=gap&place={place}").text for place in ("1907", "1960"))
    assert Page(known).all("a", "box-empty")
    assert not Page(unknown).all("a", "box-empty")
    assert "Okänt" in Page(unknown).text


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("thing=goal/nope", 404, "goal/nope"),
        ("thing=goal/dhol-d2&to=nope", 404, "nope"),
        ("thing=goal/dhol-d2&lens=gaps", 400, "gap"),
        ("thing=goal/dhol-d2&open=x", 400, "goal/dhol-d2~in.contributesTo.activity"),
        ("thing=goal/dhol-d2&basis=maped", 400, "mapped"),
        ("thing=goal/dhol-d2&place=9999", 400, "Platsen finns inte i grafen"),
        ("thing=goal/dhol-d2&asOf=nu", 400, "2026-11-22"),
        ("question=goals-without-activity&rows=0", 400, "1 till 999"),
        ("question=who-else", 400, "goal"),
        ("question=nope", 404, "nope"),
        ("thing=" + "a" * 600, 400, "Högst 500 tecken"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_a_way_on(
    client: FlaskClient, query: str, status: int, says: str
) -> None:
    answer = client.get(f"/explore?{query}")
    assert answer.status_code == status
    assert says in Page(answer.text).text
    for suffix in ("json", "svg", "html"):
        assert client.get(f"/explore.{suffix}?{query}").status_code == status


def test_what_is_written_wrong_is_searched_for(client: FlaskClient) -> None:
    page = Page(client.get("/explore?thing=goal/dhol-d2&to=Surahammar").text)
    assert any("to=place/1907" in link and "thing=goal/dhol-d2" in link for link in page.links)


def test_too_much_is_413_with_a_way_on(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST", 10)
    answer = client.get(f"/explore?{DHOL}&open=strategy/det-handlar-om-livet~in.setOutIn.goal")
    assert answer.status_code == 413
    assert "rymmer högst 10" in Page(answer.text).text
    assert f"/explore?{DHOL}" in Page(answer.text).links
    assert client.get(f"/explore.json?{DHOL}").status_code == 413


def test_one_begins_from_a_search_a_plan_or_a_question(client: FlaskClient) -> None:
    page = Page(client.get("/explore?q=surahammar").text)
    for link in ("/explore?thing=place/1907", f"/explore?{DHOL}", "/explore?question=goals-without-activity"):
        assert link in page.links
        assert client.get(link).status_code == 200
    assert client.get("/explore.json").status_code == 400


def test_a_large_picture_has_its_state_once_and_every_thing_in_its_tree(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.explore_state.MOST_LINKED", 100)
    answer = client.get(f"/explore?{DHOL}&at=goal/dhol-d2")
    drawn, tree, _ = parts(answer.text)
    anchors = {link.removeprefix("#") for link in drawn.links}
    assert anchors <= {str(a["id"]) for a in tree.all("li") if a.get("id")}
    buttons = {str(a["value"]) for a in tree.all("button")}
    assert len(buttons) == len(anchors) == len(drawn.all("a", "box"))
    assert {str(a["name"]) for a in tree.all("input")} == {"thing"}
    assert "Tabellen visar de" in Page(answer.text).text


@pytest.mark.parametrize("suffix", ["", ".svg", ".html", ".graphml", ".jsonld", ".ttl", ".csv"])
@pytest.mark.parametrize("lens", ["", "gap", "actor", "handslag"])
def test_hostile_names_are_text_everywhere(evil_app: Flask, suffix: str, lens: str) -> None:
    answer = evil_app.test_client().get(f"/explore{suffix}?thing={ID}goal/evil&lens={lens}")
    assert answer.status_code == 200
    if suffix in ("", ".svg", ".html"):
        assert SCRIPT not in answer.text
        html = answer.text if suffix != ".html" else re.sub(r"<script>.*?</script>", "", answer.text, flags=re.DOTALL)
        page = Page(html)
        if suffix != ".html":
            assert SCRIPT in page.text
            assert not [tag for tag, a in page.tags if tag == "script" and not a.get("src")]
        for _, attributes in page.tags:
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            assert not str(attributes.get("href") or "").lower().startswith(("javascript:", "data:"))
    if suffix in (".svg", ".graphml"):
        ElementTree.fromstring(answer.data)


def test_a_file_without_links_is_no_graphml(client: FlaskClient) -> None:
    assert client.get("/gaps.graphml?place=19").status_code == 400
    assert client.get("/gaps.jsonld?place=19").status_code == 200


def test_links_go_round_the_boxes_in_a_small_picture(store: Store, today) -> None:
    found = explored(store, View(Scope(today), ("goal/dhol-d2",), lens="gap"))
    drawing = Drawing(found, lambda one: "Ett namn", str)
    boxes = [(box.x, box.y, box.height) for box in drawing.boxes]
    for line in drawing.lines:
        for height, left, right in _levels(line.path):
            for x, y, tall in boxes:
                assert not (left < x + 1 and right > x + WIDTH - 1 and y < height < y + tall), line.path


def _levels(path: str) -> list[tuple[float, float, float]]:
    """The level parts of a path: its height, and where it begins and ends."""
    found, x, y = [], 0.0, 0.0
    for sign, numbers in re.findall(r"([MCH])([^MCH]*)", path):
        values = [float(number) for number in numbers.split()]
        if sign == "H":
            found.append((y, min(x, values[0]), max(x, values[0])))
            x = values[0]
        else:
            x, y = values[-2:]
    return found
