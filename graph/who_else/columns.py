"""Who else, as rows for files and tables: the same columns everywhere; and what is shared, in words."""

from graph.answer import Answer, Iri, Literal, Term, integer
from graph.labels import Labels, lowered, quoted
from graph.question import Words
from graph.vocabulary import RT
from graph.who_else.proposals import Offer, Proposal, WhoElse
from graph.who_else.shared import KINDS, Shared

WHO_COLUMNS: dict[str, Words] = {
    "kind": {"sv": "Slag", "en": "Kind"},
    "thing": {"sv": "Aktivitet eller insats", "en": "Activity or intervention"},
    "place": {"sv": "Plats", "en": "Place"},
    "responsible": {"sv": "Ansvarig", "en": "Responsible"},
    "status": {"sv": "Status", "en": "Status"},
    "activities": {"sv": "Antal aktiviteter", "en": "Number of activities"},
    "places": {"sv": "Antal platser", "en": "Number of places"},
    "shared": {"sv": "Gemensamt", "en": "Shared"},
}
WORDS: dict[str, Words] = {
    "activity": {"sv": "aktivitet", "en": "activity"},
    "intervention": {"sv": "insats/metod", "en": "intervention"},
    "basis": {"sv": "grund", "en": "basis"},
}


def who_rows(found: WhoElse, words: Labels, language: str) -> Answer:
    """The activities proposed, a row for each, and then the interventions."""
    rows = [_activity(one, words, language) for one in found.activities]
    rows += [_intervention(one, words, language) for one in found.interventions]
    return Answer(tuple(WHO_COLUMNS), tuple(rows))


def shared_in_words(shared: tuple[Shared, ...], words: Labels, language: str) -> str:
    """What is shared, each with its kind and basis."""
    return "; ".join(
        f"{KINDS[one.kind][language]}: {quoted(words.name(one.thing, language), language)}"
        f" ({WORDS['basis'][language]}: {lowered(words.name(f'{RT}basis-{one.basis}', language))})"
        for one in shared
    )


def _activity(one: Proposal, words: Labels, language: str) -> tuple[Term | None, ...]:
    return (
        Literal(WORDS["activity"][language]),
        Iri(one.activity),
        Literal(" ".join(one.places)),
        Literal(" ".join(one.responsible)),
        Iri(f"{RT}status-{one.status.word}"),
        None,
        None,
        Literal(shared_in_words(one.shared, words, language)),
    )


def _intervention(one: Offer, words: Labels, language: str) -> tuple[Term | None, ...]:
    return (
        Literal(WORDS["intervention"][language]),
        Iri(one.intervention),
        Literal(" ".join(one.places)),
        None,
        None,
        integer(len(one.activities)),
        integer(len(one.places)),
        Literal(shared_in_words(one.shared, words, language)),
    )
