"""The output intent: for which press the file's colours are meant (ISO 32000-1, 14.11.5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from mi_print.preflight.document import icc_profile
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, dictionary, entry, items, name, number, text
from mi_print.preflight.pdf.streams import contents
from mi_print.problem import Problem, error, warning
from mi_print.trade.shop_wishes import ShopWishes

_CHARACTERIZED = re.compile(
    r"FOGRA ?(?P<fogra>\d+)|\bTR ?0*(?P<tr>\d+)|CRPC ?-?(?P<crpc>\d)|IFRA ?(?P<ifra>\d+)"
    r"|\bJC ?(?P<jc>\d+)"
)
_PRODUCTS = {
    r"GRACOL ?2006": "TR6",
    r"SWOP ?2006.?COATED ?3": "TR3",
    r"SWOP ?2006.?COATED ?5": "TR5",
    r"\(SWOP\) V2": "TR1",
    r"GRACOL ?2013": "CRPC6",
    r"SWOP ?2013.?C?3": "CRPC5",
    r"ISO COATED V2": "FOGRA39",
    r"PSO COATED V3": "FOGRA51",
    r"JAPAN COLOR 2001 COATED": "JC200103",
}
"""Well-known profiles that don't name their characterization data, and those data."""
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
    profile: str = ""
    """What the profile calls itself."""

    @property
    def contradicts(self) -> bool:
        """Whether the condition and the profile name different characterization data."""
        return _apart(_named(self.condition or ""), _named(self.profile))

    @property
    def doubtful(self) -> bool:
        """Whether the profile is known to be made from other data than the condition names."""
        return _apart(characterized(self.condition or ""), characterized(self.profile))


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def characterized(said: str) -> frozenset[str]:
    """Return the sets of characterization data that a text names, in one spelling each."""
    upper = _upper(said)
    return _named(said) | {data for form, data in _PRODUCTS.items() if re.search(form, upper)}


def _named(said: str) -> frozenset[str]:
    return frozenset(
        f"{kind.upper()}{number}"
        for found in _CHARACTERIZED.finditer(_upper(said))
        for kind, number in found.groupdict().items()
        if number
    )


def _upper(said: str) -> str:
    return " ".join(said.upper().replace("_", " ").split())


def read(pdf: pikepdf.Pdf) -> OutputIntent:
    """Return the output intent that is for PDF/X."""
    listed = [dictionary(one) for one in items(entry(pdf.Root, "/OutputIntents"))]
    ours = [one for one in listed if name(entry(one, "/S")) == "GTS_PDFX"]
    if not ours:
        return OutputIntent(0)
    first = ours[0]
    parts, said, faults = _profile(entry(first, "/DestOutputProfile"))
    if entry(first, "/DestOutputProfileRef") is not None:
        faults.append("names a profile that stands elsewhere (DestOutputProfileRef)")
    condition = text(entry(first, "/OutputConditionIdentifier"))
    registry = text(entry(first, "/RegistryName"))
    return OutputIntent(len(ours), condition, parts, registry, tuple(faults), said)


def _profile(stream: PdfValue) -> tuple[int | None, str, list[str]]:
    if stream is None:
        return None, "", ["has no embedded profile"]
    try:
        found = icc_profile.read(contents(stream, limits.SMALL_STREAM) or b"")
    except limits.LimitError:
        return None, "", ["has a profile that is too large to be read"]
    faults = [f"has a profile that {fault}" for fault in found.faults]
    if found.parts and number(entry(stream, "/N")) != found.parts:
        faults.append("has a profile with another number of colours than its N says")
    return found.parts, found.said, faults


def _same(one: str, other: str) -> bool:
    return one == other or not characterized(one).isdisjoint(characterized(other))


def problems(intent: OutputIntent, shop: ShopWishes, file: str, *, x1a: bool) -> Iterator[Problem]:
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
    elif intent.doubtful:
        message = f"the output intent is for {intent.condition}, its profile is {intent.profile}"
        say = error if intent.contradicts else warning
        yield say("X-OI", message, "embed the profile of the condition", file=file)
    elif shop.colour and not _same(intent.condition, shop.colour.condition):
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
