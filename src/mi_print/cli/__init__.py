"""The door: arguments in, files and problems out, an exit code at the end."""

from mi_print.cli.app import main

__all__ = ["main"]
