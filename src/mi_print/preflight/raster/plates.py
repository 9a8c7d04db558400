"""The plates of a page, as a press would make them: a picture for each ink."""

import urllib.parse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pikepdf
from numpy.typing import NDArray
from PIL.TiffImagePlugin import TiffImageFile

from mi_print.errors import MissingError
from mi_print.preflight.raster.drawable_pages import DrawablePage
from mi_print.preflight.raster.ghostscript import PlateFiles, PlatesError, Separating, resolution

PROCESS_INKS = ("Cyan", "Magenta", "Yellow", "Black")

_ROOM = "make room, or let processes open more files (ulimit -n)"


@dataclass(frozen=True, slots=True)
class Plates:
    """One page's plates: 0 is paper, 255 is solid ink; rows go down from the media box's top."""

    sheet: DrawablePage
    scale: float
    """Pixels per point."""
    inks: Mapping[str, NDArray[np.uint8]]


def plates(separated: Iterable[PlateFiles]) -> Iterator[Plates]:
    """Yield the plates of the pages that are separated, in the order of their files.

    Raises:
        PlatesError: Ghostscript failed, or took too long.
        MissingError: this machine has no room for them.
    """
    for files in separated:
        for count, sheet in enumerate(files.sheets, 1):
            yield Plates(sheet, files.resolution / 72, _read(files.folder, count, sheet.number))


def check_program(ghostscript: str, folder: Path, sheets: Sequence[DrawablePage]) -> None:
    """Check that Ghostscript separates an empty page; then a file is to blame for what it does not.

    Args:
        ghostscript: the program.
        folder: for its files.
        sheets: the pages that it was to separate; the empty one is as large as any of them.

    Raises:
        MissingError: it does not work on this machine.
    """
    control = folder / "control"
    largest = max(sheets, key=lambda sheet: sheet.width * sheet.height * resolution(sheet) ** 2)
    try:
        control.mkdir()
        with pikepdf.new() as empty:
            empty.add_blank_page(page_size=(largest.width, largest.height))
            empty.save(control / "empty.pdf")
        data = (control / "empty.pdf").read_bytes()
        with Separating(data, [replace(largest, number=1)], ghostscript, control) as separating:
            list(plates(separating))
    except (PlatesError, OSError) as reason:
        message = f"{ghostscript} does not work on this machine: {reason}"
        raise MissingError(message, "install Ghostscript again, or end other programs") from reason


def _read(folder: Path, count: int, page: int) -> dict[str, NDArray[np.uint8]]:
    """Return the plates of the page that came out as number `count`, and delete their files."""
    (folder / f"{count}.tif").unlink(missing_ok=True)  # all plates in one picture
    files = sorted(folder.glob(f"{count}(*).tif"))
    if not files:
        raise PlatesError(f"made no plates of page {page}")
    try:
        with TiffImageFile(files[0]) as tiff:  # opening each would take longer than reading all
            width, height = tiff.size
    except (SyntaxError, OSError) as reason:
        raise MissingError(f"Ghostscript wrote no picture of page {page}", _ROOM) from reason
    inks = {}
    for path in files:
        ink = urllib.parse.unquote(path.name[len(f"{count}(") : -len(").tif")])
        pixels = np.fromfile(path, np.uint8)[-width * height :]  # one strip, 8 bits, at the end
        if len(pixels) != width * height:
            raise MissingError(f"Ghostscript wrote half a plate of page {page}", _ROOM)
        inks[ink] = 255 - pixels.reshape(height, width)
        path.unlink()
    return inks
