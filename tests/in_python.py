"""Runs code in an interpreter of its own."""

import os
import subprocess
import sys


def run(code: str, **environment: str) -> str:
    """Return what the code prints; the environment is what is given and where modules are."""
    paths = {"PYTHONPATH": os.environ["PYTHONPATH"]} if "PYTHONPATH" in os.environ else {}
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code],
        env=paths | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
