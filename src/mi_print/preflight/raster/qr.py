"""MP-QR: every QR code can be read from the printed page, and says what it should.

The codes are looked for on a picture of the page, as a phone would.  One that
does not decode is found in two ways: the reader found its three corners but
not its message, or `expected` names a text that no code on the page has.  A
code with a corner covered and no expected text is not found.

Module, quiet zone: ISO/IEC 18004 wants four clear modules on every side; below
0.4 mm a module fills in on the press.  Contrast: grade C of ISO/IEC 15415.
"""

import math
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import cast

import numpy as np
import zxingcpp
from numpy.typing import NDArray

from mi_print.geometry import Rectangle, common
from mi_print.preflight.raster.render import Gray, RenderedPage
from mi_print.problem import Place, Problem, error, warning
from mi_print.source.wording import shown
from mi_print.trade.qr_code import QUIET_ZONE, SMALLEST_MODULE
from mi_print.units import points

_MODULE_PIXELS = 10  # of the picture that a code is measured on
_MOST_CODE_PIXELS = 4_000_000
_SLACK = 0.97  # of a module: a corner is found to within a pixel or so
_SAMPLES = 3  # a module and direction
_CLEAR = 0.3  # of the code's contrast that its quiet zone may vary
_CONTRAST = 0.4  # of the way from black to white

_ALIKE = 0.8  # of a finder's modules
_FINDER = np.pad(np.pad(np.ones((3, 3), bool), 1), 1, constant_values=True)
"""Dark modules of the square in three corners (ISO/IEC 18004, 6.3.3)."""

QrCorners = NDArray[np.float64]
"""Four corners × (x, y): from the top left one of the code, clockwise."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code on a page: what it says (None: it does not decode) and its corners in page points."""

    text: str | None
    modules: int
    """Along one side."""
    corners: QrCorners

    @property
    def box(self) -> Rectangle:
        """The upright box round it."""
        (left, bottom), (right, top) = self.corners.min(0), self.corners.max(0)
        return (float(left), float(bottom), float(right), float(top))

    @property
    def module(self) -> float:
        """The side of one module in points."""
        sides = np.linalg.norm(self.corners - np.roll(self.corners, 1, axis=0), axis=1)
        return float(sides.min()) / self.modules


def codes_on(drawn: RenderedPage) -> list[QrCode]:
    """Return the QR codes on a page, those too that don't decode."""
    found = _read(drawn.gray, drawn.scale, drawn.page.media)
    closer = [_read_closer(code, drawn) for code in found]
    return [code for code in closer if code.text is not None or _has_finders(code, drawn)]


def check_codes(
    drawn: RenderedPage, codes: list[QrCode], expected: AbstractSet[str] | None
) -> Iterator[Problem]:
    """Yield what is wrong with the codes of a page.

    Args:
        drawn: the page.
        codes: what `codes_on` found there.
        expected: what they should say, all of them; None if nobody knows.
    """
    page = drawn.page.number
    for code in codes:
        place: Place = {"page": page, "box": drawn.page.placed(code.box)}
        if code.text is None:
            message = "a QR code that can't be read"
            yield error("MP-QR", message, "write it anew, with nothing over it", **place)
            continue
        for message, hint in _unprintable(code, drawn):
            yield error("MP-QR", f"the QR code “{shown(code.text)}” {message}", hint, **place)
        if _inverted(code, drawn):
            message = f"the QR code “{shown(code.text)}” is light on dark; not every phone reads it"
            yield warning("MP-QR", message, "print it dark on light", **place)
        if expected is not None and code.text not in expected:
            message = f"a QR code says “{shown(code.text)}”, which the data does not have here"
            yield warning("MP-QR", message, "make sure that it is meant to be there", **place)
    for text in sorted((expected or frozenset()) - {code.text for code in codes}):
        message = f"no QR code on the page says “{shown(text)}”"
        yield error("MP-QR", message, "make the page anew from its data", page=page)


def _read(gray: Gray, scale: float, box: Rectangle) -> Iterator[QrCode]:
    """Yield the codes of a picture of a box of the page."""
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for found in zxingcpp.read_barcodes(gray, formats=wanted, return_errors=True):
        about = cast("Mapping[str, object] | None", found.extra)  # None: squares, but no code
        version = str(about.get("Version", "")) if about else ""
        if not version.isdecimal():  # Micro QR and rMQR, seen where a QR code is torn
            continue
        place = found.position
        around = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        corners = np.array([(corner.x, corner.y) for corner in around], float) / scale
        corners = np.column_stack((box[0] + corners[:, 0], box[3] - corners[:, 1]))
        yield QrCode(found.text if found.valid else None, 17 + 4 * int(version), corners)


def _read_closer(code: QrCode, drawn: RenderedPage) -> QrCode:
    """Return the code as read from a larger picture of its place."""
    scale, box = _close_up(code, drawn)
    centre = code.corners.mean(0)
    again = list(_read(drawn.draw_gray(scale, box), scale, box))
    again.sort(key=lambda each: float(np.linalg.norm(each.corners.mean(0) - centre)))
    if again and np.linalg.norm(again[0].corners.mean(0) - centre) < code.module * QUIET_ZONE:
        return again[0] if code.text is None or again[0].text == code.text else code
    return code


def _close_up(code: QrCode, drawn: RenderedPage) -> tuple[float, Rectangle]:
    """Return the pixels per point and the box of a picture of the code with its quiet zone."""
    margin = (QUIET_ZONE + 2) * max(code.module, 0.1)
    left, bottom, right, top = code.box
    around = (left - margin, bottom - margin, right + margin, top + margin)
    box = common(around, drawn.page.media)
    area = max(1.0, (box[2] - box[0]) * (box[3] - box[1]))
    return min(_MODULE_PIXELS / max(code.module, 0.1), math.sqrt(_MOST_CODE_PIXELS / area)), box


def _unprintable(code: QrCode, drawn: RenderedPage) -> Iterator[tuple[str, str]]:
    if code.module < SMALLEST_MODULE * _SLACK:
        module, least = (side / points("1 mm") for side in (code.module, SMALLEST_MODULE))
        message = f"has modules of {module:.2f} mm, below {least:g} mm"
        yield message, "print it larger, or say less in it"
    field = _sampled(code, drawn)
    inner = field[
        QUIET_ZONE * _SAMPLES : -QUIET_ZONE * _SAMPLES,
        QUIET_ZONE * _SAMPLES : -QUIET_ZONE * _SAMPLES,
    ]
    dark, light = (float(level) for level in np.nanpercentile(inner, (10, 90)))
    if (light - dark) / 255 < _CONTRAST:
        yield "has too little contrast", "print it in black on white"
    ground = dark if _inverted(code, drawn) else light
    quiet = _quiet(np.abs(field - ground) <= _CLEAR * (light - dark))
    if quiet < QUIET_ZONE:
        clear = f"{quiet} clear modules" if quiet != 1 else "1 clear module"
        yield f"has {clear} around it, not 4", "keep text, pictures and the edge away from it"


def _sampled(code: QrCode, drawn: RenderedPage) -> NDArray[np.float64]:
    """Return gray levels on a grid over the code and its quiet zone; beyond the trim, NaN."""
    scale, box = _close_up(code, drawn)
    gray = drawn.draw_gray(scale, box)
    steps = np.arange((code.modules + 2 * QUIET_ZONE) * _SAMPLES)
    along = ((steps + 0.5) / _SAMPLES - QUIET_ZONE) / code.modules
    u, v = np.meshgrid(along, along)
    corners = code.corners[:, :, None, None]
    upper, lower = (corners[i] * (1 - u) + corners[j] * u for i, j in ((0, 1), (3, 2)))
    x, y = upper * (1 - v) + lower * v
    columns = ((x - box[0]) * scale).astype(int).clip(0, gray.shape[1] - 1)
    rows = ((box[3] - y) * scale).astype(int).clip(0, gray.shape[0] - 1)
    left, bottom, right, top = drawn.page.trim
    off = (x < left) | (x > right) | (y < bottom) | (y > top)
    return np.where(off, np.nan, gray[rows, columns].astype(float))


def _quiet(clear: NDArray[np.bool_]) -> int:
    """Return how many whole modules around the code are clear; the field ends with four.

    The samples next to the code don't count: its corners are found to within
    a pixel or so, and its own modules would be taken for a disturbance.
    """
    deep = QUIET_ZONE * _SAMPLES - 1
    for quiet in range(1, QUIET_ZONE + 1):
        inset = (QUIET_ZONE - quiet) * _SAMPLES
        ring = clear[inset : len(clear) - inset, inset : len(clear) - inset].copy()
        ring[deep - inset : inset - deep, deep - inset : inset - deep] = True
        if not ring.all():
            return quiet - 1
    return QUIET_ZONE


def _has_finders(code: QrCode, drawn: RenderedPage) -> bool:
    """Return whether three corners have the squares of a code, as letters and art do not."""
    field = _sampled(code, drawn)[_SAMPLES // 2 :: _SAMPLES, _SAMPLES // 2 :: _SAMPLES]
    first, last = QUIET_ZONE, QUIET_ZONE + code.modules - len(_FINDER)
    for row, column in ((first, first), (first, last), (last, first)):
        square = field[row : row + len(_FINDER), column : column + len(_FINDER)]
        if np.isnan(square).any() or np.ptp(square) < _CONTRAST * 255:
            return False
        dark = square < (square.min() + square.max()) / 2
        if max(np.mean(dark == _FINDER), np.mean(dark != _FINDER)) < _ALIKE:
            return False
    return True


def _inverted(code: QrCode, drawn: RenderedPage) -> bool:
    """Return whether the corner module, which is dark in every code, is the lighter one."""
    field = _sampled(code, drawn)
    corner = (QUIET_ZONE * _SAMPLES) + _SAMPLES // 2
    next_ring = corner + _SAMPLES
    return bool(field[corner, corner] > field[next_ring, next_ring])
