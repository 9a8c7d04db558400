"""The rules of the Ghent Workgroup for what a page paints: tables, and the checks by them.

Values are those of GWG 2022 for SheetfedOffset CMYK, DigitalPrint and
LargeFormatPrint.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mi_print.preflight.colour.colour_spaces import ColourSpace, used
from mi_print.preflight.interpreter.display_list import (
    Paint,
    Painted,
    PaintedImage,
    PaintedShading,
    PaintedShape,
    PaintedText,
)
from mi_print.preflight.rules.finding import Finding, size_in_words
from mi_print.problem import Severity
from mi_print.trade.shop_wishes import Process, ShopWishes

E, W, NO = Severity.ERROR, Severity.WARNING, None
COLUMNS = (Process.SHEETFED, Process.DIGITAL, Process.LARGE_FORMAT)

SEVERITIES: dict[str, tuple[Severity | None, ...]] = {
    "R0002": (E, E, W),
    "R0003": (E, E, E),
    "R0004": (W, W, NO),
    "R0005": (W, NO, W),
    "R0007": (E, E, E),
    "R0008": (W, W, W),
    "R0009": (W, NO, W),
    "R0010": (W, NO, NO),
    "R0011": (W, NO, W),
    "R0012": (W, NO, W),
    "R0015": (W, W, NO),
    "R0016": (W, W, W),
    "R0017": (W, W, W),
    "R0018": (W, W, W),
    "R0019": (W, W, W),
    "R0020": (E, W, NO),
    "R0024": (W, W, NO),
    "R0027": (E, E, E),
    "R0030": (E, E, E),
    "R0035": (E, E, E),
    "R0036": (NO, NO, E),
}
"""By rule, what breaking it is on each kind of press."""

SMALLEST: dict[str, tuple[float, ...]] = {
    "R0009": (12, 12, 12),
    "R0010": (2, 2, 2),
    "R0011": (12, 12, 12),
    "R0012": (2, 2, 2),
    "R0016": (8, 5, 5),
    "R0017": (8, 5, 5),
    "R0018": (0.25, 0.25, 0.15),
    "R0019": (0.25, 0.25, 0.15),
}
"""By rule, the size in points below which it holds."""

RESOLUTION: dict[str, tuple[tuple[float, float], ...]] = {
    "R0031": ((149, 224), (95, 149), (240, 300)),
    "R0032": ((549, 799), (349, 599), (549, 799)),
}
"""Pixels per inch to be exceeded: or else an error, a warning.  Large format at 1 m."""

MOST_IN_BLACK = 2.8
ALMOST_BLACK = 0.85
TINY = 16
"""Pixels on a side up to which an image is a swatch, not a picture."""

_CALIBRATED = {"ICCBased", "CalGray", "CalRGB", "Lab"}


@dataclass(frozen=True, slots=True)
class GwgColumn:
    """One column of the tables."""

    shop: ShopWishes

    @property
    def index(self) -> int:
        """Which column it is."""
        return COLUMNS.index(self.shop.process)

    def severity(self, rule: str) -> Severity | None:
        """Return what breaking a rule is here, None if it does not hold."""
        return SEVERITIES[rule][self.index] if self.shop.process in COLUMNS else None

    def below(self, rule: str) -> float:
        """Return the size below which a rule holds."""
        return SMALLEST[rule][self.index]

    def resolutions(self, rule: str) -> tuple[float, float]:
        """Return the pixels per inch to be exceeded, for errors and for warnings."""
        if self.shop.process not in COLUMNS:
            return 0.0, 0.0
        worst, poor = RESOLUTION[rule][self.index]
        large = self.shop.process is Process.LARGE_FORMAT
        distance = self.shop.viewing_distance if large else 1.0
        return worst / distance, poor / distance


def overprints(paint: Paint) -> bool:
    """Return whether a paint of one ink leaves the other plates as they are (OPM 1, or a spot)."""
    return paint.overprint and (paint.mode == 1 or bool(paint.space.colorants))


def _knocks_out(paint: Paint) -> bool:
    black = paint.inks is not None and paint.inks.only_black
    return black and paint.space.family != "DeviceGray" and not overprints(paint)


def _several(paint: Paint) -> bool:
    return paint.inks is not None and paint.inks.count > 1


def _flooded(paint: Paint) -> bool:
    inks = paint.inks
    return inks is not None and inks.process[3] >= ALMOST_BLACK and inks.total > MOST_IN_BLACK


def _gray(paint: Paint) -> bool:
    return paint.space.family == "DeviceGray" and not paint.white


def _white(paint: Paint) -> bool:
    return paint.white


def _lost(paint: Paint) -> bool:
    return paint.white and paint.overprint


Condition = Callable[[Paint], bool]
PaintRule = tuple[str, Condition, str, str]

TEXT: tuple[PaintRule, ...] = (
    ("R0007", _lost, "is white and overprints: it will vanish", "switch overprint off for white"),
    (
        "R0009",
        _knocks_out,
        "is black and knocks out: white will flash round it",
        "let small black text overprint, with overprint mode 1",
    ),
    (
        "R0011",
        _gray,
        "is in DeviceGray, which does not overprint",
        "set it in black ink: DeviceCMYK 0 0 0 1",
    ),
    (
        "R0015",
        _flooded,
        "is black with more than 280 % of ink under it",
        "set text in black ink alone",
    ),
    ("R0016", _white, "is white and so small that it will fill in", "set it larger or bolder"),
    (
        "R0017",
        _several,
        "is of several inks and so small that they will not register",
        "set it in one ink, or larger",
    ),
)
LINES: tuple[PaintRule, ...] = (
    (
        "R0010",
        _knocks_out,
        "is black and knocks out: white will flash along it",
        "let thin black lines overprint, with overprint mode 1",
    ),
    (
        "R0012",
        _gray,
        "is in DeviceGray, which does not overprint",
        "draw it in black ink: DeviceCMYK 0 0 0 1",
    ),
    ("R0018", _white, "is white and so thin that it will fill in", "draw it thicker"),
    (
        "R0019",
        _several,
        "is of several inks and so thin that they will not register",
        "draw it in one ink, or thicker",
    ),
)
_VANISHING = (
    ("R0008", _lost, "is white and overprints: it will vanish", "switch overprint off for white"),
)


def _held(
    column: GwgColumn, rows: tuple[PaintRule, ...], painted: PaintedText | PaintedShape
) -> Iterator[Finding]:
    size = painted.size if isinstance(painted, PaintedText) else painted.width
    paints = painted.paints if isinstance(painted, PaintedText) else (painted.paint,)
    for rule, condition, fault, hint in rows:
        severity = column.severity(rule)
        if severity is None or not any(map(condition, paints)):
            continue
        if rule not in SMALLEST:
            yield Finding(rule, severity, painted, fault, hint)
        elif size is not None and size < column.below(rule):
            least = f"{hint} ({size_in_words(column.below(rule))} and more is safe)"
            yield Finding(rule, severity, painted, fault, least)


def findings(painted: Painted, column: GwgColumn) -> Iterator[Finding]:
    """Yield what the rules find in something that is printed."""
    if isinstance(painted, PaintedText):
        yield from _held(column, TEXT, painted)
        for paint in painted.paints:
            yield from _colour(painted, paint.space, column)
    elif isinstance(painted, PaintedShape):
        yield from _held(column, _VANISHING, painted)
        if painted.width is not None:
            yield from _held(column, LINES, painted)
        yield from _colour(painted, painted.paint.space, column)
    elif isinstance(painted, PaintedImage):
        yield from _resolution(painted, column)
        space = painted.space or (painted.paint.space if painted.paint else None)
        yield from _colour(painted, space, column)
    elif isinstance(painted, PaintedShading):
        yield from _colour(painted, painted.space, column)


def _colour(painted: Painted, space: ColourSpace | None, column: GwgColumn) -> Iterator[Finding]:
    if space is None:
        return
    severity = column.severity("R0024")
    if severity and "All" in space.ground.colorants:
        hint = "keep the registration colour for marks outside the bleed"
        yield Finding("R0024", severity, painted, "is painted on all plates", hint)
    severity = column.severity("R0027")
    strange = {family for family in used(space) if family == "DeviceRGB" or family in _CALIBRATED}
    if severity and strange - _allowed(painted, space, column):
        fault = f"is in {' on '.join(sorted(strange))}, not in inks"
        yield Finding(
            "R0027", severity, painted, fault, "convert it to CMYK for the shop's condition"
        )


def _allowed(painted: Painted, space: ColourSpace, column: GwgColumn) -> set[str]:
    if column.shop.process is Process.LARGE_FORMAT:
        return _CALIBRATED
    calibrated = isinstance(painted, PaintedImage) and space.ground.parts == 3  # noqa: PLR2004 - RGB
    digital = column.shop.process is Process.DIGITAL
    return {"ICCBased", "CalRGB"} if digital and calibrated else set()


def _resolution(image: PaintedImage, column: GwgColumn) -> Iterator[Finding]:
    """Hold an image to the press's figures and to the shop's own wish."""
    if max(image.pixels) <= TINY:
        return
    one_bit = image.space is None or image.bits == 1
    shop = column.shop
    rule, request = ("R0032", shop.line_art) if one_bit else ("R0031", shop.resolution)
    worst, poor = column.resolutions(rule)
    found = image.resolution
    if found > max(worst, poor) and round(found) >= request:
        return
    severity = E if found <= worst else W
    wanted = max(request, int(poor) + 1)
    cure = "draw it as vectors" if one_bit else "put in a larger picture"
    fault = f"prints at {found:.0f} pixels per inch"
    yield Finding(rule, severity, image, fault, f"{cure}: the shop asks for {wanted} ppi")
