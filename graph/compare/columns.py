"""Two plans, or two places, as rows: for files and tables, the same columns everywhere."""

from collections.abc import Iterable, Iterator

from graph.answer import Answer, Iri, Literal, Term, integer
from graph.compare.places import Pair
from graph.compare.row import BOTH, ONE, OTHER, Row, Side
from graph.coverage import GoalCoverage, Status
from graph.question import Words
from graph.vocabulary import RT

PLAN_COLUMNS: dict[str, Words] = {
    "part": {"sv": "Del", "en": "Part"},
    "thing": {"sv": "Sak", "en": "Thing"},
    "setOutIn": {"sv": "Står i", "en": "Set out in"},
    "who": {"sv": "Finns hos", "en": "Found in"},
    "held": {"sv": "Genom, i {}", "en": "Through, in {}"},
    "status": {"sv": "Status under {}", "en": "Status under {}"},
    "activities": {"sv": "Aktiviteter under {}", "en": "Activities under {}"},
    "heldOther": {"sv": "Genom, i {}", "en": "Through, in {}"},
    "statusOther": {"sv": "Status under {}", "en": "Status under {}"},
    "activitiesOther": {"sv": "Aktiviteter under {}", "en": "Activities under {}"},
    "near": {"sv": "Bredare eller smalare hos den andra", "en": "Broader or narrower in the other"},
}
GOAL_COLUMNS: dict[str, Words] = {
    "goal": {"sv": "Mål", "en": "Goal"},
    "status": {"sv": "Täckning i {}", "en": "Coverage in {}"},
    "activities": {"sv": "Aktiviteter i {}", "en": "Activities in {}"},
    "statusOther": {"sv": "Täckning i {}", "en": "Coverage in {}"},
    "activitiesOther": {"sv": "Aktiviteter i {}", "en": "Activities in {}"},
}
WHO: dict[str, Words] = {
    BOTH: {"sv": "båda", "en": "both"},
    ONE: {"sv": "bara den första", "en": "only the first"},
    OTHER: {"sv": "bara den andra", "en": "only the second"},
}


def headings_of(columns: dict[str, Words], one: str, other: str, language: str) -> tuple[str, ...]:
    """The headings of columns with the names of the two sides in their places.

    >>> headings_of(GOAL_COLUMNS, "Köping", "Sala", "sv")[::3]
    ('Mål', 'Täckning i Sala')
    """
    sides = {True: other, False: one}
    return tuple(words[language].format(sides[name.endswith("Other")]) for name, words in columns.items())


def plan_rows(rows: Iterable[Row], language: str) -> Answer:
    """The rows of two plans; several things stand in one cell with a space between."""
    return Answer(tuple(PLAN_COLUMNS), tuple(tuple(_cells(row, language)) for row in rows))


def goal_rows(pairs: Iterable[Pair]) -> Answer:
    """The goals in two places."""
    rows = ((Iri(pair.one.goal), *_standing(pair.one), *_standing(pair.other)) for pair in pairs)
    return Answer(tuple(GOAL_COLUMNS), tuple(rows))


def _cells(row: Row, language: str) -> Iterator[Term | None]:
    yield from (Literal(row.part), Iri(row.thing), _listed(row.set_out_in), Literal(WHO[row.who][language]))
    for side in (row.one, row.other):
        yield _listed(held.thing for held in side.held)
        yield from _standing(side)
    yield _listed(row.near)


def _standing(side: Side | GoalCoverage) -> Iterator[Term | None]:
    yield Iri(f"{RT}status-{side.status.word}")
    yield None if side.status is Status.UNKNOWN else integer(side.count)


def _listed(addresses: Iterable[str]) -> Literal:
    return Literal(" ".join(addresses))
