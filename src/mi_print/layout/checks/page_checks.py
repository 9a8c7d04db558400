"""All checks of typeset pages: what holds of every page, of every layout, in every run."""

from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.code_size import check_codes
from mi_print.layout.checks.lost_text import check_lost
from mi_print.layout.checks.overlap import check_over, check_overlaps
from mi_print.layout.checks.overset import check_fit, check_keep_outs
from mi_print.layout.checks.page_fault import PageFault
from mi_print.layout.grid import Grid
from mi_print.layout.package.manifest import SizeSpec
from mi_print.layout.typeset.contents import PageContents


def check_pages(
    contents: PageContents, spec: SizeSpec, trim: Grid, data: TextPlaces
) -> list[PageFault]:
    """Return an error for each text that is lost, overlaps, does not fit, or may not be there.

    Args:
        contents: what was set.
        spec: the size of the layout.
        trim: of the job.
        data: its texts, which may lie over nothing.
    """
    return [
        *check_fit(contents, trim),
        *check_lost(contents, data),
        *check_overlaps(contents),
        *check_over(contents, data),
        *check_keep_outs(contents, spec, trim),
        *check_codes(contents),
    ]
