"""How the typesetter's libraries are found: by the names that the loader knows.

WeasyPrint tries seven names for each.  For those without a dot Python asks
`ldconfig` and, where there is one, the compiler, 22 times in all: 0.3 s, of
which nothing is used, since on Linux only the last kind of name, such as
`libpango-1.0.so.0`, is found, and that at once.
"""

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def named_in_full() -> Iterator[None]:
    """Find libraries by their full names alone while WeasyPrint is imported, on Linux."""
    if sys.platform != "linux":
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005 - the signature of the search
    try:
        yield
    finally:
        ctypes.util.find_library = search
