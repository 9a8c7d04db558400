"""Standard streams that are closed, full, or not read: no run ends for it, and no bug is said."""

import subprocess
import sys
from pathlib import Path

import pytest

from mi_print.resources import DOCS
from tests.conftest import Write
from tests.products import sample_layouts

RUN = "import sys; from mi_print.cli import main; sys.exit(main())"
FULL = """\
error missing: standard output can't be written: No space left on device
    name a file on a disk with room, or a program that reads it
"""
SMALL_PIPE = """
import fcntl, os, sys
fcntl.fcntl(1, fcntl.F_SETPIPE_SZ, 4096)
os.set_blocking(1, False)
os.execvp(sys.argv[1], sys.argv[1:])
"""
PAGE = "<!doctype html><html lang=en><head><title>T</title></head><body><p>A text"
CLOSED = FULL.replace("No space left on device", "Bad file descriptor")


def ended(shell: str, *arguments: object) -> tuple[int, str, str]:
    """Return exit code, output, and errors of a command of the shell in which "$@" is mi-print."""
    command = [sys.executable, "-c", RUN, *map(str, arguments)]
    done = subprocess.run(  # noqa: S603 - our own program
        ["bash", "-o", "pipefail", "-c", shell, "_", *command],  # noqa: S607 - where it is differs
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("shell", "code", "said"),
    [
        ('"$@" | true', 0, ""),
        ('"$@" | sh -c "exec <&-; sleep 0.5"', 0, ""),
        ('"$@" > /dev/full', 5, FULL),
        ('"$@" >&-', 5, CLOSED),
        ('"$@" > /dev/full 2>&1', 5, ""),
        ('"$@" >&- 2>&-', 5, ""),
        ('"$@" <&- 2>&- >/dev/null', 0, ""),
    ],
)
def test_output_that_nobody_takes(shell: str, code: int, said: str) -> None:
    assert ended(shell, "list", "--help") == (code, "", said)


@pytest.mark.parametrize(
    ("shell", "code", "said"), [('"$@" | true', 0, ""), ('"$@" > /dev/full', 5, FULL)]
)
def test_a_list_that_nobody_takes(shell: str, code: int, said: str) -> None:
    assert ended(shell, "list", "sizes") == (code, "", said)


@pytest.mark.parametrize("shell", ['"$@" 2>&-', '"$@" 2>/dev/full', '"$@" 2>&1 | true'])
def test_errors_that_nobody_takes(shell: str) -> None:
    assert ended(shell, "list", "nothing") == (2, "", "")


def test_an_encoding_without_the_letters() -> None:
    code, output, said = ended('PYTHONIOENCODING=ascii "$@"', "list", "sizes")
    assert (code, said) == (0, "")
    assert r"594 mm \xd7 841 mm" in output


def test_a_pipe_that_does_not_wait() -> None:
    shell = f"{sys.executable} -c '{SMALL_PIPE}' \"$@\" | (sleep 0.5; cat)"
    code, output, said = ended(shell, "explain", "layouts")
    assert (code, said) == (0, "")
    assert len(output.encode()) == (DOCS / "layouts.md").stat().st_size


def test_products_are_made_whoever_reads(write: Write, tmp_path: Path) -> None:
    people = "id,name\n1,Ada Sample\n"
    files = sample_layouts.project(sample_layouts.manifest(), sample_layouts.SIDE, people)
    manifest = sample_layouts.manifest(series="").replace("badges", "program")
    booklet = manifest.replace("4x3in", "half-letter")
    project = write(files | sample_layouts.layout_files("program", booklet, PAGE, ""))
    for command, shell, made in (
        ("all", '"$@" | true', {"cfp.pdf", "program.pdf", "badges.pdf"}),
        ("cfp", '"$@" <&- >&- 2>&-', {"cfp.pdf"}),
    ):
        out = tmp_path / command
        code, *_ = ended(shell, "--project", project, command, "--edition", "screen", "--out", out)
        assert code in {0, 3, 5}
        assert {path.name for path in out.rglob("*.pdf")} >= made
