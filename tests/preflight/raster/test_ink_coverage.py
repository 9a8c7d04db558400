"""Ghostscript's plates of known ink."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

from mi_print.preflight.raster.drawable_pages import drawable_pages
from mi_print.preflight.raster.ghostscript import PlatesError, Separating
from mi_print.preflight.raster.ink_coverage import check_ink
from mi_print.preflight.raster.plates import Plates, plates
from mi_print.problem import Problem
from tests.preflight.sheet import HEIGHT, US, WIDTH, book, text

GS = shutil.which("gs") or "gs"


def separated(data: bytes) -> list[Plates]:
    whole = drawable_pages(data, "a.pdf")
    with (
        TemporaryDirectory() as folder,
        Separating(whole.data, whole.drawable, GS, Path(folder)) as separating,
    ):
        return list(plates(separating))


def told(data: bytes) -> list[Problem]:
    return [problem for page in separated(data) for problem in check_ink(page, US)]


def test_plates_hold_the_ink_that_was_asked_for() -> None:
    (page,) = separated(
        book("1 0.5 0 0.2 k 0 0 100 100 re f /S cs 0.8 scn 100 0 50 50 re f", spot="Gold (x)/1")
    )
    assert set(page.inks) == {"Cyan", "Magenta", "Yellow", "Black", "Gold (x)/1"}
    row, column = page.inks["Cyan"].shape[0] - 40, 40
    percent = {name: round(int(ink[row, column]) / 2.55) for name, ink in page.inks.items()}
    assert percent == {"Cyan": 100, "Magenta": 50, "Yellow": 0, "Black": 20, "Gold (x)/1": 0}
    assert round(int(page.inks["Gold (x)/1"][row, 140]) / 2.55) == 80


def test_pages_that_are_turned_cropped_and_scaled_are_upright_on_the_plates() -> None:
    content = "1 0 0 0 k 0 0 40 40 re f"
    (plain,) = separated(book(content))
    (turned,) = separated(book(content, Rotate=90, UserUnit=2, CropBox=[20, 20, 90, 90]))
    assert np.array_equal(plain.inks["Cyan"], turned.inks["Cyan"])


def test_many_pages_in_their_order() -> None:
    grays = [f"0 0 0 {number / 40} k 0 0 60 60 re f" for number in range(1, 36)]
    found = [int(page.inks["Black"][-30, 30]) for page in separated(book(*grays))]
    assert found == sorted(found)
    assert len(set(found)) == 35


def test_too_much_ink() -> None:
    (problem,) = told(book("0.9 0.8 0.8 0.9 k 50 50 80 80 re f"))
    assert str(problem).startswith("page 1 [")
    assert problem.message == "340 % ink on average over 15 mm; the shop takes 300 %"
    assert problem.box is not None
    x, y, width, height = problem.box
    assert 49 <= x <= 130 - width + 1
    assert HEIGHT - 131 <= y <= HEIGHT - 50 - height + 1


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("1 1 1 0 k 50 50 80 80 re f", id="just the limit"),
        pytest.param("1 1 1 1 k 50 50 20 20 re f", id="a small patch"),
        pytest.param(f"1 1 1 1 k {-9} -9 6 300 re f", id="a thin strip"),
    ],
)
def test_ink_that_does_no_harm(content: str) -> None:
    assert told(book(content)) == []


def test_marks_beyond_the_bleed_do_not_count() -> None:
    box = [60, 60, WIDTH + 60, HEIGHT + 60]
    bars = "1 1 1 1 k -60 -60 50 400 re f"
    assert told(book(bars, bleed=60, TrimBox=box, BleedBox=box)) == []


PANEL = "0 0.9 1 0.05 k 20 100 180 100 re f "


def test_black_text_that_knocks_out_of_a_colour() -> None:
    (problem,) = told(book(PANEL + text("Knocked out", 40, 150)))
    assert problem.rule == "MP-OVERPRINT"
    assert problem.box is not None
    assert problem.box[0] == pytest.approx(40, abs=3)


def test_black_text_that_overprints() -> None:
    with_state = book(
        PANEL + "/O gs " + text("Overprints", 40, 150) + text("On paper", 40, 50), overprint=True
    )
    assert told(with_state) == []


def test_black_next_to_a_colour_is_no_knockout() -> None:
    assert told(book(PANEL + "0 0 0 1 k 20 200 180 60 re f")) == []


def test_a_file_that_ghostscript_gives_up(tmp_path: Path) -> None:
    sheet = drawable_pages(book(""), "a.pdf").drawable
    broken = Separating(b"%PDF-1.4 nothing", sheet, GS, tmp_path)
    with broken, pytest.raises(PlatesError):
        list(plates(broken))
