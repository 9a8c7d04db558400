"""Ghostscript separating pages, in a process that works beside this one.

Ghostscript's `tiffsep` is the one free separator that is exact, overprint and
spot inks included.  It is an external program, and this is the only module
that runs it.  It reads nothing but the file it is given (SAFER), with a limit
on memory and on processor time (`ulimit -S -t`: then the signal says so), since a
machine that has much else to do is no fault of a file.

Nothing here is heavy to import: it begins before what reads its plates is loaded.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mi_print.preflight.raster.drawable_pages import DrawablePage

_RESOLUTIONS = (72, 36, 18, 9, 4)  # pixels per inch: what is measured is broader than 1 mm
_MOST_PIXELS = 6_000_000
_AT_ONCE = 16  # pages a run, so that their files stay few
_SECONDS = 20, 2  # of processor time for a run, and more for each page of it
_PATIENCE = 500.0  # seconds for the same on a machine that has much else to do
_MEMORY = 1_500_000  # KB that it may use
_BITMAP = 40_000_000  # bytes: a page of so many is drawn at once, a larger one in bands
_MOST_SPOTS = 10  # that it makes room for, unless it is told that there are fewer
_OPTIONS = (
    *("-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dNoUserUnit", "-dNOPLATFONTS", f"-K{_MEMORY}"),
    *("-sDEVICE=tiffsep", "-sCompression=none", "-dMaxStripSize=0", f"-dMaxBitmap={_BITMAP}"),
)


@dataclass(frozen=True, slots=True)
class PlateFiles:
    """Pages whose plates are in a folder, as `NUMBER(INK).tif`, numbered from 1 in their order."""

    folder: Path
    sheets: Sequence[DrawablePage]
    resolution: int
    """Pixels per inch."""


class PlatesError(Exception):
    """Ghostscript could not separate the file."""


def program() -> str | None:
    """Return where Ghostscript is, or None if it is not on this machine."""
    return shutil.which("gs")


def resolution(sheet: DrawablePage) -> int:
    """Return the pixels per inch of a page's plates."""
    area = sheet.width * sheet.height / 72**2
    fine = (each for each in _RESOLUTIONS if area * each**2 <= _MOST_PIXELS)
    return next(fine, _RESOLUTIONS[-1])


class Separating:
    """Ghostscript at work on a file, some pages at a time: the next while the last are read.

    It has begun when it is made.  A context manager; iterate for `PlateFiles`.

    Args:
        data: a PDF whose pages are upright, as `drawable_pages` returns it.
        sheets: which pages; they come in groups of one resolution.
        ghostscript: the program.
        folder: for its files; the caller deletes it, also when this is interrupted.
        spots: how many spot inks it names at most, if it holds ink alone
            (`ink_alone.spots_of_ink_alone`): then no colour is converted.
    """

    def __init__(
        self,
        data: bytes,
        sheets: Sequence[DrawablePage],
        ghostscript: str,
        folder: Path,
        spots: int | None = None,
    ) -> None:
        """Begin."""
        self._folder = folder
        self._command = [ghostscript, *_OPTIONS]
        if spots is not None:
            self._command += [
                "-dUseFastColor=true",
                f"-dMaxSpots={min(max(1, spots), _MOST_SPOTS)}",
            ]
        (folder / "in.pdf").write_bytes(data)
        self._left = [
            (some[at : at + _AT_ONCE], pixels)
            for pixels in _RESOLUTIONS
            if (some := [sheet for sheet in sheets if resolution(sheet) == pixels])
            for at in range(0, len(some), _AT_ONCE)
        ]
        self._runs = self._begun()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End what is still at work."""
        if self._runs:
            run, _files, _seconds = self._runs
            with run:
                run.kill()

    def __iter__(self) -> Iterator[PlateFiles]:
        """Yield them.

        Raises:
            PlatesError: Ghostscript failed, or took too long.
        """
        while self._runs:
            run, files, seconds = self._runs
            _check_ended(run, seconds)
            self._runs = self._begun()
            yield files

    def _begun(self) -> "tuple[subprocess.Popen[bytes], PlateFiles, int] | None":
        if not self._left:
            return None
        some, pixels = self._left.pop(0)
        files = PlateFiles(self._folder / str(len(self._left)), some, pixels)
        files.folder.mkdir()
        first, each = _SECONDS
        seconds = first + each * len(some)
        command = ["/bin/sh", "-c", 'ulimit -S -t "$0" && exec "$@"', str(seconds)]
        command += [*self._command, f"-r{pixels}"]
        command += [f"-sPageList={','.join(str(sheet.number) for sheet in some)}"]
        command += ["-sOutputFile=%d.tif", "../in.pdf"]
        path = os.environ.get("PATH", "")
        environment = {"PATH": path, "TMPDIR": str(self._folder), "LC_ALL": "C"}
        try:
            run = subprocess.Popen(  # noqa: S603 - a fixed command; the file is untrusted and it is SAFER
                command,
                cwd=files.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as reason:
            raise PlatesError(f"can't be started: {reason.strerror}") from reason
        return run, files, seconds


def _check_ended(run: "subprocess.Popen[bytes]", seconds: int) -> None:
    """Wait for the end of a run, and raise `PlatesError` if it failed."""
    with run:
        try:
            said, complained = run.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired as reason:
            run.kill()
            raise PlatesError(f"took longer than {reason.timeout:.0f} s") from reason
    if run.returncode == -signal.SIGXCPU:
        raise PlatesError(f"took more than {seconds} s of processor time")
    if run.returncode:
        raise PlatesError(_complaint(said + complained))


def _complaint(output: bytes) -> str:
    lines = map(str.strip, output.decode("utf-8", "replace").splitlines())
    return next((line for line in lines if "rror" in line), "gave up without a reason")[:200]
