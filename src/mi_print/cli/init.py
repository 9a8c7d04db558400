"""`mi-print init`: start a project."""

import shlex
from pathlib import Path

from mi_print.cli.report import hand_out
from mi_print.errors import ExitCode
from mi_print.event.starter import start_project


def init(folder: Path) -> int:
    """Start a project in the folder and say what comes next."""
    for path in start_project(folder):
        hand_out(str(folder / path.relative_to(folder.resolve())))
    hand_out(f"\nNow write your workshop into {folder / 'data'}, and then:")
    for command in ("check", "all"):
        hand_out(f"    mi-print --project {shlex.quote(str(folder))} {command}")
    return ExitCode.DONE
