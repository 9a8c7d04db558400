"""Lets this process, and those that it starts, see the bundled fonts alone.

fontconfig trusts its own cache: a byte that is wrong in it gives other fonts, or
ends the process.  And of a damaged font it says nothing but takes the next.  So
both are held against their digests before fontconfig reads them: its cache
against those noted when it was written, the fonts against `assets/fonts/SHA256SUMS`,
which is done again only when a file's size or time has changed.
"""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

from mi_print.cache import cache, cached, contents, temporary_folder
from mi_print.errors import MissingError
from mi_print.files import drop, write_whole
from mi_print.layout.text.fonts import configuration
from mi_print.layout.text.libraries import check_libraries, library
from mi_print.resources import FONTS

_READER = "weasyprint"
"""Reads the configuration when it is imported; one that comes after may go unread."""

_SUMS = "SHA256SUMS"
_AGAIN = "install mi-print again"


def use_bundled_fonts(folder: Path) -> None:
    """Let this process, and those that it starts, see the bundled fonts alone.

    Call it before anything imports WeasyPrint.  Calling it again is free.

    Args:
        folder: where the configuration and fontconfig's own cache may lie.

    Raises:
        MissingError: the fonts are not where they should be, or not as they
            should be, or a library that sets text is not on this machine.
        RuntimeError: WeasyPrint has been imported before; a mistake of ours.
    """
    name = hashlib.sha256(str(FONTS.resolve()).encode()).hexdigest()[:12]
    if _READER in sys.modules:
        if os.environ.get("FONTCONFIG_FILE") == str(_file(folder, name)):
            return
        raise RuntimeError(f"use_bundled_fonts() comes too late: {_READER} is imported already")
    check_libraries()
    check_fonts(folder / f"sound-{name}")
    os.environ["PANGO_LANGUAGE"] = "en"  # else $LANGUAGE chooses Han forms for texts without one
    for other in ("FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"):
        os.environ.pop(other, None)
    if not _configured(folder, name):
        _configured(temporary_folder(), name)


def check_fonts(note: Path) -> None:
    """Check that each bundled font is there and is what it should be.

    Args:
        note: of the state in which they were found sound before.

    Raises:
        MissingError: with the first that is not.
    """
    listed = _listed()
    state = json.dumps([[name, *_about(FONTS / name)] for name in listed]).encode()
    if cached(note) == state:
        return
    for name, digest in listed.items():
        data = contents(FONTS / name)
        if data is None:
            raise MissingError(f"the font {FONTS / name} is not there", _AGAIN)
        if hashlib.sha256(data).hexdigest() != digest:
            raise MissingError(f"the font {FONTS / name} is damaged", _AGAIN)
    cache(note, state)


def _listed() -> dict[str, str]:
    """Return the digest of each bundled font by its path below the folder of the fonts."""
    sums = contents(FONTS / _SUMS)
    if sums is None:
        raise MissingError(f"there is no {FONTS / _SUMS}", _AGAIN)
    lines = (line.split("  ", 1) for line in sums.decode("ascii").splitlines())
    return {name: digest for digest, name in lines}


def _about(path: Path) -> tuple[int, int, int]:
    try:
        about = path.stat()
    except OSError:
        return 0, 0, 0
    return about.st_size, about.st_mtime_ns, about.st_ino


def _file(folder: Path, name: str) -> Path:
    return folder.resolve() / f"fonts-{name}.conf"


def _configured(folder: Path, name: str) -> bool:
    """Name the configuration in the environment; tell whether its files could be written."""
    path, own = _file(folder, name), folder.resolve() / f"fontconfig-{name}"
    text = configuration(FONTS.resolve(), own).encode()
    try:
        if contents(path) != text:
            write_whole({path: text})
    except OSError:
        return False
    os.environ["FONTCONFIG_FILE"] = str(path)
    seal = folder / f"fontconfig-{name}.seal"
    if cached(seal) != _state(own):
        _clear(own)
        fontconfig = library("fontconfig")
        fontconfig.FcConfigDestroy(fontconfig.FcInitLoadConfigAndFonts())  # writes its cache
        cache(seal, _state(own))
    return _state(own) != _NOTHING


_NOTHING = b"{}"


def _state(folder: Path) -> bytes:
    """Return the digest of each file of a folder by its name; of what is no file, none."""
    try:
        found = {path.name: contents(path) for path in sorted(folder.iterdir())}
    except OSError:
        found = {}
    digests = {n: hashlib.sha256(data).hexdigest() for n, data in found.items() if data is not None}
    return json.dumps(digests).encode()


def _clear(folder: Path) -> None:
    drop([folder])
    shutil.rmtree(folder, ignore_errors=True)
