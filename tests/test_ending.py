"""A signal ends the program wherever it comes, and what must not be left is undone."""

import subprocess
import sys
from pathlib import Path

import pytest

RUN = """\
import os, signal, sys, time
from pathlib import Path
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup it is ignored
from mi_print import ending
ending.end_by_signals()
ending.at_end(lambda: print("last", flush=True))

def told():
    os.kill(os.getpid(), signal.{name})
    time.sleep(0.001)  # the signal's handler runs here at the latest

class Finalized:
    def __del__(self): told()

def a_finalizer():
    Finalized()

def a_library_that_takes_every_exception():
    for _ in range(2):
        try:
            told()
        except BaseException: pass

def an_import():
    Path({folder!r}, "telling.py").write_text("from __main__ import told; told()")
    sys.path.insert(0, {folder!r})
    import telling

def an_end_that_fails():
    with ending.undone(lambda: 1 / 0):
        told()

with ending.undone(lambda: print("first", flush=True)):
    {where}()
    print("went on")
"""
WHERE = ("a_finalizer", "a_library_that_takes_every_exception", "an_import", "an_end_that_fails")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("where", WHERE)
def test_a_run_ends(name: str, where: str, tmp_path: Path) -> None:
    code = RUN.format(name=name, where=where, folder=str(tmp_path))
    assert ended(code) == (130, "first\nlast\n", "interrupted\n")


def test_what_is_held_back_comes_afterwards() -> None:
    code = RUN.partition("with ending.undone(lambda: print")[0].format(name="SIGTERM", folder="")
    code += "with ending.held_back():\n    told()\n    print('went on', flush=True)\nprint('no')"
    assert ended(code) == (130, "went on\nlast\n", "interrupted\n")


def test_what_is_ignored_stays_so() -> None:
    code = "import os, signal\nfrom mi_print import ending\n"
    code += "signal.signal(signal.SIGHUP, signal.SIG_IGN)\nending.end_by_signals()\n"
    code += "os.kill(os.getpid(), signal.SIGHUP)\nprint('went on')"
    assert ended(code) == (0, "went on\n", "")


def test_nothing_is_undone_twice() -> None:
    code = "from mi_print import ending\nending.at_end(lambda: print('end'))\n"
    code += "with ending.undone(lambda: print('block')): pass\n"
    assert ended(code) == (0, "block\nend\n", "")


def ended(code: str) -> tuple[int, str, str]:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout, done.stderr
