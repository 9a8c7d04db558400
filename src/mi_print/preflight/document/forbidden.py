"""What PDF/X forbids of an object wherever it stands, whether a page uses it or not.

Objects are written as bytes first, in which a search finds the few that could
hold something forbidden; only those are walked.
"""

import re
from collections.abc import Iterator

import pikepdf

from mi_print.preflight.document.spot_builds import SpotBuild, of_space
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, dictionary, entry, name, number
from mi_print.preflight.pdf.streams import filters

ObjectFault = tuple[str, str]
"""What is wrong, and which rule says so."""

_WORTH = re.compile(
    rb"/(?:PS|OPI|Ref|ExtGState|JavaScript|JS|AA|PA|S|Separation|DeviceN)(?![^\s/<>\[\]()])"
)
_STREAM_WORTH = re.compile(
    rb"/(?:F|PS|OPI|Ref|LZW|LZWDecode|JBIG2Decode|JPXDecode)(?![^\s/<>\[\]()])"
    rb"|/(?:Filter|Subtype2?)\s*(?:\d|\[[^\]]*\d)"  # the words are in another object
)
_TRIGGERS = frozenset(
    [
        "/E",
        "/X",
        "/D",
        "/U",
        "/Fo",
        "/Bl",
        "/PO",
        "/PC",
        "/PV",
        "/PI",
        "/K",
        "/F",
        "/V",
        "/C",
        "/O",
        "/WC",
        "/WS",
        "/DS",
        "/WP",
        "/DP",
    ]
)
_ACTIONS = frozenset(
    [
        "GoToR",
        "GoToE",
        "GoToDp",
        "Launch",
        "Thread",
        "URI",
        "Sound",
        "Movie",
        "Hide",
        "Named",
        "SubmitForm",
        "ResetForm",
        "ImportData",
        "SetOCGState",
        "Rendition",
        "GoTo3DView",
        "RichMediaExecute",
        "JavaScript",
    ]
)
_PROCESS = frozenset(["Cyan", "Magenta", "Yellow", "Black", "Gray", "Default"])
_HALFTONES = (1.0, 5.0)
_HELD = (pikepdf.Dictionary, pikepdf.Array)

TRANSFER = "a transfer function"
PHASE = "a halftone phase"
HALFTONE = "a halftone of a type other than 1 and 5"


def found_in(thing: PdfValue, *, x1a: bool) -> Iterator[ObjectFault | SpotBuild]:
    """Yield what is forbidden in an object of a file, and the spot inks that it names."""
    held = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
    if not isinstance(held, _HELD):
        return
    spelt = held.unparse(resolved=True)
    if isinstance(thing, pikepdf.Stream) and _STREAM_WORTH.search(spelt):
        yield from _stream(thing, x1a=x1a)
    if _WORTH.search(spelt):
        yield from _walked(held, 0)


def _stream(thing: pikepdf.Stream, *, x1a: bool) -> Iterator[ObjectFault]:
    named = set(filters(thing))
    if named & {"LZWDecode", "LZW"}:
        yield "data in LZW compression", "X-FILT"
    if x1a and named & {"JBIG2Decode", "JPXDecode"}:
        yield "JBIG2 or JPEG 2000 images", "X1A-FILT"
    if thing.get("/F") is not None:
        yield "data that stand in another file", "X-EXT"
    kind = name(thing.get("/Subtype"))
    if kind == "PS" or name(thing.get("/Subtype2")) == "PS" or thing.get("/PS") is not None:
        yield "PostScript", "X-EXT"
    if kind in ("Form", "Image") and thing.get("/OPI") is not None:
        yield "an OPI reference", "X-EXT"
    if kind == "Form" and thing.get("/Ref") is not None:
        yield "a page of another file", "X-EXT"


def _walked(thing: pikepdf.Object, depth: int) -> Iterator[ObjectFault | SpotBuild]:
    if depth > limits.CLIMB:
        raise limits.LimitError("arrays and dictionaries stand too deep inside each other")
    if isinstance(thing, pikepdf.Array):
        yield from of_space(thing)
        inner: list[PdfValue] = [thing[at] for at in range(len(thing))]
    else:
        yield from _acts(thing)
        yield from _states(thing)
        inner = [entry(thing, key) for key in thing.keys()]  # noqa: SIM118 - not a mapping
    for one in inner:
        if isinstance(one, _HELD) and not one.is_indirect:
            yield from _walked(one, depth + 1)


def _acts(thing: pikepdf.Object) -> Iterator[ObjectFault]:
    kind = name(entry(thing, "/S"))
    structure = entry(thing, "/P") is not None or name(entry(thing, "/Type")) == "StructElem"
    if entry(thing, "/JS") is not None or (kind == "JavaScript" and not structure):
        yield "JavaScript", "X-ACT"
    elif kind in _ACTIONS and not structure:
        yield f"an action ({kind})", "X-ACT"
    triggers = dictionary(entry(thing, "/AA"))
    if triggers is not None and triggers.keys() and _TRIGGERS.issuperset(triggers.keys()):
        yield "actions that something sets off (AA)", "X-ACT"
    if name(entry(entry(thing, "/PA"), "/S")) is not None:
        yield "an action of before (PA)", "X-ACT"


def _states(thing: pikepdf.Object) -> Iterator[ObjectFault]:
    """Yield what is wrong with the graphics states that a dictionary is or names."""
    if name(entry(thing, "/Type")) == "ExtGState":
        yield from _state(thing)
    held = dictionary(entry(thing, "/ExtGState"))
    if held is None:
        return
    if entry(thing, "/PatternType") is not None:
        yield from _state(held)
        return
    for key in held.keys():  # noqa: SIM118 - not a mapping
        yield from _state(entry(held, key))


def _state(state: PdfValue) -> Iterator[ObjectFault]:
    for fault in faults_of_state(state):
        yield fault, "X-GS"


def faults_of_state(state: PdfValue) -> Iterator[str]:
    """Yield what a press refuses in a graphics state dictionary, each in words."""
    two = entry(state, "/TR2")
    if entry(state, "/TR") is not None or (two is not None and name(two) != "Default"):
        yield TRANSFER
    if entry(state, "/HTP") is not None:
        yield PHASE
    halftone = entry(state, "/HT")
    if halftone is not None and name(halftone) != "Default":
        yield from _halftone(halftone, "Default")


def _halftone(halftone: PdfValue, colorant: str) -> Iterator[str]:
    kind = number(entry(halftone, "/HalftoneType"))
    if kind not in _HALFTONES:
        yield HALFTONE
        return
    if entry(halftone, "/HalftoneName") is not None:
        yield "a halftone with a name of its own"
    curve = entry(halftone, "/TransferFunction")
    if curve is not None and name(curve) != "Identity" and colorant in _PROCESS:
        yield "a halftone with a transfer function"
    held = dictionary(halftone)
    if kind == 1 or held is None:
        return
    for key in held.keys():  # noqa: SIM118 - not a mapping
        part = entry(held, key)
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            if number(entry(part, "/HalftoneType")) == 5:  # noqa: PLR2004 - they don't nest
                yield HALFTONE
            else:
                yield from _halftone(part, key[1:])
