"""What a question answers, as things to begin from."""

from collections.abc import Mapping

from graph.answer import Iri
from graph.coverage import Scope
from graph.explore.links import links
from graph.gaps.report import answer
from graph.library import question
from graph.store import Select, Store


def answered(
    store: Store, name: str, values: Mapping[str, str], scope: Scope, select: Select | None = None
) -> tuple[str, ...]:
    """The things in the answer to a question, each once, row by row; a kind of gap is a question.

    ``values`` may have more than the question's parameters, ``select`` is as in ``Question.ask``. Raises
    UnknownQuestion, and BadParameter where a value that the question needs is missing or does not fit.
    """
    asked = question(name)
    known = links(store, scope.basis).number
    given = {parameter.name: values[parameter.name] for parameter in asked.parameters if parameter.name in values}
    rows = answer(asked, store, given, scope.as_of, scope.basis, select).rows
    ordered = sorted(rows, key=lambda row: [str(term) for term in row])
    things = (str(term) for row in ordered for term in row if isinstance(term, Iri) and str(term) in known)
    return tuple(dict.fromkeys(things))
