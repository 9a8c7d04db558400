"""Rules for a page as a whole: its boxes, its group, its annotations."""

from collections.abc import Iterable, Iterator

import pikepdf

from mi_print.geometry import Rectangle, common, empty, inside
from mi_print.preflight.colour.colour_spaces import BROKEN, ColourSpaceCache
from mi_print.preflight.interpreter.display_list import NotedUse, Painted, PaintedThrough
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import entry, name, number, rectangle
from mi_print.preflight.pdf.open_file import OpenPage
from mi_print.preflight.rules.finding import Finding
from mi_print.preflight.rules.gwg import GwgColumn
from mi_print.problem import Severity

E = Severity.ERROR
_CLOSE = 0.001


def boxes(open_page: OpenPage) -> Iterator[Finding]:
    """Yield what is wrong with a page's boxes (X-BOX)."""
    own = open_page.boxes
    trim, art = own.trim_box, own.art_box
    if trim is None and art is None:
        yield _box("has no TrimBox", "say where the page is cut, in a TrimBox")
    if trim is not None and art is not None:
        yield _box("has both a TrimBox and an ArtBox", "keep the TrimBox alone")
    if not open_page.boxes.has_media:
        yield _box("has no MediaBox", "say how large the page is, in a MediaBox")
    pairs: list[tuple[str, Rectangle | None, str, Rectangle | None]] = [
        ("trim", trim or art, "BleedBox", own.bleed_box),
        ("trim", trim or art, "MediaBox", own.media),
        ("bleed", own.bleed_box, "MediaBox", own.media),
    ]
    for inner_name, inner, outer_name, outer in pairs:
        if inner is not None and outer is not None and not inside(inner, outer, _CLOSE):
            yield _box(
                f"has a {inner_name} that goes beyond its {outer_name}", "set the boxes right"
            )


def _box(fault: str, hint: str) -> Finding:
    return Finding("X-BOX", E, "the page", fault, hint)


def group(open_page: OpenPage, spaces: ColourSpaceCache, column: GwgColumn) -> Iterator[Finding]:
    """Yield what is wrong with a page's transparency group (X-TRANS, R0030)."""
    found = entry(open_page.page, "/Group")
    if name(entry(found, "/S")) != "Transparency":
        return
    value = entry(found, "/CS")
    if value is None:
        hint = "name DeviceCMYK as its colour space"
        yield Finding("X-TRANS", E, "the page", "has a transparency group without a space", hint)
        return
    space = spaces.read(value, open_page.resources, spaces.defaults(open_page.resources))
    severity = column.severity("R0030")
    if severity and space.family != "DeviceCMYK":
        family = "a space that can't be read" if space is BROKEN else space.family
        fault = f"blends its transparency in {family}"
        yield Finding("R0030", severity, "the page", fault, "let it blend in DeviceCMYK")


def annotations(open_page: OpenPage) -> Iterator[Finding]:
    """Yield annotations that would print, and what acts (X-ANNOT, X-ACT)."""
    listed = entry(open_page.page, "/Annots")
    many = list(listed)[: limits.KIN] if isinstance(listed, pikepdf.Array) else []
    for one in many:
        box = rectangle(entry(one, "/Rect"))
        kind = name(entry(one, "/Subtype")) or "strange"
        if kind in ("TrapNet", "PrinterMark"):
            continue
        if box is None or not empty(common(box, open_page.boxes.bleed)):
            hint = "take it away from the print edition"
            yield Finding("X-ANNOT", E, f"a {kind} annotation", "lies on the page", hint, box)
        if entry(one, "/A") is not None or entry(one, "/AA") is not None:
            hint = "take its actions away"
            yield Finding("X-ACT", E, f"a {kind} annotation", "acts when it is touched", hint, box)
    if entry(open_page.page, "/AA") is not None:
        yield Finding("X-ACT", E, "the page", "acts when it is opened", "take its actions away")


def whole(open_page: OpenPage, painted: Iterable[Painted], column: GwgColumn) -> Iterator[Finding]:
    """Yield breaches of the Ghent Workgroup's rules for a page (R0002, R0003, R0004, R0005)."""
    unit = entry(open_page.page, "/UserUnit")
    if unit is not None and number(unit) != 1:
        hint = "set the page in points, without a UserUnit"
        yield from _finding(column, "R0002", "has a UserUnit that makes its points larger", hint)
    crop, media = open_page.boxes.crop, open_page.boxes.media
    if not (inside(crop, media, _CLOSE) and inside(media, crop, _CLOSE)):
        hint = "let the CropBox be the MediaBox, or leave it out"
        yield from _finding(column, "R0003", "is cropped to less than its MediaBox", hint)
    if open_page.boxes.rotate % 360:
        hint = "turn what is on the page, not the page"
        yield from _finding(column, "R0004", "is rotated", hint)
    if not any(_visible(each, open_page) for each in painted):
        yield from _finding(column, "R0005", "is empty", "leave it out, if it is not meant")


def _finding(column: GwgColumn, rule: str, fault: str, hint: str) -> Iterator[Finding]:
    severity = column.severity(rule)
    if severity:
        yield Finding(rule, severity, "the page", fault, hint)


def _visible(painted: Painted, open_page: OpenPage) -> bool:
    if isinstance(painted, NotedUse) or painted.place is not PaintedThrough.PAGE:
        return False
    return not empty(common(common(painted.box, painted.clip), open_page.boxes.trim))
