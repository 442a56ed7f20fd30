"""What the data is, told over HTTP: every format says the same, and every address of ours leads somewhere."""

import re
from collections import defaultdict
from datetime import date
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
from browsing import Page
from flask import Flask
from flask.testing import FlaskClient
from rdflib import DCTERMS, RDF, RDFS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from graph.description import dump
from graph.publisher import Publisher
from graph.store import ForeignQueries, Store
from graph.vocabulary import BASE, DCAT, RT, SD, SH, SHAPES, SUGGESTED, VOID
from web.app import create_app
from web.file import OFFERED, OTHER_RDF

PATHS = ("/void", "/dcat", "/sparql/description", "/ns", "/shapes")
FORMATS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
TURTLE = "text/turtle"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
NO_THINGS = {BASE, f"{BASE}sparql"}
"""What is ours and no thing: the first page, and the endpoint, which is described by the address it was asked at."""
OWN = re.compile(rb"<(https://w3id\.org/rodatraden/[^>]*)>")


def parsed(data: bytes, media_type: str) -> Graph:
    if media_type == FORMATS["jsonld"]:
        # rdflib's own reader of JSON-LD warns of itself.
        data = ox.serialize(ox.parse(data, format=ox.RdfFormat.JSON_LD), format=ox.RdfFormat.N_TRIPLES)
        media_type = FORMATS["nt"]
    return Graph().parse(data=data, format=media_type)


def graph(client: FlaskClient, path: str, accept: str = TURTLE) -> Graph:
    answer = client.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, accept), path
    return parsed(answer.data, accept)


@pytest.mark.parametrize("path", PATHS)
def test_every_format_says_the_same_by_suffix_and_by_accept(client: FlaskClient, path: str) -> None:
    first = graph(client, path)
    assert len(first) > 40
    for suffix, media_type in FORMATS.items():
        by_suffix = client.get(f"{path}.{suffix}")
        assert (by_suffix.status_code, by_suffix.mimetype) == (200, media_type)
        assert client.get(path, headers={"Accept": media_type}).data == by_suffix.data
        assert by_suffix.headers["Access-Control-Allow-Origin"] == "*"
        assert isomorphic(parsed(by_suffix.data, media_type), first), suffix


def test_the_description_is_found_where_it_is_looked_for(client: FlaskClient) -> None:
    answer = client.get("/.well-known/void", headers={"Accept": TURTLE})
    assert (answer.status_code, urlsplit(answer.headers["Location"]).path) == (303, "/void")
    told = client.get("/.well-known/void", headers={"Accept": TURTLE}, follow_redirects=True)
    assert (URIRef(f"{BASE}void#dataset"), RDF.type, URIRef(VOID + "Dataset")) in parsed(told.data, TURTLE)


def test_the_endpoint_asked_for_nothing_describes_itself(client: FlaskClient) -> None:
    told = graph(client, "/sparql")
    (service,) = told.subjects(RDF.type, URIRef(SD + "Service"))
    assert set(told.objects(service, URIRef(SD + "endpoint"))) == {URIRef("http://localhost/sparql")}
    named = {str(name) for name in told.objects(None, URIRef(SD + "name"))}
    assert {f"{BASE}graph/void", f"{BASE}graph/surahammar-handslag"} < named
    assert set(told.objects(service, URIRef(SD + "feature"))) == {URIRef(SD + "UnionDefaultGraph")}


@pytest.mark.parametrize("path", ["/dcat", "/sparql/description"])
def test_a_browser_is_shown_the_page(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Accept": BROWSER})
    assert (answer.status_code, urlsplit(answer.headers["Location"]).path) == (303, "/void")


@pytest.mark.parametrize(("language", "words"), [("sv", ("Om datat", "3 615")), ("en", ("About the data", "3,615"))])
def test_the_page_says_how_much_there_is_and_its_files_are_there(
    client: FlaskClient, language: str, words: tuple[str, str]
) -> None:
    page = Page(client.get(f"/void?lang={language}").text)
    entities = graph(client, "/void").value(URIRef(f"{BASE}void#dataset"), URIRef(VOID + "entities"))
    assert str(entities) == "3615"
    assert all(word in page.text.replace("\xa0", " ") for word in words)
    files = [link for link in page.links if re.match(r"/(void|dcat|data|sparql/description)\.", link)]
    assert len(files) == 3 * (len(OFFERED) + len(OTHER_RDF)) + 4
    assert {client.get(link).status_code for link in files} == {200}


def test_the_whole_graph_is_a_file_with_its_named_graphs(client: FlaskClient, store: Store) -> None:
    answer = client.get("/data.nq")
    whole = {quad.graph_name.value for quad in ox.parse(answer.data, format=ox.RdfFormat.N_QUADS)}
    assert whole == set(store.graphs(SUGGESTED))
    merged = parsed(client.get("/data.nt").data, FORMATS["nt"])
    assert len(merged) == len(store.select("SELECT * WHERE { ?s ?p ?o }"))
    again = client.get("/data.nq", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_graph_too_large_for_a_file_says_what_to_do_instead(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dump, "MOST", 10)
    assert client.get("/data.ttl").status_code == 413
    assert "en namngiven graf i taget" in client.get("/void").text
    told = graph(client, "/dcat")
    assert not set(told.objects(None, URIRef(DCAT + "downloadURL")))


def test_who_publishes_is_a_setting_of_the_service(store: Store, workers: ForeignQueries, client: FlaskClient) -> None:
    assert not set(graph(client, "/dcat").objects(None, DCTERMS.publisher))
    publisher = Publisher("Region Exempel", "RegionalAuthority")
    app = create_app(store, workers, lambda: date(2026, 11, 22), publisher=publisher)
    told = graph(app.test_client(), "/dcat")
    assert len(set(told.objects(None, DCTERMS.publisher))) == 1


@pytest.mark.parametrize("host", ['a"b', "<script>", "a b", "a>b", "exa\\mple.org"])
@pytest.mark.parametrize("path", ["/dcat.ttl", "/sparql/description.rdf"])
def test_a_hostile_host_makes_no_statement(client: FlaskClient, path: str, host: str) -> None:
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code in (200, 400)
    assert host.encode() not in answer.data


def test_a_graph_that_does_not_describe_itself_is_not_found(evil_app: Flask) -> None:
    assert evil_app.test_client().get("/void").status_code == 404


def test_labels_bring_the_names_of_everything_mentioned(client: FlaskClient, store: Store) -> None:
    plain, named = graph(client, "/id/goal/dhol-d6"), graph(client, "/id/goal/dhol-d6?labels")
    assert set(plain) < set(named)
    known = {str(row[0]) for row in store.select("SELECT DISTINCT ?s WHERE { ?s " + f"<{RDFS.label}> ?name }}").rows}
    mentioned = {str(term) for triple in plain for term in triple if isinstance(term, URIRef)} & known
    assert {str(s) for s in named.subjects(RDFS.label)} == mentioned
    names = named.objects(URIRef(RT + "setOutIn"), RDFS.label)
    languages = {name.language for name in names if isinstance(name, Literal)}
    assert languages == {"sv", "en"}


def test_labels_come_with_a_table_too_in_every_rdf_format(client: FlaskClient) -> None:
    for suffix, media_type in FORMATS.items():
        told = graph(client, "/question/goals-by-horizon?labels", media_type)
        assert set(told.objects(None, RDFS.label)), suffix


def test_every_shape_has_its_spot_and_the_file_is_complete(client: FlaskClient, store: Store) -> None:
    page = Page(client.get("/shapes").text)
    told = graph(client, "/shapes")
    shapes = {s for s in told.subjects() if str(s).startswith(SHAPES)}
    assert {str(s).removeprefix(SHAPES) for s in shapes} <= set(page.ids)
    assert {s for s in told.objects(None, URIRef(SH + "property")) if isinstance(s, URIRef)} <= shapes


@pytest.fixture(scope="module")
def addresses(store: Store) -> dict[str, set[str]]:
    """Every address of ours that the store mentions: each document with the parts of it that are named."""
    found: dict[str, set[str]] = defaultdict(set)
    for address in set(OWN.findall(store.quads)):
        document, _, part = address.decode().partition("#")
        found[document].add(part)
    return found


def test_every_address_of_ours_leads_to_a_page(client: FlaskClient, addresses: dict[str, set[str]]) -> None:
    assert len(addresses) > 3000
    statuses = {path: client.get(path, headers={"Accept": BROWSER}).status_code for path in map(path_of, addresses)}
    assert {path: status for path, status in statuses.items() if status not in (200, 303)} == {}


def test_every_address_of_ours_leads_to_data_about_it(client: FlaskClient, addresses: dict[str, set[str]]) -> None:
    lost = []
    for document, parts in addresses.items():
        answer = client.get(path_of(document), headers={"Accept": "application/n-triples"})
        if answer.status_code != 200 or answer.mimetype != "application/n-triples":
            lost.append((document, answer.status_code, answer.mimetype))
        elif document not in NO_THINGS:
            known = set(re.findall(rb"^<([^>]*)> ", answer.data, re.MULTILINE))
            named = {f"{document}#{part}" if part else document for part in parts}
            lost += [(address, 200, "no statement") for address in named if address.encode() not in known]
    assert lost == []


def path_of(document: str) -> str:
    return f"/{document.removeprefix(BASE)}"
