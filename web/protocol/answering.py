"""Handing a wish or a question to the workers, in the name of who asks, and sending what comes back."""

from flask import Response

from graph.answer import Answer
from graph.errors import QueryUnacceptable
from graph.store.engine import Bindings
from graph.store.workers import Limits, Query, Selection, Served, WholeGraph
from web.protocol import asked, sent
from web.protocol.formats import OURS
from web.service import service, store


def served(wish: Query | WholeGraph) -> Served:
    """The answer to a wish. Raises a QueryRefused that says why there is none."""
    return service().workers.query(wish, asked.client(), asked.gone())


def select(text: str, bindings: Bindings, basis: str) -> Answer:
    """The rows of a question of ours, with its values, on the links of a basis. Raises a QueryRefused."""
    return service().workers.select(store(), Selection(text, bindings, basis), asked.client(), asked.gone())


def limits() -> Limits:
    """The bounds of a query here."""
    return service().workers.limits


def answer(wish: Query | WholeGraph, is_lasting: bool) -> Response:
    """The answer to a wish as a response. ``is_lasting`` is false where the same data may answer otherwise next time.

    Raises a QueryRefused.
    """
    if not wish.accepted:
        listed = ", ".join(OURS)
        raise QueryUnacceptable(f"Svar ges som: {listed}.", f"Answers are given as: {listed}.")
    tag = sent.tag_of(wish, limits()) if is_lasting else None
    return sent.unchanged(tag) if tag and sent.is_known(tag) else sent.sent(served(wish), tag)
