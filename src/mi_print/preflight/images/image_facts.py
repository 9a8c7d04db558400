"""Images: how many pixels on how much paper, in which space."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from mi_print.geometry import Matrix, scales
from mi_print.preflight.colour.colour_spaces import (
    BROKEN,
    ColourSpace,
    ColourSpaceCache,
    Defaults,
)
from mi_print.preflight.pdf.objects import PdfValue, entry, number
from mi_print.preflight.pdf.streams import filters

_POINTS = 72.0
_WHOLE_BYTE = 8


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What an image's dictionary says; `space` is None for a stencil."""

    pixels: tuple[int, int]
    bits: int
    space: ColourSpace | None
    soft: bool
    """Whether it has a soft mask."""
    masks: tuple[pikepdf.Object, ...]
    """Images that cut it out."""

    def resolution(self, m: Matrix) -> float:
        """Return its pixels per inch on the page along the coarser side."""
        sides = zip(self.pixels, scales(m), strict=True)
        return min((count * _POINTS / side for count, side in sides if side > 0), default=0.0)


def read(
    image: PdfValue, resources: PdfValue, defaults: Defaults, spaces: ColourSpaceCache
) -> ImageFacts | None:
    """Return an image's facts, None where its dictionary makes no image."""
    width, height = number(entry(image, "/Width")), number(entry(image, "/Height"))
    if width is None or height is None or min(width, height) < 1:
        return None
    pixels = int(width), int(height)
    masks = tuple(_masks(image))
    soft = isinstance(entry(image, "/SMask"), pikepdf.Stream)
    if entry(image, "/ImageMask") is True:
        return ImageFacts(pixels, 1, None, soft, ())
    bits = number(entry(image, "/BitsPerComponent"))
    value = entry(image, "/ColorSpace")
    jpx = "JPXDecode" in filters(image)
    if value is None:
        space = _within(image) if jpx else BROKEN
    else:
        space = spaces.read(value, resources, defaults)
    return ImageFacts(pixels, int(bits) if bits else _WHOLE_BYTE, space, soft, masks)


def _masks(image: PdfValue) -> Iterator[pikepdf.Object]:
    for key in ("/SMask", "/Mask"):
        mask = entry(image, key)
        if isinstance(mask, pikepdf.Stream):
            yield mask


def _within(image: PdfValue) -> ColourSpace:
    """Return the space that a JPEG 2000 names in its own `colr` box (ISO 15444-1, I.5.3)."""
    if not isinstance(image, pikepdf.Stream):
        return BROKEN
    head = image.read_raw_bytes()[:4096]
    at = head.find(b"colr\x01")
    number_ = int.from_bytes(head[at + 7 : at + 11], "big") if at >= 0 else 0
    family, parts = {12: ("DeviceCMYK", 4), 16: ("ICCBased", 3), 17: ("DeviceGray", 1)}.get(
        number_, (BROKEN.family, 0)
    )
    return ColourSpace(family, parts)
