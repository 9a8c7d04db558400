"""Booklets, ours and others': what each tool keeps of press pages, and how long it takes.

    python bench/imposition.py [PYTHON [PDFJAM]]

PYTHON is an interpreter with pdfimpose and imposer, PDFJAM the program of that name; without them
ours is timed alone.
Every figure is a whole process, the faster of two; in brackets its processor time.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import measure
from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream, String
from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_print.resources import FONTS
from mi_print.trade.shops import shops

MI_PRINT = Path(sys.executable).with_name("mi-print")
COUNTS = (68, 100, 1000)
WIDTH, HEIGHT, BLEED = 396, 612, 9
SHOP = "generic-us"
_LINES = 30
_DEEPEST = 12  # forms in forms


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that makes booklets: its name, and its command with {folder}, {file}, {out}."""

    name: str
    command: tuple[str, ...]


OURS = Tool(
    "mi-print", (str(MI_PRINT), "impose", "{file}", "--scheme", "saddle", "--out", "{folder}/ours")
)
_IMPOSER = (
    "import imposer, sys; size = imposer.PageSize.custom(828.0, 630.0);"
    "config = imposer.BookletConfig().with_page_size(size).with_pages_per_sheet(2);"
    "imposer.generate_booklet_from_file(sys.argv[1], sys.argv[2], config)"
)


def tools(arguments: list[str]) -> Iterator[Tool]:
    """Yield ours, and those that are there."""
    yield OURS
    if arguments:
        python = arguments[0]
        saddle = ("saddle", "--signature", "2x1", "--group", "0", "-o", "{out}", "{file}")
        yield Tool("pdfimpose", (python, "-m", "pdfimpose", *saddle))
        yield Tool("imposer", (python, "-c", _IMPOSER, "{file}", "{out}"))
    if arguments[1:]:
        size = ("--noautoscale", "true", "--papersize", "{{828bp,630bp}}")
        booklet = ("--quiet", "--booklet", "true", *size, "--outfile", "{out}", "{file}")
        yield Tool("pdfjam", (arguments[1], *booklet))


def main(arguments: list[str]) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        files = {count: folder / f"pages-{count}.pdf" for count in COUNTS}
        for count, file in files.items():
            file.write_bytes(press_pages(count))
        print(f"{'':12}" + "".join(f"{count:>10,} pages" for count in COUNTS) + f"{'MB':>8}")
        kept = []
        for tool in tools(arguments):
            row = f"{tool.name:12}"
            memory = 0
            for count, file in files.items():
                out = folder / f"{tool.name}-{count}.pdf"
                places = {"file": file, "out": out, "folder": folder}
                run = measure.run([part.format(**places) for part in tool.command], times=2)
                row += f"{run.seconds:9.2f} ({run.processor:.2f})"
                memory = run.memory
                if tool is OURS:
                    (folder / "ours" / f"pages-{count}-saddle.pdf").rename(out)
            print(f"{row}{memory / 1e6:8.0f}")
            kept.append((tool.name, keeps(folder / f"{tool.name}-100.pdf")))
        print()
        for name, what in kept:
            print(f"{name:12}" + ", ".join(f"{key} {value}" for key, value in what.items()))


def press_pages(count: int) -> bytes:
    """Return pages as a shop wants them: boxes, an intent, a spot, overprint, a layer, a font."""
    profile = shops()[SHOP].colour
    condition = profile.condition if profile else ""
    buffer = BytesIO()
    pdfmetrics.registerFont(TTFont("Inter", str(FONTS / "inter" / "Inter-Regular.ttf")))
    canvas = Canvas(buffer, (WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED))
    for number in range(1, count + 1):
        canvas.setFillColor(CMYKColorSep(0, 0.6, 1, 0, spotName="Spot", density=0.3))
        canvas.rect(0, 0, WIDTH + 2 * BLEED, 60, stroke=0, fill=1)
        canvas.setFillColor(CMYKColor(0, 0, 0, 1))
        canvas.setFillOverprint(True)
        canvas.setOverprintMask(1)
        canvas.setFont("Inter", 9)
        for line in range(_LINES):
            canvas.drawString(50, 560 - 14 * line, f"Page {number}, line {line} of the booklet")
        canvas.showPage()
    canvas.save()
    with Pdf.open(buffer) as book:
        layer = book.make_indirect(Dictionary(Type=Name.OCG, Name=String("Text")))
        book.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(ON=Array([layer]), Order=Array([layer]))
        )
        data = Stream(book, b"profile of the bench")
        data.N = 4
        book.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFX,
                    OutputConditionIdentifier=String(condition),
                    DestOutputProfile=book.make_indirect(data),
                )
            ]
        )
        for page in book.pages:
            page.obj.TrimBox = Array([BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT])
            page.obj.BleedBox = page.obj.MediaBox
            page.obj.Resources.Properties = Dictionary(L=layer)
            said = page.obj.Contents.read_bytes()
            page.obj.Contents = Stream(book, b"/OC /L BDC\n" + said + b"\nEMC")
        written = BytesIO()
        book.save(written)
    return written.getvalue()


def keeps(file: Path) -> dict[str, str]:
    """Return what a booklet has of what its pages had."""
    with Pdf.open(file) as book:
        found: dict[str, set[tuple[int, int]]] = {"spot": set(), "overprint": set(), "font": set()}
        boxes = sum(_cut(page.obj) for page in book.pages)
        for page in book.pages:
            _look(page.obj.get(Name.Resources), found, set(), 0)
        fonts = sum(
            isinstance(each, Dictionary) and Name.FontFile2 in each for each in book.objects
        )
        return {
            "trim": _said(boxes),
            "intent": _said(Name.OutputIntents in book.Root),
            "spot": _said(found["spot"]),
            "overprint": _said(found["overprint"]),
            "layers": _said(Name.OCProperties in book.Root),
            "fonts": str(fonts),
            "KB": f"{file.stat().st_size / 1000:.0f}",
        }


def _said(there: object) -> str:
    return "kept" if there else "lost"


def _cut(page: Object) -> bool:
    return Name.TrimBox in page and page.TrimBox != page.MediaBox


def _look(
    resources: Object | None,
    found: dict[str, set[tuple[int, int]]],
    seen: set[tuple[int, int]],
    depth: int,
) -> None:
    """Note the spots and the overprint that resources have, and those of the forms in them."""
    if resources is None or depth > _DEEPEST:
        return
    try:
        for space in resources.get(Name.ColorSpace, Dictionary()).values():
            if isinstance(space, Array) and space[0] == Name.Separation:
                found["spot"].add(space.objgen)
        for state in resources.get(Name.ExtGState, Dictionary()).values():
            if state.get(Name.op, False) or state.get(Name.OP, False):
                found["overprint"].add(state.objgen)
        for form in resources.get(Name.XObject, Dictionary()).values():
            if form.objgen not in seen:
                seen.add(form.objgen)
                _look(form.get(Name.Resources), found, seen, depth + 1)
    except PdfError as reason:
        raise SystemExit(f"a booklet can't be read: {reason}") from reason


if __name__ == "__main__":
    main(sys.argv[1:])
