"""The output intent: for which press the file's colours are meant (ISO 32000-1, 14.11.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, dictionary, entry, items, name, number, text
from mi_print.preflight.pdf.streams import contents
from mi_print.problem import Problem, error, warning
from mi_print.trade.shops import Shop

_HEADER = 128
_SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
_HINT = "name the printing condition and embed its profile, as the shop asks"


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """What the PDF/X output intents say."""

    count: int
    condition: str | None = None
    parts: int | None = None
    """How many parts the profile's colours have; None where no profile tells."""
    registry: str | None = None
    faults: tuple[str, ...] = ()


def read(pdf: pikepdf.Pdf) -> OutputIntent:
    """Return the output intent that is for PDF/X."""
    listed = [dictionary(one) for one in items(entry(pdf.Root, "/OutputIntents"))]
    ours = [one for one in listed if name(entry(one, "/S")) == "GTS_PDFX"]
    if not ours:
        return OutputIntent(0)
    first = ours[0]
    parts, faults = _profile(entry(first, "/DestOutputProfile"))
    condition = text(entry(first, "/OutputConditionIdentifier"))
    registry = text(entry(first, "/RegistryName"))
    return OutputIntent(len(ours), condition, parts, registry, tuple(faults))


def _profile(stream: PdfValue) -> tuple[int | None, list[str]]:
    if stream is None:
        return None, ["has no embedded profile"]
    data = contents(stream, limits.SMALL_STREAM) or b""
    if len(data) < _HEADER or data[36:40] != b"acsp":
        return None, ["has a profile that is no ICC profile"]
    faults = []
    if data[12:16] != b"prtr":
        faults.append("has a profile that is not a printer's")
    if int.from_bytes(data[:4], "big") > len(data):
        faults.append("has a profile that is cut short")
    parts = _SPACES.get(data[16:20])
    if number(entry(stream, "/N")) != parts:
        faults.append("has a profile with another number of colours than its N says")
    return parts, faults


def problems(intent: OutputIntent, shop: Shop, file: str, *, x1a: bool) -> Iterator[Problem]:
    """Yield what is wrong with the intent (X-OI) and whether it is CMYK (R0035).

    PDF/X-1a may leave the profile out where the condition is registered.
    """
    if intent.count != 1:
        said = (
            f"the file has {intent.count} output intents"
            if intent.count
            else "the file has no output intent"
        )
        yield error("X-OI", f"{said}, where one is needed", _HINT, file=file)
        return
    if not intent.condition:
        yield error("X-OI", "the output intent names no printing condition", _HINT, file=file)
    elif shop.colour and intent.condition != shop.colour.condition:
        message = (
            f"the file is made for {intent.condition}, the shop prints {shop.colour.condition}"
        )
        yield warning("X-OI", message, "separate it for the shop's condition", file=file)
    registered = x1a and bool(intent.registry)
    for fault in intent.faults:
        if not (registered and fault == "has no embedded profile"):
            yield error("X-OI", f"the output intent {fault}", _HINT, file=file)
    if intent.parts not in (None, 4):
        message = "the output intent is not a CMYK condition"
        hint = f"make it {shop.colour.condition}" if shop.colour else _HINT
        yield error("R0035", message, hint, file=file)
