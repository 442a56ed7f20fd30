"""The SPARQL 1.1 Protocol over HTTP: what a request asks, in which format it is answered, and how it is sent.

The protocol: https://www.w3.org/TR/sparql11-protocol/; the Graph Store Protocol, read:
https://www.w3.org/TR/sparql11-http-rdf-update/. What is asked is answered behind ``graph.store.ForeignQueries``.
"""
