"""What every template may use."""

from typing import Any

from flask import Flask, request

from graph.vocabulary import RT
from web import asked, file
from web.address import address_of, link, permalink, switched
from web.language import LANGUAGES, words
from web.service import service
from web.term import heading, named, shown, value


def prepare(app: Flask) -> None:
    """Give the templates their words and links; missing names are errors."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.context_processor(_context)


def _context() -> dict[str, Any]:
    language = asked.language()
    return {
        "t": words(language),
        "language": language,
        "languages": LANGUAGES,
        "is_default": language == service().language_default,
        "link": link,
        "permalink": permalink,
        "address_of": address_of,
        "switched": switched,
        "named": named,
        "heading": heading,
        "shown": shown,
        "value": value,
        "basis_name": lambda basis: service().labels.name(f"{RT}basis-{basis}", language),
        "status_name": lambda word: service().labels.name(f"{RT}status-{word}", language),
        "formats": file.OFFERED,
        "endpoint": request.endpoint or "",
        "version": service().store.version,
    }
