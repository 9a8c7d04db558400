"""Slots: where a series is filled in, and what the CSS says of the text there.

The typesetter sets the master of a series once, with every element that has a
`data-slot` empty.  What it would have done with a text there is read back from
its boxes, so that the CSS stays the only source of the look.  A slot that asks
for what stamping can't do is an error, since its pages would look different from
the same records typeset whole.
"""

import re
from collections.abc import Sequence

from mi_print.errors import InputError
from mi_print.layout.copyfit.fit_box import Shrink
from mi_print.layout.copyfit.stack import Stack
from mi_print.layout.package.manifest import Manifest
from mi_print.layout.slots.fit_clauses import read_fit
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.slots.slot_boxes import SlotBox, slot_boxes
from mi_print.layout.slots.unsupported_css import unsupported
from mi_print.layout.text.pango import Face
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.boxes import POINTS, Box
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import Problem, error
from mi_print.units import points


def slots(pages: TypesetPages, file: str, template: str = "") -> list[Slot]:
    """Return the slots of a typeset master in their order.

    Args:
        pages: the master, set with its slots empty.
        file: what a problem calls its template.
        template: the template's text, to find the lines of its slots.

    Raises:
        InputError: a slot asks for what stamping can't do; all reasons at once.
    """
    lines = _Lines(template)
    found: list[Slot] = []
    problems: list[Problem] = []
    there = list(slot_boxes(pages))
    for element in pages.slots:
        name = element.get("data-slot", "").strip()
        line = lines.next(name)
        here = [place for place in there if place.box.element is element]
        slot, reasons = _read(name, line, here)
        problems += [
            error(
                "slot",
                f"the slot “{name}” {message}",
                hint,
                file=file,
                line=line,
                page=here[0].page if here else None,
                box=boxes.content_box(here[0].box)
                if here and boxes.measured(here[0].box)
                else None,
            )
            for message, hint in reasons
        ]
        found += [slot] if slot else []
    if problems:
        raise InputError(list(dict.fromkeys(problems)))
    return found


def check_mode(pages: TypesetPages, manifest: Manifest, file: str) -> list[Problem]:
    """Return an error if a layout has slots that nothing fills, or none to fill."""
    stamped = manifest.series.stamped
    if stamped == bool(pages.slots):
        return []
    if stamped:
        hint = 'give an element of the template data-slot="…", or write mode: flow'
        return [error("slot", "mode: slots, and no element has a slot", hint, file=file)]
    names = ", ".join(dict.fromkeys(str(each.get("data-slot")) for each in pages.slots))
    hint = "write series: {mode: slots} in layout.yaml, or take data-slot away"
    message = f"the template has slots, which nothing would fill: {names}"
    return [error("slot", message, hint, file=file)]


def check_fields(found: Sequence[Slot], fields: Sequence[str], file: str) -> list[Problem]:
    """Return an error for each slot that names what is none of the records' fields."""
    hint = f"the records have: {', '.join(sorted(fields))}"
    return [
        error("slot", f"no record has “{name}”", hint, file=file, line=slot.line)
        for slot in found
        for name in dict.fromkeys((slot.name, slot.lang_of or slot.name))
        if name not in fields
    ]


class _Lines:
    """Where a template says `data-slot`, in the order in which slots of a name come.

    A loop or a macro writes names with `{{ … }}` in them; where one such can be it, it is meant.
    """

    def __init__(self, template: str) -> None:
        self._found: dict[str, list[int]] = {}
        self._taken: dict[str, int] = {}
        self._made: list[tuple[re.Pattern[str], int]] = []
        for number, text in enumerate(template.splitlines(), 1):
            for name in _SLOT_NAME.findall(text):
                if "{" in name:
                    parts = map(re.escape, _HOLE.split(name))
                    self._made.append((re.compile(".*".join(parts)), number))
                else:
                    self._found.setdefault(name, []).append(number)

    def next(self, name: str) -> int | None:
        """Return the line of the next slot of this name; a loop begins again."""
        lines = self._found.get(name)
        if not lines:
            made = [number for pattern, number in self._made if pattern.fullmatch(name)]
            return made[0] if len(made) == 1 else None
        taken = self._taken[name] = self._taken.get(name, -1) + 1
        return lines[taken % len(lines)]


_SLOT_NAME = re.compile(r"data-slot\s*=\s*[\"']\s*([^\"']+?)\s*[\"']")
_HOLE = re.compile(r"{{.*?}}")

_Reason = tuple[str, str]


def _read(
    name: str, line: int | None, found: Sequence[SlotBox]
) -> tuple[Slot | None, list[_Reason]]:
    """Return the slot, or why there can't be one."""
    if not found:
        return None, [("is not on the page", "show it, or take it away")]
    if len(found) > 1:
        return None, [("stands in several places", "give it one place that no page break divides")]
    (place,) = found
    box, style, element = place.box, place.box.style, place.box.element
    reasons = unsupported(box, place.matrix, place.trim, place.stack)
    size = style["font_size"] * POINTS
    try:
        kind = _one_of(element.get("data-slot-kind", "text"), tuple(SlotKind), "data-slot-kind")
        upright = _one_of(element.get("data-upright", "top"), _UPRIGHT, "data-upright")
        hang = _one_of(element.get("data-hang", ""), ("", "ink"), "data-hang") == "ink"
        fit = read_fit(element.get("data-fit", ""), size)
        baseline = _length(element.get("data-baseline"))
        clear = _clear(element.get("data-clear"))
        wished = _length(_with_unit(element.get("data-wished")))
        stack = None if place.stack is None else _stack(place.stack)
    except ValueError as reason:
        return None, [*reasons, (f"says: {reason}", _SEE)]
    if baseline is not None and upright == "center":
        reasons.append(("has a baseline and is in the middle", "take one of them away"))
    if stack and kind == SlotKind.TEXT and baseline is None:
        reasons.append(("stands in a stack and has no data-baseline", "write one"))
    if clear is not None and not stack:
        reasons.append(("has data-clear and is in no stack", "take data-clear away"))
    limit = element.get("data-no-larger", "").strip()
    if limit and not stack:
        reasons.append(("has data-no-larger and is in no stack", "take data-no-larger away"))
    if (
        kind == SlotKind.CODE
        and boxes.measured(box)
        and abs(box.width - box.height) * POINTS > _SQUARE
    ):
        reasons.append(("holds a code and is not square", "make it as wide as it is high"))
    if reasons:
        return None, reasons
    face = Face(
        family=style["font_family"][0],
        size=fit.largest,
        leading=_leading(box) / size * fit.largest,
        weight=int(style["font_weight"]),
        tracking=_tracking(box),
        tabular=style["font_variant_numeric"] != "normal",
    )
    colour, alpha = _colour(style["color"])
    slot = Slot(
        name=name,
        page=place.page,
        kind=SlotKind(kind),
        box=boxes.content_box(box),
        matrix=place.matrix,
        face=face,
        fit=fit,
        align=style["text_align_all"],
        upright=upright,
        baseline=baseline,
        hang=hang,
        stack=stack,
        colour=colour,
        alpha=alpha * place.opacity,
        case=style["text_transform"],
        wished=wished or 0.0,
        read=element.get("data-read", ""),
        lang=style["lang"] or "",
        line=line,
        lang_of=element.get("data-lang-of", "").strip(),
        clear=clear,
        limit=limit,
    )
    return slot, []


def _stack(around: Box) -> Stack:
    element = around.element
    shrink = _one_of(element.get("data-shrink", "first"), tuple(Shrink), "data-shrink")
    return Stack(element.get("data-stack"), boxes.content_box(around), Shrink(shrink))


def _one_of(value: str, known: Sequence[str], attribute: str) -> str:
    if value not in known:
        raise ValueError(f"{attribute}=“{value}” is none of: {', '.join(filter(None, known))}")
    return value


def _length(value: str | None) -> float | None:
    return None if value is None else points(value)


def _clear(value: str | None) -> float | None:
    found = _length(value)
    if found is not None and found < 0:
        raise ValueError("data-clear is less than 0")
    return found


def _with_unit(value: str | None) -> str | None:
    """Return `data-wished`, which is a number of points without a unit."""
    return value and f"{value}pt"


def _leading(box: Box) -> float:
    """Return the line height of a box in points."""
    height = box.style["line_height"]
    if isinstance(height, int | float):
        return float(height * box.style["font_size"] * POINTS)
    return float(height.value * POINTS)


def _tracking(box: Box) -> float:
    """Return the letter spacing of a box in em."""
    spacing = box.style["letter_spacing"]
    return 0.0 if spacing == "normal" else round(spacing / box.style["font_size"], 6)


def _colour(colour: Box) -> tuple[str, float]:
    red, green, blue = (round(255 * part) for part in colour.coordinates)
    return f"#{red:02X}{green:02X}{blue:02X}", float(colour.alpha)


_UPRIGHT = ("top", "center", "bottom")
_SQUARE = 0.1  # points by which a code's box may be wider than high
_SEE = "mi-print explain layouts shows what a slot may ask for"
