"""Whether a file is said to hold ink alone, and that its plates stay the same."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from mi_print.preflight.pdf.open_file import opened
from mi_print.preflight.raster.drawable_pages import drawable_pages
from mi_print.preflight.raster.ghostscript import Separating
from mi_print.preflight.raster.ink_alone import spots_of_ink_alone
from mi_print.preflight.raster.plates import Plates, plates
from tests.preflight.sheet import book, text

GS = shutil.which("gs") or "gs"
RAMP = " ".join(f"{level / 8} g {level * 20} 100 20 40 re f" for level in range(9))
TINTS = " ".join(f"/S cs {level / 8} scn {level * 20} 150 20 40 re f" for level in range(9))
INK = f"0.2 0.4 0.6 0.1 k 20 20 80 80 re f {RAMP} {TINTS} /O gs 0 0 0 0.7 k 10 120 150 50 re f "

Change = Callable[[Pdf], None]


def changed(data: bytes, change: Change) -> bytes:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(buffer, static_id=True)
    return buffer.getvalue()


def spots(data: bytes) -> int | None:
    with opened(data, "a.pdf") as document:
        return spots_of_ink_alone(document)


def space(*parts: object) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources.ColorSpace = Dictionary(Z=Array(list(parts)))

    return change


def form(content: bytes, **keys: object) -> Change:
    def change(pdf: Pdf) -> None:
        drawn = Stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, **keys)
        pdf.pages[0].obj.Resources.XObject = Dictionary(F=drawn)

    return change


def test_gray_cmyk_and_spots_are_ink() -> None:
    assert spots(book(INK + text("Org chart RG", 40, 250))) == 0
    assert spots(book(INK, spot="Warm")) == 1
    inks = Array([Name("/Warm"), Name("/Cool"), Name.Black])
    assert spots(changed(book(INK), space(Name.DeviceN, inks, Name.DeviceCMYK))) == 3


@pytest.mark.parametrize(
    "content",
    [
        "1 0 0 rg",
        "0 1 0\nRG 1 w",
        "/DeviceRGB cs 1 0 0 sc",
        "/Device#52GB cs",
        "BI /CS /RGB ID",
    ],
)
def test_operators_of_other_colours(content: str) -> None:
    assert spots(book(INK + content)) is None
    assert spots(changed(book(INK), form(content.encode()))) is None


@pytest.mark.parametrize(
    "change",
    [
        space(Name.Lab, Dictionary(WhitePoint=[0.9, 1, 0.8])),
        space(Name.Indexed, Name.DeviceRGB, 0, b"abc"),
        space(Name.Separation, Name("/Warm"), Name.CalRGB),
        form(b"", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)),
        form(b"", SMask=Dictionary(S=Name.Luminosity)),
        form(b"", Filter=Name.LZWDecode),
    ],
)
def test_other_colours_and_what_can_not_be_told(change: Change) -> None:
    assert spots(changed(book(INK), change)) is None


def test_the_plates_of_ink_alone_are_the_same(tmp_path: Path) -> None:
    data = book(INK, spot="Warm", overprint=True)
    sheets = drawable_pages(data, "a.pdf").drawable
    found: list[Plates] = []
    for told in (None, spots(data)):
        (folder := tmp_path / str(told)).mkdir()
        with Separating(data, sheets, GS, folder, told) as separating:
            found += plates(separating)
    slow, fast = (page.inks for page in found)
    assert set(slow) == set(fast) > {"Warm"}
    for ink, plate in slow.items():
        assert np.abs(plate.astype(int) - fast[ink]).max() <= 1  # of 255, in gray
