"""A line that is stamped is the line that the typesetter would have set.

Both are drawn by pdfium at 150 dpi.  The typesetter is given the sizes, the
breaks and the places; its glyphs, kerning and tracking are its own.
"""

import html
import io
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from mi_print.layout.copyfit.fit import ASCENT, DESCENT, FittedText, fit
from mi_print.layout.copyfit.fit_box import FitBox, FitRange
from mi_print.layout.text.fonts import KOREAN_CSS
from mi_print.layout.text.pango import Face
from mi_print.layout.typeset.typesetter import Typesetter
from mi_print.series.pdf.cid_map import UsedFonts
from mi_print.series.pdf.embed_fonts import embed_fonts
from mi_print.series.pdf.text_operators import text_operators
from tests.series.names_of_the_world import NAMES

WIDTH, HEIGHT = 288.0, 216.0
SLOT = (10.0, 40.0, 268.0, 130.0)
_SCALE = 2.08333
"""Pixels in a point at 150 dpi; the last digits would make pdfium add a row."""
_AM = ("\u0e33", "\u0eb3")
"""The vowels am of Thai and Lao: the typesetter tracks their ring as a letter, and so draws it
by the tracking away from where HarfBuzz puts it, 0.50 % of a page at 50 points.  That is not
imitated: test_shape.py has HarfBuzz's place."""
TRACKINGS = (0.0, -0.014, -0.02)
SAMPLE = [(lang, name) for _, lang, name in NAMES[7::31]]

Picture = np.ndarray[tuple[int, int], np.dtype[np.int16]]


def face(tracking: float) -> Face:
    return Face("Inter Display", 54, 65, 600, tracking)


def fitted(tracking: float, align: str = "start") -> list[FittedText]:
    slot = FitBox(SLOT[2], SLOT[3], face(tracking), FitRange(54, 12, lines=3, least=30), align)
    return [fit(name, lang, slot) for lang, name in SAMPLE]


def stamped(lines: Sequence[FittedText]) -> bytes:
    fonts = UsedFonts()
    pdf = pikepdf.new()
    for one in lines:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        stream = text_operators(one, SLOT[0], HEIGHT - SLOT[1], fonts)
        page.obj.Contents = pdf.make_stream(stream)
    resources = pdf.make_indirect(pikepdf.Dictionary(Font=embed_fonts(pdf, [fonts])))
    for page in pdf.pages:
        page.obj.Resources = resources
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def typeset(lines: Sequence[FittedText], tracking: float, folder: Path) -> bytes:
    """Set the same by the typesetter, each line where it was fitted."""
    x, y, width, height = SLOT
    css = (
        f"{KOREAN_CSS} @page{{size:{WIDTH}pt {HEIGHT}pt;margin:0}} html,body,p{{margin:0}}"
        f"section{{position:relative;left:{x}pt;top:{y}pt;width:{width}pt;height:{height}pt;"
        f"break-after:page;font:600 10pt Inter Display}}"
        f"p{{position:absolute;white-space:pre;letter-spacing:{tracking}em}}"
    )
    body = []
    for (lang, _), one in zip(SAMPLE, lines, strict=True):
        rise = one.size * (one.leading / one.size + ASCENT - DESCENT) / 2
        kept = "".join(
            f'<p dir="{"rtl" if one.from_right else "ltr"}" style="left:{line.x}pt;'
            f'top:{line.baseline - rise}pt;font-size:{one.size}pt;line-height:{one.leading}pt">'
            f"{html.escape(line.shaped.text)}</p>"
            for line in one.lines
        )
        body.append(f'<section lang="{lang}">{kept}</section>')
    setter = Typesetter([folder], [("page.css", css, folder)])
    document = f"<html lang='en'><title>T</title><body>{''.join(body)}"
    return whole_kerning(setter.set(document, folder, "page.html").pdf(tagged=False))


def whole_kerning(data: bytes) -> bytes:
    """Return the file with no empty strings in its lines.

    WeasyPrint moves a letter by a number, an empty string and a number.  The
    sum is the same to every reader but pdfium, which drops the last number of
    such a line and so draws the rest of it too far to the right.
    """

    def mended(line: re.Match[bytes]) -> bytes:
        text = re.sub(
            rb">([-\d.]+)<>([-\d.]+)<",
            lambda pair: b">%f<" % (float(pair[1]) + float(pair[2])),
            line[0],
        )
        return text.replace(b"[<>", b"[")

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            contents = page.obj.Contents.read_bytes()
            page.obj.Contents = pdf.make_stream(re.sub(rb"\[[^\]]*\] TJ", mended, contents))
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def pictures(data: bytes) -> list[Picture]:
    document = pypdfium2.PdfDocument(data)
    return [
        page.render(scale=_SCALE, grayscale=True).to_numpy().squeeze().astype(np.int16)
        for page in document
    ]


def starts(data: bytes) -> list[float]:
    """Return where each page's ink begins, in points: to an eighth, of every fourth page."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for number in range(0, len(document), 4):
        picture = document[number].render(scale=8, grayscale=True).to_numpy().squeeze()
        found.append(float(np.nonzero((picture < 128).any(axis=0))[0][0]) / 8)
    return found


@pytest.mark.parametrize("tracking", TRACKINGS)
def test_a_stamped_line_is_the_typeset_one(tracking: float, tmp_path: Path) -> None:
    lines = fitted(tracking)
    mine, others = stamped(lines), typeset(lines, tracking, tmp_path)
    assert starts(mine) == pytest.approx(starts(others), abs=0.25)
    for one, a, b in zip(lines, pictures(mine), pictures(others), strict=True):
        share = (np.abs(a - b) > 32).mean()
        assert share <= (0.006 if one.text.endswith(_AM) else 0.005), f"{one.text}: {share:.2%}"


def test_the_sample_is_of_many_scripts() -> None:
    chosen = {script for script, _, _ in NAMES[7::31]}
    assert len(chosen) >= 20


@pytest.mark.parametrize("align", ["center", "end"])
def test_lines_are_aligned_as_css_aligns_them(align: str, tmp_path: Path) -> None:
    """The typesetter aligns by itself here, and breaks where it was broken before."""
    lines = [one for one in fitted(-0.014, align) if len(one.lines) == 1][:30]
    x, y, width, height = SLOT
    css = (
        f"@page{{size:{WIDTH}pt {HEIGHT}pt;margin:0}} html,body{{margin:0}}"
        f"section{{position:relative;left:{x}pt;top:{y}pt;width:{width}pt;height:{height}pt;"
        f"break-after:page;font:600 10pt Inter Display;line-height:1.203704;"
        f"letter-spacing:-0.014em;text-align:{align};white-space:pre}}"
    )
    body = "".join(
        f'<section dir="{"rtl" if one.from_right else "ltr"}" style="font-size:{one.size}pt">'
        f"{html.escape(one.text)}</section>"
        for one in lines
    )
    setter = Typesetter([tmp_path], [("page.css", css, tmp_path)])
    page = setter.set(f"<html lang='en'><title>T</title><body>{body}", tmp_path, "page.html")
    theirs = whole_kerning(page.pdf(tagged=False))
    assert starts(stamped(lines)) == pytest.approx(starts(theirs), abs=0.25)


def test_three_engines_draw_the_same(tmp_path: Path) -> None:
    """Each smooths edges in its own way, so ink is compared two millimetres at a time."""
    lines = fitted(-0.02)[::4]
    path = tmp_path / "lines.pdf"
    path.write_bytes(stamped(lines))
    commands = {
        "poppler": ["pdftoppm", "-r", "150", "-gray", str(path), str(tmp_path / "poppler")],
        "ghostscript": [
            *("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pgmraw", "-r150"),
            *("-dTextAlphaBits=4", f"-sOutputFile={tmp_path}/ghostscript-%03d.pgm", str(path)),
        ],
    }
    ours = pictures(path.read_bytes())
    for engine, command in commands.items():
        run = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - fixed
        assert run.stderr == b""
        drawn = sorted(tmp_path.glob(f"{engine}-*.pgm"))
        assert len(drawn) == len(lines)
        for one, mine, file in zip(lines, ours, drawn, strict=True):
            with Image.open(file) as image:
                other = np.asarray(image).astype(np.int16)
            assert np.abs(_coarse(mine) - _coarse(other)).max() < 48, f"{engine}: {one.text}"


def _coarse(picture: Picture) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the mean of each square of twelve pixels, two millimetres."""
    rows, columns = (side // 12 for side in picture.shape)
    squares = picture[: 12 * rows, : 12 * columns].reshape(rows, 12, columns, 12)
    means: np.ndarray[tuple[int, int], np.dtype[np.float64]] = squares.mean(axis=(1, 3))
    return means
