"""The command line: arguments, progress, problems and exit codes; no logic."""

from mi_print.cli.app import main

__all__ = ["main"]
