"""What a file says of itself: the XMP packet and the Info dictionary.

XMP is RDF, in which a property may be an element or an attribute, and its
value may stand in a list of languages (ISO 16684-1, 7).
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pikepdf

from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, entry, name, text
from mi_print.preflight.pdf.streams import contents

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFXID = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
MM = "{http://ns.adobe.com/xap/1.0/mm/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"

NEEDED = {
    "a title": f"{DC}title",
    "a date of creation": f"{XMP}CreateDate",
    "a date of modification": f"{XMP}ModifyDate",
    "a date of the metadata": f"{XMP}MetadataDate",
    "a document ID": f"{MM}DocumentID",
    "a version ID": f"{MM}VersionID",
    "a rendition class": f"{MM}RenditionClass",
}
"""What PDF/X-4 asks of the packet (ISO 15930-7, 6.11)."""

AGREEING = {
    "/Title": ("title", f"{DC}title"),
    "/CreationDate": ("date of creation", f"{XMP}CreateDate"),
    "/ModDate": ("date of modification", f"{XMP}ModifyDate"),
    "/Producer": ("producer", f"{PDF}Producer"),
    "/Creator": ("creator", f"{XMP}CreatorTool"),
}
"""What Info repeats of the XMP, and must agree with."""

_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Z])(?:(\d\d)'?(?:(\d\d)'?)?)?)?"
)


def packet(pdf: pikepdf.Pdf) -> dict[str, str] | None:
    """Return the properties of the document's XMP, None where there is none to be read."""
    data = contents(entry(pdf.Root, "/Metadata"), limits.SMALL_STREAM)
    if data is None or b"<!DOCTYPE" in data.replace(b"\0", b""):  # in UTF-16 too
        return None
    try:
        root = ET.fromstring(data.strip(b"\0 \r\n\t"))  # noqa: S314 - entities are refused above
    except (ET.ParseError, ValueError, LookupError):
        return None
    return {
        key: value
        for described in root.iter(f"{RDF}Description")
        for key, value in _properties(described)
    }


def _properties(described: ET.Element) -> Iterator[tuple[str, str]]:
    yield from described.attrib.items()
    for child in described:
        listed = next(child.iter(f"{RDF}li"), child)
        yield child.tag, (listed.text or "").strip()


def info(pdf: pikepdf.Pdf, key: str) -> str | None:
    """Return what Info says under `key`, a name or a text string."""
    value: PdfValue = entry(entry(pdf.trailer, "/Info"), key)
    return name(value) or text(value)


def same(one: str, other: str) -> bool:
    """Return whether Info and XMP say the same, dates in whichever spelling."""
    if one.strip() == other.strip():
        return True
    moments = _moment(one), _moment(other)
    return None not in moments and moments[0] == moments[1]


def _moment(value: str) -> datetime | None:
    found = _DATE.fullmatch(value.strip())
    try:
        if found is None:
            read = datetime.fromisoformat(value.strip())
        else:
            year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
            zone = "Z" if sign in (None, "Z") else f"{sign}{hours or '00'}:{minutes or '00'}"
            date = f"{year}-{month or '01'}-{day or '01'}"
            read = datetime.fromisoformat(
                f"{date}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"
            )
        return read.replace(tzinfo=read.tzinfo or UTC).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None
