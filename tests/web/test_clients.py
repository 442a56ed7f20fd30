"""The examples for clients run as they stand, on a live service."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from conftest import ROOT

CLIENTS = ROOT / "docs" / "clients"
ADDRESS = "http://127.0.0.1:8000"
COMMANDS = {".sh": ["sh"], ".py": [sys.executable], ".R": ["Rscript"]}
SAID = {
    "ask.sh": ["goal,goalName", "X-Total-Count: ", 'rel="next"', "https://w3id.org/rodatraden/id/activity/"],
    "with_pandas.py": ["Gemensam riktning", "responsible", "dtype: int64"],
    "with_sparqlwrapper.py": ["Folkhälsopolitiken"],
    "with_rdflib.py": ["handslag/surahammar-det-handlar-om-livet", "id/activity/", "id/goal/"],
    "with_r.R": ["goalName", "id/actor/"],
}
"""What each prints, among other things."""
Example = Callable[[str], Path]


@pytest.fixture
def example(tmp_path: Path, address: str) -> Example:
    """An example that asks the live service: only its address is changed."""

    def made(name: str) -> Path:
        text = (CLIENTS / name).read_text("utf-8")
        assert text.count(ADDRESS) == 1
        path = tmp_path / name
        path.write_text(text.replace(ADDRESS, address), "utf-8")
        return path

    return made


@pytest.mark.parametrize("name", SAID)
def test_it_runs_as_it_stands(example: Example, name: str) -> None:
    path = example(name)
    command = COMMANDS[path.suffix]
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]} on PATH")
    done = subprocess.run([*command, path], capture_output=True, text=True, timeout=120, cwd=path.parent)
    assert done.returncode == 0, done.stderr
    assert [said for said in SAID[name] if said not in done.stdout] == [], done.stdout


def test_the_notebook_draws_the_matrix_with_a_word_in_every_cell(example: Example) -> None:
    names: dict[str, object] = {}
    for cell in json.loads(example("matrix.ipynb").read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    drawn = names["matrix"].to_html()
    assert "<caption>The goals of the 2018 plan by municipality" in drawn
    assert re.search(r"<th[^>]*>Surahammar</th>", drawn)
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", drawn)
    assert len(cells) == names["table"].size > 100
    assert {"No activity recorded", "Unknown"} < set(cells)
    assert "#f6c9c4" in drawn


def test_the_notebook_holds_no_output_and_nothing_of_the_machine_it_was_written_on() -> None:
    notebook = json.loads((CLIENTS / "matrix.ipynb").read_text("utf-8"))
    assert {key for cell in notebook["cells"] for key in cell["metadata"]} == set()
    assert all(cell["outputs"] == [] for cell in notebook["cells"] if cell["cell_type"] == "code")
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}


@pytest.mark.parametrize("name", ["question.pq", "sparql.pq"])
def test_what_power_query_asks_for_is_answered_as_csv(example: Example, name: str) -> None:
    text = example(name).read_text("utf-8")
    [base] = re.findall(r'"(http://[^"]*)"', text)
    [path] = re.findall(r'RelativePath = "([^"]*)"', text)
    [query] = re.findall(r"Query = \[([^\]]*)\]", text)
    variables = dict(re.findall(r'(\w+) = "\s*([^"]*?)\s*"', text))
    given = {key: quoted or variables[name] for key, quoted, name in re.findall(r'(\w+) = (?:"([^"]*)"|(\w+))', query)}
    headers = dict(re.findall(r'Headers = \[(\w+) = "([^"]*)"\]', text))
    with urlopen(Request(f"{base}/{path}?{urlencode(given)}", headers=headers), timeout=20) as answer:
        assert answer.headers.get_content_type() == "text/csv"
        assert len(answer.read().splitlines()) > 5


def test_every_example_is_named_in_the_words_about_them() -> None:
    text = (CLIENTS.parent / "clients.md").read_text("utf-8")
    assert set(re.findall(r"\(clients/([^)]*)\)", text)) == {path.name for path in CLIENTS.iterdir()}
    assert set(SAID) | {"matrix.ipynb", "question.pq", "sparql.pq", "write.sh"} == {
        path.name for path in CLIENTS.iterdir()
    }
