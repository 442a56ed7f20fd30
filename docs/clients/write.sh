#!/bin/sh
# Writing with curl, where the service may be written to: a graph of your own is put, changed and removed. RODATRADEN_TOKEN holds your token.
set -eu
SERVICE=http://127.0.0.1:8000
GRAPH=https://example.org/graph/mine
curl() { command curl --silent --show-error --fail --header "Authorization: Bearer $RODATRADEN_TOKEN" "$@"; }

curl --request PUT --header 'Content-Type: text/turtle' --data-binary @- "$SERVICE/graph-store?graph=$GRAPH" <<'TURTLE'
@prefix dcterms: <http://purl.org/dc/terms/> .
<https://example.org/note/1> dcterms:title "En anteckning"@sv ; dcterms:date "2026-11-28" .
TURTLE

curl --header 'Content-Type: application/sparql-update' --data-binary @- "$SERVICE/sparql" <<SPARQL
PREFIX dcterms: <http://purl.org/dc/terms/>
WITH <$GRAPH> DELETE { ?note dcterms:date ?day } INSERT { ?note dcterms:date "2026-12-01" } WHERE { ?note dcterms:date ?day }
SPARQL

curl --request DELETE "$SERVICE/graph-store?graph=$GRAPH"
