"""No process is forked once it has loaded a library that starts threads."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Write = Callable[[dict[str, str]], Path]

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="libraries are read from Linux's /proc")

RUN = "import sys; from mi_print.cli import main; sys.exit(main(sys.argv[1:]))"
NOTE = """\
import os

def note():
    with open("/proc/self/maps") as file:
        maps = file.read()
    threads = len(os.listdir("/proc/self/task"))
    found = [name for name in ("libpango", "libgobject") if name in maps]
    with open(os.environ["FORKS"], "a") as file:
        print(threads, *found, file=file)

os.register_at_fork(before=note)
"""
"""In every interpreter of a run: the server's, and the children's too."""

PARENT = """\
import time
from mi_print.processes.child import Child
from tests.processes.test_server import endless
print(Child(endless).receive()[1], flush=True)
time.sleep(60)
"""
QUIET = """\
from functools import partial
from mi_print.processes.child import Child
print(list(Child(partial(iter, (0, 1, 2)), 20)))
"""
FULL = """\
import os
fork, refused = os.fork, []
def none():
    if refused:
        return fork()
    refused.append(True)
    raise BlockingIOError(11, "Resource temporarily unavailable")
os.fork = none
"""
"""In every interpreter: the first fork is refused."""

ANEW = """\
from functools import partial
from mi_print.processes.child import Child, StoppedError
for _ in range(2):
    try:
        print(list(Child(partial(iter, (0, 1, 2)), 20)))
    except StoppedError as stopped:
        print(stopped, type(stopped.cause).__name__)
"""
ENDED = f"""\
import os, signal, subprocess
from mi_print.processes import server
started = []
class Popen(subprocess.Popen):
    def __init__(self, *given, **options):
        super().__init__(*given, **options)
        started.append(self)
subprocess.Popen = Popen
server.start()
started[0].send_signal(signal.SIGKILL)
os.waitid(os.P_PID, started[0].pid, os.WEXITED | os.WNOWAIT)
{ANEW}
"""
POOR = f"""\
import subprocess
def none(*_, **__): raise BlockingIOError(11, "Resource temporarily unavailable")
subprocess.Popen = none
{RUN}
"""


def endless() -> Iterator[int]:
    yield os.getpid()
    while True:
        time.sleep(1)


def ran(code: str, *arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, *arguments],
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


@LINUX
def test_no_process_that_has_loaded_pango_is_forked(write: Write, tmp_path: Path) -> None:
    """The first product loads it, and all others are made after it, each with its processes."""
    rows = "".join(f"S-{number},Ada Sample {number}\n" for number in range(600))
    project = write({"data/attendees.csv": f"id,name\n{rows}"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(NOTE, "utf-8")
    forks, site = tmp_path / "forks", tmp_path / "site"
    run = ran(RUN, "--project", str(project), "all", PYTHONPATH=str(site), FORKS=str(forks))
    assert run.returncode == 0, run.stderr
    found = forks.read_text("utf-8").splitlines()
    made = {path.stem for path in (project / "output" / "print").iterdir()}
    assert made >= {"cfp", "program", "badges", "signage-time-cards"}
    assert len(found) > 2 * len(made)  # of the server, and of preflight
    assert set(found) == {"1"}


@LINUX
def test_children_end_with_a_first_process_that_is_killed() -> None:
    parent = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.communicate(timeout=10)
    end = time.monotonic() + 10
    while Path(f"/proc/{child}").exists():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_where_no_process_can_be_started_that_is_said(write: Write) -> None:
    run = ran(POOR, "--project", str(write({})), "cfp")
    assert (run.returncode, run.stderr) == (
        5,
        (
            "error missing: no other process can be started: Resource temporarily unavailable\n"
            "    end other programs, and try again\n"
        ),
    )


def test_nothing_is_left_for_python_to_warn_of() -> None:
    run = ran(QUIET, PYTHONDEVMODE="1", PYTHONWARNINGS="error")
    assert (run.stdout, run.stderr) == ("[0, 1, 2]\n", "")


def test_a_fork_that_is_refused_is_one_childs_affair(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(FULL, "utf-8")
    run = ran(ANEW, PYTHONPATH=os.pathsep.join((str(tmp_path), *sys.path)))
    assert (run.stdout, run.stderr) == ("was refused MissingError\n[0, 1, 2]\n", "")


def test_where_the_server_has_ended_children_are_refused() -> None:
    run = ran(ENDED)
    assert (run.stdout, run.stderr) == ("was refused MissingError\n" * 2, "")
