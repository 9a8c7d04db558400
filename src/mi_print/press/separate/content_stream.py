"""One content stream in ink: its colour operators turned, its black set to overprint.

The stream is read operator by operator, and everything that is no colour is
passed on as it is.  What a stream names (forms, patterns, graphics states) is
turned by whoever asked, at the moment when it is met, because only there is
known how large it is drawn.
ISO 32000-1, 8.6 (colour), 8.6.7 (overprint), annex A (operators).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import pikepdf
from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
)

from mi_print.geometry import Matrix, common
from mi_print.press.separate.graphics_state import PathBounds, SeparationState, concatenated
from mi_print.press.separate.palette import BLACK, Palette, PressColour
from mi_print.press.separate.shadings import as_rgb
from mi_print.press.separate.spot_inks import spot_name

LARGE = 15 * 72 / 25.4
"""Points: black areas as broad as this are made richer, and never overprint."""

OVERPRINTS = {
    (fill, stroke): f"/OP{fill:d}{stroke:d}" for fill in (False, True) for stroke in (False, True)
}
"""Names of the graphics states for what overprints, of fills and of strokes."""

_FILLS = {"f", "F", "f*", "b", "b*", "B", "B*"}
_STROKES = {"S", "s", "b", "b*", "B", "B*"}
_ENDS = _FILLS | _STROKES | {"n"}
_SHOWS = {"Tj", "TJ", "'", '"'}
_LINES = {"l", "c", "v", "y"}
_SPACES = {"rg": "/DeviceRGB", "g": "/DeviceGray", "k": "/DeviceCMYK"}
_SETS = {"sc", "scn"}

RawOperands: TypeAlias = Any
"""An operator's operands, which pikepdf leaves untyped."""


class UnknownOperatorError(ValueError):
    """Something that the typesetter does not write."""


@dataclass(frozen=True, slots=True)
class NamedResources:
    """What a stream's names stand for, and who turns them."""

    resources: Object
    state: Callable[[Object], None]
    x_object: Callable[[str, Matrix], None]
    pattern: Callable[[str, Matrix], None]
    shading: Callable[[str], None]
    of_space: Callable[[str, Sequence[float]], PressColour | None]


class ColourRewriter:
    """Reads one stream and writes it again."""

    def __init__(
        self,
        palette: Palette,
        named: NamedResources,
        matrix: Matrix,
        entered: bool,  # noqa: FBT001 - a fact
    ) -> None:
        """Begin a stream.

        Args:
            palette: what its colours become.
            named: what its names stand for.
            matrix: from its space to the page's.
            entered: whether it takes over the graphics state of who called it.
        """
        self._palette = palette
        self._named = named
        self._base = matrix
        start = None if entered else PressColour(BLACK)
        known = None if entered else (False, False)
        self._state = SeparationState(matrix, start, start, overprint=known)
        self._stack: list[SeparationState] = []
        self._path = PathBounds()
        self._clipping = False
        self._out: list[Any] = []
        self._entered = entered
        self.overprints: set[tuple[bool, bool]] = set()
        self.spots: set[PressColour] = set()

    def rewritten(self, stream: Object) -> bytes:
        """Return the stream in ink.

        Raises:
            UnknownOperatorError: it says what the typesetter does not write.
        """
        if not self._entered and self._palette.prints:
            self._set(PressColour(BLACK), stroke=False)
            self._set(PressColour(BLACK), stroke=True)
        for instruction in pikepdf.parse_content_stream(stream):
            if isinstance(instruction, ContentStreamInlineImage):
                raise UnknownOperatorError("a picture written into the page's content")
            self._read(instruction)
        return pikepdf.unparse_content_stream(self._out)

    def _read(self, instruction: ContentStreamInstruction) -> None:
        name = str(instruction.operator)
        if name in _SHOWS:
            self._before_text()
        elif name in _LINES:
            self._path.line([float(value) for value in instruction.operands])
        elif name == "m":
            self._path.move([float(value) for value in instruction.operands])
        elif name == "re":
            self._path.rectangle([float(value) for value in instruction.operands])
        elif name in _ENDS:
            self._paint(name, instruction)
            return
        elif name.lower() in _SPACES:
            self._space(_SPACES[name.lower()], stroke=name.isupper())
            self._colour([float(value) for value in instruction.operands], stroke=name.isupper())
            return
        elif name in {"cs", "CS"}:
            self._named_space(instruction, stroke=name.isupper())
            return
        elif name.lower() in _SETS:
            self._set_colour(instruction, stroke=name.isupper())
            return
        else:
            self._follow(name, instruction.operands)
        self._out.append(instruction)

    def _follow(self, name: str, operands: RawOperands) -> None:
        """Keep the state up to what an operator says."""
        state = self._state
        if name == "q":
            self._stack.append(state.copy())
        elif name == "Q":
            if self._stack:
                self._state = self._stack.pop()
        elif name == "cm":
            state.matrix = concatenated(operands, state.matrix)
        elif name == "gs":
            self._graphics_state(str(operands[0]))
        elif name in {"W", "W*"}:
            self._clipping = True
        elif name == "Tr":
            state.rendering = int(operands[0])
        elif name == "Do":
            self._knock_out()
            self._named.x_object(str(operands[0]), state.matrix)
        elif name == "sh":
            self._knock_out()
            self._named.shading(str(operands[0]))

    def _graphics_state(self, name: str) -> None:
        found = self._named.resources.ExtGState[name]
        self._named.state(found)
        state = self._state
        if Name.ca in found:
            state.fill_opaque = float(found.ca) >= 1
        if Name.CA in found:
            state.stroke_opaque = float(found.CA) >= 1
        if Name.SMask in found:
            state.masked = isinstance(found.SMask, Dictionary)

    # Colours.

    def _space(self, space: str, *, stroke: bool) -> None:
        if stroke:
            self._state.stroke_space = space
        else:
            self._state.fill_space = space

    def _named_space(self, instruction: ContentStreamInstruction, *, stroke: bool) -> None:
        """Take over a colour space; only patterns' is said, in the others one begins with black."""
        space = str(instruction.operands[0])
        self._space(space, stroke=stroke)
        if space == "/Pattern":
            self._out.append(instruction)
        else:
            self._set(self._palette.of_rgb((0, 0, 0)), stroke=stroke)

    def _set_colour(self, instruction: ContentStreamInstruction, *, stroke: bool) -> None:
        operands = list(instruction.operands)
        if operands and isinstance(operands[-1], Name):
            if len(operands) > 1:
                raise UnknownOperatorError("a pattern without a colour of its own")
            self._named.pattern(str(operands[-1]), self._base)
            self._keep(None, stroke=stroke)
            self._out.append(instruction)
            return
        self._colour([float(value) for value in operands], stroke=stroke)

    def _colour(self, values: Sequence[float], *, stroke: bool) -> None:
        space = self._state.stroke_space if stroke else self._state.fill_space
        self._set(self._painted(space, values), stroke=stroke)

    def _painted(self, space: str, values: Sequence[float]) -> PressColour:
        if space == "/DeviceRGB":
            return self._palette.of_rgb(as_rgb(values))
        if space == "/DeviceGray":
            return self._palette.of_rgb(as_rgb([values[0]] * 3))
        if space == "/DeviceCMYK" and self._palette.prints:
            return PressColour(tuple(values))
        paint = self._named.of_space(space, values)
        if paint is None:
            raise UnknownOperatorError(f"a colour in the space {space.removeprefix('/')}")
        return paint

    def _set(self, paint: PressColour, *, stroke: bool) -> None:
        self._keep(paint, stroke=stroke)
        self._out.extend(self._said(paint, stroke=stroke))

    def _keep(self, paint: PressColour | None, *, stroke: bool) -> None:
        if stroke:
            self._state.stroke = paint
        else:
            self._state.fill = paint

    def _said(self, paint: PressColour, *, stroke: bool) -> list[Any]:
        if paint.spot:
            self.spots.add(paint)
            says = [([Name(spot_name(paint.spot))], "cs"), ([1], "scn")]
        else:
            says = [([round(ink, 5) for ink in paint.inks], "k" if len(paint.inks) > 1 else "g")]
        return [(values, Operator(name.upper() if stroke else name)) for values, name in says]

    # Paint.

    def _before_text(self) -> None:
        state = self._state
        fills = state.rendering in {0, 2, 4, 6} and state.fill_overprints
        strokes = state.rendering in {1, 2, 5, 6} and state.stroke_overprints
        self._overprint(fills, strokes)

    def _paint(self, name: str, instruction: ContentStreamInstruction) -> None:
        state, restored = self._state, None
        if name in _FILLS:
            large = self._path.breadth(state) >= LARGE if state.fill else False
            if large and state.fill and state.fill.plain_black and self._palette.rich:
                restored = state.fill
                self._set(self._palette.rich, stroke=False)
            self._overprint(
                state.fill_overprints and not large, name in _STROKES and state.stroke_overprints
            )
        elif name in _STROKES:
            self._overprint(fill=False, stroke=state.stroke_overprints)
        self._out.append(instruction)
        if restored:
            self._set(restored, stroke=False)
        if self._clipping:
            state.clip = common(state.clip, self._path.box(state.matrix))
            self._clipping = False
        self._path.clear()

    def _knock_out(self) -> None:
        self._overprint(fill=False, stroke=False)

    def _overprint(self, fill: bool, stroke: bool) -> None:  # noqa: FBT001 - a pair
        """Say before a paint operator what overprints, if it is not said already."""
        if not self._palette.prints or self._state.overprint == (fill, stroke):
            return
        self._state.overprint = (fill, stroke)
        self.overprints.add((fill, stroke))
        self._out.append(([Name(OVERPRINTS[fill, stroke])], Operator("gs")))
