"""What was changed at run time: an append-only journal of RDF Patches, one checked file for every accepted change.

The journal is the truth beside data/: the store and every index are made from both and can be thrown away. A change is
written and synced before anything else happens, so nothing that was acknowledged is lost.
"""

from graph.journal.change import Change
from graph.journal.folder import Journal
from graph.journal.patch import Patch, replayed

__all__ = ["Change", "Journal", "Patch", "replayed"]
