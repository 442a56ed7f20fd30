"""pandas: a saved question, and a query of your own, as tables."""

from urllib.parse import urlencode

import pandas

SERVICE = "http://127.0.0.1:8000"

# Every thing has two columns: its address (goal) and its name (goalName).
gaps = pandas.read_csv(f"{SERVICE}/api/questions/goals-without-activity.csv?place=1907")
print(gaps[["goalName", "setOutInName"]])

QUERY = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT ?activity ?name ?responsible WHERE {
  ?activity a rt:Activity ; rt:responsible ?actor ; rdfs:label ?name .
  ?actor rdfs:label ?responsible .
}
ORDER BY ?activity ?responsible
"""
activities = pandas.read_csv(f"{SERVICE}/sparql?{urlencode({'query': QUERY})}", storage_options={"Accept": "text/csv"})
print(activities.groupby("responsible").size().sort_values(ascending=False).head(10))
