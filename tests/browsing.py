"""Reading the service's pages as a browser's parser does, and a graph made to attack them."""

import shutil
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from graph.vocabulary import BASE

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SCRIPT = "<script>alert(1)</script>"

RT, SH, SKOS = "https://w3id.org/rodatraden/ns#", "http://www.w3.org/ns/shacl#", "http://www.w3.org/2004/02/skos/core#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
PAGE = "http://xmlns.com/foaf/0.1/page"
GOAL, STRATEGY, GRAPH = f"<{BASE}id/goal/evil>", "<javascript:alert(2)>", f"<{BASE}graph/evil>"
NAME = f'"{SCRIPT} \\" \' =1+1"@sv'
STATEMENTS = (
    f"{GRAPH} <{RT}basis> <{RT}basis-stated>",
    f'{GRAPH} {LABEL} "{SCRIPT} graph"@sv',
    f"{GOAL} {TYPE} <{RT}Goal>",
    f"{GOAL} <{SKOS}prefLabel> {NAME}",
    f"{GOAL} {LABEL} {NAME}",
    f"{GOAL} <{RT}setOutIn> {STRATEGY}",
    f'{GOAL} <{SKOS}note> "</article>{SCRIPT}"@en',
    f'{GOAL} <{PAGE}> "javascript:alert(3)"^^<http://www.w3.org/2001/XMLSchema#anyURI>',
    f"{STRATEGY} {TYPE} <{RT}Strategy>",
    f'{STRATEGY} {LABEL} "{SCRIPT} strategy"@sv',
    *(
        f"_:{node} <{SH}{name}> {value}"
        for node, path, heading, order in (
            ("a", f"{RT}setOutIn", f"{SCRIPT} i", 1),
            ("b", f"{SKOS}note", "not", 2),
            ("c", PAGE, "page", 3),
        )
        for name, value in (
            ("path", f"<{path}>"),
            ("name", f'"{heading}"@sv'),
            ("order", f'"{order}"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        )
    ),
)
HOSTILE = "".join(f"{statement} {GRAPH} .\n" for statement in STATEMENTS)
"""A graph whose names and addresses are attacks, as N-Quads."""


class Page(HTMLParser):
    """The tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str, name: str | None = None) -> list[dict[str, str | None]]:
        """The attributes of each tag, with a class where one is given."""
        return [a for t, a in self.tags if t == tag and (name is None or name in (a.get("class") or "").split())]

    @property
    def links(self) -> list[str]:
        return [str(a["href"]) for a in self.all("a") if a.get("href")]

    @property
    def ids(self) -> list[str]:
        return [str(a["id"]) for _, a in self.tags if a.get("id")]


def language_of(link: str) -> str:
    """The language a link asks for."""
    return parse_qs(urlsplit(link).query).get("lang", ["sv"])[0]


def sight(browser: Browser, scheme: str = "light", width: int = 1280, **more: object) -> Tab:
    """A page of a browser as a reader sees it; ``more`` are options of Playwright's context."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        **more,  # type: ignore[arg-type]
    )
    return context.new_page()
