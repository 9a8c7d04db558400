"""Pictures of sheets with what is planned drawn over them, as PNG.

The pages are drawn by pdfium in another process, since a file may be anybody's.
"""

import io
from collections.abc import Iterator, Sequence
from functools import partial

from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from mi_print.geometry import Point, Rectangle
from mi_print.preflight.raster.drawable_pages import DrawablePage
from mi_print.processes.child import Child
from mi_print.products.imposition.proof_sides import ProofLabel, ProofSide
from mi_print.products.output import PROOF
from mi_print.resources import FONTS

LONG = 1000
"""Pixels of a sheet's longer side."""

_GROUND, _PAPER, _INK, _PALE = "#E4E4E4", "#FFFFFF", "#111111", "#767676"
_CUT, _FOLD = "#C2185B", "#0068B5"
_MARGIN, _HEAD, _FOOT = 28, 62, 48
_TEXT = 21
_WHITE = (255, 255, 255, 225)
_FINE = 2  # how many times finer shapes are drawn, for smooth edges


def proof_pictures(
    data: bytes, sides: Sequence[ProofSide], size: tuple[float, float], long: int = LONG
) -> Iterator[bytes]:
    """Yield a PNG for each side, drawn in another process.

    Args:
        data: the sheets as a PDF.
        sides: what stands on each of its pages.
        size: a sheet's width and height in points.
        long: how many pixels its longer side has.

    Raises:
        MissingError: drawing crashed, or no process can be started.
    """
    yield from Child(partial(drawn_sides, data, sides, size, long)).results()


def drawn_sides(
    data: bytes, sides: Sequence[ProofSide], size: tuple[float, float], long: int = LONG
) -> Iterator[bytes]:
    """Yield a PNG for each side, drawn in this process, of a file that is known to be sound."""
    from mi_print.preflight.raster.render import Renderer  # noqa: PLC0415 - only its process draws

    whole = (0.0, 0.0, *size)
    scale = long / max(size)
    with Renderer(data) as renderer:
        for number, side in enumerate(sides, 1):
            page = DrawablePage(number, whole, whole, whole, declares_bleed=True)
            sheet = Image.fromarray(renderer.page(page).draw(scale))
            yield _png(_Proof(sheet, size, scale).with_plan(side))


class _Proof:
    """A sheet that is drawn over; places are points of the sheet, y up."""

    def __init__(self, sheet: Image.Image, size: tuple[float, float], scale: float) -> None:
        self._sheet, self._size, self._scale = sheet, size, scale
        self._big = _FINE * scale

    def with_plan(self, side: ProofSide) -> Image.Image:
        """Return the sheet on its ground, with the plan over it and words around it."""
        over = Image.new("RGBA", (self._sheet.width * _FINE, self._sheet.height * _FINE))
        draw = ImageDraw.Draw(over)
        for cell in side.cells:
            left, bottom, right, top = self._box(cell)
            draw.rectangle((left, top, right, bottom), outline=_CUT, width=2 * _FINE)
        for line in side.folds:
            self._dashed(draw, self._box(line))
        for middle in side.blanks:
            font = _font("Inter-Regular", (_TEXT - 3) * _FINE)
            draw.text(self._at(middle), "blank", _PALE, font, anchor="mm")
        for label in side.labels:
            self._label(over, label, side.cells[0])
        over = over.reduce(_FINE)
        sheet = self._sheet.convert("RGBA")
        sheet.alpha_composite(over)
        return self._framed(sheet.convert("RGB"), side)

    def _box(self, box: Rectangle) -> Rectangle:
        left, bottom, right, top = box
        return (*self._at((left, bottom)), *self._at((right, top)))

    def _at(self, point: Point) -> Point:
        return point[0] * self._big, (self._size[1] - point[1]) * self._big

    @staticmethod
    def _dashed(draw: ImageDraw.ImageDraw, line: Rectangle) -> None:
        x, y, u, v = line
        length, dash = abs(u - x) + abs(v - y), 14 * _FINE
        draw.line(line, _PAPER, 6 * _FINE)
        for start in range(0, round(length), 2 * dash):
            one, other = start / length, min(1.0, (start + dash) / length)
            ends = [(x + (u - x) * at, y + (v - y) * at) for at in (one, other)]
            draw.line(ends, _FOLD, 3 * _FINE)

    def _label(self, over: Image.Image, label: ProofLabel, cell: Rectangle) -> None:
        """Draw a page's number with an arrow to its head, turned as the page is."""
        room = min(cell[2] - cell[0], cell[3] - cell[1]) * self._big
        radius = round(min(38 * _FINE, 0.2 * room))
        side = 4 * radius
        own = Image.new("RGBA", (side, side))
        draw, middle = ImageDraw.Draw(own), side // 2
        box = (middle - radius, middle - radius, middle + radius, middle + radius)
        draw.polygon(
            [
                (middle, middle - 1.75 * radius),
                (middle - 0.5 * radius, middle - 0.8 * radius),
                (middle + 0.5 * radius, middle - 0.8 * radius),
            ],
            fill=_INK,
        )
        draw.ellipse(box, fill=_WHITE, outline=_INK, width=max(2, radius // 14))
        text = str(label.number)
        font = _font("Inter-SemiBold", round(radius * (1.0 if len(text) < 3 else 0.72)))  # noqa: PLR2004 - digits
        draw.text((middle, middle), text, _INK, font, anchor="mm")
        if label.turned:
            own = own.rotate(180)
        x, y = self._at(label.middle)
        over.alpha_composite(own, (max(0, round(x) - middle), max(0, round(y) - middle)))

    def _framed(self, sheet: Image.Image, side: ProofSide) -> Image.Image:
        width = max(sheet.width, _legend_width()) + 2 * _MARGIN
        whole = Image.new("RGB", (width, sheet.height + _HEAD + _FOOT), _GROUND)
        left = (width - sheet.width) // 2
        draw = ImageDraw.Draw(whole)
        draw.rectangle(
            (left + 3, _HEAD + 3, left + sheet.width + 3, _HEAD + sheet.height + 3), "#BDBDBD"
        )
        whole.paste(sheet, (left, _HEAD))
        draw.rectangle(
            (left - 1, _HEAD - 1, left + sheet.width, _HEAD + sheet.height), outline="#8A8A8A"
        )
        head = _HEAD // 2
        bold, plain = _font("Inter-SemiBold", _TEXT), _font("Inter-Regular", _TEXT)
        draw.text((_MARGIN, head), side.caption, _INK, bold, anchor="lm")
        after = _MARGIN + draw.textlength(side.caption, bold) + _TEXT
        if after + draw.textlength(side.hint, plain) <= width - _MARGIN:
            draw.text((after, head), side.hint, _INK, plain, anchor="lm")
        self._legend(draw, whole.height - _FOOT // 2 + 2, folds=bool(side.folds))
        return whole

    @staticmethod
    def _legend(draw: ImageDraw.ImageDraw, y: int, *, folds: bool) -> None:
        x, font = _MARGIN, _font("Inter-Regular", _TEXT - 3)
        for colour, text in ((_CUT, "cut"), (_FOLD, "fold"), (None, "head of the page")):
            if text == "fold" and not folds:
                continue
            if colour is None:
                draw.polygon([(x + 9, y - 9), (x, y + 7), (x + 18, y + 7)], fill=_INK)
                x += 26
            else:
                step = 12 if colour == _FOLD else 36
                for start in range(0, 36, 24 if colour == _FOLD else 36):
                    draw.line((x + start, y, x + start + step, y), colour, 3)
                x += 44
            draw.text((x, y), text, _INK, font, anchor="lm")
            x += round(draw.textlength(text, font)) + 30


def _legend_width() -> int:
    return 460


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / "inter" / f"{name}.ttf", size)


def _png(picture: Image.Image) -> bytes:
    said = PngImagePlugin.PngInfo()
    said.add_text("Software", PROOF)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", pnginfo=said, compress_level=3)
    return buffer.getvalue()
