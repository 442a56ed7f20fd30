"""The library: every question file under graph/questions, read and checked.

A file that lacks something is refused by name, so that a question is never half there.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.errors import BrokenQuestion, UnknownQuestion
from graph.question import Parameter, Question, Words

FOLDER = Path(__file__).parent / "questions"
LANGUAGES = ("sv", "en")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""That of libyaml where PyYAML was built with it: the service reads every header before its first answer."""


def questions(folder: Path | None = None) -> dict[str, Question]:
    """All questions by name, in the order of their kinds and names; read once."""
    return _questions(folder or FOLDER)


def question(name: str, folder: Path | None = None) -> Question:
    """The question of this name; raises UnknownQuestion."""
    known = questions(folder)
    if name not in known:
        raise UnknownQuestion(name, known)
    return known[name]


@cache
def _questions(folder: Path) -> dict[str, Question]:
    found = [read(path) for path in sorted(folder.glob("*/*.rq"))]
    names = [question.name for question in found]
    for name in names:
        if names.count(name) > 1:
            raise BrokenQuestion(f"Två frågor heter {name}.", f"Two questions are named {name}.")
    return {question.name: question for question in found}


def read(path: Path) -> Question:
    """Read one question file; raises BrokenQuestion where its header or its projection lacks something."""
    lines = path.read_text("utf-8").splitlines()
    head = _header(path, "\n".join(line.removeprefix("#+")[1:] for line in lines if line.startswith("#+")))
    text = "\n".join(line for line in lines if not line.startswith("#+")).strip() + "\n"
    parameters = tuple(_parameter(path, name, given) for name, given in _mapping(path, head, "parameters").items())
    missing = ", ".join(sorted({p.name for p in parameters} - set(_projected(text))))
    if missing:
        raise _broken(path, f"SELECT måste ta med parametrarna {missing}.", f"SELECT must project {missing}.")
    columns = _mapping(path, head, "columns")
    return Question(
        name=path.stem,
        kind=path.parent.name,
        title=_words(path, head, "title"),
        why=_words(path, head, "why"),
        remedy=_words(path, head, "remedy"),
        text=text,
        parameters=parameters,
        columns={name: _words(path, columns, name) for name in columns},
        severity=head.get("severity"),
        view=head.get("view", "table"),
    )


def _broken(path: Path, swedish: str, english: str) -> BrokenQuestion:
    return BrokenQuestion(f"{path.name}: {swedish}", f"{path.name}: {english}")


def _header(path: Path, text: str) -> Mapping[str, Any]:
    try:
        head = yaml.load(text, LOADER)  # noqa: S506 (a safe loader, whichever it is)
    except yaml.YAMLError as error:
        raise _broken(path, f"huvudet är inte YAML: {error}", f"the header is not YAML: {error}") from error
    if not isinstance(head, dict):
        raise _broken(
            path, "huvudet saknas; det skrivs på rader som börjar med #+.", "the header is missing (#+ lines)."
        )
    return head


def _mapping(path: Path, head: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = head.get(key) or {}
    if not isinstance(found, dict):
        raise _broken(path, f"{key} ska vara namn: värde.", f"{key} must be name: value.")
    return found


def _words(path: Path, head: Mapping[str, Any], key: str) -> Words:
    words = head.get(key)
    if not isinstance(words, dict) or not all(words.get(language) for language in LANGUAGES):
        raise _broken(path, f"{key} måste finnas på sv och en.", f"{key} must have sv and en.")
    return {language: str(words[language]) for language in LANGUAGES}


def _parameter(path: Path, name: str, given: object) -> Parameter:
    if not isinstance(given, dict) or not given.get("type"):
        raise _broken(path, f"parametern {name} saknar type.", f"parameter {name} lacks type.")
    types = given["type"] if isinstance(given["type"], list) else [given["type"]]
    words = {language: str(given[language]) for language in LANGUAGES if language in given}
    default = given.get("default")
    return Parameter(name, tuple(types), bool(given.get("optional")), None if default is None else str(default), words)


def _projected(text: str) -> list[str]:
    match = re.search(r"SELECT\s+(?:DISTINCT\s+)?(.*?)\s+WHERE", text, re.DOTALL | re.IGNORECASE)
    clause = match[1] if match else ""
    plain = re.sub(r"\((?:[^()]|\([^()]*\))*\bAS\s+(\?\w+)\s*\)", r"\1", clause, flags=re.IGNORECASE)
    return re.findall(r"\?(\w+)", plain)
