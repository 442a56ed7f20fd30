"""``python -m graph``: the command line without ``serve``."""

from graph.commandline import main

main(prog_name="rodatraden")
