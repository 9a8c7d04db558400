"""The list of importers, and what a file looks like to them."""

from mi_print.importers.attendees.importer import ATTENDEES
from mi_print.importers.files.open_file import ExportFile
from mi_print.importers.importer import Importer
from mi_print.importers.papers.importer import PAPERS
from mi_print.importers.schedule.importer import SCHEDULE
from mi_print.importers.site.importer import SITE

IMPORTERS: tuple[Importer, ...] = (ATTENDEES, SCHEDULE, PAPERS, SITE)
"""By kind; each knows its formats."""

KNOWN = frozenset().union(*(each.columns for each in IMPORTERS))
"""Names of columns by which the header of a table is found, in small letters."""


def looks_like(opened: ExportFile) -> str:
    """Return as what a file is recognized, in words; nothing if nobody knows it."""
    found = [sure for each in IMPORTERS if (sure := each.recognize(opened, {}, ""))]
    return max(found, key=lambda each: each.rank).name if found else ""
