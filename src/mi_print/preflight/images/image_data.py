"""Whether an image's data are what its dictionary says: so many pixels, in so many colours.

Packed data are unpacked piece by piece and only counted; of JPEG, JPEG 2000 and
JBIG2 the headers are read (ISO/IEC 10918-1, B.2; ISO/IEC 15444-1, A and I).
"""

import struct
from collections.abc import Iterator

import pikepdf

from mi_print.preflight.images import fax, jbig2
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, entry, items, number
from mi_print.preflight.pdf.streams import contents, filters, pieces
from mi_print.source.wording import counted

_FLATE = ("FlateDecode", "Fl")
_JPEG = ("DCTDecode", "DCT")
_FULL = {
    "Fl": "FlateDecode", "LZW": "LZWDecode", "RL": "RunLengthDecode", "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
}  # fmt: skip
_FAX = ("CCITTFaxDecode", "CCF")
_FAX_COLUMNS = 1728
_PNG = 10  # predictors from here on put a byte before each row
_CUT = "is cut off before its end"


def fault(
    image: PdfValue, raw: bytes, pixels: tuple[int, int], bits: int, parts: int | None
) -> str | None:
    """Return what is wrong with an image's data as the end of a sentence, None if nothing is.

    Args:
        image: its dictionary.
        raw: its data as they stand in the file.
        pixels: its width and height.
        bits: of one part of a pixel.
        parts: of a pixel; None where only the data can tell.
    """
    named = filters(image)
    last = named[-1] if named else ""
    try:
        if last in _FAX or last == "JBIG2Decode":
            return _of_one_bit(image, raw, named, pixels)
        if last in _JPEG or last == "JPXDecode":
            return _encoded(image, raw, named, pixels, parts)
        if parts is None:
            return None
        row = (pixels[0] * parts * bits + 7) // 8
        return _counted(image, raw, named, row, pixels[1])
    except limits.LimitError:
        return "has more data than can be checked"
    except (pikepdf.PdfError, struct.error, IndexError):
        return "can't be unpacked"


def _counted(
    image: PdfValue, raw: bytes, named: tuple[str, ...], row: int, rows: int
) -> str | None:
    if named and named[0] in _FLATE and len(named) == 1:
        found = sum(map(len, pieces(raw, limits.IMAGE))) or None
    elif named:
        data = _unpacked(image, raw, named)
        found = None if data is None else len(data)
    else:
        found = len(raw)
    if found is None:
        return "can't be unpacked"
    parameters = next((one for one in items(entry(image, "/DecodeParms")) if one is not None), None)
    if len(named) == 1 and (number(entry(parameters, "/Predictor")) or 1) >= _PNG:
        wide = (number(entry(parameters, "/Columns")) or 1) * (
            number(entry(parameters, "/Colors")) or 1
        )
        inner = int(wide * (number(entry(parameters, "/BitsPerComponent")) or 8) + 7) // 8
        if named[0] in _FLATE:
            found -= -(-found // (inner + 1))
    return f"has {found:,} bytes of {row * rows:,}" if found < row * rows else None


def _encoded(
    image: PdfValue,
    raw: bytes,
    named: tuple[str, ...],
    pixels: tuple[int, int],
    parts: int | None,
) -> str | None:
    """Hold the header of an encoded image against its dictionary."""
    data = raw if len(named) == 1 else _unpacked(image, raw, named[:-1])
    if data is None:
        return "can't be unpacked"
    jpeg = named[-1] in _JPEG
    found = _jpeg(data) if jpeg else _jpeg2000(data)
    if found is None:
        return f"is no {'JPEG' if jpeg else 'JPEG 2000'}"
    width, height, colours = found
    if (width, height) != pixels:
        return f"is of {width}×{height} pixels by its data"
    extra = () if jpeg else (colours - 1,)  # one of them may be how much shows
    if parts is not None and colours and parts not in (colours, *extra):
        return f"has {counted(colours, 'colour')} in its data, and {parts} by its colour space"
    whole = data.rfind(b"\xff\xd9") > 0
    return None if whole else _CUT


def _of_one_bit(
    image: PdfValue, raw: bytes, named: tuple[str, ...], pixels: tuple[int, int]
) -> str | None:
    data = raw if len(named) == 1 else _unpacked(image, raw, named[:-1])
    if data is None:
        return "can't be unpacked"
    if named[-1] in _FAX:
        return _faxed(image, data, len(named), pixels[1])
    found = jbig2.size(data)
    if found is None:
        return "is no JBIG2, or cut off"
    width, height = found
    if (width, height or pixels[1]) != pixels:
        return f"is of {width}×{height or pixels[1]} pixels by its data"
    return None


def _faxed(image: PdfValue, data: bytes, count: int, rows: int) -> str | None:
    listed = items(entry(image, "/DecodeParms"))
    parameters = listed[count - 1] if len(listed) == count else None
    form = fax.FaxForm(
        number(entry(parameters, "/K")) or 0,
        int(number(entry(parameters, "/Columns")) or _FAX_COLUMNS),
        entry(parameters, "/EncodedByteAlign") is True,
    )
    tolerated = (number(entry(parameters, "/DamagedRowsBeforeError")) or 0) > 0
    return None if tolerated else fax.fault(data, form, rows)


def _unpacked(image: PdfValue, raw: bytes, named: tuple[str, ...]) -> bytes | None:
    """Return data without these filters; what the reader warns of is of a copy."""
    with pikepdf.new() as pdf:
        copy = pdf.make_stream(b"")
        kept = pikepdf.Array([pikepdf.Name(f"/{_FULL.get(one, one)}") for one in named])
        parameters = entry(image, "/DecodeParms")
        copy.write(raw, filter=kept)
        if isinstance(parameters, pikepdf.Array) and len(parameters) >= len(named):
            held = [parameters[at] for at in range(len(named))]
            plain = [b"null" if one is None else one.unparse(resolved=True) for one in held]
            copy.DecodeParms = pikepdf.Object.parse(b"[%b]" % b" ".join(plain))
        elif isinstance(parameters, pikepdf.Dictionary):
            copy.DecodeParms = pikepdf.Object.parse(parameters.unparse(resolved=True))
        return contents(copy, limits.STREAM)


def _jpeg(data: bytes) -> tuple[int, int, int] | None:
    """Return width, height and colours from a JPEG's frame header."""
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:  # noqa: PLR2004 - a marker
            at += 1
            continue
        marker = data[at + 1]
        if marker == 0xFF or marker == 1 or 0xD0 <= marker <= 0xD8:  # noqa: PLR2004, PLR1714 - without a length
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004 - a fill byte
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # noqa: PLR2004 - a frame
            height, width, colours = struct.unpack_from(">HHB", data, at + 5)
            return width, height, colours
        if marker in (0xD9, 0xDA):
            return None
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _jpeg2000(data: bytes) -> tuple[int, int, int] | None:
    """Return width, height and colours of a JPEG 2000; no colours if it has a palette."""
    colours = None
    if data[:4] != b"\xff\x4f\xff\x51":
        boxes = dict(_boxes(data, 0, len(data)))
        inner = dict(_boxes(data, *boxes[b"jp2h"])) if b"jp2h" in boxes else {}
        if b"jp2c" not in boxes:
            return None
        colours = 0 if b"pclr" in inner else None
        data = data[boxes[b"jp2c"][0] :]
    if data[:4] != b"\xff\x4f\xff\x51" or len(data) < 42:  # noqa: PLR2004 - up to the number of colours
        return None
    right, low, left, top = struct.unpack_from(">4L", data, 8)
    (said,) = struct.unpack_from(">H", data, 40)
    return right - left, low - top, said if colours is None else colours


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Yield the kinds of boxes, and where their contents begin and end."""
    while at + 8 <= end:
        size, kind = struct.unpack_from(">L4s", data, at)
        begin = at + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, begin)
            begin += 8
        stop = end if size == 0 else at + size
        if stop <= at:
            return
        yield kind, (begin, min(stop, end))
        at = stop
