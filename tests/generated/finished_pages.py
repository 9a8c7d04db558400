"""A finished file as two readers have it that know nothing of what wrote it: pdfium and poppler.

Of each page the letters that are there, where the ink of each glyph stands by the
font's outline, and a picture. All boxes are in points from the page's lower left corner.
"""

import ctypes
import re
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

UNREAD = "\ufffd"
"""A glyph of which the file does not say for what it stands."""

_HYPHENS = dict.fromkeys(map(ord, "-\u2010\u2011\u2012\ufffe\x02"))
_SAME = str.maketrans({"’": "'", "‘": "'"})


@lru_cache(100_000)
def letters(text: str) -> str:
    """Return what a text has in any typesetting: no spaces, hyphens, or joiners, marks apart."""
    plain = unicodedata.normalize("NFKD", text.translate(_SAME)).translate(_HYPHENS)
    return "".join(c for c in plain if unicodedata.category(c) not in {"Cf", "Zs", "Cc"})


@dataclass(frozen=True)
class Word:
    """Glyphs that stand together, by their numbers on the page."""

    first: int
    last: int
    text: str
    box: Box


class FinishedPage:
    """One page of a finished file."""

    def __init__(self, page: pypdfium2.PdfPage, by_poppler: str) -> None:
        """Read what every judgement needs."""
        self._page = page
        self._text = page.get_textpage()
        self.width, self.height = page.get_size()
        self.readings = (letters(self._text.get_text_range()), letters(by_poppler))
        """The letters as pdfium has them, and as poppler has."""

    @cached_property
    def tokens(self) -> set[str]:
        """Each word of the page with its letters in order of the alphabet."""
        found = re.findall(r"\w+", unicodedata.normalize("NFKC", self._text.get_text_range()))
        return {in_order(token) for token in found}

    @cached_property
    def words(self) -> list[Word]:
        """The words, each on one line and of glyphs with ink."""
        return list(_words(self._text.raw))

    def glyphs(self, word: Word) -> list[Box]:
        """Return the boxes of a word's glyphs."""
        boxes = (glyph_box(self._text.raw, at) for at in range(word.first, word.last + 1))
        return [box for box in boxes if box]

    def em(self, word: Word) -> float:
        """Return the size of a word's type in points."""
        return _em(self._text.raw, word.first)

    def baseline(self, word: Word) -> float:
        """Return how high the line stands on which a word is."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text.raw, word.first, x, y)
        return y.value

    @cached_property
    def rules(self) -> list[Box]:
        """The thin lines across the page, those of pictures not counted."""
        found = []
        for each in self._page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
            left, bottom, right, top = each.get_bounds()
            if top - bottom < _RULE < right - left:
                found.append((left, bottom, right, top))
        return found

    def picture(self, dpi: float) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
        """Return the page drawn in grey."""
        return np.asarray(self._page.render(scale=dpi / 72, grayscale=True).to_numpy()).squeeze()

    def colour(self, x: float, y: float) -> str:
        """Return the colour at a point, as `#DC3311`."""
        drawn = self._page.render(scale=2, crop=(0, 0, 0, self.height - 2 * y))
        pixels = drawn.to_numpy()
        blue, green, red = pixels[pixels.shape[0] // 2, int(2 * x)][:3]
        return f"#{red:02X}{green:02X}{blue:02X}"

    def codes(self) -> set[str]:
        """Return what the QR codes of the page say, as drawn at 150 dots an inch."""
        dpi = min(150, 12_000_000 / (self.width * self.height) * 72)
        wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        return {code.text for code in zxingcpp.read_barcodes(self.picture(dpi), formats=wanted)}


def in_order(token: str) -> str:
    """Return the letters of a word in order of the alphabet."""
    return "".join(sorted(letters(token)))


@contextmanager
def opened(path: Path) -> Iterator[list[FinishedPage]]:
    """Open a file and give its pages."""
    run = subprocess.run(  # noqa: S603 - our own command
        ["pdftotext", "-raw", str(path), "-"],  # noqa: S607 - the user's poppler
        capture_output=True,
        check=True,
    )
    by_poppler = run.stdout.decode("utf-8", "replace").split("\f")
    with pypdfium2.PdfDocument(path) as file:
        yield [FinishedPage(*page) for page in zip(file, by_poppler, strict=False)]


def glyph_box(text: pdfium.FPDF_TEXTPAGE, at: int) -> Box | None:
    """Return where a glyph has ink, None if it has none."""
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    if not pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top):
        return None
    if right.value - left.value < _THIN or top.value - bottom.value < _THIN:
        return None
    return left.value, bottom.value, right.value, top.value


def _em(text: pdfium.FPDF_TEXTPAGE, at: int) -> float:
    """Return the size of a glyph's type in points."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    return float(abs(matrix.d) * pdfium.FPDFText_GetFontSize(text, at))


_THIN = 0.02  # points: a space
_RULE = 3.0  # points: as high at the most


def _words(text: pdfium.FPDF_TEXTPAGE) -> Iterator[Word]:
    first, boxes, found = 0, list[Box](), ""
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        box = None if code <= 0x20 or code == 0xA0 else glyph_box(text, at)
        mark = unicodedata.combining(chr(code))
        sized = box and (mark or _em(text, at) == _em(text, at - 1))
        if boxes and not (box and sized and (mark or _follows(boxes[-1], box))):
            yield Word(first, at - 1, _in_sight(found, boxes), around(boxes))
            boxes, found = [], ""
        if box:
            first = first if boxes else at
            boxes.append(box)
            found += UNREAD if pdfium.FPDFText_HasUnicodeMapError(text, at) == 1 else chr(code)
    if boxes:
        yield Word(first, first + len(boxes) - 1, _in_sight(found, boxes), around(boxes))


def _in_sight(text: str, boxes: Sequence[Box]) -> str:
    """Return a word as it stands there: in a line from the right readers have its figures apart."""
    if not _FIGURES.fullmatch(text):
        return text
    return "".join(text[at] for at in sorted(range(len(text)), key=lambda at: boxes[at][0]))


_FIGURES = re.compile(r"(?=.*[0-9])[\x21-\x7e\u2010-\u2014]+")


def _follows(before: Box, after: Box) -> bool:
    """Return whether one glyph stands in the other's line, beside it."""
    height = max(before[3] - before[1], after[3] - after[1])
    apart = max(after[0] - before[2], before[0] - after[2])
    level = min(before[3], after[3]) - max(before[1], after[1])
    return apart < height and level > -height


def around(boxes: Sequence[Box]) -> Box:
    """Return the box around boxes."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)
