"""QR codes as modules: those of another encoder, drawn as rectangles, in as many as fit."""

import re

import numpy as np
import numpy.typing as npt
import pytest
import qrcode
import zxingcpp
from qrcode.constants import ERROR_CORRECT_M

from mi_print.layout import qr
from mi_print.trade.qr_code import QUIET_ZONE, SMALLEST_MODULE

ADDRESSES = [
    "https://example.org",
    "https://openreview.net/group?id=NeurIPS.cc/2025/Workshop/MechInterp",
    "https://example.org/" + "a" * 300,
    "https://例え.example/あ?q=ß",
]


def dark(text: str) -> npt.NDArray[np.bool_]:
    made: npt.NDArray[np.bool_] = np.array([list(row) for row in qr.modules(text)]) == 0
    return made


def other_masks(text: str, version: int) -> list[npt.NDArray[np.bool_]]:
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
    made = dark(text)
    others = other_masks(text, (len(made) - 17) // 4)
    assert any((made == other).all() for other in others)


def painted(data: str, size: int) -> npt.NDArray[np.uint8]:
    """Return the path as modules: 0 where it is dark."""
    picture = np.full((size, size), 255, np.uint8)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", data):
        picture[int(y), int(x) : int(x) + int(width)] = 0
    return picture


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_decodes_to_its_address(address: str) -> None:
    rows = qr.modules(address)
    picture = painted(qr.svg_path(rows), len(rows))
    assert ((picture == 0) == dark(address)).all()
    large = np.kron(np.pad(picture, QUIET_ZONE, constant_values=255), np.ones((4, 4), np.uint8))
    (found,) = zxingcpp.read_barcodes(large)
    assert found.text == address


def test_runs_of_dark_modules_are_one_rectangle_each() -> None:
    rows = [b"\0\0\xff\0", b"\xff" * 4]
    assert [qr.dark_runs(row) for row in rows] == [[(0, 2), (3, 1)], []]
    assert qr.svg_path(rows) == "M0 0h2v1h-2zM3 0h1v1h-1z"


def test_a_code_has_no_border_of_its_own() -> None:
    made = dark("https://example.org")
    assert made.shape[0] == made.shape[1]
    assert made[0, :7].all()
    assert made[:7, 0].all()


@pytest.mark.parametrize("side", [24.0, 50.0, 62.0, 98.0, 300.0])
def test_the_longest_text_is_the_last_whose_modules_print(side: float) -> None:
    letters = qr.longest(side)
    assert letters
    assert not qr.too_small(qr.module_side("a" * letters, side))
    assert qr.too_small(qr.module_side("a" * (letters + 1), side))


def test_modules_of_just_the_least_size_print() -> None:
    count = len(qr.modules("https://example.org"))
    assert not qr.too_small(qr.module_side("https://example.org", count * SMALLEST_MODULE))
    assert qr.too_small(qr.module_side("https://example.org", count * SMALLEST_MODULE * 0.999))


def test_a_place_may_be_too_small_for_any_code() -> None:
    assert qr.longest(5) == 0


def test_a_text_that_no_code_can_say_has_no_modules() -> None:
    assert qr.module_side("字" * 2_000, 1_000) == 0


@pytest.mark.parametrize("kind", ["0123456789", "ABC $%*", "aZ/?=&;~", "éß", "日本", "\x00\x7f "])
def test_room_for_a_text_is_told_as_by_encoding_it(kind: str) -> None:
    for count in range(1, 260, 3):
        text = (kind * count)[:count]
        assert qr.has_room(text, 60) is not qr.too_small(qr.module_side(text, 60)), text
