"""A run that is ended by a signal leaves no process, no file and no scratch folder."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[dict[str, str]], Path]

ROWS = "".join(f"S-{number},Ada Sample {number}\n" for number in range(700))
RUN = """\
import signal, sys
from mi_print.cli import main
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup it is ignored
sys.exit(main())
"""
PATIENCE = 60.0


def begun(project: Path, scratch: Path) -> subprocess.Popen[str]:
    """Return a run whose preflight is at work."""
    command = [sys.executable, "-c", RUN, "--project", str(project), "badges", "--edition", "print"]
    run = subprocess.Popen(  # noqa: S603 - our own program
        command,
        env=os.environ | {"TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until(lambda: any(scratch.rglob("in.pdf")))
    return run


def until(told: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not told():
        assert time.monotonic() < end
        time.sleep(0.02)


def left(scratch: Path) -> list[str]:
    """Return the processes of a run, which know its scratch folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            known = str(scratch).encode() in (process / "environ").read_bytes()
        except OSError:
            continue  # it has ended, or is somebody else's
        found += [process.name] if known else []
    return found


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in Linux's /proc")
@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_nothing_is_left(write: Write, tmp_path: Path, kind: signal.Signals) -> None:
    project = write({"data/attendees.csv": f"id,name\n{ROWS}"})
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    run = begun(project, scratch)
    run.send_signal(kind)
    _, said = run.communicate(timeout=PATIENCE)
    until(lambda: not left(scratch))
    assert not list((project / "output").rglob("*.*"))
    assert not list(scratch.iterdir())
    if kind is not signal.SIGKILL:  # of which a process is not told
        assert (run.returncode, said) == (130, "interrupted\n")
