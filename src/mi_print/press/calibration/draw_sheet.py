"""Draws the calibration sheet: a front with scales and words, and a back with lines alone.

All of it is black, in gray alone, so that an office printer uses one toner.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pikepdf import Name, Pdf
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_print.press.boxes import box
from mi_print.press.calibration.scales import MM, OffsetScale, behind, offset_scales
from mi_print.press.identify import identify
from mi_print.press.save import saved
from mi_print.resources import FONTS

_FONTS = {"Inter": "Inter-Regular.ttf", "Inter-SemiBold": "Inter-SemiBold.ttf"}
_TEXT, _HEAD, _SMALL = 9.5, 18.0, 6.5
_LEADING = 13.0
_FINE_LINE, _LINE = 0.25, 0.6
_TICK = 6 * MM  # of a fine scale, to each side of its middle
_ARM = 5 * MM  # of the back's line on a ruler
_CORNER = 18 * MM  # of the lines for a ruler, from the sheet's left and top edges
_STEPS = range(1, 9)  # millimetres from an edge
_STEP = 4 * MM
_NUMBERED = 5  # lines from one number to the next

_RULERS = (
    "In whole millimetres:",
    "A and B are where the long",
    "line of the back stands.",
)

_WORDS = """
1 Print both pages on one sheet: two-sided, turned over the {edge}, at actual size (100%, not
fitted to the page), on the paper and from the tray that you mean to use.

2 Hold the sheet against the light, with this side toward you. The lines of the back are seen
behind those of the front. If they are nowhere near, the printer has turned the sheet over its
other edge: choose the other way in its dialog.

3 Read A and B in millimetres, with their signs. The scales along the foot and the right edge are
the finest: find the line that runs on straight into one of the back. If none does, the offset is
larger: read the rulers above the foot instead.

4 Keep what you have read, as in this example:

- ${command} --offset 1.5mm,-0.5mm

5 Print this sheet again for that printer, with the same command without --offset, and read it
again: nothing has to be done if it says what is kept.

- No light comes through? Measure the arrows A and B in the corner with a ruler, here and on the
back. A and B are {order}.

- Steps at the edges: the smallest number whose line is printed at all four edges is what the
printer can't reach, in millimetres. Keep it with --unprintable 4mm.
"""
"""Paragraphs with their numbers; $ stands before what is typed."""

Point = tuple[float, float]
Axis = Callable[[float, float], Point]
"""A place on a side, by how far along a scale it is and how far off it."""


@dataclass(frozen=True, slots=True)
class SheetToRead:
    """What a calibration sheet is for.

    Attributes:
        size: its width and height in points.
        over: whether it is turned left to right.
        kept: the offset that is taken back on it, right and up in points.
        about: the sheet and its flip in words.
        command: what keeps the offset, but for that.
        edge: what is to be chosen in the printer's dialog, in words.
    """

    size: tuple[float, float]
    over: bool
    kept: tuple[float, float]
    about: str
    command: str
    edge: str


def calibration_sheet(wanted: SheetToRead, date: datetime) -> bytes:
    """Return the two pages as a PDF.

    Args:
        wanted: what it is for.
        date: when it is made.
    """
    buffer = BytesIO()
    for name, file in _FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / "inter" / file)))
    canvas = Canvas(buffer, wanted.size, invariant=1)
    canvas._preamble = ""  # noqa: SLF001 - it would select Helvetica, which nothing embeds
    for side in (_DrawnSide(canvas, wanted, back=False), _DrawnSide(canvas, wanted, back=True)):
        canvas.setStrokeGray(0)
        canvas.setFillGray(0)
        side.draw()
        canvas.showPage()
    canvas.save()
    with Pdf.open(BytesIO(buffer.getvalue())) as book:
        for page in book.pages:
            page.obj.CropBox = page.obj.TrimBox = box((0, 0, *wanted.size))
            fonts = page.obj.Resources.Font
            for unused in [key for key, each in fonts.items() if Name.FontDescriptor not in each]:
                del fonts[unused]
        identify(book, f"Calibration, {wanted.about}", "", date, None)
        return saved(book)


class _DrawnSide:
    """One side as it is drawn; points are given as they are seen from the front."""

    def __init__(self, canvas: Canvas, wanted: SheetToRead, *, back: bool) -> None:
        self._canvas = canvas
        self._wanted = wanted
        self._back = back
        self._scales = offset_scales(wanted.size, over=wanted.over, kept=wanted.kept)

    def draw(self) -> None:
        """Draw all of it."""
        self._rulers()
        self._verniers()
        self._corner()
        if self._back:
            self._canvas.setFont("Inter", _TEXT)
            x, y = self._place((self._wanted.size[0] / 2, 20 * MM))
            self._canvas.drawCentredString(x, y, "Back of the calibration sheet")
        else:
            self._edges()
            self._words()

    def _place(self, point: Point) -> Point:
        if not self._back:
            return point
        return behind(point, self._wanted.size, over=self._wanted.over, kept=self._wanted.kept)

    def _line(self, one: Point, other: Point, width: float = _FINE_LINE) -> None:
        self._canvas.setLineWidth(width)
        self._canvas.line(*self._place(one), *self._place(other))

    def _small(self, text: str, x: float, y: float) -> None:
        self._canvas.setFont("Inter", _SMALL)
        self._canvas.drawCentredString(x, y - _SMALL / 3, text)

    def _rulers(self) -> None:
        for scale, name, axis in (
            (self._scales.level_ruler, "A", _level(self._scales.level_ruler)),
            (self._scales.upright_ruler, "B", _upright(self._scales.upright_ruler)),
        ):
            if self._back:
                self._line(axis(scale.back[0], -_ARM), axis(scale.back[0], _ARM))
                continue
            self._line(axis(scale.front[0].at, 0), axis(scale.front[-1].at, 0))
            self._numbered(scale, axis, 2 * MM, 0.6)
            self._name(name, axis(scale.front[-1].at + 5 * MM, 0))
        if not self._back:
            x = self._scales.upright_ruler.beside + 16 * MM
            y = self._scales.level_ruler.beside + _LEADING / 2
            self._canvas.setFont("Inter", _TEXT)
            for row, text in enumerate(_RULERS):
                self._canvas.drawString(x, y - row * _LEADING, text)

    def _verniers(self) -> None:
        for scale, name, axis in (
            (self._scales.level_vernier, "A", _level(self._scales.level_vernier)),
            (self._scales.upright_vernier, "B", _upright(self._scales.upright_vernier)),
        ):
            if self._back:
                for at in scale.back:
                    self._line(axis(at, 0), axis(at, -_TICK))
                continue
            self._numbered(scale, axis, _TICK, 0.25)
            self._name(name, axis(scale.front[-1].at + 6 * MM, _TICK / 2))

    def _numbered(self, scale: OffsetScale, axis: Axis, tick: float, more: float) -> None:
        """Draw the lines of the front, and numbers beyond those that are longer by `more`."""
        upright = axis(1, 0)[0] == axis(0, 0)[0]
        for number, (at, value) in enumerate(scale.front):
            long = number % _NUMBERED == 0
            self._line(axis(at, 0), axis(at, tick * (1 + more * long)))
            if not long:
                continue
            x, y = axis(at, tick * (1 + more) + (1 if upright else 2) * MM)
            self._canvas.setFont("Inter", _SMALL)
            draw = self._canvas.drawRightString if upright else self._canvas.drawCentredString
            draw(x, y - _SMALL / 3, _signed(value))

    def _name(self, name: str, place: Point) -> None:
        self._canvas.setFont("Inter-SemiBold", _TEXT)
        self._canvas.drawCentredString(place[0], place[1] - _TEXT / 3, name)

    def _corner(self) -> None:
        """Draw two lines near the top left corner, for a ruler, with arrows to the edges."""
        x, y = _CORNER, self._wanted.size[1] - _CORNER
        far = 5 * MM
        top = self._wanted.size[1]
        self._line((x, y - 4 * MM), (x, y + 8 * MM))
        self._line((x - 8 * MM, y), (x + 4 * MM, y))
        for tip, tail, name in (
            ((far, y - 3 * MM), (x, y - 3 * MM), "A"),
            ((x + 3 * MM, top - far), (x + 3 * MM, y), "B"),
        ):
            self._line(tip, tail, _LINE)
            across = tip[1] == tail[1]
            for side in (-1, 1):
                barb = (
                    (tip[0] + 1.5 * MM, tip[1] + side * MM)
                    if across
                    else (tip[0] + side * MM, tip[1] - 1.5 * MM)
                )
                self._line(tip, barb, _LINE)
            middle = ((tip[0] + tail[0]) / 2, (tip[1] + tail[1]) / 2)
            lx, ly = self._place(middle)
            off = (0.0, -3.2 * MM) if across else (3.4 * MM, 0.0)
            if self._back:
                off = (-off[0], off[1]) if self._wanted.over else (off[0], -off[1])
            self._name(name, (lx + off[0], ly + off[1]))

    def _edges(self) -> None:
        """Draw steps toward each edge, which are printed as far as the printer reaches."""
        width, height = self._wanted.size
        for count in _STEPS:
            along, deep = (count - 4.5) * _STEP, count * MM
            half = _STEP / 2
            for x, y, level in (
                (width / 2 + along, deep, True),
                (width / 2 + along, height - deep, True),
                (deep, height / 2 + along, False),
                (width - deep, height / 2 + along, False),
            ):
                end = (half, 0.0) if level else (0.0, half)
                self._line((x - end[0], y - end[1]), (x + end[0], y + end[1]), _LINE)
            row = 10 * MM
            for x, y in (
                (width / 2 + along, row),
                (width / 2 + along, height - row),
                (row, height / 2 + along),
                (width - row, height / 2 + along),
            ):
                self._small(str(count), x, y)

    def _words(self) -> None:
        width, height = self._wanted.size
        left, y = 32 * MM, height - 21 * MM
        self._canvas.setFont("Inter-SemiBold", _HEAD)
        self._canvas.drawString(left, y, "Calibration of the backs")
        self._canvas.setFont("Inter", _TEXT)
        y -= 6 * MM
        self._canvas.drawString(left, y, self._wanted.about)
        y -= 9 * MM
        for number, text in _said(self._wanted):
            self._canvas.setFont("Inter-SemiBold", _TEXT)
            self._canvas.drawRightString(left - 2.5 * MM, y, number)
            for line in _lines(text, width - 42 * MM - left):
                self._canvas.setFont(line[0], _TEXT)
                self._canvas.drawString(left, y, line[1])
                y -= _LEADING
            y -= 3


def _level(scale: OffsetScale) -> Axis:
    return lambda at, off: (at, scale.beside + off)


def _upright(scale: OffsetScale) -> Axis:
    return lambda at, off: (scale.beside - off, at)


def _said(wanted: SheetToRead) -> Iterator[tuple[str, str]]:
    """Yield each paragraph with its number, or nothing for one."""
    front, back = "what the front has", "what the back has"
    order = f"{front}, less {back}" if wanted.over else f"{back}, less {front}"
    text = _WORDS.format(edge=wanted.edge, command=wanted.command, order=order)
    for paragraph in text.strip().split("\n\n"):
        number, _, said = " ".join(paragraph.split()).partition(" ")
        yield ("" if number == "-" else number), said


def _lines(text: str, width: float) -> Iterable[tuple[str, str]]:
    font = "Inter-SemiBold" if text.startswith("$") else "Inter"
    return [(font, line) for line in simpleSplit(text.removeprefix("$"), font, _TEXT, width)]


def _signed(value: float) -> str:
    text = f"{value:+g}".replace("-", "−")
    return "0" if value == 0 else text
