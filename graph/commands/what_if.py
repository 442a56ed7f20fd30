"""rodatraden what-if: which cells and goals change when something is removed or added."""

from collections.abc import Iterator
from datetime import date

import click

from graph import options
from graph.answer import Answer
from graph.commands.robustness import HEADINGS
from graph.coverage import DIMENSIONS, Axis, Scope
from graph.coverage.scope import choose
from graph.errors import BadParameter
from graph.exports import Table
from graph.labels import labels
from graph.question import day
from graph.robustness import Planned, WhatIf, what_if
from graph.setting import Setting
from graph.store import Store

HELP = f"""Which cells of a matrix, and which goals, change when things are removed (--remove activity/…, actor/…,
area/…, handslag/… or intervention/…) and activities added. Both can be given several times.

\b
--remove actor/region-vastmanland
--add goal=dhol-d3,place=1907,target-group=unga,start=2027-01-01,end=2027-12-31,responsible=surahammar,follow-up=yes

A planned activity needs a goal; a word can be given several times. Table shows cells and goals, other formats hold one
of these lists, that of --list. Dimensions: {", ".join(DIMENSIONS)}.
"""
LISTS = {
    "cells": {"sv": "Täckning som ändras: {} × {}", "en": "Coverage that changes: {} × {}"},
    "goals": {"sv": "Mål vars täckning ändras", "en": "Goals whose coverage changes"},
}
MANY = {"goal": "goals", "place": "places", "target-group": "target_groups", "responsible": "responsible"}
DAYS = ("start", "end")
FOLLOW_UP = "follow-up"
YES_NO = {"yes": True, "no": False}


@click.command(help=HELP)
@click.option("--remove", multiple=True, help="An address or kind/slug.")
@click.option("--add", multiple=True, help="A planned activity: goal=…,place=…,target-group=…,…")
@click.option("--rows", default="goal", show_default=True, help="A dimension.")
@click.option("--columns", default="place", show_default=True, help="A dimension.")
@options.as_of
@options.basis
@click.option("--list", "name", type=click.Choice([*LISTS]), help="One list; cells in other formats.")
@options.file_format
@options.filters
@click.pass_obj
def command(
    setting: Setting,
    /,
    remove: tuple[str, ...],
    add: tuple[str, ...],
    rows: str,
    columns: str,
    as_of: str,
    basis: str,
    name: str | None,
    suffix: str,
    **given: str | None,
) -> None:
    axes = Axis(rows), Axis(columns)
    scope = Scope(day("as-of", as_of, setting.today), basis, **given)
    planned = [planned_of(text) for text in add]
    store = options.opened(setting)
    found = what_if(store, scope, remove, planned, *axes)
    names = (name,) if name else tuple(LISTS) if suffix == "table" else ("cells",)
    asked = {"remove": " ".join(remove), "add": " ".join(add)}
    tables = [_table(one, found, store, setting, {key: text for key, text in asked.items() if text}) for one in names]
    options.write_all(tables, suffix)


def planned_of(text: str) -> Planned:
    """The planned activity that a text like ``goal=dhol-d3,place=1907`` means; raises BadParameter.

    >>> planned_of("goal=dhol-d3,goal=dhol-d4,start=2027-01-01,follow-up=yes").goals
    ('dhol-d3', 'dhol-d4')
    """
    lists: dict[str, list[str]] = {name: [] for name in MANY.values()}
    days: dict[str, date] = {}
    follow_up = False
    for word, value in _said(text):
        if word in MANY:
            lists[MANY[word]].append(value)
        elif word in DAYS:
            days[word] = day(word, value, date.min)
        elif value in YES_NO:
            follow_up = YES_NO[value]
        else:
            raise choose(word, value, list(YES_NO))
    goals, places, groups, responsible = (lists[name] for name in MANY.values())
    return Planned(goals, places, groups, days.get("start"), days.get("end"), responsible, follow_up)


def _said(text: str) -> Iterator[tuple[str, str]]:
    """The words of a planned activity, each with its value."""
    for part in text.split(","):
        word, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign or not value:
            raise BadParameter("add", part, "Skriv ord=värde, med komma emellan.", "Write word=value, with commas.")
        if word not in (*MANY, *DAYS, FOLLOW_UP):
            raise choose("add", word, [*MANY, *DAYS, FOLLOW_UP])
        yield word, value


def _table(name: str, found: WhatIf, store: Store, setting: Setting, asked: dict[str, str]) -> Table:
    scope, axes = found.scope, (found.rows.dimension, found.columns.dimension)
    about = {"asOf": scope.as_of.isoformat(), "basis": scope.basis, "version": store.version, **scope.filters, **asked}
    words = [DIMENSIONS[dimension][setting.language] for dimension in axes]
    answer: Answer = found.answer() if name == "cells" else found.goals_answer()
    title = LISTS[name][setting.language].format(*words)
    sides = dict(zip(("row", "column"), words, strict=True))
    headings = tuple(sides[c] if c in sides else HEADINGS[c][setting.language] for c in answer.columns)
    return Table(f"what-if-{name}", title, answer, headings, labels(store), setting.language, about)
