"""Virtuoso from Debian's packages (apt-get install virtuoso-opensource-7-bin): a server of our own on loopback.

Its database lies in the benchmark's folder and goes with it; the server is ended by its process id.
"""

import contextlib
import csv
import http.client
import io
import re
import shutil
import socket
import subprocess
import time
import urllib.parse
from pathlib import Path

from benchmarks.cases import Case, Table
from graph.answer import Iri, Literal, Term

PROGRAMS = ("virtuoso-t", "isql-vt")
GRAPH = "urn:national"
SECONDS_TO_START, SECONDS_TO_LOAD = 60, 900
BUFFERS = 170_000
"""Pages of 8 kB it may keep in memory: what its documentation advises for 2 GB (1.4 GB)."""
INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {data}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = 130000
DefaultIsolation = 2
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 100000000
MaxQueryExecutionTime = {cap}
"""


def installed() -> bool:
    """Whether both programs are here."""
    return all(shutil.which(program) for program in PROGRAMS)


class Virtuoso:
    """A server; ``cap`` is the most seconds a question may take."""

    def __init__(self, folder: Path, cap: int) -> None:
        self._data, self._folder, self._cap = folder, folder / "virtuoso", cap
        self._port, self._http = _free_port(), _free_port()
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def process(self) -> int:
        """The process id of the server."""
        assert self._server
        return self._server.pid

    def build(self) -> None:
        """Load the graph with the bulk loader."""
        self._folder.mkdir(exist_ok=True)
        settings = {"folder": self._folder, "data": self._data, "buffers": BUFFERS, "cap": self._cap}
        (self._folder / "virtuoso.ini").write_text(INI.format(port=self._port, http=self._http, **settings), "utf-8")
        self.load()
        self._sql(f"ld_dir('{self._data}', 'national.nt', '{GRAPH}')")
        self._sql("rdf_loader_run()")
        self._sql("checkpoint")

    def load(self) -> None:
        """Start the server and wait until it answers."""
        # S603: the program and its arguments are ours.
        words = ["virtuoso-t", "+foreground", "+configfile", str(self._folder / "virtuoso.ini")]
        self._server = subprocess.Popen(  # noqa: S603
            words, cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + SECONDS_TO_START
        while not _answers(self._http):
            if time.monotonic() > until or self._server.poll() is not None:
                self.close()
                raise RuntimeError(f"Virtuoso did not start; see {self._folder}/virtuoso.log")
            time.sleep(0.02)

    def close(self) -> None:
        """End the server."""
        if self._server:
            self._server.terminate()
            try:
                self._server.wait(60)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
            self._server = None

    def ask(self, case: Case) -> Table:
        """The answer as a table."""
        return parsed(self.fetch(case))

    def fetch(self, case: Case) -> bytes:
        """The answer as CSV; raises RuntimeError with Virtuoso's own words where it refuses."""
        body = urllib.parse.urlencode({"query": constants(case), "default-graph-uri": GRAPH, "format": "text/csv"})
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self._http, timeout=self._cap)) as connection:
            connection.request("POST", "/sparql", body, {"Content-Type": "application/x-www-form-urlencoded"})
            response = connection.getresponse()
            content = response.read()
        if response.status != http.client.OK:
            raise RuntimeError(content.decode(errors="replace").splitlines()[0][:200])
        return content

    def _sql(self, statement: str) -> None:
        words = ["isql-vt", f"127.0.0.1:{self._port}", "dba", "dba", f"exec={statement};"]
        subprocess.run(words, check=True, capture_output=True, timeout=SECONDS_TO_LOAD)  # noqa: S603


def parsed(content: bytes) -> Table:
    """CSV as a table."""
    head, *rows = csv.reader(io.StringIO(content.decode()))
    return Table(tuple(head), [tuple(row) for row in rows])


def constants(case: Case) -> str:
    """The question with its values as constants: Virtuoso's endpoint binds none. The values are the benchmark's own.

    >>> print(constants(Case("q", "SELECT ?a ?b WHERE { ?a ?p ?b } ORDER BY ?a ?b", {"b": Iri("x:b")}, ("a",))))
    SELECT ?a WHERE { ?a ?p <x:b> } ORDER BY ?a
    """
    text = case.text
    for name, term in case.bound.items():
        kept = re.sub(
            r"(SELECT\b.*?\bWHERE\b|(?:GROUP|ORDER) BY[ ?\w]*)",
            lambda clause, name=name: re.sub(rf" \?{name}\b", "", clause[0]),  # type: ignore[misc]
            text,
            flags=re.DOTALL,
        )
        text = re.sub(rf"\?{name}\b", lambda _, term=term: _constant(term), kept)  # type: ignore[misc]
    return text


def _constant(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{term.text}>"
    assert isinstance(term, Literal)
    return f'"{term.text}"^^<{term.datatype}>'


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex(("127.0.0.1", port)) == 0
