"""What a content stream asks of the walk over its page."""

from typing import Protocol

import pikepdf

from mi_print.geometry import Rectangle
from mi_print.preflight.interpreter.display_list import Painted, PaintedText
from mi_print.preflight.interpreter.file_cache import FileCache
from mi_print.preflight.interpreter.form_cache import FormContent
from mi_print.preflight.interpreter.graphics_state import CurrentColour, GraphicsState
from mi_print.preflight.interpreter.stream_context import StreamContext


class PageSink(Protocol):
    """Takes what a stream paints, and walks the streams that it draws through."""

    shared: FileCache
    painted: list[Painted | FormContent]

    def fault(self, fault: str) -> None:
        """Note what of the page can't be read."""

    def form(self, form: pikepdf.Object, frame: StreamContext, state: GraphicsState) -> None:
        """Walk a form."""

    def mask(self, group: pikepdf.Object, frame: StreamContext, state: GraphicsState) -> None:
        """Walk the group that a soft mask is made from."""

    def cell(
        self, pattern: pikepdf.Object, frame: StreamContext, colour: CurrentColour, box: Rectangle
    ) -> None:
        """Walk the cell of a tiling pattern, which fills a box of the page."""

    def letters(self, text: PaintedText, frame: StreamContext, state: GraphicsState) -> None:
        """Walk the letters of a Type 3 font."""
