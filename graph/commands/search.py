"""rodatraden search: where something is said, over names, codes, descriptions and quotes."""

import click

from graph import options
from graph.exports import Table, headings
from graph.labels import Labels, labels
from graph.search import OTHERS, Found, Hit, Piece, marked, missing, search
from graph.search.columns import COLUMNS, about, rows
from graph.setting import Setting
from graph.vocabulary import class_of, shortened

HELP = """Find TEXT in names, codes, descriptions and quotes; the names first.

All words must be there ("quotation marks" keep words together), and the last may be a beginning. Å, ä, ö and capitals
make no difference, and Swedish endings little.
"""
WORDS = {
    "title": {"sv": "Sök", "en": "Search"},
    "hits": {"sv": "Träffar", "en": "Hits"},
    "some": {
        "sv": "Inget i grafen har alla orden. Här står det som har några av dem.",
        "en": "Nothing in the graph has all the words. Here is what has some of them.",
    },
    "none": {"sv": "Inget i grafen svarar mot ”{}”.", "en": "Nothing in the graph answers to “{}”."},
    "exact": {"sv": "exakt", "en": "exact"},
    "missing": {"sv": "saknar", "en": "lacks"},
    "name": {"sv": "Namn", "en": "Name"},
    "code": {"sv": "Kod", "en": "Code"},
    "other-name": {"sv": "Annan benämning", "en": "Other name"},
    "description": {"sv": "Beskrivning", "en": "Description"},
    "quote": {"sv": "Citat", "en": "Quote"},
}


@click.command(help=HELP)
@click.argument("text")
@click.option(
    "--kind", "kinds", multiple=True, help="Only things of this kind, like goal or activity; may be repeated."
)
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="At most so many hits.")
@options.file_format
@click.pass_obj
def command(setting: Setting, text: str, kinds: tuple[str, ...], most: int, suffix: str) -> None:
    store = options.opened(setting)
    found = search(store, text, kinds, most)
    words = labels(store)
    options.write(
        _table(found, store.version, words, setting.language), suffix, _lines(found, words, store.base, setting)
    )


def _lines(found: Found, words: Labels, base: str, setting: Setting) -> list[str]:
    language = setting.language
    if not found.total:
        return [WORDS["none"][language].format(found.asked.text)]
    lines = [] if found.has_all else [WORDS["some"][language], ""]
    for number, hit in enumerate(found.hits, 1):
        lines += _hit(number, hit, found, words, base, language)
    return [*lines, "", f"{WORDS['hits'][language]}: {len(found.hits)}/{found.total}"]


def _hit(number: int, hit: Hit, found: Found, words: Labels, base: str, language: str) -> list[str]:
    name = marked(words.name(hit.thing, language), found.asked)
    told = [_kind(hit.kind, words, language), *([WORDS["exact"][language]] if hit.is_exact else [])]
    lines = [f"{number:3}. {_bold(name)} ({', '.join(told)}) {shortened(hit.thing, base)}"]
    units = found.asked.units
    if missing(units, words.name(hit.thing, language)) - missing(units, hit.text.text):
        lines.append(f"     {WORDS[hit.text.field][language]}: {_bold(hit.excerpt)}")
    if hit.text.document:
        lines.append(f"     {words.name(hit.text.document, language)}")
    if hit.missing:
        lines.append(f"     {WORDS['missing'][language]}: {', '.join(hit.missing)}")
    return lines


def _bold(pieces: tuple[Piece, ...]) -> str:
    """What was asked for in bold, where the terminal can show it."""
    return "".join(click.style(piece.text, bold=True) if piece.is_marked else piece.text for piece in pieces)


def _kind(kind: str, words: Labels, language: str) -> str:
    return OTHERS[kind][language] if kind in OTHERS else words.name(class_of(kind), language)


def _table(found: Found, version: str, words: Labels, language: str) -> Table:
    told = {**about(found), "version": version}
    return Table("search", WORDS["title"][language], rows(found), headings(COLUMNS, language), words, language, told)
