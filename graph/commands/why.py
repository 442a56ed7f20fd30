"""rodatraden why: why a goal has its coverage, statement by statement."""

from collections.abc import Iterator
from itertools import chain

import click

from graph import options
from graph.answer import Answer, Iri, Literal, Term, integer
from graph.coverage import DIMENSIONS, Reason, Scope, Statement, why
from graph.exports import Table, headings
from graph.labels import Labels, labels
from graph.question import Parameter, day, term
from graph.setting import Setting
from graph.store import Store
from graph.told import told
from graph.vocabulary import RT

HELP = """Why GOAL (a slug or an address) has its coverage: the statements that decide it, none more than needed, each
with its basis, quote, document and lines; and what is not stated where the coverage rests on that.
"""
COLUMNS = {
    "part": {"sv": "Del", "en": "Part"},
    "subject": {"sv": "Sak", "en": "Thing"},
    "property": {"sv": "Egenskap", "en": "Property"},
    "value": {"sv": "Värde", "en": "Value"},
    "basis": {"sv": "Grund", "en": "Basis"},
    "graph": {"sv": "Graf", "en": "Graph"},
    "quote": {"sv": "Citat", "en": "Quote"},
    "document": {"sv": "Dokument", "en": "Document"},
    "firstLine": {"sv": "Första rad", "en": "First line"},
    "lastLine": {"sv": "Sista rad", "en": "Last line"},
}
WORDS = {
    "title": {"sv": "Varför? {}", "en": "Why? {}"},
    "status": {"sv": "Täckning per {}: {}.", "en": "Coverage as of {}: {}."},
    "activity": {"sv": "Det avgörs av aktiviteten ”{}”.", "en": "The activity “{}” decides it."},
    "others": {"sv": "{} aktiviteter till når samma status.", "en": "{} more activities reach the same status."},
    "other": {"sv": "1 aktivitet till når samma status.", "en": "1 more activity reaches the same status."},
    "no activity": {
        "sv": "Ingen aktivitet registrerad som räknas här.",
        "en": "No activity is recorded that counts here.",
    },
    "thread": {"sv": "Tråden upp till målet", "en": "The thread up to the goal"},
    "fact": {"sv": "Det som avgör statusen", "en": "What decides the status"},
    "filter": {"sv": "Det som gör att den räknas i urvalet", "en": "What makes it count in the selection"},
    "source": {"sv": "Den nyaste källan är äldre än 24 månader", "en": "The newest source is older than 24 months"},
    "lacking": {"sv": "Inte angivet, men skulle ge bättre täckning: {}.", "en": "Not stated, but would better it: {}."},
    "near": {"sv": "Aktiviteter som tjänar målet men inte räknas här", "en": "Activities that do not count here"},
    "fails": {"sv": "räknas inte för: {}", "en": "does not count for: {}"},
    "broken": {"sv": "Trådar som slutar utan aktivitet", "en": "Threads that stop without an activity"},
    "basis": {"sv": "grund", "en": "basis"},
}


@click.command(help=HELP)
@click.argument("goal")
@options.as_of
@options.basis
@options.file_format
@options.filters
@click.pass_obj
def command(setting: Setting, /, goal: str, as_of: str, basis: str, suffix: str, **given: str | None) -> None:
    store = options.opened(setting)
    scope = Scope(day("as-of", as_of, setting.today), basis, **given)
    address = str(term(Parameter("goal", ("goal",), True, None, {}), goal, store))
    reason = why(store, address, scope)
    options.write(_table(reason, store, setting), suffix, _lines(reason, labels(store), setting.language))


def _lines(reason: Reason, words: Labels, language: str) -> Iterator[str]:
    """The reason as a person reads it."""
    yield words.name(reason.goal, language)
    yield _said("status", language, reason.scope.as_of, words.name(f"{RT}status-{reason.status.word}", language))
    for name, member in reason.scope.filters.items():
        yield f"{DIMENSIONS[name][language]}: {words.name(member, language)}"
    if reason.activity is None:
        yield _said("no activity", language)
    else:
        yield _said("activity", language, words.name(reason.activity, language))
        if reason.others:
            yield _said("other" if reason.others == 1 else "others", language, reason.others)
    for part, statements in _parts(reason).items():
        if statements:
            yield from ("", f"{WORDS[part][language]}:")
            yield from chain.from_iterable(told(s, words, language) for s in statements)
    yield from _missing(reason, words, language)


def _missing(reason: Reason, words: Labels, language: str) -> Iterator[str]:
    """What is not stated, what nearly counts and where threads stop."""
    if reason.lacking:
        yield from ("", _said("lacking", language, reason.lacking_in(language)))
    if reason.near:
        yield from ("", f"{WORDS['near'][language]}:")
    for near in reason.near:
        yield f"  {words.name(near.activity, language)} ({_fails(near.fails, language)})"
    if reason.broken:
        yield from ("", f"{WORDS['broken'][language]}:")
    for stop in reason.broken:
        yield f"  {words.name(stop.thing, language)} ({words.name(RT + stop.kind, language)})"


def _parts(reason: Reason) -> dict[str, tuple[Statement, ...]]:
    source = () if reason.source is None else (reason.source,)
    return {"thread": reason.thread, "fact": reason.facts, "filter": reason.filters, "source": source}


def _said(key: str, language: str, *values: object) -> str:
    return WORDS[key][language].format(*values)


def _fails(fails: tuple[str, ...], language: str) -> str:
    names = [DIMENSIONS[name][language].lower() if name in DIMENSIONS else WORDS[name][language] for name in fails]
    return _said("fails", language, ", ".join(names))


def _table(reason: Reason, store: Store, setting: Setting) -> Table:
    """A row for each quote of each statement; after them a row for each near miss and each broken thread."""
    language, words = setting.language, labels(store)
    parts = _parts(reason).items()
    rows = [row for part, statements in parts for s in statements for row in _rows(part, s)]
    rows += [_row("near", Iri(n.activity), value=Literal(_fails(n.fails, language))) for n in reason.near]
    rows += [_row("broken", Iri(stop.thing), value=Iri(RT + stop.kind)) for stop in reason.broken]
    about = {"goal": reason.goal, "status": reason.status.word, "activity": reason.activity or ""}
    about |= {"others": str(reason.others), "lacking": reason.lacking_in(language), "basis": reason.scope.basis}
    about |= {"asOf": reason.scope.as_of.isoformat(), "version": store.version, **reason.scope.filters}
    title = _said("title", language, words.name(reason.goal, language))
    return Table("why", title, Answer(tuple(COLUMNS), tuple(rows)), headings(COLUMNS, language), words, language, about)


def _rows(part: str, statement: Statement) -> Iterator[tuple[Term | None, ...]]:
    value = Iri(statement.value) if ":" in statement.value else Literal(statement.value)
    said = (Iri(statement.subject), Iri(statement.property), value, Iri(f"{RT}basis-{statement.basis}"))
    for evidence in statement.evidence or (None,):
        quote = None if evidence is None else Literal(evidence.quote)
        document = None if evidence is None or not evidence.document else Iri(evidence.document)
        first, last = (None, None) if evidence is None else (evidence.first_line, evidence.last_line)
        yield (Literal(part), *said, Iri(statement.graph), quote, document, _number(first), _number(last))


def _row(part: str, subject: Term, value: Term) -> tuple[Term | None, ...]:
    return (Literal(part), subject, None, value, *(None for _ in range(len(COLUMNS) - 4)))


def _number(number: int | None) -> Literal | None:
    return None if number is None else integer(number)
