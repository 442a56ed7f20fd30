"""rodatraden ask: a saved question, with its parameters as options."""

import re
from typing import Any

import click

from graph import options
from graph.exports import EXPORTS, Table
from graph.labels import labels
from graph.library import question, questions
from graph.question import Question
from graph.setting import Setting
from graph.vocabulary import BASES, MAPPED


class Questions(click.Group):
    """Each question is a command; adding a question file adds it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(questions())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        asked = question(cmd_name)
        return click.Command(
            cmd_name,
            callback=_callback(asked),
            params=_options(asked),
            help=f"{asked.title['en']}. {asked.why['en']}",
            short_help=asked.title["en"],
        )


def _options(asked: Question) -> list[click.Parameter]:
    own: list[click.Parameter] = [
        click.Option(
            [f"--{_dashed(p.name)}", p.name],
            required=not p.optional and p.default is None,
            help=f"{' or '.join(p.types)}{f', default {p.default}' if p.default else ''}",
        )
        for p in asked.parameters
    ]
    return [
        *own,
        click.Option(
            ["--basis"],
            type=click.Choice(BASES),
            default=MAPPED,
            show_default=True,
            help="Which links count: only stated, also mapped, also suggested.",
        ),
        click.Option(
            ["--format", "suffix"],
            type=click.Choice([options.TABLE, *sorted(EXPORTS)]),
            default=options.TABLE,
            show_default=True,
            help="table is txt.",
        ),
    ]


def _callback(asked: Question) -> Any:
    @click.pass_obj
    def ask(setting: Setting, /, basis: str, suffix: str, **values: str | None) -> None:
        given = {name: value for name, value in values.items() if value is not None}
        store = options.opened(setting)
        answer = asked.ask(store, given, setting.today, basis)
        names = labels(store)
        headings = tuple(names.column(asked, column, setting.language) for column in answer.columns)
        about = {"basis": basis, "version": store.version, **given}
        table = Table(asked.name, asked.title[setting.language], answer, headings, names, setting.language, about)
        options.write(table, suffix)

    return ask


def _dashed(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"-\1", name).lower()


command = Questions("ask", help="Ask a saved question. `rodatraden ask NAME --help` shows its parameters.")
