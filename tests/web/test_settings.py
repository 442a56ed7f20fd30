"""Settings: from flags, the environment and a file, in that order, and each told with where it came from."""

from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.store import Limits
from web.commandline import main
from web.serving import LIMITS, limits_of


@pytest.fixture
def run(tmp_path: Path):
    """Run the program with a settings file of this text and this environment."""

    def command(text: str, *words: str, **environment: str) -> Result:
        file = tmp_path / "rodatraden.toml"
        file.write_text(text, "utf-8")
        return CliRunner().invoke(main, ["--settings", str(file), *words], env=environment)

    return command


def told(result: Result, flag: str) -> str:
    """The line of a setting."""
    [line] = [line for line in result.output.splitlines() if line.startswith(f"{flag} ")]
    return " ".join(line.split())


def test_a_flag_goes_before_the_environment_and_that_before_the_file(run) -> None:
    text = 'language = "en"\nbase = "https://file.example/"\n[serve]\nport = 8123\nworkers = 3\nlimit-rows = 5\n'
    base = {"RODATRADEN_BASE": "https://environment.example/"}
    shown = run(text, "settings", **base, RODATRADEN_PORT="8124")
    assert told(shown, "--language") == "--language RODATRADEN_LANGUAGE en (file)"
    assert told(shown, "--base") == "--base RODATRADEN_BASE https://environment.example/ (environment)"
    assert told(shown, "--port") == "--port RODATRADEN_PORT 8124 (environment)"
    assert told(shown, "--workers") == "--workers RODATRADEN_WORKERS 3 (file)"
    assert told(shown, "--limit-rows") == "--limit-rows RODATRADEN_LIMIT_ROWS 5 (file)"
    assert told(shown, "--host") == "--host RODATRADEN_HOST 127.0.0.1 (default)"
    flagged = run(text, "--base", "https://flag.example/", "settings", **base)
    assert told(flagged, "--base") == "--base RODATRADEN_BASE https://flag.example/ (flag)"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("prot = 8000", "prot?"),
        ("[serve]\nprot = 8000", "serve.prot?"),
        ("[server]\nport = 8000", "server?"),
        ("language = ", "Invalid value"),
        ("[serve]\nport = 99999", "99999 is not in the range"),
        ("[serve]\nport = [8000]", "serve.port?"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_with_the_spot(run, text: str, says: str) -> None:
    shown = run(text, "settings")
    assert shown.exit_code == 2
    assert says in shown.output
    assert "Traceback" not in shown.output


def test_every_limit_can_be_set_or_is_known_not_to_be() -> None:
    assert {field.name for field in fields(Limits)} - set(LIMITS) == {"short", "wait", "least_seconds"}
    given = {name if name == "workers" else f"limit_{name}": 7 for name in LIMITS}
    assert limits_of(given).answer_bytes == limits_of(given).workers == 7
