"""Handing a wish to the workers, in the name of who asks, and sending what comes back."""

from flask import Response

from graph.errors import QueryBusy, QueryUnacceptable
from graph.store.workers import Limits, Query, Served, WholeGraph
from web.protocol import asked, sent
from web.protocol.formats import OURS
from web.service import service


def served(wish: Query | WholeGraph) -> Served:
    """The answer to a wish. Raises a QueryRefused that says why there is none."""
    workers = service().workers
    if workers is None:
        raise QueryBusy("Frågetjänsten är stängd just nu.", "The query service is closed at the moment.")
    return workers.query(wish, asked.client(), asked.gone())


def limits() -> Limits:
    """The bounds of a query here."""
    workers = service().workers
    return workers.limits if workers else Limits()


def answer(wish: Query | WholeGraph, is_lasting: bool) -> Response:
    """The answer to a wish as a response. ``is_lasting`` is false where the same data may answer otherwise next time.

    Raises a QueryRefused.
    """
    if not wish.accepted:
        listed = ", ".join(OURS)
        raise QueryUnacceptable(f"Svar ges som: {listed}.", f"Answers are given as: {listed}.")
    tag = sent.tag_of(wish, limits()) if is_lasting else None
    return sent.unchanged(tag) if tag and sent.is_known(tag) else sent.sent(served(wish), tag)
