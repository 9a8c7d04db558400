"""A page of HTML or Markdown, read within limits."""

from collections.abc import Iterator
from functools import partial

from mi_print.importers.files.limited import within_limits
from mi_print.importers.site.html_page import html_page
from mi_print.importers.site.markdown_page import markdown_page
from mi_print.importers.site.page import Page
from mi_print.problem import Problem, error

MAX_CHARACTERS = 1_000_000
_SHORT = 10_000
"""Characters of a page that is read without a process of its own."""
_SECONDS, _MEGABYTES = 10, 1000


def read_page(text: str, file: str, *, html: bool) -> Page | Problem:
    """Return a page, or why it is not read.

    The parsers take minutes for brackets, quotes, and tags that are opened without end.
    """
    if len(text) > MAX_CHARACTERS:
        message = f"a page has {len(text):,} characters, of {MAX_CHARACTERS:,} at most"
        return error("size", message, "save the page without what is embedded in it", file=file)
    work = partial(_read, text, file, html=html)
    found = list(work()) if len(text) <= _SHORT else within_limits(work, _SECONDS, _MEGABYTES)
    if not found:
        hint = "look for brackets, quotes, or tags that are opened without end"
        return error("limit", "reading this page takes too much time or memory", hint, file=file)
    return found[0]


def _read(text: str, file: str, *, html: bool) -> Iterator[Page]:
    yield html_page(text) if html else markdown_page(text, file)
