"""What can be chosen for a parameter of a question, in groups; a list too long for a menu is typed, with proposals."""

from dataclasses import dataclass

from graph.question import Parameter, wholes
from web.kinds import options
from web.language import alphabetical
from web.service import service, store

MOST = 400
"""Things a menu may have. All counties and municipalities fit."""
Choice = tuple[str, str, str]
"""The value, its name, and the language of the name."""
Groups = list[tuple[str, list[Choice]]]


@dataclass(frozen=True)
class Choices:
    """The groups, each with its heading."""

    groups: Groups

    @property
    def is_long(self) -> bool:
        return sum(len(choices) for _, choices in self.groups) > MOST

    def chosen(self, given: str) -> str:
        """The value of the choice that a text means, as value, slug or address; the text where it is none."""
        short = given.removeprefix(f"{store().base}id/")
        values = (value for _, choices in self.groups for value, *_ in choices)
        return next((value for value in values if short in (value, value.partition("/")[2])), given)


def choices(parameter: Parameter, language: str) -> Choices:
    """Those of a parameter: by kind, and places by what they are part of."""
    found = options(parameter.types, language)
    return Choices(
        [group for kind, one in zip(parameter.types, found, strict=True) for group in _split(kind, one, language)]
    )


def _split(kind: str, group: tuple[str, list[Choice]], language: str) -> Groups:
    """Places stand below the place they are part of; the largest, and those just below them, come first."""
    if kind != "place":
        return [group]
    heading, places = group
    whole = wholes(store())
    base = f"{store().base}id/"
    below: dict[str, list[Choice]] = {}
    for one in places:
        place = whole.get(base + one[0], "")
        below.setdefault(place if place in whole else "", []).append(one)
    labels = service().labels
    named = ((labels.name(place, language), found) for place, found in below.items() if place)
    return [(heading, below.get("", [])), *sorted(named, key=lambda named: alphabetical(named[0]))]
