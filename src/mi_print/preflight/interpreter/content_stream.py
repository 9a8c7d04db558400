"""Running one content stream: what each operator does to the state, and what it paints."""

from collections.abc import Callable
from typing import Any

import pikepdf

from mi_print.geometry import Rectangle, around, common, scale, times
from mi_print.preflight.colour import shadings
from mi_print.preflight.colour.colour_spaces import BROKEN, PATTERN, device
from mi_print.preflight.images import image_facts
from mi_print.preflight.interpreter import ext_gstate
from mi_print.preflight.interpreter.display_list import (
    NotedUse,
    Paint,
    PaintedImage,
    PaintedShading,
    PaintedShape,
)
from mi_print.preflight.interpreter.graphics_state import CurrentColour, GraphicsState
from mi_print.preflight.interpreter.page_sink import PageSink
from mi_print.preflight.interpreter.path import PathOutline
from mi_print.preflight.interpreter.stream_context import StreamContext
from mi_print.preflight.interpreter.text_operators import TEXT
from mi_print.preflight.interpreter.text_position import TextPosition
from mi_print.preflight.pdf.objects import PdfValue, as_name, entry, identity, name, number
from mi_print.preflight.pdf.operators import Operation
from mi_print.preflight.pdf.streams import filters

_UNIT: Rectangle = (0.0, 0.0, 1.0, 1.0)
_FORBIDDEN = {"/PS": "PostScript", "/OPI": "an OPI reference", "/Ref": "a page of another file"}
_DEVICES = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
_PAINTS = {  # what each operator does: close, fill, stroke
    "S": (False, True), "s": (False, True), "f": (True, False), "F": (True, False),
    "f*": (True, False), "B": (True, True), "B*": (True, True), "b": (True, True),
    "b*": (True, True), "n": (False, False),
}  # fmt: skip
_TILING, _SHADING = 1.0, 2.0

Operands = tuple[Any, ...]


class ContentRun:
    """One content stream being run: its graphics state, path and line of text."""

    __slots__ = ("clipping", "frame", "line", "named", "outline", "path", "stack", "state", "walk")

    def __init__(self, walk: PageSink, frame: StreamContext, state: GraphicsState) -> None:
        """Begin with an empty path."""
        self.walk, self.frame, self.state = walk, frame, state
        self.stack: list[GraphicsState] = []
        self.path, self.line, self.clipping = PathOutline(), TextPosition(), False
        self.named = walk.shared.names(frame.resources)
        self.outline: Paint | None = None

    def all(self, done: list[Operation]) -> None:
        """Run all operations."""
        add = {"m", "l", "c", "v", "y", "re"}
        for operator, values in done:
            if operator in add:
                self.path.add(operator, values)  # type: ignore[arg-type]
                continue
            act = _ACTS.get(operator)
            if act is not None:
                act(self, operator, values)
        if self.stack:
            self.walk.fault("a graphics state is saved (q) and not brought back (Q)")

    def resource(self, kind: str, key: str) -> PdfValue:
        """Return a named resource; a missing one is a fault of the file."""
        found = self.named.get((kind, key))
        if found is None:
            found = entry(entry(self.frame.resources, kind), key)
            self.walk.shared.keep(self.named, (kind, key), found)
        if found is None:
            self.walk.fault(f"“{key[1:41]}” is not among the resources ({kind[1:]})")
        return found

    # --- state ---------------------------------------------------------------------------

    def save(self, _operator: str, _values: Operands) -> None:
        """Keep the state (`q`)."""
        self.stack.append(self.state)
        self.state = self.state.kept()

    def restore(self, _operator: str, _values: Operands) -> None:
        """Bring the state back (`Q`)."""
        if self.stack:
            self.state = self.stack.pop()
        else:
            self.walk.fault("a graphics state is brought back (Q) that was never saved (q)")

    def transform(self, _operator: str, values: Operands) -> None:
        """Change where and how large things are."""
        self.state.ctm = times(values, self.state.ctm)

    def line_width(self, _operator: str, values: Operands) -> None:
        """Choose how thick lines are."""
        self.state.line_width = abs(values[0])

    def set_many(self, _operator: str, values: Operands) -> None:
        """Take a graphics state dictionary (`gs`)."""
        found = self.resource("/ExtGState", values[0])
        if found is None:
            return
        known, kept = identity(found), self.walk.shared.graphics
        read = kept.get(known) if known else None
        if read is None:
            read = ext_gstate.read(found)
            if known:
                kept[known] = read
        for attribute, value in read.changes.items():
            setattr(self.state, attribute, value)
        if read.font is not None:
            self.state.font = self.walk.shared.fonts.read(read.font[0])
            self.state.size = read.font[1]
        for what, said in read.uses:
            self.walk.painted.append(NotedUse(self.box(self.state.clip), what, said))
        if read.mask is not None:
            self.walk.mask(read.mask, self.frame, self.state)

    # --- colour --------------------------------------------------------------------------

    def device(self, operator: str, values: Operands) -> None:
        """Choose a colour of a device space."""
        family = _DEVICES[operator.lower()]
        space = self.frame.defaults.get(family) or device(family)
        self._colour(operator, CurrentColour(space, space.inks(values)))

    def _colour(self, operator: str, colour: CurrentColour) -> None:
        if operator[0].islower():
            self.state.fill = colour
        else:
            self.state.stroke = colour

    def space(self, operator: str, values: Operands) -> None:
        """Choose a colour space."""
        walk, frame = self.walk, self.frame
        key = as_name(values[0]) if len(values[0]) > 1 else None
        space = walk.shared.spaces.read(key, frame.resources, frame.defaults)
        if space is BROKEN:
            walk.fault(f"the colour space “{values[0][1:41]}” can't be read")
        self._colour(operator, CurrentColour(space, space.inks(space.beginning())))

    def colour(self, operator: str, values: Operands) -> None:
        """Choose a colour or pattern in the space chosen."""
        pattern, parts = values
        now = self.state.fill if operator[0] == "s" else self.state.stroke
        found = None if pattern is None else self.resource("/Pattern", pattern)
        space = now.space if pattern is None or now.space.family == "Pattern" else PATTERN
        if pattern is None and len(parts) != space.parts:
            self.walk.fault(f"a colour of {len(parts)} parts in a space of {space.parts}")
        self._colour(operator, CurrentColour(space, space.inks(parts), found))

    # --- paths ---------------------------------------------------------------------------

    def clip(self, _operator: str, _values: Operands) -> None:
        """Let the next path be a clip."""
        self.clipping = True

    def paint(self, operator: str, _values: Operands) -> None:
        """Fill and stroke the path, as the operator says, and end it."""
        fill, stroke = _PAINTS[operator]
        path, state = self.path, self.state
        self.path = PathOutline()
        own = path.box()
        if own is None:
            self.clipping = False
            return
        box = around(own, state.ctm)
        if fill:
            self._area(box, path.thickness(state.ctm))
        if stroke:
            self._outline(box)
        if self.clipping:
            state.clip, self.clipping = common(state.clip, box), False

    def _area(self, box: Rectangle, width: float | None) -> None:
        state, place = self.state, self.frame.place
        found = PaintedShape(
            self.box(box), state.clip, place, state.filling(), width, stroked=False
        )
        self.walk.painted.append(found)
        if state.fill.pattern is not None:
            self.pattern(state.fill, box)

    def _outline(self, box: Rectangle) -> None:
        state = self.state
        width = state.line_width * scale(state.ctm)
        half = width / 2
        wide = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
        paint = self.outline
        if paint is None or not state.strokes(paint):
            paint = self.outline = state.stroking()
        found = PaintedShape(
            self.box(wide), state.clip, self.frame.place, paint, width, stroked=True
        )
        self.walk.painted.append(found)
        if state.stroke.pattern is not None:
            self.pattern(state.stroke, wide)

    def pattern(self, colour: CurrentColour, box: Rectangle) -> None:
        """Walk the pattern that something is painted with."""
        pattern = colour.pattern
        kind = number(entry(pattern, "/PatternType"))
        if kind == _TILING and isinstance(pattern, pikepdf.Stream):
            self.walk.cell(pattern, self.frame, colour, box)
        elif kind == _SHADING:
            self._shade(entry(pattern, "/Shading"), box)
        else:
            self.walk.fault("a pattern can't be read")

    # --- gradients, images, forms --------------------------------------------------------

    def shade(self, _operator: str, values: Operands) -> None:
        """Paint a gradient over the clip."""
        found = self.resource("/Shading", values[0])
        if found is not None:
            self._shade(found, self.state.clip)

    def _shade(self, shading: PdfValue, box: Rectangle) -> None:
        walk, frame = self.walk, self.frame
        value = entry(shading, "/ColorSpace")
        space = walk.shared.spaces.read(value, frame.resources, frame.defaults)
        if space is BROKEN:
            walk.fault("a gradient has no colour space that can be read")
        elif not shadings.fits(shading, space):
            walk.fault(f"a gradient's functions don't make colours of its space, {space.family}")
        walk.painted.append(PaintedShading(self.box(box), self.state.clip, frame.place, space))

    def external(self, _operator: str, values: Operands) -> None:
        """Paint an image or a form, or refuse something stranger."""
        found = self.resource("/XObject", values[0])
        if found is None:
            return
        for key, said in _FORBIDDEN.items():
            if entry(found, key) is not None:
                self.walk.painted.append(NotedUse(self.box(self.state.clip), "external", said))
        kind = name(entry(found, "/Subtype"))
        if kind == "PS" or name(entry(found, "/Subtype2")) == "PS":
            self.walk.painted.append(NotedUse(self.box(self.state.clip), "external", "PostScript"))
        elif kind == "Image":
            self._image(found, None)
        elif kind == "Form" and isinstance(found, pikepdf.Stream):
            self.walk.form(found, self.frame, self.state)
        else:
            self.walk.fault(f"“{values[0][1:41]}” is neither an image nor a form")

    def inline(self, _operator: str, values: Operands) -> None:
        """Paint an image that stands in the stream itself."""
        found = values[0]
        if {"LZWDecode", "LZW"} & set(filters(found.obj)):
            box = self.box(self.state.clip)
            self.walk.painted.append(NotedUse(box, "lzw", "an image in LZW compression"))
        try:
            data = found.read_raw_bytes()
        except AttributeError:  # pikepdf of an image that ends before it begins
            data = b""
        self._image(found.obj, data)

    def _image(self, value: PdfValue, inline: bytes | None) -> None:
        walk, frame, state = self.walk, self.frame, self.state
        image = image_facts.read(value, frame.resources, frame.defaults, walk.shared.spaces)
        if image is None:
            walk.fault("an image has no size that can be read")
            return
        if image.space is BROKEN:
            walk.fault("an image has no colour space that can be read")
        elif fault := walk.shared.image_fault(value, image, inline):
            walk.fault(f"the image of {image.pixels[0]}×{image.pixels[1]} pixels {fault}")
        box = around(_UNIT, state.ctm)
        placed = self.box(box)
        stencil = image.space is None
        density, paint = image.resolution(state.ctm), state.filling() if stencil else None
        place, size = frame.place, image.pixels
        found = PaintedImage(
            placed, state.clip, place, size, density, image.bits, image.space, paint
        )
        walk.painted.append(found)
        if image.soft:
            walk.painted.append(NotedUse(placed, "transparency", "an image's soft mask"))
        if stencil and state.fill.pattern is not None:
            self.pattern(state.fill, box)

    def box(self, box: Rectangle) -> Rectangle:
        """Return where on the page something is."""
        return self.frame.box or box


_Act = Callable[[ContentRun, str, Operands], None]
_ACTS: dict[str, _Act] = {
    "q": ContentRun.save, "Q": ContentRun.restore, "cm": ContentRun.transform,
    "w": ContentRun.line_width, "gs": ContentRun.set_many, "cs": ContentRun.space,
    "CS": ContentRun.space, "W": ContentRun.clip, "W*": ContentRun.clip,
    "sh": ContentRun.shade, "Do": ContentRun.external, "INLINE IMAGE": ContentRun.inline,
    **dict.fromkeys(("g", "G", "rg", "RG", "k", "K"), ContentRun.device),
    **dict.fromkeys(("sc", "SC", "scn", "SCN"), ContentRun.colour),
    **dict.fromkeys(_PAINTS, ContentRun.paint),
    **TEXT,
}  # fmt: skip
