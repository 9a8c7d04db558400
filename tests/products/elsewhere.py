"""mi-print in a process and surroundings of its own: the same bytes must come out."""

import os
import subprocess
import sys
from pathlib import Path

SURROUNDINGS = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANGUAGE": "de"}
START = "if __name__ == '__main__': from mi_print.cli import main; raise SystemExit(main())"


def make_elsewhere(project: Path, out: Path, *command: str) -> None:
    """Run a command of a project, whose files go to `out`; it must succeed."""
    options = ["--project", str(project), *command, "--out", str(out)]
    run = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", START, *options],
        cwd=out,
        env=os.environ | SURROUNDINGS,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
