"""Small pages for tests of the judge."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.colors import black, white
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_print.resources import FONTS
from tests.generated.judge import faults
from tests.generated.record import Printed

Draw = Callable[[Canvas], None]

_HEBREW = FONTS / "noto-sans-hebrew" / "NotoSansHebrew-Regular.ttf"
_THAI = FONTS / "noto-sans-thai" / "NotoSansThai-Regular.ttf"


def name(text: str, y: float, x: float = 20, size: float = 12) -> Draw:
    """Return what draws a text."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, text)

    return draw


def area(x: float, y: float, width: float, height: float, colour: object = white) -> Draw:
    """Return what fills an area."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.setFillColor(black)

    return draw


def turn(canvas: Canvas) -> None:
    """Begin a page."""
    canvas.showPage()


def hebrew(text: str, y: float) -> Draw:
    """Return what draws a text, its first letter at the right."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Hebrew", 10)
        canvas.drawString(20, y, text[::-1])

    pdfmetrics.registerFont(TTFont("Hebrew", _HEBREW))
    return draw


def thai(text: str, y: float, x: float = 20) -> Draw:
    """Return what draws a text."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Thai", 10)
        canvas.drawString(x, y, text)

    pdfmetrics.registerFont(TTFont("Thai", _THAI))
    return draw


def of_file(tmp_path: Path, drawn: Sequence[Draw], wanted: Printed) -> list[str]:
    """Return the faults of a file of drawn pages."""
    path = tmp_path / "page.pdf"
    canvas = Canvas(str(path), (200, 200))
    for draw in drawn:
        draw(canvas)
    canvas.save()
    return faults(path, wanted)


RIGHT = name("Ada Example", 150), name("Bo Sample", 130)
"""A page without a fault."""
