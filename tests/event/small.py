"""A small project without a fault, for tests that break one of its files."""

from collections.abc import Callable
from pathlib import Path

from mi_print.event.load import Loaded
from tests import small_workshop

WORKSHOP = (
    small_workshop.YAML
    + """\
people:
  - {id: ada, name: Ada, roles: [keynote]}
  - {id: bob, name: Bob, roles: [organizer]}
"""
)

PROGRAM = """\
sessions:
  - {id: key, start: "09:00", end: "10:00", kind: keynote, title: Opening, speakers: [ada]}
  - {id: post, start: "10:00", end: "11:00", kind: posters, title: Posters}
"""

Files = dict[str, str | bytes]
"""What stands in files of `data/`, by their names."""

Write = Callable[[Files], Path]
"""Writes the small project, with some files in place of its own, and returns its folder."""


def write_project(folder: Path, files: Files) -> None:
    """Write the small project into `folder`, with `files` in place of its own."""
    (folder / "data").mkdir(exist_ok=True)
    small: Files = {"workshop.yaml": WORKSHOP, "program.yaml": PROGRAM}
    for name, content in (small | files).items():
        raw = content if isinstance(content, bytes) else content.encode()
        (folder / "data" / name).write_bytes(raw)


def said_of(loaded: Loaded) -> list[str]:
    """Return the lines of all problems, as they are printed."""
    return [line for problem in loaded.all_problems for line in str(problem).split("\n")]
