"""Pictures that are all white, meant for a dark ground, in a colour that paper shows."""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from PIL import Image

from mi_print.event.model.pictures import Picture, PictureKind
from mi_print.event.pictures.style_sheet import SVG, names, rules, sheets

_WHITE = 240
"""Of each channel: what is lighter can't be told from paper."""
_SEEN = 32
"""Of the alpha channel: what is less can't be seen."""
_LOOKED_AT = 1_000_000  # pixels

_SHAPES = frozenset(
    f"{SVG}{name}"
    for name in (
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
    )
)
_APART = frozenset(f"{SVG}{name}" for name in ("mask", "clipPath", "filter"))
"""What shapes others, and paints nothing."""
_PAINTS = ("fill", "stroke", "stop-color", "color")
_DECLARED = re.compile(r"(?<![-\w])(fill|stroke|stop-color|color)\s*:\s*([^;}!]+)", re.IGNORECASE)
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*([\d.]+)(%?)[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?#([^)'\"]*)")


def on_paper(picture: Picture, colour: str) -> Picture:
    """Return a picture that is white and nothing else in a colour (`#RRGGBB`), any other as it is.

    Of an SVG the paints are read, from attributes and style sheets; of a PNG the pixels that are
    not transparent.
    """
    if picture.kind is PictureKind.JPEG:
        return picture
    found = (_drawn if picture.kind is PictureKind.SVG else _pixels)(picture.data, colour)
    return picture.model_copy(update={"data": found}) if found else picture


def _pixels(data: bytes, colour: str) -> bytes | None:
    with Image.open(BytesIO(data), formats=["PNG"]) as opened:
        if not opened.has_transparency_data:
            return None
        whole = opened.convert("RGBA")
    small = whole.copy()
    small.thumbnail((_LOOKED_AT**0.5, _LOOKED_AT**0.5), Image.Resampling.NEAREST)
    seen = small.getchannel("A").point([255 * (alpha > _SEEN) for alpha in range(256)])
    levels = small.convert("RGB").histogram(seen)
    darker = any(any(levels[begin : begin + _WHITE]) for begin in range(0, len(levels), 256))
    if not any(levels) or darker:
        return None
    inked = Image.new("RGB", whole.size, colour)
    inked.putalpha(whole.getchannel("A"))
    written = BytesIO()
    inked.save(written, "PNG")
    return written.getvalue()


def _drawn(data: bytes, colour: str) -> bytes | None:
    root = ET.fromstring(data.decode("utf-8-sig"))  # noqa: S314 - has been judged: no entities
    paints = set(_paints(root, _Sheet(root), {"fill": "black", "stroke": "none"}))
    if not paints or not all(map(_is_white, paints)):
        return None
    for element in _painting(root):
        for key in _PAINTS:
            if _is_white(element.get(key, "")):
                element.set(key, colour)
        if "style" in element.attrib:
            element.set("style", _inked(element.attrib["style"], colour))
        if element.tag == f"{SVG}style":
            element.text = _inked(element.text or "", colour)
    ET.register_namespace("", SVG[1:-1])
    written: bytes = ET.tostring(root, "utf-8")
    return written


def _inked(style: str, colour: str) -> str:
    def paint(found: re.Match[str]) -> str:
        return f"{found[1]}:{colour}" if _is_white(found[2].strip()) else found[0]

    return _DECLARED.sub(paint, style)


def _painting(element: ET.Element) -> Iterator[ET.Element]:
    if element.tag not in _APART:
        yield element
        for child in element:
            yield from _painting(child)


class _Sheet:
    """The paints that the style sheets of an SVG give, by tag, class, and id."""

    def __init__(self, root: ET.Element) -> None:
        self.by_id = {each.get("id", ""): each for each in root.iter()}
        self._rules: dict[str, dict[str, str]] = {}
        for sheet in sheets(root):
            for selector, body in rules(sheet):
                self._rules.setdefault(selector, {}).update(_declared(body))

    def paints(self, element: ET.Element) -> dict[str, str]:
        """Return the paints that an element itself names."""
        found = {key: element.attrib[key] for key in _PAINTS if key in element.attrib}
        for name in names(element):
            found |= self._rules.get(name, {})
        return found | _declared(element.get("style", ""))


def _declared(body: str) -> dict[str, str]:
    return {key.lower(): value.strip() for key, value in _DECLARED.findall(body)}


def _paints(element: ET.Element, sheet: _Sheet, around: dict[str, str]) -> Iterator[str]:
    """Yield the paints of all shapes, each as it is written; of gradients those of their stops."""
    own = around | {k: v for k, v in sheet.paints(element).items() if v != "inherit"}
    if element.tag in _SHAPES:
        for key in ("fill", "stroke"):
            yield from _resolved(own[key], own, sheet)
    for child in element:
        if child.tag not in _APART:
            yield from _paints(child, sheet, own)


def _resolved(paint: str, own: dict[str, str], sheet: _Sheet) -> Iterator[str]:
    if paint in {"none", "transparent"}:
        return
    if paint.lower() == "currentcolor":
        paint = own.get("color", "black")
    if found := _URL.match(paint):
        stops = sheet.by_id.get(found[1].strip(), ET.Element("")).iter(f"{SVG}stop")
        yield from [sheet.paints(stop).get("stop-color", "black") for stop in stops] or ["black"]
    else:
        yield paint


def _is_white(paint: str) -> bool:
    paint = paint.strip().lower()
    if _HEX.fullmatch(paint):
        digits = paint[1:] if len(paint) > len("#ffff") else "".join(2 * c for c in paint[1:])
        return all(int(digits[at : at + 2], 16) >= _WHITE for at in (0, 2, 4))
    if found := _RGB.match(paint):
        scale = 2.55 if found[2] else 1
        return all(float(found[at]) * scale >= _WHITE for at in (1, 3, 4))
    return paint in {"white", "snow", "ivory", "ghostwhite", "floralwhite", "whitesmoke"}
