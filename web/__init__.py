"""The conversation: requests in, pages out.

One module per page in ``web/pages``, with a template and a test of the same name. What a gap is, how the graph is
asked and what its statements mean is decided in ``graph``; here it is only shown.
"""
