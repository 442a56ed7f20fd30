"""The meaning of Röda tråden: facts in, answers out.

Arrows point one way: errors, vocabulary ← dates, answer, question, sources ← store ← coverage,
network, exports, check ← commands. Nothing here knows the web, reads the clock or the environment
by itself; the commands hand those in.
"""

__version__ = "0.1.0"
