"""The rules that need a picture, page after page."""

from collections.abc import Iterator, Sequence

from mi_print.preflight.expected import Expected
from mi_print.preflight.raster.bleed import check_bleed
from mi_print.preflight.raster.drawable_pages import DrawablePage
from mi_print.preflight.raster.qr import check_codes, codes_on
from mi_print.preflight.raster.render import Renderer
from mi_print.preflight.raster.safe_margin import check_safe
from mi_print.problem import Problem
from mi_print.trade.shop_wishes import ShopWishes


def check_rendered(
    data: bytes, pages: Sequence[DrawablePage], shop: ShopWishes, expected: Expected
) -> Iterator[list[Problem]]:
    """Yield the problems of each page in turn.

    Args:
        data: a PDF whose pages are upright, as `drawable_pages` returns it.
        pages: which pages.
        shop: its bleed and its safe margins.
        expected: whether pages are bound, and what their codes say.
    """
    with Renderer(data) as renderer:
        for page in pages:
            drawn = renderer.page(page)
            codes = codes_on(drawn)
            boxes = [code.box for code in codes]
            yield [
                *check_bleed(drawn, shop),
                *check_safe(drawn, boxes, shop, bound=expected.bound),
                *check_codes(drawn, codes, _wanted(expected, page)),
            ]


def _wanted(expected: Expected, page: DrawablePage) -> frozenset[str] | None:
    if expected.codes is None:
        return None
    pages = expected.codes
    return pages[page.number - 1] if page.number <= len(pages) else frozenset()
