"""rodatraden changes: what differs since a date, or from an older version of the data, and by what."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from graph import options
from graph.answer import Answer, Iri, Literal, Term
from graph.changes import Cause, ChangeReport, GapChange, Side, StatusChange, TextChange, changes
from graph.changes.cause import EVENTS
from graph.commands.why import told
from graph.coverage import Statement, Status
from graph.errors import BadParameter
from graph.exports import Table
from graph.gaps import scope_of
from graph.labels import Labels, labels
from graph.setting import Setting
from graph.store import open_store
from graph.vocabulary import RT

HELP = """What differs since a date (--since 2024-01-01), from an older copy of data/ (--before FOLDER), or both: the
coverage of goals, gaps opened, closed and moved, texts of goals, and things new or gone; each with its cause.

\b
Exit code 0: nothing differs.
Exit code 1: something does.
Exit code 2: bad input.
"""
COLUMNS = {
    "part": ("Del", "Part"),
    "change": ("Ändring", "Change"),
    "kind": ("Slag", "Kind"),
    "thing": ("Sak", "Thing"),
    "before": ("Före", "Before"),
    "after": ("Efter", "After"),
    "cause": ("Orsak", "Cause"),
}
WORDS = {
    "title": {"sv": "Ändringar", "en": "Changes"},
    "status": {"sv": "Täckning", "en": "Coverage"},
    "gap": {"sv": "Luckor", "en": "Gaps"},
    "text": {"sv": "Ändrade texter", "en": "Changed texts"},
    "thing": {"sv": "Nya och borttagna saker", "en": "Things new and gone"},
    "opened": {"sv": "öppnad", "en": "opened"},
    "closed": {"sv": "stängd", "en": "closed"},
    "moved": {"sv": "flyttad", "en": "moved"},
    "changed": {"sv": "ändrad", "en": "changed"},
    "new": {"sv": "ny", "en": "new"},
    "gone": {"sv": "borttagen", "en": "gone"},
    "not included": {"sv": "inte med", "en": "not included"},
    "removed": {"sv": "Borttagen uppgift", "en": "Statement removed"},
    "added": {"sv": "Tillagd uppgift", "en": "Statement added"},
    "nothing": {"sv": "Inget är ändrat.", "en": "Nothing differs."},
}
NEITHER = ("Ange --since, --before eller båda.", "Give --since, --before or both.")
Row = tuple[Term | None, ...]


@click.command(help=HELP)
@click.option("--since", default="", help="The date to compare with, like 2024-01-01.")
@click.option(
    "--before",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="An older copy of data/ to compare with.",
)
@options.as_of
@options.place
@options.strategy
@options.basis
@options.file_format
@click.pass_obj
def command(
    setting: Setting, since: str, folder: Path | None, as_of: str, place: str, strategy: str, basis: str, suffix: str
) -> None:
    if not since and folder is None:
        raise BadParameter("since", since, *NEITHER)
    store = options.opened(setting)
    older = store if folder is None else open_store(folder, setting.cache, setting.base)
    after = Side(store, scope_of(store, setting.today, as_of, basis, place, strategy))
    before = Side(older, scope_of(older, after.scope.as_of, since, basis, place, strategy))
    report = changes(before, after)
    options.write(_table(report, setting), suffix, _lines(report, setting.language))
    sys.exit(1 if report else 0)


def _lines(report: ChangeReport, language: str) -> Iterator[str]:
    """The report as a person reads it: each part, each change, and under it its cause."""
    if not report:
        yield WORDS["nothing"][language]
    parts = {"status": report.statuses, "gap": report.gaps, "text": report.texts, "thing": report.things}
    names = _Names(report, language)
    for part, found in parts.items():
        if found:
            yield f"{WORDS[part][language]} ({len(found)})"
        if part == "status":
            yield from (line for change in report.statuses for line in names.status(change))
        elif part == "gap":
            yield from (line for change in report.gaps for line in names.gap(change))
        elif part == "text":
            for text in report.texts:
                yield f"  {names.text(text)}"
        else:
            for thing in report.things:
                yield f"  {WORDS[thing.how][language]}: {names.of(thing.thing)} ({names.of(RT + thing.kind)})"
        if found:
            yield ""


class _Names:
    """Says the parts of a report in a language; what only one version has is named by that one."""

    def __init__(self, report: ChangeReport, language: str) -> None:
        self.language = language
        self.now, self.then = labels(report.after.store), labels(report.before.store)
        self._there = {*report.after.index.names, *report.after.index.kinds}
        self._known: set[Statement] = set()

    def of(self, address: str) -> str:
        return self._words(address).name(address, self.language)

    def _words(self, address: str) -> Labels:
        return self.now if address in self._there or address.startswith(RT) else self.then

    def status(self, change: StatusChange) -> Iterator[str]:
        yield f"  {self.of(change.goal)}: {self._status(change.before)} → {self._status(change.after)}"
        yield from self.cause(change.cause, self._known)

    def gap(self, change: GapChange) -> Iterator[str]:
        titles = [gap.question.title[self.language] for gap in (change.before, change.after) if gap is not None]
        yield f"  {WORDS[change.how][self.language]}: {' → '.join(titles)}: {change.gap.details(self.language)}"
        yield from self.cause(change.cause, self._known)

    def cause(self, cause: Cause, known: set[Statement]) -> Iterator[str]:
        """A cause, each statement with its quotes unless it is known already."""
        for key, statements, words in (("removed", cause.removed, self.then), ("added", cause.added, self.now)):
            for statement in statements:
                yield f"    {WORDS[key][self.language]}:"
                yield from self._once(statement, words, known)
        for text in cause.texts:
            yield f"    {self.text(text)}"
        for event in cause.events:
            yield f"    {event.day}: {self.of(event.activity)} {EVENTS[event.kind][self.language]}"
            yield from self._once(event.statement, self.now, known)

    def text(self, text: TextChange) -> str:
        return f"{self.of(text.thing)} · {self.of(text.property)}: ”{text.before}” → ”{text.after}”"

    def _once(self, statement: Statement, words: Labels, known: set[Statement]) -> Iterator[str]:
        lines = list(told(statement, words, self.language, "      "))
        yield from lines[:1] if statement in known else lines
        known.add(statement)

    def _status(self, status: Status | None) -> str:
        return WORDS["not included"][self.language] if status is None else self.of(f"{RT}status-{status.word}")


def _table(report: ChangeReport, setting: Setting) -> Table:
    language, names = setting.language, _Names(report, setting.language)
    rows = [*_changed(report, names), *_worded(report)]
    about = {"since": report.before.scope.as_of.isoformat(), "asOf": report.after.scope.as_of.isoformat()}
    about |= {"basis": report.after.scope.basis, "before": report.before.store.version}
    about |= {"version": report.after.store.version, **report.after.asked.filters}
    headings = tuple(words[("sv", "en").index(language)] for words in COLUMNS.values())
    answer = Answer(tuple(COLUMNS), tuple(rows))
    return Table("changes", WORDS["title"][language], answer, headings, names.now, language, about)


def _changed(report: ChangeReport, names: _Names) -> Iterator[Row]:
    """A row for each status and gap that is another."""
    for status in report.statuses:
        sides = (None if side is None else Iri(f"{RT}status-{side.word}") for side in (status.before, status.after))
        yield (Literal("status"), Literal("changed"), None, Iri(status.goal), *sides, _cause(status.cause, names))
    for gap in report.gaps:
        sentences = (None if g is None else Literal(g.sentence[names.language]) for g in (gap.before, gap.after))
        what = Literal(gap.how), Literal(gap.gap.kind), Iri(gap.gap.thing)
        yield (Literal("gap"), *what, *sentences, _cause(gap.cause, names))


def _worded(report: ChangeReport) -> Iterator[Row]:
    """A row for each text that is another and each thing that is new or gone."""
    for text in report.texts:
        sides = Literal(text.before), Literal(text.after)
        yield (Literal("text"), Literal("changed"), Iri(text.property), Iri(text.thing), *sides, None)
    for thing in report.things:
        yield (Literal("thing"), Literal(thing.how), Iri(RT + thing.kind), Iri(thing.thing), None, None, None)


def _cause(cause: Cause, names: _Names) -> Literal:
    return Literal("\n".join(line.strip() for line in names.cause(cause, set())))
