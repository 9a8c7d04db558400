"""What all tests share: the bundled fonts, as in every run, and a small project."""

import atexit
import gc
import os
import signal
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from mi_print.cache import cache_folder
from mi_print.cli.ahead import LAY_OUT, LOOK, READ, STAMP
from mi_print.layout.text.bundled_fonts import use_bundled_fonts
from mi_print.processes import server
from mi_print.products.edition import within_limits
from tests import small_workshop

use_bundled_fonts(cache_folder())

# A shell starts what runs in the background with Ctrl-C ignored, and so would be what the tests
# start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Else each of the many tests with a small layout of its own would start a process that
# imports the typesetter. Tests of limits set their own.
os.environ |= dict.fromkeys(within_limits.DEFAULTS, "0")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let the garbage collector pass over the thousands of tests that are found.

    Measured: a quarter of the time of finding them went into collecting.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_unconfigure() -> None:
    """Let the collector see everything at the end: else zxing-cpp says that it leaks.

    A command that a test runs in this process leaves out the collection at its end, and Hypothesis
    leaves the collector a callback, whose module holds others beyond their end.
    """
    gc.unfreeze()
    atexit.unregister(gc.freeze)
    gc.callbacks.clear()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the tests of pictures and of generated events."""
    parser.addoption("--refresh-pictures", action="store_true", help="draw the references anew")
    parser.addoption("--events", type=int, default=0, help="so many generated events, all files")


@pytest.fixture(scope="session", autouse=True)
def _server(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Start the server of processes with all that any of their children imports."""
    tmp_path_factory.getbasetemp()  # lies beside the temporary files of a run, not among them
    server.start((*READ, *STAMP, *LAY_OUT), LOOK)


_FILES = {
    "data/workshop.yaml": small_workshop.YAML
    + """\
call:
  deadline: {date: 2025-08-22, zone: AoE}
  submit: https://example.org/submit
  tracks: [{name: Long, pages: 9}]
""",
    "data/print.yaml": """\
cfp:
  size: a5
  shop: generic-eu
""",
    "layouts/cfp/layout.yaml": """\
product: cfp
about: One line of text
pages: 1
sizes:
  letter:
    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}
    gutter: 5 pt
    base: 12 pt
  a5:
    margins: {inner: 20 pt, outer: 20 pt, top: 20 pt, foot: 20 pt}
    gutter: 5 pt
    base: 12 pt
""",
    "layouts/cfp/page.html.j2": """\
<!doctype html>
<html lang="{{ workshop.lang }}">
<head><title>{{ workshop.name }}</title></head>
<body>
<p class="at" data-frame="name" style="left:20pt;top:20pt;width:120pt;height:12pt">
{{ workshop.name }}
</p>
</body>
</html>
""",
    "layouts/cfp/page.css": "p { color: var(--ink) }\n",
}

Write = Callable[[dict[str, str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a small project, with some files put in place of its own.

    It has its own layout of the flyer, so that a test of something else takes
    milliseconds and no change of the real one disturbs it.
    """

    def write_files(files: dict[str, str]) -> Path:
        project = tmp_path / "project"
        for name, text in (_FILES | files).items():
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return project

    return write_files
