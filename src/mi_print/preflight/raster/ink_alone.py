"""Whether a file's colours are inks already, so that a separator has none to convert.

Then it need not prepare any conversion, which takes it longer than to draw a page.
All that could be of another colour is searched for by its words, so what is
said of a file may be too little, and is never too much.
"""

import re

import pikepdf

from mi_print.preflight.pdf.objects import entry, number
from mi_print.preflight.pdf.open_file import FAULTS, OpenFile
from mi_print.preflight.pdf.streams import deflated

_MOST_OBJECTS = 2_000
"""Looking through more would take longer than it spares."""
_MOST_BYTES = 4_000_000
_NO_NAME = rb"(?![^\s/<>\[\]()])"
_OTHER = re.compile(
    rb"/(?:DeviceRGB|CalRGB|CalGray|Lab|ICCBased|Luminosity|JPXDecode)"
    + _NO_NAME
    # a group that blends in another space, or in one that stands elsewhere
    + rb"|/CS\s*(?!\s)(?!/DeviceCMYK"
    + _NO_NAME
    + rb")"
    # inks that stand elsewhere
    + rb"|/DeviceN\s*(?:\d|\[[^\]]*\d+ \d+ R)|/Separation\s*\d"
)
_OPERATORS = re.compile(rb"[\s\0](?:rg|RG)(?![^\s\0/<\[(%])|/[^\s/<>\[\]()]*(?:RGB|#)")
_SPOTS = re.compile(rb"/Separation\s*(/[^\s/<>\[\]()]+)|/DeviceN\s*\[([^\]]*)\]")
_NO_CONTENT = ("/Length1", "/FunctionType", "/ShadingType", "/HalftoneType")
_NO_CONTENT_KINDS = {
    "/Image", "/XML", "/Type1C", "/CIDFontType0C", "/OpenType", "/ObjStm", "/XRef", "/Metadata",
}  # fmt: skip


def spots_of_ink_alone(document: OpenFile) -> int | None:
    """Return how many spot inks a file names at most, None if it may hold other colours."""
    size = number(entry(document.pdf.trailer, "/Size"))
    if size is None or size > _MOST_OBJECTS or document.problems:
        return None
    spots: set[bytes] = set()
    left = _MOST_BYTES
    try:
        for one in document.pdf.objects:
            held = one.stream_dict if isinstance(one, pikepdf.Stream) else one
            if not isinstance(held, pikepdf.Dictionary | pikepdf.Array):
                continue
            spelt = held.unparse(resolved=True)
            if _OTHER.search(spelt):
                return None
            for single, several in _SPOTS.findall(spelt):
                spots.update([single] if single else several.split())
            if isinstance(one, pikepdf.Stream) and _may_paint(one):
                content = deflated(one, left)
                if content is None or _OPERATORS.search(content):
                    return None
                left -= len(content)
    except FAULTS:
        return None
    return len(spots)


def _may_paint(stream: pikepdf.Stream) -> bool:
    """Return whether a stream may be operators."""
    kinds = {str(entry(stream, key)) for key in ("/Type", "/Subtype")}
    profile = "/N" in stream and "/Subtype" not in stream
    return not (profile or kinds & _NO_CONTENT_KINDS or any(key in stream for key in _NO_CONTENT))
