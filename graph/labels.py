"""The names of things and of columns, in the reader's language.

Questions answer with addresses; the names are added here, once, for every format. Swedish is the language
of the documents: a thing without a name in the language asked for keeps the one it has.
"""

from collections.abc import Iterable, Iterator

from graph.answer import Iri, Literal, Term, Triple
from graph.question import Question
from graph.store import Store, kept
from graph.vocabulary import RDFS_LABEL, RT, shortened

NAMES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?thing ?name WHERE { ?thing rdfs:label ?name }
"""


QUOTES = {"sv": "”{}”", "en": "“{}”"}


def quoted(text: str, language: str) -> str:
    """The text in the quotation marks of a language.

    >>> quoted("Mål", "sv"), quoted("Goal", "en")
    ('”Mål”', '“Goal”')
    """
    return QUOTES[language].format(text)


def lowered(text: str) -> str:
    """The text with a small first letter, to stand inside a sentence.

    >>> lowered("Ingen aktivitet registrerad")
    'ingen aktivitet registrerad'
    """
    return f"{text[:1].lower()}{text[1:]}"


class Labels:
    """The names of all things in the graph."""

    def __init__(self, store: Store) -> None:
        self._base = store.base
        self._names: dict[str, dict[str, str]] = {}
        for row in store.select(NAMES):
            name = row["name"]
            language = getattr(name, "language", "") or ""
            self._names.setdefault(str(row["thing"]), {}).setdefault(language, str(name))

    def name(self, iri: str, language: str = "sv") -> str:
        """The name of a thing; its shortened address where it has none."""
        names = self._names.get(iri, {})
        return names.get(language) or names.get("sv") or next(iter(names.values()), "") or shortened(iri, self._base)

    def language_of(self, iri: str, language: str = "sv") -> str:
        """The language that ``name`` answers in, "" where it is an address."""
        names = self._names.get(iri, {})
        return language if language in names else "sv" if "sv" in names else next(iter(names), "")

    def statements(self, terms: Iterable[Term]) -> Iterator[Triple]:
        """The names of those of the terms that have any, in every language, as RDF."""
        for term in sorted({term for term in terms if isinstance(term, Iri)}):
            for language, name in self._names.get(term.text, {}).items():
                yield term, Iri(RDFS_LABEL), Literal(name, language=language)

    def shown(self, term: Term | None, language: str = "sv") -> str:
        """A term as a person reads it."""
        return "" if term is None else self.name(term.text, language) if isinstance(term, Iri) else str(term)

    def column(self, question: Question, name: str, language: str = "sv") -> str:
        """The heading of a column or parameter: the question's word, else the vocabulary's."""
        own = question.columns.get(name) or next((p.words for p in question.parameters if p.name == name), {})
        if language in own:
            return own[language]
        for term in (RT + name[0].upper() + name[1:], RT + name):
            if term in self._names:
                word = self.name(term, language)
                return word[0].upper() + word[1:]
        return name


@kept
def labels(store: Store) -> Labels:
    """The names of this store, read once."""
    return Labels(store)
