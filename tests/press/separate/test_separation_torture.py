"""Everything that is hard to separate, through the whole press, seen by three engines."""

import subprocess
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from mi_print.press.print_edition import FileIdentity, PrintSpec, print_edition
from mi_print.press.profile import load
from mi_print.press.separate.separation import separate
from mi_print.resources import BUNDLED
from mi_print.trade.shops import shops
from tests.press import torture
from tests.press.inked import COLOUR, INKS
from tests.press.leftovers import screen_colours
from tests.press.proof import Numbers, Picture, difference, drawn, lab, plates, proofed

SHOP = shops()["generic-us"]
PROFILE = load(COLOUR, BUNDLED)
TICKET = FileIdentity("torture", "torture", datetime(2025, 12, 7, tzinfo=UTC), "0" * 64)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the page as it was typeset, with bleed, and its print edition."""
    folder = tmp_path_factory.mktemp("torture")
    typeset = torture.pages(folder)
    printing = PrintSpec(torture.WIDTH, torture.HEIGHT, SHOP, PROFILE)
    inks = partial(separate, inks=INKS, colour=COLOUR, profile=PROFILE.data, file="torture")
    (folder / "print.pdf").write_bytes(print_edition(typeset, printing, TICKET, inks))
    with pikepdf.open(folder / "print.pdf") as book:  # the same boxes for what it is compared with
        box = book.pages[0].obj.MediaBox
        sides = [float(side) for side in list(box)]
    with pikepdf.open(
        _written(folder / "typeset.pdf", typeset), allow_overwriting_input=True
    ) as book:
        page, bleed = book.pages[0].obj, SHOP.bleed
        for key in list(page.keys()):
            if str(key).endswith("Box"):
                del page[key]
        page.MediaBox = pikepdf.Array([-bleed, -bleed, sides[2] - bleed, sides[3] - bleed])
        book.save(folder / "typeset.pdf")
    return folder / "typeset.pdf", folder / "print.pdf"


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.fixture(scope="module")
def inks(files: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Picture:
    (page,) = plates(files[1], tmp_path_factory.mktemp("plates"))
    return page


@pytest.mark.parametrize("patch", torture.PATCHES)
def test_patches_have_the_inks_they_should(inks: Picture, patch: str) -> None:
    x, y, build = torture.PATCHES[patch]
    bleed = round(SHOP.bleed)
    found = inks[y + bleed - 1 : y + bleed + 2, x + bleed - 1 : x + bleed + 2] / 2.55
    assert np.abs(found - np.array(build)).max() <= 0.6, found[1, 1]


def test_no_ink_is_above_the_limit(inks: Picture) -> None:
    assert inks.sum(axis=2, dtype=np.int32).max() / 2.55 <= COLOUR.tac + 1


def test_black_and_gray_text_is_on_the_black_plate_alone(inks: Picture) -> None:
    bleed = round(SHOP.bleed)
    texts = inks[340 + bleed : 356 + bleed, 10 + bleed : 350 + bleed]
    assert texts[..., 3].max() == 255
    assert texts[..., :3].max() == 0


def test_black_text_overprints_what_is_below(inks: Picture) -> None:
    bleed = round(SHOP.bleed)
    words = inks[270 + bleed : 284 + bleed, 126 + bleed : 195 + bleed]
    stems = words[words[..., 3] > 250]
    assert len(stems) > 20
    assert (stems[:, 1] > 225).all()
    assert (stems[:, 2] > 250).all()


def test_gray_pictures_are_on_the_black_plate_alone(inks: Picture) -> None:
    bleed = round(SHOP.bleed)
    grays = inks[207 + bleed : 262 + bleed, 127 + bleed : 348 + bleed]
    assert grays[..., :3].max() == 0
    assert grays[..., 3].std() > 30


def test_it_looks_as_it_was_typeset(files: tuple[Path, Path], inks: Picture) -> None:
    (screen,) = drawn(files[0])
    proof = proofed(inks, PROFILE.data)
    seen = difference(_blurred(screen), _blurred(proof))
    bands = {  # top and bottom in points: 95th percentile of ΔE2000
        "gradients": (10, 135, 8),  # what is half transparent blends in inks, not in light
        "photographs": (140, 203, 12),
        "gray and inks": (205, 268, 15),
        "drawings and text": (270, 360, 8),
    }
    found = {name: _percentile(seen, top, bottom) for name, (top, bottom, _) in bands.items()}
    assert {name: value for name, value in found.items() if value > bands[name][2]} == {}


def _blurred(picture: Picture) -> Numbers:
    """Return Lab of a picture in cells of three pixels, so that edges count little."""
    height, width = (side // 3 * 3 for side in picture.shape[:2])
    cells = picture[:height, :width].reshape(height // 3, 3, width // 3, 3, 3)
    return lab(cells.mean(axis=(1, 3)).astype(np.uint8))


def _percentile(seen: Numbers, top: float, bottom: float) -> float:
    rows = slice(round((top + SHOP.bleed) / 3), round((bottom + SHOP.bleed) / 3))
    return float(np.percentile(seen[rows], 95))


def test_three_engines_draw_the_same(files: tuple[Path, Path], tmp_path: Path) -> None:
    """Each turns inks into colours in its own way, so it is lightness that is compared."""
    pdf = files[1]
    smooth = ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", f"-sOutputFile={tmp_path}/gs.png"]
    commands = [
        [
            "gs",
            "-q",
            "-dSAFER",
            "-dBATCH",
            "-dNOPAUSE",
            "-sDEVICE=png16m",
            "-r72",
            *smooth,
            str(pdf),
        ],
        ["pdftoppm", "-r", "72", "-png", "-singlefile", str(pdf), f"{tmp_path}/poppler"],
    ]
    for command in commands:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
    (fium,) = drawn(pdf)
    shades = [_blurred(fium)[..., 0]]
    for name in ("gs.png", "poppler.png"):
        with Image.open(tmp_path / name) as opened:
            shades.append(_blurred(np.asarray(opened.convert("RGB")))[..., 0])
    rows, columns = (min(each.shape[axis] for each in shades) for axis in (0, 1))
    for other in shades[1:]:
        apart = np.abs(shades[0][:rows, :columns] - other[:rows, :columns])
        assert np.percentile(apart, 95) < 12
        assert apart.mean() < 3


def test_nothing_is_left_in_colours_of_the_screen(files: tuple[Path, Path]) -> None:
    assert list(screen_colours(files[1])) == []
    assert "rg" in set(screen_colours(files[0]))
