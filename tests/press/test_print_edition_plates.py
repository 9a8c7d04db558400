"""The print editions of all products, read by others: plates, fonts, syntax, PDF/X-4."""

import subprocess
from pathlib import Path

import numpy as np
import pdf_oxide
import pikepdf
import pytest

from mi_print.products.orders.sign_kinds import kinds
from mi_print.resources import BUNDLED
from mi_print.trade.shops import shops
from tests.made import made
from tests.press.leftovers import screen_colours
from tests.press.proof import INKS, plates, trimmed

pytestmark = pytest.mark.slow

PRODUCTS = {"cfp": "letter", "program": "half-letter", "badges": "4x3in", "signage": None}
ELSEWHERE = {
    "cfp generic-eu": (),
    "cfp gelato": ("--edition", "print"),
    "signage large-format": (
        "--kind",
        "time-cards",
        "--kind",
        "reserved-seats",
        "--edition",
        "print",
    ),
}
"""What other shops get: product and shop, and what of the product."""
FEW = 6  # pages of a file of which plates are made, evenly spread
BLACK = INKS.index("Black")


@pytest.fixture(scope="module", params=[*PRODUCTS, *ELSEWHERE])
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, list[Path]]:
    """Return a shop, and the print editions of a product for it."""
    product, _, shop = request.param.partition(" ")
    options = ("--shop", shop, *ELSEWHERE[request.param]) if shop else ()
    out = made(tmp_path_factory, product, PRODUCTS[product], *options)
    return shop or "generic-us", sorted((out / "print").glob("*.pdf"))


def test_every_file_passes_preflight(files: tuple[str, list[Path]]) -> None:
    """What does not pass has "rejected" in its name."""
    assert [path.name for path in files[1] if "rejected" in path.name] == []
    assert len(files[1]) in {1, 2, len(kinds(BUNDLED))}


def test_nothing_is_left_in_colours_of_the_screen(files: tuple[str, list[Path]]) -> None:
    assert {path.name: list(screen_colours(path)) for path in files[1]} == {
        path.name: [] for path in files[1]
    }


def test_no_ink_is_above_the_limit(files: tuple[str, list[Path]], tmp_path: Path) -> None:
    colour = shops()[files[0]].colour
    assert colour
    for number, path in enumerate(files[1]):
        few = trimmed(path, spread(path), tmp_path / f"{number}.pdf")
        dpi = 36 if "poster-lists" in path.name else 72
        for inked in plates(few, tmp_path / str(number), dpi):
            assert inked.sum(axis=2, dtype=np.int32).max() / 2.55 <= colour.tac + 1


def spread(path: Path) -> list[int]:
    with pikepdf.open(path) as book:
        count = len(book.pages)
    return sorted({1 + number * count // FEW for number in range(FEW)})


@pytest.mark.parametrize("page", [3, 13, 62], ids=["welcome", "papers", "index"])
def test_black_text_is_on_the_black_plate_alone(
    page: int, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    """These pages are text on paper; red stands beside it, never below."""
    book = made(tmp_path_factory, "program", "half-letter") / "print" / "program.pdf"
    (inked,) = plates(trimmed(book, [page], tmp_path / "page.pdf"), tmp_path / "plates", 144)
    black = inked[..., BLACK] > 250
    assert black.sum() > 1000
    assert inked[..., :BLACK][black].max() == 0


def test_every_font_is_embedded(files: tuple[str, list[Path]]) -> None:
    for path in files[1]:
        command = ["pdffonts", str(path)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own
        head, _, *fonts = said.splitlines()
        assert fonts
        where = head.index("emb")
        assert {line[where : where + 3].strip() for line in fonts} == {"yes"}


def test_referees_find_no_fault(files: tuple[str, list[Path]]) -> None:
    for path in files[1]:
        with pikepdf.open(path) as book:
            assert book.check_pdf_syntax() == []
        said = pdf_oxide.PdfDocument(str(path)).validate_pdf_x("4")
        assert (said["valid"], said["errors"], said["warnings"]) == (True, [], [])
