# noqa: INP001 - a script, not a package
"""Make the pictures of docs/sheets.md: `python -m scripts.sheet_pictures`.

Each is a proof, as `mi-print impose --proof` draws it, of pages that look like pages.
A test holds them to what the code draws now.
"""

import datetime as dt
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream
from PIL import Image

from mi_print.press.impose.plan import Scheme
from mi_print.products.imposition.draw_proof import drawn_sides
from mi_print.products.imposition.impose_file import impose_file
from mi_print.products.imposition.impose_request import ImposeRequest

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
WIDE = 1100
"""Pixels of a picture; its sides stand beside each other."""

_GAP, _GROUND, _COLOURS = 20, "#E4E4E4", 128
_TINTS = ("0.90 0.94 0.90", "0.95 0.92 0.87", "0.89 0.92 0.96", "0.96 0.90 0.91")
_DATE = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: how many pages there are, how large, how they are imposed, which sides it has."""

    scheme: Scheme
    pages: int
    sides: tuple[int, ...]
    trim: tuple[float, float] = (298.0, 420.0)
    options: dict[str, Any] = field(default_factory=dict)


_CARD = (252.0, 144.0)
SHOWN: dict[str, Shown] = {
    "saddle": Shown(Scheme.SADDLE, 8, (0, 1, 2, 3)),
    "perfect": Shown(Scheme.PERFECT, 16, (0, 1), options={"fold": (2, 2)}),
    "n-up": Shown(Scheme.N_UP, 8, (0, 1), _CARD, {"sheet": (612, 540), "grid": (2, 3)}),
    "cut-stack": Shown(
        Scheme.CUT_STACK, 24, (0, 1, 2, 3), _CARD, {"sheet": (612, 540), "grid": (2, 3)}
    ),
    "work-and-turn": Shown(
        Scheme.WORK_AND_TURN, 4, (0,), _CARD, {"sheet": (612, 396), "grid": (2, 2)}
    ),
    "work-and-tumble": Shown(
        Scheme.WORK_AND_TUMBLE, 4, (0,), _CARD, {"sheet": (612, 396), "grid": (2, 2)}
    ),
    "fold-over": Shown(Scheme.FOLD_OVER, 4, (0,), _CARD, {"sheet": (612, 396), "grid": (2, 2)}),
    "cover": Shown(
        Scheme.PERFECT, 12, (0,), options={"separate_cover": True, "caliper": 4.0, "marks": True}
    ),
}
"""The pictures by name; `cover` is the cover of a glued book."""


def pictures() -> Iterator[tuple[str, bytes]]:
    """Yield each picture's name and its PNG."""
    with tempfile.TemporaryDirectory() as scratch:
        for name, shown in SHOWN.items():
            file = Path(scratch) / f"{name}.pdf"
            file.write_bytes(_pages(shown))
            request = ImposeRequest(file, shown.scheme, proof=True, **shown.options)
            *_, made = impose_file(request, file.parent, file.parent, _DATE)
            sides = list(drawn_sides(made.data, made.proof, made.size))
            yield name, _beside(sides[at] for at in shown.sides)


def _pages(shown: Shown) -> bytes:
    """Return pages that look like pages of text from afar."""
    book = Pdf.new()
    width, height = shown.trim
    for number in range(shown.pages):
        ends = number in {0, shown.pages - 1}
        said = [
            f"{_TINTS[number // 2 % len(_TINTS)] if ends or height < width else '1 1 1'} rg",
            f"-9 -9 {width + 18} {height + 18} re f 0.72 g",
        ]
        lines = 4 if ends or height < width else 22
        for line in range(lines):
            short = 0.55 if line in {0, lines - 1} else 1
            thick = 9 if line == 0 else 4
            said.append(f"30 {height - 46 - 15 * line} {(width - 60) * short} {thick} re f")
        page = Dictionary(Type=Name.Page, Contents=Stream(book, " ".join(said).encode()))
        page.Resources = Dictionary()
        page.MediaBox = page.BleedBox = Array([-9, -9, width + 9, height + 9])
        page.TrimBox = Array([0, 0, width, height])
        book.pages.append(Page(book.make_indirect(page)))
    written = io.BytesIO()
    book.save(written, static_id=True)
    return written.getvalue()


def _beside(sides: Iterator[bytes]) -> bytes:
    """Return the sides of sheets, two in a row."""
    found = [Image.open(io.BytesIO(each)).convert("RGB") for each in sides]
    across = min(2, len(found))
    wide, high = max(each.width for each in found), max(each.height for each in found)
    rows = -(-len(found) // across)
    size = (across * (wide + _GAP) - _GAP, rows * (high + _GAP) - _GAP)
    whole = Image.new("RGB", size, "#FFFFFF")
    for number, each in enumerate(found):
        row, column = divmod(number, across)
        whole.paste(each, (column * (wide + _GAP), row * (high + _GAP)))
    most = WIDE if across > 1 else WIDE // 2
    scaled = whole.resize((most, round(size[1] * most / size[0])), Image.Resampling.BOX)
    buffer = io.BytesIO()
    few = scaled.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


if __name__ == "__main__":
    for name, picture in pictures():
        (IMAGES / f"sheets-{name}.png").write_bytes(picture)
