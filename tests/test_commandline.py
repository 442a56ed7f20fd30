"""The command line: teaching help, the same answers, clear errors."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from rdflib import Graph

from graph.commandline import main
from graph.library import questions


@pytest.fixture
def run(data: Path, cache: Path):
    """Run a command on the shipped data."""

    def command(*words: str) -> Result:
        return CliRunner().invoke(main, ["--data", str(data), "--cache", str(cache), *words])

    return command


def test_help_shows_commands_and_examples(run) -> None:
    shown = run("--help").output
    for word in ("ask", "check", "columns", "export", "questions", "rodatraden ask goals-without-activity"):
        assert word in shown


def test_every_question_is_listed_and_has_help(run) -> None:
    listed = run("questions").output
    for name, question in questions().items():
        assert name in listed
        shown = run("ask", name, "--help").output
        assert question.title["en"].split()[0] in shown
        assert shown.count("--") >= 2 + len(question.parameters)


def test_all_formats_of_an_answer_have_the_same_rows(run) -> None:
    words = ("ask", "goal-coverage", "--as-of", "2021-06-01")
    as_json = json.loads(run(*words, "--format", "json").output)
    as_csv = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").output)))
    as_table = run(*words).output
    as_ttl = Graph().parse(data=run(*words, "--format", "ttl").output, format="turtle")
    solutions = {o for _, p, o in as_ttl if str(p).endswith("#solution")}
    as_xlsx = load_workbook(io.BytesIO(run(*words, "--format", "xlsx").stdout_bytes))["Svar"]
    assert as_json["count"] == len(as_json["rows"]) == len(as_csv) == len(solutions) == as_xlsx.max_row - 1 > 0
    assert [row[1].value for row in as_xlsx.iter_rows(min_row=2)] == [row["goal"] for row in as_csv]
    assert [row["goal"]["id"] for row in as_json["rows"]] == [row["goal"] for row in as_csv]
    assert as_table.rstrip().endswith(f"({len(as_csv)})")


def test_an_answer_says_its_basis_version_and_parameters(run) -> None:
    answer = json.loads(
        run("ask", "goal-coverage", "--as-of", "2021-06-01", "--basis", "stated", "--format", "json").output
    )
    assert (answer["basis"], answer["asOf"]) == ("stated", "2021-06-01")
    assert len(answer["version"]) == 16


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("ask", "goals-without-activities"), "Närmast: goals-without-activity"),
        (("ask", "thread", "--goal", "dhol-d9"), "Närmast: goal/dhol-d"),
        (("ask", "goal-coverage", "--as-of", "igår"), "Skriv ett datum som 2026-11-22."),
        (("ask", "thread"), "--goal"),
        (("columns", "gaol"), "gaol"),
    ],
)
def test_what_is_wrong_is_told_without_a_traceback(run, words: tuple[str, ...], message: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert message in result.output
    assert "Traceback" not in result.output


def test_messages_come_in_english_too(data: Path, cache: Path) -> None:
    words = ["--data", str(data), "--cache", str(cache), "--language", "en", "ask", "thread", "--goal", "x"]
    assert "It is not in the graph." in CliRunner().invoke(main, words).output


def test_check_finds_the_shipped_data_valid(run) -> None:
    result = run("check")
    assert (result.exit_code, result.output.rstrip().endswith(" 0 fel.")) == (0, True)


def test_broken_data_is_told_by_file_row_and_column(tmp_path: Path, data: Path, cache: Path) -> None:
    import shutil

    shutil.copytree(data, tmp_path / "data")
    table = tmp_path / "data" / "sources" / "vastmanland-2018" / "goal.csv"
    lines = table.read_text("utf-8").splitlines(keepends=True)
    lines[1] = lines[1].replace("strategy/vastmanland-2018", "strategy/vastmanland-2081", 1)
    table.write_text("".join(lines), "utf-8")
    result = CliRunner().invoke(
        main, ["--data", str(tmp_path / "data"), "--cache", str(cache), "ask", "goals-by-horizon"]
    )
    assert result.exit_code == 2
    assert "sources/vastmanland-2018/goal.csv, rad 2, kolumn står i: ”strategy/vastmanland-2081”" in result.output


def test_columns_come_from_the_shapes(run) -> None:
    shown = run("columns", "activity").output.splitlines()
    assert shown[0] == "id"
    assert any(line.startswith("ansvarig\tactor") for line in shown)
    assert shown[-3:] == ["citat", "rader", "avsnitt"]


def test_export_writes_the_named_graphs(run) -> None:
    assert b"graph/surahammar-handslag" in run("export", "--format", "nq").stdout_bytes
