"""rodatraden questions: what can be asked."""

import click

from graph.library import questions
from graph.setting import Setting


@click.command(help="The saved questions; ask one with `rodatraden ask NAME`, its parameters with `ask NAME --help`.")
@click.pass_obj
def command(setting: Setting) -> None:
    for question in questions().values():
        click.echo(f"{question.kind:10}{question.name:34}{question.title[setting.language]}")
