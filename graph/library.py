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
from graph.question import Panel, Parameter, Question, Words

FOLDER = Path(__file__).parent / "questions"
LANGUAGES = ("sv", "en")
TASKS = ("gaps", "place", "thread", "who-else", "measured", "sure", "thing", "other")
"""What a reader is about, in the order of the library. A panel is about a thing; what does not say is other."""
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


def panels(kind: str, folder: Path | None = None) -> list[Question]:
    """The questions that are panels of the page of a thing of this kind ("goal"), in their order."""
    own = [(one.panel.order, name) for name, one in questions(folder).items() if one.panel and kind in one.panel.kinds]
    return [question(name, folder) for _, name in sorted(own)]


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
    projected, ordered = _projected(text), _ordered(text)
    missing = ", ".join(sorted({p.name for p in parameters} - set(projected)))
    if missing:
        raise _broken(path, f"SELECT måste ta med parametrarna {missing}.", f"SELECT must project {missing}.")
    tied = ", ".join(name for name in projected if name not in ordered)
    if tied:
        raise _broken(
            path,
            f"ORDER BY måste ta med {tied}, så att raderna alltid kommer i samma ordning.",
            f"ORDER BY must name {tied}, so that the rows always come in the same order.",
        )
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
        task=_task(path, head),
        gives=_words(path, head, "gives") if "gives" in head else _first_sentence(_words(path, head, "why")),
        method=_words(path, head, "method") if "method" in head else {},
        matrix=_matrix(path, head, set(projected)),
        panel=_panel(path, head, parameters),
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


def _first_sentence(words: Words) -> Words:
    return {language: re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0] for language, text in words.items()}


def _task(path: Path, head: Mapping[str, Any]) -> str:
    task = head.get("task") or ("thing" if "panel" in head else "other")
    if task not in TASKS:
        listed = ", ".join(TASKS)
        raise _broken(path, f"task ska vara en av: {listed}.", f"task must be one of: {listed}.")
    return str(task)


def _matrix(path: Path, head: Mapping[str, Any], columns: set[str]) -> tuple[str, str] | None:
    given = _mapping(path, head, "matrix")
    if not given and head.get("view") != "matrix":
        return None
    if not {given.get("rows"), given.get("columns")} <= columns:
        raise _broken(
            path,
            "matrix ska ha rows och columns: två kolumner i svaret.",
            "matrix must have rows and columns: two columns of the answer.",
        )
    return given["rows"], given["columns"]


def _panel(path: Path, head: Mapping[str, Any], parameters: tuple[Parameter, ...]) -> Panel | None:
    given = _mapping(path, head, "panel")
    if not given:
        return None
    kinds = next((p.types for p in parameters if p.name == given.get("of") and p.is_thing), ())
    if not kinds or not isinstance(given.get("order"), int):
        raise _broken(
            path,
            "panel ska ha of: en parameter som är en sak, och order: ett heltal.",
            "panel must have of: a parameter that is a thing, and order: a whole number.",
        )
    return Panel(given["of"], kinds, given["order"], _words(path, head, "panel"))


def _parameter(path: Path, name: str, given: object) -> Parameter:
    if not isinstance(given, dict) or not given.get("type"):
        raise _broken(path, f"parametern {name} saknar type.", f"parameter {name} lacks type.")
    types = given["type"] if isinstance(given["type"], list) else [given["type"]]
    words = {language: str(given[language]) for language in LANGUAGES if language in given}
    default = given.get("default")
    return Parameter(name, tuple(types), bool(given.get("optional")), None if default is None else str(default), words)


def _ordered(text: str) -> set[str]:
    """The variables that the rows are ordered by."""
    clause = re.search(r"\bORDER\s+BY\b(.*)", text.rpartition("}")[2], re.DOTALL | re.IGNORECASE)
    return set(re.findall(r"\?(\w+)", clause[1])) if clause else set()


def _projected(text: str) -> list[str]:
    match = re.search(r"SELECT\s+(?:DISTINCT\s+)?(.*?)\s+WHERE", text, re.DOTALL | re.IGNORECASE)
    clause = match[1] if match else ""
    plain = re.sub(r"\((?:[^()]|\([^()]*\))*\bAS\s+(\?\w+)\s*\)", r"\1", clause, flags=re.IGNORECASE)
    return re.findall(r"\?(\w+)", plain)
