"""A machine that is broken, full, or poor: exit code 5 and what it lacks, and no file is blamed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mi_print.cli import main
from tests.conftest import Write

RUN = "import sys; from mi_print.cli import main; sys.exit(main())"
LIMITED = "import os, resource, sys\nresource.setrlimit(resource.{}, ({},) * 2)\n" + RUN
BROKEN = {
    "fails": "exit 1",
    "is killed": "kill -9 $$",
    "makes nothing": "exit 0",
}


def ended(project: Path, *arguments: str, code: str = RUN, **surroundings: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, "--project", str(project), *arguments],
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_ghostscript(
    how: str,
    write: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    program = tmp_path / "bin" / "gs"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{BROKEN[how]}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    assert main(["--project", str(write({})), "cfp", "--edition", "print"]) == 5
    said = capsys.readouterr().err
    assert f"error missing: {program} does not work on this machine: " in said
    assert "NOT FIT" not in said


def test_too_little_room(write: Write) -> None:
    project = write({})
    code, said = ended(
        project, "cfp", "--edition", "screen", code=LIMITED.format("RLIMIT_FSIZE", 1000)
    )
    assert code == 5
    assert "error missing: " in said
    assert not [*project.rglob("*.pdf"), *project.rglob(".*.pdf*")]


@pytest.mark.parametrize("files", [8, 10, 12])
def test_few_open_files(files: int, write: Write) -> None:
    code, said = ended(
        write({}), "cfp", "--edition", "print", code=LIMITED.format("RLIMIT_NOFILE", files)
    )
    assert code == 5 or (code, said) == (0, "")
    assert "NOT FIT" not in said
    assert "a bug" not in said


def test_half_a_schema_is_none(tmp_path: Path) -> None:
    code, said = ended(
        tmp_path, "schema", str(tmp_path / "in"), code=LIMITED.format("RLIMIT_FSIZE", 1000)
    )
    assert code == 5
    assert said.endswith(
        "can't be written: File too large\n"
        "    let files be larger (ulimit -f), or choose another folder\n"
    )
    assert not list((tmp_path / "in").iterdir())


def test_surroundings_that_say_nothing(write: Write) -> None:
    nowhere = {"HOME": "", "TMPDIR": "/nowhere", "XDG_CACHE_HOME": "/proc/none", "TERM": ""}
    plain = {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii", "COLUMNS": "1"}
    screen = ("cfp", "--edition", "screen")
    assert ended(write({}), *screen, **nowhere, **plain, SOURCE_DATE_EPOCH="0") == (0, "")
