"""Both editions look the same: the print edition is proofed through its profile, and compared.

Pages are drawn at up to 288 dpi, by Ghostscript in inks and by pdfium in sRGB,
and compared by the means of cells of twelve pixels: engines place and smooth
edges in their own ways.  Cells that are paper in both editions are left out.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from mi_print.products.orders.sign_kinds import kinds
from mi_print.resources import ASSETS, BUNDLED
from mi_print.trade.shops import shops
from tests.made import ONLY_PEOPLE, file, made
from tests.press.proof import Picture, difference, drawn, from_afar, lab, plates, proofed, trimmed

pytestmark = pytest.mark.slow

CELL = 12  # pixels
PAPER = 250  # of 255 in the darkest channel
FINEST, FINE, MIDDLE, COARSE = 576, 288, 144, 72  # dots per inch; a cell is 1.5 to 12 points


@dataclass(frozen=True)
class Bound:
    """A bound on the 95th percentile of each page's ΔE2000, and how pages are drawn."""

    difference: float
    dpi: int = FINE
    pages: tuple[int, ...] = (1,)


BOUNDS = {
    ("cfp", "generic-us"): Bound(2.5),
    ("cfp", "generic-eu"): Bound(2.8),
    # cover, sessions, keynotes, opener, list, index, back
    ("program", "generic-us"): Bound(3.8, FINE, (1, 6, 10, 12, 17, 62, 68)),
    ("badges", "generic-us"): Bound(4.0, FINE, tuple(range(1, 11))),  # fronts and backs
    ("board-cards", "generic-us"): Bound(3.8),
    ("chair-sheets", "generic-us"): Bound(3.2, MIDDLE),
    ("direction-signs", "generic-us"): Bound(2.0, MIDDLE),
    ("door-sign", "generic-us"): Bound(3.0, MIDDLE),
    ("notices", "generic-us"): Bound(2.8, MIDDLE),
    ("poster-lists", "generic-us"): Bound(3.5, COARSE),
    ("range-signs", "generic-us"): Bound(3.2, MIDDLE),
    ("reserved-seats", "generic-us"): Bound(2.5),
    ("time-cards", "generic-us"): Bound(2.5, FINEST),  # little but the edges of a numeral
}
"""By product and shop."""


@pytest.fixture
def editions(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Return the print and the screen edition of a product for a shop."""
    product, shop = request.param
    if product == "badges":
        out = made(tmp_path_factory, product, "4x3in", *ONLY_PEOPLE)
        return file(out, "print"), file(out, "screen")
    if product in kinds(BUNDLED):
        out = made(tmp_path_factory, "signage")
        product = f"signage-{product}"
    elif shop == "generic-us":
        size = {"cfp": "letter", "program": "half-letter"}[product]
        out = made(tmp_path_factory, product, size)
    else:
        out = made(tmp_path_factory, product, "letter", "--shop", shop)
    return out / "print" / f"{product}.pdf", out / "screen" / f"{product}.pdf"


@pytest.mark.parametrize(
    ("editions", "case"),
    [pytest.param(case, case, id="-".join(case)) for case in BOUNDS],
    indirect=["editions"],
)
def test_both_editions_look_the_same(
    editions: tuple[Path, Path], case: tuple[str, str], tmp_path: Path
) -> None:
    bound, colour = BOUNDS[case], shops()[case[1]].colour
    assert colour
    profile = (ASSETS / "icc" / colour.profile).read_bytes()
    printed, shown = (
        trimmed(pdf, bound.pages, tmp_path / f"{number}.pdf") for number, pdf in enumerate(editions)
    )
    inked = plates(printed, tmp_path / "plates", bound.dpi)
    found = {
        page: percentile(screen, proofed(inks, profile))
        for page, inks, screen in zip(bound.pages, inked, drawn(shown, bound.dpi), strict=True)
    }
    assert {page: value for page, value in found.items() if value > bound.difference} == {}
    assert max(found.values()) > bound.difference / 2  # a bound says something


def percentile(screen: Picture, proof: Picture) -> float:
    """Return the 95th percentile of ΔE2000 over what is inked in either picture."""
    assert screen.shape == proof.shape
    one, other = from_afar(screen, CELL), from_afar(proof, CELL)
    inked = np.minimum(one, other).min(axis=2) < PAPER
    return float(np.percentile(difference(lab(one), lab(other))[inked], 95))


def test_a_red_that_is_a_little_off_would_be_seen() -> None:
    red = np.full((48, 48, 3), (220, 51, 17), np.uint8)
    assert percentile(red, red) == 0
    off = red.copy()
    off[:12] = (220, 90, 17)
    assert percentile(red, off) > 5


def test_every_product_is_held_to_a_bound() -> None:
    assert {product for product, _ in BOUNDS} == {"cfp", "program", "badges", *kinds(BUNDLED)}


def test_the_figures_are_published() -> None:
    text = (BUNDLED / "docs" / "press.md").read_text("utf-8")
    rows = re.findall(
        r"^\| `([a-z-]+)` \| `([a-z-]+)` \| ([\d.]+) \| ([\d.]+) \|$", text, re.MULTILINE
    )
    told = {(product, shop): (float(found), float(bound)) for product, shop, found, bound in rows}
    assert {case: bound for case, (_, bound) in told.items()} == {
        case: bound.difference for case, bound in BOUNDS.items()
    }
    assert all(found <= bound for found, bound in told.values())
