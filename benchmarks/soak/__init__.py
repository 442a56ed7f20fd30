"""An hour of everything at once: ``python -m benchmarks.soak [--minutes 60] [--out FILE] [-- OPTIONS OF SERVE]``.

A leak, a worker that is lost or a queue that never empties shows only under a load that is mixed and lasts. So the
service runs as ``rodatraden serve`` does, on the shipped data, while readers, analysts, stewards who write, attackers,
clients that leave and slow clients ask at the same time (``kinds`` has the table of them). What answers otherwise than
its kind of request is meant to is an error, and told with its time. Memory, processes and open files are sampled while
it lasts; in the end everything has to be as it was before. Prints a report in Markdown; exits with 1 where something
was not as intended.
"""
