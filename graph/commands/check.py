"""rodatraden check: is the data valid?"""

import sys

import click

from graph import check, sources
from graph.setting import Setting
from graph.sources.schema import Schema


@click.command(help="Read all of data/, validate it against the shapes and look for cycles. Exit code 1 on problems.")
@click.pass_obj
def command(setting: Setting) -> None:
    facts = sources.read(setting.data, setting.base)
    union = facts.merged()
    found = [_line(v, setting.language) for v in check.violations(union, Schema(setting.data / "vocabulary").shapes)]
    heads = {"sv": "Cirkel i tråden", "en": "Cycle in the thread"}
    found += [f"{heads[setting.language]}: {' → '.join([*loop, loop[0]])}" for loop in check.cycles(union)]
    for line in found:
        click.echo(line)
    statements = sum(len(graph) for graph in facts.values())
    summary = {
        "sv": f"{statements} påståenden i {len(facts)} grafer, {len(found)} fel.",
        "en": f"{statements} statements in {len(facts)} graphs, {len(found)} problems.",
    }
    click.echo(summary[setting.language])
    sys.exit(1 if found else 0)


def _line(violation: check.Violation, language: str) -> str:
    message = violation.swedish if language == "sv" else violation.english
    return f"{violation.thing} {violation.path} {violation.value}: {message}"
