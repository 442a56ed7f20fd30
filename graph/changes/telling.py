"""A change report as a person reads it, and as rows: the same words everywhere."""

from collections.abc import Iterator

from graph.answer import Answer, Iri, Literal, Term
from graph.changes.cause import EVENTS, Cause
from graph.changes.report import ChangeReport, GapChange, StatusChange
from graph.changes.things import TextChange
from graph.coverage import Statement, Status
from graph.labels import Labels, labels
from graph.question import Words
from graph.told import told
from graph.vocabulary import RT

COLUMNS: dict[str, Words] = {
    "part": {"sv": "Del", "en": "Part"},
    "change": {"sv": "Ändring", "en": "Change"},
    "kind": {"sv": "Slag", "en": "Kind"},
    "thing": {"sv": "Sak", "en": "Thing"},
    "before": {"sv": "Före", "en": "Before"},
    "after": {"sv": "Efter", "en": "After"},
    "cause": {"sv": "Orsak", "en": "Cause"},
}
WORDS: dict[str, Words] = {
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
Row = tuple[Term | None, ...]


def lines(report: ChangeReport, language: str) -> Iterator[str]:
    """The report as a person reads it: each part, each change, and under it its cause."""
    if not report:
        yield WORDS["nothing"][language]
    parts = {"status": report.statuses, "gap": report.gaps, "text": report.texts, "thing": report.things}
    names = Teller(report, language)
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


class Teller:
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


def rows(report: ChangeReport, language: str) -> Answer:
    """The report as rows: statuses, gaps, texts and things, each with its cause as text."""
    names = Teller(report, language)
    return Answer(tuple(COLUMNS), (*_changed(report, names), *_worded(report)))


def about(report: ChangeReport) -> dict[str, str]:
    """The dates, basis, versions and filters of both sides, as text for a file."""
    found = {"since": report.before.scope.as_of.isoformat(), "asOf": report.after.scope.as_of.isoformat()}
    found |= {"basis": report.after.scope.basis, "before": report.before.store.version}
    return found | {"version": report.after.store.version, **report.after.asked.filters}


def _changed(report: ChangeReport, names: Teller) -> Iterator[Row]:
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


def _cause(cause: Cause, names: Teller) -> Literal:
    return Literal("\n".join(line.strip() for line in names.cause(cause, set())))
