"""SPARQLWrapper: a query of your own, its rows as dictionaries."""

from SPARQLWrapper import JSON, SPARQLWrapper

SERVICE = "http://127.0.0.1:8000"

endpoint = SPARQLWrapper(f"{SERVICE}/sparql", returnFormat=JSON)
endpoint.setQuery("""
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT ?strategy ?name (COUNT(?goal) AS ?goals) WHERE {
  ?goal a rt:Goal ; rt:setOutIn ?strategy .
  ?strategy a rt:Strategy ; rdfs:label ?name .
}
GROUP BY ?strategy ?name
ORDER BY DESC(?goals)
""")
for row in endpoint.queryAndConvert()["results"]["bindings"]:
    print(row["goals"]["value"], row["name"]["value"])
