"""Settings: every setting there is, its value, and where the value came from."""

from collections.abc import Iterator

import click
from click.core import ParameterSource

from graph.settings_file import settings_of

SOURCES: dict[ParameterSource | None, dict[str, str]] = {
    ParameterSource.COMMANDLINE: {"sv": "flagga", "en": "flag"},
    ParameterSource.ENVIRONMENT: {"sv": "miljö", "en": "environment"},
    ParameterSource.DEFAULT_MAP: {"sv": "fil", "en": "file"},
    ParameterSource.DEFAULT: {"sv": "förval", "en": "default"},
}


@click.command("settings", help="List every setting: flag, environment variable, value, where it came from.")
@click.pass_context
def command(context: click.Context) -> None:
    """One line per setting, and below it what it means."""
    language = context.obj.language
    program = context.find_root()
    assert isinstance(program.command, click.Group)
    click.echo("\n".join(_lines(program, language)))
    for name, other in program.command.commands.items():
        if any(parameter.required for parameter in other.params):
            # It is told everything when it is called.
            continue
        # Its own settings are read as they would be if it were called without a flag.
        with other.make_context(name, [], parent=program) as called:
            click.echo("\n".join([f"\n{name}", *_lines(called, language)]))


def _lines(context: click.Context, language: str) -> Iterator[str]:
    for option in settings_of(context.command):
        name = str(option.name)
        source = SOURCES[context.get_parameter_source(name)][language]
        value = context.params.get(name)
        shown = "–" if value in (None, "") else value
        yield f"{option.opts[0]:<24} {option.envvar:<30} {shown}  ({source})"
        yield f"    {option.help}"
