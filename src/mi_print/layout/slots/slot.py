"""What is known of a slot: its place, and how a text is set in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mi_print.geometry import Area, Matrix, around
from mi_print.layout.copyfit.fit_box import FitRange
from mi_print.layout.copyfit.stack import Stack
from mi_print.layout.text.pango import Face


class SlotKind(StrEnum):
    """What a slot holds: `data-slot-kind`."""

    TEXT = "text"
    CODE = "code"
    """A QR code that fills the box; its quiet zone is the layout's affair."""


_OVER = 0.1  # em: more than any letter comes over the edge of its slot


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that a record fills; lengths in points.

    Attributes:
        name: the record's field: `data-slot`.
        page: of the master, from 1.
        kind: a text or a code.
        box: the content box before transforms, from the trim's top left corner, y down.
        matrix: the transforms of the slot and of what is around it, in the same space.
        face: how the text is set in its largest size; `leading` is that size's.
        fit: how it may shrink and break.
        align: "start", "end", "left", "right", "center"; a start depends on the
            text's direction.
        upright: "top", "center" or "bottom": where lines stand when there is room.
        baseline: if not None, from the box's top to the baseline of the first
            line, or of the last where `upright` is "bottom", in every size.
        hang: whether a line's ink, not its advance, stands on the edge.
        stack: what it must not touch, if it is one of several: `data-stack`.
        colour: "#RRGGBB".
        alpha: of the colour, times every opacity around it.
        case: "none", "uppercase" or "lowercase".
        wished: `data-wished`: how large the text should be, 0 for any size.
        read: `data-read`: from where it is read.
        lang: of the master there, for records without one.
        line: of the template, where it can be known.
        lang_of: the field of the text's own language, where it is not its record's.
        clear: of a code: how far the texts of its stack stay away from its quiet zone;
            of a text: how far the others in its line do.  None if they don't.
        limit: the slot of its stack whose text this one's is never larger than.
        taken: what the master says within its reach, and the ink of it, on the page.
        near: the names of other slots that reach there, of no stack with it.
    """

    name: str
    page: int
    kind: SlotKind
    box: Area
    matrix: Matrix
    face: Face
    fit: FitRange
    align: str
    upright: str
    baseline: float | None
    hang: bool
    stack: Stack | None
    colour: str
    alpha: float
    case: str
    wished: float
    read: str
    lang: str
    line: int | None
    lang_of: str = ""
    clear: float | None = None
    limit: str = ""
    taken: tuple[tuple[str, Area], ...] = ()
    near: tuple[str, ...] = ()

    def cased(self, text: str) -> str:
        """Return a text in the case that the CSS asks for."""
        return {"uppercase": text.upper, "lowercase": text.lower}.get(self.case, text.strip)()

    def language(self, record: Mapping[str, str], lang: str) -> str:
        """Return the language of a record's text: its own, the record's, or the master's."""
        return (self.lang_of and record.get(self.lang_of)) or lang or self.lang

    @property
    def bounds(self) -> Area:
        """The least upright rectangle around the box as it is moved, from the trim's corner."""
        return self.moved(self.box)

    @property
    def reach(self) -> Area:
        """Where its texts may come: in all its stack, and over its edges if none hangs."""
        left, top, width, height = self.box
        if self.kind is SlotKind.CODE:
            return self.bounds
        _, top, _, height = self.stack.box if self.stack else self.box
        over = 0.0 if self.hang and self.align != "center" else _OVER * self.fit.largest
        return self.moved((left - over, top, width + 2 * over, height))

    def moved(self, box: Area) -> Area:
        """Return the least upright rectangle around a place in the slot's space, as it is moved."""
        x, y, width, height = box
        left, top, right, bottom = around((x, y, x + width, y + height), self.matrix)
        return left, top, right - left, bottom - top

    def on_page(self, left: float, top: float) -> Matrix:
        """Return the operands of `cm` after which the slot's top left corner is the origin.

        y then goes up, as everywhere in PDF.

        Args:
            left: the trim's left edge on the page, in points.
            top: the trim's top edge, y up.
        """
        a, b, c, d, e, f = self.matrix
        x, y, _, _ = self.box
        return (a, -b, -c, d, left + a * x + c * y + e, top - (b * x + d * y + f))
