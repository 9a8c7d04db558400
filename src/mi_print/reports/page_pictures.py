"""Pictures of a file's pages as PNG, drawn in a process that may crash without harm."""

import io
import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mi_print.geometry import Rectangle
from mi_print.preflight.raster.drawable_pages import DrawablePage
from mi_print.processes.child import PATIENCE, Child

if TYPE_CHECKING:
    from PIL.Image import Image

_HEAVIEST = 1_000_000  # bytes


class PageView(NamedTuple):
    """A page, its pixels per point, and which box of it is drawn; else its media box."""

    page: DrawablePage
    scale: float
    box: Rectangle | None = None


def page_pictures(
    data: bytes, views: Sequence[PageView], patience: float = PATIENCE
) -> Child[tuple[int, bytes]]:
    """Draw pages of a file in another process, which yields page number and PNG.

    A picture of more than a megabyte is made smaller.

    Args:
        data: a PDF as `drawable_pages` returns it.
        views: what to draw.
        patience: seconds that a picture may take.
    """
    return Child(partial(_drawn, data, views), patience)


def _drawn(data: bytes, views: Sequence[PageView]) -> Iterator[tuple[int, bytes]]:
    from PIL import Image  # noqa: PLC0415 - only its process draws

    from mi_print.preflight.raster.render import Renderer  # noqa: PLC0415 - the same

    with Renderer(data) as renderer:
        for view in views:
            page, scale = renderer.page(view.page), view.scale
            while len(png := _png(Image.fromarray(page.draw(scale, view.box)))) > _HEAVIEST:
                scale *= 0.95 * math.sqrt(_HEAVIEST / len(png))
            yield view.page.number, png


def _png(picture: "Image") -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=3)  # 6 takes half as long again, for 2 % less
    return buffer.getvalue()
