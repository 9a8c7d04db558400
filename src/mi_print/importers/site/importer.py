"""The importer of a workshop's page: the event, its call for papers, and its people."""

from collections.abc import Mapping
from functools import partial

from mi_print.importers.files.open_file import PAGE, ExportFile
from mi_print.importers.importer import Imported, Importer, Recognized
from mi_print.importers.site.aclpub2 import KEY as CONFERENCE
from mi_print.importers.site.aclpub2 import (
    SPONSORS,
    conference,
    is_conference,
    is_sponsors,
    sponsors,
)
from mi_print.importers.site.page_reader import WorkshopPageReader
from mi_print.importers.site.read_page import read_page
from mi_print.problem import Problem

_FORMATS = {
    "site-html": "a workshop's page in HTML",
    "site-markdown": "a workshop's page in Markdown",
}
_SURE = 3  # kinds of facts by which a page is surely one of an event


def _recognize(opened: ExportFile, _: Mapping[str, str], only: str) -> Recognized | None:
    if is_conference(opened.value) and only in {"", "site", CONFERENCE}:
        name = "the details of a conference of aclpub2 (sure)"
        read = partial(conference, opened.value, opened.file)
        return Recognized(CONFERENCE, name, (1.0, 1), read)
    if is_sponsors(opened.value) and only in {"", "site", SPONSORS}:
        made = partial(sponsors, opened.value, opened.file)
        return Recognized(SPONSORS, "sponsors of aclpub2 (sure)", (1.0, 1), lambda _: made())
    key = "site-html" if PAGE.match(opened.page) else "site-markdown"
    if not opened.page or only not in {"", "site", key}:
        return None
    page = read_page(opened.page, opened.file, html=key == "site-html")
    if isinstance(page, Problem):
        return Recognized(key, _FORMATS[key], (0.5, 1), lambda _: Imported(key, {}, [page]))
    reader = WorkshopPageReader(key, opened.file, page)
    facts = reader.facts
    if not facts:
        return None
    sure = "sure" if facts >= _SURE else "not sure"
    return Recognized(key, f"{_FORMATS[key]} ({sure})", (min(facts / _SURE, 1), 1), reader)


SITE = Importer(
    kind="site",
    formats=(*_FORMATS, CONFERENCE, SPONSORS),
    fields=(),
    columns=frozenset(),
    recognize=_recognize,
)
