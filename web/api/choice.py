"""The values that a parameter of a question can have, written as briefly as the question understands them."""

from flask import url_for

from graph.question import Parameter, things
from web.kinds import KINDS
from web.service import store

MOST = 500
"""Values of a kind that are listed in a description or a form; where there are more, some of them are examples."""
EXAMPLES = 3


def values(kind: str, qualified: bool = False) -> list[str]:
    """Every thing of a kind: its slug, or kind and slug; its whole address where that is not one of ours."""
    head = f"{store().base}id/" + ("" if qualified else f"{kind}/")
    return sorted(iri.removeprefix(head) for iri in things(store(), kind))


def lists(parameter: Parameter) -> list[str]:
    """The addresses where the values of a parameter stand with their names."""
    return [url_for("kind.page_of", name=f"{kind}.json") for kind in parameter.types if kind in KINDS]


def is_required(parameter: Parameter) -> bool:
    """Whether the question cannot be asked without a value."""
    return not parameter.optional and parameter.default is None
