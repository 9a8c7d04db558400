"""Graphics state dictionaries (`gs`): what they set, and what in them a press refuses."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from mi_print.preflight.document.forbidden import TRANSFER, faults_of_state
from mi_print.preflight.pdf.objects import PdfValue, entries, entry, items, name, number


@dataclass(frozen=True, slots=True)
class ExtGState:
    """One such dictionary, read once."""

    changes: dict[str, object] = field(default_factory=dict)
    """Fields of `State` and their new values."""
    font: tuple[PdfValue, float] | None = None
    mask: pikepdf.Object | None = None
    """The group of a soft mask."""
    uses: tuple[tuple[str, str], ...] = ()
    """Keys and words of `Use`."""


def read(value: PdfValue) -> ExtGState:
    """Return what a graphics state dictionary sets."""
    found = dict(entries(value))
    changes: dict[str, object] = {}
    for key, attribute in (("/LW", "line_width"), ("/CA", "stroke_alpha"), ("/ca", "fill_alpha")):
        amount = number(found.get(key))
        if amount is not None:
            changes[attribute] = amount
    if isinstance(found.get("/OP"), bool):
        changes["stroke_over"] = changes["fill_over"] = found["/OP"]
    if isinstance(found.get("/op"), bool):
        changes["fill_over"] = found["/op"]
    mode = number(found.get("/OPM"))
    if mode is not None:
        changes["over_mode"] = int(mode)
    font = items(found.get("/Font"))
    size = number(font[1]) if len(font) > 1 else None
    mask = entry(found.get("/SMask"), "/G")
    return ExtGState(
        changes,
        (font[0], size) if size is not None else None,
        mask if isinstance(mask, pikepdf.Stream) else None,
        tuple(_uses(value, found)),
    )


def _uses(value: PdfValue, found: dict[str, PdfValue]) -> Iterator[tuple[str, str]]:
    for fault in faults_of_state(value):
        yield "transfer" if fault == TRANSFER else "halftone", fault
    for key in ("/ca", "/CA"):
        if (number(found.get(key)) or 0.0) < 1 and key in found:
            yield "transparency", "an opacity below 1"
    modes = [name(mode) for mode in items(found.get("/BM"))]
    if modes and modes[0] not in ("Normal", "Compatible"):
        yield "transparency", f"the blend mode {modes[0]}"
    if "/SMask" in found and name(found["/SMask"]) != "None":
        yield "transparency", "a soft mask"
