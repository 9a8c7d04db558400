"""The workshop's own event, and its products, each made once for all tests of a run.

The suite runs in several processes; whichever asks first makes a product, and
the others wait for it.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.event.load import load
from mi_print.event.model import Event
from mi_print.resources import BUNDLED

PEOPLE = ("been-kim", "stella-biderman", "neel-nanda", "kayo-yin", "ekdeep-singh-lubana")
"""Whose badges are looked at: each role, with a given name and without."""

ONLY_PEOPLE = tuple(part for person in PEOPLE for part in ("--only", person))
"""The options of `badges` for these."""


@cache
def workshop_event() -> Event:
    """Return the workshop's own event."""
    event = load(BUNDLED).event
    assert event is not None
    return event


def made(
    factory: pytest.TempPathFactory, product: str, size: str | None = None, *options: str
) -> Path:
    """Return the folder with `print/` and `screen/` of a product in one size, or as ordered.

    Further options of the command, such as another shop, make a product of their own.
    """
    with shared(factory, "-".join(("made", product, size or "as-ordered", *options))) as out:
        if not out.exists():
            command = ["--project", str(BUNDLED), product, "--out", str(out)]
            sized = ["--size", size] if size else []
            assert main([*command, *sized, *options]) == 0
    return out


@contextmanager
def shared(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """Yield a folder for all processes of a run, which one of them at a time makes or looks at."""
    base = factory.getbasetemp()
    folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder / name


def file(out: Path, edition: str) -> Path:
    """Return the one file of an edition in such a folder."""
    (found,) = (out / edition).glob("*.pdf")
    return found
