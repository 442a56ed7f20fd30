"""rodatraden journal: what was changed at run time, when, by whom and how much."""

import click

from graph.errors import StoreError
from graph.journal import Change, Journal
from graph.setting import Setting

NOTHING = {"sv": "Ingenting har ändrats.", "en": "Nothing was changed."}


@click.command(help="List the changes of the journal that --journal names, the oldest first, and see that it is whole.")
@click.pass_obj
def command(setting: Setting) -> None:
    if setting.journal is None:
        raise StoreError(
            "Ange journalens mapp med --journal eller RODATRADEN_JOURNAL.",
            "Give the folder of the journal with --journal or RODATRADEN_JOURNAL.",
        )
    changes = Journal(setting.journal).changes
    click.echo("\n".join(map(_line, changes)) or NOTHING[setting.language])


def _line(change: Change) -> str:
    patch = change.patch
    counts = f"+{len(patch.added)} −{len(patch.removed)}"
    return (
        f"{change.at.isoformat(timespec='seconds')}  {change.by} ({change.role})  {change.what}  {counts}  {change.id}"
    )
