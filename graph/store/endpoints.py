"""Where an engine answers: the addresses of its query, its update and its Graph Store, from one address.

Each engine has its own way to name the three; what cannot be known from the address can be given.
"""

from base64 import b64encode
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from graph.errors import StoreError
from graph.setting import ENGINE


@dataclass(frozen=True)
class Endpoints:
    """Three addresses, none with a password in it, and what the engine is to be told of who asks."""

    query: str
    update: str
    graphs: str | None
    authorization: str | None = field(default=None, repr=False)


def endpoints(address: str, update: str = "", graphs: str = "") -> Endpoints:
    """The endpoints of an engine; raises StoreError for what is no address.

    >>> endpoints("http://127.0.0.1:7878")  # Oxigraph
    Endpoints(query='http://127.0.0.1:7878/query', update='http://127.0.0.1:7878/update',
              graphs='http://127.0.0.1:7878/store')
    >>> endpoints("http://127.0.0.1:3030/rodatraden").graphs  # Apache Jena Fuseki
    'http://127.0.0.1:3030/rodatraden/data'
    >>> endpoints("http://127.0.0.1:7200/repositories/rodatraden").update  # GraphDB, RDF4J
    'http://127.0.0.1:7200/repositories/rodatraden/statements'
    >>> endpoints("http://127.0.0.1:8890/sparql").graphs is None  # Virtuoso, Neptune, QLever: give it, or do without
    True
    """
    parts = _parts(address)
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2], path=parts.path.rstrip("/"))
    found = _derived(urlunsplit(bare), bare.path)
    for given in filter(None, (update, graphs)):
        if "@" in _parts(given).netloc:
            raise _broken(given.rpartition("@")[2])
    return Endpoints(found[0], update or found[1], graphs or found[2], _authorization(parts))


def _derived(whole: str, path: str) -> tuple[str, str, str | None]:
    if path.endswith("/sparql"):
        return whole, whole, None
    if "/repositories/" in path:
        return whole, f"{whole}/statements", f"{whole}/rdf-graphs/service"
    root = whole.removesuffix("/query")
    graphs = "store" if path in ("", "/query") else "data"
    return f"{root}/query", f"{root}/update", f"{root}/{graphs}"


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment or not address.isascii() or not address.isprintable():
        raise _broken(address.rpartition("@")[2])
    return parts


def _broken(shown: str) -> StoreError:
    return StoreError(
        f"”{shown}” kan inte vara motorns adress. Skriv den som {ENGINE}, utan frågetecken; användare och lösenord "
        "hör bara hemma i --store.",
        f"“{shown}” cannot be the address of the engine. Write it like {ENGINE}, without a question mark; user and "
        "password belong in --store only.",
    )


def _authorization(parts: SplitResult) -> str | None:
    if parts.username is None:
        return None
    secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return f"Basic {b64encode(secret.encode()).decode()}"
