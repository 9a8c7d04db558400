"""Judges an SVG: that it is one, draws nothing from elsewhere, and ends.

Nothing in it runs and nothing is fetched by the typesetter in any case; a picture that relies
on that would come out wrong.
"""

import re
from xml.etree import ElementTree as ET

from mi_print.event.model.pictures import PictureKind
from mi_print.event.pictures.style_sheet import SVG, plain
from mi_print.event.pictures.svg_size import DrawsTooMuchError, addresses, check_size

FORMAT = {PictureKind.SVG: "SVG", PictureKind.PNG: "PNG", PictureKind.JPEG: "JPEG"}
MOST_ELEMENTS = 20_000
"""Elements that are drawn."""
_LEAST, _MOST = 1e-3, 1e7  # units of a side
MOST_BYTES = 2_000_000

_REFUSED = {
    "script": "a script in it",
    "foreignObject": "HTML in it",
    "image": "a picture in it",
}
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
_LENGTH = re.compile(rf"({_NUMBER.pattern})(?:px|pt|mm|cm|in|pc)?", re.IGNORECASE)
_SAVE = "save it as a plain SVG, with all that it draws as paths"


class PictureError(Exception):
    """What is wrong with a picture, as the end of a sentence, and what to do."""

    def __init__(self, message: str, hint: str = _SAVE) -> None:
        """Keep both."""
        super().__init__(message)
        self.hint = hint


def svg(data: bytes) -> tuple[float, float]:
    """Return the width and the height of an SVG, in its own units.

    Raises:
        PictureError: it is none, draws what is elsewhere, or is too large.
    """
    if len(data) > MOST_BYTES:
        raise PictureError(f"has {len(data):,} bytes; an SVG has {MOST_BYTES:,} at most")
    root = _root(data)
    if root.tag != f"{SVG}svg":
        raise PictureError("is no SVG", "save it as SVG, or name another file")
    for element in root.iter():
        _check(element)
    try:
        check_size(root, MOST_ELEMENTS)
    except DrawsTooMuchError as reason:
        raise PictureError(str(reason)) from None
    return _measures(root)


def text_in(data: bytes) -> bool:
    """Return whether an SVG has text, which needs a font."""
    return any(element.tag == f"{SVG}text" for element in _root(data).iter())


def _root(data: bytes) -> ET.Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PictureError("is no SVG in UTF-8") from None
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise PictureError("has a document type, which may name other files")
    try:
        return ET.fromstring(text)  # noqa: S314 - without a document type it names no entities
    except (ET.ParseError, ValueError):
        raise PictureError("is no SVG: its XML can't be read") from None


def _check(element: ET.Element) -> None:
    name = str(element.tag).removeprefix(SVG)
    if name in _REFUSED:
        raise PictureError(f"has {_REFUSED[name]}")
    sheet = {"style sheet": plain(element.text or "")} if name == "style" else {}
    if "@import" in sheet.get("style sheet", "").lower():
        raise PictureError("refers to something outside itself")
    if element.get("spreadMethod", "pad") != "pad":
        raise PictureError("has a gradient that repeats", "draw each of its colours once")
    for key, value in (*element.attrib.items(), *sheet.items()):
        if key.lower().startswith("on"):
            raise PictureError("has a script in it")
        if any(not to.startswith("#") for to in addresses(key, plain(value))):
            raise PictureError("refers to something outside itself")


def _measures(root: ET.Element) -> tuple[float, float]:
    numbers = _NUMBER.findall(root.get("viewBox", ""))
    if len(numbers) != len(("x", "y", "width", "height")):
        found = [_LENGTH.fullmatch(root.get(key, "").strip()) for key in ("width", "height")]
        numbers = [each[1] if each else "0" for each in found]
    width, height = map(float, numbers[-2:])
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        raise PictureError("does not say how large it is", "give it a viewBox")
    if min(width, height) < _LEAST or max(width, height) > _MOST:
        message = f"is {width:g} × {height:g} units large"
        raise PictureError(message, "give it a viewBox of some hundred units")
    return width, height
