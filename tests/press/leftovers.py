"""The RGB, Lab and calibrated colours that are left in a file."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

_SPACES = {"/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/RGB"}
_OPERATORS = {"rg", "RG", "BI"}  # an inline picture could be in any colour


def screen_colours(pdf: Path) -> Iterator[str]:
    """Yield each RGB, Lab or calibrated colour space, and each operator that sets such a colour."""
    with pikepdf.open(pdf) as book:
        for thing in book.objects:
            yield from (name for name in _names(thing) if name in _SPACES)
            if _is_profile_of_three(thing):
                yield "a profile of three colours"
            if isinstance(thing, Stream) and _is_content(thing):
                yield from _operators(thing)
        for page in book.pages:
            yield from _operators(page.obj)


def _is_content(stream: Stream) -> bool:
    """Return whether a stream is a form, a tiling pattern or a glyph of a Type 3 font."""
    return stream.get("/Subtype") == "/Form" or "/PatternType" in stream


def _is_profile_of_three(thing: Object) -> bool:
    """Return whether something is an ICCBased space of RGB or Lab."""
    return (
        isinstance(thing, Array)
        and len(thing) == 2
        and thing[0] == "/ICCBased"
        and int(thing[1].N) == 3
    )


def _operators(content: Object) -> Iterator[str]:
    for instruction in pikepdf.parse_content_stream(content):
        operator = str(instruction.operator)
        if operator in _OPERATORS or operator == "INLINE IMAGE":
            yield operator
        elif operator in {"cs", "CS"} and str(instruction.operands[0]) in _SPACES:
            yield str(instruction.operands[0])


def _names(thing: Object) -> Iterator[str]:
    """Yield all names in an object and what stands in it directly."""
    if isinstance(thing, Array):
        inside = list(thing)
    elif isinstance(thing, (Dictionary, Stream)):
        inside = [each for key, each in thing.items() if key != "/Parent"]
    else:
        inside = []
        if isinstance(thing, pikepdf.Name):
            yield str(thing)
    for each in inside:
        if isinstance(each, Object) and not each.is_indirect:
            yield from _names(each)
