"""rodatraden review: which links should be looked at again, and saying that someone has."""

import sys
from collections.abc import Iterable

import click
from rdflib import URIRef

from graph import options, sources
from graph.answer import Answer, Iri, Literal
from graph.errors import BadParameter
from graph.exports import Table, headings
from graph.labels import labels, quoted
from graph.setting import Setting
from graph.sources.accept import accept, choose
from graph.sources.review import Link, State, Texts, links
from graph.vocabulary import RT, XSD, shortened

HELP = """Links made by analysts that should be looked at again: suspect ones, of which the text at either end has
changed since the review, and those never reviewed; with MAPPINGs just these.

\b
rodatraden review                                        what to look at, with the texts at both ends
rodatraden review --accept mapping/0123456789ab --by Redaktionen     looked at: it holds for the texts as they are
rodatraden review --all-unreviewed --by Redaktionen      the same for all that nobody has reviewed

\b
Exit code 0: no link is suspect (those not reviewed are no error).
Exit code 1: at least one is.
Exit code 2: bad input.
"""
COLUMNS = {
    "state": {"sv": "Läge", "en": "State"},
    "mapping": {"sv": "Koppling", "en": "Mapping"},
    "linkFrom": {"sv": "Länk från", "en": "Link from"},
    "linkTo": {"sv": "Länk till", "en": "Link to"},
    "changedEnd": {"sv": "Ändrad ände", "en": "Changed end"},
    "reviewer": {"sv": "Granskad av", "en": "Reviewed by"},
    "reviewDate": {"sv": "Granskad", "en": "Reviewed"},
    "textFrom": {"sv": "Text från", "en": "Text from"},
    "textTo": {"sv": "Text till", "en": "Text to"},
}
WORDS = {
    State.SUSPECT: {"sv": "Misstänkta länkar", "en": "Suspect links"},
    State.UNREVIEWED: {"sv": "Ogranskade länkar", "en": "Links not reviewed"},
    State.REVIEWED: {"sv": "Granskade länkar", "en": "Reviewed links"},
    "title": {"sv": "Granskning av länkar", "en": "Review of links"},
    "from": {"sv": "från", "en": "from"},
    "to": {"sv": "till", "en": "to"},
    "changed": {"sv": ", texten ändrad sedan granskningen", "en": ", its text changed since the review"},
    "review": {"sv": "granskad {} av {}", "en": "reviewed {} by {}"},
    "sum": {
        "sv": "Misstänkta: {}. Ogranskade: {}. Granskade: {}.",
        "en": "Suspect: {}. Not reviewed: {}. Reviewed: {}.",
    },
    "accepted": {"sv": "Länkar granskade av {}: {}.", "en": "Links reviewed by {}: {}."},
    "name": {"sv": "namn", "en": "name"},
    "other name": {"sv": "annan benämning", "en": "other name"},
    "definition": {"sv": "definition", "en": "definition"},
    "description": {"sv": "beskrivning", "en": "description"},
    "target value": {"sv": "målvärde", "en": "target value"},
    "quote": {"sv": "citat", "en": "quote"},
}


@click.command(help=HELP)
@click.argument("mappings", nargs=-1, metavar="[MAPPING]...")
@click.option("--accept", "accepting", is_flag=True, help="Say that the MAPPINGs have been reviewed.")
@click.option("--all-unreviewed", is_flag=True, help="Say that all not yet reviewed have been.")
@click.option("--by", "role", default="", help="With these two: whose review it is; a role, never a person.")
@options.file_format
@click.pass_obj
def command(
    setting: Setting, mappings: tuple[str, ...], accepting: bool, all_unreviewed: bool, role: str, suffix: str
) -> None:
    facts = sources.read(setting.data, setting.base)
    found, texts = links(facts, setting.base), Texts(facts)
    chosen = choose(found, mappings, setting.base)
    if accepting or all_unreviewed:
        _accept(setting, _accepted(found, chosen, accepting, all_unreviewed), texts, role)
        return
    shown = chosen or [link for link in found if link.state != State.REVIEWED]
    lines = [*_lines(shown, texts, setting), _sum(found, setting.language)]
    options.write(_table(shown, texts, setting), suffix, lines)
    sys.exit(1 if any(link.state == State.SUSPECT for link in found) else 0)


def _accepted(found: list[Link], chosen: list[Link], accepting: bool, all_unreviewed: bool) -> list[Link]:
    if chosen and not accepting:
        names = ", ".join(link.address for link in chosen)
        raise BadParameter(
            "all-unreviewed", names, "Ange --accept för kopplingarna.", "Give --accept for the mappings."
        )
    if accepting and not chosen and not all_unreviewed:
        raise BadParameter("accept", "", "Ange minst en koppling.", "Name at least one mapping.")
    return chosen + [link for link in found if all_unreviewed and link.state == State.UNREVIEWED and link not in chosen]


def _accept(setting: Setting, accepted: list[Link], texts: Texts, role: str) -> None:
    accept(setting.data, setting.base, accepted, texts, role, setting.today)
    click.echo(WORDS["accepted"][setting.language].format(role.strip(), len(accepted)))


def _sum(found: list[Link], language: str) -> str:
    return WORDS["sum"][language].format(*(sum(link.state == state for link in found) for state in State))


def _lines(shown: list[Link], texts: Texts, setting: Setting) -> list[str]:
    """The links by state, each with the texts at both ends and its review."""
    lines: list[str] = []
    for state in State:
        here = [link for link in shown if link.state == state]
        if here:
            lines += [f"{WORDS[state][setting.language]} ({len(here)})", ""]
        for link in here:
            lines += [*_told(link, texts, setting), ""]
    return lines


def _told(link: Link, texts: Texts, setting: Setting) -> Iterable[str]:
    language = setting.language
    yield f"{shortened(link.address, setting.base)}  ({shortened(link.predicate)}, {link.table})"
    for word, end, address in (("from", "subject", link.subject), ("to", "object", link.object)):
        changed = WORDS["changed"][language] if link.changed in (end, "both") else ""
        yield f"  {WORDS[word][language]} {shortened(address, setting.base)}{changed}"
        for kind, _, text in texts.of(URIRef(address)):
            yield f"    {WORDS[kind][language]}: {quoted(text, language)}"
    if link.reviewer:
        yield f"  {WORDS['review'][language].format(link.reviewed, link.reviewer)}"


def _table(shown: list[Link], texts: Texts, setting: Setting) -> Table:
    store = options.opened(setting)
    rows = tuple(
        (
            Literal(link.state.value),
            Iri(link.address),
            Iri(link.subject),
            Iri(link.object),
            Iri(f"{RT}changed-end-{link.changed}") if link.changed else None,
            Literal(link.reviewer) if link.reviewer else None,
            Literal(link.reviewed, f"{XSD}date") if link.reviewed else None,
            *(Literal(" | ".join(text for *_, text in texts.of(URIRef(end)))) for end in (link.subject, link.object)),
        )
        for link in shown
    )
    title = WORDS["title"][setting.language]
    answer = Answer(tuple(COLUMNS), rows)
    above, about = headings(COLUMNS, setting.language), {"version": store.version}
    return Table("review", title, answer, above, labels(store), setting.language, about)
