"""rodatraden gaps: what is missing, where, and what to do about it."""

import sys
from itertools import groupby

import click

from graph import options
from graph.answer import Answer
from graph.exports import Table, headings
from graph.gaps import SEVERITIES, BrokenThread, GapReport, GapScope, broken_threads, gaps, scope_of
from graph.gaps.columns import GAP_COLUMNS, THREAD_COLUMNS, gap_rows, thread_rows
from graph.labels import Labels, labels
from graph.library import question
from graph.question import Words
from graph.setting import Setting
from graph.store import Store

HELP = """All gaps of the whole graph, a place (--place 1907) or a strategy (--strategy det-handlar-om-livet), the worst
first, each with what to do about it. Both together: the goals of the strategy, as carried out in that place.

\b
Exit code 0: no gap as severe as --severity or worse (with --threads: no broken thread).
Exit code 1: there is at least one.
Exit code 2: bad input.
"""
WORDS = {
    "gaps": {"sv": "Luckor", "en": "Gaps"},
    "threads": {"sv": "Brutna trådar", "en": "Broken threads"},
    "high": {"sv": "hög", "en": "high"},
    "medium": {"sv": "medel", "en": "medium"},
    "low": {"sv": "låg", "en": "low"},
    "none": {"sv": "Inga luckor.", "en": "No gaps."},
    "unbroken": {"sv": "Inga brutna trådar.", "en": "No broken threads."},
    "left out": {"sv": "Utelämnat", "en": "Left out"},
    "unknown": {
        "sv": "Inget dokument i grafen nämner {}: vad som saknas där är okänt.",
        "en": "No document in the graph names {}: what is missing there is unknown.",
    },
}


@click.command(help=HELP)
@options.place
@options.strategy
@options.as_of
@options.basis
@click.option(
    "--severity", type=click.Choice(SEVERITIES), default="high", show_default=True, help="What exit code 1 begins at."
)
@click.option("--threads", is_flag=True, help="Instead of gaps: where each thread breaks, and the shortest repair.")
@options.file_format
@click.pass_obj
def command(
    setting: Setting, place: str, strategy: str, as_of: str, basis: str, severity: str, threads: bool, suffix: str
) -> None:
    store = options.opened(setting)
    scope = scope_of(store, setting.today, as_of, basis, place, strategy)
    report = gaps(store, scope)
    broken = broken_threads(store, scope) if threads else ()
    notes = _notes(report, labels(store), setting.language)
    if threads:
        lines = _thread_lines(broken, labels(store), setting.language)
        table = _table("threads", THREAD_COLUMNS, thread_rows(broken, setting.language), scope, store, setting)
    else:
        lines = _gap_lines(report, setting.language)
        table = _table("gaps", GAP_COLUMNS, gap_rows(report.gaps, setting.language), scope, store, setting)
    options.write(table, suffix, [*lines, *notes])
    if notes and suffix != options.TABLE:
        click.echo("\n".join(notes), err=True)
    sys.exit(1 if (broken if threads else report.at_least(severity)) else 0)


def _gap_lines(report: GapReport, language: str) -> list[str]:
    """The gaps by kind: the kind's title, what each sentence says after it, and the remedy."""
    lines: list[str] = []
    for kind, group in groupby(report.gaps, key=lambda gap: gap.kind):
        found = list(group)
        title = question(kind).title[language]
        lines.append(f"{title} ({WORDS[found[0].severity][language]}, {len(found)})")
        lines += [f"  {gap.details(language)}" for gap in found]
        lines += [f"  → {found[0].remedy[language]}", ""]
    return lines or [WORDS["none"][language], ""]


def _thread_lines(broken: tuple[BrokenThread, ...], words: Labels, language: str) -> list[str]:
    lines: list[str] = []
    for goal, group in groupby(broken, key=lambda thread: thread.goal):
        lines.append(words.name(goal, language))
        for thread in group:
            at = "" if thread.stops_at == goal else f": {words.name(thread.stops_at, language)}"
            lines += [f"  {thread.level[language]}{at}", f"  → {thread.repair[language]}"]
        lines.append("")
    return lines or [WORDS["unbroken"][language], ""]


def _notes(report: GapReport, words: Labels, language: str) -> list[str]:
    lines = [f"{WORDS['left out'][language]}: {one.kind}. {one.reason[language]}" for one in report.left_out]
    if report.unknown_place is not None:
        lines.append(WORDS["unknown"][language].format(words.name(report.unknown_place, language)))
    return lines


def _table(
    name: str, columns: dict[str, Words], answer: Answer, scope: GapScope, store: Store, setting: Setting
) -> Table:
    about = {**scope.about, "version": store.version}
    title = WORDS[name][setting.language]
    return Table(name, title, answer, headings(columns, setting.language), labels(store), setting.language, about)
