"""GraphML, for Gephi, yEd and the like: an answer that is links between things, with their names.

Only a table with the columns source, property and target is such an answer; what else a row tells is told of its link,
and a column called sourceKind of its source. A row without a property is a thing without links.
"""

from graph.answer import Term
from graph.errors import BadParameter
from graph.exports import Table
from graph.network import graphml

MEDIA_TYPE = "application/graphml+xml"
ENDS = ("source", "target")


def write(table: Table) -> str:
    """The links as GraphML; raises BadParameter for an answer that is none."""
    if not {"property", *ENDS} <= set(table.answer.columns):
        wrong = ("Svaret är inte länkar mellan saker. Välj csv.", "The answer is not links between things. Choose csv.")
        raise BadParameter("format", "graphml", *wrong)
    nodes: dict[str, dict[str, str]] = {}
    links = []
    for row in table.answer:
        for end in ENDS:
            if row[end] is not None:
                nodes.setdefault(str(row[end]), _told(table, row, end) | {"label": table.shown(row[end])})
        if row["property"] is not None:
            told = {name: table.shown(term) for name, term in row.items() if term and not name.startswith(ENDS)}
            links.append((str(row["source"]), str(row["target"]), told | {"address": str(row["property"])}))
    return graphml(nodes, links)


def _told(table: Table, row: dict[str, Term | None], end: str) -> dict[str, str]:
    """What a row tells of one of its ends: sourceKind is the kind of the source."""
    found = {name.removeprefix(end): term for name, term in row.items() if name.startswith(end) and name != end}
    return {name[:1].lower() + name[1:]: table.shown(term) for name, term in found.items() if term is not None}
