"""The workshop's own products, each made once for all tests of a run.

The suite runs in several processes; whichever asks first makes the product,
and the others wait for it.
"""

import fcntl
import os
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.resources import BUNDLED


def made(factory: pytest.TempPathFactory, product: str, size: str | None = None) -> Path:
    """Return the folder with `print/` and `screen/` of a product in one size, or as ordered."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    name = f"made-{product}-{size or 'as-ordered'}"
    out = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            command = ["--project", str(BUNDLED), product, "--out", str(out)]
            assert main([*command, "--size", size] if size else command) == 0
    return out


def file(out: Path, edition: str) -> Path:
    """Return the one file of an edition in such a folder."""
    (found,) = (out / edition).glob("*.pdf")
    return found
