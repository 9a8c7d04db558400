"""`mi-print init`: start a project."""

import shlex
from pathlib import Path

from mi_print.cli.terminal import print_result
from mi_print.errors import ExitCode
from mi_print.event.starter import start_project


def init(folder: Path) -> int:
    """Start a project in the folder and print the next commands."""
    for path in start_project(folder):
        print_result(str(folder / path.relative_to(folder.resolve())))
    print_result(f"\nNow write your workshop into {folder / 'data'}, and then:")
    for command in ("check", "all"):
        print_result(f"    mi-print --project {shlex.quote(str(folder))} {command}")
    return ExitCode.DONE
