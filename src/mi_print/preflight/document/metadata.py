"""What a file says of itself: the XMP packet and the Info dictionary.

XMP is RDF, in which a property may be an element or an attribute, and its
value may stand in a list of languages (ISO 16684-1, 7).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pikepdf

from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import entry, name, text
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
    "/Author": ("author", f"{DC}creator"),
    "/Subject": ("subject", f"{DC}description"),
    "/Keywords": ("list of keywords", f"{PDF}Keywords"),
    "/CreationDate": ("date of creation", f"{XMP}CreateDate"),
    "/ModDate": ("date of modification", f"{XMP}ModifyDate"),
    "/Producer": ("producer", f"{PDF}Producer"),
    "/Creator": ("creator", f"{XMP}CreatorTool"),
}
"""What Info repeats of the XMP, and must agree with."""

_BETWEEN = re.compile("[;,]")
_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([-+Z])(?:(\d\d)'?(?:(\d\d)'?)?)?)?"
)


@dataclass(frozen=True, slots=True)
class Packet:
    """What a document's XMP says: the members of each property, in the order of their first."""

    said: Mapping[str, tuple[str, ...]]
    twice: frozenset[str]
    """Properties that it says more than once."""

    def first(self, key: str) -> str | None:
        """Return the first member of a property."""
        return next(iter(self.said.get(key, ())), None)

    def get(self, key: str) -> str | None:
        """Return a property; of a list, its members in one text."""
        listed = self.said.get(key)
        return None if listed is None else "; ".join(listed)


def packet(pdf: pikepdf.Pdf) -> Packet | None:
    """Return the properties of the document's XMP, None where there is none to be read."""
    try:
        data = contents(entry(pdf.Root, "/Metadata"), limits.SMALL_STREAM)
    except limits.LimitError:
        return None
    if data is None or b"<!DOCTYPE" in data.replace(b"\0", b""):  # in UTF-16 too
        return None
    try:
        root = ET.fromstring(data.strip(b"\0 \r\n\t"))  # noqa: S314 - entities are refused above
    except (ET.ParseError, ValueError, LookupError):
        return None
    said: dict[str, tuple[str, ...]] = {}
    twice = set()
    for whole in root.iter(f"{RDF}RDF"):
        for described in whole.findall(f"{RDF}Description"):  # not those of what was placed
            for key, listed in _properties(described):
                if key in said:
                    twice.add(key)
                said.setdefault(key, listed)
    return Packet(said, frozenset(twice))


def _properties(described: ET.Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in described.attrib.items():
        yield key, (value.strip(),)
    for child in described:
        if child.find(f"{RDF}Seq") is not None or child.find(f"{RDF}Bag") is not None:
            yield child.tag, tuple((each.text or "").strip() for each in child.iter(f"{RDF}li"))
        else:
            chosen = next(child.iter(f"{RDF}li"), child)
            yield child.tag, ((chosen.text or "").strip(),)


def info(pdf: pikepdf.Pdf, key: str) -> str | None:
    """Return what Info says under `key`: a text, or a name that stands in its place."""
    value = entry(entry(pdf.trailer, "/Info"), key)
    named = name(value)
    return text(value) if named is None else f"/{named}"


def trapped(pdf: pikepdf.Pdf) -> str | None:
    """Return the name that Info has under Trapped; what is no name says nothing (14.3.3)."""
    return name(entry(entry(pdf.trailer, "/Info"), "/Trapped"))


def same(one: str, other: str, first: str | None = None) -> bool:
    """Return whether Info and XMP say the same, dates and lists in whichever spelling.

    `first` is the first member of a list in the XMP, which Info may name alone.
    """
    if _parts(one) in (_parts(other), _parts(first or other)):
        return True
    moments = _moment(one), _moment(other)
    return None not in moments and moments[0] == moments[1]


def _parts(value: str) -> list[str]:
    return [" ".join(part.split()) for part in _BETWEEN.split(value) if part.strip()]


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
