"""CSS of a slot that stamping can't do.

Each rule has the values of a CSS property that a stamped text honours.  All else
would be there when a page is typeset whole and missing when it is stamped.
"""

from collections.abc import Iterator, Sequence

from mi_print.layout.text.fonts import STACK
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.boxes import Box

Reason = tuple[str, str]
"""What is wrong, as it follows "the slot …", and what to do about it."""

FAMILIES = ("Inter", "Inter Display", *STACK[1:])

_HONOURED: dict[str, tuple[object, ...]] = {
    "display": (("block", "flow"), ("block", "flow-root")),
    "column_count": ("auto",),
    "column_width": ("auto",),
    "clip": ((),),
    "visibility": ("visible",),
    "text_decoration_line": ("none",),
    "text_align_all": ("start", "end", "left", "right", "center"),
    "text_transform": ("none", "uppercase", "lowercase"),
    "hyphens": ("none", "manual"),
    "word_spacing": (0,),
    "font_style": ("normal",),
    "font_stretch": ("normal",),
    "font_kerning": ("auto", "normal"),
    "font_feature_settings": ("normal",),
    "font_variation_settings": ("normal",),
    "font_variant_alternates": ("normal",),
    "font_variant_caps": ("normal",),
    "font_variant_east_asian": ("normal",),
    "font_variant_ligatures": ("normal",),
    "font_variant_numeric": ("normal", ("tabular-nums",)),
    "font_variant_position": ("normal",),
}
"""By property, as WeasyPrint names it: the computed values that a slot may have."""

_EDGE = 0.5  # points by which a box may be beyond the trim
_FLAT = 1e-6
_TAKE = "take it away, or set this layout whole: mode: flow"


def unsupported(
    box: Box, matrix: Sequence[float], trim: tuple[float, float], stack: Box = None
) -> list[Reason]:
    """Return why a box can't be a slot.

    Args:
        box: the box of the element.
        matrix: the transforms down to it, in points.
        trim: the page's width and height.
        stack: the box of the stack that it stands in, or None: its texts may come anywhere there.
    """
    return [*_box(box, matrix, trim, stack), *_style(box)]


def _box(
    box: Box, matrix: Sequence[float], trim: tuple[float, float], stack: Box
) -> Iterator[Reason]:
    if not isinstance(box, boxes.BlockBox) or box.is_footnote() or box.is_running():
        yield "is no block", "make it a block: display: block, or class at"
        return
    missing = [name for name, there in (("width", _wide(box)), ("height", _high(box))) if not there]
    if missing or not box.width or not box.height:
        what = " and ".join(missing) or "width and height"
        yield f"has no definite {what}", "say both in CSS; an empty element has no size of its own"
        return
    if any(True for _ in boxes.children(box)):
        yield "is not empty", "move what is in it out of it; the record fills it"
    a, b, c, d, _, _ = matrix
    if abs(a * d - b * c) < _FLAT:
        yield "is scaled to nothing", "take the transform away"
        return
    if _outside(box, matrix, trim):
        yield "stands outside the trim", "move it inside; what is beyond is cut off"
    if stack is not None and _outside(stack, matrix, trim):
        yield "stands in a stack that reaches outside the trim", "make the stack smaller"


def _outside(box: Box, matrix: Sequence[float], trim: tuple[float, float]) -> bool:
    a, b, c, d, e, f = matrix
    x, y, width, height = boxes.content_box(box)
    corners = [
        (a * u + c * v + e, b * u + d * v + f) for u in (x, x + width) for v in (y, y + height)
    ]
    return any(
        not -_EDGE <= place <= length + _EDGE
        for corner in corners
        for place, length in zip(corner, trim, strict=True)
    )


def _wide(box: Box) -> bool:
    style = box.style
    if style["width"] != "auto":
        return True
    if box.is_absolutely_positioned():
        return "auto" not in (style["left"], style["right"])
    return bool(box.is_in_normal_flow() and not box.is_flex_item and not box.is_grid_item)


def _high(box: Box) -> bool:
    style = box.style
    if style["height"] != "auto":
        return True
    return bool(box.is_absolutely_positioned() and "auto" not in (style["top"], style["bottom"]))


def _style(box: Box) -> Iterator[Reason]:
    style = box.style
    for name, honoured in _HONOURED.items():
        if style[name] not in honoured:
            yield f"has {name.replace('_', '-')}: {_shown(style[name])}", _TAKE
    if style["text_align_last"] not in ("auto", style["text_align_all"]):
        yield "aligns its last line by itself", "align all lines alike"
    if box.first_letter_style is not None or box.first_line_style is not None:
        yield "has a first letter or line of its own", _TAKE
    if style["text_indent"].value:
        yield "has a text-indent", _TAKE
    if style["line_height"] == "normal":
        yield "has no line-height", "write one, or a class of the type scale"
    if style["color"].space != "srgb":
        yield "has a colour that is not RGB", "take one of the theme's, such as var(--ink)"
    family = style["font_family"][0]
    if family not in FAMILIES:
        yield f"asks for the font {family}", f"there are: {', '.join(FAMILIES[:3])} and more Noto"


def _shown(value: object) -> str:
    if isinstance(value, tuple | set | frozenset):
        return " ".join(_shown(each) for each in value)
    return str(value)
