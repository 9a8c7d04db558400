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
    "cfp": ("cfp.pdf", (1,), 1100),
    "program": ("program.pdf", (1, 4, 12, 13), 620),
}
"""By name: the file, its pages, and how many pixels high they are."""

GREY, EDGE, COLOURS = "#D9D9D9", 28, 64


def picture(file: Path, pages: tuple[int, ...], height: int) -> Image.Image:
    """Return pages of a PDF side by side."""
    with pypdfium2.PdfDocument(file) as book:
        found = [book[number - 1] for number in pages]
        drawn = [page.render(scale=height / page.get_height()).to_pil() for page in found]
    width = sum(page.width + EDGE for page in drawn) + EDGE
    sheet = Image.new("RGB", (width, drawn[0].height + 2 * EDGE), GREY)
    left = EDGE
    for page in drawn:
        sheet.paste(page, (left, EDGE))
        left += page.width + EDGE
    return sheet.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, (file, pages, height) in PICTURES.items():
        picture(SCREEN / file, pages, height).save(IMAGES / f"{name}.png", optimize=True)
