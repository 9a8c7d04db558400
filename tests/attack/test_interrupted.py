"""Runs that are interrupted at any moment end at once, say so in a word, and leave nothing.

`tests/attack/interrupting.py` interrupts all commands as often as one likes.
"""

from pathlib import Path

import pytest

from tests.attack.interrupting import KINDS, interrupted, undisturbed
from tests.conftest import Write
from tests.products import sample_layouts

pytestmark = pytest.mark.skipif(
    not Path("/proc").is_dir(), reason="processes are looked up in Linux's /proc"
)
PEOPLE = "id,name\n1,Ada Sample\n"
PARTS = (0.1, 0.3, 0.5, 0.7, 0.9)
"""Of the time that a run takes, after which it is interrupted."""


@pytest.mark.parametrize(
    ("arguments", "first"), [(["init", "{out}"], 0), (["badges", "--out", "{out}"], 2)]
)
def test_an_interrupted_run_leaves_nothing(
    arguments: list[str], first: int, write: Write, tmp_path: Path
) -> None:
    project = write(sample_layouts.project(sample_layouts.manifest(), sample_layouts.SIDE, PEOPLE))
    command = undisturbed(["--project", str(project), *arguments], tmp_path / "cache")
    kinds = KINDS[first:] + KINDS[:first]
    wrong = {
        f"{kind} after {part} of the run": interrupted(command, kind, part * command.seconds)
        for kind, part in zip(kinds, PARTS, strict=True)
    }
    assert {case: found for case, found in wrong.items() if found} == {}
