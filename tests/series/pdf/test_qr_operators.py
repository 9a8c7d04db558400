"""QR codes as dashed lines: the modules of another encoder, read by another engine."""

from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2
import pytest
import qrcode
import zxingcpp
from qrcode.constants import ERROR_CORRECT_M

from mi_print.series.pdf.qr_operators import modules, qr_operators
from mi_print.trade.qr_code import QUIET_ZONE

TEXTS = [
    "https://example.org/p/000001",
    "https://openreview.net/forum?id=AbCdEfGh",
    "7",
    "WIFI:T:WPA;S:Ünïcode;P:päss;;",
    "https://example.org/" + "long/" * 20,
]


def rows(text: str) -> np.ndarray:
    made: np.ndarray = np.array([list(row) for row in modules(text)]) == 0
    return made


def other_masks(text: str, version: int) -> list[np.ndarray]:
    """Return what another encoder makes of a text in one size, with each of the eight masks."""
    found = []
    for mask in range(8):
        code = qrcode.QRCode(version, ERROR_CORRECT_M, border=0, mask_pattern=mask)
        code.add_data(text, optimize=0)
        code.make(fit=False)
        found.append(np.array(code.get_matrix(), dtype=bool))
    return found


@pytest.mark.parametrize(
    "text", ["https://example.org/somebody", "https://example.org/" + "long/" * 20]
)
def test_the_modules_are_those_of_another_encoder(text: str) -> None:
    """Which mask is chosen is each encoder's own affair; it must be one of the eight.

    So is how digits among letters are packed; these texts have none.
    """
    made = rows(text)
    others = other_masks(text, (len(made) - 17) // 4)
    assert any((made == other).all() for other in others)


@pytest.mark.parametrize("text", TEXTS)
def test_it_reads_back_at_150_dpi(text: str) -> None:
    side = len(modules(text)) * 1.4
    book = pikepdf.new()
    edge = QUIET_ZONE * 1.4
    whole = side + 2 * edge
    book.add_blank_page(page_size=(whole, whole))
    content = b"0 0 0 1 K " + qr_operators(text, edge, whole - edge, side)
    book.pages[0].obj.Contents = book.make_stream(content)
    buffer = BytesIO()
    book.save(buffer)
    with pypdfium2.PdfDocument(buffer.getvalue()) as drawn:
        picture = drawn[0].render(scale=150 / 72).to_numpy()[..., 0]
    (found,) = zxingcpp.read_barcodes(np.ascontiguousarray(picture))
    assert found.text == text


def test_it_has_few_operators_and_says_no_colour() -> None:
    content = qr_operators(TEXTS[0], 0, 0, 60)
    operators = [str(each.operator) for each in pikepdf.parse_content_stream(_stream(content))]
    assert len(operators) <= 4 * len(modules(TEXTS[0])) + 4
    assert set(operators) == {"q", "cm", "w", "d", "m", "l", "S", "Q"}


def _stream(content: bytes) -> pikepdf.Object:
    book = pikepdf.new()
    _KEPT.append(book)
    return book.make_stream(content)


_KEPT: list[pikepdf.Pdf] = []
