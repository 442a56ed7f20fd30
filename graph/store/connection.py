"""HTTP to an engine: with deadlines, a bound on every answer, and tries that cannot do a thing twice."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import urllib3
from urllib3.exceptions import HTTPError, ReadTimeoutError, SSLError

from graph.errors import QuerySyntax, QueryTimeout, QueryTooLarge, RodaTradenError, StoreError

BUSY = {429, 502, 503, 504}
"""It may answer in a while."""
CUT = "X-SPARQL-MaxRows"
"""Virtuoso says by this header that it left out rows."""
PIECE = 1 << 16


@dataclass(frozen=True)
class Bounds:
    """Seconds that a connection, a query and a step of loading may take, the bytes of an answer, and the pauses.

    After each pause what may be repeated is tried again.
    """

    connect_seconds: float = 5.0
    query_seconds: float = 60.0
    load_seconds: float = 900.0
    answer_bytes: int = 1_000_000_000
    pauses: tuple[float, ...] = (0.2, 0.8, 3.0)


class Connection:
    """A connection to one engine; safe to use from several threads."""

    def __init__(self, authorization: str | None, bounds: Bounds) -> None:
        self._bounds = bounds
        self._headers = {"User-Agent": "rodatraden", "Accept-Encoding": "gzip"}
        self._headers |= {"Authorization": authorization} if authorization else {}
        self._pool = urllib3.PoolManager(maxsize=16, retries=False)

    def request(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes, seconds: float, repeatable: bool
    ) -> bytes:
        """The answer to a request; tried again only where it is ``repeatable``: done twice, it does what once does.

        Raises StoreError where the engine is not well, a QueryRefused where it refuses.
        """
        for pause in self._bounds.pauses if repeatable else ():
            try:
                return self._once(method, url, headers, body, seconds)
            except _MayPass:
                time.sleep(pause)
        return self._once(method, url, headers, body, seconds)

    def _once(self, method: str, url: str, headers: Mapping[str, str], body: bytes, seconds: float) -> bytes:
        until = time.monotonic() + seconds
        timeout = urllib3.Timeout(connect=self._bounds.connect_seconds, read=seconds)
        try:
            response = self._pool.request(
                method,
                url,
                body=body,
                headers={**self._headers, **headers},
                timeout=timeout,
                redirect=False,
                preload_content=False,
            )
            try:
                content = self._read(response, until)
            except BaseException:
                response.close()
                raise
            response.release_conn()
        except (ReadTimeoutError, TimeoutError) as error:
            raise QueryTimeout(
                f"Grafens motor på {url} svarade inte inom {seconds:g} sekunder.",
                f"The engine of the graph at {url} did not answer within {seconds:g} seconds.",
            ) from error
        except HTTPError as error:
            raise _unreachable(url, error) from error
        if response.status >= HTTPStatus.MULTIPLE_CHOICES:
            raise _refused(url, response.status, content)
        if CUT in response.headers:
            raise QueryTooLarge(
                f"Motorn på {url} skickar högst {response.headers[CUT]} rader och utelämnade resten. Höj dess gräns.",
                f"The engine at {url} sends {response.headers[CUT]} rows at most, not all. Raise its limit.",
            )
        return content

    def _read(self, response: urllib3.BaseHTTPResponse, until: float) -> bytes:
        content = bytearray()
        while piece := response.read1(PIECE):
            content += piece
            if len(content) > self._bounds.answer_bytes:
                raise QueryTooLarge(
                    f"Motorns svar är större än {self._bounds.answer_bytes} byte.",
                    f"The answer of the engine is larger than {self._bounds.answer_bytes} bytes.",
                )
            if time.monotonic() > until:
                raise TimeoutError
        return bytes(content)


class _MayPass(StoreError):
    """The engine cannot be reached, or says that it is busy."""


def _unreachable(url: str, error: HTTPError) -> StoreError:
    reason = str(error).rsplit(": ", 1)[-1]
    kind = StoreError if isinstance(error, SSLError) else _MayPass
    return kind(
        f"Grafens motor på {url} går inte att nå ({reason}). Se efter att den är i gång och att adressen "
        "(--store, RODATRADEN_STORE) stämmer.",
        f"The engine of the graph at {url} cannot be reached ({reason}). See that it runs and that the address "
        "(--store, RODATRADEN_STORE) is right.",
    )


def _refused(url: str, status: int, content: bytes) -> RodaTradenError:
    said = " ".join(content[:2000].decode(errors="replace").split())[:300]
    if status == HTTPStatus.BAD_REQUEST:
        return QuerySyntax(f"Frågan är inte SPARQL: {said}", f"The query is not SPARQL: {said}")
    if status in BUSY:
        return _MayPass(
            f"Grafens motor på {url} är upptagen ({status}). Försök igen om en stund.",
            f"The engine of the graph at {url} is busy ({status}). Try again in a while.",
        )
    swedish, english = _remedy(status)
    return StoreError(
        f"Grafens motor på {url} svarade {status}. {swedish} Den säger: {said}",
        f"The engine of the graph at {url} answered {status}. {english} It says: {said}",
    )


def _remedy(status: int) -> tuple[str, str]:
    if status in (401, 403):
        return (
            "Ge användare och lösenord: RODATRADEN_STORE=https://användare:lösenord@….",
            "Give user and password: RODATRADEN_STORE=https://user:password@….",
        )
    if status in (404, 405) or status < 400:
        return (
            "Se efter att adressen är just motorns; --store-update och --store-graphs kan anges för sig.",
            "See that the address is the engine's own; --store-update and --store-graphs can be given by themselves.",
        )
    return "Se motorns logg.", "See the engine's log."
