"""Any site may read what the endpoint answers: there is nothing secret and nobody is logged in (CORS)."""

from flask import Response, request

from web.protocol.sent import TRUNCATED

A_DAY = 86_400
WRITING = ("PUT", "DELETE", "PATCH")
"""Methods that no page of another site may use."""


def open_to_all(response: Response) -> Response:
    """The headers that let a page of another site read the answer."""
    headers = response.headers
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = f"ETag, Retry-After, {TRUNCATED}"
    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if request.method == "OPTIONS":
        allowed = headers.get("Allow", "GET").split(", ")
        headers["Access-Control-Allow-Methods"] = ", ".join(name for name in allowed if name not in WRITING)
        headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
        headers["Access-Control-Max-Age"] = str(A_DAY)
    response.vary.add("Accept")
    return response
