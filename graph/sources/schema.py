"""The schema of the tables, read from data/vocabulary/shapes.ttl.

A node shape is a kind of table, its property shapes are the columns (SHACL, https://www.w3.org/TR/shacl/).
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from rdflib import RDF, RDFS, SH, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from graph.errors import BrokenData, Problem
from graph.vocabulary import RT as RT_NAMESPACE
from graph.vocabulary import SHAPES

RT = Namespace(RT_NAMESPACE)
PASSAGE = URIRef(RT_NAMESPACE + "passage")


@dataclass(frozen=True)
class Column:
    """One column of a table: the header in Swedish and English, and what its cells may hold."""

    header: str
    header_en: str
    path: URIRef
    classes: tuple[URIRef, ...] = ()
    datatypes: tuple[URIRef, ...] = ()
    language: str | None = None
    required: bool = False
    most: int | None = None
    any_thing: bool = False
    order: int = 0
    message: str = ""
    message_en: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of thing: its name in files and addresses, its class and its columns in order."""

    name: str
    cls: URIRef
    columns: tuple[Column, ...]
    evidenced: bool

    def column(self, header: str) -> Column | None:
        return next((c for c in self.columns if c.header == header), None)


def kind_name(cls: URIRef) -> str:
    """The class name as a word with hyphens.

    >>> kind_name(URIRef("https://w3id.org/rodatraden/ns#TargetGroup"))
    'target-group'
    """
    return re.sub(r"(?<!^)([A-Z])", r"-\1", str(cls).removeprefix(RT_NAMESPACE)).lower()


class Schema:
    """The vocabulary, the small schemes and the shapes, read once; raises BrokenData."""

    def __init__(self, folder: Path) -> None:
        self.vocabulary = _turtle(folder / "ontology.ttl") + _turtle(folder / "schemes.ttl")
        self.shapes = _turtle(folder / "shapes.ttl")

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kinds of tables by name; kinds without named columns (Passage, Mapping) are none."""
        kinds = (self._kind(shape) for shape in self.shapes.subjects(RDF.type, SH.NodeShape))
        return {kind.name: kind for kind in sorted(kinds, key=lambda k: k.name) if kind.columns}

    @cached_property
    def concepts(self) -> dict[str, set[str]]:
        """The names allowed for each class of the small schemes: {"Level": {"national", …}}."""
        names: dict[str, set[str]] = {}
        for concept, cls in self.vocabulary.subject_objects(RDF.type):
            prefix = f"{RT_NAMESPACE}{kind_name(URIRef(str(cls)))}-"
            if str(cls).startswith(RT_NAMESPACE) and str(concept).startswith(prefix):
                names.setdefault(str(cls).removeprefix(RT_NAMESPACE), set()).add(str(concept).removeprefix(prefix))
        return names

    @cache  # noqa: B019 (a schema lives as long as the reading it serves)
    def above(self, term: URIRef, relation: URIRef = RDFS.subPropertyOf) -> list[URIRef]:
        """The super-properties (or super-classes) of a term, nearest first, without itself."""
        return [t for t in self.vocabulary.transitive_objects(term, relation) if t != term and isinstance(t, URIRef)]

    def _kind(self, shape: Node) -> Kind:
        cls = URIRef(str(self.shapes.value(shape, SH.targetClass)))
        paths = list(self.shapes.objects(shape, SH.property))
        columns = [self._column(p) for p in paths if (p, SH.name, None) in self.shapes]
        evidenced = URIRef(SHAPES + "passage") in paths
        ordered = tuple(sorted((c for c in columns if c.path != PASSAGE), key=lambda c: c.order))
        return Kind(kind_name(cls), cls, ordered, evidenced)

    def _column(self, shape: Node) -> Column:
        language = self.shapes.value(shape, RT.columnLanguage)
        most = self.shapes.value(shape, SH.maxCount)
        return Column(
            header=self._in(shape, SH.name, "sv"),
            header_en=self._in(shape, SH.name, "en"),
            path=URIRef(str(self.shapes.value(shape, SH.path))),
            classes=self._alternatives(shape, SH["class"]),
            datatypes=self._alternatives(shape, SH.datatype) or ((RDF.langString,) if language else ()),
            language=str(language) if language else None,
            required=(shape, SH.minCount, None) in self.shapes,
            most=None if most is None else int(str(most)),
            any_thing=(shape, SH.nodeKind, SH.IRI) in self.shapes,
            order=int(str(self.shapes.value(shape, SH.order))),
            message=self._in(shape, SH.message, "sv"),
            message_en=self._in(shape, SH.message, "en"),
        )

    def _alternatives(self, shape: Node, constraint: URIRef) -> tuple[URIRef, ...]:
        """The classes or datatypes a value may have, given directly or in a sh:or."""
        either = self.shapes.value(shape, SH["or"])
        members = [] if either is None else list(Collection(self.shapes, either))
        return tuple(URIRef(str(o)) for s in (shape, *members) for o in self.shapes.objects(s, constraint))

    def _in(self, shape: Node, predicate: URIRef, language: str) -> str:
        texts = self.shapes.objects(shape, predicate)
        return next((str(t) for t in texts if isinstance(t, Literal) and t.language == language), "")


def _turtle(path: Path) -> Graph:
    name = f"{path.parent.name}/{path.name}"
    try:
        return Graph().parse(data=path.read_text("utf-8"), format="turtle")
    except BadSyntax as error:
        reason = str(error).splitlines()[1]
        problem = Problem(
            name, error.lines + 1, None, f"Filen är inte Turtle: {reason}", f"The file is not Turtle: {reason}"
        )
    except UnicodeDecodeError:
        problem = Problem(name, None, None, "Filen är inte UTF-8.", "The file is not UTF-8.")
    except OSError as error:
        problem = Problem(
            name, None, None, f"Filen går inte att läsa: {error.strerror}.", f"Cannot be read: {error.strerror}."
        )
    raise BrokenData([problem])
