"""Every answer carries the headers that keep a browser from doing anything else."""

import pytest
from browsing import Page
from flask.testing import FlaskClient

PATHS = [
    "/",
    "/id/place/19",
    "/start.json",
    "/sparql",
    "/static/style.css",
    "/static/explore.js",
    "/nope",
    "/?asOf=x",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_protected(client: FlaskClient, path: str) -> None:
    headers = client.get(path, buffered=True).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", ["/", "/id/place/19", "/question/goal-coverage", "/sparql", "/about"])
def test_no_page_has_inline_script_or_style_or_links_another_site(client: FlaskClient, path: str) -> None:
    page = Page(client.get(path, headers={"Accept": "text/html"}).text)
    assert not page.all("style")
    assert all(a.get("src") for a in page.all("script"))
    assert not [a for _, a in page.tags if "style" in a]
    loaded = [str(a.get("src") or a.get("href")) for t, a in page.tags if t in ("script", "img", "link", "iframe")]
    assert all(address.startswith("/") for address in loaded)


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/start.json").headers["ETag"]
    assert client.get("/start.json", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/start.json?lang=en", headers={"If-None-Match": tag}).status_code == 200
