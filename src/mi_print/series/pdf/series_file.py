"""One edition of a series as a file: the masters' forms, and the pages over them.

What the pages share is put together as a small file of its own by pikepdf, and
written at the end, when it is known which letters have been used.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

import pikepdf
from pikepdf import Name, Object, Pdf

from mi_print.press.identify import Identify
from mi_print.series.pdf.cid_map import UsedFonts
from mi_print.series.pdf.embed_fonts import embed_fonts
from mi_print.series.pdf.file_writer import FileWriter
from mi_print.series.pdf.slot_colours import SlotColours

_ENDS = ("/TrimBox", "/MediaBox")
_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")


class SeriesFile:
    """A file that is being written, page by page."""

    def __init__(self, out: BinaryIO, masters: bytes, inked: SlotColours) -> None:
        """Begin a file.

        Args:
            out: where it goes.
            masters: the masters' finished pages, variant by variant.
            inked: what the slots' colours name.
        """
        self._shared = pikepdf.new()
        self._inked = inked
        self._forms: dict[str, Object] = {}
        with pikepdf.open(BytesIO(masters)) as book:
            first = book.pages[0].obj
            self._title = str(book.docinfo.get("/Title", ""))
            self._author = str(book.docinfo.get("/Author", ""))
            trim, media = ([float(edge) for edge in list(first[box])] for box in _ENDS)
            self.corner = trim[0] - media[0], trim[1] - media[1]
            """The trim's lower left corner on the page, in points."""
            boxes = b"".join(key.encode() + first[key].unparse() for key in _BOXES if key in first)
            group = first.get(Name.Group)
            self._group = group and self._shared.make_indirect(
                self._shared.copy_foreign(book.make_indirect(group))
            )
            for number, page in enumerate(book.pages):
                self._forms[form_name(number)] = self._shared.copy_foreign(_form(book, page.obj))
        self._writer = FileWriter(out, boxes, group=group is not None)

    def page(self, content: bytes) -> None:
        """Write a page; its content is compressed already."""
        self._writer.page(content)

    def finish(self, parts: Sequence[UsedFonts], identify: Identify) -> None:
        """Write what the pages share, and the metadata."""
        shared = self._shared
        fonts = embed_fonts(shared, parts)
        resources: dict[str, dict[str, Object]] = {
            "/XObject": {f"/{name}": form for name, form in self._forms.items()},
            "/Font": dict(fonts.items()),
        }
        for kind, named in self._inked.resources.items():
            if named:
                resources[kind] = {
                    name: shared.make_indirect(thing) for name, thing in named.items()
                }
        identify(shared, self._title, self._author, self._writer.digest)
        self._writer.finish(shared, resources, self._group)


def form_name(number: int) -> str:
    """Return the name of a master's page among all masters' pages, counted from 0."""
    return f"M{number}"


def _form(book: Pdf, page: Object) -> Object:
    """Return a master's page as a form, in its media box."""
    form = book.make_stream(page.Contents.read_bytes())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = page.MediaBox
    form.Resources = page.Resources
    return book.make_indirect(form)
