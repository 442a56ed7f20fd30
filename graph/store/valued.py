"""Values for the parameters of a query where none can be bound: BIND in every group that needs them.

A value given to a group is not seen by the groups inside it when these filter or subtract; so every group that
mentions a parameter is given its value, as its first line (docs/decisions/0023 says why not with VALUES). The text is
cut into the tokens of SPARQL, so that a brace in a string, a comment or a block of data is none of a group. Values
come as the engine writes terms, so none can end early.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.store.embedded import written
from graph.store.engine import Bindings
from graph.store.guard import TOKEN


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    for match in TOKEN.finditer(text):
        if match.lastgroup != "comment":
            yield Token(match.lastgroup or "", match[0], match.start(), match.end())


@dataclass
class _Group:
    """What stands between two braces; the text as a whole is one too."""

    start: int
    is_select: bool = False
    is_given: bool = True
    """Whether the values it mentions are written in it; a SELECT and a block of data have no place for them."""
    mentioned: list[str] = field(default_factory=list)

    def inside(self, start: int, word: str) -> "_Group":
        """A group that begins in this one, after this word."""
        if word == "EXISTS":
            return _Group(start, is_given=False, mentioned=self.mentioned)
        return _Group(start, is_given=word != "VALUES", mentioned=[*self.mentioned] if self.is_select else [])


def valued(text: str, values: Bindings) -> str:
    """The text with the values in every group that mentions their variable.

    >>> from graph.answer import Iri
    >>> valued("SELECT ?a ?b WHERE { ?a ?p ?b MINUS { ?a ?q ?c . FILTER(?c = ?b) } }", {"b": Iri("urn:b")})
    'SELECT ?a ?b WHERE { BIND(<urn:b> AS ?b) ?a ?p ?b MINUS { BIND(<urn:b> AS ?b) ?a ?q ?c . FILTER(?c = ?b) } }'
    """
    for group in sorted(_groups(text), key=lambda group: group.start, reverse=True):
        names = [name for name in dict.fromkeys(group.mentioned) if name in values]
        if names:
            indent = re.match(r"\n\s*", text[group.start :])
            given = "".join(f"{indent[0] if indent else ' '}BIND({written(values[name])} AS ?{name})" for name in names)
            text = text[: group.start] + given + text[group.start :]
    return text


def _groups(text: str) -> list[_Group]:
    """The groups of patterns, each with the variables that stand in it.

    Those of a SELECT stand in its WHERE, those of an EXISTS in the group around it, which hands it what is bound.
    """
    found: list[_Group] = []
    open_groups = [_Group(0, is_select=True)]
    before = ""
    for token in tokens(text):
        here = open_groups[-1]
        if token.text == "{":
            group = here.inside(token.end, before)
            open_groups.append(group)
            found.append(group)
        elif token.text == "}":
            open_groups.pop()
        elif token.kind == "variable":
            here.mentioned.append(token.text[1:])
        elif token.text.upper() == "SELECT" and before == "{":
            here.is_select, here.is_given = True, False
        if token.kind == "word" or token.text == "{":
            before = token.text.upper()
    return [group for group in found if group.is_given]
