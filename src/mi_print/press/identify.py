"""Says what a file is: PDF/X-4, whose title, from when, and for which printing condition.

The old information dictionary and the XMP packet say the same, because checks
compare them.  Identifiers come from a digest of the pages and dates from
outside, so the same pages give the same bytes and other pages other
identifiers.
PDF/X-4: ISO 15930-7:2010, 6.2 (output intent), 6.9 (trapping), 6.11
(identification).  Output intents: ISO 32000-1, 14.11.5; dates: 7.9.4; XMP:
ISO 16684-1.
"""

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime
from html import escape
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from mi_print import __version__
from mi_print.press.profile import IccProfile

VERSION = "1.6"
"""Of PDF: what PDF/X-4 is made of."""
STANDARD = "PDF/X-4"
_PROGRAM = f"mi-print {__version__}"
_SPACE = uuid.UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")  # for object identifiers, RFC 4122

_LANGUAGE = '<rdf:li xml:lang="x-default">'
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
{said}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def identify(  # noqa: PLR0913 - what a file says
    book: Pdf,
    title: str,
    author: str,
    date: datetime,
    profile: IccProfile | None,
    *,
    pages: str = "",
) -> None:
    """Write what the file says of itself.

    Args:
        book: finished pages.
        title: of the file.
        author: whose it is; may be empty.
        date: when it was made; it has a time zone.
        profile: the printing condition; without one the file is in sRGB, and
            claims no more than its title and its date.
        pages: a digest of pages that are not in `book`.
    """
    title, author = _clean(title), _clean(author)
    digest = _digest(book, title, author, date.isoformat(), pages)
    document, instance = (_uuid(digest, part) for part in ("document", "instance"))
    stamp = _stamp(date)
    about = Dictionary(
        Title=String(title),
        Creator=String(_PROGRAM),
        Producer=String(_PROGRAM),
        CreationDate=String(stamp),
        ModDate=String(stamp),
    )
    moment = date.isoformat(timespec="seconds")
    said = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title><rdf:Alt>{_LANGUAGE}{escape(title, quote=False)}</rdf:li></rdf:Alt></dc:title>",
        *(f"<xmp:{key}>{moment}</xmp:{key}>" for key in ("CreateDate", "ModifyDate")),
        f"<xmp:MetadataDate>{moment}</xmp:MetadataDate>",
        f"<xmp:CreatorTool>{_PROGRAM}</xmp:CreatorTool>",
        f"<pdf:Producer>{_PROGRAM}</pdf:Producer>",
        f"<xmpMM:DocumentID>{document}</xmpMM:DocumentID>",
        f"<xmpMM:InstanceID>{instance}</xmpMM:InstanceID>",
        "<xmpMM:VersionID>1</xmpMM:VersionID>",
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>",
    ]
    if author:
        about.Author = String(author)
        name = escape(author, quote=False)
        said.append(f"<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>")
    if profile is not None:
        about.Trapped = Name("/False")
        about.GTS_PDFXVersion = String(STANDARD)
        said += [
            "<pdf:Trapped>False</pdf:Trapped>",
            f"<pdfxid:GTS_PDFXVersion>{STANDARD}</pdfxid:GTS_PDFXVersion>",
        ]
        book.Root.OutputIntents = Array([_intent(book, profile)])
    if Name.ID in book.trailer:
        del book.trailer[Name.ID]  # the typeset pages' own; writing gives the file a new one
    book.trailer.Info = book.make_indirect(about)
    packet = Stream(book, _PACKET.format(said="\n".join(said)).encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    book.Root.Metadata = book.make_indirect(packet)


def identify_again(book: Pdf, date: datetime, digest: bytes) -> None:
    """Write what has changed in what a file says of itself.

    Args:
        book: a file that says something already, or nothing.
        date: when it was changed.
        digest: of its pages.
    """
    stamp = _stamp(date)
    if Name.Metadata in book.Root:
        with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            moment = date.isoformat(timespec="seconds")
            said["pdf:Producer"] = _PROGRAM
            said["xmp:ModifyDate"] = said["xmp:MetadataDate"] = moment
            said["xmpMM:InstanceID"] = _uuid(digest, "instance")
    if Name.ID in book.trailer:
        del book.trailer[Name.ID]
    book.docinfo[Name.Producer] = String(_PROGRAM)
    book.docinfo[Name.ModDate] = String(stamp)


def written_here(pdf: bytes) -> bool:
    """Return whether a file is one of our editions, by what it says of itself.

    An edition for the screen that was typeset whole says only that WeasyPrint
    made it.  But WeasyPrint leaves pages without a crop box, and we do not.
    """
    try:
        with pikepdf.open(BytesIO(pdf)) as book:
            program = str(book.docinfo.get(Name.Producer, ""))
            cropped = Name.CropBox in book.pages[0].obj
    except (pikepdf.PdfError, ValueError, TypeError, LookupError):
        return False
    ours, typesetter = (program.startswith(f"{name} ") for name in ("mi-print", "WeasyPrint"))
    return ours or (typesetter and cropped)


Identify = Callable[[Pdf, str, str, str], None]
"""Writes what a file says of itself: the file, its title, its author, a digest of its pages."""


def identifier(untitled: str, date: datetime, profile: IccProfile | None) -> Identify:
    """Return `identify` with all that is known before the pages are.

    Args:
        untitled: the title of what has none.
        date: when it is made.
        profile: the printing condition, or none.
    """

    def write(book: Pdf, title: str, author: str, pages: str) -> None:
        identify(book, title or untitled, author, date, profile, pages=pages)

    return write


def _stamp(date: datetime) -> str:
    zone = f"{date:%z}"
    return date.strftime("D:%Y%m%d%H%M%S") + f"{zone[:3]}'{zone[3:5]}'"


def _intent(book: Pdf, profile: IccProfile) -> Dictionary:
    data = Stream(book, profile.data)
    data.N = 4
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputCondition=String(profile.description),
        OutputConditionIdentifier=String(profile.condition),
        RegistryName=String(profile.registry),
        Info=String(profile.description),
        DestOutputProfile=book.make_indirect(data),
    )


def _digest(book: Pdf, *said: str) -> bytes:
    """Return a digest of every object of the file, and of what it will say."""
    found = hashlib.sha256("\n".join(said).encode())
    for thing in book.objects:
        if isinstance(thing, Stream):
            found.update(thing.stream_dict.unparse())
            found.update(thing.read_raw_bytes())
        else:
            found.update(thing.unparse(resolved=True))
    return found.digest()


def _uuid(digest: bytes, part: str) -> str:
    return f"uuid:{uuid.uuid5(_SPACE, digest.hex() + part)}"


def _clean(text: str) -> str:
    """Return the text on one line, without what XML does not know."""
    known = (each for each in text if each.isspace() or each.isprintable())
    return " ".join("".join(known).split())
