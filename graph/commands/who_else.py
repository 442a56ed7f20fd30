"""rodatraden who-else: who, elsewhere, does something about the same."""

import click

from graph import options
from graph.coverage import Scope
from graph.exports import Table, headings
from graph.labels import Labels, labels, lowered
from graph.need.words import status_word
from graph.question import day
from graph.setting import Setting
from graph.who_else import WHO_COLUMNS, Proposal, WhoElse, shared_in_words, who_else, who_rows

HELP = """Activities and interventions elsewhere that share something with a GOAL (slug or address), the nearest first.

Nearness: the same goal, a goal under the same larger goal, the same, a narrower or a broader target group, the same
focus area, then the better status.
"""
WORDS = {
    "title": {"sv": "Vem mer?", "en": "Who else?"},
    "activities": {"sv": "Aktiviteter på annat håll", "en": "Activities elsewhere"},
    "interventions": {"sv": "Insatser/metoder de använder", "en": "Interventions they use"},
    "none": {"sv": "ingen registrerad", "en": "none recorded"},
    "no place": {"sv": "plats okänd", "en": "place unknown"},
    "no responsible": {"sv": "ingen ansvarig registrerad", "en": "no responsible recorded"},
    "responsible": {"sv": "ansvarig", "en": "responsible"},
    "used": {"sv": "aktiviteter: {}, platser: {}", "en": "activities: {}, places: {}"},
}


@click.command(help=HELP)
@click.argument("goal")
@click.option("--place", help="Where the gap is: SCB code or address. Elsewhere is everywhere else.")
@click.option("--target-group", help="For whom the gap is: slug or address; those of the goal if not given.")
@options.as_of
@options.basis
@click.option("--most", type=int, default=20, show_default=True, help="At most so many of each.")
@options.file_format
@click.pass_obj
def command(
    setting: Setting,
    goal: str,
    place: str | None,
    target_group: str | None,
    as_of: str,
    basis: str,
    most: int,
    suffix: str,
) -> None:
    store = options.opened(setting)
    scope = Scope(day("as-of", as_of, setting.today), basis, place=place, target_group=target_group)
    found = who_else(store, goal, scope, most)
    words = labels(store)
    table = _table(found, store.version, words, setting.language)
    options.write(table, suffix, _lines(found, words, setting.language))


def _lines(found: WhoElse, words: Labels, language: str) -> list[str]:
    lines = [words.name(found.goal, language), ""]
    lines.append(_heading("activities", len(found.activities), found.all_activities, language))
    for number, one in enumerate(found.activities, 1):
        lines.append(f"  {number}. {words.name(one.activity, language)}")
        lines += [
            f"     {text}" for text in (_about(one, words, language), shared_in_words(one.shared, words, language))
        ]
    lines += ["", _heading("interventions", len(found.interventions), found.all_interventions, language)]
    for number, offer in enumerate(found.interventions, 1):
        used = WORDS["used"][language].format(len(offer.activities), len(offer.places))
        lines.append(f"  {number}. {words.name(offer.intervention, language)}, {used}")
        lines.append(f"     {shared_in_words(offer.shared, words, language)}")
    return lines


def _heading(name: str, shown: int, there_are: int, language: str) -> str:
    many = f"{shown}/{there_are}" if there_are else WORDS["none"][language]
    return f"{WORDS[name][language]} ({many})"


def _about(one: Proposal, words: Labels, language: str) -> str:
    """Where it is, who answers for it, and its status."""
    where = " / ".join(words.name(place, language) for place in one.places) or WORDS["no place"][language]
    who = " / ".join(words.name(actor, language) for actor in one.responsible)
    told = f"{WORDS['responsible'][language]}: {who}" if who else WORDS["no responsible"][language]
    return f"{where}; {told}; {lowered(status_word(one.status, words, language))}"


def _table(found: WhoElse, version: str, words: Labels, language: str) -> Table:
    about, named = {**found.about, "version": version}, headings(WHO_COLUMNS, language)
    return Table("who-else", WORDS["title"][language], who_rows(found, words, language), named, words, language, about)
