"""Sheets of a long file, made for a process that can't be forked; what is wrong is raised in it."""

import datetime as dt
import threading
from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.preflight.pdf.page_tree import FIRST
from mi_print.press.impose.plan import Scheme
from mi_print.processes.child import threads
from mi_print.products.imposition.impose_apart import impose_apart
from mi_print.products.imposition.impose_request import ImposeRequest
from tests.press.impose.numbered_pages import numbered

DATE = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)


def test_a_long_file_is_imposed_for_a_process_with_threads(tmp_path: Path) -> None:
    request = ImposeRequest(tmp_path / "pages.pdf", Scheme.CUT_STACK, sheet=(612, 792))
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert threads()
        (made,) = impose_apart(request, numbered(FIRST + 2), tmp_path, DATE)
    finally:
        over.set()
        thread.join()
    assert (made.path.name, made.pages) == ("pages-cut-stack.pdf", FIRST + 2)
    assert sum(map(len, made.sides)) == FIRST + 2


def test_what_is_wrong_is_raised(tmp_path: Path) -> None:
    request = ImposeRequest(tmp_path / "pages.pdf", Scheme.SADDLE, sheet=(100, 100))
    with pytest.raises(InputError, match="has no room"):
        impose_apart(request, numbered(4), tmp_path, DATE)
