"""The project itself: style, types, arrows, locks, and the wheel."""

import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from conftest import DATA, ROOT

SCRIPTS = Path(sysconfig.get_path("scripts"))
CODE = ("graph", "web", "tests")


def run(*words: str, cwd: Path = ROOT, **more: str) -> str:
    """A command's output; the test fails with it where the command does."""
    done = subprocess.run(
        [str(w) for w in words], cwd=cwd, capture_output=True, text=True, timeout=600, env=more or None
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_ruff_finds_nothing() -> None:
    run(SCRIPTS / "ruff", "check", *CODE)
    run(SCRIPTS / "ruff", "format", "--check", *CODE)


def test_mypy_strict_finds_nothing() -> None:
    run(SCRIPTS / "mypy")


def test_the_arrows_point_one_way() -> None:
    run(SCRIPTS / "lint-imports", "--no-cache")


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-test.txt"])
def test_locks_have_exact_versions_with_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 30
    assert all(re.match(r"[\w.\-\[\]]+==[\w.]+( ;.*?)? \\\n\s+--hash=sha256:", entry) for entry in entries)
    assert "://" not in text


def test_the_readme_commands_use_the_locks_and_ci_runs_the_second() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    first, second = re.findall(r"```sh\n(python3 -m venv .*)\n```", readme)
    assert "-r constraints.txt" in first
    assert first.endswith("rodatraden serve")
    assert "-r constraints-test.txt" in second
    assert second.endswith("pytest")
    assert "<!-- test command -->" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_a_wheel_holds_code_and_facts_and_answers_the_same(tmp_path: Path, cache: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    facts = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file()}
    assert {f"graph/data/{name}" for name in facts} <= names
    questions = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("graph/questions/*/*.rq")}
    assert questions <= names
    ask = ("-m", "graph", "--cache", cache, "ask", "goals-without-activity", "--format", "csv")
    installed = {"PYTHONPATH": str(tmp_path / "installed"), "PATH": "", "LANG": "C.UTF-8"}
    from_wheel = run(sys.executable, "-P", *ask, cwd=tmp_path, **installed)
    assert from_wheel == run(sys.executable, *ask)


def test_no_file_names_a_machine_or_holds_a_download() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in listed.stdout.split():
        text = (ROOT / name).read_text("utf-8", errors="replace")
        assert not re.search(r"https?://[^\" )]*\.(?:whl|tgz|tar\.gz)", text), name
