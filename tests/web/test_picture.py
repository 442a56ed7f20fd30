"""vis-network comes from the installed pyvis, and nothing else can be had that way."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("name", ["vis-network.min.js", "vis-network.css"])
def test_the_two_files_are_served(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/picture/{name}", buffered=True)
    assert answer.status_code == 200
    assert len(answer.data) > 100_000


@pytest.mark.parametrize("name", ["nonsense.js", "..%2f..%2ftemplate.html", "../network.py"])
def test_no_other_file_is(client: FlaskClient, name: str) -> None:
    assert client.get(f"/picture/{name}").status_code == 404
