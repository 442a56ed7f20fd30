"""Need beside coverage as rows, for files and tables: the same columns everywhere."""

from graph.answer import Answer, Iri, Literal, Term, integer
from graph.labels import Labels
from graph.need.row import Need, NeedReport, Unknown
from graph.need.words import trends_of
from graph.question import Words
from graph.vocabulary import RT, XSD

NEED_COLUMNS: dict[str, Words] = {
    "known": {"sv": "Känt", "en": "Known"},
    "indicator": {"sv": "Indikator", "en": "Indicator"},
    "direction": {"sv": "Önskad riktning", "en": "Desired direction"},
    "place": {"sv": "Plats", "en": "Place"},
    "targetGroup": {"sv": "Målgrupp", "en": "Target group"},
    "time": {"sv": "Tid", "en": "Time"},
    "value": {"sv": "Värde", "en": "Value"},
    "unit": {"sv": "Enhet", "en": "Unit"},
    "trend": {"sv": "Utveckling", "en": "Trend"},
    "rank": {"sv": "Rang (1 är sämst)", "en": "Rank (1 is worst)"},
    "among": {"sv": "Av", "en": "Of"},
    "goal": {"sv": "Mål", "en": "Goal"},
    "status": {"sv": "Svagaste täckning", "en": "Poorest coverage"},
    "count": {"sv": "Antal aktiviteter", "en": "Number of activities"},
    "statusThere": {"sv": "Täckning oavsett mål", "en": "Coverage whatever the goal"},
    "countThere": {"sv": "Aktiviteter oavsett mål", "en": "Activities whatever the goal"},
    "reason": {"sv": "Förklaring", "en": "Reason"},
}


def need_rows(report: NeedReport, words: Labels, language: str) -> Answer:
    """What is observed, a row for each, and then what is unknown."""
    rows = [_cells(row, words, language) for row in report.rows]
    rows += [_unknown_cells(one, language) for one in report.unknown]
    return Answer(tuple(NEED_COLUMNS), tuple(rows))


def _cells(row: Need, words: Labels, language: str) -> tuple[Term | None, ...]:
    value, poorest = row.value, row.goals[0] if row.goals else None
    cells: dict[str, Term | None] = {
        "known": Literal(str(value.known)),
        "indicator": Iri(row.indicator.address),
        "direction": Iri(f"{RT}direction-{row.indicator.direction}") if row.indicator.direction else None,
        "place": _listed(value.places),
        "targetGroup": _listed(value.groups),
        "time": _text(str(value.time)),
        "value": None if value.value is None else Literal(str(value.value), XSD + "decimal"),
        "unit": _text(value.unit),
        "trend": _text(trends_of(value, row.indicator, words, language)),
        "rank": _number(value.rank),
        "among": _number(value.among),
        "goal": None if poorest is None else Iri(str(poorest.goal)),
        "status": None if poorest is None else Iri(f"{RT}status-{poorest.status.word}"),
        "count": None if poorest is None else _number(poorest.count),
        "statusThere": Iri(f"{RT}status-{row.there.status.word}"),
        "countThere": _number(row.there.count),
        "reason": Literal(row.reason[language]),
    }
    return tuple(cells[name] for name in NEED_COLUMNS)


def _unknown_cells(one: Unknown, language: str) -> tuple[Term | None, ...]:
    """A row of the unknown; a place has only the coverage whatever the goal."""
    there = "There" if one.kind == "place" else ""
    cells: dict[str, Term | None] = {
        "known": Literal("unknown"),
        one.kind: Iri(one.thing),
        f"status{there}": Iri(f"{RT}status-{one.covered.status.word}"),
        f"count{there}": _number(one.covered.count),
        "indicator": _listed(one.indicators),
        "reason": Literal(one.reason[language]),
    }
    return tuple(cells.get(name) for name in NEED_COLUMNS)


def _listed(addresses: tuple[str, ...]) -> Term | None:
    """One address, or several in one cell with a space between."""
    return Iri(addresses[0]) if len(addresses) == 1 else _text(" ".join(addresses))


def _text(text: str | None) -> Literal | None:
    return Literal(text) if text else None


def _number(number: int | None) -> Literal | None:
    return None if number is None else integer(number)
