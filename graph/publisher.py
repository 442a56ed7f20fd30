"""Who answers for the data: nothing in the data tells, so it is a setting."""

import re
from dataclasses import dataclass

from graph.errors import BadParameter

PUBLISHER_KIND = "http://purl.org/adms/publishertype/"
PUBLISHER_KINDS = (
    "NationalAuthority",
    "RegionalAuthority",
    "LocalAuthority",
    "Academia-ScientificOrganisation",
    "NonGovernmentalOrganisation",
    "NonProfitOrganisation",
    "Company",
    "IndustryConsortium",
    "StandardisationBody",
    "SupraNationalAuthority",
)
"""The kinds of organisation of DCAT-AP-SE (ADMS); a private person publishes nothing here."""


@dataclass(frozen=True)
class Publisher:
    """The organisation that answers for the data, and how to reach it: a function's address, never a person's.

    ``kind`` is one of PUBLISHER_KINDS. Raises BadParameter for a homepage or an address that is none.

    >>> Publisher("Region Exempel", email="data@example.org").kind is None
    True
    """

    name: str
    kind: str | None = None
    homepage: str | None = None
    email: str | None = None

    def __post_init__(self) -> None:
        if self.homepage and not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", self.homepage):
            expected = ("Skriv en adress som https://example.org/.", "Write an address like https://example.org/.")
            raise BadParameter("publisher-homepage", self.homepage, *expected)
        if self.email and not re.fullmatch(r"[\w.+-]+@[\w.-]+", self.email, re.ASCII):
            expected = ("Skriv en adress som data@example.org.", "Write an address like data@example.org.")
            raise BadParameter("publisher-email", self.email, *expected)
