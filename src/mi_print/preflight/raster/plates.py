"""The plates of a page, as a press would make them: a picture for each ink.

Ghostscript's `tiffsep` is the one free separator that is exact, overprint and
spot inks included.  It is an external program, and this is the only module
that runs it.  It reads nothing but the file it is given (SAFER), with a limit
on memory and on processor time (`ulimit -S -t`: then the signal says so), since a
machine that has much else to do is no fault of a file.
"""

import os
import shutil
import signal
import subprocess
import urllib.parse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pikepdf
from numpy.typing import NDArray
from PIL.TiffImagePlugin import TiffImageFile

from mi_print.errors import MissingError
from mi_print.preflight.raster.drawable_pages import DrawablePage

PROCESS_INKS = ("Cyan", "Magenta", "Yellow", "Black")

_RESOLUTIONS = (72, 36, 18, 9, 4)  # pixels per inch: what is measured is broader than 1 mm
_MOST_PIXELS = 6_000_000
_ROOM = "make room, or let processes open more files (ulimit -n)"
_AT_ONCE = 16  # pages a run, so that their files stay few
_SECONDS = 20, 2  # of processor time for a run, and more for each page of it
_PATIENCE = 500.0  # seconds for the same on a machine that has much else to do
_MEMORY = 1_500_000  # KB that it may use
_OPTIONS = (
    *("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dNoUserUnit", "-dNOPLATFONTS", f"-K{_MEMORY}"),
    *("-sDEVICE=tiffsep", "-sCompression=none", "-dMaxStripSize=0"),
)


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
        folder: for its files; the caller deletes it, also when this is interrupted.

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
    largest = max(sheets, key=lambda sheet: sheet.width * sheet.height * _resolution(sheet) ** 2)
    try:
        control.mkdir()
        with pikepdf.new() as empty:
            empty.add_blank_page(page_size=(largest.width, largest.height))
            empty.save(control / "in.pdf")
        _separate(control, [1], _resolution(largest), ghostscript)
        _read(control, 1, 1)
    except (PlatesError, OSError) as reason:
        message = f"{ghostscript} does not work on this machine: {reason}"
        raise MissingError(message, "install Ghostscript again, or end other programs") from reason


def _resolution(sheet: DrawablePage) -> int:
    area = sheet.width * sheet.height / 72**2
    fine = (each for each in _RESOLUTIONS if area * each**2 <= _MOST_PIXELS)
    return next(fine, _RESOLUTIONS[-1])


def _separate(folder: Path, pages: Sequence[int], resolution: int, ghostscript: str) -> None:
    wanted = ",".join(map(str, pages))
    first, each = _SECONDS
    seconds = first + each * len(pages)
    command = ["/bin/sh", "-c", 'ulimit -S -t "$0" && exec "$@"', str(seconds), ghostscript]
    command += [*_OPTIONS, f"-r{resolution}", f"-sPageList={wanted}"]
    command += ["-sOutputFile=%d.tif", "in.pdf"]
    environment = {"PATH": os.environ.get("PATH", ""), "TMPDIR": str(folder), "LC_ALL": "C"}
    try:
        subprocess.run(  # noqa: S603 - a fixed command; the file is untrusted and it is SAFER
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired as reason:
        raise PlatesError(f"took longer than {reason.timeout:.0f} s") from reason
    except OSError as reason:
        raise PlatesError(f"can't be started: {reason.strerror}") from reason
    except subprocess.CalledProcessError as reason:
        if reason.returncode == -signal.SIGXCPU:
            message = f"took more than {seconds} s of processor time"
            raise PlatesError(message) from reason
        raise PlatesError(_complaint(reason.stdout + reason.stderr)) from reason


def _complaint(output: bytes) -> str:
    lines = map(str.strip, output.decode("utf-8", "replace").splitlines())
    return next((line for line in lines if "rror" in line), "gave up without a reason")[:200]


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
