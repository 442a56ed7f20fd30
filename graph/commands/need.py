"""rodatraden need: what is measured, beside what is done about it."""

from itertools import groupby

import click

from graph import options
from graph.coverage import Scope
from graph.exports import Table, headings
from graph.labels import Labels, labels, lowered
from graph.need import NEED_COLUMNS, Need, NeedReport, need, need_rows
from graph.need.words import BETTER, status_word, trends_of
from graph.question import day
from graph.setting import Setting

HELP = """What is measured in a place, for a group and a year, beside the coverage of the goals it measures.

Values are compared only for the same indicator, unit, target group, year and kind of place; each row says how it was
compared, or why not. What nothing tells is unknown and stands apart.
"""
WORDS = {
    "title": {"sv": "Behov och täckning", "en": "Need and coverage"},
    "order": {
        "sv": "Ordning: först det vars mål har svagast täckning, sedan indikatorns namn, sedan det största behovet inom"
        " indikatorn och målgruppen. Behov jämförs aldrig mellan indikatorer eller målgrupper.",
        "en": "Order: first what has the poorest coverage of its goals, then the indicator's name, then the highest"
        " need within the indicator and target group. Needs are never compared across indicators or target groups.",
    },
    "nothing": {"sv": "Inga mätvärden registrerade.", "en": "No observations recorded."},
    "goal": {"sv": "Okänt behov, mål", "en": "Unknown need, goals"},
    "place": {"sv": "Okänt behov, platser", "en": "Unknown need, places"},
    "coverage": {"sv": "Täckning: {status}. Antal: {count}.", "en": "Coverage: {status}. Number: {count}."},
    "no direction": {"sv": "önskad riktning saknas", "en": "no desired direction"},
    "no place": {"sv": "ingen plats angiven", "en": "no place stated"},
    "no time": {"sv": "tid okänd", "en": "time unknown"},
}


@click.command(help=HELP)
@click.option("--place", help="A place, with its parts: SCB code or address.")
@click.option("--indicator", help="An indicator: slug or address.")
@click.option("--target-group", help="A target group, with its parts: slug or address.")
@click.option("--strategy", help="Only what measures a goal of this strategy: slug or address.")
@click.option("--year", help="The year compared, like 2023; the newest of each indicator if not given.")
@options.as_of
@options.basis
@options.file_format
@click.pass_obj
def command(
    setting: Setting,
    place: str | None,
    indicator: str | None,
    target_group: str | None,
    strategy: str | None,
    year: str | None,
    as_of: str,
    basis: str,
    suffix: str,
) -> None:
    store = options.opened(setting)
    scope = Scope(day("as-of", as_of, setting.today), basis, place=place, target_group=target_group, strategy=strategy)
    report = need(store, scope, indicator, year)
    words = labels(store)
    table = _table(report, store.version, words, setting.language)
    options.write(table, suffix, _lines(report, words, setting.language))


def _lines(report: NeedReport, words: Labels, language: str) -> list[str]:
    lines = [WORDS["order" if report.rows else "nothing"][language], ""]
    for address, group in groupby(report.rows, key=lambda row: row.indicator.address):
        found = list(group)
        better = BETTER.get(found[0].indicator.direction or "", WORDS["no direction"])[language]
        lines.append(f"{words.name(address, language)} ({better})")
        for row in found:
            lines += [f"  {_headline(row, words, language)}", f"    {row.reason[language]}"]
        lines.append("")
    return lines + [line for kind in ("goal", "place") for line in _unknown_lines(report, kind, words, language)]


def _headline(row: Need, words: Labels, language: str) -> str:
    """Place, group and year, and what is observed there."""
    value = row.value
    where = [words.name(one, language) for one in value.places] or [WORDS["no place"][language]]
    parts = [" / ".join(where), *(words.name(one, language) for one in value.groups)]
    if value.value is not None:
        parts += [str(value.time) or WORDS["no time"][language], " ".join(filter(None, (str(value.value), value.unit)))]
    return ", ".join([*parts, *filter(None, [trends_of(value, row.indicator, words, language)])])


def _unknown_lines(report: NeedReport, kind: str, words: Labels, language: str) -> list[str]:
    """The unknown of a kind, those with the same coverage and reason together: a goal on each line, places on one."""
    found = [one for one in report.unknown if one.kind == kind]
    lines = [f"{WORDS[kind][language]} ({len(found)})"] if found else []
    together: dict[tuple[str, str], list[str]] = {}
    for one in found:
        key = one.reason[language], status_word(one.covered.status, words, language)
        together.setdefault(key, []).append(words.name(one.thing, language))
    for (reason, status), names in together.items():
        listed = [", ".join(names)] if kind == "place" else names
        told = WORDS["coverage"][language].format(status=lowered(status), count=len(names))
        lines += [f"  {reason} {told}", *(f"    {line}" for line in listed)]
    return [*lines, ""] if lines else []


def _table(report: NeedReport, version: str, words: Labels, language: str) -> Table:
    about = {**report.about, "version": version}
    named = headings(NEED_COLUMNS, language)
    return Table("need", WORDS["title"][language], need_rows(report, words, language), named, words, language, about)
