"""Pages and text files are compressed for those who accept it, and are the same page."""

import gzip

import pytest
from flask.testing import FlaskClient

GZIP = {"Accept-Encoding": "gzip"}


@pytest.mark.parametrize(
    "path", ["/", "/coverage.json", "/gaps.csv?place=1907", "/explore.svg?thing=goal/dhol-d6", "/nope"]
)
def test_a_page_or_text_file_is_compressed_where_that_is_accepted(client: FlaskClient, path: str) -> None:
    plain, packed = client.get(path), client.get(path, headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) < len(plain.data)
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert int(answer.headers["Content-Length"]) == len(answer.data)


def test_each_form_has_a_tag_of_its_own_and_is_known_again(client: FlaskClient) -> None:
    plain, packed = client.get("/about"), client.get("/about", headers=GZIP)
    assert plain.headers["ETag"] != packed.headers["ETag"]
    again = client.get("/about", headers={**GZIP, "If-None-Match": packed.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""


@pytest.mark.parametrize("path", ["/gaps.xlsx?place=1907", "/health", "/static/style.css"])
def test_what_is_small_packed_already_or_a_file_is_sent_as_it_is(client: FlaskClient, path: str) -> None:
    assert "Content-Encoding" not in client.get(path, headers=GZIP, buffered=True).headers


def test_the_head_of_a_page_is_that_of_the_page(client: FlaskClient) -> None:
    assert client.head("/").headers["Content-Length"] == client.get("/").headers["Content-Length"]
