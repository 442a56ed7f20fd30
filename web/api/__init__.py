"""The saved questions as an API: what a request asks for, its pages, and the documents that describe it.

The answers are those of the pages (``graph.question``), the files those of ``graph.exports``; here is only what a
script needs beside them: strict parameters, paging, and an address that says the same tomorrow.
"""
