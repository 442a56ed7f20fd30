"""The kinds of things, as words in addresses and headings."""

from graph.coverage import coverage
from graph.network import LAYERS
from graph.question import things
from graph.threads import plans
from graph.vocabulary import RT, kind_word, shortened
from web.language import alphabetical
from web.service import service, store
from web.term import Shown, named

KINDS = {kind_word(cls): cls for layer in LAYERS for cls in layer}
"""The kinds that have a list of their own, each with its class."""


def counts() -> dict[str, int]:
    """How many things there are of each kind that has any."""
    found = {kind: len(things(store(), kind)) for kind in KINDS}
    return {kind: count for kind, count in found.items() if count}


def listed(kind: str) -> list[Shown]:
    """The things of a kind in alphabetical order."""
    return sorted((named(iri) for iri in things(store(), kind)), key=lambda s: alphabetical(s.text))


def options(kinds: tuple[str, ...], language: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The choices of a form: for each kind, by name, its things as value, name and language of the name."""
    labels = service().labels
    prefix = f"{store().base}id/"
    groups = []
    for kind in kinds:
        named_things = [
            (iri.removeprefix(prefix), labels.name(iri, language), labels.language_of(iri, language))
            for iri in things(store(), kind)
        ]
        groups.append((labels.name(RT + KINDS[kind], language), sorted(named_things, key=lambda n: alphabetical(n[1]))))
    return groups


def strategies(language: str) -> list[tuple[str, str, str]]:
    """The strategies that set out goals, as value, name and language of the name."""
    known = {strategy for set_out_in in coverage(store()).goals.values() for strategy in set_out_in}
    base = f"{store().base}id/"
    return [one for one in options(("strategy",), language)[0][1] if base + one[0] in known]


def beginnings(language: str) -> list[tuple[str, str, str]]:
    """The plans that set out goals, as value, name and language of the name."""
    labels = service().labels
    listed = (
        (shortened(one, store().base), labels.name(one, language), labels.language_of(one, language))
        for one in plans(store())
    )
    return sorted(listed, key=lambda one: alphabetical(one[1]))
