"""About: the method, what the statuses mean, the limits, and how accessible the service is."""

from flask import Blueprint, render_template

from graph import catalogue
from graph.coverage import Status
from graph.vocabulary import BASES, RT
from web import asked
from web.service import store
from web.term import ORDER

page = Blueprint("about", __name__)


@page.get("/about")
def page_of() -> str:
    """Method and limits; the definitions are the vocabulary's own."""
    return render_template(
        "about.html",
        statuses=[(status.word, _definition(f"status-{status.word}")) for status in ORDER],
        bases=[(basis, _definition(f"basis-{basis}")) for basis in BASES],
        Status=Status,
    )


def _definition(term: str) -> str:
    definitions = catalogue.terms(store()).get(RT + term, {})
    return definitions.get(asked.language()) or definitions.get("sv", "")
