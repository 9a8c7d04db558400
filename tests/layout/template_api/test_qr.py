"""QR codes as vectors: what is drawn is what the encoder says, and it decodes."""

import re

import numpy as np
import numpy.typing as npt
import pytest
import zxingcpp

from mi_print.layout.template_api import qr
from mi_print.trade.qr_code import QUIET_ZONE

ADDRESSES = [
    "https://example.org",
    "https://openreview.net/group?id=NeurIPS.cc/2025/Workshop/MechInterp",
    "https://example.org/" + "a" * 300,
]


def painted(data: str, size: int) -> npt.NDArray[np.uint8]:
    """Return the path as modules: 0 where it is dark."""
    picture = np.full((size, size), 255, np.uint8)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", data):
        picture[int(y), int(x) : int(x) + int(width)] = 0
    return picture


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_decodes_to_its_address(address: str) -> None:
    rows = qr.modules(address)
    picture = painted(qr.path(rows), len(rows))
    assert ((picture == 0) == np.array(rows)).all()
    large = np.kron(np.pad(picture, QUIET_ZONE, constant_values=255), np.ones((4, 4), np.uint8))
    (found,) = zxingcpp.read_barcodes(large)
    assert found.text == address


def test_runs_of_dark_modules_are_one_rectangle_each() -> None:
    assert qr.path([[True, True, False, True], [False] * 4]) == "M0 0h2v1h-2zM3 0h1v1h-1z"


def test_a_code_has_no_border_of_its_own() -> None:
    rows = qr.modules("https://example.org")
    assert len(rows) == len(rows[0])
    assert all(rows[0][:7])
    assert all(row[0] for row in rows[:7])
