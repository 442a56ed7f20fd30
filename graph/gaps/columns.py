"""The gap report and the broken threads as rows, for files and tables: the same columns everywhere."""

from collections.abc import Iterable

from graph.answer import Answer, Iri, Literal
from graph.gaps.gap import Gap
from graph.gaps.threads import BrokenThread
from graph.question import Words

GAP_COLUMNS: dict[str, Words] = {
    "severity": {"sv": "Allvar", "en": "Severity"},
    "kind": {"sv": "Slag", "en": "Kind"},
    "thing": {"sv": "Sak", "en": "Thing"},
    "setOutIn": {"sv": "Står i", "en": "Set out in"},
    "place": {"sv": "Plats", "en": "Place"},
    "sentence": {"sv": "Lucka", "en": "Gap"},
    "remedy": {"sv": "Åtgärd", "en": "Remedy"},
}
THREAD_COLUMNS: dict[str, Words] = {
    "goal": {"sv": "Mål", "en": "Goal"},
    "stopsAt": {"sv": "Slutar vid", "en": "Stops at"},
    "place": {"sv": "Plats", "en": "Place"},
    "level": {"sv": "Brott", "en": "Break"},
    "repair": {"sv": "Åtgärd", "en": "Repair"},
}


def gap_rows(gaps: Iterable[Gap], language: str) -> Answer:
    """The gaps, a row for each; several plans or places stand in one cell with a space between."""
    rows = (
        (
            Literal(gap.severity),
            Literal(gap.kind),
            Iri(gap.thing),
            _listed(gap.set_out_in),
            _listed(gap.places),
            Literal(gap.sentence[language]),
            Literal(gap.remedy[language]),
        )
        for gap in gaps
    )
    return Answer(tuple(GAP_COLUMNS), tuple(rows))


def thread_rows(threads: Iterable[BrokenThread], language: str) -> Answer:
    """The broken threads, a row for each."""
    rows = (
        (
            Iri(thread.goal),
            Iri(thread.stops_at),
            _listed(thread.places),
            Literal(thread.level[language]),
            Literal(thread.repair[language]),
        )
        for thread in threads
    )
    return Answer(tuple(THREAD_COLUMNS), tuple(rows))


def _listed(addresses: tuple[str, ...]) -> Literal:
    return Literal(" ".join(addresses))
