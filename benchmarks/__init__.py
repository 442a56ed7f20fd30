"""How fast and how large: a synthetic national graph, and every engine on the same questions.

``python -m benchmarks.run`` writes docs/benchmarks.json and docs/benchmarks.md.
"""
