"""Every page of every product looks as it did when a person last looked at it.

The references are strips of all pages of a file at 36 dpi, sixteen levels a
color: small, and still a moved line or another color shows.  After a change
that is meant, `make pictures` draws them anew; then look at them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest
from PIL import Image

from tests.made import ONLY_PEOPLE, PEOPLE, file, made

HERE = Path(__file__).parent
ACTUAL = HERE / "actual"
DPI = 36
LEVEL = 16  # of 256, what a reference rounds to
DIFFERENT = 3 * LEVEL  # a pixel that has changed, not merely been drawn a little otherwise
TOLERATED = 0.002  # of a page's pixels

SCREEN = ("--edition", "screen")

Picture = npt.NDArray[np.uint8]

FILES = [
    ("cfp", "letter", "screen"),
    ("cfp", "a4", "screen"),
    ("program", "half-letter", "screen"),
    ("program", "a5", "screen"),
    ("cfp", "letter", "print"),
    ("program", "half-letter", "print"),
]
"""Product, size, edition."""


def pages(pdf: Path) -> Iterator[Picture]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            drawn: Picture = page.render(scale=DPI / 72, rev_byteorder=True).to_numpy()[..., :3]
            yield rounded(drawn)


def rounded(picture: Picture) -> Picture:
    levels: Picture = np.minimum(np.round(picture / LEVEL) * LEVEL, 255).astype(np.uint8)
    return levels


def differing(one: Picture, other: Picture) -> npt.NDArray[np.bool_]:
    distance = np.abs(one.astype(np.int16) - other.astype(np.int16)).max(axis=2)
    changed: npt.NDArray[np.bool_] = distance > DIFFERENT
    return changed


def compared(name: str, actual: list[Picture], reference: Path) -> list[str]:
    """Return what differs, page by page, and leave the pictures of it in `actual/`."""
    strip = np.asarray(Image.open(reference).convert("RGB"))
    height = actual[0].shape[0]
    expected = [strip[top : top + height] for top in range(0, strip.shape[0], height)]
    if len(expected) != len(actual) or expected[0].shape != actual[0].shape:
        return [f"{name}: {len(actual)} pages of {actual[0].shape}, not {len(expected)}"]
    said = []
    for number, (now, then) in enumerate(zip(actual, expected, strict=True), 1):
        changed = differing(now, then)
        if changed.mean() > TOLERATED:
            ACTUAL.mkdir(exist_ok=True)
            for kind, picture in (
                ("actual", now),
                ("expected", then),
                ("difference", np.where(changed, 0, 255).astype(np.uint8)),
            ):
                Image.fromarray(picture).save(ACTUAL / f"{name}-{number:03}-{kind}.png")
            said.append(f"{name}, page {number}: {changed.mean():.1%} of the picture differs")
    return said


def looked_over(name: str, pdf: Path, config: pytest.Config) -> list[str]:
    """Return what differs from the reference, which is drawn anew if that is asked for."""
    drawn = list(pages(pdf))
    reference = HERE / "reference" / f"{name}.png"
    if config.getoption("--refresh-pictures"):
        reference.parent.mkdir(exist_ok=True)
        Image.fromarray(np.concatenate(drawn)).save(reference, optimize=True)
    return compared(name, drawn, reference)


@pytest.mark.parametrize(("product", "size", "edition"), FILES)
def test_every_page_looks_as_it_did(
    product: str,
    size: str,
    edition: str,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> None:
    pdf = file(made(tmp_path_factory, product, size), edition)
    name = f"{product}-{size}-{edition}"
    assert looked_over(name, pdf, request.config) == []


@pytest.mark.parametrize(("size", "options"), [("4x3in", ()), ("a6", SCREEN), ("4x6in", SCREEN)])
def test_badges_look_as_they_did(
    size: str,
    options: tuple[str, ...],
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> None:
    """Those of 4x3in are held to their print edition elsewhere, and made once for both."""
    pdf = file(made(tmp_path_factory, "badges", size, *ONLY_PEOPLE, *options), "screen")
    assert looked_over(f"badges-{size}-screen", pdf, request.config) == []


@pytest.mark.parametrize("size", ["a7", "cr80", "86x55mm", "3.375x2.333in", "80x50mm"])
def test_a_small_badge_looks_as_it_did(
    size: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    pdf = file(made(tmp_path_factory, "badges", size, "--only", PEOPLE[0], *SCREEN), "screen")
    assert looked_over(f"badges-{size}-screen", pdf, request.config) == []


def test_every_sign_looks_as_it_did(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> None:
    signs = sorted((made(tmp_path_factory, "signage") / "screen").glob("*.pdf"))
    assert len(signs) == 9
    assert [said for pdf in signs for said in looked_over(pdf.stem, pdf, request.config)] == []


def test_a_changed_page_is_named_and_its_pictures_are_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ACTUAL", tmp_path / "actual")
    white = np.full((40, 30, 3), 255, np.uint8)
    spotted = white.copy()
    spotted[10:14, 5:9] = (220, 50, 17)
    Image.fromarray(np.concatenate([white, white])).save(tmp_path / "reference.png")
    assert compared("sample", [white, white], tmp_path / "reference.png") == []
    assert compared("sample", [white, spotted], tmp_path / "reference.png") == [
        "sample, page 2: 1.3% of the picture differs"
    ]
    assert {path.name for path in (tmp_path / "actual").iterdir()} == {
        f"sample-002-{kind}.png" for kind in ("actual", "expected", "difference")
    }
    assert compared("sample", [white], tmp_path / "reference.png") == [
        "sample: 1 pages of (40, 30, 3), not 2"
    ]
