# noqa: INP001 - a script, not a package
"""Print which of the shared libraries named on the command line can't be loaded.

`setup.sh` asks before it installs anything, so only the standard library is
used.  Names are those of Linux, such as `libpango-1.0.so.0`; on macOS the same
library is called `libpango-1.0.0.dylib`, and the stem finds it wherever it is.
"""

import ctypes
import ctypes.util
import sys


def missing(soname: str) -> bool:
    """Tell whether the loader finds no library of this name."""
    name = soname
    if sys.platform == "darwin":
        stem, _, version = soname.partition(".so.")
        name = ctypes.util.find_library(stem.removeprefix("lib")) or f"{stem}.{version}.dylib"
    try:
        ctypes.CDLL(name)
    except OSError:
        return True
    return False


if __name__ == "__main__":
    print("\n".join(filter(missing, sys.argv[1:])))  # noqa: T201 - what setup.sh reads
