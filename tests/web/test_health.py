"""Health: ok, and which data."""

from flask.testing import FlaskClient

from graph.store import Store


def test_it_says_ok_and_the_data_version(client: FlaskClient, store: Store) -> None:
    answer = client.get("/health")
    assert answer.text == f"ok {store.version}\n"
    assert answer.mimetype == "text/plain"
