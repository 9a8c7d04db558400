"""The plates of a page, as a press would make them: one picture of ink for each.

Ghostscript's `tiffsep` is the one free separator that is exact, overprint and
spot inks included.  It is a program of its own, looked for on this machine;
this is the only module that runs it.  It runs without a network, reads nothing
but the file it is given (SAFER), with a limit on memory and on time.
"""

import os
import shutil
import struct
import subprocess
import urllib.parse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mi_print.preflight.raster.drawable_pages import DrawablePage

PROCESS_INKS = ("Cyan", "Magenta", "Yellow", "Black")

_RESOLUTIONS = (72, 36, 18, 9, 4)  # pixels per inch: what is measured is broader than 1 mm
_MOST_PIXELS = 6_000_000
_AT_ONCE = 16  # pages a run, so that their files stay few
_PATIENCE = 20.0  # seconds a page, before a run is given up
_MEMORY = 1_500_000  # KB that it may use
_OPTIONS = (
    *("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dNoUserUnit", "-dNOPLATFONTS", f"-K{_MEMORY}"),
    *("-sDEVICE=tiffsep", "-sCompression=none"),
)

_TIFF_HEADER = struct.Struct("<2sHI")
_TIFF_ENTRY = struct.Struct("<HHII")
_WIDTH, _HEIGHT, _STRIPS = 256, 257, 273


@dataclass(frozen=True, slots=True)
class Plates:
    """One page's plates: 0 is paper, 255 is solid ink; rows go down from the media box's top."""

    sheet: DrawablePage
    scale: float
    """Pixels per point."""
    inks: Mapping[str, NDArray[np.uint8]]


class PlatesError(Exception):
    """Ghostscript could not separate the file."""


def program() -> str | None:
    """Return where Ghostscript is, or None if it is not on this machine."""
    return shutil.which("gs")


def plates(
    data: bytes, sheets: Sequence[DrawablePage], ghostscript: str, folder: Path
) -> Iterator[Plates]:
    """Yield the plates of these pages, in groups of one resolution.

    Args:
        data: a PDF whose pages are upright, as `drawable_pages` returns it.
        sheets: which pages.
        ghostscript: the program.
        folder: for its files; whoever gives it takes it away, also when this is interrupted.

    Raises:
        PlatesError: it failed, or took too long.
    """
    (folder / "in.pdf").write_bytes(data)
    for resolution in _RESOLUTIONS:
        group = [sheet for sheet in sheets if _resolution(sheet) == resolution]
        for first in range(0, len(group), _AT_ONCE):
            some = group[first : first + _AT_ONCE]
            _separate(folder, [sheet.number for sheet in some], resolution, ghostscript)
            for count, sheet in enumerate(some, 1):
                yield Plates(sheet, resolution / 72, _read(folder, count, sheet.number))


def _resolution(sheet: DrawablePage) -> int:
    area = sheet.width * sheet.height / 72**2
    fine = (each for each in _RESOLUTIONS if area * each**2 <= _MOST_PIXELS)
    return next(fine, _RESOLUTIONS[-1])


def _separate(folder: Path, pages: Sequence[int], resolution: int, ghostscript: str) -> None:
    wanted = ",".join(map(str, pages))
    command = [ghostscript, *_OPTIONS, f"-r{resolution}", f"-sPageList={wanted}"]
    command += ["-sOutputFile=%d.tif", "in.pdf"]
    surroundings = {"PATH": os.environ.get("PATH", ""), "TMPDIR": str(folder), "LC_ALL": "C"}
    try:
        subprocess.run(  # noqa: S603 - a fixed command; the file is untrusted and it is SAFER
            command,
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE + 2 * len(pages),
            check=True,
        )
    except subprocess.TimeoutExpired as reason:
        raise PlatesError(f"took longer than {reason.timeout:.0f} s") from reason
    except subprocess.CalledProcessError as reason:
        raise PlatesError(_complaint(reason.stdout + reason.stderr)) from reason


def _complaint(said: bytes) -> str:
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    return next((line for line in lines if "rror" in line), "gave up without a reason")[:200]


def _read(folder: Path, count: int, page: int) -> dict[str, NDArray[np.uint8]]:
    """Return the plates of the page that came out as number `count`, and take them away."""
    inks = {}
    (folder / f"{count}.tif").unlink(missing_ok=True)  # all plates in one picture
    for path in sorted(folder.glob(f"{count}(*).tif")):
        ink = urllib.parse.unquote(path.name[len(f"{count}(") : -len(").tif")])
        inks[ink] = 255 - _gray(path.read_bytes())
        path.unlink()
    if not inks:
        raise PlatesError(f"made no plates of page {page}")
    return inks


def _gray(tiff: bytes) -> NDArray[np.uint8]:
    """Return the pixels of a gray TIFF as this device writes it: 8 bits, not compressed."""
    _, _, place = _TIFF_HEADER.unpack_from(tiff)
    (count,) = struct.unpack_from("<H", tiff, place)
    tags: dict[int, tuple[Any, ...]] = {}
    for number in range(count):
        tag, kind, values, value = _TIFF_ENTRY.unpack_from(tiff, place + 2 + 12 * number)
        tags[tag] = (kind, values, value)
    width, height = tags[_WIDTH][2], tags[_HEIGHT][2]
    _, strips, start = tags[_STRIPS]
    if strips > 1:
        (start,) = struct.unpack_from("<I", tiff, start)
    return np.frombuffer(tiff, np.uint8, width * height, start).reshape(height, width)
