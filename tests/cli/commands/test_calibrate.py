"""A printer is measured as its user would, and its backs lie behind their fronts."""

import re
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.press.calibration.scales import MM, OffsetScale, offset_scales
from tests.press.impose.numbered_pages import numbered

DOTS = 10  # a millimetre
MISSED = (1.3, -0.7)
"""By how many millimetres the backs of this printer are too far right and up."""
TRIM = (100.0, 140.0)


@pytest.fixture(autouse=True)
def _own_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))


def run(tmp_path: Path, *arguments: object) -> int:
    return main(["--project", str(tmp_path), *map(str, arguments)])


def seen_through(pdf: Path, *, over: bool) -> tuple[np.ndarray, np.ndarray]:
    """Return the front, and the back through it, as a printer that misses prints them."""
    with pypdfium2.PdfDocument(pdf) as book:
        front, back = (
            np.asarray(page.render(scale=DOTS / MM, grayscale=True).to_pil(), dtype=int)
            for page in book
        )
    right, up = (round(each * DOTS) for each in MISSED)
    missed = np.roll(back, (-up, right), (0, 1))
    return front, missed[:, ::-1] if over else missed[::-1]


def lines(dark: np.ndarray) -> list[float]:
    """Return the middles of the lines that cross a row of a picture."""
    weight = np.clip(200 - dark, 0, None)
    starts = np.flatnonzero(np.diff(np.concatenate([[0], (weight > 0).astype(int), [0]])))
    return [
        float(np.average(np.arange(first, last), weights=weight[first:last]))
        for first, last in zip(starts[::2], starts[1::2], strict=True)
    ]


def read(scale: OffsetScale, front: np.ndarray, back: np.ndarray, *, level: bool) -> float:
    """Return the number at the line of a fine scale that runs on into one of the back."""
    if level:
        row = front.shape[0] - scale.beside / MM * DOTS
        rows = [picture[round(row + off)] for picture, off in ((front, -30), (back, 30))]
    else:
        column = scale.beside / MM * DOTS
        rows = [picture[:, round(column + off)] for picture, off in ((front, -30), (back, 30))]
    numbered_lines, others = (lines(each) for each in rows)
    length = front.shape[1] if level else front.shape[0]
    placed = [
        line.at / MM * DOTS if level else length - line.at / MM * DOTS for line in scale.front
    ]
    own = [each for each in numbered_lines if min(abs(each - at) for at in placed) < 5]
    assert len(own) == len(scale.front)
    apart = [min(abs(each - other) for other in others) for each in own]
    best = own[apart.index(min(apart))]
    return scale.front[min(range(len(placed)), key=lambda at: abs(placed[at] - best))].value


def placed(pdf: Path, page: int) -> list[tuple[float, float, float, float]]:
    """Return the trims of the pages on a side of a sheet, by their matrices."""
    with pikepdf.open(pdf) as book:
        said = book.pages[page].obj.Contents.read_bytes().decode()
    found = []
    for matrix in re.findall(r"n ([-\d. ]+) cm", said):
        a, _, _, _, x, y = map(float, matrix.split())
        found.append((x, y, x + TRIM[0], y + TRIM[1]) if a > 0 else (x - 100, y - 140, x, y))
    return found


@pytest.mark.parametrize("flip", ["long-edge", "short-edge"])
@pytest.mark.parametrize("sheet", ["letter", "letter-landscape"])
def test_what_is_read_and_typed_puts_backs_behind_their_fronts(
    sheet: str, flip: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    size = (792.0, 612.0) if sheet == "letter-landscape" else (612.0, 792.0)
    over = (flip == "long-edge") == (sheet == "letter")
    asked = ("--sheet", sheet, "--flip", flip)
    assert run(tmp_path, "calibrate", *asked, "--out", tmp_path) == 0
    front, back = seen_through(tmp_path / f"calibrate-{sheet}.pdf", over=over)
    scales = offset_scales(size, over=over)
    level = read(scales.level_vernier, front, back, level=True)
    upright = read(scales.upright_vernier, front, back, level=False)
    assert (level, upright) == MISSED

    typed = f"{level}mm,{upright}mm"
    assert run(tmp_path, "calibrate", *asked, "--printer", "ours", "--offset", typed) == 0
    assert "backs are 1.3 mm right, 0.7 mm down" in capsys.readouterr().out

    # Printed again, the middles of the scales are what is kept, and there the lines run on.
    assert run(tmp_path, "calibrate", *asked, "--printer", "ours", "--out", tmp_path) == 0
    front, back = seen_through(tmp_path / f"calibrate-{sheet}.pdf", over=over)
    scales = offset_scales(size, over=over, kept=(level * MM, upright * MM))
    assert read(scales.level_vernier, front, back, level=True) == level
    assert scales.level_vernier.front[20].value == level

    pages = tmp_path / "pages.pdf"
    pages.write_bytes(numbered(16, TRIM))
    options = ("--scheme", "cut-stack", "--printer", "ours", "--sheet", f"{size[0]}x{size[1]}pt")
    for turned in ("long-edge", "short-edge"):
        assert run(tmp_path, "impose", pages, *options, "--flip", turned, "--grid", "2x2") == 0
        sheets = tmp_path / "pages-cut-stack.pdf"
        way = 1 if turned == flip else -1  # the page lies on the paper the other way up
        x, y = (way * each * MM for each in MISSED)
        printed = [(a + x, b + y, c + x, d + y) for a, b, c, d in placed(sheets, 1)]
        if over == (turned == flip):
            printed = [(size[0] - c, b, size[0] - a, d) for a, b, c, d in printed]
        else:
            printed = [(a, size[1] - d, c, size[1] - b) for a, b, c, d in printed]
        for one, other in zip(placed(sheets, 0), printed, strict=True):
            assert one == pytest.approx(other, abs=0.01)


def test_a_printer_turns_sheets_as_it_was_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = ("calibrate", "--printer", "ours", "--flip", "short-edge", "--offset", "0mm,0mm")
    assert run(tmp_path, *kept) == 0
    pages = tmp_path / "pages.pdf"
    pages.write_bytes(numbered(4))
    asked = ("impose", pages, "--scheme", "n-up", "--printer", "ours", "--sheet")
    assert run(tmp_path, *asked, "letter", "--grid", "2x2") == 0
    assert "turned over the short edge" in capsys.readouterr().out
    assert run(tmp_path, *asked, "letter-landscape", "--grid", "2x2") == 0
    said = capsys.readouterr()
    assert "turned over the short edge" in said.out
    assert "the offset of this printer is not known for sheets in landscape" in (
        " ".join(said.err.split())
    )
    one_plate = ("impose", pages, "--scheme", "work-and-turn", "--sheet", "letter", "--grid", "2x2")
    assert run(tmp_path, *one_plate, "--printer", "ours") == 0
    assert "prints one page on both sides" in " ".join(capsys.readouterr().err.split())


def test_what_a_printer_can_t_reach_is_kept_and_held_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "calibrate", "--printer", "ours", "--unprintable", "10mm") == 0
    pages = tmp_path / "pages.pdf"
    pages.write_bytes(numbered(4, (288, 216), bleed=0))
    asked = ("impose", pages, "--scheme", "n-up", "--one-sided", "--printer", "ours")
    assert run(tmp_path, *asked, "--stock", "avery-5392") == 0
    assert "this printer leaves 10 mm blank there" in " ".join(capsys.readouterr().err.split())
    assert run(tmp_path, *asked, "--sheet", "letter") == 0
    assert "2 × 2 on a side" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--offset", "1mm,1mm"), "it is not said of which printer"),
        (("--printer", "a b"), '"a b" is no name of a printer'),
        (("--printer", "a", "--offset", "1mm"), '--offset is "1mm"'),
        (("--printer", "a", "--offset", "1,2"), "'1' is not a length"),
        (("--printer", "a", "--offset", "1mm,30mm"), "off by more than 25 mm"),
        (("--printer", "a", "--unprintable=-1mm"), "less than nothing"),
        (("--printer", "a", "--forget"), 'no printer "a" is kept'),
        (("--printer", "a", "--forget", "--offset", "0mm,0mm"), "is kept or forgotten"),
        (("--sheet", "a5"), "has no room for the scales"),
        (("--sheet", "lettre"), 'there is no sheet "lettre"'),
    ],
)
def test_what_means_nothing_is_refused(
    tmp_path: Path,
    arguments: tuple[str, ...],
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(tmp_path, "calibrate", *arguments, "--out", tmp_path) == 2
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_printer_is_changed_and_forgotten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for more in (("--offset", "-1mm,1mm"), ("--unprintable", "4mm")):
        assert run(tmp_path, "calibrate", "--printer", "ours", *more) == 0
    assert run(tmp_path, "calibrate", "--printer", "other", "--offset", "0mm,0mm") == 0
    capsys.readouterr()
    assert run(tmp_path, "calibrate", "--out", tmp_path) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "ours",
        "    portrait: backs are 1 mm left, 1 mm up, turned over the long edge",
        "    leaves 4 mm of each edge blank",
        "other",
        "    portrait: backs are 0 in right, 0 in up, turned over the long edge",
    ]
    assert run(tmp_path, "calibrate", "--printer", "ours", "--forget") == 0
    assert "ours" not in capsys.readouterr().out
