"""The list of a kind holds all things of it, å, ä and ö last."""

import pytest
from browsing import Page
from flask.testing import FlaskClient

from graph.question import things
from graph.store import Store
from web.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_list_with_all_its_things(client: FlaskClient, store: Store, kind: str) -> None:
    assert client.get(f"/id/{kind}").status_code == 200
    document = client.get(f"/id/{kind}.json").json
    assert document is not None
    assert {row["thing"]["id"] for row in document["rows"]} == things(store, kind)


def test_the_list_is_in_swedish_order(client: FlaskClient) -> None:
    text = Page(client.get("/id/place").text).text
    assert text.index("Zinkgruvan" if "Zinkgruvan" in text else "Örebro") > text.index("Vårgårda")
    assert text.index("Åmål") < text.index("Älvkarleby") < text.index("Öckerö")


@pytest.mark.parametrize("kind", ["nonsense", "passage", "goal.exe"])
def test_an_unknown_kind_is_not_found(client: FlaskClient, kind: str) -> None:
    assert client.get(f"/id/{kind}").status_code == 404


def test_the_kinds_stand_on_the_first_page(client: FlaskClient) -> None:
    assert client.get("/id").location == "/#kinds"
    assert "kinds" in Page(client.get("/").text).ids
