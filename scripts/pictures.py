# noqa: INP001 - a script, not a package
"""Make the pictures of README.md from the screen editions: `python scripts/pictures.py`.

Run it after `make pdfs`.  Pages stand side by side on grey, since white paper
would have no edge on a white screen; few colours keep the files small.
"""

from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SCREEN = ROOT / "output" / "screen"
IMAGES = ROOT / "docs" / "images"

PICTURES = {
    "cfp": (1100, [("cfp", 1)]),
    "program": (620, [("program", 1), ("program", 4), ("program", 12), ("program", 13)]),
    "badges": (420, [("badges", 1), ("badges", 7), ("badges", 8)]),
    "signage": (
        520,
        [
            ("signage-board-cards", 1),
            ("signage-door-sign", 1),
            ("signage-direction-signs", 1),
            ("signage-poster-lists", 1),
        ],
    ),
}
"""By name: how many pixels high, and the pages, each the file and the number."""

GREY, EDGE, COLOURS = "#D9D9D9", 28, 64


def page(file: str, number: int, height: int) -> Image.Image:
    """Return one page of a screen edition."""
    with pypdfium2.PdfDocument(SCREEN / f"{file}.pdf") as book:
        found = book[number - 1]
        return found.render(scale=height / found.get_height()).to_pil()


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return the pages on one sheet."""
    width = sum(each.width + EDGE for each in pages) + EDGE
    sheet = Image.new("RGB", (width, max(each.height for each in pages) + 2 * EDGE), GREY)
    left = EDGE
    for each in pages:
        sheet.paste(each, (left, EDGE))
        left += each.width + EDGE
    return sheet.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, (height, pages) in PICTURES.items():
        sheet = side_by_side([page(file, number, height) for file, number in pages])
        sheet.save(IMAGES / f"{name}.png", optimize=True)
