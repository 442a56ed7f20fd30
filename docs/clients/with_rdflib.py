"""rdflib's SPARQLStore: the service as a graph of rdflib's."""

from rdflib import RDF, Graph, Namespace
from rdflib.plugins.stores.sparqlstore import SPARQLStore

SERVICE = "http://127.0.0.1:8000"
RT = Namespace("https://w3id.org/rodatraden/ns#")

graph = Graph(SPARQLStore(f"{SERVICE}/sparql"))
for handslag in sorted(graph.subjects(RDF.type, RT.Handslag)):
    print(handslag)

QUERY = "SELECT ?activity ?goal WHERE { ?activity a rt:Activity ; rt:serves+ ?goal } ORDER BY ?activity ?goal LIMIT 5"
for row in graph.query(QUERY, initNs={"rt": RT}):
    print(row.activity, row.goal)
