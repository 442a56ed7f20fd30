#!/bin/sh
# curl: a saved question as a file, a part of a long answer, and a query of your own.
set -eu
service=http://127.0.0.1:8000

curl --fail --silent --show-error "$service/api/questions/goals-without-activity.csv?place=1907"

# The Link header says where the next part is, X-Total-Count how many rows there are in all.
curl --fail --silent --show-error --head "$service/api/questions/goal-coverage.csv?limit=10"

curl --fail --silent --show-error --header 'Accept: text/csv' "$service/sparql" --data-urlencode 'query=
PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT ?activity ?actor WHERE { ?activity a rt:Activity ; rt:responsible ?actor } ORDER BY ?activity LIMIT 5'
