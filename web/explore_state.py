"""The state of an explored picture, read from its address, and the addresses that one step leads to."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from urllib.parse import quote

from flask import request

from graph.errors import BadParameter
from graph.explore import STEP, Node, Offer, Opened, Picture, View, answered, opened
from graph.library import question
from graph.vocabulary import class_of, kind_word, shortened
from web import asked
from web.address import link
from web.protocol.answering import select
from web.service import store

THING, QUESTION, ROWS, OPEN, CLOSED, HIDE = "thing", "question", "rows", "open", "closed", "hide"
TO, LENS, AT = "to", "lens", "at"
OWN = (THING, QUESTION, ROWS, OPEN, CLOSED, HIDE, TO, LENS, AT, asked.PLACE, asked.AS_OF, asked.BASIS)
BESIDE = (HIDE, LENS, asked.PLACE, asked.AS_OF, asked.BASIS)
"""What is kept when a picture begins anew."""
MOST_LINKED = 400_000
"""Letters that the links of a picture may have together; beyond, the state stands once, in a form."""
HERE = "at"
"""The spot of the chosen thing in the picture."""


class State:
    """What the address says. Raises BadParameter, UnknownThing and UnknownQuestion when its parts are read."""

    @cached_property
    def things(self) -> tuple[str, ...]:
        """The beginnings that are named."""
        return tuple(value for value in _texts(THING) if value)

    @cached_property
    def question(self) -> str:
        return asked.text(QUESTION)

    @cached_property
    def answered(self) -> tuple[str, ...]:
        """All things that the question asked answers."""
        values = {name: asked.text(name) for name in request.args if request.args[name]}
        return answered(store(), self.question, values, asked.scope(), select) if self.question else ()

    @cached_property
    def rows(self) -> int:
        """How many of them the picture begins from."""
        given = asked.text(ROWS) or "1"
        if not given.isdecimal() or not 1 <= int(given[:4]) <= 999:
            raise BadParameter(ROWS, given[:40], "Skriv ett tal från 1 till 999.", "Write a number from 1 to 999.")
        return min(int(given) * STEP, len(self.answered))

    @cached_property
    def view(self) -> View:
        """What graph.explore is asked for."""
        opens = _texts(OPEN)
        return View(
            asked.scope(),
            (*self.things, *self.answered[: self.rows]),
            tuple(opened(OPEN, value) for value in opens if value) if opens else None,
            tuple(value for value in _texts(CLOSED) if value),
            frozenset(class_of(kind).rpartition("#")[2] for kind in _texts(HIDE) if kind),
            asked.text(TO) or None,
            asked.text(LENS),
        )

    def at(self, picture: Picture) -> Node | None:
        """The thing chosen; the one to begin from where it is alone."""
        given = asked.text(AT)
        for name in (given, f"{store().base}id/{given}"):
            if name in picture.by_address:
                return picture.by_address[name]
        return picture.nodes[0] if picture.nodes and len(picture.beginnings) == 1 and not given else None

    @cached_property
    def _given(self) -> dict[str, list[str]]:
        """The parameters that the next picture keeps: its own, and those of the question."""
        names = {parameter.name for parameter in question(self.question).parameters} if self.question else set()
        return {name: values for name, values in request.args.lists() if name in {*OWN, *names} and any(values)}

    def kept(self, *without: str) -> list[tuple[str, str]]:
        """The parameters that a form keeps, those it asks for left out."""
        return [(name, value) for name, values in self._given.items() if name not in without for value in values]

    def link(self, anchor: str | None = None, /, **changed: Any) -> str:
        """This picture with some parameters changed, or left out where the value is None."""
        values = self._given | changed
        if OPEN in request.args and OPEN not in values:
            values[OPEN] = [""]
        return link("explore.page_of", _anchor=anchor, **{name: value for name, value in values.items() if value})

    def chosen(self, address: str) -> str:
        """This picture with a thing chosen."""
        return f"{self._before_chosen}{AT}={quote(short(address), safe='/:')}#{HERE}"

    @cached_property
    def _before_chosen(self) -> str:
        """What those addresses have in common: made once, since a picture has many."""
        address = self.link(**{AT: None})
        return f"{address}{'&' if '?' in address else '?'}"

    def is_long(self, picture: Picture) -> bool:
        """Whether a link from each thing, all with the whole state, would be more than a page should carry."""
        return len(self._before_chosen) * len(picture.nodes) > MOST_LINKED

    def begun(self, address: str) -> str:
        """A picture that begins from a thing."""
        kept = {name: self._given[name] for name in BESIDE if name in self._given}
        return link("explore.page_of", **kept, **{THING: short(address)})

    def opening(self, picture: Picture, address: str, offer: Offer, steps: int) -> str:
        """This picture with a group opened so far; closed where ``steps`` is 0."""
        done = Opened(short(address), offer.group.key, steps)
        same = [(short(one.thing), one.group) == (done.thing, done.group) for one in picture.opened]
        after = [done if is_same else one for one, is_same in zip(picture.opened, same, strict=True)]
        every = after if any(same) else [*after, done]
        return self.link(HERE, **{OPEN: _written(every), AT: short(address)})

    def closing(self, picture: Picture, address: str) -> str:
        """This picture with a thing put away, or taken back where it is."""
        before = [short(one) for one in picture.closed]
        name = short(address)
        after = [one for one in before if one != name] if name in before else [*before, name]
        chosen = None if short(asked.text(AT)) == name else request.args.get(AT)
        return self.link(**{CLOSED: after, OPEN: _written(picture.opened), AT: chosen})

    def hiding(self, kind: str) -> str:
        """This picture without a kind, or with it again."""
        hidden = {kind_word(one) for one in self.view.hidden}
        return self.link(**{HIDE: sorted(hidden ^ {kind_word(kind)})})


def short(address: str) -> str:
    """A thing as an address writes it: ``goal/dhol-d2``."""
    return shortened(address, store().base) if address.startswith(store().base) else address


def _written(every: Iterable[Opened]) -> list[str]:
    """The groups as an address writes them; one empty value where none is opened, since no value opens the nearest."""
    written = [
        f"{short(one.thing)}~{one.group}{'' if one.steps == 1 else f'~{one.steps}'}" for one in every if one.steps
    ]
    return written or [""]


def _texts(name: str) -> list[str]:
    """Every value of a parameter."""
    values = [value.strip() for value in request.args.getlist(name)]
    for value in values:
        if len(value) > asked.LONGEST:
            most = (f"Högst {asked.LONGEST} tecken.", f"At most {asked.LONGEST} characters.")
            raise BadParameter(name, f"{value[:40]}…", *most)
    return values
