"""The operators of text: what each does to the state, and the strings it shows."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from mi_print.geometry import Rectangle, times
from mi_print.preflight.interpreter.display_list import Paint, PaintedText
from mi_print.preflight.interpreter.graphics_state import CurrentColour, GraphicsState
from mi_print.preflight.interpreter.page_sink import PageSink
from mi_print.preflight.interpreter.stream_context import StreamContext
from mi_print.preflight.interpreter.text_position import TextPosition
from mi_print.preflight.pdf.objects import PdfValue

_NUMBERS = {"Tc": "letter_space", "Tw": "word_space", "TL": "leading", "Ts": "rise"}
_FILLED, _STROKED = {0, 2, 4, 6}, {1, 2, 5, 6}  # text render modes (table 106)

Operands = tuple[Any, ...]


class TextRun(Protocol):
    """What these operators ask of the stream that is being run."""

    walk: PageSink
    frame: StreamContext
    state: GraphicsState
    line: TextPosition

    def resource(self, kind: str, key: str) -> PdfValue:
        """Return a named resource."""

    def pattern(self, colour: CurrentColour, box: Rectangle) -> None:
        """Walk the pattern that something is painted with."""

    def box(self, box: Rectangle) -> Rectangle:
        """Return where on the page something is."""


def begin_text(run: TextRun, _operator: str, _values: Operands) -> None:
    """Begin text at the origin."""
    run.line = TextPosition()


def text_number(run: TextRun, operator: str, values: Operands) -> None:
    """Set a space, a leading or a rise."""
    setattr(run.state, _NUMBERS[operator], values[0])


def stretch(run: TextRun, _operator: str, values: Operands) -> None:
    """Set how wide letters are, in percent."""
    run.state.stretch = values[0] / 100


def render(run: TextRun, _operator: str, values: Operands) -> None:
    """Choose between fill, stroke, both and neither."""
    run.state.render = int(values[0])


def choose_font(run: TextRun, _operator: str, values: Operands) -> None:
    """Choose a font and its size."""
    found = run.resource("/Font", values[0])
    run.state.font = None if found is None else run.walk.shared.fonts.read(found)
    run.state.size = values[1]
    if found is not None and run.state.font is None:
        run.walk.fault(f"the font “{values[0][1:41]}” can't be read")


def move(run: TextRun, operator: str, values: Operands) -> None:
    """Go to another line."""
    if operator == "TD":
        run.state.leading = -values[1]
    run.line.move(values[0], values[1])


def put(run: TextRun, _operator: str, values: Operands) -> None:
    """Begin a line anywhere."""
    run.line.put(values)


def next_line(run: TextRun, _operator: str, _values: Operands) -> None:
    """Go to the next line."""
    run.line.move(0.0, -run.state.leading)


def quote(run: TextRun, operator: str, values: Operands) -> None:
    """Go to the next line and show a string."""
    if operator == '"':
        run.state.word_space, run.state.letter_space = values[0], values[1]
    next_line(run, operator, values)
    show(run, operator, values[-1:])


def show(run: TextRun, _operator: str, values: Operands) -> None:
    """Show a string."""
    walk, state = run.walk, run.state
    if state.font is None:
        walk.fault("text is shown without a font")
        return
    codes, box, size = run.line.show(values, state, state.font)
    if not codes:
        return
    paints: list[Paint] = []
    if state.render in _FILLED:
        paints.append(state.filling())
    if state.render in _STROKED:
        paints.append(state.stroking())
    place = run.frame.place
    text = PaintedText(run.box(box), state.clip, place, state.font, codes, size, tuple(paints))
    walk.painted.append(text)
    if state.font.drawn is not None:
        ctm = times((state.size, 0.0, 0.0, state.size, 0.0, 0.0), times(run.line.text, state.ctm))
        walk.letters(text, run.frame, replace(state, ctm=ctm))
    for paint, colour in ((_FILLED, state.fill), (_STROKED, state.stroke)):
        if state.render in paint and colour.pattern is not None:
            run.pattern(colour, box)


TEXT: dict[str, Callable[[TextRun, str, Operands], None]] = {
    "BT": begin_text, "Tz": stretch, "Tr": render, "Tf": choose_font, "Td": move, "TD": move,
    "Tm": put, "T*": next_line, "Tj": show, "TJ": show, "'": quote, '"': quote,
    **dict.fromkeys(_NUMBERS, text_number),
}  # fmt: skip
