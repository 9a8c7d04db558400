"""Rules for the file as a whole: what it says of itself, and what it must not hold."""

from collections.abc import Collection, Iterator

import pikepdf

from mi_print.preflight.document import metadata
from mi_print.preflight.document.all_objects import ObjectFacts
from mi_print.preflight.expected import Expected
from mi_print.preflight.pdf.objects import entry, items, name
from mi_print.preflight.pdf.open_file import OpenFile
from mi_print.preflight.rules.gwg import GwgColumn
from mi_print.preflight.rules.output_intent import OutputIntent
from mi_print.problem import Problem, error
from mi_print.source.wording import counted
from mi_print.trade.shop_wishes import ShopWishes
from mi_print.units import in_words

X4, X1A = "PDF/X-4", "PDF/X-1a"
_CLOSE = 0.5  # points: what a trim may differ by
_X1_VERSIONS = ("PDF/X-1:2001", "PDF/X-1:2003")
_X1A_CONFORMANCES = ("PDF/X-1a:2001", "PDF/X-1a:2003")
_ANEW = "export the file again as PDF/X-4"


def says_x1a(document: OpenFile) -> bool:
    """Return whether a file says in Info that it is PDF/X-1, and in XMP the same or nothing."""
    packet = metadata.packet(document.pdf)
    repeated = packet.get(metadata.PDFXID) if packet else None
    said = metadata.info(document.pdf, "/GTS_PDFXVersion") or ""
    return all(one.startswith("PDF/X-1") for one in (said, repeated or said))


def identified(document: OpenFile, *, x1a: bool) -> Iterator[Problem]:
    """Yield what is wrong with what the file says of itself (X-ID, X-META, X-TRAP, X-TID)."""
    file, pdf = document.file, document.pdf
    packet = metadata.packet(pdf)
    if x1a:
        yield from _as_x1a(document)
    elif packet is None:
        yield error("X-ID", "the file has no metadata (XMP) that can be read", _ANEW, file=file)
    else:
        yield from _as_x4(packet, pdf, file)
    for key, (words, tag) in metadata.AGREEING.items():
        one, other = metadata.info(pdf, key), packet.get(tag) if packet else None
        first = packet.first(tag) if packet else None  # of several authors Info may name one
        if one is not None and other is not None and not metadata.same(one, other, first):
            message = f"the {words} in Info and in the XMP differ: {one[:60]!r}, {other[:60]!r}"
            yield error("X-META", message, "write both from one value", file=file)
        elif one and packet and not other and not x1a:  # which need have no XMP
            message = f"the {words} stands in Info and not in the XMP"
            yield error("X-META", message, "write both from one value", file=file)
    trapped = metadata.trapped(pdf)
    said = packet.get(f"{metadata.PDF}Trapped") if packet else None
    if trapped not in ("True", "False") or (not x1a and packet is not None and said != trapped):
        known = trapped or "missing or no name"
        message = f"Trapped is {known} in Info and {said or 'missing'} in the XMP"
        yield error("X-TRAP", message, "say False in both, if the file is not trapped", file=file)
    names = items(entry(pdf.trailer, "/ID"))
    if len(names) != 2 or not all(isinstance(one, pikepdf.String | str) for one in names):  # noqa: PLR2004 - as the clause says
        yield error("X-TID", "the trailer has no ID of two strings", _ANEW, file=file)


def _as_x4(packet: metadata.Packet, pdf: pikepdf.Pdf, file: str) -> Iterator[Problem]:
    said = packet.get(metadata.PDFXID)
    if metadata.PDFXID in packet.twice:
        yield error("X-ID", "the XMP says twice which PDF/X the file is", _ANEW, file=file)
    for key in ("/GTS_PDFXVersion", "/GTS_PDFXConformance"):
        other = metadata.info(pdf, key)
        if other is not None and other != said:
            message = f"{key[1:]} in Info says {other[:40]}, the XMP {said or 'nothing'}"
            yield error("X-ID", message, _ANEW, file=file)
    if said != X4:
        words = f"says that it is {said[:40]}" if said else "does not say that it is PDF/X"
        yield error("X-ID", f"the file {words}", _ANEW, file=file)
    for words, tag in metadata.NEEDED.items():
        if not packet.get(tag):
            yield error("X-META", f"the XMP lacks {words}", _ANEW, file=file)


def _as_x1a(document: OpenFile) -> Iterator[Problem]:
    file, pdf = document.file, document.pdf
    keys = ("/GTS_PDFXVersion", "/GTS_PDFXConformance")
    version, conformance = (metadata.info(pdf, key) for key in keys)
    alone = version == "PDF/X-1a:2003" and conformance in (None, version)
    if not alone and not (version in _X1_VERSIONS and conformance in _X1A_CONFORMANCES):
        message = (
            f"Info says {version or 'nothing'} as GTS_PDFXVersion"
            f" and {conformance or 'nothing'} as GTS_PDFXConformance"
        )
        yield error("X1A-ID", message, "export the file again, as PDF/X-4", file=file)
    if pdf.pdf_version > "1.4":
        message = f"the file is PDF {pdf.pdf_version}, but PDF/X-1a is PDF 1.4"
        yield error("X1A-VER", message, _ANEW, file=file)
    if entry(pdf.Root, "/OCProperties") is not None:
        yield error("X1A-OC", "the file has layers", "flatten them, or export PDF/X-4", file=file)


def object_faults(
    objects: ObjectFacts, told: Collection[tuple[str, str]], file: str
) -> Iterator[Problem]:
    """Yield what a file must not hold anywhere (X-FILT, X-EXT, X-GS, X-ACT).

    Args:
        objects: what was found in it.
        told: rules and messages of what pages were found to use, which need not be said again.
        file: how problems name the file.
    """
    on_pages = {rule for rule, _ in told}
    for what, rule in objects.faults:
        acts = rule == "X-ACT" and what != "JavaScript" and rule in on_pages
        if not acts and not any(what in said for where, said in told if where == rule):
            yield error(rule, f"the file holds {what}", _ANEW, file=file)


def encrypted(document: OpenFile) -> Iterator[Problem]:
    """Yield whether the file is encrypted (X-ENC)."""
    if document.pdf.is_encrypted:
        yield error(
            "X-ENC", "the file is encrypted", "save it without protection", file=document.file
        )


def forbidden(document: OpenFile) -> Iterator[Problem]:
    """Yield what a file must not do by itself (X-ACT, X-OC)."""
    file, root = document.file, document.pdf.Root
    for said in _acts(document):
        yield error("X-ACT", f"the file holds {said}", "take all actions away", file=file)
    layers = entry(root, "/OCProperties")
    for one in [entry(layers, "/D"), *items(entry(layers, "/Configs"))]:
        if entry(one, "/AS") is not None:
            hint = "let layers be on or off, and nothing switch them"
            yield error("X-OC", "the file's layers switch themselves (AS)", hint, file=file)


def _acts(document: OpenFile) -> Iterator[str]:
    root = document.pdf.Root
    opening = entry(root, "/OpenAction")
    if opening is not None and entry(opening, "/S") is not None:
        yield "an action on opening"
    if entry(entry(root, "/Names"), "/JavaScript") is not None:
        yield "a list of JavaScript"
    if entry(entry(root, "/AcroForm"), "/XFA") is not None:
        yield "an XFA form"


def ordered(document: OpenFile, shop: ShopWishes, expected: Expected) -> Iterator[Problem]:
    """Yield what is not as ordered (MP-PAGES, MP-SIZE)."""
    count = len(document.pages)
    if expected.bound and count % shop.page_multiple:
        pages, missing = counted(count, "page"), -count % shop.page_multiple
        message = f"the file has {pages}, but the shop binds a multiple of {shop.page_multiple}"
        hint = f"add {counted(missing, 'page')}, or leave some out"
        yield error("MP-PAGES", message, hint, file=document.file)
    if expected.trim is None:
        return
    width, height = expected.trim
    fits = [_alike(boxes.size, expected.trim) for boxes, _ in document.pages.kinds]
    wrong = [number for number, kind in enumerate(document.pages.which, 1) if not fits[kind]]
    if wrong:
        wide, high = document.pages.boxes(wrong[0]).size
        more = f" ({len(wrong) - 1} more pages)" if len(wrong) > 1 else ""
        found = f"{in_words(wide)} × {in_words(high)}"
        message = f"the trim is {found}, not {in_words(width)} × {in_words(height)}{more}"
        hint = "make the file in the size that was ordered"
        yield error("MP-SIZE", message, hint, file=document.file, page=wrong[0])


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _CLOSE for a, b in zip(one, other, strict=True))


def same_size(document: OpenFile, column: GwgColumn) -> Iterator[Problem]:
    """Yield the first page whose trim is another than that of the first (R0004)."""
    severity, first = column.severity("R0004"), document.pages.boxes(1)
    if severity is None:
        return
    alike = [_alike(boxes.size, first.size) for boxes, _ in document.pages.kinds]
    for number, kind in enumerate(document.pages.which, 1):
        if not alike[kind]:
            message = "the page has another trim size than the first"
            hint = "put pages of one size in one file"
            yield Problem(severity, "R0004", message, hint, file=document.file, page=number)
            return


def spots(document: OpenFile, named: dict[str, int], column: GwgColumn) -> Iterator[Problem]:
    """Yield whether there are more spot inks than the shop prints (R0020)."""
    severity, colour = column.severity("R0020"), column.shop.colour
    allowed = colour.spots if colour else 0
    if severity and len(named) > allowed:
        listed = ", ".join(sorted(named)[:6])
        message = f"the file has {len(named)} spot inks ({listed}); the shop prints {allowed}"
        hint = "convert them to CMYK, or order them"
        page = min(named.values())
        yield Problem(severity, "R0020", message, hint, file=document.file, page=page)


def layers(document: OpenFile, column: GwgColumn) -> Iterator[Problem]:
    """Yield whether a layer is off (R0036)."""
    severity = column.severity("R0036")
    usual = entry(entry(document.pdf.Root, "/OCProperties"), "/D")
    off = name(entry(usual, "/BaseState")) == "OFF" or bool(items(entry(usual, "/OFF")))
    if severity and off:
        hint = "switch all layers on, or take those away that must not print"
        yield Problem(severity, "R0036", "a layer is off", hint, file=document.file)


def parts(intent: OutputIntent) -> int:
    """Return how many parts device colours should have: four, if no profile tells."""
    return intent.parts or 4
