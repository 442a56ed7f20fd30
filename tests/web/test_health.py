"""Health: ok, and which data."""

from flask.testing import FlaskClient

from graph.store import Store, Workers
from web.app import create_app


def test_it_says_ok_and_the_data_version(client: FlaskClient, store: Store) -> None:
    answer = client.get("/health")
    assert answer.text == f"ok {store.version}\n"
    assert answer.mimetype == "text/plain"


def test_it_is_ready_when_the_workers_are(client: FlaskClient, store: Store, workers: Workers, today) -> None:
    client.get("/sparql?query=ASK%7B%7D&format=json")
    assert client.get("/ready").text == f"ready {store.version}\n"
    beginning = Workers(store, delay=60)
    try:
        answer = create_app(store, beginning, lambda: today).test_client().get("/ready", headers={"Accept": "*/*"})
        assert answer.status_code == 503
        assert "läses fortfarande in" in answer.text
        assert answer.headers["Retry-After"]
    finally:
        beginning.close()
