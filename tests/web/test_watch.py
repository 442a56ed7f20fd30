"""What operations see: metrics with bounded series, log lines that nobody can forge."""

import json
import logging

import pytest
from flask.testing import FlaskClient

from web.log import Line


def test_requests_are_counted_by_page_and_status_and_never_by_address(client: FlaskClient) -> None:
    client.get("/about")
    client.get("/id/goal/no-such-goal-of-mine")
    client.get("/nonsense/of-a-visitor")
    answer = client.get("/metrics")
    assert answer.mimetype == "text/plain"
    assert 'rodatraden_requests_total{endpoint="about.page_of",method="GET",status="200"}' in answer.text
    assert 'endpoint="none",method="GET",status="404"' in answer.text
    assert 'rodatraden_request_seconds_count{endpoint="about.page_of"}' in answer.text
    assert "of-a-visitor" not in answer.text
    assert "of-mine" not in answer.text


def test_a_request_is_one_line_of_json_without_its_query(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "rodatraden.access"):
        client.get('/id/goal/x%0A{"level":"error"}?q=secret')
    [record] = [one for one in caplog.records if one.name == "rodatraden.access"]
    line = Line().format(record)
    assert "\n" not in line
    told = json.loads(line)
    assert (told["method"], told["status"], told["level"]) == ("GET", 404, "info")
    assert told["path"] == '/id/goal/x\n{"level":"error"}'
    assert "secret" not in line
    assert told["seconds"] >= 0
