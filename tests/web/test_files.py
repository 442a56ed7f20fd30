"""Every page that offers its answer as files offers the same answer in each of them."""

import csv
import io
import re
from collections import deque
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
from browsing import Page
from flask.testing import FlaskClient
from openpyxl import load_workbook

from graph.exports import EXPORTS

BEGIN = (
    "/",
    "/coverage",
    "/gaps?place=19",
    "/compare?place=1961&other=1907",
    "/compare?since=2019-06-01",
    "/compare?plan=vastmanland-2018&otherPlan=stockholm-2021",
    "/need?place=19",
    "/who-else?goal=dhol-d2",
    "/explore?thing=goal/dhol-d6",
    "/void",
    "/source",
    "/question",
)
MOST = 80
"""Pages visited; of each kind of page a few."""
OF_A_KIND = 2
WHOLE = "/data."
"""The whole graph is a file in formats of its own, and no page's answer."""
SUFFIX = re.compile(rf"\.({'|'.join(EXPORTS)})$")


def kind_of(path: str) -> str:
    """A page's kind: its address without what differs between pages of the kind."""
    parts = path.strip("/").split("/")
    return "/".join(parts[:2] if parts[0] == "id" else parts[:1])


@pytest.fixture(scope="module")
def offered(app) -> dict[str, dict[str, str]]:
    """The files found by following links from the first pages: by address without suffix, each suffix's address."""
    client, found, seen, of_kind = app.test_client(), {}, set(), {}
    waiting = deque(BEGIN)
    while waiting and len(seen) < MOST:
        link = waiting.popleft()
        kind = kind_of(urlsplit(link).path)
        if link in seen or of_kind.get(kind, 0) >= OF_A_KIND:
            continue
        seen.add(link)
        of_kind[kind] = of_kind.get(kind, 0) + 1
        answer = client.get(link)
        assert answer.status_code == 200, link
        for other in Page(answer.text).links:
            path = urlsplit(other).path
            match = SUFFIX.search(path)
            if path.startswith(WHOLE):
                continue
            if match:
                found.setdefault(other.replace(match[0], "", 1), {})[match[1]] = other
            elif other.startswith("/") and not other.startswith(("/static", "/sparql", "/api")):
                waiting.append(other.partition("#")[0])
    return found


def rows(client: FlaskClient, suffix: str, address: str) -> list[list[str]]:
    """The rows of a file as text, in the columns it has in common with the other formats."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    if suffix == "json":
        document = answer.json
        assert document is not None
        return [[_plain(row.get(c["name"])) for c in document["columns"]] for row in document["rows"]]
    if suffix == "csv":
        header, *body = csv.reader(io.StringIO(answer.text))
        kept = [i for i, name in enumerate(header) if not (name.endswith("Name") and name[:-4] in header)]
        return [[row[i] for i in kept] for row in body]
    header, *body = load_workbook(io.BytesIO(answer.data)).worksheets[0].iter_rows(values_only=True)
    named = {i for i, name in enumerate(header) if str(name).endswith(" (IRI)")}
    kept = [i for i in range(len(header)) if i + 1 not in named]
    # In a column with addresses, a value that is none stands where their names do.
    return [[_plain(row[i - 1] if i in named and row[i] is None else row[i]) for i in kept] for row in body]


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return str(value["id"])
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def test_pages_of_many_kinds_offer_files(offered: dict[str, dict[str, str]]) -> None:
    kinds = {kind_of(urlsplit(address).path) for address in offered}
    assert {"start", "coverage", "gaps", "threads", "compare", "question", "ns", "graph", "id/goal"} <= kinds
    assert {"need", "who-else", "explore", "void", "source"} <= kinds


def test_every_file_of_a_page_has_the_same_rows(client: FlaskClient, offered: dict[str, dict[str, str]]) -> None:
    for address, files in offered.items():
        assert {"csv", "xlsx"} <= files.keys(), address
        found = {suffix: rows(client, suffix, beside(files["csv"], suffix)) for suffix in ("csv", "json", "xlsx")}
        assert [_unquoted(row) for row in found["csv"]] == found["json"], address
        assert len(found["xlsx"]) == len(found["json"]), address


def test_every_answer_is_also_a_graph(client: FlaskClient, offered: dict[str, dict[str, str]]) -> None:
    """Turtle and JSON-LD of it are the same statements."""
    for address, files in offered.items():
        as_ttl, as_jsonld = (client.get(beside(files["csv"], suffix)) for suffix in ("ttl", "jsonld"))
        turtle = ox.parse(as_ttl.data, format=ox.RdfFormat.TURTLE)
        assert len(list(turtle)) == len(list(ox.parse(as_jsonld.data, format=ox.RdfFormat.JSON_LD))) > 0, address


@pytest.mark.parametrize("path", ["/id/goal", "/graph/surahammar-handslag"])
def test_a_list_opens_as_the_sparql_that_gives_the_same(client: FlaskClient, path: str) -> None:
    [link] = {one for one in Page(client.get(path).text).links if one.startswith("/sparql?query=")}
    answer = client.get(f"{link}&format=json").json
    assert answer is not None
    assert len(answer["results"]["bindings"]) == len(rows(client, "json", f"{path}.json")) > 0


def test_a_thing_opens_as_the_sparql_that_describes_it(client: FlaskClient) -> None:
    [link] = {one for one in Page(client.get("/id/goal/dhol-d6").text).links if "query=DESCRIBE" in one}
    assert b"/id/goal/dhol-d6> " in client.get(f"{link}&format=nt").data


def beside(address: str, suffix: str) -> str:
    """The address of another format of the same file."""
    parts = urlsplit(address)
    return parts._replace(path=SUFFIX.sub(f".{suffix}", parts.path)).geturl()


def _unquoted(row: list[str]) -> list[str]:
    """Without the apostrophe that keeps a spreadsheet from running a cell."""
    return [cell[1:] if cell[:2] in {f"'{sign}" for sign in "=+-@\t\r"} else cell for cell in row]


def test_a_workbook_leads_back_to_where_it_came_from(client: FlaskClient) -> None:
    answer = client.get("/gaps.xlsx?place=1907&asOf=2026-11-22")
    about = load_workbook(io.BytesIO(answer.data))["Om"]
    [cell] = [cell for row in about.iter_rows() for cell in row if cell.hyperlink]
    assert cell.hyperlink.target == cell.value == "http://localhost/gaps.xlsx?place=1907&asOf=2026-11-22"


@pytest.mark.parametrize(
    ("path", "many"),
    [
        ("/compare?plan=vastmanland-2018&otherPlan=stockholm-2021", 2),
        ("/compare?place=1961&other=1907", 2),
        ("/compare?since=2019-06-01", 2),
        ("/who-else?goal=dhol-d2&place=1907", 1),
        ("/need?place=1907", 1),
        ("/explore?thing=goal/dhol-d6", 1),
        ("/coverage?place=19", 1),
        ("/coverage?strategy=strategy/det-handlar-om-livet", 1),
        ("/thread?thing=goal/dhol-d2", 1),
    ],
)
def test_a_view_opens_as_sparql_that_has_an_answer(client: FlaskClient, path: str, many: int) -> None:
    links = [one for one in Page(client.get(path).text).links if one.startswith("/sparql?query=")]
    assert len(links) == many
    for link in links:
        answer = client.get(link, headers={"Accept": "application/sparql-results+json, application/n-triples"})
        assert answer.status_code == 200
        assert answer.text.count("\n") > 1 or answer.json["results"]["bindings"]
