"""The panels of a thing's page: every question that belongs to its kind, asked about it, where it has an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.answer import Answer, Iri, Literal, Term
from graph.coverage import Scope
from graph.library import panels
from graph.need.observation import measures
from graph.need.words import BETTER
from graph.question import Question, things
from graph.vocabulary import XSD, kind_word
from web import asked
from web.address import link
from web.chart import Chart, charts
from web.service import service, store
from web.sparql_link import as_sparql
from web.term import Shown, shown

MOST_ROWS, MOST_VALUES = 12, 5
"""Rows shown of a panel, and values shown in one of their cells; the page of the question and the files have all."""
WIDE = 3
"""Columns that fit half the width of a page."""
FILES = ("xlsx", "csv")
CHART = "chart"


@dataclass(frozen=True)
class Cell:
    """The distinct values of a column for one thing: those shown, and how many more there are."""

    values: list[Shown]
    more: int


@dataclass(frozen=True, eq=False)
class Panel:
    """One question about one thing, with its answer."""

    question: Question
    answer: Answer
    thing: str
    values: dict[str, str]
    """The parameters as text."""
    scope: Scope
    basis: str

    @property
    def title(self) -> str:
        assert self.question.panel is not None
        return self.question.panel.title[asked.language()]

    @cached_property
    def _grouped(self) -> list[list[tuple[Term | None, ...]]]:
        """The rows by what stands in the first column, in the order of the answer."""
        found: dict[Term | None, list[tuple[Term | None, ...]]] = {}
        for row in self.answer.rows:
            found.setdefault(row[0], []).append(row)
        return list(found.values())

    @cached_property
    def _columns(self) -> list[int]:
        """The columns that say something: not the parameters, nor what is empty or only the thing itself."""
        silent = {None, Iri(self.thing)}
        return [
            number
            for number, column in enumerate(self.answer.columns)
            if number == 0 or (column not in self.values and not {row[number] for row in self.answer.rows} <= silent)
        ]

    @property
    def count(self) -> int:
        """How many things it lists."""
        return len(self._grouped)

    @property
    def is_wide(self) -> bool:
        """Whether it needs the width of the page."""
        return bool(self.charts) or len(self._columns) > WIDE

    @property
    def headings(self) -> list[str]:
        labels, language = service().labels, asked.language()
        return [labels.column(self.question, self.answer.columns[n], language) for n in self._columns]

    @property
    def numbers(self) -> list[bool]:
        """For each column whether it holds numbers."""
        return [all(_is_number(row[n]) for row in self.answer.rows) for n in self._columns]

    @property
    def rows(self) -> Iterator[list[Cell]]:
        """The rows shown, those about the same thing in one."""
        most = len(self._grouped) if self.charts else MOST_ROWS
        for rows in self._grouped[:most]:
            yield [_cell(row[n] for row in rows) for n in self._columns]

    @property
    def left_out(self) -> int:
        """How many rows are not shown."""
        return 0 if self.charts else max(0, self.count - MOST_ROWS)

    @cached_property
    def charts(self) -> list[Chart]:
        return charts(self.answer) if self.question.view == CHART else []

    def direction(self, chart: Chart) -> str:
        """Which way is better for what a chart shows, in words; "" where the graph does not say."""
        known = measures(store(), self.basis).indicators.get(chart.indicator)
        return BETTER[known.direction][asked.language()] if known and known.direction else ""

    @property
    def url(self) -> str:
        """The page of the question, asked the same."""
        return self._link(self.question.name)

    @property
    def files(self) -> dict[str, str]:
        return {suffix: self._link(f"{self.question.name}.{suffix}") for suffix in FILES}

    @property
    def sparql(self) -> str:
        """The question with its values, in the editor."""
        return as_sparql(self.question.name, self.values, self.basis)

    def _link(self, name: str) -> str:
        return link("question.page_of", name=name, **self.values, basis=self.basis)


def panels_of(address: str, kinds: Iterable[str], scope: Scope) -> list[Panel]:
    """The panels of a thing, by its classes, that have an answer; none where the address can be asked of nothing."""
    if not address.startswith(("http://", "https://")):
        return []
    known = (kind for kind in map(kind_word, kinds) if address in things(store(), kind))
    found = {question.name: question for kind in known for question in panels(kind)}
    made = (_panel(question, address, scope) for question in found.values())
    return [panel for panel in made if len(panel.answer)]


def _panel(question: Question, address: str, scope: Scope) -> Panel:
    assert question.panel is not None
    values = {question.panel.parameter: address.removeprefix(f"{store().base}id/")}
    basis = scope.basis
    if any(parameter.name == "asOf" for parameter in question.parameters):
        # A status counts what is sure, as everywhere: a suggestion says nothing of what is done.
        values, basis = values | {"asOf": scope.as_of.isoformat()}, scope.sure
    return Panel(question, question.ask(store(), values, scope.as_of, basis), address, values, scope, basis)


def _cell(terms: Iterable[Term | None]) -> Cell:
    distinct = [term for term in dict.fromkeys(terms) if term is not None]
    return Cell([shown(term) for term in distinct[:MOST_VALUES]], max(0, len(distinct) - MOST_VALUES))


def _is_number(term: Term | None) -> bool:
    return isinstance(term, Literal) and term.datatype in (XSD + "integer", XSD + "decimal")
