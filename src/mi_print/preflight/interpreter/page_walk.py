"""The walk over a page: one pass over all that it paints, directly or through other streams.

Forms, patterns, drawn letters, soft masks and the appearances of annotations
are content streams too, and each is walked with the graphics state that it
begins with (ISO 32000-1, 8.10, 8.7.3, 9.6.5, 11.4.7, 12.5.5).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pikepdf

from mi_print.geometry import (
    EVERYWHERE,
    IDENTITY,
    Matrix,
    Rectangle,
    around,
    common,
    times,
)
from mi_print.preflight.interpreter.content_stream import ContentRun
from mi_print.preflight.interpreter.display_list import (
    NotedUse,
    Painted,
    PaintedText,
    PaintedThrough,
)
from mi_print.preflight.interpreter.file_cache import MOST_KEPT, FileCache
from mi_print.preflight.interpreter.form_cache import FormContent, alike
from mi_print.preflight.interpreter.graphics_state import CurrentColour, GraphicsState
from mi_print.preflight.interpreter.stream_context import StreamContext
from mi_print.preflight.pdf import fast_operators, limits
from mi_print.preflight.pdf.objects import (
    PdfValue,
    entry,
    identity,
    matrix,
    name,
    number,
    rectangle,
    shown_name,
)
from mi_print.preflight.pdf.open_file import FAULTS, OpenPage
from mi_print.preflight.pdf.operators import Operation, operations
from mi_print.preflight.pdf.read_problem import said_of
from mi_print.preflight.pdf.streams import deflated, fits, words

_ENTRY = 20  # operators that entering a stream counts for


class SpentError(Exception):
    """A page asks for more work than any printed matter needs."""


class PageWalk:
    """One page: what it paints, and what of it can't be read."""

    def __init__(self, shared: FileCache, open_page: OpenPage) -> None:
        """Begin with nothing painted."""
        self.shared, self.open_page = shared, open_page
        self.painted: list[Painted | FormContent] = []
        self.faults: dict[str, None] = {}
        self.ran = 0
        self._left = limits.OPERATORS
        self._active: list[tuple[int, int]] = []
        self._entered: set[tuple[int, int]] = set()
        self._seen: set[object] = set()

    def page(self) -> None:
        """Walk the page and its annotations."""
        open_page = self.open_page
        defaults = self.shared.spaces.defaults(open_page.resources)
        frame = StreamContext(open_page.resources, defaults, PaintedThrough.PAGE, IDENTITY)
        try:
            contents = entry(open_page.page, "/Contents")
            if contents is not None:
                self._stream(
                    open_page.page, contents, frame, GraphicsState(clip=open_page.boxes.media)
                )
            for annotation in self._annotations():
                self._appearance(annotation, frame)
        except SpentError:
            self.faults[f"it runs more than {limits.OPERATORS:,} operators; the rest is unread"] = (
                None
            )

    # --- content streams -----------------------------------------------------------------

    def _operations(self, content: pikepdf.Object, parts: PdfValue, depth: int) -> list[Operation]:
        known = identity(parts)
        if known is not None and known in self.shared.streams:
            return self.shared.streams[known]
        pieces = list(parts) if isinstance(parts, pikepdf.Array) else [parts]
        try:
            flat = deflated(parts, fast_operators.LONGEST)
            done = None if flat is None else fast_operators.operations(flat)
            faults: list[str] = []
            if done is None:
                if not all(fits(piece, limits.STREAM // max(1, len(pieces))) for piece in pieces):
                    self.fault("a content stream is too large or is none")
                    return []
                if sum(map(words, pieces)) > limits.TOKENS:
                    self.fault("a content stream is too long to be read")
                    return []
                done, faults = operations(content)
        except (*FAULTS, UserWarning) as fault:
            self.fault(f"a content stream is broken: {said_of(fault)}")
            return []
        for warning in self.shared.pdf.get_warnings():
            faults.append(f"a content stream is broken: {said_of(warning)}")
        for each in faults[:8]:
            self.fault(each)
        again = depth > 0 and not faults  # a page's own stream is read once
        if again and known is not None and self.shared.kept + len(done) <= MOST_KEPT:
            self.shared.streams[known] = done
            self.shared.kept += len(done)
        return done

    def fault(self, fault: str) -> None:
        """Note what of the page can't be read."""
        self.faults[shown_name(fault)] = None

    def _stream(
        self, content: pikepdf.Object, parts: PdfValue, frame: StreamContext, state: GraphicsState
    ) -> None:
        known = identity(parts)
        if frame.depth > limits.DEPTH or (known is not None and known in self._active):
            self.fault("something is drawn inside itself, or too deep inside other things")
            return
        done = self._operations(content, parts, frame.depth)
        self._left -= len(done) + _ENTRY
        self.ran += len(done) + _ENTRY
        if self._left < 0:
            raise SpentError
        if known is not None:
            self._active.append(known)
            self._entered.add(known)
        ContentRun(self, frame, state).all(done)
        if known is not None:
            self._active.pop()

    def all_painted(self) -> Iterator[Painted]:
        """Return all that is painted, one by one."""
        return _each(self.painted)

    def form(self, form: pikepdf.Object, frame: StreamContext, state: GraphicsState) -> None:
        """Walk a form, a group or an appearance; one that paints as it did on another page, not."""
        key = None if self._seen else alike(form, frame, state)
        block = None if key is None else self.shared.forms.known(key)
        if block and block.cost <= self._left and block.streams.isdisjoint(self._active):
            self._left -= block.cost
            self._seen |= block.once
            self._entered |= block.streams
            self.painted.append(block)
            return
        begun, left = len(self.painted), self._left
        self._form(form, frame, state)
        if key is None or self.faults or not self.shared.forms.again(key):
            return
        painted = tuple(_each(self.painted[begun:]))
        streams = frozenset(self._entered.difference(self._active))
        block = FormContent(painted, left - self._left, frozenset(self._seen), streams)
        if self.shared.forms.keep(key, block):
            self.painted[begun:] = [block]

    def _form(self, form: pikepdf.Object, frame: StreamContext, state: GraphicsState) -> None:
        own = matrix(entry(form, "/Matrix")) or IDENTITY
        state = replace(state, ctm=times(own, state.ctm))
        box = rectangle(entry(form, "/BBox"))
        if box is not None:
            state.clip = common(state.clip, around(box, state.ctm))
        self._group(entry(form, "/Group"), frame, state.clip)
        self._stream(form, form, self._inner(form, frame, state.ctm), state)

    def _inner(self, stream: pikepdf.Object, frame: StreamContext, base: Matrix) -> StreamContext:
        own = entry(stream, "/Resources")
        if own is None:
            return replace(frame, base=base, depth=frame.depth + 1)
        return StreamContext(
            own, self.shared.spaces.defaults(own), frame.place, base, frame.depth + 1, frame.box
        )

    def _group(self, group: PdfValue, frame: StreamContext, box: Rectangle) -> None:
        if name(entry(group, "/S")) != "Transparency":
            return
        self.painted.append(NotedUse(box, "transparency", "a transparency group"))
        value = entry(group, "/CS")
        if value is not None:
            space = self.shared.spaces.read(value, frame.resources, frame.defaults)
            self.painted.append(NotedUse(box, "group", space.family))

    def mask(self, group: pikepdf.Object, frame: StreamContext, state: GraphicsState) -> None:
        """Walk the group that a soft mask is made from."""
        inner = replace(frame, place=PaintedThrough.MASK)
        self.form(group, inner, GraphicsState(ctm=state.ctm, clip=EVERYWHERE))

    def cell(
        self, pattern: pikepdf.Object, frame: StreamContext, colour: CurrentColour, box: Rectangle
    ) -> None:
        """Walk the cell of a tiling pattern, once a page."""
        ctm = times(matrix(entry(pattern, "/Matrix")) or IDENTITY, frame.base)
        key = identity(pattern), ctm
        if key in self._seen:
            return
        self._seen.add(key)
        place = PaintedThrough.CELL if frame.place is PaintedThrough.PAGE else frame.place
        inner = replace(self._inner(pattern, frame, ctm), place=place, box=frame.box or box)
        state = GraphicsState(ctm=ctm)
        if number(entry(pattern, "/PaintType")) == 2 and colour.space.under:  # noqa: PLR2004
            state.fill = state.stroke = CurrentColour(colour.space.under, colour.inks)
        self._stream(pattern, pattern, inner, state)

    def letters(self, text: PaintedText, frame: StreamContext, state: GraphicsState) -> None:
        """Walk the letters of a font that is drawn, each once a page."""
        font = text.font
        own = entry(font.drawn, "/Resources") or frame.resources
        defaults = self.shared.spaces.defaults(own)
        box = frame.box or text.box
        inner = StreamContext(own, defaults, PaintedThrough.GLYPH, state.ctm, frame.depth + 1, box)
        for code in dict.fromkeys(text.codes):
            letter = font.letters.get(code)
            key = font, code
            if key in self._seen or not isinstance(letter, pikepdf.Stream):
                continue
            self._seen.add(key)
            begun = GraphicsState(
                ctm=times(font.matrix, state.ctm), fill=state.fill, stroke=state.fill
            )
            self._stream(letter, letter, inner, begun)

    # --- annotations ---------------------------------------------------------------------

    def _annotations(self) -> list[pikepdf.Object]:
        listed = entry(self.open_page.page, "/Annots")
        many = list(listed) if isinstance(listed, pikepdf.Array) else []
        if len(many) > limits.KIN:
            self.fault(f"it has more than {limits.KIN:,} annotations; the rest is unread")
            many = many[: limits.KIN]
        return [one for one in many if isinstance(one, pikepdf.Dictionary)]

    def _appearance(self, annotation: pikepdf.Object, frame: StreamContext) -> None:
        form = entry(entry(annotation, "/AP"), "/N")
        if isinstance(form, pikepdf.Dictionary) and not isinstance(form, pikepdf.Stream):
            form = entry(form, f"/{name(entry(annotation, '/AS')) or 'Off'}")
        place, box = rectangle(entry(annotation, "/Rect")), rectangle(entry(form, "/BBox"))
        if not isinstance(form, pikepdf.Stream) or place is None or box is None:
            return
        inner = around(box, matrix(entry(form, "/Matrix")) or IDENTITY)
        wide, high = inner[2] - inner[0], inner[3] - inner[1]
        if wide > 0 and high > 0:
            x, y = (place[2] - place[0]) / wide, (place[3] - place[1]) / high
            ctm = (x, 0.0, 0.0, y, place[0] - inner[0] * x, place[1] - inner[1] * y)
            self.form(form, frame, GraphicsState(ctm=ctm, clip=self.open_page.boxes.media))


def _each(some: Iterable[Painted | FormContent]) -> Iterator[Painted]:
    for one in some:
        if isinstance(one, FormContent):
            yield from one.painted
        else:
            yield one
