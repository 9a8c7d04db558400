"""The print edition for an office printer: sRGB, and the page as large as the trim."""

from pathlib import Path

import pikepdf
import pytest

from mi_print.cli import main
from mi_print.layout.package.manifest import BLEED
from mi_print.resources import BUNDLED
from mi_print.trade.shops import shops


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("office")
    request = ["cfp", "--shop", "office", "--edition", "print", "--out", str(out)]
    assert main(["--project", str(BUNDLED), *request]) == 0
    return out / "print" / "cfp.pdf"


def test_its_page_is_the_trim(sheet: Path) -> None:
    with pikepdf.open(sheet) as book:
        for page in book.pages:
            for box in (page.mediabox, page.trimbox, page.bleedbox, page.cropbox):
                assert [float(edge) for edge in box] == [0, 0, 612, 792]


def test_its_colours_stay_as_they_are_on_screen(sheet: Path) -> None:
    with pikepdf.open(sheet) as book:
        assert "/OutputIntents" not in book.Root
        painted = {
            str(step.operator)
            for thing in book.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"
            for step in pikepdf.parse_content_stream(thing)
        }
    assert "rg" in painted
    assert not painted & {"k", "K"}


def test_a_booklet_is_not_filled_up() -> None:
    assert shops()["office"].page_multiple == 1


def test_no_shop_asks_for_more_bleed_than_is_painted() -> None:
    assert max(shop.bleed for shop in shops().values()) <= BLEED
