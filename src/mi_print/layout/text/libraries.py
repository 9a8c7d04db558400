"""The libraries that measure and set text: all of them are there, or it is said at once.

WeasyPrint names the first that is missing as a fault of its import, and does without
libharfbuzz-subset, with other bytes.  So they are looked for before it is imported.
"""

import functools
import os
from typing import Any, TypeAlias

from mi_print.errors import MissingError
from mi_print.layout.text.pango_abi import ffi

Handle: TypeAlias = Any
"""A library or object of C, which has no type here."""

_NAMES = {
    "gobject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "pango": ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.0.dylib", "libpangoft2-1.0-0.dll"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "harfbuzz-subset": (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
    ),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
"""By library: its file on Linux, macOS and Windows."""

_FLAGS = ffi.RTLD_NOW | getattr(os, "RTLD_NODELETE", 0)
"""Never unload them: newer Pango has threads of its own, which may still run when Python ends."""

_CURE = (
    "install Pango and HarfBuzz:"
    " apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


@functools.cache
def library(name: str) -> Handle:
    """Return a library.

    Raises:
        MissingError: it is not on this machine, or can't be loaded.
    """
    found = _opened(name)
    if found is None:
        raise _missing([name])
    return found


def check_libraries() -> None:
    """Check that every library is there.

    Raises:
        MissingError: with the names of those that are not.
    """
    missing = [name for name in _NAMES if _opened(name) is None]
    if missing:
        raise _missing(missing)


def _opened(name: str) -> Handle | None:
    for file in _NAMES[name]:
        try:
            return ffi.dlopen(file, _FLAGS)
        except OSError:
            continue
    return None


def _missing(names: list[str]) -> MissingError:
    files = ", ".join(_NAMES[name][0] for name in names)
    return MissingError(f"these libraries are not on this machine, or not whole: {files}", _CURE)
