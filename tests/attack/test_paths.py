"""Names that lead nowhere, are too long, or hold what no name should: a problem, exit 2 or 3."""

import contextlib
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from tests.conftest import Write

Capture = pytest.CaptureFixture[str]
LONG = "x" * 300
ODD = os.fsdecode(b"n\xff\xfe")
FORGING = "a\ndata/workshop.yaml:1:1: error forged: you\x1b[31m\u202e"
GIVEN = [
    ("--project", "{}", "check"),
    ("--project", "{}", "list", "layouts"),
    ("--project", "{project}", "badges", "--attendees", "{}"),
    ("--project", "{project}", "cfp", "--edition", "screen", "--out", "{}"),
    ("preflight", "{}"),
    ("preflight", "{project}/data/print.yaml", "--report", "{}"),
    ("schema", "{}"),
    ("init", "{}"),
]


def ended(arguments: tuple[str, ...], project: Path, name: str, capsys: Capture) -> tuple[int, str]:
    code = main([each.replace("{project}", str(project)).replace("{}", name) for each in arguments])
    output = capsys.readouterr()
    return code, output.out + output.err


@pytest.mark.parametrize("arguments", GIVEN, ids=lambda given: given[-1] + given[0])
def test_names_that_lead_nowhere(
    arguments: tuple[str, ...], write: Write, tmp_path: Path, capsys: Capture
) -> None:
    project = write({})
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("mine", "utf-8")
    for name in ("loop", "loop/in", LONG, f"{LONG}/{LONG}", "file/in", "y/" * 2100):
        code, said = ended(arguments, project, str(tmp_path / name), capsys)
        assert code in ({0, 2, 3} if "list" in arguments else {2, 3}), said
        assert "a bug" not in said


@pytest.mark.parametrize("arguments", GIVEN, ids=lambda given: given[-1] + given[0])
def test_names_that_forge_or_are_no_text(
    arguments: tuple[str, ...], write: Write, tmp_path: Path, capsys: Capture
) -> None:
    project = write({})
    for name in (ODD, FORGING):
        code, said = ended(arguments, project, str(tmp_path / name), capsys)
        assert code in {0, 2, 3, 4}, said
        assert not re.search(
            r"^data/workshop.yaml:1:1|[\x1b\u202e\ud800-\udfff]", said, re.MULTILINE
        )


def fifo(path: Path) -> None:
    os.mkfifo(path)


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as door, contextlib.chdir(path.parent):
        door.bind(path.name)  # the whole path may be longer than such a name may be


def loop(path: Path) -> None:
    path.symlink_to(path.name)


@pytest.mark.parametrize("make", [fifo, listening, loop, Path.mkdir])
@pytest.mark.parametrize(
    "file", ["data/workshop.yaml", "data/print.yaml", "layouts/cfp/layout.yaml", "layouts", "data"]
)
def test_what_is_no_file(
    file: str, make: Callable[[Path], None], write: Write, capsys: Capture
) -> None:
    project = write({})
    path = project / file
    path.rename(project / "away")
    make(path)
    flyer = ("--project", "{project}", "cfp", "--edition", "screen")
    code, said = ended(flyer, project, "", capsys)
    assert code in {2, 3} or file == "layouts", said
    assert "a bug" not in said
