"""A body set on A5 by a layout of the project, and all that the checks of pages say of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.event.model import Event
from mi_print.layout.checks.overset import check_count
from mi_print.layout.checks.page_checks import check_pages
from mi_print.layout.checks.page_fault import problems
from mi_print.layout.typeset.read_back import read_back
from mi_print.products.edition.composer import composer_of
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import resolve
from mi_print.products.orders.request import Request

Write = Callable[[dict[str, str]], Path]
Check = Callable[..., list[str]]


@pytest.fixture
def check(write: Write) -> Check:
    """Return a function that sets a body with its CSS, and returns what is wrong."""

    def check_body(body: str, css: str = "", manifest: str = "") -> list[str]:
        files = {
            "layouts/cfp/page.html.j2": f"<body>{body}</body>",
            "layouts/cfp/page.css": css,
        }
        if manifest:
            files["layouts/cfp/layout.yaml"] = manifest
        project = write(files)
        loaded = load_checked(project)
        assert isinstance(loaded.event, Event)
        job = resolve("cfp", project, loaded, Request(project))
        composer = composer_of(job, loaded.event)
        pages = composer.pages({"workshop": loaded.event.workshop})
        contents = read_back(pages)
        faults = check_pages(contents, job.spec, job.grid, loaded.text_places)
        counted = check_count(len(pages), job.pages, "layouts/cfp")
        return [str(each) for each in [*counted, *problems(faults, "layouts/cfp")]]

    return check_body
