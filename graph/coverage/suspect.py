"""Suspect links in the index: what is said to serve what only by mappings that should be reviewed again."""

import numpy as np

from graph.coverage.relation import Marks, Numbers

Columns = tuple[Numbers, Numbers, Numbers]
"""Statements of one property: subject, value and graph, each a column of numbers of the same length."""

SUSPECT = """
PREFIX rt: <https://w3id.org/rodatraden/ns#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT DISTINCT ?subject ?value ?graph WHERE { GRAPH ?graph {
  ?mapping rt:suspect true ; owl:annotatedSource ?subject ; owl:annotatedTarget ?value .
  FILTER NOT EXISTS {
    ?other owl:annotatedSource ?subject ; owl:annotatedProperty ?link ; owl:annotatedTarget ?value .
    FILTER(?link IN (rt:contributesTo, rt:carriesOut, rt:pursues))
    FILTER NOT EXISTS { ?other rt:suspect true } } } }"""
"""What a graph says to serve what only by suspect mappings. A mapping of the same two beside them, by another of the
properties of the thread, makes it firm; so does the same statement in another graph. A match (skos) serves nothing."""


def firm(serves: Columns, suspect: Columns) -> Marks:
    """Which of the statements are none of those suspect.

    >>> of = lambda *numbers: np.array(numbers, np.int64)
    >>> firm((of(1, 1, 2), of(5, 6, 5), of(9, 9, 9)), (of(1), of(6), of(9))).tolist()
    [True, False, True]
    """
    marked = set(zip(*(column.tolist() for column in suspect), strict=True))
    firm = ~np.isin(serves[0], suspect[0])
    for place in np.flatnonzero(~firm).tolist():
        firm[place] = tuple(int(column[place]) for column in serves) not in marked
    return firm
